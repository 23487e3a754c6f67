package org.mentoring.rules.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoring.criterion.Attribute;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.WeeklyWindow;
import org.mentoring.time.Validity;

class CaseFactsTest {
  @Test
  void every_kind_of_fact_is_read_or_left_out_on_purpose() throws Exception {
    for (Class<?> type : Fact.class.getPermittedSubclasses()) {
      Fact fact = sample(type);
      Optional<JudgedFact> judged = flattened(fact, LocalDate.of(2020, 9, 1));

      judged.ifPresent(
          each -> assertThat(each.getClass().getSimpleName()).isEqualTo(type.getSimpleName()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2004-02-29,2022-02-28,17",
    "2004-02-29,2022-03-01,18",
    "2004-02-29,2024-02-29,20",
    "2004-09-02,2022-09-01,17",
    "2004-09-01,2022-09-01,18"
  })
  void years_are_whole_and_a_leap_day_counts_from_the_first_of_march(
      LocalDate birth, LocalDate day, int years) {
    assertThat(flattened(new Fact.Birth(birth), day))
        .get()
        .isInstanceOfSatisfying(
            JudgedFact.Birth.class, each -> assertThat(each.years()).isEqualTo(years));
  }

  private static Optional<JudgedFact> flattened(Fact fact, LocalDate day) {
    KnownFact known =
        new KnownFact(
            FactId.of("f-1"), fact, Validity.from(LocalDate.of(2000, 1, 1)), Instant.EPOCH);
    return CaseFacts.flattened(
        known,
        new Dossier(
            ParticipantId.of("p-1"), ParticipantKind.PERSON, List.of(known), day, Instant.EPOCH));
  }

  private static Fact sample(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = Arrays.stream(types).map(CaseFactsTest::value).toArray();
    return (Fact) type.getDeclaredConstructor(types).newInstance(values);
  }

  private static Object value(Class<?> type) {
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    for (Object candidate :
        List.of(
            "text",
            1,
            LocalDate.of(2000, 1, 1),
            Period.ofYears(1),
            Code.of("CODE"),
            FactId.of("f-2"),
            ParticipantId.of("p-2"),
            Attribute.GROUP,
            List.of(new WeeklyWindow(java.time.DayOfWeek.MONDAY, 0, 60)))) {
      if (type.isInstance(candidate) || (type == int.class && candidate instanceof Integer)) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("no sample of " + type);
  }
}
