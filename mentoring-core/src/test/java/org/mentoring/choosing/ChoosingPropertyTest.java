package org.mentoring.choosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mentoring.assignment.Proposing;
import org.mentoring.choosing.ChoosingOutcome.ChosenPair;
import org.mentoring.choosing.ChoosingOutcome.Reason;
import org.mentoring.choosing.ChoosingOutcome.StillOpen;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.matching.Candidate;
import org.mentoring.matching.CandidateEdges;
import org.mentoring.matching.MatchRequest;
import org.mentoring.matching.MatchResult;
import org.mentoring.matching.Matcher;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.ProposedPair;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.time.Validity;

class ChoosingPropertyTest {
  private static final LocalDate DAY = LocalDate.of(2020, 10, 1);
  private static final Instant NOW = Instant.parse("2020-10-01T06:00:00Z");
  private static final Actor COORDINATOR = Actor.coordinator("c-1", "centre-1");

  private final Matcher matcher = new Matcher();

  private static Candidate person(String id, int places, Random random) {
    List<KnownFact> facts = new ArrayList<>();
    List<Fact> said =
        List.of(
            new Fact.Trait(Attribute.MUNICIPALITY, "town-" + random.nextInt(2)),
            new Fact.Trait(Attribute.of("club"), "club-" + random.nextInt(3)),
            new Fact.Interest("topic-" + random.nextInt(4)));
    for (Fact fact : said) {
      facts.add(
          new KnownFact(
              FactId.of(id + "-" + facts.size()), fact, Validity.from(DAY.minusDays(1)), NOW));
    }
    return new Candidate(
        new Dossier(ParticipantId.of(id), ParticipantKind.PERSON, facts, DAY, NOW), places, 0);
  }

  /** People of two towns; no pair across them, nor within a club. */
  private static MatchRequest request(Random random, int most, SortedSet<PairKey> rejected) {
    List<Candidate> mentees = new ArrayList<>();
    List<Candidate> mentors = new ArrayList<>();
    int menteeCount = random.nextInt(most + 1);
    int mentorCount = random.nextInt(most + 1);
    for (int k = 0; k < menteeCount; k++) {
      mentees.add(person(String.format(java.util.Locale.ROOT, "a%02d", k), 1, random));
    }
    for (int k = 0; k < mentorCount; k++) {
      mentors.add(
          person(String.format(java.util.Locale.ROOT, "x%02d", k), 1 + random.nextInt(3), random));
    }
    List<Criterion> criteria =
        List.of(
            new Criterion(
                "town", new Term.Same(Attribute.MUNICIPALITY), new Force.Hard(), Citation.CHOICE),
            new Criterion(
                "club",
                new Term.Different(Attribute.of("club")),
                new Force.Hard(),
                Citation.CHOICE),
            new Criterion(
                "interests",
                new Term.Overlap(Attribute.INTERESTS, 1),
                new Force.Soft(40),
                Citation.CHOICE));
    return new MatchRequest(
        mentees, mentors, List.of(criteria), List.of(), new TreeSet<>(), rejected);
  }

  private static String town(Dossier dossier) {
    return dossier.municipality().orElse("");
  }

  private static SortedSet<PairKey> possible(CandidateEdges candidates) {
    SortedSet<PairKey> possible = new TreeSet<>();
    for (int mentee = 0; mentee < candidates.mentees(); mentee++) {
      for (int e = candidates.firstEdge(mentee); e < candidates.firstEdge(mentee + 1); e++) {
        possible.add(
            new PairKey(candidates.mentee(mentee), candidates.mentor(candidates.mentorOf(e))));
      }
    }
    return possible;
  }

  private List<Invitation> invitations(
      MatchRequest request, MatchResult result, CandidateEdges candidates, int places) {
    Map<ParticipantId, String> towns = new HashMap<>();
    request.mentees().forEach(mentee -> towns.put(mentee.id(), town(mentee.dossier())));
    return Invitations.of(
        candidates,
        result.pairs().stream().map(ProposedPair::pair).toList(),
        result.freePlaces(),
        mentee -> towns.getOrDefault(mentee, ""),
        places);
  }

  @Property(tries = 600)
  void everybody_is_invited_once_within_all_places_and_every_proposed_pair_together(
      @ForAll long seed) {
    Random random = new Random(seed);
    MatchRequest request = request(random, 30, new TreeSet<>());
    int places = 1 + random.nextInt(6);
    MatchResult result = matcher.match(request);

    List<Invitation> invitations =
        invitations(request, result, matcher.candidates(request), places);

    Set<ParticipantId> mentees = new HashSet<>();
    SortedSet<PairKey> proposed = new TreeSet<>();
    Map<ParticipantId, Integer> seats = new HashMap<>();
    for (Invitation invitation : invitations) {
      assertThat(invitation.mentees()).hasSizeBetween(1, places).allMatch(mentees::add);
      assertThat(invitation.mentors()).hasSizeBetween(1, places);
      invitation.mentors().forEach((id, seat) -> seats.merge(id, seat, Integer::sum));
      assertThat(invitation.proposed())
          .isNotEmpty()
          .allMatch(pair -> invitation.mentees().contains(pair.mentee()))
          .allMatch(pair -> invitation.mentors().containsKey(pair.mentor()))
          .allMatch(proposed::add);
    }
    assertThat(proposed)
        .containsExactlyElementsOf(result.pairs().stream().map(ProposedPair::pair).toList());
    request
        .mentors()
        .forEach(
            mentor ->
                assertThat(seats.getOrDefault(mentor.id(), 0))
                    .isLessThanOrEqualTo(mentor.places()));
  }

  @Property(tries = 400)
  void every_mentee_meets_as_many_as_it_should_of_those_possible_and_the_proposed_one_in_any_case(
      @ForAll long seed) {
    Random random = new Random(seed);
    MatchRequest request = request(random, 14, new TreeSet<>());
    CandidateEdges candidates = matcher.candidates(request);
    SortedSet<PairKey> possible = possible(candidates);
    Integer most = random.nextInt(4) == 0 ? null : 1 + random.nextInt(4);
    for (Invitation invitation :
        invitations(request, matcher.match(request), candidates, 1 + random.nextInt(8))) {
      MeetingPlan plan = MeetingPlan.of(candidates, invitation, most);

      SortedSet<PairKey> pairs = plan.pairs();
      assertThat(possible).containsAll(pairs);
      assertThat(pairs).containsAll(invitation.proposed());
      for (ParticipantId mentee : invitation.mentees()) {
        long here =
            possible.stream()
                .filter(pair -> pair.mentee().equals(mentee))
                .filter(pair -> invitation.mentors().containsKey(pair.mentor()))
                .count();
        assertThat(pairs.stream().filter(pair -> pair.mentee().equals(mentee)).count())
            .isEqualTo(most == null ? here : Math.min(most, here));
      }
    }
  }

  @Test
  void where_everybody_is_possible_for_everybody_the_meetings_are_even() {
    List<Candidate> mentees = new ArrayList<>();
    SortedMap<ParticipantId, Integer> mentors = new TreeMap<>();
    List<Candidate> others = new ArrayList<>();
    for (int k = 0; k < 10; k++) {
      mentees.add(person("a" + k, 1, new Random(0)));
      others.add(person("x" + k, 1, new Random(0)));
      mentors.put(ParticipantId.of("x" + k), 1);
    }
    CandidateEdges candidates =
        matcher.candidates(
            new MatchRequest(
                mentees, others, List.of(List.of()), List.of(), new TreeSet<>(), new TreeSet<>()));
    SortedSet<ParticipantId> ids = new TreeSet<>();
    mentees.forEach(mentee -> ids.add(mentee.id()));

    MeetingPlan plan =
        MeetingPlan.of(candidates, new Invitation("", ids, mentors, new TreeSet<>()), 3);

    assertThat(plan.rounds()).hasSize(3).allSatisfy(round -> assertThat(round).hasSize(10));
    for (ParticipantId mentor : mentors.keySet()) {
      assertThat(plan.pairs().stream().filter(pair -> pair.mentor().equals(mentor))).hasSize(3);
    }
  }

  @Property(tries = 1_500)
  void no_two_who_named_each_other_and_may_meet_would_both_rather_have_each_other(
      @ForAll long seed) {
    Random random = new Random(seed);
    SortedSet<PairKey> rejected = new TreeSet<>();
    for (int k = random.nextInt(5); k > 0; k--) {
      rejected.add(
          new PairKey(
              ParticipantId.of("a0" + random.nextInt(8)),
              ParticipantId.of("x0" + random.nextInt(8))));
    }
    MatchRequest free = request(random, 8, rejected);
    SortedSet<PairKey> possible = possible(matcher.candidates(free));
    SortedSet<PairKey> locked = new TreeSet<>();
    if (!possible.isEmpty() && random.nextInt(3) == 0) {
      locked.add(List.copyOf(possible).get(random.nextInt(possible.size())));
    }
    MatchRequest request =
        new MatchRequest(
            free.mentees(),
            free.mentors(),
            free.policies(),
            free.yardsticks(),
            free.ties(),
            locked,
            rejected);
    MentorSelectionEvent event = ranked(random, request);
    Proposing side = Proposing.values()[random.nextInt(2)];

    ChoosingOutcome outcome = Choosing.choose(event, request, Set.of(), side);

    Set<PairKey> chosen = new HashSet<>();
    outcome.pairs().forEach(each -> chosen.add(each.pair()));
    assertThat(possible).containsAll(chosen);
    assertThat(chosen).containsAll(locked);
    for (PairKey pair : possible) {
      if (wish(event, pair, Position.MENTEE) >= 0 && wish(event, pair, Position.MENTOR) >= 0) {
        boolean mentee = menteeWould(event, pair, outcome, locked);
        boolean mentor = mentorWould(event, pair, outcome, request);
        assertThat(mentee && mentor && !chosen.contains(pair)).as(pair.toString()).isFalse();
      }
    }
    for (ChosenPair each : outcome.pairs()) {
      assertThat(each.locked()).isEqualTo(locked.contains(each.pair()));
      assertThat(each.explanation().possible()).isTrue();
    }
    tellsTheTruth(event, outcome, possible, chosen);
  }

  private static void tellsTheTruth(
      MentorSelectionEvent event,
      ChoosingOutcome outcome,
      SortedSet<PairKey> possible,
      Set<PairKey> chosen) {
    Set<ParticipantId> matched = new HashSet<>();
    chosen.forEach(pair -> matched.add(pair.mentee()));
    Set<ParticipantId> open = new HashSet<>();
    for (StillOpen each : outcome.open()) {
      if (each.position() == Position.MENTEE) {
        open.add(each.id());
        boolean mutual =
            event.mentors().keySet().stream()
                .map(mentor -> new PairKey(each.id(), mentor))
                .filter(possible::contains)
                .anyMatch(
                    pair ->
                        wish(event, pair, Position.MENTEE) >= 0
                            && wish(event, pair, Position.MENTOR) >= 0);
        boolean others =
            each.reason() == Reason.OTHERS_PREFERRED || each.reason() == Reason.LOCKED_AWAY;
        assertThat(others).isEqualTo(mutual);
        assertThat(each.reason() == Reason.NAMED_NOBODY).isEqualTo(each.named() == 0);
      }
    }
    assertThat(open).noneMatch(matched::contains);
    assertThat(open.size() + matched.size()).isEqualTo(event.mentees().size());
  }

  private static int wish(MentorSelectionEvent event, PairKey pair, Position as) {
    ParticipantId by = as == Position.MENTEE ? pair.mentee() : pair.mentor();
    ParticipantId other = as == Position.MENTEE ? pair.mentor() : pair.mentee();
    List<List<ParticipantId>> order = event.ranking(by, as).orElseThrow().order();
    for (int rank = 0; rank < order.size(); rank++) {
      if (order.get(rank).contains(other)) {
        return rank;
      }
    }
    return -1;
  }

  private static boolean menteeWould(
      MentorSelectionEvent event,
      PairKey pair,
      ChoosingOutcome outcome,
      SortedSet<PairKey> locked) {
    if (locked.stream().anyMatch(each -> each.mentee().equals(pair.mentee()))) {
      return false;
    }
    return outcome.pairs().stream()
        .filter(each -> each.pair().mentee().equals(pair.mentee()))
        .allMatch(
            each -> wish(event, pair, Position.MENTEE) < wish(event, each.pair(), Position.MENTEE));
  }

  private static boolean mentorWould(
      MentorSelectionEvent event, PairKey pair, ChoosingOutcome outcome, MatchRequest request) {
    int places =
        request.mentors().stream()
            .filter(mentor -> mentor.id().equals(pair.mentor()))
            .mapToInt(Candidate::places)
            .sum();
    List<ChosenPair> own =
        outcome.pairs().stream()
            .filter(each -> each.pair().mentor().equals(pair.mentor()))
            .toList();
    assertThat(own.size()).isLessThanOrEqualTo(places);
    return own.size() < places
        || own.stream()
            .filter(each -> !each.locked())
            .anyMatch(
                each ->
                    wish(event, pair, Position.MENTOR) < wish(event, each.pair(), Position.MENTOR));
  }

  private static MentorSelectionEvent ranked(Random random, MatchRequest request) {
    SortedSet<ParticipantId> mentees = new TreeSet<>();
    request.mentees().forEach(mentee -> mentees.add(mentee.id()));
    SortedMap<ParticipantId, Integer> mentors = new TreeMap<>();
    request.mentors().forEach(mentor -> mentors.put(mentor.id(), mentor.places()));
    MentorSelectionEvent event =
        new MentorSelectionEvent(
            SelectionEventId.of("e"),
            1,
            ProposalId.of("p"),
            "practice",
            "",
            DAY,
            10,
            mentees,
            mentors,
            new MeetingPlan(List.of()),
            List.of(),
            new MentorSelectionEvent.State.Open(),
            COORDINATOR,
            NOW,
            "d",
            "r");
    for (ParticipantId id : mentees) {
      event = event.with(recorded(random, id, Position.MENTEE, mentors.keySet()));
    }
    for (ParticipantId id : mentors.keySet()) {
      event = event.with(recorded(random, id, Position.MENTOR, mentees));
    }
    return event;
  }

  private static RecordedRanking recorded(
      Random random, ParticipantId by, Position as, Set<ParticipantId> others) {
    List<ParticipantId> shuffled = new ArrayList<>(others);
    Collections.shuffle(shuffled, random);
    List<List<ParticipantId>> order = new ArrayList<>();
    for (ParticipantId each : shuffled.subList(0, random.nextInt(shuffled.size() + 1))) {
      if (order.isEmpty() || random.nextInt(3) > 0) {
        order.add(new ArrayList<>());
      }
      order.get(order.size() - 1).add(each);
    }
    return new RecordedRanking(new Ranking(by, as, order), COORDINATOR, NOW);
  }
}
