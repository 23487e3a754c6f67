package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mentoring.SmallPacks.asks;
import static org.mentoring.SmallPacks.documents;
import static org.mentoring.SmallPacks.law;
import static org.mentoring.SmallPacks.rule;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Foreseen;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Replayed;
import org.mentoring.decision.StoredDecision;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.PackChange;
import org.mentoring.programme.PackRule;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RulePack;
import org.mentoring.spi.Stores;

/** A rule counts by the day of what is judged, and decisions say which rules were in force. */
class PacksByTheDayTest {
  private static final String PRACTICE = "adolescents";

  private static final RulePack LAW =
      law(asks("passport", TODAY, documents("law-passport", "PASSPORT")));

  private final ProgrammeDefinition plain = SmallProgramme.definition(List.of());
  private final Stores stores = InMemoryStores.create();
  private final SmallProgramme programme =
      new SmallProgramme(plain, builder -> builder.stores(stores).pack(LAW));
  private final ParticipantId mentor = programme.mentor("m", "Tyumen");

  private Decision decided(LocalDate day) {
    return programme.mentoring.decide(mentor, PRACTICE, Position.MENTOR, day);
  }

  @Test
  void the_day_that_is_decided_about_tells_which_rules_count() {
    assertThat(decided(TODAY.minusDays(1)).verdict()).isEqualTo(Verdict.ELIGIBLE);
    Decision under = decided(TODAY);
    assertThat(under.verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(under.findings())
        .extracting(Finding::requirement, finding -> finding.citation().source())
        .containsExactly(tuple("law-passport", "L2"));
  }

  @Test
  void a_decision_names_the_rules_in_force_and_the_definition_under_its_packs() {
    assertThat(decided(TODAY).basis().packs()).containsExactly("law@1/passport");
    assertThat(decided(TODAY.minusDays(1)).basis().packs()).isEmpty();
    assertThat(decided(TODAY).basis().definitionHash())
        .isEqualTo(plain.withPacks(List.of(LAW)).hash())
        .isEqualTo(decided(TODAY.minusDays(1)).basis().definitionHash());
  }

  @Test
  void a_decision_is_made_again_under_its_packs_and_not_where_they_are_absent() {
    StoredDecision kept =
        programme
            .mentoring
            .decisions()
            .keep(COORDINATOR, mentor, PRACTICE, Position.MENTOR, TODAY)
            .orElseThrow();
    assertThat(programme.mentoring.decisions().replay(kept.id()))
        .isEqualTo(new Replayed.Identical(kept.id()));
    Stores elsewhere =
        new Stores(
            stores.participants(),
            stores.proposals(),
            stores.selectionEvents(),
            stores.mentorships(),
            stores.activities(),
            stores.incidents(),
            stores.waivers(),
            stores.decisions(),
            stores.commands(),
            stores.journal(),
            stores.outbox(),
            stores.places(),
            stores.identities(),
            stores.erasures(),
            InMemoryStores.create().programmes(),
            stores.work());
    Mentoring without =
        Mentoring.of(plain)
            .rules(SmallProgramme.rules())
            .identifiers(new SequentialIdentifiers())
            .stores(elsewhere)
            .build();
    assertThat(without.decisions().replay(kept.id()))
        .isInstanceOf(Replayed.RulesNotAvailable.class);
  }

  @Test
  void what_a_pack_would_change_is_foreseen() {
    SmallProgramme without = new SmallProgramme(plain);
    without.mentor("m", "Tyumen");
    Foreseen.Some foreseen =
        without
            .mentoring
            .decisions()
            .whatIf(plain.withPacks(List.of(LAW)))
            .applicants(PRACTICE, Position.MENTOR, TODAY, null, 10);
    assertThat(foreseen.items()).hasSize(1);
    Foreseen.Otherwise otherwise = (Foreseen.Otherwise) foreseen.items().get(0);
    assertThat(otherwise.before().verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(otherwise.after().verdict()).isEqualTo(Verdict.NOT_YET);
  }

  @Test
  void pairs_are_proposed_by_the_criteria_of_the_day() {
    Criterion gap =
        new Criterion("gap", new Term.AgeGap(5, null), new Force.Hard(), SmallPacks.LAW);
    SmallProgramme paired =
        new SmallProgramme(
            plain,
            builder ->
                builder.pack(
                    law(rule("gap", TODAY, new PackChange.CriterionAdded(new TreeSet<>(), gap)))));
    paired.mentor("m", "Tyumen");
    paired.mentee("c", "Tyumen");
    assertThat(proposed(paired, TODAY.minusDays(1)).result().pairs()).hasSize(1);
    // Nobody's birth date is on record, so nobody is known to be old enough.
    assertThat(proposed(paired, TODAY).result().pairs()).isEmpty();
  }

  private static MatchProposal proposed(SmallProgramme programme, LocalDate day) {
    return programme.mentoring.propose(COORDINATOR, PRACTICE, day, Progress.NONE).orElseThrow();
  }

  @Test
  void an_assignment_is_judged_by_the_rules_of_its_day_and_not_of_today_in_what_may_be_waived() {
    SmallMentorships small = under(SmallWaivers.definition("consent"), LAW);
    ParticipantId first = small.mentor("mentor-1");
    ParticipantId child = small.mentee("child-1");
    assertThat(SmallProgramme.codes(small.assign(first, child)))
        .containsExactly("mentorship.party-not-eligible");
    assertThat(yesterday(small, first, child).accepted()).isPresent();
  }

  @Test
  void nobody_gets_round_what_cannot_be_waived_by_naming_a_day_before_the_law() {
    PackRule never =
        rule("never", TODAY, new PackChange.NeverWaived(new TreeSet<>(List.of("law-passport"))));
    for (SmallMentorships small :
        List.of(
            // Where a definition says nothing of waivers, nothing is waived.
            under(SmallMentorships.definition(), LAW),
            under(
                SmallWaivers.definition("consent"),
                law(asks("passport", TODAY, documents("law-passport", "PASSPORT")), never)))) {
      ParticipantId first = small.mentor("mentor-1");
      ParticipantId child = small.mentee("child-1");
      assertThat(SmallProgramme.codes(yesterday(small, first, child)))
          .containsExactly("mentorship.party-not-eligible");
      small.programme.fact(first, new Fact.DocumentHandedIn(Code.of("PASSPORT")));
      assertThat(yesterday(small, first, child).accepted()).isPresent();
    }
  }

  private static SmallMentorships under(ProgrammeDefinition definition, RulePack pack) {
    return new SmallMentorships(definition, InMemoryStores.create(), builder -> builder.pack(pack));
  }

  private static Outcome<Mentorship> yesterday(
      SmallMentorships small, ParticipantId mentor, ParticipantId mentee) {
    return small
        .commands()
        .assign(
            COORDINATOR, NewMentorship.individual(PRACTICE, mentor, mentee, TODAY.minusDays(1)));
  }

  @Test
  void what_a_pack_marks_nobody_waives_from_its_first_day_on() {
    ProgrammeDefinition waivable = SmallWaivers.definition("consent");
    LocalDate marked = TODAY.plusDays(10);
    SmallMentorships small =
        new SmallMentorships(
            waivable,
            InMemoryStores.create(),
            builder ->
                builder.pack(
                    law(
                        rule(
                            "never",
                            marked,
                            new PackChange.NeverWaived(
                                new TreeSet<>(List.of("mentor-training")))))));
    ParticipantId untrained = small.programme.person("mentor-1");
    assertThat(waived(small, untrained).accepted()).isPresent();
    assertThat(verdict(small, untrained, marked.minusDays(1))).isEqualTo(Verdict.ELIGIBLE);
    assertThat(verdict(small, untrained, marked)).isEqualTo(Verdict.NOT_YET);
    small.days(10);
    ParticipantId other = small.programme.person("mentor-2");
    assertThat(SmallProgramme.codes(waived(small, other))).containsExactly("waiver.never");
  }

  @Test
  void a_course_that_a_pack_marks_is_asked_of_a_group_s_mentor_though_it_was_waived_before() {
    LocalDate marked = TODAY.plusDays(10);
    SmallMentorships small =
        under(
            SmallWaivers.definition("consent"),
            law(
                rule(
                    "never",
                    marked,
                    new PackChange.NeverWaived(new TreeSet<>(List.of("group-course"))))));
    ParticipantId before = small.mentor("mentor-1");
    ParticipantId after = small.mentor("mentor-2");
    for (ParticipantId mentor : List.of(before, after)) {
      small.places(mentor, 2);
      assertThat(waived(small, mentor, "group-course").accepted()).isPresent();
    }
    assertThat(grouped(small, before, "a", "b").accepted()).isPresent();
    small.days(10);
    assertThat(SmallProgramme.codes(grouped(small, after, "c", "d")))
        .containsExactly("mentorship.course-missing");
  }

  private static Outcome<Mentorship> grouped(
      SmallMentorships small, ParticipantId mentor, String... mentees) {
    TreeSet<ParticipantId> all = new TreeSet<>();
    for (String mentee : mentees) {
      all.add(small.mentee(mentee));
    }
    return small
        .commands()
        .assign(
            COORDINATOR,
            new NewMentorship(
                PRACTICE,
                Arrangement.GROUP,
                new TreeSet<>(List.of(mentor)),
                all,
                null,
                null,
                null,
                small.today()));
  }

  private static Outcome<WaiverId> waived(SmallMentorships small, ParticipantId mentor) {
    return waived(small, mentor, SmallWaivers.TRAINING);
  }

  private static Outcome<WaiverId> waived(
      SmallMentorships small, ParticipantId mentor, String requirement) {
    return small
        .mentoring
        .waivers()
        .waive(
            SmallWaivers.AUTHORITY,
            requirement,
            mentor,
            null,
            "why",
            small.today(),
            small.today().plusDays(30));
  }

  private static Verdict verdict(SmallMentorships small, ParticipantId mentor, LocalDate day) {
    return small.mentoring.decide(mentor, PRACTICE, Position.MENTOR, day).verdict();
  }

  @Test
  void a_mentorship_is_restored_under_its_definition_with_packs() {
    ProgrammeDefinition laid = SmallWaivers.definition("consent").withPacks(List.of(LAW));
    SmallMentorships small = new SmallMentorships(laid);
    Mentorship made =
        small
            .commands()
            .assign(
                COORDINATOR,
                NewMentorship.individual(
                    PRACTICE,
                    small.mentor("mentor-1"),
                    small.mentee("child-1"),
                    TODAY.minusDays(1)))
            .orElseThrow();
    assertThat(made.particulars().pinned()).isNotNull();
    assertThat(made.particulars().pinned().definitionHash()).isEqualTo(laid.hash());
    assertThat(Mentorship.restore(made.snapshot(), laid).particulars())
        .isEqualTo(made.particulars());
  }
}
