package org.mentoring.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * The test proves a requirement of a programme, named by its code, as {@code S2-07}. What it claims
 * is believed only if a {@link CoverageProof} sees the test fail once the definition's items with
 * that citation are gone. Carries the tag {@value #TAG}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Covers.All.class)
@Tag(Covers.TAG)
public @interface Covers {
  /** The tag of all tests that prove a requirement. */
  String TAG = "covers";

  /** The code of the requirement, as the definition cites it. */
  String value();

  /** Several at one test. */
  @Documented
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @Tag(Covers.TAG)
  @interface All {
    /** Each of them. */
    Covers[] value();
  }
}
