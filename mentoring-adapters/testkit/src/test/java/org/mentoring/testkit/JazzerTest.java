package org.mentoring.testkit;

import java.util.Locale;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.testkit.internal.HarnessRounds;
import org.mentoring.testkit.internal.Jazzer;

/** What Jazzer finds for a parser is to be put into the corpus that every build replays. */
class JazzerTest {
  static boolean jazzerIsThere() {
    return Jazzer.isThere(ParserFuzzTarget.class);
  }

  @ParameterizedTest
  @EnumSource
  @EnabledIf("jazzerIsThere")
  void no_input_that_jazzer_finds_does_harm(Parser parser) {
    String name = parser.name().toLowerCase(Locale.ROOT);
    HarnessRounds harness =
        HarnessRounds.of(
            "J-" + name,
            "search by Jazzer for an input that does harm",
            1,
            1,
            "mentoring-adapters/testkit",
            null);
    harness.run(
        number ->
            Jazzer.run(name, ParserFuzzTarget.class, "fuzz.parser=" + parser, parser.valid()));
    harness.tell(String.format(Locale.ROOT, "%,d executions, none found", Jazzer.executions()));
  }
}
