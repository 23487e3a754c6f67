package org.mentoring.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.matching.People.hard;
import static org.mentoring.matching.People.mentee;
import static org.mentoring.matching.People.mentor;
import static org.mentoring.matching.People.pair;
import static org.mentoring.matching.People.request;
import static org.mentoring.matching.People.soft;
import static org.mentoring.matching.People.town;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Term;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.MatchProposal.EventSuggestion;
import org.mentoring.participant.Fact;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

class MatchRendererTest {
  private static final Criterion TOWN = hard("town", new Term.Same(Attribute.MUNICIPALITY));
  private static final Criterion INTERESTS =
      soft("interests", new Term.Overlap(Attribute.INTERESTS, 1), 40);

  private final Matcher matcher = new Matcher();

  private static MatchRenderer renderer(Language language, Audience audience) {
    return MatchRenderer.of(List.of(TOWN, INTERESTS), Messages.of(language), audience);
  }

  private PairExplanation chess() {
    return matcher.explain(
        request(
            List.of(
                mentee(
                    "a",
                    town("t"),
                    new Fact.Interest("chess"),
                    new Fact.Interest("music"),
                    new Fact.Interest("sport"))),
            List.of(
                mentor("m", 1, town("t"), new Fact.Interest("chess"), new Fact.Interest("music"))),
            TOWN,
            INTERESTS),
        pair("a", "m"));
  }

  @Test
  void a_coordinator_reads_figures_and_points_in_both_languages() {
    assertThat(renderer(Language.EN, Audience.COORDINATOR).lines(chess()))
        .containsExactly(
            "interests: 2 of 3 shared, 26 of 40 points",
            "neither excluded the other: met",
            "two different participants: met",
            "same municipality: met");
    assertThat(renderer(Language.RU, Audience.COORDINATOR).text(chess()))
        .isEqualTo(
            "возможно, 26 баллов: интересы: общих 2 из 3, 26 из 40 баллов; никто из двоих не отказался от"
                + " другого: выполнено; два разных участника: выполнено; тот же муниципалитет: выполнено");
  }

  @Test
  void a_party_reads_no_figure_of_the_other_and_no_exclusion() {
    assertThat(renderer(Language.EN, Audience.PARTY).lines(chess()))
        .containsExactly(
            "interests: 26 of 40 points",
            "two different participants: met",
            "same municipality: met");
  }

  /** Were the other conditions told as met, the one that is not told would be the hindrance. */
  @Test
  void a_party_reads_of_an_impossible_pair_only_that_it_is_impossible() {
    PairExplanation excluded =
        explained(
            mentee("a", town("t"), new Fact.Interest("chess")),
            mentor(
                "m",
                1,
                town("t"),
                new Fact.Interest("chess"),
                new Fact.Exclusion(ParticipantId.of("a"))));
    PairExplanation farAway = explained(mentee("a", town("t")), mentor("m", 1, town("s")));

    for (PairExplanation impossible : List.of(excluded, farAway)) {
      assertThat(impossible.possible()).isFalse();
      assertThat(renderer(Language.EN, Audience.PARTY).lines(impossible)).isEmpty();
      assertThat(renderer(Language.EN, Audience.PARTY).text(impossible)).isEqualTo("not possible");
      assertThat(renderer(Language.RU, Audience.PARTY).text(impossible)).isEqualTo("невозможно");
      assertThat(renderer(Language.EN, Audience.COORDINATOR).lines(impossible))
          .anyMatch(line -> line.endsWith(": not met"));
    }
  }

  @Test
  void a_party_reads_only_conditions_that_no_mentor_meets() {
    List<Unmatched.ClosedDoor> excluded =
        List.of(new Unmatched.ClosedDoor("safety.not-excluded", 1, 1));
    List<Unmatched.ClosedDoor> mixed =
        List.of(
            new Unmatched.ClosedDoor("safety.not-excluded", 1, 1),
            new Unmatched.ClosedDoor("town", 49, 49));
    String general = "no free mentor meets every condition at present";

    assertThat(renderer(Language.EN, Audience.PARTY).text(unmatched(1, excluded)))
        .isEqualTo(general);
    assertThat(renderer(Language.EN, Audience.PARTY).text(unmatched(50, mixed))).isEqualTo(general);
  }

  @Test
  void what_the_rules_infer_from_a_format_has_a_title_in_both_languages() {
    for (String id :
        List.of(
            "partnership-mentee",
            "partnership-mentor",
            "reverse-younger-or-shorter",
            "reverse-ahead-in-asked",
            "reverse-ahead")) {
      for (Language language : Language.values()) {
        assertThat(
                renderer(language, Audience.COORDINATOR)
                    .title(hard("format." + id, new Term.AgeGap(-120, -1))))
            .contains(language == Language.EN ? "mentor" : "наставник")
            .contains(":")
            .doesNotContain("{");
      }
    }
  }

  private static Unmatched unmatched(int mentors, List<Unmatched.ClosedDoor> doors) {
    return new Unmatched(
        ParticipantId.of("a"),
        Unmatched.Reason.NO_CANDIDATE,
        mentors,
        0,
        0,
        doors,
        List.of(),
        List.of());
  }

  private PairExplanation explained(Candidate mentee, Candidate mentor) {
    return matcher.explain(
        request(List.of(mentee), List.of(mentor), TOWN, INTERESTS), pair("a", "m"));
  }

  @Test
  void the_public_reads_nothing_about_pairs() {
    Unmatched unmatched =
        new Unmatched(
            ParticipantId.of("a"),
            Unmatched.Reason.NO_MENTOR,
            0,
            0,
            0,
            List.of(),
            List.of(),
            List.of());

    assertThat(renderer(Language.EN, Audience.PUBLIC).lines(chess())).isEmpty();
    assertThat(renderer(Language.EN, Audience.PUBLIC).text(chess())).isEmpty();
    assertThat(renderer(Language.EN, Audience.PUBLIC).text(unmatched)).isEmpty();
  }

  @Test
  void an_unmatched_mentee_is_told_by_the_door_that_is_closed_and_how_often_alone() {
    Unmatched unmatched =
        new Unmatched(
            ParticipantId.of("a"),
            Unmatched.Reason.NO_CANDIDATE,
            50,
            0,
            0,
            List.of(
                new Unmatched.ClosedDoor("safety.not-excluded", 2, 0),
                new Unmatched.ClosedDoor("town", 48, 30)),
            List.of(),
            List.of());

    assertThat(renderer(Language.EN, Audience.COORDINATOR).text(unmatched))
        .isEqualTo(
            "no candidate: 'same municipality' closes the door to 48 of 50 mentors (to 30 as the only hindrance);"
                + " 'neither excluded the other' closes the door to 2 of 50 mentors");
    assertThat(renderer(Language.RU, Audience.COORDINATOR).lines(unmatched).get(1))
        .isEqualTo(
            "«тот же муниципалитет» закрывает дверь к 48 из 50 наставников (к 30 — как единственное препятствие)");
  }

  @Test
  void a_party_reads_the_condition_that_no_mentor_meets() {
    assertThat(
            renderer(Language.EN, Audience.PARTY)
                .text(
                    unmatched(
                        50,
                        List.of(
                            new Unmatched.ClosedDoor("safety.not-excluded", 50, 0),
                            new Unmatched.ClosedDoor("town", 50, 0)))))
        .isEqualTo("no free mentor meets every condition at present: condition: same municipality");
  }

  @Test
  void every_kind_of_term_has_words_in_both_languages() {
    RandomRequests random = new RandomRequests(5, 10);
    for (Language language : Language.values()) {
      MatchRenderer renderer = renderer(language, Audience.COORDINATOR);
      for (int i = 0; i < 500; i++) {
        assertThat(renderer.title(random.term(2))).isNotBlank().doesNotContain("{");
      }
    }
  }

  @Test
  void numbers_take_their_plural_in_russian() {
    MatchRenderer renderer = renderer(Language.RU, Audience.COORDINATOR);

    assertThat(renderer.title(new Term.AgeGap(1, null)))
        .isEqualTo("наставник старше не менее чем на 1 год");
    assertThat(renderer.title(new Term.AgeGap(5, null)))
        .isEqualTo("наставник старше не менее чем на 5 лет");
    assertThat(renderer.title(new Term.AgeGap(-120, -1))).isEqualTo("наставник младше");
  }

  @Test
  void both_bundles_hold_the_same_keys() {
    assertThat(Messages.of(Language.EN).keys()).isEqualTo(Messages.of(Language.RU).keys());
  }

  @Test
  void events_are_by_municipality_evenly_filled_and_never_beyond_their_places() {
    List<Candidate> mentees = new ArrayList<>();
    List<Candidate> mentors = new ArrayList<>();
    for (int i = 10; i < 22; i++) {
      mentees.add(mentee("a" + i, town("t")));
      mentors.add(mentor("m" + i, 1));
    }
    mentees.add(mentee("b", town("s")));
    mentees.add(mentee("c"));
    mentors.add(mentor("n", 2));
    MatchRequest request = request(mentees, mentors);

    List<EventSuggestion> events =
        EventPlan.suggest(
            matcher.match(request),
            id ->
                mentees.stream()
                    .filter(mentee -> mentee.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .dossier(),
            10);

    assertThat(events).extracting(EventSuggestion::municipality).containsExactly("", "s", "t", "t");
    assertThat(events).extracting(event -> event.pairs().size()).containsExactly(1, 1, 6, 6);
  }
}
