package org.mentoring.programme;

import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;

/**
 * When a mentorship is complete, and what follows.
 *
 * @param requires what must have happened: kinds of activity, of the mentorship itself or of its
 *     centre with the mentee among those who came
 * @param jointBy parties that sum up together, each giving its part; empty if that is not asked
 * @param exitInterviews parties with whom an exit interview is asked before the closure
 * @param atLeast how long the mentorship must have run, pauses left out; null if it does not matter
 * @param afterPhase the id of a phase that must be over; null if it does not matter
 * @param endings how it may end early
 * @param followUp what is due after the completion
 * @param citation where it comes from
 * @param answered kinds of activity about the mentee of which there must be one at least since the
 *     start or open at it, and none that no other has answered: as the steps of a route, each done
 *     or waived
 * @param cited the sources of what packs ask besides; what is not among them has the source of the
 *     terms
 */
public record CompletionTerms(
    List<Code> requires,
    SortedSet<Code> jointBy,
    @OmittedIfAbsent List<Code> exitInterviews,
    @OmittedIfAbsent @Nullable Period atLeast,
    @OmittedIfAbsent @Nullable String afterPhase,
    @OmittedIfAbsent List<EarlyEnding> endings,
    List<Cadence> followUp,
    Citation citation,
    @OmittedIfAbsent List<Code> answered,
    @OmittedIfAbsent List<CitedItem> cited) {
  /** The kind of activity in which a party gives its part of the joint summing-up. */
  public static final Code SUMMING_UP = Code.of("SUMMING_UP");

  /** The kind of activity that an exit interview is. */
  public static final Code EXIT_INTERVIEW = Code.of("EXIT_INTERVIEW");

  /** Names {@link #atLeast()} where what is missing is told or waived. */
  public static final Code LENGTH = Code.of("LENGTH");

  /** Names {@link #afterPhase()} where what is missing is told or waived. */
  public static final Code PHASE = Code.of("PHASE");

  private static final Set<Code> OF_MENTEE =
      Set.of(Code.of("MENTEE"), Code.of("CHILD"), Code.of("GUARDIAN"));

  /** Refuses a length that is not positive; sorts and copies. */
  public CompletionTerms {
    Invariants.positive("at-least", atLeast);
    requires = List.copyOf(requires);
    jointBy = Invariants.sorted(jointBy);
    exitInterviews = List.copyOf(exitInterviews);
    endings = List.copyOf(endings);
    followUp = List.copyOf(followUp);
    answered = List.copyOf(answered);
    cited = List.copyOf(cited);
  }

  /**
   * Where one thing that is asked comes from.
   *
   * @param item its name, as {@link #item} makes it
   * @param citation its source
   */
  public record CitedItem(String item, Citation citation) {}

  /** Terms of a definition's own. */
  public CompletionTerms(
      List<Code> requires,
      SortedSet<Code> jointBy,
      List<Code> exitInterviews,
      @Nullable Period atLeast,
      @Nullable String afterPhase,
      List<EarlyEnding> endings,
      List<Cadence> followUp,
      Citation citation,
      List<Code> answered) {
    this(
        requires,
        jointBy,
        exitInterviews,
        atLeast,
        afterPhase,
        endings,
        followUp,
        citation,
        answered,
        List.of());
  }

  /** Terms that wait for no answers. */
  public CompletionTerms(
      List<Code> requires,
      SortedSet<Code> jointBy,
      List<Code> exitInterviews,
      @Nullable Period atLeast,
      @Nullable String afterPhase,
      List<EarlyEnding> endings,
      List<Cadence> followUp,
      Citation citation) {
    this(
        requires,
        jointBy,
        exitInterviews,
        atLeast,
        afterPhase,
        endings,
        followUp,
        citation,
        List.of());
  }

  /** Terms that know no exit interviews, no least length and no early endings. */
  public CompletionTerms(
      List<Code> requires, SortedSet<Code> jointBy, List<Cadence> followUp, Citation citation) {
    this(requires, jointBy, List.of(), null, null, List.of(), followUp, citation);
  }

  /** Terms that wait for no phase to be over. */
  public CompletionTerms(
      List<Code> requires,
      SortedSet<Code> jointBy,
      List<Code> exitInterviews,
      @Nullable Period atLeast,
      List<EarlyEnding> endings,
      List<Cadence> followUp,
      Citation citation) {
    this(requires, jointBy, exitInterviews, atLeast, null, endings, followUp, citation);
  }

  /**
   * The name of one thing that is asked, in findings and waivers: {@code GRADUATION_EVENT}, {@code
   * SUMMING_UP.GUARDIAN}, {@code EXIT_INTERVIEW.MENTOR}, {@code LENGTH}.
   *
   * @param kind of activity
   * @param party whose part it is; null where it is nobody's
   */
  public static String item(Code kind, @Nullable Code party) {
    return party == null ? kind.value() : kind + "." + party;
  }

  /** Where one thing that is asked comes from, by its name. */
  public Citation citationOf(String item) {
    return cited.stream()
        .filter(each -> each.item().equals(item))
        .map(CitedItem::citation)
        .findFirst()
        .orElse(citation);
  }

  /** Whether each mentee has this party of its own: itself, or its guardian. */
  public static boolean isOfMentee(Code party) {
    return OF_MENTEE.contains(party);
  }

  /**
   * The names by which what is asked can be waived: of each thing, of all things of a kind, and of
   * all that one party gives.
   */
  public SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    requires.forEach(kind -> names.add(item(kind, null)));
    answered.forEach(kind -> names.add(item(kind, null)));
    jointBy.forEach(party -> names.addAll(names(SUMMING_UP, party)));
    exitInterviews.forEach(party -> names.addAll(names(EXIT_INTERVIEW, party)));
    if (atLeast != null) {
      names.add(item(LENGTH, null));
    }
    if (afterPhase != null) {
      names.add(item(PHASE, null));
    }
    return names;
  }

  private static List<String> names(Code kind, Code party) {
    return List.of(item(kind, party), kind.value(), party.value());
  }
}
