package org.mentoring.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.matching.People.dossier;
import static org.mentoring.matching.People.hard;
import static org.mentoring.matching.People.mentee;
import static org.mentoring.matching.People.mentor;
import static org.mentoring.matching.People.pair;
import static org.mentoring.matching.People.soft;
import static org.mentoring.matching.People.town;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Term;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.programme.Neighbours;
import org.mentoring.programme.Places;
import org.mentoring.programme.Scale;
import org.mentoring.programme.Yardsticks;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

/** Each term where it holds, where it does not and where something is missing. */
class TermsOfAllProgrammesTest {
  private static final Code TEACHING = Code.of("TEACHING");
  private static final Attribute SKILL = Attribute.of("digital-teaching");
  private static final Attribute OTHER_SKILL = Attribute.of("theatre");
  private static final List<String> LEVELS = List.of("beginner", "practitioner", "expert");
  private static final Yardsticks YARDSTICKS =
      new Yardsticks(
          List.of(
              new Scale(SKILL, LEVELS, Citation.CHOICE),
              new Scale(OTHER_SKILL, LEVELS, Citation.CHOICE)),
          List.of(
              new Neighbours(
                  Attribute.MUNICIPALITY,
                  List.of(
                      new Neighbours.Pair("Tyumen", "Yalutorovsk"),
                      new Neighbours.Pair("Zavodoukovsk", "Yalutorovsk")),
                  Citation.CHOICE)),
          List.of(
              new Places(
                  Attribute.MUNICIPALITY,
                  List.of(point("Tyumen", "57.15", "65.53"), point("Tobolsk", "58.20", "68.25")),
                  Citation.CHOICE)));

  private final Matcher matcher = new Matcher();

  private static Places.Point point(String value, String latitude, String longitude) {
    return new Places.Point(value, new BigDecimal(latitude), new BigDecimal(longitude));
  }

  private static MatchRequest request(
      List<Candidate> mentees, List<Candidate> mentors, Ties ties, Criterion... criteria) {
    return new MatchRequest(
        mentees,
        mentors,
        List.of(List.of(criteria)),
        YARDSTICKS,
        ties,
        new TreeSet<>(),
        new TreeSet<>());
  }

  private CriterionScore.Leaf leaf(Term term, List<Fact> mentee, List<Fact> mentor) {
    return leaf(term, mentee, mentor, Ties.none());
  }

  private CriterionScore.Leaf leaf(Term term, List<Fact> mentee, List<Fact> mentor, Ties ties) {
    MatchRequest request =
        request(
            List.of(mentee("a", mentee.toArray(Fact[]::new))),
            List.of(mentor("m", 1, mentor.toArray(Fact[]::new))),
            ties,
            hard("term", term));
    return matcher.explain(request, pair("a", "m")).criteria().stream()
        .filter(score -> score.criterion().id().equals("term"))
        .findFirst()
        .orElseThrow()
        .leaves()
        .get(0);
  }

  private static void assertHolds(CriterionScore.Leaf leaf, long measured) {
    assertThat(leaf).isEqualTo(new CriterionScore.Leaf(leaf.term(), true, measured, 0, true));
  }

  private static void assertFails(CriterionScore.Leaf leaf, long measured) {
    assertThat(leaf).isEqualTo(new CriterionScore.Leaf(leaf.term(), false, measured, 0, true));
  }

  private static void assertUnknown(CriterionScore.Leaf leaf) {
    assertThat(leaf).isEqualTo(new CriterionScore.Leaf(leaf.term(), false, 0, 0, false));
  }

  @Test
  void near_is_the_same_municipality_or_a_declared_neighbour_and_not_a_neighbours_neighbour() {
    Term near = new Term.Near(Attribute.MUNICIPALITY);

    assertHolds(leaf(near, List.of(town("Tyumen")), List.of(town("Tyumen"))), 0);
    assertHolds(leaf(near, List.of(town("Tyumen")), List.of(town("Yalutorovsk"))), 1);
    assertHolds(leaf(near, List.of(town("Yalutorovsk")), List.of(town("Tyumen"))), 1);
    assertHolds(
        leaf(near, List.of(town("of no neighbours")), List.of(town("of no neighbours"))), 0);
    assertFails(leaf(near, List.of(town("Tyumen")), List.of(town("Zavodoukovsk"))), 2);
    assertUnknown(leaf(near, List.of(), List.of(town("Tyumen"))));
    assertUnknown(leaf(near, List.of(town("Tyumen")), List.of()));
  }

  @Test
  void mentors_of_neighbouring_municipalities_are_found_beside_those_of_others() {
    List<Candidate> mentors = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      mentors.add(mentor("x" + i, 1, town("town " + i)));
    }
    mentors.add(mentor("m", 1, town("Yalutorovsk")));
    mentors.add(mentor("n", 1, town("Zavodoukovsk"), town("Tyumen")));

    CandidateEdges edges =
        matcher.candidates(
            request(
                List.of(mentee("a", town("Tyumen"))),
                mentors,
                Ties.none(),
                hard("near", new Term.Near(Attribute.MUNICIPALITY))));

    assertThat(edges.size()).isEqualTo(2);
    assertThat(edges.mentor(edges.mentorOf(0))).isEqualTo(ParticipantId.of("m"));
    assertThat(edges.mentor(edges.mentorOf(1))).isEqualTo(ParticipantId.of("n"));
  }

  @Test
  void few_neighbours_among_very_many_mentors_are_found_in_their_order() {
    List<Candidate> mentors = new ArrayList<>();
    for (int i = 0; i < 1_600; i++) {
      String town = i % 700 == 5 ? "Tyumen" : i % 700 == 6 ? "Yalutorovsk" : "town " + i;
      mentors.add(mentor(String.format(Locale.ROOT, "m%04d", i), 1, town(town)));
    }

    CandidateEdges edges =
        matcher.candidates(
            request(
                List.of(mentee("a", town("Tyumen"))),
                mentors,
                Ties.none(),
                hard("near", new Term.Near(Attribute.MUNICIPALITY))));

    assertThat(IntStream.range(0, edges.size()).map(edges::mentorOf))
        .containsExactly(5, 6, 705, 706, 1_405, 1_406);
  }

  @Test
  void a_distance_is_measured_along_the_great_circle_and_gives_less_points_the_farther_it_is() {
    List<Fact> tyumen = List.of(town("Tyumen"));
    List<Fact> tobolsk = List.of(town("Tobolsk"));

    assertHolds(leaf(distance(200, 0), tyumen, tyumen), 0);
    assertHolds(leaf(distance(199, 0), tyumen, tobolsk), 199);
    assertFails(leaf(distance(198, 0), tyumen, tobolsk), 199);
    assertUnknown(leaf(distance(200, 0), tyumen, List.of(town("of no point"))));
    assertUnknown(leaf(distance(200, 0), List.of(), tobolsk));
    assertThat(points(distance(300, 99), tyumen, tobolsk)).isEqualTo(50);
    assertThat(points(distance(300, 200), tyumen, tobolsk)).isEqualTo(100);
    assertThat(points(distance(199, 100), tyumen, tobolsk)).isEqualTo(1);
  }

  private static Term distance(int atMost, int full) {
    return new Term.Distance(Attribute.MUNICIPALITY, atMost, full);
  }

  private int points(Term term, List<Fact> mentee, List<Fact> mentor) {
    CandidateEdges edges =
        matcher.candidates(
            request(
                List.of(mentee("a", mentee.toArray(Fact[]::new))),
                List.of(mentor("m", 1, mentor.toArray(Fact[]::new))),
                Ties.none(),
                soft("soft", term, 100)));
    return edges.scoreOf(0);
  }

  @Test
  void a_wish_is_met_by_any_of_its_values_and_open_where_nothing_is_known_of_the_other() {
    Term wish = new Term.WishesMet(Attribute.GENDER, Term.Side.MENTEE);
    Fact female = new Fact.Trait(Attribute.GENDER, "female");
    Fact wishesFemale = new Fact.Wish(Attribute.GENDER, "female");
    Fact wishesMale = new Fact.Wish(Attribute.GENDER, "male");

    assertHolds(leaf(wish, List.of(), List.of()), 1);
    assertHolds(leaf(wish, List.of(wishesFemale, wishesMale), List.of(female)), 1);
    assertFails(leaf(wish, List.of(wishesMale), List.of(female)), 0);
    assertUnknown(leaf(wish, List.of(wishesMale), List.of()));
    assertHolds(leaf(wish, List.of(), List.of(female, wishesMale)), 1);
    Term mentorsWish = new Term.WishesMet(Attribute.GENDER, Term.Side.MENTOR);
    assertFails(leaf(mentorsWish, List.of(female), List.of(wishesMale)), 0);
    assertHolds(leaf(mentorsWish, List.of(female), List.of(wishesFemale)), 1);
    assertUnknown(leaf(mentorsWish, List.of(), List.of(wishesFemale)));
  }

  @Test
  void a_wish_about_a_language_is_met_by_one_of_several() {
    Term wish = new Term.WishesMet(Attribute.LANGUAGES, Term.Side.MENTEE);
    Fact russian = new Fact.Trait(Attribute.LANGUAGES, "Russian");
    Fact tatar = new Fact.Trait(Attribute.LANGUAGES, "Tatar");

    assertHolds(
        leaf(wish, List.of(new Fact.Wish(Attribute.LANGUAGES, "Tatar")), List.of(russian, tatar)),
        1);
    assertThat(
            leaf(new Term.Overlap(Attribute.LANGUAGES, 1), List.of(tatar), List.of(russian, tatar)))
        .isEqualTo(
            new CriterionScore.Leaf(new Term.Overlap(Attribute.LANGUAGES, 1), true, 1, 1, true));
  }

  @Test
  void service_counts_in_whole_years_from_its_earliest_start() {
    Term shorter = new Term.ServiceGap(TEACHING, -120, -1);
    Term longer = new Term.ServiceGap(null, 3, null);
    Fact since2010 = new Fact.InService(TEACHING, LocalDate.of(2010, 9, 1));
    Fact since2013 = new Fact.InService(TEACHING, LocalDate.of(2013, 9, 1));
    Fact nursing = new Fact.InService(Code.of("NURSING"), LocalDate.of(2001, 9, 1));

    assertHolds(leaf(longer, List.of(since2013), List.of(since2010)), 3);
    assertFails(
        leaf(
            longer,
            List.of(new Fact.InService(TEACHING, LocalDate.of(2013, 8, 31))),
            List.of(since2010)),
        2);
    assertHolds(leaf(longer, List.of(since2013), List.of(since2013, nursing)), 12);
    assertHolds(leaf(shorter, List.of(since2010), List.of(since2013, nursing)), -3);
    assertFails(leaf(shorter, List.of(since2013), List.of(since2013)), 0);
    assertUnknown(leaf(shorter, List.of(since2013), List.of(nursing)));
  }

  @Test
  void who_asks_for_a_competence_is_mentored_by_somebody_who_stands_higher_in_it() {
    Term ahead = new Term.AheadInAsked(Attribute.NEEDS, 1);
    Fact asks = new Fact.Need(SKILL.name());
    Fact asksOther = new Fact.Need(OTHER_SKILL.name());
    Fact beginner = new Fact.Trait(SKILL, "beginner");
    Fact expert = new Fact.Trait(SKILL, "expert");

    assertHolds(leaf(ahead, List.of(asks, beginner), List.of(expert)), 2);
    assertFails(leaf(ahead, List.of(asks, expert), List.of(expert)), 0);
    assertUnknown(leaf(ahead, List.of(asks, expert, asksOther), List.of(beginner)));
    assertHolds(leaf(ahead, List.of(asks, beginner, asksOther), List.of(expert)), 2);
    assertUnknown(leaf(ahead, List.of(asks), List.of(expert)));
    assertUnknown(leaf(ahead, List.of(new Fact.Need("friends"), beginner), List.of(expert)));
  }

  @Test
  void a_mentorship_that_is_over_makes_a_former_mentor_and_an_open_one_does_not() {
    Term former = new Term.FormerMentor();
    ParticipantId mentor = ParticipantId.of("m");

    assertHolds(leaf(former, List.of(new Fact.FormerMentor(mentor)), List.of()), 1);
    assertFails(leaf(former, List.of(new Fact.MentoredBy(mentor)), List.of()), 0);
    assertFails(leaf(former, List.of(new Fact.FormerMentor(ParticipantId.of("n"))), List.of()), 0);
    Ties over = new Ties(new TreeSet<>(), new TreeSet<>(List.of(pair("a", "m"))), new TreeSet<>());
    assertHolds(leaf(former, List.of(), List.of(), over), 1);
  }

  @Test
  void a_mentor_of_a_sibling_is_known_whoever_told_it_and_wherever_the_sibling_is() {
    Term siblings = new Term.MentorsSibling();
    Ties told =
        Ties.of(
            List.of(
                dossier(
                    "b",
                    new Fact.Sibling(ParticipantId.of("a")),
                    new Fact.MentoredBy(ParticipantId.of("m")))));

    assertHolds(leaf(siblings, List.of(), List.of(), told), 1);
    assertFails(leaf(siblings, List.of(new Fact.Sibling(ParticipantId.of("b"))), List.of()), 0);
    Ties mentored =
        new Ties(new TreeSet<>(), new TreeSet<>(List.of(pair("b", "m"))), new TreeSet<>());
    assertHolds(
        leaf(siblings, List.of(new Fact.Sibling(ParticipantId.of("b"))), List.of(), mentored), 1);
    assertFails(leaf(siblings, List.of(), List.of(), mentored), 0);
  }

  @Test
  void whom_the_mentee_mentors_cannot_mentor_it_even_over_people_outside_of_the_request() {
    Term circle = new Term.NoCircle();
    Ties chain =
        new Ties(
            new TreeSet<>(List.of(pair("x", "a"), pair("m", "x"))),
            new TreeSet<>(),
            new TreeSet<>());

    assertFails(leaf(circle, List.of(), List.of(), chain), 0);
    assertFails(leaf(circle, List.of(), List.of(new Fact.MentoredBy(ParticipantId.of("a")))), 0);
    assertHolds(leaf(circle, List.of(new Fact.MentoredBy(ParticipantId.of("m"))), List.of()), 1);
    assertHolds(leaf(circle, List.of(), List.of()), 1);
  }

  @Test
  void a_criterion_without_its_yardstick_is_refused_by_name() {
    Candidate mentee = mentee("a");
    Candidate mentor = mentor("m", 1);

    assertThatThrownBy(
            () ->
                matcher.match(
                    People.request(
                        List.of(mentee),
                        List.of(mentor),
                        hard("near", new Term.Near(Attribute.MUNICIPALITY)))))
        .isInstanceOf(MentoringException.class)
        .hasMessageContaining("match.neighbours-unknown");
    assertThatThrownBy(
            () ->
                matcher.match(
                    People.request(
                        List.of(mentee), List.of(mentor), hard("far", distance(10, 10)))))
        .isInstanceOf(MentoringException.class)
        .hasMessageContaining("match.places-unknown");
  }

  @Test
  void sets_of_hundreds_of_values_are_compared_as_small_ones_are() {
    List<Fact> mine = new ArrayList<>();
    List<Fact> theirs = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      mine.add(new Fact.Need("topic " + i));
      if (i % 3 == 0) {
        theirs.add(new Fact.Offer("topic " + i));
      }
    }
    // Beyond 4,096 values sets are no longer kept as bits.
    List<Fact> more = new ArrayList<>(theirs);
    for (int i = 0; i < 5_000; i++) {
      more.add(new Fact.Offer("further " + i));
    }
    Term cover = new Term.Cover(Attribute.NEEDS, Attribute.OFFERS, Term.Side.MENTEE, 100);
    Term tooMuch = new Term.Cover(Attribute.NEEDS, Attribute.OFFERS, Term.Side.MENTEE, 101);

    for (List<Fact> offers : List.of(theirs, more)) {
      assertThat(leaf(cover, mine, offers))
          .isEqualTo(new CriterionScore.Leaf(cover, true, 100, 300, true));
      assertThat(leaf(tooMuch, mine, offers).holds()).isFalse();
      assertThat(points(cover, mine, offers)).isEqualTo(33);
    }
  }

  @Test
  void the_same_group_and_mutual_offers_can_be_asked_for() {
    Fact group = new Fact.Trait(Attribute.GROUP, "8B");
    Term mutual =
        new Term.And(
            List.of(
                new Term.Cover(Attribute.NEEDS, Attribute.OFFERS, Term.Side.MENTEE, 1),
                new Term.Cover(Attribute.NEEDS, Attribute.OFFERS, Term.Side.MENTOR, 1)));
    List<Fact> one = List.of(new Fact.Need("robotics"), new Fact.Offer("theatre"));
    List<Fact> other = List.of(new Fact.Need("theatre"), new Fact.Offer("robotics"));

    assertHolds(leaf(new Term.Same(Attribute.GROUP), List.of(group), List.of(group)), 1);
    assertThat(points(mutual, one, other)).isEqualTo(100);
    assertThat(points(mutual, one, List.of(new Fact.Offer("robotics")))).isZero();
  }

  @Test
  void every_term_has_a_title_and_a_figure_in_both_languages() {
    List<Criterion> criteria = new ArrayList<>();
    for (Term term :
        List.of(
            new Term.Near(Attribute.MUNICIPALITY),
            new Term.Near(Attribute.GROUP),
            distance(200, 10),
            new Term.WishesMet(Attribute.GENDER, Term.Side.MENTEE),
            new Term.WishesMet(Attribute.GENDER, Term.Side.MENTOR),
            new Term.ServiceGap(null, -120, -1),
            new Term.ServiceGap(null, 3, null),
            new Term.ServiceGap(null, 1, 3),
            new Term.ServiceGap(null, -120, 5),
            new Term.AheadInAsked(Attribute.NEEDS, 2),
            new Term.FormerMentor(),
            new Term.MentorsSibling(),
            new Term.NoCircle())) {
      criteria.add(hard("h" + criteria.size(), term));
    }
    for (Language language : Language.values()) {
      MatchRenderer renderer =
          MatchRenderer.of(criteria, Messages.of(language), Audience.COORDINATOR);
      assertThat(criteria.stream().map(renderer::title))
          .doesNotHaveDuplicates()
          .allSatisfy(title -> assertThat(title).isNotBlank().doesNotContain("{", "term."));
    }
    MatchRenderer english =
        MatchRenderer.of(criteria, Messages.of(Language.EN), Audience.COORDINATOR);
    assertThat(english.title(distance(200, 10)))
        .isEqualTo("municipalities at most 200 kilometres apart");
    assertThat(english.title(new Term.WishesMet(Attribute.GENDER, Term.Side.MENTEE)))
        .isEqualTo("mentee's wish about the mentor's gender");
    assertThat(english.title(new Term.ServiceGap(null, -120, -1)))
        .isEqualTo("mentor shorter in service");
  }

  @Test
  void a_coordinator_reads_the_figures_and_a_party_nothing_of_wishes_siblings_and_circles() {
    Criterion[] criteria = {
      hard("circle", new Term.NoCircle()),
      soft("far", distance(300, 99), 100),
      soft("near", new Term.Near(Attribute.MUNICIPALITY), 5),
      soft("sibling", new Term.MentorsSibling(), 5),
      soft("wish", new Term.WishesMet(Attribute.GENDER, Term.Side.MENTOR), 5),
    };
    PairExplanation explanation =
        matcher.explain(
            request(
                List.of(mentee("a", town("Tyumen"))),
                List.of(mentor("m", 1, town("Tobolsk"))),
                Ties.none(),
                criteria),
            pair("a", "m"));

    assertThat(renderer(Audience.COORDINATOR, criteria).lines(explanation))
        .contains(
            "municipalities at most 300 kilometres apart: 199 kilometres apart, 50 of 100 points",
            "same or neighbouring municipality: not met, 0 of 5 points",
            "no circle of mentoring: met");
    assertThat(renderer(Audience.PARTY, criteria).lines(explanation))
        .containsExactly(
            "municipalities at most 300 kilometres apart: 50 of 100 points",
            "same or neighbouring municipality: 0 of 5 points",
            "two different participants: met");
  }

  private static MatchRenderer renderer(Audience audience, Criterion... criteria) {
    return MatchRenderer.of(List.of(criteria), Messages.of(Language.EN), audience);
  }

  @Test
  void neighbours_and_places_are_refused_where_they_contradict_themselves() {
    assertThatThrownBy(() -> new Neighbours.Pair("A", "A"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("neighbours.self");
    assertThatThrownBy(
            () ->
                new Neighbours(
                    Attribute.MUNICIPALITY,
                    List.of(new Neighbours.Pair("A", "B"), new Neighbours.Pair("B", "A")),
                    Citation.CHOICE))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("neighbours.twice");
    assertThatThrownBy(() -> point("A", "90.1", "0"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("places.degrees");
    assertThatThrownBy(() -> point("A", "57.12345", "0"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("places.fine");
    assertThat(point("A", "57.10", "1E+2")).isEqualTo(point("A", "57.1", "100"));
  }
}
