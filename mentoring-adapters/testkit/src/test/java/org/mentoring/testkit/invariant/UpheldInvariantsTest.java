package org.mentoring.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInPacks;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.mentorship.Agreement;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.PinnedVersion;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.RulesProvider;
import org.mentoring.testkit.simulation.Behaviour;
import org.mentoring.testkit.simulation.Habit;
import org.mentoring.testkit.simulation.Population;
import org.mentoring.testkit.simulation.Scenario;
import org.mentoring.testkit.simulation.SimulatedRun;
import org.mentoring.testkit.simulation.Simulation;

class UpheldInvariantsTest {
  private static RulesProvider rules;

  @BeforeAll
  static void open() {
    rules = ServiceLoader.load(RulesProvider.class).findFirst().orElseThrow();
  }

  @AfterAll
  static void close() {
    rules.close();
  }

  /** A half year of people among whom some are mentees and mentors at once. */
  private static SimulatedRun lived() {
    Scenario scenario =
        Scenario.of(BuiltInProgrammes.read("our-voices-2019"), LocalDate.of(2020, 1, 9))
            .with(Population.applicants(10, 12, Period.ofMonths(1)))
            .with(
                Behaviour.published()
                    .with(Habit.LASTS_HALF_A_YEAR, 0.5, "choice")
                    .with(Habit.NEVER_MET, 0.1, "choice"))
            .lasting(Period.ofMonths(5));
    return Simulation.of(scenario, rules).run(5);
  }

  private static List<Breach> breaches(SimulatedRun run, RulesProvider judging) {
    return UpheldInvariants.of(run.mentoring(), run.stores(), judging)
        .underOtherDefaults()
        .people(20)
        .breaches(run.lastDay());
  }

  private static List<Invariant> broken(
      BiFunction<EligibilityCase, List<Finding>, List<Finding>> fault) {
    SimulatedRun run = lived();
    return breaches(run, new TamperedRules(rules, fault)).stream()
        .map(Breach::invariant)
        .distinct()
        .toList();
  }

  private static List<Finding> and(List<Finding> findings, boolean further) {
    List<Finding> more = new ArrayList<>(findings);
    if (further) {
      more.add(Finding.of("mentee.age.outside", "planted", Citation.CHOICE, Effect.REFUSES));
    }
    return more;
  }

  private static Particulars open(SimulatedRun run) {
    return run.stores().mentorships().list(Mentorships.Which.all(), null, 1_000).items().stream()
        .filter(each -> each.state().open() && each.startedOn() != null)
        .findFirst()
        .orElseThrow();
  }

  /** The same mentorship once more under another id, with other parties. */
  private static Particulars copied(
      Particulars one, String id, ParticipantId mentor, ParticipantId mentee) {
    return planted(
        one, id, one.practice(), mentor, mentee, one.agreements(), one.startedOn(), one.pinned());
  }

  private static Particulars planted(
      Particulars one,
      String id,
      String practice,
      ParticipantId mentor,
      ParticipantId mentee,
      List<Agreement> agreements,
      @Nullable LocalDate startedOn,
      @Nullable PinnedVersion pinned) {
    return new Particulars(
        MentorshipId.of(id),
        1,
        practice,
        one.arrangement(),
        new TreeSet<>(List.of(mentor)),
        new TreeSet<>(List.of(mentee)),
        one.centre(),
        one.model(),
        null,
        agreements,
        startedOn,
        one.pauses(),
        one.rungs(),
        one.steps(),
        one.changes(),
        one.closure(),
        List.of(),
        pinned,
        List.of());
  }

  private static ParticipantId registered(SimulatedRun run, String id, ParticipantKind kind) {
    ParticipantId stranger = ParticipantId.of(id);
    run.mentoring()
        .register(Actor.coordinator("c-1", "centre-01"), stranger, kind, List.of())
        .orElseThrow();
    return stranger;
  }

  private static List<Breach> ofMentorships(SimulatedRun run) {
    return UpheldInvariants.of(run.mentoring(), run.stores(), rules)
        .only(Invariant.PARTIES_MAY_TAKE_PART, Invariant.WITHIN_CAPACITY, Invariant.NO_CIRCLE)
        .breaches(run.lastDay());
  }

  private static List<Breach> of(List<Breach> breaches, Invariant invariant) {
    return breaches.stream().filter(each -> each.invariant() == invariant).toList();
  }

  @Test
  void a_simulated_programme_upholds_all_of_them() {
    SimulatedRun run = lived();

    assertThat(run.figures().value("pairs")).isPositive();
    assertThat(breaches(run, rules)).isEmpty();
  }

  @Test
  void a_pair_whose_mentee_nobody_admitted_is_found() {
    SimulatedRun run = lived();
    Particulars pair = open(run);
    ParticipantId stranger = ParticipantId.of("stranger");
    run.mentoring()
        .register(
            org.mentoring.identity.Actor.coordinator("c-1", "centre-01"),
            stranger,
            ParticipantKind.PERSON,
            List.of())
        .orElseThrow();
    run.stores().mentorships().restore(copied(pair, "planted", pair.mentors().first(), stranger));

    List<Breach> found = of(breaches(run, rules), Invariant.PARTIES_MAY_TAKE_PART);

    assertThat(found)
        .extracting(Breach::subject, Breach::what)
        .anySatisfy(
            each -> {
              assertThat(each.toList().get(0)).isEqualTo("planted");
              assertThat(each.toList().get(1).toString()).contains("stranger", "mentee-age");
            })
        .anySatisfy(
            each -> assertThat(each.toList().get(1).toString()).contains("no agreement of MENTEE"));
  }

  @Test
  void a_pair_of_a_version_that_nobody_has_is_told_as_not_looked_at() {
    SimulatedRun run = lived();
    Particulars pair = open(run);
    ParticipantId stranger = registered(run, "stranger", ParticipantKind.PERSON);
    PinnedVersion pinned = PinnedVersion.of(run.mentoring().definition());
    run.stores()
        .mentorships()
        .restore(
            planted(
                pair,
                "planted",
                pair.practice(),
                pair.mentors().first(),
                stranger,
                List.of(),
                pair.startedOn(),
                new PinnedVersion(pinned.programme(), pinned.version(), "0".repeat(64))));

    assertThat(ofMentorships(run))
        .filteredOn(each -> "planted".equals(each.subject()))
        .extracting(Breach::invariant, each -> each.what().startsWith("not looked at: no such"))
        .containsExactly(
            tuple(Invariant.PARTIES_MAY_TAKE_PART, true),
            tuple(Invariant.WITHIN_CAPACITY, true),
            tuple(Invariant.NO_CIRCLE, true));
  }

  @Test
  void a_pair_of_a_practice_that_its_version_does_not_have_is_told_as_not_looked_at() {
    SimulatedRun run = lived();
    Particulars pair = open(run);
    run.stores()
        .mentorships()
        .restore(
            planted(
                pair,
                "planted",
                "no-such-practice",
                pair.mentors().first(),
                pair.mentees().first(),
                pair.agreements(),
                pair.startedOn(),
                pair.pinned()));

    assertThat(ofMentorships(run))
        .filteredOn(each -> "planted".equals(each.subject()))
        .extracting(Breach::invariant, each -> each.what().contains("no practice no-such-practice"))
        .containsExactly(
            tuple(Invariant.PARTIES_MAY_TAKE_PART, true),
            tuple(Invariant.WITHIN_CAPACITY, true),
            tuple(Invariant.NO_CIRCLE, true));
  }

  @Test
  void a_pair_of_an_earlier_version_is_judged_by_that_version() {
    SimulatedRun run = lived();
    Particulars pair = open(run);
    ProgrammeDefinition earlier =
        run.mentoring().definition().withPacks(List.of(BuiltInPacks.read("ru-work-with-minors")));
    run.stores().programmes().keep(earlier);
    PinnedVersion pinned = PinnedVersion.of(earlier);
    ParticipantId stranger = registered(run, "stranger", ParticipantKind.PERSON);
    run.stores()
        .mentorships()
        .restore(
            planted(
                pair,
                "planted",
                pair.practice(),
                pair.mentors().first(),
                stranger,
                List.of(),
                pair.startedOn(),
                pinned));

    List<Breach> found = ofMentorships(run);

    assertThat(found)
        .filteredOn(each -> "planted".equals(each.subject()))
        .extracting(Breach::what)
        .anySatisfy(each -> assertThat(each).contains("MENTEE stranger", "mentee-age"))
        .anySatisfy(each -> assertThat(each).contains("no agreement of MENTEE for stranger"))
        .noneSatisfy(each -> assertThat(each).contains("not looked at"));
  }

  @Test
  void who_agreed_after_the_pair_began_is_found() {
    SimulatedRun run = lived();
    Particulars pair = open(run);
    LocalDate began = Objects.requireNonNull(pair.startedOn());
    List<Agreement> late =
        pair.agreements().stream()
            .map(
                each ->
                    new Agreement(each.party(), each.participant(), began.plusDays(1), each.by()))
            .toList();
    run.stores()
        .mentorships()
        .restore(
            planted(
                pair,
                "planted",
                pair.practice(),
                pair.mentors().first(),
                pair.mentees().first(),
                late,
                began,
                pair.pinned()));

    assertThat(of(ofMentorships(run), Invariant.PARTIES_MAY_TAKE_PART))
        .hasSameSizeAs(late)
        .allSatisfy(
            each -> {
              assertThat(each.subject()).isEqualTo("planted");
              assertThat(each.what()).contains("agreed for").endsWith("after it began on " + began);
            });
  }

  @Test
  void a_pair_that_began_before_it_was_assigned_is_found() {
    SimulatedRun run = lived();
    Particulars pair = open(run);
    LocalDate early = pair.changes().get(0).on().minusDays(1);
    List<Agreement> agreed =
        pair.agreements().stream()
            .map(each -> new Agreement(each.party(), each.participant(), early, each.by()))
            .toList();
    run.stores()
        .mentorships()
        .restore(
            planted(
                pair,
                "planted",
                pair.practice(),
                pair.mentors().first(),
                pair.mentees().first(),
                agreed,
                early,
                pair.pinned()));

    assertThat(of(ofMentorships(run), Invariant.PARTIES_MAY_TAKE_PART))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.what())
                    .startsWith("began on " + early + ", before it was assigned"));
  }

  @Test
  void what_was_known_of_an_erased_party_is_held_against_nobody() {
    SimulatedRun run = lived();
    Particulars over =
        run.stores().mentorships().list(Mentorships.Which.all(), null, 1_000).items().stream()
            .filter(
                each ->
                    run.mentoring()
                        .erasure()
                        .erase(
                            new org.mentoring.identity.Actor(
                                "operator",
                                org.mentoring.identity.Code.of("REGIONAL_OPERATOR"),
                                "operator"),
                            each.mentors().first(),
                            org.mentoring.identity.Code.of("ON_DEMAND"),
                            run.lastDay())
                        .accepted()
                        .isPresent())
            .findFirst()
            .orElseThrow();

    assertThat(run.mentoring().dossier(over.mentors().first(), run.lastDay()).facts()).isEmpty();
    assertThat(breaches(run, rules)).isEmpty();
  }

  @Test
  void a_mentor_over_capacity_and_a_mentee_with_two_mentors_are_found() {
    SimulatedRun run = lived();
    Particulars pair = open(run);
    run.stores()
        .mentorships()
        .restore(
            copied(pair, "planted", pair.mentors().first(), ParticipantId.of("mentee-000099")));
    run.stores()
        .mentorships()
        .restore(
            copied(pair, "planted-2", ParticipantId.of("mentor-000099"), pair.mentees().first()));

    List<Breach> found =
        UpheldInvariants.of(run.mentoring(), run.stores(), rules)
            .only(Invariant.WITHIN_CAPACITY)
            .breaches(run.lastDay());

    assertThat(found)
        .extracting(Breach::subject)
        .contains(pair.mentors().first().value(), pair.mentees().first().value());
  }

  @Test
  void a_circle_is_found() {
    SimulatedRun run = lived();
    Particulars pair = open(run);
    run.stores()
        .mentorships()
        .restore(copied(pair, "planted", pair.mentees().first(), pair.mentors().first()));

    List<Breach> found =
        UpheldInvariants.of(run.mentoring(), run.stores(), rules)
            .only(Invariant.NO_CIRCLE)
            .breaches(run.lastDay());

    assertThat(found).extracting(Breach::subject).contains("planted", pair.id().value());
  }

  @Test
  void a_record_that_nobody_commanded_is_found_in_the_journal() {
    SimulatedRun run = lived();
    Particulars pair = open(run);
    run.stores()
        .mentorships()
        .restore(copied(pair, "planted", pair.mentors().first(), pair.mentees().first()));
    run.mentoring().journal().seal();

    assertThat(of(breaches(run, rules), Invariant.JOURNAL))
        .extracting(Breach::subject)
        .contains("MENTORSHIP planted");
  }

  @Test
  void a_refusal_that_nobody_can_read_is_found() {
    SimulatedRun run = lived();
    RulesProvider silent =
        new TamperedRules(
            rules,
            (question, findings) -> {
              List<Finding> more = new ArrayList<>(findings);
              more.add(
                  Finding.of("planted.without-text", "planted", Citation.CHOICE, Effect.REFUSES));
              return more;
            });
    org.mentoring.Mentoring tampered =
        org.mentoring.Mentoring.of(run.mentoring().definition())
            .rules(silent)
            .stores(run.stores())
            .clock(
                java.time.Clock.fixed(
                    run.lastDay().atTime(13, 0).toInstant(java.time.ZoneOffset.UTC),
                    java.time.ZoneOffset.UTC))
            .build();

    List<Breach> found =
        UpheldInvariants.of(tampered, run.stores(), silent)
            .only(Invariant.REASONED)
            .breaches(run.lastDay());

    assertThat(found).extracting(Breach::what).contains("no text for planted.without-text");
  }

  @Test
  void rules_that_hold_a_consent_against_somebody_are_found() {
    assertThat(
            broken(
                (question, findings) ->
                    and(
                        findings,
                        question.dossier().current(Fact.Consent.class).findAny().isPresent())))
        .contains(Invariant.MONOTONE);
  }

  @Test
  void rules_that_look_at_the_order_of_facts_are_found() {
    assertThat(
            broken(
                (question, findings) ->
                    and(
                        findings,
                        !question.dossier().facts().isEmpty()
                            && question.dossier().facts().get(0).fact() instanceof Fact.Birth)))
        .contains(Invariant.ORDER_OF_FACTS);
  }

  @Test
  void rules_that_look_at_the_machine_are_found() {
    assertThat(
            broken(
                (question, findings) ->
                    and(findings, Locale.getDefault().getLanguage().equals("tr"))))
        .containsExactly(Invariant.ZONE_AND_LOCALE);
  }

  @Test
  void rules_that_look_at_what_nobody_asked_for_are_found() {
    assertThat(
            broken(
                (question, findings) ->
                    and(
                        findings,
                        question.dossier().current(Fact.Interest.class).count() > 3
                            && question.party().position() == Position.MENTEE)))
        .containsExactly(Invariant.IRRELEVANT_FACTS);
  }

  @Test
  void a_public_page_that_names_somebody_is_found_by_the_opaque_id_alone() {
    SimulatedRun run = lived();

    List<Breach> found =
        UpheldInvariants.of(run.mentoring(), run.stores(), rules)
            .only(Invariant.NOTHING_PERSONAL_IN_PUBLIC)
            .publishing(List.of("Pairs of the month: mentee-000003.", "Nobody: mentee-0000030."))
            .breaches(run.lastDay());

    assertThat(found)
        .containsExactly(
            new Breach(Invariant.NOTHING_PERSONAL_IN_PUBLIC, "mentee-000003", "stands in page 1"));
  }
}
