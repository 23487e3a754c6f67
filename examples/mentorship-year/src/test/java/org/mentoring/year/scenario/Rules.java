package org.mentoring.year.scenario;

import java.util.ServiceLoader;
import org.mentoring.spi.RulesProvider;

/** The rules, loaded once for all tests. */
final class Rules {
  static final RulesProvider SHARED =
      ServiceLoader.load(RulesProvider.class).findFirst().orElseThrow();

  private Rules() {}
}
