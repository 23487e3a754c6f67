package org.mentoring.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a {@link KnockOut} to constructors and methods of tests: what a {@link CoverageProof} is
 * leaving out just now, {@link KnockOut#none()} in an ordinary run.
 */
public final class KnockOutParameter implements ParameterResolver {
  /** The configuration parameter of the JUnit platform that says what is left out. */
  static final String KEY = "org.mentoring.testkit.knock-out";

  /** Made by JUnit. */
  public KnockOutParameter() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
    return parameter.getParameter().getType() == KnockOut.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
    return extension.getConfigurationParameter(KEY).map(KnockOut::parse).orElse(KnockOut.none());
  }
}
