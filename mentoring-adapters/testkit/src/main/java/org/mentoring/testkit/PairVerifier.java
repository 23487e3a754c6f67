package org.mentoring.testkit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.criterion.Criterion;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.Candidate;
import org.mentoring.matching.CriterionScore;
import org.mentoring.matching.MatchRequest;
import org.mentoring.matching.Matcher;
import org.mentoring.matching.PairExplanation;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.Ties;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Yardsticks;
import org.mentoring.time.Validity;

/**
 * Says in a test what criteria of one's own make of a pair: given this mentee and this mentor,
 * expect that they fit, that a criterion forbids them, or so many points.
 *
 * <pre>{@code
 * PairVerifier pairs = PairVerifier.of(definition, criteria, day);
 * pairs.mentee(fromIshim, likesChess).mentor(fromIshim, likesChess).fit().score(50);
 * pairs.mentee(fromIshim).mentor(fromTobolsk).isForbiddenBy("same-municipality");
 * }</pre>
 *
 * <p>Where it fails, all criteria are told with what they measured. Immutable and thread-safe.
 */
public final class PairVerifier {
  private static final ParticipantId MENTEE = ParticipantId.of("mentee");
  private static final ParticipantId MENTOR = ParticipantId.of("mentor");

  private final Yardsticks yardsticks;
  private final List<Criterion> criteria;
  private final LocalDate day;
  private final List<Fact> mentee;
  private final List<Fact> mentor;

  private PairVerifier(
      Yardsticks yardsticks,
      List<Criterion> criteria,
      LocalDate day,
      List<Fact> mentee,
      List<Fact> mentor) {
    this.yardsticks = yardsticks;
    this.criteria = List.copyOf(criteria);
    this.day = day;
    this.mentee = List.copyOf(mentee);
    this.mentor = List.copyOf(mentor);
  }

  /**
   * About two people of whom nothing is known.
   *
   * @param definition whose scales and other yardsticks the criteria measure by
   * @param day that is decided about
   */
  public static PairVerifier of(
      ProgrammeDefinition definition, List<Criterion> criteria, LocalDate day) {
    return new PairVerifier(definition.on(day).yardsticks(), criteria, day, List.of(), List.of());
  }

  /** The same, and this is known of the mentee, and no more. */
  public PairVerifier mentee(Fact... facts) {
    return new PairVerifier(yardsticks, criteria, day, List.of(facts), mentor);
  }

  /** The same, and this is known of the mentor, and no more. */
  public PairVerifier mentor(Fact... facts) {
    return new PairVerifier(yardsticks, criteria, day, mentee, List.of(facts));
  }

  /** Why they fit, or why not. */
  public PairExplanation explanation() {
    SortedSet<PairKey> none = new TreeSet<>();
    MatchRequest request =
        new MatchRequest(
            List.of(candidate(MENTEE, mentee)),
            List.of(candidate(MENTOR, mentor)),
            List.of(criteria),
            yardsticks,
            Ties.none(),
            none,
            none);
    return new Matcher().explain(request, new PairKey(MENTEE, MENTOR));
  }

  /**
   * No criterion forbids them.
   *
   * @throws AssertionError if one does
   */
  public PairVerifier fit() {
    PairExplanation explanation = explanation();
    if (!explanation.possible()) {
      throw new AssertionError("expected that they fit" + told(explanation));
    }
    return this;
  }

  /**
   * Exactly these criteria forbid them.
   *
   * @throws AssertionError if others do, or not all of them
   */
  public PairVerifier isForbiddenBy(String... ids) {
    PairExplanation explanation = explanation();
    List<String> forbidding =
        explanation.criteria().stream()
            .filter(each -> each.criterion().hard() && !each.holds())
            .map(each -> each.criterion().id())
            .sorted()
            .toList();
    List<String> expected = List.of(ids).stream().sorted().toList();
    if (!forbidding.equals(expected)) {
      throw new AssertionError("expected that " + expected + " forbid them" + told(explanation));
    }
    return this;
  }

  /**
   * They have so many points.
   *
   * @throws AssertionError if they have others
   */
  public PairVerifier score(long points) {
    PairExplanation explanation = explanation();
    if (explanation.score() != points) {
      throw new AssertionError("expected " + points + " points" + told(explanation));
    }
    return this;
  }

  private Candidate candidate(ParticipantId id, List<Fact> facts) {
    List<KnownFact> known = new ArrayList<>();
    for (Fact each : facts) {
      known.add(
          new KnownFact(
              FactId.of(String.format(Locale.ROOT, "f-%02d", known.size() + 1)),
              each,
              Validity.from(day.minusYears(1)),
              day.atStartOfDay().toInstant(ZoneOffset.UTC)));
    }
    return new Candidate(
        new Dossier(
            id, ParticipantKind.PERSON, known, day, day.atStartOfDay().toInstant(ZoneOffset.UTC)),
        1,
        0);
  }

  private static String told(PairExplanation explanation) {
    StringBuilder text =
        new StringBuilder(explanation.possible() ? ", but they fit" : ", but they do not fit");
    text.append(" with ").append(explanation.score()).append(" points");
    for (CriterionScore each : explanation.criteria()) {
      text.append("\n  ")
          .append(each.criterion().id())
          .append(each.criterion().hard() ? " (hard) " : " ")
          .append(each.holds() ? "holds" : "does not hold")
          .append(", ")
          .append(each.points())
          .append(" points");
      for (CriterionScore.Leaf leaf : each.leaves()) {
        text.append("\n    ")
            .append(leaf.term())
            .append(leaf.known() ? "" : " (not known)")
            .append(": ")
            .append(leaf.measured())
            .append(" of ")
            .append(leaf.outOf());
      }
    }
    return text.toString();
  }
}
