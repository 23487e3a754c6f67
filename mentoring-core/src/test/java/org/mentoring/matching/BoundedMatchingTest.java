package org.mentoring.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mentoring.matching.People.mentee;
import static org.mentoring.matching.People.mentor;
import static org.mentoring.matching.People.pair;
import static org.mentoring.matching.People.request;
import static org.mentoring.matching.People.soft;
import static org.mentoring.matching.People.town;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Term;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Citation;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.programme.MatchingPlan.CoordinatorLoad;
import org.mentoring.programme.MatchingPlan.GroupTerms;
import org.mentoring.programme.MatchingPlan.Policy;
import org.mentoring.programme.MatchingPlan.Share;
import org.mentoring.programme.MatchingPlan.TeamTerms;
import org.mentoring.programme.MatchingPlan.TogetherTerms;

class BoundedMatchingTest {
  private final Matcher matcher = new Matcher();

  private static final Citation CITE = Citation.CHOICE;

  private static MatchBounds group(int least, int most, boolean orNone) {
    return new MatchBounds(new GroupTerms(least, most, orNone, CITE), null, List.of(), null, null);
  }

  private static Fact coordinator(String name) {
    return new Fact.Trait(Attribute.COORDINATOR, name);
  }

  private static Fact chess() {
    return new Fact.Interest("chess");
  }

  private MatchAttempt attempt(MatchRequest request, MatchBounds bounds) {
    return matcher.attempt(
        request.aimingAt(MatchAim.optimal().bounded(bounds)), (done, total) -> {});
  }

  private MatchResult found(MatchRequest request, MatchBounds bounds) {
    MatchAttempt attempt = attempt(request, bounds);
    assertThat(attempt).isInstanceOf(MatchAttempt.Found.class);
    return ((MatchAttempt.Found) attempt).result();
  }

  private static MatchRequest four() {
    return request(
        List.of(mentee("a", chess()), mentee("b", chess()), mentee("c", chess()), mentee("d")),
        List.of(mentor("m", 4, chess()), mentor("n", 4)),
        soft("interests", new Term.Overlap(Attribute.INTERESTS, 1), 10));
  }

  @Test
  void every_mentor_has_a_group_of_the_size_that_is_asked_even_if_points_are_lost() {
    MatchResult free = matcher.match(four());
    MatchResult result = found(four(), group(2, 3, false));

    assertThat(free.totalScore()).isEqualTo(30);
    assertThat(result.pairs()).hasSize(4);
    assertThat(result.totalScore()).isEqualTo(20);
    assertThat(result.freePlaces()).containsOnlyKeys(ParticipantId.of("m"), ParticipantId.of("n"));
    assertThat(result.proof().kind()).isEqualTo(MatchProof.Kind.DUAL_PRICES);
    assertThat(result.proof().holds()).isTrue();
    assertThat(result.measures()).containsOnlyKeys(Policy.OPTIMAL);
  }

  @Test
  void a_locked_pair_counts_in_its_group() {
    MatchResult result =
        found(
            four().with(new TreeSet<>(List.of(pair("a", "n"))), new TreeSet<>()),
            group(1, 1, false));

    assertThat(result.pairs()).hasSize(2);
    assertThat(result.pairs().get(0).pair()).isEqualTo(pair("a", "n"));
    assertThat(result.pairs().get(0).locked()).isTrue();
    assertThat(result.unmatched())
        .allSatisfy(unmatched -> assertThat(unmatched.reason()).isEqualTo(Unmatched.Reason.BOUND));
  }

  @Test
  void groups_that_cannot_all_be_filled_are_named_by_their_mentors() {
    MatchAttempt attempt = attempt(four(), group(3, 4, false));

    assertThat(attempt).isInstanceOf(MatchAttempt.Refused.class);
    assertThat(((MatchAttempt.Refused) attempt).refusals())
        .extracting(MatchRefusal::reason, MatchRefusal::bound)
        .contains(tuple(MatchRefusal.Reason.CONTRADICTION, "group"));
    assertThat(((MatchAttempt.Refused) attempt).refusals())
        .filteredOn(refusal -> refusal.bound().equals("group"))
        .extracting(MatchRefusal::whom)
        .containsExactly("m", "n");
  }

  @Test
  void a_share_gives_places_to_those_who_would_have_none() {
    MatchRequest request =
        request(
            List.of(
                mentee("a", chess(), town("t")),
                mentee("b", chess(), town("t")),
                mentee("c", town("u"))),
            List.of(mentor("m", 2, chess())),
            soft("interests", new Term.Overlap(Attribute.INTERESTS, 1), 10));
    MatchBounds share =
        new MatchBounds(
            null, null, List.of(new Share(Attribute.MUNICIPALITY, "u", 1, CITE)), null, null);

    assertThat(matcher.match(request).unmatched().get(0).mentee()).isEqualTo(ParticipantId.of("c"));
    assertThat(found(request, share).pairs())
        .extracting(ProposedPair::pair)
        .contains(pair("c", "m"));
  }

  @Test
  void a_coordinator_looks_after_no_more_than_the_load() {
    MatchRequest request =
        request(
            List.of(mentee("a"), mentee("b"), mentee("c")),
            List.of(mentor("m", 2, coordinator("anna")), mentor("n", 2, coordinator("anna"))));
    MatchBounds load =
        new MatchBounds(
            null, null, List.of(), new CoordinatorLoad(2, Attribute.COORDINATOR, CITE), null);

    MatchResult result = found(request, load);

    assertThat(result.pairs()).hasSize(2);
    assertThat(result.unmatched().get(0).reason()).isEqualTo(Unmatched.Reason.BOUND);
    assertThat(result.freeMentors())
        .extracting(FreeMentor::reason)
        .containsOnly(FreeMentor.Reason.BOUND);
  }

  @Test
  void a_load_that_locks_exceed_is_told_without_the_coordinators_name() {
    MatchRequest request =
        request(
                List.of(mentee("a"), mentee("b")),
                List.of(mentor("m", 1, coordinator("anna")), mentor("n", 1, coordinator("anna"))))
            .with(new TreeSet<>(List.of(pair("a", "m"), pair("b", "n"))), new TreeSet<>());
    MatchBounds load =
        new MatchBounds(
            null, null, List.of(), new CoordinatorLoad(1, Attribute.COORDINATOR, CITE), null);

    MatchAttempt attempt = attempt(request, load);

    assertThat(((MatchAttempt.Refused) attempt).refusals())
        .filteredOn(refusal -> refusal.bound().equals("coordinator-load"))
        .extracting(MatchRefusal::whom)
        .containsExactly("m");
    assertThat(attempt.toString()).doesNotContain("anna");
  }

  @Test
  void what_would_open_a_door_does_not_print_where_a_mentee_lives() {
    assertThat(new Opening.OneMentorMore(Attribute.MUNICIPALITY, List.of("t")).toString())
        .isEqualTo("OneMentorMore[municipality]");
  }

  @Test
  void several_mentors_lead_one_group() {
    MatchRequest request =
        request(
            List.of(mentee("g"), mentee("h")),
            List.of(mentor("m", 1), mentor("n", 1), mentor("o", 1)));
    MatchBounds team = new MatchBounds(null, new TeamTerms(1, 2, CITE), List.of(), null, null);

    MatchResult result = found(request, team);

    assertThat(result.pairs()).hasSize(3);
    assertThat(result.unmatched()).isEmpty();
    assertThat(result.freePlaces()).isEmpty();
  }

  @Test
  void a_locked_pair_has_further_mentors_in_its_team() {
    MatchRequest request =
        request(
                List.of(mentee("g"), mentee("h")),
                List.of(mentor("m", 1), mentor("n", 1), mentor("o", 2)))
            .with(new TreeSet<>(List.of(pair("g", "n"))), new TreeSet<>());
    MatchBounds team = new MatchBounds(null, new TeamTerms(1, 2, CITE), List.of(), null, null);

    MatchResult result = found(request, team);

    assertThat(result.pairs()).hasSize(4);
    assertThat(result.pairs())
        .filteredOn(ProposedPair::locked)
        .extracting(ProposedPair::pair)
        .containsExactly(pair("g", "n"));
    assertThat(result.freePlaces()).isEmpty();
  }

  @Test
  void who_can_take_fewer_than_a_group_needs_leads_none() {
    MatchRequest request =
        request(
            List.of(mentee("a"), mentee("b"), mentee("c")),
            List.of(mentor("m", 3), mentor("n", 1)));

    MatchResult result = found(request, group(2, 3, false));

    assertThat(result.pairs())
        .hasSize(3)
        .allMatch(each -> each.pair().mentor().value().equals("m"));
  }

  @Test
  void who_waited_longest_goes_first_under_bounds_too() {
    MatchRequest request = request(List.of(mentee("a"), mentee("b")), List.of(mentor("m", 1)));
    MatchAim aim =
        MatchAim.optimal()
            .bounded(group(1, 1, false))
            .waiting(
                new TreeMap<>(
                    Map.of(
                        ParticipantId.of("a"), LocalDate.of(2020, 5, 1),
                        ParticipantId.of("b"), LocalDate.of(2020, 4, 1))));

    assertThat(matcher.match(request.aimingAt(aim)).pairs())
        .extracting(ProposedPair::pair)
        .containsExactly(pair("b", "m"));
  }

  @Test
  void what_no_engine_at_hand_honours_is_named_and_nothing_is_matched() {
    Attribute family = Attribute.of("family");
    MatchRequest request =
        request(
            List.of(
                mentee("a", new Fact.Trait(family, "one")),
                mentee("b", new Fact.Trait(family, "one"))),
            List.of(mentor("m", 2)));
    MatchBounds together =
        new MatchBounds(null, null, List.of(), null, new TogetherTerms(family, CITE));

    assertThat(((MatchAttempt.Refused) attempt(request, together)).refusals())
        .extracting(MatchRefusal::reason, MatchRefusal::bound, MatchRefusal::whom)
        .containsExactly(tuple(MatchRefusal.Reason.NO_ENGINE, "together", ""));
    assertThatExceptionOfType(MentoringException.class)
        .isThrownBy(() -> matcher.match(request.aimingAt(MatchAim.optimal().bounded(together))))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("match.bounds"));
  }

  @Test
  void groups_of_so_many_or_none_need_an_added_engine() {
    assertThat(((MatchAttempt.Refused) attempt(four(), group(3, 4, true))).refusals())
        .extracting(MatchRefusal::reason)
        .containsOnly(MatchRefusal.Reason.NO_ENGINE);
  }

  @Test
  void policies_and_circles_that_no_engine_does_with_bounds_are_named() {
    MatchAim aim = MatchAim.of(Policy.STABLE).withoutCircles().bounded(group(1, 2, false));

    assertThat(
            ((MatchAttempt.Refused) matcher.attempt(four().aimingAt(aim), (done, total) -> {}))
                .refusals())
        .extracting(MatchRefusal::reason, MatchRefusal::bound)
        .containsExactly(
            tuple(MatchRefusal.Reason.NOT_WITH_BOUNDS, "STABLE"),
            tuple(MatchRefusal.Reason.NOT_WITH_BOUNDS, "circles-forbidden"));
  }

  @Test
  void a_rematch_under_bounds_keeps_what_exists() {
    MatchAim aim =
        MatchAim.optimal()
            .bounded(group(2, 2, false))
            .keeping(new TreeSet<>(List.of(pair("a", "n"), pair("b", "n"))), null);

    MatchResult result = matcher.match(four().aimingAt(aim));

    assertThat(result.pairs())
        .extracting(ProposedPair::pair)
        .contains(pair("a", "n"), pair("b", "n"));
    assertThat(result.measures().get(Policy.OPTIMAL).kept()).isEqualTo(2);
  }
}
