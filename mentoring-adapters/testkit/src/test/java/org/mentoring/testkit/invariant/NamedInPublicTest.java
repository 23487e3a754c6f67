package org.mentoring.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.Mentoring;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;
import org.mentoring.time.Validity;

/** In how many ways somebody may be named in public. */
class NamedInPublicTest {
  private static final LocalDate TODAY = LocalDate.of(2020, 9, 1);
  private static final Actor COORDINATOR = Actor.coordinator("c-1", "centre-01");
  private static RulesProvider rules;
  private static Stores stores;
  private static Mentoring mentoring;

  @BeforeAll
  static void people_are_on_record() {
    rules = ServiceLoader.load(RulesProvider.class).findFirst().orElseThrow();
    stores = InMemoryStores.create();
    mentoring =
        Mentoring.of(BuiltInProgrammes.read("our-voices-2019"))
            .rules(rules)
            .stores(stores)
            .clock(Clock.fixed(Instant.parse("2020-09-01T12:00:00Z"), ZoneOffset.UTC))
            .build();
    known(
        "mentee-000003",
        ParticipantKind.PERSON,
        List.of(
            new ExternalReference("snils", "SNILS-999-888-777"),
            new ExternalReference("till", "17")),
        new Fact.PersonName("Анна", "Иванова"),
        new Fact.Birth(LocalDate.of(1996, 9, 3)));
    known(
        "mentor-000004",
        ParticipantKind.PERSON,
        List.of(),
        new Fact.PersonName("Виктор", "Ли"),
        new Fact.Birth(LocalDate.of(1971, 12, 24)));
    known(
        "mentor-000005",
        ParticipantKind.PERSON,
        List.of(),
        new Fact.PersonName("Mary-Jane", "O'Neill"),
        new Fact.Birth(LocalDate.of(1980, 2, 29)));
    known(
        "family-77",
        ParticipantKind.FAMILY,
        List.of(new ExternalReference("register", "family card 12")),
        new Fact.PersonName("Семья", "Петровых"));
    known("team-6", ParticipantKind.GROUP, List.of(), new Fact.PersonName("Отряд", "Буревестник"));
    known(
        "school-9",
        ParticipantKind.ORGANISATION,
        List.of(),
        new Fact.PersonName("Школа", "Дружба"));
  }

  @AfterAll
  static void close() {
    rules.close();
  }

  private static void known(
      String id, ParticipantKind kind, List<ExternalReference> references, Fact... facts) {
    ParticipantId party = ParticipantId.of(id);
    mentoring.register(COORDINATOR, party, kind, references).orElseThrow();
    for (Fact each : facts) {
      mentoring
          .record(COORDINATOR, party, each, Validity.from(LocalDate.of(2020, 1, 1)))
          .orElseThrow();
    }
  }

  private static List<Breach> named(String page) {
    return UpheldInvariants.of(mentoring, stores, rules)
        .only(Invariant.NOTHING_PERSONAL_IN_PUBLIC)
        .publishing(List.of(page))
        .breaches(TODAY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Pairs of the month: mentee-000003.                | mentee-000003
          Pairs of the month: MENTEE-000003.                | mentee-000003
          Анна Иванова нашла наставника.                    | mentee-000003
          Наставника нашла Иванова.                         | mentee-000003
          НАСТАВНИКА НАШЛА ИВАНОВА АННА!                    | mentee-000003
          наставника нашла иванова анна                     | mentee-000003
          Иванова, Анна - 12 встреч.                        | mentee-000003
          Аннa Ивaнoва нашла наставника.                    | mentee-000003
          Родилась 1996-09-03.                              | mentee-000003
          Родилась 03.09.1996.                              | mentee-000003
          Родилась 3.09.1996 в Ишиме.                       | mentee-000003
          Родилась 3 сентября 1996 года.                    | mentee-000003
          Born on 3 September 1996.                         | mentee-000003
          Карта SNILS-999-888-777.                          | mentee-000003
          Карта snils-999-888-777.                          | mentee-000003
          Ли Виктор стал наставником.                       | mentor-000004
          Виктор Ли стал наставником.                       | mentor-000004
          ВИКТОР ЛИ                                         | mentor-000004
          Mary‐Jane O’Neill became a mentor.                | mentor-000005
          O`NEILL became a mentor.                          | mentor-000005
          Пара месяца: family-77.                           | family-77
          Семья Петровых приняла участие.                   | family-77
          У ПЕТРОВЫХ праздник.                              | family-77
          См. family card 12.                               | family-77
          Победил отряд «Буревестник».                      | team-6
          """)
  void whoever_is_named_on_a_public_page_is_found_by_the_opaque_id_alone(String page, String id) {
    assertThat(named(page))
        .containsExactly(new Breach(Invariant.NOTHING_PERSONAL_IN_PUBLIC, id, "stands in page 1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nobody: mentee-0000030.",
        "Никого: Ивановано, Виктория, Лира.",
        "Победили 17 пар, школа Дружба и School-9.",
        "Не день рождения: 13.09.1996 и 1996-09-030.",
        "Виктор и Анна, без фамилий.",
        "о’нил, петровы и буревестники",
        "у ли и петровых нет прописных букв"
      })
  void what_only_looks_alike_is_nobody(String page) {
    assertThat(named(page)).isEmpty();
  }

  /** As the page of the module says: whoever publishes has to read the page, too. */
  @Test
  void an_inflected_name_is_not_found() {
    assertThat(named("Наставник пришёл к Ивановой Анне.")).isEmpty();
  }
}
