package org.mentoring.testkit;

import java.util.Locale;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.testkit.internal.Jazzer;

/**
 * What Jazzer finds for a parser is to be put into the corpus that every build replays. Two run at
 * once: each is a program of its own.
 */
@Execution(ExecutionMode.CONCURRENT)
class JazzerTest {
  static boolean jazzerIsThere() {
    return Jazzer.isThere(ParserFuzzTarget.class);
  }

  @ParameterizedTest
  @EnumSource
  @EnabledIf("jazzerIsThere")
  void no_input_that_jazzer_finds_does_harm(Parser parser) {
    String name = parser.name().toLowerCase(Locale.ROOT);
    Jazzer.search(
        name,
        ParserFuzzTarget.class,
        "fuzz.parser=" + parser,
        parser.small(),
        "mentoring-adapters/testkit");
  }
}
