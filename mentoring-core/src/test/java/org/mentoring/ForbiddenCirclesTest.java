package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.Relay.ALLOWING;
import static org.mentoring.Relay.FORBIDDING;
import static org.mentoring.Relay.OTHER;
import static org.mentoring.Relay.RELAY;
import static org.mentoring.Relay.assign;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallProgramme.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Citation;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.ProposedPair;
import org.mentoring.matching.Unmatched;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.spi.Places;
import org.mentoring.spi.Stores;

/** A circle is forbidden if one of its mentorships may be part of none, however it closes. */
class ForbiddenCirclesTest {
  private static final String CIRCLE = "mentorship.circle";

  private final Relay relay = new Relay(true);
  private final ParticipantId anna = relay.person("anna");
  private final ParticipantId boris = relay.person("boris");
  private final ParticipantId vera = relay.person("vera");

  @Test
  void a_circle_that_one_version_allowed_is_not_taken_into_one_that_forbids_it() {
    MentorshipId first = assign(relay.earlier, RELAY, anna, boris).orElseThrow().id();
    MentorshipId second = assign(relay.earlier, RELAY, boris, anna).orElseThrow().id();
    relay.later();

    assertThat(codes(relay.move(first, FORBIDDING))).containsExactly(CIRCLE);
    assertThat(codes(relay.move(second, FORBIDDING))).containsExactly(CIRCLE);

    relay.later.commands().withdraw(COORDINATOR, second, "no circles", relay.later.today());
    relay.later();
    assertThat(relay.move(first, FORBIDDING).accepted()).isPresent();
    assertThat(relay.move(first, ALLOWING).accepted()).isPresent();
  }

  @Test
  void another_practice_closes_no_circle_with_a_mentorship_that_may_be_part_of_none() {
    assign(relay.later, RELAY, anna, boris).orElseThrow();
    assign(relay.later, OTHER, boris, vera).orElseThrow();

    assertThat(codes(assign(relay.later, OTHER, vera, anna))).containsExactly(CIRCLE);
  }

  @Test
  void a_circle_is_refused_by_the_text_that_forbids_it() {
    assign(relay.later, RELAY, anna, boris).orElseThrow();

    assertThat(assign(relay.later, OTHER, boris, anna).refused().orElseThrow().findings())
        .extracting(Finding::citation)
        .containsExactly(relay.later.mentoring.definition().practices().get(0).citation())
        .doesNotContain(Citation.CHOICE);
  }

  @Test
  void an_earlier_version_closes_no_circle_that_a_later_one_forbids() {
    assign(relay.later, RELAY, anna, boris).orElseThrow();
    relay.later();

    assertThat(codes(assign(relay.earlier, RELAY, boris, anna))).containsExactly(CIRCLE);
  }

  @Test
  void an_earlier_version_merges_nobody_into_a_circle_that_a_later_one_forbids() {
    ParticipantId again = relay.person("anna-2");
    assign(relay.later, RELAY, anna, boris).orElseThrow();
    assign(relay.later, RELAY, boris, again).orElseThrow();
    relay.later();

    assertThat(codes(relay.earlier.mentoring.merge(COORDINATOR, anna, again, "one child")))
        .containsExactly("command.merge-circle");
  }

  @Test
  void circles_of_which_no_part_is_forbidden_are_closed_beside_those_that_are() {
    assign(relay.later, RELAY, anna, boris).orElseThrow();
    ParticipantId gleb = relay.person("gleb");
    assign(relay.later, OTHER, vera, gleb).orElseThrow();

    assertThat(assign(relay.later, OTHER, gleb, vera).accepted()).isPresent();
  }

  @Test
  void whether_a_pair_is_mutual_is_told_by_the_version_that_it_is_pinned_to() {
    Relay mutual = Relay.turningMutual();
    ParticipantId one = mutual.person("one");
    ParticipantId two = mutual.person("two");
    assign(mutual.earlier, RELAY, one, two).orElseThrow();
    mutual.later();

    assertThat(codes(assign(mutual.later, OTHER, two, one))).containsExactly(CIRCLE);
    // One that runs in both directions is part of no circle, whatever an earlier version forbids.
    ParticipantId three = mutual.person("three");
    ParticipantId four = mutual.person("four");
    assign(mutual.later, RELAY, three, four).orElseThrow();
    mutual.later();
    assertThat(assign(mutual.earlier, OTHER, four, three).accepted()).isPresent();
  }

  @Test
  void nobody_is_proposed_who_would_close_a_circle_that_a_neighbouring_practice_forbids() {
    relay.seek(anna, boris, vera);
    assign(relay.later, RELAY, anna, boris).orElseThrow();
    relay.later();

    MatchProposal proposal = proposed();
    assertThat(pairs(proposal)).doesNotContain(new PairKey(anna, boris));
    assertThat(
            codes(
                relay.later.mentoring.lock(
                    COORDINATOR, proposal, new PairKey(anna, boris), "they asked")))
        .isNotEmpty();
    assertThat(
            relay
                .later
                .mentoring
                .lock(COORDINATOR, proposal, new PairKey(vera, boris), "they asked")
                .accepted())
        .isPresent();
  }

  @Test
  void the_reason_is_told_of_whoever_stays_without_a_mentor_for_it() {
    Relay two = new Relay(true);
    ParticipantId one = two.person("one");
    ParticipantId other = two.person("other");
    two.seek(one, other);
    assign(two.later, RELAY, one, other).orElseThrow();
    two.later();

    MatchProposal proposal =
        two.later
            .mentoring
            .propose(COORDINATOR, OTHER, two.later.today(), Progress.NONE)
            .orElseThrow();
    assertThat(pairs(proposal)).containsExactly(new PairKey(other, one));
    assertThat(proposal.result().unmatched())
        .singleElement()
        .satisfies(
            unmatched -> {
              assertThat(unmatched.mentee()).isEqualTo(one);
              assertThat(unmatched.closedBy())
                  .extracting(Unmatched.ClosedDoor::criterion)
                  .contains("safety.no-circle");
            });
  }

  @Test
  void pairs_that_close_such_a_circle_only_together_are_not_proposed_together() {
    relay.seek(boris, vera);
    assign(relay.later, RELAY, anna, boris).orElseThrow();
    relay.later();
    // Boris is Anna's mentee: Vera must not both be Boris's mentee and mentor Anna.
    List<PairKey> pairs = pairs(proposed());

    assertThat(pairs.contains(new PairKey(anna, vera)) && pairs.contains(new PairKey(vera, boris)))
        .isFalse();
    for (PairKey each : pairs) {
      assertThat(assign(relay.later, OTHER, each.mentor(), each.mentee()).accepted())
          .as(each.toString())
          .isPresent();
      relay.later();
    }
  }

  private MatchProposal proposed() {
    return relay
        .later
        .mentoring
        .propose(COORDINATOR, OTHER, relay.later.today(), Progress.NONE)
        .orElseThrow();
  }

  private static List<PairKey> pairs(MatchProposal proposal) {
    return proposal.result().pairs().stream().map(ProposedPair::pair).toList();
  }

  @Test
  void whoever_could_close_the_same_circle_at_once_is_kept_waiting() {
    List<SortedSet<ParticipantId>> locked = new ArrayList<>();
    Relay watched = new Relay(true, hearing(locked));
    ParticipantId one = watched.person("one");
    ParticipantId two = watched.person("two");
    ParticipantId three = watched.person("three");
    ParticipantId four = watched.person("four");
    assign(watched.later, RELAY, one, two).orElseThrow();
    assign(watched.later, RELAY, three, four).orElseThrow();
    watched.later();

    locked.clear();
    assign(watched.later, RELAY, two, three).orElseThrow();

    assertThat(locked.get(0)).contains(one, two, three, four);
  }

  private static Stores hearing(List<SortedSet<ParticipantId>> locked) {
    Stores base = InMemoryStores.create();
    Places places =
        new Places() {
          @Override
          public void lock(SortedSet<ParticipantId> participants) {
            locked.add(new TreeSet<>(participants));
            base.places().lock(participants);
          }

          @Override
          public boolean take(Place place) {
            return base.places().take(place);
          }

          @Override
          public void release(MentorshipId mentorship) {
            base.places().release(mentorship);
          }

          @Override
          public List<Place> of(ParticipantId mentor) {
            return base.places().of(mentor);
          }
        };
    return new Stores(
        base.participants(),
        base.proposals(),
        base.selectionEvents(),
        base.mentorships(),
        base.activities(),
        base.incidents(),
        base.waivers(),
        base.decisions(),
        base.commands(),
        base.journal(),
        base.outbox(),
        places,
        base.identities(),
        base.erasures(),
        base.programmes(),
        base.work());
  }
}
