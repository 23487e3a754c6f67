package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.programme.TighteningOrder.Standing.EQUAL;
import static org.mentoring.programme.TighteningOrder.Standing.INCOMPARABLE;
import static org.mentoring.programme.TighteningOrder.Standing.LOOSER;
import static org.mentoring.programme.TighteningOrder.Standing.TIGHTER;

import java.lang.reflect.RecordComponent;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.TighteningOrder;
import org.mentoring.programme.TighteningOrder.Direction;
import org.mentoring.text.LocalizedText;

class TighteningOrderTest {
  private static final Citation CITE = Citation.CHOICE;
  private static final LocalizedText TITLE = new LocalizedText("Title", "Название");

  private static TreeSet<Code> codes(String... codes) {
    TreeSet<Code> all = new TreeSet<>();
    Stream.of(codes).map(Code::of).forEach(all::add);
    return all;
  }

  /** The first asks for more, and the second for less. */
  private static void tighter(Requirement first, Requirement second) {
    assertThat(TighteningOrder.compare(first, second)).isEqualTo(TIGHTER);
    assertThat(TighteningOrder.compare(second, first)).isEqualTo(LOOSER);
    assertThat(TighteningOrder.compare(first, first)).isEqualTo(EQUAL);
  }

  private static void incomparable(Requirement first, Requirement second) {
    assertThat(TighteningOrder.compare(first, second)).isEqualTo(INCOMPARABLE);
    assertThat(TighteningOrder.compare(second, first)).isEqualTo(INCOMPARABLE);
  }

  private static Requirement age(@Nullable Integer atLeast, @Nullable Integer below) {
    return new Requirement.Age("r", CITE, atLeast, below);
  }

  private static Requirement consent(@Nullable Integer fromAge, @Nullable Integer belowAge) {
    return new Requirement.ConsentGiven(
        "r",
        CITE,
        Fact.ConsentGiver.GUARDIAN,
        Code.of("MENTORING_CENTRE"),
        Code.of("PARTICIPATION"),
        fromAge,
        belowAge);
  }

  private static Requirement clearance(Period validFor, String... kinds) {
    return new Requirement.Clearance("r", CITE, codes(kinds), validFor);
  }

  private static Requirement attested(@Nullable Period validFor) {
    return new Requirement.AttestationGiven(
        "r", CITE, Code.of("HEAD_TRAINED"), Code.of("REGIONAL_OPERATOR"), validFor, TITLE);
  }

  @Test
  void every_parameter_of_every_kind_has_a_direction() {
    for (Class<?> kind : Requirement.class.getPermittedSubclasses()) {
      List<String> parameters =
          Stream.of(kind.getRecordComponents())
              .map(RecordComponent::getName)
              .filter(name -> !Set.of("id", "citation").contains(name))
              .toList();
      assertThat(TighteningOrder.directions(kind.asSubclass(Requirement.class)).keySet())
          .as(kind.getSimpleName())
          .containsExactlyInAnyOrderElementsOf(parameters);
    }
  }

  @Test
  void only_words_and_titles_ask_for_nothing() {
    for (Class<?> kind : Requirement.class.getPermittedSubclasses()) {
      TighteningOrder.directions(kind.asSubclass(Requirement.class))
          .forEach(
              (name, direction) ->
                  assertThat(direction == Direction.WORDS)
                      .as(kind.getSimpleName() + "." + name)
                      .isEqualTo(name.equals("title")));
    }
  }

  @Test
  void more_hours_and_a_longer_commitment_are_tighter() {
    tighter(SmallPacks.training("r", 600, null), SmallPacks.training("r", 480, null));
    tighter(
        new Requirement.CommitmentMade("r", CITE, Period.ofYears(1)),
        new Requirement.CommitmentMade("r", CITE, Period.ofMonths(6)));
    tighter(
        new Requirement.ReferencesGood("r", CITE, 3), new Requirement.ReferencesGood("r", CITE, 2));
    tighter(
        new Requirement.HasMembers("r", CITE, Position.TEACHER, 2),
        new Requirement.HasMembers("r", CITE, Position.TEACHER, 1));
  }

  @Test
  void a_way_that_alone_counts_is_tighter_than_any_and_incomparable_with_another() {
    tighter(
        SmallPacks.training("r", 480, Fact.Mode.IN_PERSON), SmallPacks.training("r", 480, null));
    incomparable(
        SmallPacks.training("r", 480, Fact.Mode.IN_PERSON),
        SmallPacks.training("r", 480, Fact.Mode.ONLINE));
    incomparable(
        SmallPacks.training("r", 120, Fact.Mode.IN_PERSON), SmallPacks.training("r", 480, null));
  }

  @Test
  void an_interview_in_one_way_is_another_requirement_for_the_latest_of_those_asked_for_counts() {
    incomparable(interview(Fact.Mode.IN_PERSON), interview(null));
    incomparable(interview(Fact.Mode.IN_PERSON), interview(Fact.Mode.ONLINE));
    assertThat(TighteningOrder.compare(interview(null), interview(null))).isEqualTo(EQUAL);
  }

  private static Requirement interview(Fact.@Nullable Mode mode) {
    return new Requirement.InterviewPassed("r", CITE, Code.of("CENTRE_HEAD"), mode);
  }

  @Test
  void narrower_ages_are_tighter_and_shifted_ones_incomparable() {
    tighter(age(14, 18), age(10, 18));
    tighter(age(10, 16), age(10, 18));
    tighter(age(10, 18), age(10, null));
    tighter(age(10, 18), age(null, 18));
    incomparable(age(12, 20), age(10, 18));
  }

  @Test
  void a_consent_asked_at_more_ages_is_tighter() {
    tighter(consent(null, null), consent(null, 18));
    tighter(consent(null, 18), consent(null, 14));
    tighter(consent(10, null), consent(14, null));
    tighter(consent(null, 18), consent(10, 18));
    incomparable(consent(10, 16), consent(14, 18));
  }

  @Test
  void a_shorter_validity_and_more_kinds_are_tighter() {
    tighter(
        clearance(Period.ofMonths(6), "CRIMINAL_RECORD"),
        clearance(Period.ofYears(1), "CRIMINAL_RECORD"));
    tighter(
        clearance(Period.ofYears(1), "CRIMINAL_RECORD", "MEDICAL"),
        clearance(Period.ofYears(1), "CRIMINAL_RECORD"));
    tighter(attested(Period.ofYears(1)), attested(null));
    incomparable(
        clearance(Period.ofMonths(6), "CRIMINAL_RECORD"), clearance(Period.ofYears(1), "MEDICAL"));
  }

  @Test
  void days_and_months_are_compared_only_where_every_month_tells_the_same() {
    tighter(attested(Period.ofDays(27)), attested(Period.ofMonths(1)));
    tighter(attested(Period.ofMonths(1)), attested(Period.ofDays(32)));
    tighter(attested(Period.ofWeeks(2)), attested(Period.ofMonths(1)));
    incomparable(attested(Period.ofDays(30)), attested(Period.ofMonths(1)));
    assertThat(TighteningOrder.compare(attested(Period.ofMonths(12)), attested(Period.ofYears(1))))
        .isEqualTo(EQUAL);
  }

  @Test
  void fewer_ways_to_meet_it_are_tighter() {
    tighter(
        new Requirement.Intake(
            "r", CITE, Position.MENTEE, new TreeSet<>(Set.of(Fact.WayIn.COMMISSION))),
        new Requirement.Intake(
            "r",
            CITE,
            Position.MENTEE,
            new TreeSet<>(Set.of(Fact.WayIn.COMMISSION, Fact.WayIn.FAMILY))));
    tighter(
        new Requirement.TraitKnown("r", CITE, "municipality", new TreeSet<>(Set.of("Тюмень"))),
        new Requirement.TraitKnown("r", CITE, "municipality", new TreeSet<>()));
    incomparable(
        new Requirement.TraitKnown("r", CITE, "municipality", new TreeSet<>(Set.of("Тюмень"))),
        new Requirement.TraitKnown("r", CITE, "municipality", new TreeSet<>(Set.of("Ишим"))));
    tighter(
        new Requirement.CircumstanceHolds(
            "r", CITE, codes("AT_RISK"), codes("COMMISSION"), codes()),
        new Requirement.CircumstanceHolds(
            "r", CITE, codes("AT_RISK"), codes("COMMISSION", "SCHOOL"), codes()));
  }

  @Test
  void more_forbidden_and_fewer_allowed_affiliations_are_tighter() {
    tighter(
        new Requirement.AffiliationFits("r", CITE, codes("NGO"), codes("STATE")),
        new Requirement.AffiliationFits("r", CITE, codes(), codes("STATE")));
    tighter(
        new Requirement.AffiliationFits("r", CITE, codes(), codes("STATE", "PRIVATE")),
        new Requirement.AffiliationFits("r", CITE, codes(), codes("STATE")));
    incomparable(
        new Requirement.AffiliationFits("r", CITE, codes("NGO"), codes()),
        new Requirement.AffiliationFits("r", CITE, codes(), codes("STATE")));
  }

  @Test
  void what_is_asked_of_more_people_is_tighter() {
    tighter(
        new Requirement.Registration("r", CITE, codes("SCHOOL"), new TreeSet<>()),
        new Requirement.Registration(
            "r", CITE, codes("SCHOOL"), new TreeSet<>(Set.of(Fact.WayIn.FAMILY))));
    tighter(
        new Requirement.CoursePassed("r", CITE, Code.of("COURSE"), null),
        new Requirement.CoursePassed("r", CITE, Code.of("COURSE"), Arrangement.GROUP));
    tighter(
        new Requirement.MetAfter("r", CITE, "later", new TreeSet<>(Set.of("a", "b")), TITLE),
        new Requirement.MetAfter("r", CITE, "later", new TreeSet<>(Set.of("a")), TITLE));
  }

  @Test
  void another_authority_register_or_evaluator_is_another_requirement() {
    incomparable(
        new Requirement.DecisionOf("r", CITE, Code.of("COURT"), Code.of("PARTICIPATION")),
        new Requirement.DecisionOf("r", CITE, Code.of("SCHOOL"), Code.of("PARTICIPATION")));
    incomparable(
        new Requirement.InRegister("r", CITE, Code.of("ONE")),
        new Requirement.InRegister("r", CITE, Code.of("OTHER")));
    incomparable(
        new Requirement.Extension("r", CITE, "org.example.swims", 1, new TreeMap<>(), TITLE),
        new Requirement.Extension("r", CITE, "org.example.swims", 2, new TreeMap<>(), TITLE));
    incomparable(SmallPacks.training("r", 480, null), SmallPacks.documents("r", "PASSPORT"));
  }

  @Test
  void words_and_sources_ask_for_nothing() {
    assertThat(
            TighteningOrder.compare(
                attested(null),
                new Requirement.AttestationGiven(
                    "other",
                    Citation.of("V1"),
                    Code.of("HEAD_TRAINED"),
                    Code.of("REGIONAL_OPERATOR"),
                    null,
                    new LocalizedText("Other", "Другое"))))
        .isEqualTo(EQUAL);
  }
}
