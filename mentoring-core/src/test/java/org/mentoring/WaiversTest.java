package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallProgramme.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Renderer;
import org.mentoring.decision.StepProgress;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.WaiverTerms;
import org.mentoring.spi.Stores;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.waiver.Waiver;

class WaiversTest {
  private static final Code OPERATOR = Code.of("REGIONAL_OPERATOR");
  private static final Actor AUTHORITY = new Actor("o-1", OPERATOR, "operator-1");
  private static final Citation CITE = Citation.of("choice");
  private static final String TRAINING = "mentor-training";

  private final SmallMentorships small = new SmallMentorships(definition("consent"));
  private final Mentoring mentoring = small.mentoring;
  private final ParticipantId untrained = small.programme.person("mentor-1");

  @Test
  void a_waived_requirement_informs_and_nothing_more() {
    Decision before = decided();
    waive(TRAINING, untrained).orElseThrow();
    Decision after = decided();

    assertThat(before.verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(after.verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(after.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("waiver.applied");
              assertThat(finding.requirement()).isEqualTo(TRAINING);
              assertThat(finding.effect()).isEqualTo(Effect.INFORMS);
              assertThat(finding.parameters())
                  .containsEntry("requirement", Parameter.term(TRAINING))
                  .containsKeys("authority", "until");
            });
    assertThat(after.path())
        .extracting(StepProgress::state)
        .containsExactly(StepProgress.State.DONE);
    assertThat(after.digest()).isNotEqualTo(before.digest());
    assertThat(after.basis().dossierDigest()).isNotEqualTo(before.basis().dossierDigest());
  }

  @Test
  void a_waiver_shows_although_the_facts_were_judged_before() {
    decided();
    int judged = small.programme.judged.get();
    waive(TRAINING, untrained).orElseThrow();

    assertThat(decided().verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(small.programme.judged.get()).isEqualTo(judged);
  }

  @Test
  void a_waiver_counts_on_its_days_alone() {
    waive(TRAINING, untrained).orElseThrow();

    assertThat(decided(TODAY.minusDays(1), now()).verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(decided(TODAY.plusDays(29), now()).verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(decided(TODAY.plusDays(30), now()).verdict()).isEqualTo(Verdict.NOT_YET);
  }

  @Test
  void a_decision_with_what_was_known_before_knows_of_no_waiver() {
    Instant before = now();
    small.programme.later();
    WaiverId id = waive(TRAINING, untrained).orElseThrow();
    Instant given = now();
    small.programme.later();
    mentoring.waivers().revoke(AUTHORITY, id, "given to the wrong person").orElseThrow();

    assertThat(decided(TODAY, before).verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(decided(TODAY, given).verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(decided(TODAY, now()).verdict()).isEqualTo(Verdict.NOT_YET);
  }

  @Test
  void a_waiver_is_taken_back_once_and_for_a_reason() {
    WaiverId id = waive(TRAINING, untrained).orElseThrow();

    assertThat(codes(mentoring.waivers().revoke(AUTHORITY, id, " ")))
        .containsExactly("waiver.reason");
    assertThat(codes(mentoring.waivers().revoke(SmallProgramme.COORDINATOR, id, "why")))
        .containsExactly("waiver.without-authority");
    assertThat(mentoring.waivers().revoke(AUTHORITY, id, "why").orElseThrow()).isEqualTo(id);
    assertThat(codes(mentoring.waivers().revoke(AUTHORITY, id, "why")))
        .containsExactly("waiver.revoked-already");
    assertThat(codes(mentoring.waivers().revoke(AUTHORITY, WaiverId.of("w-none"), "why")))
        .containsExactly("waiver.unknown");
    assertThat(mentoring.waivers().find(id))
        .hasValueSatisfying(
            waiver -> {
              assertThat(waiver.revokedBy()).isEqualTo(AUTHORITY);
              assertThat(waiver.revokedBecause()).isEqualTo("why");
            });
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    Outcome<WaiverId> outcome =
        mentoring
            .waivers()
            .waive(
                SmallProgramme.COORDINATOR,
                "mentee-consent",
                ParticipantId.of("nobody"),
                null,
                "",
                TODAY,
                TODAY);

    assertThat(codes(outcome))
        .containsExactlyInAnyOrder(
            "waiver.without-authority",
            "waiver.reason",
            "waiver.end-before-beginning",
            "command.participant-unknown",
            "waiver.never");
    assertThat(mentoring.waivers().of(untrained)).isEmpty();
  }

  @Test
  void what_is_marked_by_kind_or_by_id_nobody_can_waive() {
    assertThat(codes(waive("mentee-consent", untrained))).containsExactly("waiver.never");
    SmallMentorships other = new SmallMentorships(definition(TRAINING));
    ParticipantId mentor = other.programme.person("mentor-1");

    assertThat(
            codes(
                other
                    .mentoring
                    .waivers()
                    .waive(AUTHORITY, TRAINING, mentor, null, "why", TODAY, TODAY.plusDays(3))))
        .containsExactly("waiver.never");
  }

  @Test
  void a_waiver_that_lies_in_the_store_against_the_definition_changes_nothing() {
    assertThat(stored(definition(TRAINING), OPERATOR)).isEqualTo(Verdict.NOT_YET);
    assertThat(stored(definition("training"), OPERATOR)).isEqualTo(Verdict.NOT_YET);
    assertThat(stored(definition("consent"), Code.of("COORDINATOR"))).isEqualTo(Verdict.NOT_YET);
    assertThat(stored(SmallMentorships.definition(), OPERATOR)).isEqualTo(Verdict.NOT_YET);
    assertThat(stored(definition("consent"), OPERATOR)).isEqualTo(Verdict.ELIGIBLE);
  }

  @Test
  void a_name_that_means_nothing_is_refused_with_what_may_be_meant() {
    assertThat(findings(waive("mentor-trainning", untrained)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("waiver.requirement-unknown");
              assertThat(finding.parameters().get("maybe"))
                  .isInstanceOfSatisfying(
                      Parameter.TermId.class,
                      maybe -> assertThat(maybe.value()).startsWith(TRAINING + ","));
            });
  }

  @Test
  void a_waiver_lasts_no_longer_than_the_definition_lets_it() {
    assertThat(codes(waive(TRAINING, untrained, TODAY, TODAY.plusMonths(6).plusDays(1))))
        .containsExactly("waiver.too-long");
    assertThat(waive(TRAINING, untrained, TODAY, TODAY.plusMonths(6)).accepted()).isPresent();
  }

  @Test
  void the_same_is_not_waived_twice_for_a_day() {
    WaiverId first = waive(TRAINING, untrained, TODAY, TODAY.plusDays(10)).orElseThrow();

    assertThat(codes(waive(TRAINING, untrained, TODAY.plusDays(9), TODAY.plusDays(20))))
        .containsExactly("waiver.overlaps");
    assertThat(waive(TRAINING, untrained, TODAY.plusDays(10), TODAY.plusDays(20)).accepted())
        .isPresent();
    mentoring.waivers().revoke(AUTHORITY, first, "why").orElseThrow();
    assertThat(waive(TRAINING, untrained, TODAY.plusDays(9), TODAY.plusDays(10)).accepted())
        .isPresent();
  }

  @Test
  void a_waiver_is_for_a_participant_or_for_a_mentorship() {
    MentorshipId mentorship = mentorship();

    assertThat(
            codes(
                mentoring
                    .waivers()
                    .waive(
                        AUTHORITY,
                        TRAINING,
                        untrained,
                        mentorship,
                        "why",
                        TODAY,
                        TODAY.plusDays(3))))
        .contains("waiver.subject");
    assertThat(codes(waive(TRAINING, null))).contains("waiver.subject");
    assertThat(codes(waiveIn("MENTOR_REPORT", MentorshipId.of("m-none"))))
        .containsExactly("command.mentorship-unknown");
  }

  @Test
  void a_mentorship_is_freed_of_what_is_due_and_asked_in_it_and_of_no_requirement() {
    MentorshipId mentorship = mentorship();

    for (String name :
        List.of("MENTOR_REPORT", "FOLLOW_UP_REPORT", "SUMMING_UP.GUARDIAN", "GUARDIAN", "LENGTH")) {
      assertThat(waiveIn(name, mentorship).accepted()).as(name).isPresent();
    }
    assertThat(codes(waiveIn(TRAINING, mentorship))).containsExactly("waiver.requirement-unknown");
    assertThat(codes(waiveIn("EXIT_INTERVIEW.MENTOR", mentorship)))
        .containsExactly("waiver.requirement-unknown");
    assertThat(mentoring.waivers().of(mentorship)).hasSize(5);
  }

  @Test
  void a_mark_on_a_kind_of_activity_holds_for_each_partys_part() {
    SmallMentorships other = new SmallMentorships(definition("SUMMING_UP"));
    MentorshipId mentorship =
        other.assign(other.mentor("mentor-2"), other.mentee("mentee-2")).orElseThrow().id();

    assertThat(
            codes(
                other
                    .mentoring
                    .waivers()
                    .waive(
                        AUTHORITY,
                        "SUMMING_UP.GUARDIAN",
                        null,
                        mentorship,
                        "why",
                        TODAY,
                        TODAY.plusDays(3))))
        .containsExactly("waiver.never");
  }

  @Test
  void a_programme_that_says_nothing_of_waivers_has_none() {
    SmallMentorships other = new SmallMentorships();
    ParticipantId mentor = other.programme.person("mentor-1");

    assertThat(
            codes(
                other
                    .mentoring
                    .waivers()
                    .waive(AUTHORITY, TRAINING, mentor, null, "why", TODAY, TODAY.plusDays(3))))
        .containsExactly("waiver.nobody");
  }

  @Test
  void what_was_waived_for_a_duplicate_is_waived_for_the_one_that_is_kept() {
    ParticipantId kept = small.programme.person("mentor-2");
    waive(TRAINING, untrained).orElseThrow();
    small.programme.later();
    Instant apart = now();
    small.programme.later();
    mentoring.merge(SmallProgramme.COORDINATOR, kept, untrained, "one person").orElseThrow();

    assertThat(decided(kept, TODAY, apart).verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(decided(kept, TODAY, now()).verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(codes(waive(TRAINING, untrained, TODAY, TODAY.plusDays(3)))).isEmpty();
  }

  @Test
  void a_waived_finding_keeps_the_facts_it_rested_on_and_others_stay() {
    Finding one = Finding.of("a.one", TRAINING, CITE, Effect.DELAYS).on(List.of(FactId.of("f-1")));
    Finding two = Finding.of("a.two", TRAINING, CITE, Effect.REFUSES).on(List.of(FactId.of("f-2")));
    Finding told = Finding.of("a.told", TRAINING, CITE, Effect.INFORMS);
    Finding other = Finding.of("b", "other", CITE, Effect.DELAYS);

    List<Finding> applied =
        WaivedRequirements.applied(List.of(one, two, told, other), List.of(waiver(OPERATOR)));

    assertThat(applied).hasSize(3).contains(told, other);
    assertThat(applied)
        .filteredOn(finding -> finding.code().equals("waiver.applied"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.facts()).containsExactly(FactId.of("f-1"), FactId.of("f-2")));
  }

  @Test
  void refusals_and_waivers_are_told_in_both_languages() {
    List<Decision> decisions = new ArrayList<>();
    decisions.add(waive("x", null, TODAY, TODAY).refused().orElseThrow());
    decisions.add(waive("mentee-consent", untrained).refused().orElseThrow());
    decisions.add(waive(TRAINING, untrained, TODAY, TODAY.plusYears(2)).refused().orElseThrow());
    waive(TRAINING, untrained).orElseThrow();
    decisions.add(waive(TRAINING, untrained).refused().orElseThrow());
    decisions.add(decided());
    for (Language language : Language.values()) {
      for (Audience audience : List.of(Audience.COORDINATOR, Audience.PARTY)) {
        Renderer renderer = mentoring.renderer(language, audience);
        for (Decision decision : decisions) {
          assertThat(renderer.lines(decision))
              .isNotEmpty()
              .allSatisfy(
                  line ->
                      assertThat(line.found())
                          .isNotBlank()
                          .doesNotContain(line.finding().code(), "{", "}"));
        }
      }
    }
  }

  private Verdict stored(ProgrammeDefinition definition, Code authority) {
    Stores stores = InMemoryStores.create();
    try (Mentoring other =
        Mentoring.of(definition)
            .stores(stores)
            .identifiers(new SequentialIdentifiers())
            .rules(SmallProgramme.rules())
            .build()) {
      ParticipantId mentor =
          other
              .register(
                  SmallProgramme.COORDINATOR,
                  ParticipantId.of("mentor-1"),
                  ParticipantKind.PERSON,
                  List.of())
              .orElseThrow();
      stores.waivers().save(waiver(authority));
      return other.decide(mentor, SmallMentorships.PRACTICE, Position.MENTOR, TODAY).verdict();
    }
  }

  private static Waiver waiver(Code authority) {
    return new Waiver(
        WaiverId.of("w-1"),
        TRAINING,
        ParticipantId.of("mentor-1"),
        null,
        authority,
        "why",
        TODAY,
        TODAY.plusDays(30),
        AUTHORITY,
        Instant.parse("2020-01-01T00:00:00Z"));
  }

  private MentorshipId mentorship() {
    return small.assign(small.mentor("mentor-9"), small.mentee("mentee-9")).orElseThrow().id();
  }

  private Instant now() {
    return small.programme.now.get();
  }

  private Decision decided() {
    return decided(TODAY, now());
  }

  private Decision decided(LocalDate asOf, Instant knownAt) {
    return decided(untrained, asOf, knownAt);
  }

  private Decision decided(ParticipantId who, LocalDate asOf, Instant knownAt) {
    return mentoring.decide(who, SmallMentorships.PRACTICE, Position.MENTOR, asOf, knownAt);
  }

  private Outcome<WaiverId> waive(String requirement, @Nullable ParticipantId participant) {
    return waive(requirement, participant, TODAY, TODAY.plusDays(30));
  }

  private Outcome<WaiverId> waive(
      String requirement, @Nullable ParticipantId participant, LocalDate from, LocalDate until) {
    return mentoring.waivers().waive(AUTHORITY, requirement, participant, null, "why", from, until);
  }

  private Outcome<WaiverId> waiveIn(String requirement, MentorshipId mentorship) {
    return mentoring
        .waivers()
        .waive(AUTHORITY, requirement, null, mentorship, "why", TODAY, TODAY.plusDays(30));
  }

  private static List<Finding> findings(Outcome<?> outcome) {
    return outcome.refused().map(Decision::findings).orElse(List.of());
  }

  private static List<String> codes(Outcome<?> outcome) {
    return findings(outcome).stream().map(Finding::code).toList();
  }

  /** The small programme, in which an authority may waive. */
  private static ProgrammeDefinition definition(String never) {
    ProgrammeDefinition plain = SmallMentorships.definition();
    Practice practice = plain.practices().get(0);
    CompletionTerms completion =
        new CompletionTerms(
            List.of(),
            new TreeSet<>(Set.of(Code.of("GUARDIAN"), Code.of("MENTOR"))),
            List.of(),
            Period.ofMonths(3),
            List.of(),
            List.of(due("FOLLOW_UP_REPORT")),
            CITE);
    Practice whole =
        new Practice(
            practice.id(),
            practice.title(),
            practice.format(),
            practice.arrangements(),
            false,
            false,
            practice.parties(),
            practice.matching(),
            practice.mentorship(),
            List.of(due("MENTOR_REPORT")),
            completion,
            practice.citation());
    return new ProgrammeDefinition(
        plain.id(),
        plain.version(),
        plain.title(),
        null,
        plain.zone(),
        List.of(),
        plain.phases(),
        plain.vocabulary(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(whole),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new WaiverTerms(
            new TreeSet<>(Set.of(OPERATOR)),
            new TreeSet<>(Set.of(never)),
            Period.ofMonths(6),
            CITE),
        plain.privacy());
  }

  private static Cadence due(String code) {
    return new Cadence(
        Code.of(code), Code.of("MENTOR"), Period.ofWeeks(2), 1, false, null, null, CITE);
  }
}
