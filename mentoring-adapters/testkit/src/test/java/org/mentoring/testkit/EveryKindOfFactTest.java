package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mentoring.csv.CsvOptions;
import org.mentoring.csv.PeopleCsvReader;
import org.mentoring.csv.PeopleCsvWriter;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.InvalidInput;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.people.PeopleJsonReader;
import org.mentoring.json.people.PeopleJsonWriter;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactKinds;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;
import org.mentoring.validation.people.FactInput;
import org.mentoring.validation.people.FactShape;
import org.mentoring.validation.people.ParticipantInput;
import org.mentoring.validation.people.PeopleImport;

/** People of every kind of fact survive both formats, or are refused; nothing is lost unsaid. */
class EveryKindOfFactTest {
  private static final LocalDate DAY = LocalDate.of(2020, 9, 1);

  @Property(tries = 200, edgeCases = net.jqwik.api.EdgeCasesMode.NONE)
  void json_carries_every_kind(@ForAll("people") ParticipantInput person) throws IOException {
    assertThat(throughJson(person)).isEqualTo(person);
  }

  @Property(tries = 200, edgeCases = net.jqwik.api.EdgeCasesMode.NONE)
  void csv_carries_every_kind_too(@ForAll("people") ParticipantInput person) throws IOException {
    assertThat(throughCsv(person)).isEqualTo(person);
  }

  @Example
  void files_have_a_form_for_every_kind_but_the_withdrawal_apart_from_its_consent() {
    SortedSet<String> without = new TreeSet<>();
    FactKinds.names().forEach(without::add);
    without.removeAll(FactShape.byKind().keySet());
    assertThat(without).containsExactly("consent-withdrawal");
  }

  @Example
  void a_withdrawal_apart_from_its_consent_is_refused_by_both_writers() {
    assertRefused(new Fact.ConsentWithdrawal(FactId.of("f-1")), DAY, "people.not-for-files");
  }

  @Example
  void texts_and_days_that_readers_refuse_are_refused_by_both_writers() {
    assertRefused(new Fact.Interest("a\u0007b"), DAY, "people.control-character");
    assertRefused(new Fact.Interest("a\nb"), DAY, "people.control-character");
    assertRefused(new Fact.Interest("chess"), LocalDate.of(1850, 1, 1), "people.date-range");
    assertRefused(
        new Fact.PositionHeld(org.mentoring.participant.Position.MENTOR, " "),
        DAY,
        "people.not-writable");
  }

  /** The one difference of CSV: free times of one validity stand in one cell. */
  @Example
  void free_times_of_the_same_validity_become_one_fact_in_csv_and_none_is_lost()
      throws IOException {
    var morning = new org.mentoring.participant.WeeklyWindow(java.time.DayOfWeek.MONDAY, 540, 600);
    var evening = new org.mentoring.participant.WeeklyWindow(java.time.DayOfWeek.FRIDAY, 960, 999);
    ParticipantInput person =
        person(
            List.of(
                FactInput.from(new Fact.Availability(List.of(evening)), DAY),
                FactInput.from(new Fact.Availability(List.of(morning)), DAY)));

    assertThat(throughJson(person)).isEqualTo(person);
    assertThat(throughCsv(person).facts())
        .containsExactly(FactInput.from(new Fact.Availability(List.of(morning, evening)), DAY));
  }

  /** One fact of each of some kinds: so there is one birth date, and one free time a validity. */
  @Provide
  Arbitrary<ParticipantInput> people() {
    Arbitrary<List<FactInput>> facts =
        Arbitraries.shuffle(new ArrayList<>(FactShape.byKind().keySet()))
            .flatMap(
                kinds -> {
                  Arbitrary<List<FactInput>> all = Arbitraries.just(List.of());
                  for (String kind : kinds.subList(0, 6)) {
                    all =
                        all.flatMap(
                            before ->
                                MentoringArbitraries.facts(kind)
                                    .map(
                                        fact -> {
                                          List<FactInput> more = new ArrayList<>(before);
                                          more.add(fact);
                                          return more;
                                        }));
                  }
                  return all;
                });
    return MentoringArbitraries.participants(facts.map(EveryKindOfFactTest::bornFirst))
        .filter(person -> !namesItself(person));
  }

  /** Such a person is refused: nobody is the own guardian. */
  private static boolean namesItself(ParticipantInput person) {
    SortedSet<ParticipantId> named = new TreeSet<>();
    CanonicalForm.visit(
        person.facts().stream().map(FactInput::fact).toList(), ParticipantId.class, named::add);
    return named.contains(person.id());
  }

  /** Nothing holds of a person before the birth. */
  private static List<FactInput> bornFirst(List<FactInput> facts) {
    LocalDate first =
        facts.stream().map(each -> each.validity().from()).min(LocalDate::compareTo).orElse(DAY);
    return facts.stream()
        .map(
            each ->
                each.fact() instanceof Fact.Birth
                    ? FactInput.of(new Fact.Birth(first), each.validity())
                    : each)
        .toList();
  }

  private static void assertRefused(Fact fact, LocalDate from, String code) {
    ParticipantInput person = person(List.of(FactInput.from(fact, from)));
    assertThatThrownBy(() -> throughJson(person)).satisfies(thrown -> assertTells(thrown, code));
    assertThatThrownBy(() -> throughCsv(person)).satisfies(thrown -> assertTells(thrown, code));
  }

  private static void assertTells(Throwable thrown, String code) {
    List<Problem> problems = ((InvalidInput) thrown).problems();
    assertThat(problems).extracting(Problem::code).containsExactly(code);
    for (Language language : Language.values()) {
      assertThat(Messages.of(language).render(problems.get(0)))
          .contains("test")
          .doesNotContain("{");
    }
  }

  private static ParticipantInput person(List<FactInput> facts) {
    return new ParticipantInput(
        ParticipantId.of("p-1"), ParticipantKind.PERSON, new TreeSet<>(), facts, Place.of("test"));
  }

  private static ParticipantInput throughJson(ParticipantInput person) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PeopleJsonWriter.write(List.of(person), out);
    return only(
        PeopleJsonReader.open().read(new ByteArrayInputStream(out.toByteArray()), "people.json"),
        person.place());
  }

  private static ParticipantInput throughCsv(ParticipantInput person) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PeopleCsvWriter.of(CsvOptions.strict()).write(List.of(person), out);
    return only(
        PeopleCsvReader.of(CsvOptions.strict())
            .read(new ByteArrayInputStream(out.toByteArray()), "people.csv"),
        person.place());
  }

  private static ParticipantInput only(PeopleImport read, Place place) {
    assertThat(read.problems()).isEmpty();
    assertThat(read.accepted()).hasSize(1);
    return read.accepted().get(0).at(place);
  }
}
