package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.InvalidValue;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.EarlyEnding;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.RecordTerms;
import org.mentoring.programme.Target;
import org.mentoring.programme.WaiverTerms;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

class DefinitionLengthsTest {
  private static final Citation CITE = Citation.CHOICE;
  private static final Code CODE = Code.of("COORDINATOR");
  private static final LocalizedText TITLE = new LocalizedText("Title", "Название");
  private static final List<Period> NO_TIME =
      List.of(Period.ZERO, Period.ofDays(-1), Period.of(0, 1, -31));

  private static Cadence cadence(
      Period every, @Nullable Period grace, @Nullable Period duration, @Nullable Period after) {
    return Cadence.builder(CODE, CODE, every, CITE)
        .after(after)
        .grace(grace)
        .duration(duration)
        .build();
  }

  private static void refused(String code, ThrowingCallable made) {
    InvalidValue refusal = catchThrowableOfType(InvalidValue.class, made);
    assertThat(refusal).isNotNull().extracting(InvalidValue::code).isEqualTo(code);
  }

  @Test
  void nothing_in_a_definition_lasts_no_time_or_less() {
    Period month = Period.ofMonths(1);
    for (Period none : NO_TIME) {
      List<ThrowingCallable> all =
          List.of(
              () -> cadence(none, null, null, null),
              () -> cadence(month, none, null, null),
              () -> cadence(month, null, none, null),
              () -> cadence(month, null, null, none),
              () -> new WaiverTerms(new TreeSet<>(Set.of(CODE)), new TreeSet<>(), none, CITE),
              () -> new EarlyEnding(CODE, new TreeSet<>(), true, none, CITE),
              () ->
                  new CompletionTerms(
                      List.of(), new TreeSet<>(), List.of(), none, List.of(), List.of(), CITE),
              () -> new IncidentProcedure.Step("safe", CODE, none, TITLE),
              () ->
                  new IncidentProcedure(
                      "children",
                      new TreeSet<>(Set.of(CODE)),
                      CODE,
                      none,
                      List.of(),
                      new TreeSet<>(),
                      null,
                      List.of(),
                      TITLE,
                      CITE),
              () -> new MentorshipTerms.Silence(CODE, none, CITE),
              () -> new MentorshipTerms.Rung("warning", none, null, false, TITLE, CITE),
              () ->
                  new MentorshipTerms.RematchTerms(
                      new TreeSet<>(Set.of(CODE)), null, null, none, CITE),
              () ->
                  new MentorshipTerms(
                      List.of(), new TreeSet<>(), none, List.of(), List.of(), null, CITE));
      all.forEach(made -> refused("period.notPositive", made));
    }
  }

  @Test
  void figures_are_never_below_nothing() {
    Validity always = Validity.from(SmallProgramme.TODAY);

    refused("number.range", () -> new RecordTerms.Item("award", TITLE, -1));
    refused("number.range", () -> new Target(always, new TreeMap<>(Map.of(CODE, -1L)), 0, CITE));
  }
}
