package org.mentoring.programme;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.participant.Position;
import org.mentoring.text.LocalizedText;

/**
 * One strand of a programme, with one format.
 *
 * @param id lower case with hyphens, unique within the definition
 * @param title how people call it
 * @param format its format
 * @param arrangements allowed ones
 * @param mutual whether mentoring runs in both directions within one mentorship
 * @param circlesForbidden whether its open mentorships may be part of no circle, with whichever
 *     others; those of mutual practices form none
 * @param parties each position once
 * @param matching how pairs form; null if the practice forms none
 * @param mentorship how mentorships run; null if the definition does not say
 * @param cadences what is due while mentorships run
 * @param completion when they are complete; null if the definition does not say
 * @param models ids of the centre's organisational models under which its mentorships run; empty
 *     for all of them
 * @param citation where the practice comes from
 */
public record Practice(
    String id,
    LocalizedText title,
    MentoringFormat format,
    SortedSet<Arrangement> arrangements,
    boolean mutual,
    boolean circlesForbidden,
    List<PartyTerms> parties,
    @Nullable MatchingPlan matching,
    @OmittedIfAbsent @Nullable MentorshipTerms mentorship,
    List<Cadence> cadences,
    @Nullable CompletionTerms completion,
    @OmittedIfAbsent List<String> models,
    Citation citation) {
  /** Refuses an empty choice of arrangements; sorts and copies. */
  public Practice {
    arrangements = Invariants.sortedNotEmpty("arrangements", arrangements);
    parties =
        parties.stream().sorted(java.util.Comparator.comparing(PartyTerms::position)).toList();
    cadences = List.copyOf(cadences);
    models = List.copyOf(models);
  }

  /** A practice that runs under all models of a centre. */
  public Practice(
      String id,
      LocalizedText title,
      MentoringFormat format,
      SortedSet<Arrangement> arrangements,
      boolean mutual,
      boolean circlesForbidden,
      List<PartyTerms> parties,
      @Nullable MatchingPlan matching,
      @Nullable MentorshipTerms mentorship,
      List<Cadence> cadences,
      @Nullable CompletionTerms completion,
      Citation citation) {
    this(
        id,
        title,
        format,
        arrangements,
        mutual,
        circlesForbidden,
        parties,
        matching,
        mentorship,
        cadences,
        completion,
        List.of(),
        citation);
  }

  /** A practice that does not say how its mentorships run. */
  public Practice(
      String id,
      LocalizedText title,
      MentoringFormat format,
      SortedSet<Arrangement> arrangements,
      boolean mutual,
      boolean circlesForbidden,
      List<PartyTerms> parties,
      @Nullable MatchingPlan matching,
      List<Cadence> cadences,
      @Nullable CompletionTerms completion,
      Citation citation) {
    this(
        id,
        title,
        format,
        arrangements,
        mutual,
        circlesForbidden,
        parties,
        matching,
        null,
        cadences,
        completion,
        citation);
  }

  /** The same practice with other terms of its parties, pairs and mentorships. */
  Practice with(
      List<PartyTerms> others,
      @Nullable MatchingPlan plan,
      @Nullable MentorshipTerms terms,
      List<Cadence> due,
      @Nullable CompletionTerms complete) {
    return new Practice(
        id,
        title,
        format,
        arrangements,
        mutual,
        circlesForbidden,
        others,
        plan,
        terms,
        due,
        complete,
        models,
        citation);
  }

  /**
   * Whether a further mentorship may close no circle with the open ones. A mentorship in both
   * directions is one mentorship with mutual roles, and closes none.
   */
  public boolean refusesCircles() {
    return circlesForbidden && !mutual;
  }

  /** Whether its mentorships may run under an organisational model. */
  public boolean runsUnder(String model) {
    return models.isEmpty() || models.contains(model);
  }

  /** What is asked of a position, if the practice knows it. */
  public Optional<PartyTerms> party(Position position) {
    return parties.stream().filter(party -> party.position() == position).findFirst();
  }
}
