package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.AS_MENTOR;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.GUARDIAN;
import static org.mentoring.SmallMentorships.MENTEE;
import static org.mentoring.SmallMentorships.TODAY;
import static org.mentoring.SmallPacks.LAW;
import static org.mentoring.SmallPacks.law;
import static org.mentoring.SmallPacks.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.Agreement;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.PackChange;
import org.mentoring.programme.PackRule;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.RulePack;

/** A pack may ask more people to agree, and frees nobody from it. */
class AgreementsUnderPacksTest {
  private static final List<Code> PURPOSES =
      List.of(Code.of("PARTICIPATION"), Code.of("PUBLICATION"));

  private static Requirement consent(String id, Code purpose, @Nullable Integer below) {
    return new Requirement.ConsentGiven(
        id, LAW, Fact.ConsentGiver.GUARDIAN, SmallProgramme.CENTRE, purpose, null, below);
  }

  private static PackRule ofMentees(String code, Requirement requirement) {
    return rule(
        code,
        null,
        new PackChange.RequirementAdded(
            Position.MENTEE, new TreeSet<>(), new TreeSet<>(), null, requirement));
  }

  private static @Nullable Integer below(Random random) {
    return random.nextInt(4) == 0 ? null : Integer.valueOf(8 + random.nextInt(12));
  }

  /** Whether a guardian is asked to agree for a mentee who is so old today. */
  private static boolean asked(ProgrammeDefinition definition, int age) {
    SmallMentorships small = new SmallMentorships(definition);
    ParticipantId mentee = small.programme.mentee("mentee-1", "Tyumen");
    small.programme.fact(mentee, new Fact.Birth(TODAY.minusYears(age)));
    for (Code purpose : PURPOSES) {
      small.programme.fact(
          mentee,
          new Fact.Consent(Fact.ConsentGiver.GUARDIAN, null, SmallProgramme.CENTRE, purpose));
    }
    MentorshipId id = small.assign(small.mentor("mentor-1"), mentee).orElseThrow().id();
    return small.agree(id, GUARDIAN, mentee).accepted().isPresent();
  }

  @Property(tries = 150)
  void the_guardian_of_whom_agrees_without_packs_agrees_under_them(
      @ForAll Random random, @ForAll @IntRange(min = 5, max = 20) int age) {
    List<Requirement> own = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      own.add(consent("own-" + i, PURPOSES.get(random.nextInt(2)), below(random)));
    }
    ProgrammeDefinition plain =
        SmallMentorships.definitionOfAgreements(Set.of(AS_MENTOR, MENTEE, GUARDIAN), own);
    List<PackRule> rules = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(2); i++) {
      rules.add(
          ofMentees(
              "rule-" + i, consent("law-" + i, PURPOSES.get(random.nextInt(2)), below(random))));
    }
    boolean without = asked(plain, age);
    if (without) {
      assertThat(asked(plain.withPacks(List.of(law(rules.toArray(PackRule[]::new)))), age))
          .isTrue();
    }
    Statistics.label("asked")
        .collect(without)
        .coverage(
            coverage -> {
              coverage.check(true).count(count -> count > 0);
              coverage.check(false).count(count -> count > 0);
            });
  }

  @Example
  void a_consent_for_photographs_of_small_children_frees_no_guardian_of_a_bigger_one() {
    ProgrammeDefinition plain =
        SmallMentorships.definitionOfAgreements(Set.of(AS_MENTOR, MENTEE, GUARDIAN), List.of());
    RulePack photographs = law(ofMentees("photo", consent("photo", PURPOSES.get(1), 10)));
    assertThat(asked(plain, 12)).isTrue();
    assertThat(asked(plain.withPacks(List.of(photographs)), 12)).isTrue();
    assertThat(asked(plain.withPacks(List.of(photographs)), 18)).isFalse();
  }

  @Example
  void whom_a_law_asks_that_came_since_the_others_agreed_agrees_before_the_start() {
    LocalDate first = TODAY.plusDays(2);
    RulePack law =
        law(
            rule(
                "guardians",
                first,
                new PackChange.AgreementAdded(new TreeSet<>(), new TreeSet<>(Set.of(GUARDIAN)))));
    ProgrammeDefinition laid =
        SmallMentorships.definitionOfAgreements(Set.of(AS_MENTOR, MENTEE), List.of())
            .withPacks(List.of(law));
    SmallMentorships small = new SmallMentorships(laid, InMemoryStores.create());
    ParticipantId mentor = small.mentor("mentor-1");
    ParticipantId child = small.mentee("child-1");
    MentorshipId id = small.assign(mentor, child).orElseThrow().id();
    small.agree(id, AS_MENTOR, mentor).orElseThrow();
    assertThat(small.agree(id, MENTEE, child).orElseThrow().state())
        .isEqualTo(MentorshipState.AGREED);
    assertThat(SmallProgramme.codes(small.agree(id, GUARDIAN, child)))
        .contains("mentorship.party-not-asked");
    small.step(SmallMentorships.MENTOR, id, "first-meeting").orElseThrow();
    Instant allHadAgreed = small.programme.now.get();
    Particulars known = small.now(id).particulars().knownAt(allHadAgreed).orElseThrow();
    small.days(3);

    List<Finding> findings =
        small.commands().start(COORDINATOR, id, small.today()).refused().orElseThrow().findings();
    assertThat(findings).extracting(Finding::code).containsExactly("mentorship.not-agreed");
    assertThat(small.agree(id, GUARDIAN, child).orElseThrow().state())
        .isEqualTo(MentorshipState.AGREED);
    assertThat(SmallProgramme.codes(small.agree(id, GUARDIAN, child)))
        .containsExactly("mentorship.agreed-already");
    assertThat(small.now(id).particulars().knownAt(allHadAgreed)).contains(known);
    Mentorship started = small.commands().start(COORDINATOR, id, small.today()).orElseThrow();
    assertThat(started.particulars().agreements())
        .extracting(Agreement::party)
        .containsExactly(AS_MENTOR, MENTEE, GUARDIAN);
    assertThat(Mentorship.restore(started.snapshot(), laid).particulars())
        .isEqualTo(started.particulars());
    assertThat(Mentorship.restore(started.snapshot())).isEqualTo(started);
  }

  @Example
  void on_a_day_before_the_law_mentoring_begins_without_who_it_asks() {
    RulePack law =
        law(
            rule(
                "guardians",
                TODAY.plusDays(2),
                new PackChange.AgreementAdded(new TreeSet<>(), new TreeSet<>(Set.of(GUARDIAN)))));
    SmallMentorships small =
        new SmallMentorships(
            SmallMentorships.definitionOfAgreements(Set.of(AS_MENTOR, MENTEE), List.of())
                .withPacks(List.of(law)));
    ParticipantId mentor = small.mentor("mentor-1");
    ParticipantId child = small.mentee("child-1");
    MentorshipId id = small.assign(mentor, child).orElseThrow().id();
    small.agree(id, AS_MENTOR, mentor).orElseThrow();
    small.agree(id, MENTEE, child).orElseThrow();
    small.step(SmallMentorships.MENTOR, id, "first-meeting").orElseThrow();
    assertThat(small.commands().start(COORDINATOR, id, TODAY).accepted()).isPresent();
  }
}
