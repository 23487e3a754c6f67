package org.mentoring.testkit;

import java.time.YearMonth;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;

/** Activities of every shape for properties, valid by construction. */
public final class ActivityArbitraries {
  private static final Arbitrary<Code> KINDS =
      Arbitraries.of("MENTOR_REPORT", "MEETING", "WORKSHOP", "CHECK_IN", "X9_").map(Code::of);

  private static final Arbitrary<Code> PARTIES =
      Arbitraries.of("MENTOR", "MENTEE", "GUARDIAN").map(Code::of);

  private ActivityArbitraries() {}

  /** Free texts, with all kinds of punctuation. */
  public static Arbitrary<Note> notes() {
    return ArbitraryFacts.texts().map(Note::of);
  }

  /** What activities are about: mentorships, participants, the whole programme. */
  public static Arbitrary<About> subjects() {
    return Arbitraries.oneOf(
        MentoringArbitraries.participantIds().map(About::participant),
        MentoringArbitraries.participantIds()
            .map(id -> About.mentorship(MentorshipId.of(id.value()))),
        Arbitraries.of(About.programme()));
  }

  /** What records hold, of every shape. */
  public static Arbitrary<Happened> happened() {
    return Arbitraries.oneOf(
        plans(), reports(), meetings(), contacts(), events(), referrals(), parts(), entries());
  }

  /** Activities of any kind, shape and subject, whatever a definition may say of them. */
  public static Arbitrary<Activity> activities() {
    return Combinators.combine(
            MentoringArbitraries.participantIds().map(id -> ActivityId.of(id.value())),
            KINDS,
            subjects(),
            ArbitraryFacts.days(),
            happened(),
            notes().injectNull(0.5))
        .as(
            (id, kind, about, on, happened, note) ->
                new Activity(
                    id,
                    kind,
                    about,
                    on,
                    happened,
                    note,
                    Actor.coordinator("c-1", "centre-1"),
                    StoredSamples.NOW));
  }

  private static Arbitrary<Happened> plans() {
    return Combinators.combine(
            ArbitraryFacts.days().map(YearMonth::from), KINDS.list().ofMinSize(1).ofMaxSize(3))
        .as(Happened.MonthlyPlan::new);
  }

  private static Arbitrary<Happened> reports() {
    return Combinators.combine(notes(), notes().injectNull(0.5), notes().injectNull(0.5))
        .as(Happened.MentorReport::new);
  }

  private static Arbitrary<Happened> meetings() {
    return Combinators.combine(
            Arbitraries.of(Happened.MeetingOutcome.values()),
            Arbitraries.of(Fact.Mode.values()),
            Arbitraries.integers().between(0, 1_440))
        .as(
            (outcome, mode, minutes) ->
                outcome == Happened.MeetingOutcome.HELD
                    ? Happened.Meeting.held(mode, minutes)
                    : Happened.Meeting.notHeld(outcome));
  }

  private static Arbitrary<Happened> contacts() {
    return Combinators.combine(
            PARTIES.set().ofMinSize(1).ofMaxSize(3),
            Arbitraries.of("SAFETY", "ACTIVITIES").map(Code::of).set().ofMaxSize(2),
            Arbitraries.of(true, false))
        .as(
            (with, topics, concern) ->
                new Happened.CheckIn(new TreeSet<>(with), new TreeSet<>(topics), concern));
  }

  private static Arbitrary<Happened> events() {
    return Combinators.combine(
            Arbitraries.of(Fact.Mode.values()),
            people(),
            people(),
            Arbitraries.of("chess", "zone-window").injectNull(0.7))
        .as(Happened.EventHeld::new);
  }

  private static Arbitrary<Happened> referrals() {
    return MentoringArbitraries.participantIds().map(Happened.ServiceReferral::new);
  }

  private static Arbitrary<Happened> parts() {
    return PARTIES.map(Happened.PartGiven::new);
  }

  private static Arbitrary<Happened> entries() {
    return Combinators.combine(
            Arbitraries.of("adopter", "site").injectNull(0.5),
            people(),
            Arbitraries.longs().between(0, 1_000_000_000L))
        .as(Happened.Entry::new);
  }

  private static Arbitrary<SortedSet<ParticipantId>> people() {
    return MentoringArbitraries.participantIds().set().ofMaxSize(4).map(TreeSet::new);
  }
}
