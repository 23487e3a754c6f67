package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.SmallProgramme.COORDINATOR;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.failure.InvalidValue;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.spi.Stores;
import org.mentoring.spi.SystemSources;
import org.mentoring.time.Validity;

/** Nobody is registered twice, whichever instance over one store is asked. */
class IdentityClaimsTest {
  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final LocalDate BORN = LocalDate.of(2006, 3, 1);
  private static final Fact.PersonName FEDOR = new Fact.PersonName("Фёдор", "Соловьёв");

  private final Stores stores = InMemoryStores.create();
  private final SmallProgramme one =
      new SmallProgramme(
          SmallProgramme.definition(List.of()), builder -> builder.stores(stores).identityKey(KEY));
  private final SmallProgramme two =
      new SmallProgramme(
          SmallProgramme.definition(List.of()),
          builder ->
              builder
                  .stores(stores)
                  .identityKey(KEY.clone())
                  .identifiers(SystemSources.identifiers()));

  private final ParticipantId first = one.person("first");
  private final ParticipantId second = two.person("second");

  private static Outcome<FactId> record(SmallProgramme by, ParticipantId about, Fact fact) {
    return by.mentoring.record(
        COORDINATOR, about, fact, Validity.from(SmallProgramme.TODAY.minusMonths(1)));
  }

  @Test
  void a_second_registration_is_refused_by_another_instance_however_the_name_is_written() {
    record(one, first, FEDOR).orElseThrow();
    record(one, first, new Fact.Birth(BORN)).orElseThrow();
    record(two, second, new Fact.PersonName(" федор", "СОЛОВЬЕВ ")).orElseThrow();

    Outcome<FactId> outcome = record(two, second, new Fact.Birth(BORN));

    Finding finding = outcome.refused().orElseThrow().findings().get(0);
    assertThat(finding.code()).isEqualTo("command.registered-already");
    assertThat(finding.parameters())
        .containsEntry("other", new Parameter.TermId("first", Sensitivity.STAFF_ONLY));
    assertThat(two.mentoring.dossier(second, SmallProgramme.TODAY).birthDate()).isEmpty();
    record(two, second, new Fact.Birth(BORN.plusDays(1))).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource
  void what_nobody_sees_makes_no_other_person(String given, String family) {
    record(one, first, FEDOR).orElseThrow();
    record(one, first, new Fact.Birth(BORN)).orElseThrow();
    record(two, second, new Fact.PersonName(given, family)).orElseThrow();

    assertThat(SmallProgramme.codes(record(two, second, new Fact.Birth(BORN))))
        .containsExactly("command.registered-already");
  }

  static List<Arguments> what_nobody_sees_makes_no_other_person() {
    return List.of(
        // A soft hyphen, and one between a letter and its mark.
        Arguments.of("Фё\u00adдор", "Соловьёв"),
        Arguments.of("Фе\u00ad\u0308дор", "Соловье\u0308в"),
        // Spaces of no width, a joiner, marks of order and of bytes, a variation selector.
        Arguments.of("Фёдор\u200b", "Соло\u200dвьёв"),
        Arguments.of("\ufeffФёдор", "\u202eСоловьёв\u202c"),
        Arguments.of("Фёдор\ufe0f", "Со\u034fловьёв\u2060"),
        // Spaces of other widths.
        Arguments.of("Фёдор\u00a0", "\u2003Соловьёв"),
        // Swapped.
        Arguments.of("Соловьёв", "Фёдор"),
        // Latin o, p and e; capital Latin O and B.
        Arguments.of("Фёд\u006f\u0070", "С\u006fл\u006fвь\u0065в"),
        Arguments.of("ФЁД\u004fР", "С\u004fЛО\u0042ЬЁ\u0042"));
  }

  @Test
  void dashes_and_apostrophes_are_alike_and_letters_that_look_different_are_not() {
    assertThat(new Fact.PersonName("Анна\u2011Мария", "О\u2019Нил").normalised())
        .isEqualTo(new Fact.PersonName("Анна - Мария", "О'Нил").normalised());
    assertThat(new Fact.PersonName("Tim", "Brown").normalised())
        .isEqualTo(new Fact.PersonName("TIM", "BROWN").normalised())
        .isNotEqualTo(new Fact.PersonName("Tom", "Brown").normalised());
  }

  @Test
  void people_of_one_name_or_of_one_birthday_are_no_duplicates() {
    record(one, first, FEDOR).orElseThrow();
    record(one, first, new Fact.Birth(BORN)).orElseThrow();

    record(two, second, new Fact.Birth(BORN)).orElseThrow();
    assertThat(record(two, second, new Fact.PersonName("Фёдор Ильич", "Соловьёв")).accepted())
        .isPresent();
  }

  @Test
  void a_refused_command_leaves_the_claims_as_they_were() {
    record(one, first, FEDOR).orElseThrow();
    record(one, first, new Fact.Birth(BORN)).orElseThrow();
    record(two, second, new Fact.PersonName("Илья", "Соловьёв")).orElseThrow();
    record(two, second, new Fact.Birth(BORN)).orElseThrow();

    assertThat(SmallProgramme.codes(record(two, second, FEDOR)))
        .containsExactly("command.registered-already");

    ParticipantId third = one.person("third");
    record(one, third, new Fact.Birth(BORN)).orElseThrow();
    assertThat(SmallProgramme.codes(record(one, third, new Fact.PersonName("Илья", "Соловьёв"))))
        .containsExactly("command.registered-already");
  }

  @Test
  void a_corrected_name_is_free_for_others_and_the_right_one_is_taken() {
    FactId wrong = record(one, first, FEDOR).orElseThrow();
    record(one, first, new Fact.Birth(BORN)).orElseThrow();
    one.mentoring
        .correct(
            COORDINATOR,
            wrong,
            new Fact.PersonName("Тимофей", "Соловьёв"),
            Validity.from(SmallProgramme.TODAY.minusMonths(1)),
            "misread")
        .orElseThrow();

    record(two, second, new Fact.Birth(BORN)).orElseThrow();
    assertThat(
            SmallProgramme.codes(record(two, second, new Fact.PersonName("Тимофей", "Соловьев"))))
        .containsExactly("command.registered-already");
    assertThat(record(two, second, FEDOR).accepted()).isPresent();
  }

  @Test
  void a_correction_to_somebody_elses_name_is_refused() {
    record(one, first, FEDOR).orElseThrow();
    record(one, first, new Fact.Birth(BORN)).orElseThrow();
    record(two, second, new Fact.Birth(BORN)).orElseThrow();
    FactId name = record(two, second, new Fact.PersonName("Илья", "Соловьёв")).orElseThrow();

    Outcome<FactId> outcome =
        two.mentoring.correct(
            COORDINATOR,
            name,
            FEDOR,
            Validity.from(SmallProgramme.TODAY.minusMonths(1)),
            "misread");

    assertThat(SmallProgramme.codes(outcome)).containsExactly("command.registered-already");
  }

  @Test
  void what_was_retracted_is_free_for_others() {
    FactId name = record(one, first, FEDOR).orElseThrow();
    record(one, first, new Fact.Birth(BORN)).orElseThrow();
    one.mentoring.retract(COORDINATOR, name, "of somebody else").orElseThrow();

    record(two, second, FEDOR).orElseThrow();
    assertThat(record(two, second, new Fact.Birth(BORN)).accepted()).isPresent();
  }

  @Test
  void merged_registrations_are_one_person_and_a_third_one_is_told_who_is_kept() {
    record(one, first, FEDOR).orElseThrow();
    record(one, first, new Fact.Birth(BORN)).orElseThrow();
    record(two, second, FEDOR).orElseThrow();
    one.mentoring.merge(COORDINATOR, second, first, "the same child").orElseThrow();

    assertThat(record(two, second, new Fact.Birth(BORN)).accepted()).isPresent();
    ParticipantId third = two.person("third");
    record(two, third, FEDOR).orElseThrow();
    Finding finding =
        record(two, third, new Fact.Birth(BORN)).refused().orElseThrow().findings().get(0);
    assertThat(finding.parameters())
        .containsEntry("other", new Parameter.TermId("second", Sensitivity.STAFF_ONLY));
  }

  @Test
  void the_store_holds_no_hash_that_anybody_could_make_without_the_key() {
    SmallProgramme other =
        new SmallProgramme(
            SmallProgramme.definition(List.of()),
            builder ->
                builder
                    .stores(stores)
                    .identityKey("another-key-of-16-bytes".getBytes(StandardCharsets.US_ASCII))
                    .identifiers(SystemSources.identifiers()));
    record(one, first, FEDOR).orElseThrow();
    record(one, first, new Fact.Birth(BORN)).orElseThrow();
    record(other, second, FEDOR).orElseThrow();

    assertThat(record(other, second, new Fact.Birth(BORN)).accepted()).isPresent();
  }

  @Test
  void without_a_key_nothing_is_asked_and_organisations_are_never() {
    SmallProgramme none =
        new SmallProgramme(
            SmallProgramme.definition(List.of()),
            builder -> builder.stores(stores).identifiers(SystemSources.identifiers()));
    record(one, first, FEDOR).orElseThrow();
    record(one, first, new Fact.Birth(BORN)).orElseThrow();
    record(none, second, FEDOR).orElseThrow();
    assertThat(record(none, second, new Fact.Birth(BORN)).accepted()).isPresent();

    ParticipantId club =
        one.mentoring
            .register(
                COORDINATOR, ParticipantId.of("club"), ParticipantKind.ORGANISATION, List.of())
            .orElseThrow();
    record(one, club, FEDOR).orElseThrow();
    assertThat(record(one, club, new Fact.Birth(BORN)).accepted()).isPresent();
  }

  @Test
  void a_key_of_fewer_than_sixteen_bytes_is_refused() {
    assertThatThrownBy(
            () -> Mentoring.of(SmallProgramme.definition(List.of())).identityKey(new byte[15]))
        .isInstanceOf(InvalidValue.class);
  }
}
