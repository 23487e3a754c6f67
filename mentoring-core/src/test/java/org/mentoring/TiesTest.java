package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.TODAY;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.ProposedPair;
import org.mentoring.participant.Fact;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.time.Validity;

/** Siblings, former mentors and circles, told by facts of people who need not be matched. */
class TiesTest {
  private final SmallProgramme small = new SmallProgramme(tied());
  private final Mentoring mentoring = small.mentoring;

  private static ProgrammeDefinition tied() {
    return SmallProgramme.definition(
        List.of(),
        List.of(),
        List.of(
            criterion("no-circle", new Term.NoCircle(), new Force.Hard()),
            criterion("sibling", new Term.MentorsSibling(), new Force.Soft(50)),
            criterion("former", new Term.FormerMentor(), new Force.Soft(70))));
  }

  private static Criterion criterion(String id, Term term, Force force) {
    return new Criterion(id, term, force, Citation.CHOICE);
  }

  private MatchProposal propose() {
    return mentoring.propose(COORDINATOR, "adolescents", TODAY, Progress.NONE).orElseThrow();
  }

  private List<PairKey> pairs() {
    return propose().result().pairs().stream().map(ProposedPair::pair).toList();
  }

  private static PairKey pair(String mentee, String mentor) {
    return new PairKey(ParticipantId.of(mentee), ParticipantId.of(mentor));
  }

  @Test
  void a_mentorship_that_has_ended_makes_its_mentor_a_former_one_and_favours_it() {
    ParticipantId mentee = small.mentee("a", "Ишим");
    small.mentor("m", "Ишим");
    ParticipantId former = small.mentor("n", "Ишим");
    mentoring
        .record(
            COORDINATOR,
            mentee,
            new Fact.MentoredBy(former),
            Validity.between(TODAY.minusYears(1), TODAY.minusDays(1)))
        .orElseThrow();

    assertThat(pairs()).containsExactly(pair("a", "n"));
    assertThat(propose().result().totalScore()).isEqualTo(70);
  }

  @Test
  void the_mentor_of_a_sibling_is_favoured_though_the_sibling_seeks_none() {
    small.mentee("a", "Ишим");
    small.mentor("m", "Ишим");
    ParticipantId mentor = small.mentor("n", "Ишим");
    ParticipantId sibling = small.person("b");
    small.fact(sibling, new Fact.Sibling(ParticipantId.of("a")));
    small.fact(sibling, new Fact.MentoredBy(mentor));

    assertThat(pairs()).containsExactly(pair("a", "n"));
    assertThat(mentoring.explain(propose(), pair("a", "n")).score()).isEqualTo(50);
  }

  @Test
  void a_circle_over_somebody_who_seeks_nobody_is_barred_and_cannot_be_locked() {
    ParticipantId both = small.mentee("a", "Ишим");
    ParticipantId between = small.person("x");
    small.fact(between, new Fact.MentoredBy(both));
    ParticipantId mentor = small.mentor("m", "Ишим");
    small.fact(mentor, new Fact.MentoredBy(between));

    MatchProposal proposal = propose();

    assertThat(proposal.result().pairs()).isEmpty();
    assertThat(mentoring.explain(proposal, pair("a", "m")).possible()).isFalse();
    assertThat(
            SmallProgramme.codes(
                mentoring.lock(COORDINATOR, proposal, pair("a", "m"), "they wish")))
        .contains("command.criterion-forbids");
  }

  @Test
  void ties_to_a_duplicate_are_ties_to_the_one_that_was_kept() {
    ParticipantId mentee = small.mentee("a", "Ишим");
    small.mentor("m", "Ишим");
    ParticipantId kept = small.mentor("n", "Ишим");
    ParticipantId duplicate = small.person("n-again");
    small.fact(mentee, new Fact.FormerMentor(duplicate));

    assertThat(pairs()).containsExactly(pair("a", "m"));
    mentoring.merge(COORDINATOR, kept, duplicate, "the same person").orElseThrow();

    assertThat(pairs()).containsExactly(pair("a", "n"));
    assertThat(mentoring.ties(TODAY).former()).containsExactly(pair("a", "n"));
  }

  @Test
  void nobody_is_tied_to_oneself_and_wishes_and_service_are_checked_as_traits_are() {
    ParticipantId a = small.person("a");
    for (Fact fact :
        List.of(
            new Fact.Sibling(a),
            new Fact.MentoredBy(a),
            new Fact.FormerMentor(a),
            new Fact.AttachedTo(a, Code.of("PARTNER")),
            new Fact.Agreement(a, Code.of("POSITIONS")))) {
      assertThat(SmallProgramme.codes(mentoring.record(COORDINATOR, a, fact, Validity.from(TODAY))))
          .containsExactly("command.tied-to-self");
    }
    assertThat(
            SmallProgramme.codes(
                mentoring.record(
                    COORDINATOR,
                    a,
                    new Fact.Wish(Attribute.of("shoe-size"), "43"),
                    Validity.from(TODAY))))
        .containsExactly("command.attribute-unknown");
    assertThat(
            SmallProgramme.codes(
                mentoring.record(
                    COORDINATOR,
                    a,
                    new Fact.InService(Code.of("TEACHING"), LocalDate.of(2021, 1, 1)),
                    Validity.from(TODAY))))
        .containsExactly("command.in-future");
  }
}
