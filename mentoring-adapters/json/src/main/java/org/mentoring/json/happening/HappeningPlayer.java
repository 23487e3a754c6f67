package org.mentoring.json.happening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.mentoring.Mentoring;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.Problem;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

/**
 * Plays happenings through the commands of a running programme, one at a time: each at noon of the
 * day on which it becomes known, in the programme's zone, and later than the one before. Nothing is
 * done to the programme but by its commands. Not thread-safe.
 */
public final class HappeningPlayer implements AutoCloseable {
  private static final String UNFIT = "happening.unfit";

  private final Happenings happenings;
  private final PlayedClock clock;
  private final Mentoring mentoring;
  private final Handles handles = new Handles();
  private int next;
  private boolean stopped;

  private HappeningPlayer(Happenings happenings, UnaryOperator<Mentoring.Builder> parts) {
    this.happenings = happenings;
    List<Happening> inOrder = happenings.inOrder();
    clock =
        new PlayedClock(
            happenings.definition().zone(),
            inOrder.isEmpty() ? LocalDate.EPOCH : inOrder.get(0).known().minusDays(1));
    mentoring =
        parts
            .apply(
                Mentoring.of(happenings.definition())
                    .clock(clock)
                    .identifiers(new SequentialIdentifiers()))
            .build();
  }

  /** What to do after something did not come as the file says. */
  public enum Surprise {
    /** Play nothing more. */
    STOPS,
    /** Go on with what follows. */
    IS_TOLD
  }

  /** A player with everything in memory and ids that count up. */
  public static HappeningPlayer open(Happenings happenings) {
    return open(happenings, UnaryOperator.identity());
  }

  /**
   * A player over parts of one's own.
   *
   * @param parts adds stores, rules or evaluators; the clock must stay the player's
   */
  public static HappeningPlayer open(
      Happenings happenings, UnaryOperator<Mentoring.Builder> parts) {
    return new HappeningPlayer(happenings, parts);
  }

  /** The programme, as far as it was played. */
  public Mentoring mentoring() {
    return mentoring;
  }

  /**
   * Plays all that becomes known up to a day and was not played yet; afterwards it is the end of
   * that day. After a surprise nothing more is played.
   *
   * @param lastDay the last day that is played
   * @return what came of each, in order
   */
  public List<Played> playUntil(LocalDate lastDay) {
    return playUntil(lastDay, Surprise.STOPS);
  }

  /** As {@link #playUntil(LocalDate)}, saying what a surprise does. */
  public List<Played> playUntil(LocalDate lastDay, Surprise surprise) {
    List<Played> all = new ArrayList<>();
    List<Happening> inOrder = happenings.inOrder();
    while (!stopped && next < inOrder.size() && !inOrder.get(next).known().isAfter(lastDay)) {
      Played played = play(inOrder.get(next++));
      all.add(played);
      stopped = !played.asExpected() && surprise == Surprise.STOPS;
    }
    if (!stopped) {
      clock.endOf(lastDay);
    }
    return List.copyOf(all);
  }

  /** Plays all that was not played yet. */
  public List<Played> playAll(Surprise surprise) {
    return happenings.lastDay().map(day -> playUntil(day, surprise)).orElse(List.of());
  }

  /** Whether a surprise stopped the play. */
  public boolean stopped() {
    return stopped;
  }

  /** The mentorship that a handle of the file stands for, if it was assigned. */
  public Optional<MentorshipId> mentorship(String handle) {
    return handles.find(Thing.MENTORSHIP, handle).map(MentorshipId.class::cast);
  }

  /** The handle that the file has for a mentorship, if it has one. */
  public Optional<String> handleOf(MentorshipId mentorship) {
    return handles.of(Thing.MENTORSHIP, mentorship);
  }

  /** The incident that a handle of the file stands for, if it was reported. */
  public Optional<IncidentId> incident(String handle) {
    return handles.find(Thing.INCIDENT, handle).map(IncidentId.class::cast);
  }

  @Override
  public void close() {
    mentoring.close();
  }

  private Played play(Happening happening) {
    clock.next(happening.known());
    // A participant's handle is its id; whether it is registered is for the command to say.
    Optional<Reference> missing =
        happening
            .references()
            .filter(each -> each.thing() != Thing.PARTICIPANT)
            .filter(each -> handles.find(each.thing(), each.handle()).isEmpty())
            .findFirst();
    if (missing.isPresent()) {
      return new Played.Skipped(happening, missing.get().handle());
    }
    Answer answer;
    try {
      answer = happening.call().call().answer(new Given(mentoring, happening, handles));
    } catch (MentoringException e) {
      // A value that no command takes is a fault of the file, and what was played stays played.
      return new Played.Unfit(happening, problem(happening, e));
    }
    if (answer instanceof Answer.Done done) {
      name(happening, done.made());
      return new Played.Accepted(happening, done.made().stream().map(Object::toString).toList());
    }
    if (answer instanceof Answer.Refused refused) {
      return new Played.Refused(happening, refused.decision());
    }
    List<Difference> outcome = Expected.notRefused(happening, Difference.ANSWERED);
    if (answer instanceof Answer.Found found) {
      return new Played.Found(
          happening, found.findings(), outcome.isEmpty() ? found.differences() : outcome);
    }
    Answer.Judged judged = (Answer.Judged) answer;
    return new Played.Answered(
        happening, judged.decision(), outcome.isEmpty() ? judged.differences() : outcome);
  }

  /** Events are planned together, so that one handle stands for all of them. */
  private void name(Happening happening, List<?> made) {
    Thing thing = happening.call().names();
    String as = happening.as();
    // What came to nothing has no name: whatever rests on it is not played.
    if (thing != null && as != null && !made.isEmpty()) {
      handles.put(thing, as, thing == Thing.EVENTS ? made : made.get(0));
    }
  }

  /** A sentence of its own for what is known to come; otherwise one that tells the code. */
  private static Problem problem(Happening happening, MentoringException e) {
    Map<String, String> parameters = new TreeMap<>(e.attributes());
    parameters.put("verb", happening.verb());
    String own = UNFIT + "." + e.code();
    boolean known = Messages.of(Language.EN).keys().contains("problem." + own);
    if (!known) {
      parameters.put("code", e.code());
    }
    return new Problem(known ? own : UNFIT, happening.place(), parameters);
  }
}
