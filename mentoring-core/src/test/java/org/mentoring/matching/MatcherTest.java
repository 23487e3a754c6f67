package org.mentoring.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.matching.People.hard;
import static org.mentoring.matching.People.mentee;
import static org.mentoring.matching.People.mentor;
import static org.mentoring.matching.People.pair;
import static org.mentoring.matching.People.request;
import static org.mentoring.matching.People.soft;
import static org.mentoring.matching.People.town;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Term;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.Unmatched.ClosedDoor;
import org.mentoring.matching.Unmatched.Reason;
import org.mentoring.participant.Fact;

class MatcherTest {
  private final Matcher matcher = new Matcher();

  private boolean possible(Term term, List<Fact> menteeFacts, List<Fact> mentorFacts) {
    MatchRequest request =
        request(
            List.of(mentee("a", menteeFacts.toArray(Fact[]::new))),
            List.of(mentor("b", 1, mentorFacts.toArray(Fact[]::new))),
            hard("term", term));
    return matcher.explain(request, pair("a", "b")).possible();
  }

  private boolean gap(String mentee, String mentor, int atLeast) {
    return possible(
        new Term.AgeGap(atLeast, null),
        List.of(new Fact.Birth(LocalDate.parse(mentee))),
        List.of(new Fact.Birth(LocalDate.parse(mentor))));
  }

  @Test
  void more_pairs_come_before_a_greater_score() {
    MatchRequest request =
        request(
            List.of(
                mentee("a", town("t"), new Fact.Interest("chess"), new Fact.Interest("music")),
                mentee("b", town("t"), new Fact.Interest("chess"))),
            List.of(
                mentor("m", 1, town("t"), new Fact.Interest("chess"), new Fact.Interest("music")),
                mentor("n", 1, town("t"), new Fact.Interest("music"))),
            hard("interest", new Term.Overlap(Attribute.INTERESTS, 1)),
            soft("interests", new Term.Overlap(Attribute.INTERESTS, 1), 100));

    MatchResult result = matcher.match(request);

    assertThat(result.pairs())
        .extracting(ProposedPair::pair)
        .containsExactly(pair("a", "n"), pair("b", "m"));
    assertThat(result.totalScore()).isEqualTo(150);
  }

  @Test
  void nobody_gives_an_empty_answer() {
    MatchResult result = matcher.match(request(List.of(), List.of()));

    assertThat(result.pairs()).isEmpty();
    assertThat(result.unmatched()).isEmpty();
    assertThat(result.totalScore()).isZero();
  }

  @Test
  void equal_scores_go_by_id() {
    MatchRequest request =
        request(List.of(mentee("b"), mentee("a")), List.of(mentor("n", 1), mentor("m", 1)));

    assertThat(matcher.match(request).pairs())
        .extracting(ProposedPair::pair)
        .containsExactly(pair("a", "m"), pair("b", "n"));
  }

  @Test
  void a_participant_on_both_sides_never_mentors_itself() {
    MatchRequest request = request(List.of(mentee("a")), List.of(mentor("a", 1)));

    assertThat(matcher.match(request).unmatched())
        .containsExactly(
            new Unmatched(
                ParticipantId.of("a"),
                Reason.NO_CANDIDATE,
                1,
                0,
                0,
                List.of(new ClosedDoor("safety.not-self", 1, 1)),
                List.of(),
                List.of()));
  }

  @Test
  void an_exclusion_by_either_side_closes_the_door_in_both_directions() {
    Fact excludesMentor = new Fact.Exclusion(ParticipantId.of("m"));
    Fact excludesMentee = new Fact.Exclusion(ParticipantId.of("a"));

    assertThat(
            matcher
                .match(request(List.of(mentee("a", excludesMentor)), List.of(mentor("m", 1))))
                .pairs())
        .isEmpty();
    assertThat(
            matcher
                .match(request(List.of(mentee("a")), List.of(mentor("m", 1, excludesMentee))))
                .pairs())
        .isEmpty();
  }

  @Test
  void what_is_missing_never_opens_a_door() {
    Term other = new Term.Different(Attribute.ORGANISATION);
    Fact organisation = new Fact.Trait(Attribute.ORGANISATION, "school");

    assertThat(possible(other, List.of(organisation), List.of())).isFalse();
    assertThat(possible(new Term.Not(new Term.Same(Attribute.ORGANISATION)), List.of(), List.of()))
        .isFalse();
    assertThat(possible(new Term.Not(new Term.AgeGap(0, null)), List.of(), List.of())).isFalse();
  }

  @Test
  void an_age_gap_is_the_mentors_age_on_the_day_that_the_mentee_was_born() {
    assertThat(gap("2005-06-14", "2000-06-15", 5)).isFalse();
    assertThat(gap("2005-06-15", "2000-06-15", 5)).isTrue();
    assertThat(gap("2000-06-15", "2000-06-15", 0)).isTrue();
    assertThat(gap("2000-06-14", "2000-06-15", 0)).isFalse();
    assertThat(gap("2000-06-14", "2000-06-15", -1)).isTrue();
  }

  @Test
  void who_was_born_on_29_february_comes_of_age_on_1_march() {
    assertThat(gap("2021-02-28", "2000-02-29", 21)).isFalse();
    assertThat(gap("2021-03-01", "2000-02-29", 21)).isTrue();
    assertThat(gap("2024-02-29", "2000-02-29", 24)).isTrue();
  }

  @Test
  void a_locked_pair_stays_and_takes_a_place() {
    MatchRequest request =
        request(
            List.of(mentee("a", new Fact.Interest("chess")), mentee("b")),
            List.of(mentor("m", 1, new Fact.Interest("chess")), mentor("n", 1)),
            soft("interests", new Term.Overlap(Attribute.INTERESTS, 1), 10));

    MatchResult result = matcher.match(People.with(request, List.of(pair("b", "m")), List.of()));

    assertThat(result.pairs())
        .extracting(ProposedPair::pair)
        .containsExactly(pair("a", "n"), pair("b", "m"));
    assertThat(result.pairs()).extracting(ProposedPair::locked).containsExactly(false, true);
  }

  @Test
  void an_impossible_lock_is_refused_with_its_reason() {
    MatchRequest request =
        request(
            List.of(mentee("a", town("t")), mentee("b", town("t")), mentee("c", town("u"))),
            List.of(mentor("m", 1, town("t")), mentor("n", 2, town("t"))),
            hard("town", new Term.Same(Attribute.MUNICIPALITY)));

    assertLockRefused(request, "criteria", pair("c", "m"));
    assertLockRefused(request, "places", pair("a", "m"), pair("b", "m"));
    assertLockRefused(request, "mentee-twice", pair("a", "m"), pair("a", "n"));
    assertLockRefused(request, "unknown", pair("a", "x"));
    assertLockRefused(
        People.with(request, List.of(), List.of(pair("a", "m"))), "rejected", pair("a", "m"));
  }

  private void assertLockRefused(MatchRequest request, String why, PairKey... locked) {
    MatchRequest wanted = People.with(request, List.of(locked), List.copyOf(request.rejected()));
    assertThatThrownBy(() -> matcher.match(wanted))
        .isInstanceOfSatisfying(
            MentoringException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("match.lock-impossible");
              assertThat(refused.attributes()).containsEntry("why", why);
            });
  }

  @Test
  void the_unmatched_hear_the_reason_that_is_true_for_them() {
    MatchRequest request =
        request(
            List.of(mentee("a", town("t")), mentee("b", town("t")), mentee("c", town("u"))),
            List.of(mentor("m", 1, town("t")), mentor("n", 0, town("u"))),
            hard("town", new Term.Same(Attribute.MUNICIPALITY)));

    assertThat(matcher.match(request).unmatched())
        .containsExactly(
            new Unmatched(
                ParticipantId.of("b"),
                Reason.ALL_TAKEN,
                1,
                1,
                0,
                List.of(),
                List.of(ParticipantId.of("m")),
                List.of(
                    new Opening.OnePlaceMore(ParticipantId.of("m"), 0, true),
                    new Opening.OneMentorMore(Attribute.MUNICIPALITY, List.of("t")))),
            new Unmatched(
                ParticipantId.of("c"),
                Reason.NO_CANDIDATE,
                1,
                0,
                0,
                List.of(new ClosedDoor("town", 1, 1)),
                List.of(),
                List.of(new Opening.OneMentorMore(Attribute.MUNICIPALITY, List.of("u")))));
    assertThat(
            matcher
                .match(People.with(request, List.of(), List.of(pair("a", "m"))))
                .unmatched()
                .get(0)
                .reason())
        .isEqualTo(Reason.ALL_REJECTED);
    assertThat(
            matcher
                .match(request(List.of(mentee("a")), List.of(mentor("m", 0))))
                .unmatched()
                .get(0)
                .reason())
        .isEqualTo(Reason.NO_MENTOR);
  }

  @Test
  void progress_never_falls_and_ends_with_the_whole() {
    List<Candidate> mentees = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      mentees.add(mentee("a" + i, town("t" + i % 7)));
    }
    List<Candidate> mentors = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      mentors.add(mentor("m" + i, 1, town("t" + i % 5)));
    }
    List<Long> told = new ArrayList<>();

    matcher.match(
        request(mentees, mentors, hard("town", new Term.Same(Attribute.MUNICIPALITY))),
        (done, total) -> {
          assertThat(total).isEqualTo(1_200);
          told.add(done);
        });

    assertThat(told).isSorted().hasSizeGreaterThan(2).endsWith(1_200L);
    assertThat(told).allSatisfy(done -> assertThat(done).isLessThanOrEqualTo(1_200));
  }

  @Test
  void an_interrupted_thread_stops_and_stays_interrupted() {
    MatchRequest request = request(List.of(mentee("a")), List.of(mentor("m", 1)));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> matcher.match(request)).hasMessageContaining("match.interrupted");

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void all_places_are_taken_where_thousands_of_mentees_are_too_many() {
    Random random = new Random(7);
    List<Candidate> mentees = new ArrayList<>();
    List<Candidate> mentors = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      mentees.add(mentee("a" + i, town("t" + i % 100), new Fact.Interest("i" + random.nextInt(9))));
    }
    for (int i = 0; i < 2_000; i++) {
      mentors.add(
          mentor("m" + i, 1, town("t" + i % 100), new Fact.Interest("i" + random.nextInt(9))));
    }

    MatchResult result =
        matcher.match(
            request(
                mentees,
                mentors,
                hard("town", new Term.Same(Attribute.MUNICIPALITY)),
                soft("interests", new Term.Overlap(Attribute.INTERESTS, 1), 10)));

    assertThat(result.pairs()).hasSize(2_000);
    assertThat(result.freePlaces()).isEmpty();
  }

  @Test
  void faults_of_the_request_are_told_by_code() {
    Term ahead = new Term.Ahead(Attribute.of("rank"), 1, null);
    MatchRequest unknownScale =
        request(List.of(mentee("a")), List.of(mentor("m", 1)), hard("rank", ahead));
    MatchRequest twice =
        request(
            List.of(mentee("a")),
            List.of(mentor("m", 1)),
            hard("same", new Term.NotSelf()),
            hard("same", new Term.NotExcluded()));
    MatchRequest places = request(List.of(mentor("a", 2)), List.of(mentor("m", 1)));

    assertThatThrownBy(() -> matcher.match(unknownScale))
        .hasMessageContaining("match.scale-unknown");
    assertThatThrownBy(() -> matcher.match(twice)).hasMessageContaining("match.criterion-twice");
    assertThatThrownBy(() -> matcher.match(places)).hasMessageContaining("match.mentee-places");
    assertThatThrownBy(() -> matcher.explain(places, pair("a", "x")))
        .hasMessageContaining("match.pair-unknown");
  }
}
