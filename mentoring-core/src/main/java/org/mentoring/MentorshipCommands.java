package org.mentoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Outcome;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.matching.PairKey;
import org.mentoring.mentorship.Active;
import org.mentoring.mentorship.Agreed;
import org.mentoring.mentorship.Closed;
import org.mentoring.mentorship.Closing;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.Paused;
import org.mentoring.mentorship.Proposed;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.MentorshipTerms.Stage;
import org.mentoring.programme.Version;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;

/**
 * The life of mentorships: assignment, agreement, start, pause, escalation, replacement, closure,
 * follow-up. Each command checks all of its conditions - the state, the order and owners of the
 * definition's steps, the parties on that day - and either does everything or refuses with all
 * findings. Days never run backwards within a mentorship. The staff of one centre give no commands
 * on what another centre runs. Thread-safe.
 */
public final class MentorshipCommands {
  private static final Code AGREE = Code.of("AGREE_TO_MENTORSHIP");
  private static final Code START = Code.of("START_MENTORSHIP");
  private static final Code STEP = Code.of("RECORD_STEP");
  static final Code PAUSE = Code.of("PAUSE_MENTORSHIP");
  private static final Code RESUME = Code.of("RESUME_MENTORSHIP");
  private static final Code ESCALATE = Code.of("ESCALATE_MENTORSHIP");
  private static final Code BEGIN_CLOSING = Code.of("BEGIN_CLOSING");
  private static final Code COMPLETE = Code.of("COMPLETE_MENTORSHIP");
  private static final Code END_EARLY = Code.of("END_MENTORSHIP_EARLY");
  private static final Code LEAVE = Code.of("LEAVE_MENTORSHIP");
  private static final Code WITHDRAW = Code.of("WITHDRAW_MENTORSHIP");
  private static final Code REMATCH = Code.of("REMATCH");
  private static final Code BEGIN_FOLLOW_UP = Code.of("BEGIN_FOLLOW_UP");
  private static final Code END_FOLLOW_UP = Code.of("END_FOLLOW_UP");

  private final Workplace workplace;

  MentorshipCommands(Workplace workplace) {
    this.workplace = workplace;
  }

  /**
   * Brings parties together. Refused unless all of them may take part on the day and have taken the
   * steps of their own paths, the arrangement is allowed and each mentor passed its course, each
   * mentor has places left over all open mentorships, no mentee has an open mentorship in the
   * practice or is in the buffer after one, no hard criterion forbids a pair and no forbidden
   * circle closes, and the centre may start under its organisational model. A mentor and a mentee
   * whom an ending has parted for good are never paired again; after another early ending, a
   * rematch or a leaving it takes a reason ({@link NewMentorship#because}). Where the definition
   * asks nobody to agree, the parties have agreed at once.
   *
   * <p>What begins or goes on from an earlier day (here, {@link #agree}, {@link #start}, {@link
   * #resume}, {@link #beginFollowUp}) is asked as of that day, and what nobody can waive -
   * consents, clearances, exclusions, hard criteria and whatever the definition marks - as of today
   * as well. So is the centre, at the assignment, each agreement and the start, and whatever a
   * person ended since for a day before today, as an application.
   */
  public Outcome<Mentorship> assign(Actor by, NewMentorship terms) {
    Arguments.given("by", by, "terms", terms);
    return new Assigning(workplace.on(terms.on())).assign(by, terms);
  }

  /**
   * A party agrees. With the last of them the mentorship is agreed. Mentors and mentees agree each
   * for itself only. Who has to by a rule that came since all others did agrees before the start.
   *
   * @param by the party itself or whoever owns the step of agreement
   * @param party in which capacity, one of those that the definition names
   * @param forWhom the mentor or mentee whom the party is or stands for
   */
  public Outcome<Mentorship> agree(
      Actor by, MentorshipId id, Code party, ParticipantId forWhom, LocalDate on) {
    Arguments.given("by", by, "id", id, "party", party, "forWhom", forWhom, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return change(
        AGREE,
        by,
        id,
        on,
        change -> AgreementsAsked.agree(change.workplace(), change, party, forWhom));
  }

  /**
   * Assigns the pairs that a closed event made, without anybody copying them. Each mentorship is
   * asked and done for itself, as {@link #assign} does.
   *
   * @param arrangement INDIVIDUAL: a mentorship for each pair; GROUP: one for each mentor with all
   *     of the mentor's mentees; TEAM: one for mentees who have the same mentors
   * @param centre the centre that runs them; null without one
   * @param model the organisational model's id; null if the definition tells none apart
   * @return what came of each pair; pairs of one mentorship share it
   * @throws MentoringException {@code selection-event.unknown} if there is no such event
   */
  public Outcome<SortedMap<PairKey, Outcome<Mentorship>>> assignPairs(
      Actor by,
      SelectionEventId event,
      Arrangement arrangement,
      @Nullable ParticipantId centre,
      @Nullable String model,
      LocalDate on) {
    Arguments.given("by", by, "event", event, "arrangement", arrangement, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return new AssigningPairs(workplace, by, arrangement, centre, model, on).ofEvent(event);
  }

  /**
   * Assigns the pairs of a proposal, where a practice forms them without an event; as for an event.
   *
   * @throws MentoringException {@code proposal.unknown} if there is no such proposal
   */
  public Outcome<SortedMap<PairKey, Outcome<Mentorship>>> assignPairs(
      Actor by,
      ProposalId proposal,
      Arrangement arrangement,
      @Nullable ParticipantId centre,
      @Nullable String model,
      LocalDate on) {
    Arguments.given("by", by, "proposal", proposal, "arrangement", arrangement, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return new AssigningPairs(workplace, by, arrangement, centre, model, on).ofProposal(proposal);
  }

  /**
   * Mentoring begins; all parties must still be eligible, all must have agreed who have to by the
   * rules of the day, no exclusion and no other hard criterion may have come to forbid a pair, in a
   * phase that allows meetings, the centre must be one that may start still, and the organisational
   * model open, as by an agreement that has not run out. Refused while a party stands in an open
   * incident whose algorithm demands something of a mentorship.
   */
  public Outcome<Mentorship> start(Actor by, MentorshipId id, LocalDate on) {
    Arguments.given("by", by, "id", id, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return change(
        START,
        by,
        id,
        on,
        change -> {
          change.stage(Stage.START);
          change.mayBegin();
          change.refuse(
              AgreementsAsked.lackingAtStart(
                  change.workplace(), change.practice(), change.record()));
          change.refuse(
              new IncidentStops(change.workplace())
                  .standing(change.record().mentors(), change.record().mentees()));
          new PhaseCheck(change.workplace().definition()).beginning(on).ifPresent(change::refuse);
          return change.in(Agreed.class, agreed -> List.of(agreed.start(change.act())));
        });
  }

  /**
   * Records that a step was taken which no command takes. Refused where the step rests on an
   * activity to which the mentorship's mentors and mentees did not come together by that day.
   *
   * @param by whoever owns the step
   * @param step the step's id; the steps before it must have been taken
   */
  public Outcome<Mentorship> recordStep(Actor by, MentorshipId id, String step, LocalDate on) {
    Arguments.given("by", by, "id", id, "step", step, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return change(
        STEP,
        by,
        id,
        on,
        change -> {
          change.refuse(change.path().record(step));
          change.consented();
          return change.in(
              Mentorship.Stepping.class,
              mentorship -> List.of(mentorship.takeStep(step, change.act())));
        });
  }

  /**
   * Mentoring rests, and with it the clock of obligations; also while the parties sum up. It may
   * rest from an earlier day on, but what is overdue today stays so: then only from the day after
   * its deadline.
   *
   * @param by somebody who runs the mentorship by the definition: an owner of its steps, whoever
   *     decides about its ladder, a rematch or an incident, and not for another centre; or a party
   *     of it
   * @param reason why, 1 to 500 characters
   */
  public Outcome<Mentorship> pause(Actor by, MentorshipId id, String reason, LocalDate on) {
    Arguments.given("by", by, "id", id, "reason", reason, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return change(
        PAUSE,
        by,
        id,
        on,
        change -> {
          change.reason(reason);
          change.refuse(new RestingRights(change.workplace()).pause(by, change.record()));
          new PauseDays(change.workplace())
              .backDated(change.record(), on)
              .ifPresent(change::refuse);
          return change.in(
              Mentorship.Pausable.class, running -> List.of(running.pause(reason, change.act())));
        });
  }

  /** The same in the name of an incident, for which nobody has to run the mentorship. */
  Outcome<Mentorship> pauseForIncident(
      Actor incident, MentorshipId id, String reason, LocalDate on) {
    return change(
        PAUSE,
        incident,
        id,
        on,
        change ->
            change.in(
                Mentorship.Pausable.class,
                running -> List.of(running.pause(reason, change.act()))));
  }

  /**
   * Mentoring goes on; the mentors and some mentee must still be eligible, and no exclusion and no
   * other hard criterion may forbid any pair of it: whom it keeps from the mentor leaves the group
   * first. Refused while an incident is open whose algorithm pauses it: it must be closed first.
   *
   * @param by somebody who runs the mentorship by the definition, as for {@link #pause}; a party
   *     only for the pause that the same actor gave
   * @param reason why, 1 to 500 characters
   */
  public Outcome<Mentorship> resume(Actor by, MentorshipId id, String reason, LocalDate on) {
    Arguments.given("by", by, "id", id, "reason", reason, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return change(
        RESUME,
        by,
        id,
        on,
        change -> {
          change.reason(reason);
          change.refuse(new RestingRights(change.workplace()).resume(by, change.record()));
          change.refuse(new IncidentStops(change.workplace()).resting(change.record()));
          change.mayGoOn();
          return change.in(Paused.class, paused -> List.of(paused.resume(reason, change.act())));
        });
  }

  /**
   * Takes a rung of the definition's ladder of escalation: in their order, each after the one
   * before has lasted its time; or begins the ladder anew, which is for whom the next rung is. A
   * rung is taken by those who run the mentorship and by no party. One that ends the mentorship
   * ends it early, not as completed.
   *
   * @param rung the rung's id
   * @param reason why, 1 to 500 characters
   */
  public Outcome<Mentorship> escalate(
      Actor by, MentorshipId id, String rung, String reason, LocalDate on) {
    Arguments.given("by", by, "id", id, "rung", rung, "reason", reason, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return change(
        ESCALATE,
        by,
        id,
        on,
        change -> {
          change.reason(reason);
          return Ladder.escalate(change, rung, reason);
        });
  }

  /**
   * The parties begin to sum up. Until the completion is decided mentoring goes on: plans, reports
   * and meetings are still taken and still due, for the way back is not open.
   */
  public Outcome<Mentorship> beginClosing(Actor by, MentorshipId id, LocalDate on) {
    Arguments.given("by", by, "id", id, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return change(
        BEGIN_CLOSING,
        by,
        id,
        on,
        change -> {
          change.stage(Stage.SUMMING_UP);
          change.consented();
          return change.in(Active.class, active -> List.of(active.beginClosing(change.act())));
        });
  }

  /**
   * Closes a mentorship that meets the programme's own rules of completion; no step may have been
   * skipped. Where the programme follows nothing up, nothing more is due.
   */
  public Outcome<Mentorship> complete(Actor by, MentorshipId id, LocalDate on) {
    Arguments.given("by", by, "id", id, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return change(
        COMPLETE,
        by,
        id,
        on,
        change -> {
          change.stage(Stage.COMPLETION);
          change.complete();
          return change.in(
              Closing.class, closing -> FollowUp.closed(change, closing.complete(change.act())));
        });
  }

  /**
   * Ends a mentorship before its completion. An ending that counts as completed is refused while an
   * incident of the mentorship is open, or of one of its parties that names no mentorship; without
   * a consent that holds on the day none counts as completed.
   *
   * @param by somebody who runs it, as for {@link #pause}, or a party of it that is the only one of
   *     its side; one of several leaves it
   * @param reason one of the definition's endings
   * @param askedBy the capacity of the party that asks for it; a party names only its own
   * @param why in words, 1 to 500 characters
   * @param on not before what is overdue today: an ending told late does not undo that
   */
  public Outcome<Mentorship> endEarly(
      Actor by, MentorshipId id, Code reason, Code askedBy, String why, LocalDate on) {
    Arguments.given("by", by, "id", id, "reason", reason, "askedBy", askedBy, "why", why, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return change(
        END_EARLY,
        by,
        id,
        on,
        change -> {
          change.reason(why);
          change.refuse(new RestingRights(change.workplace()).end(by, change.record()));
          new PauseDays(change.workplace())
              .backDatedEnd(change.record(), on)
              .ifPresent(change::refuse);
          EarlyEndings.askedForItself(change.workplace(), change, askedBy);
          boolean asCompleted =
              EarlyEndings.asCompleted(
                  change.workplace(), change, change.record().mentees(), reason, askedBy);
          return change.in(
              Mentorship.Underway.class,
              underway ->
                  FollowUp.closed(
                      change, underway.endEarly(reason, askedBy, why, asCompleted, change.act())));
        });
  }

  /**
   * One mentee of a group, or one mentor of a team, leaves a mentorship that goes on for the
   * others. What it owed and was owed ends with the day, its place becomes free, and it stays in
   * the history; consents and parts of the others stay as they are. For a mentee it counts as
   * completed where an early ending for the reason would, and then not while an incident is open.
   * Before the start it ends nothing that was begun: no buffer follows, it never counts as
   * completed, and the others have all agreed once nobody else is waited for. Refused for the last
   * mentee and the last mentor: that is an early ending, a rematch or a withdrawal.
   *
   * @param by somebody who runs it, as for {@link #pause}; or whoever leaves, or a guardian for a
   *     mentee
   * @param who the mentee or mentor who leaves
   * @param reason one of the definition's endings
   * @param askedBy the capacity of the party that asks for it; a party names only its own
   * @param why in words, 1 to 500 characters
   * @param on the first day without it; after what is overdue of it today, and after what is on
   *     record of it in this mentorship
   */
  public Outcome<Mentorship> leave(
      Actor by,
      MentorshipId id,
      ParticipantId who,
      Code reason,
      Code askedBy,
      String why,
      LocalDate on) {
    Arguments.given(
        "by", by, "id", id, "who", who, "reason", reason, "askedBy", askedBy, "why", why, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return change(
        LEAVE,
        by,
        id,
        on,
        change -> {
          change.reason(why);
          boolean asCompleted =
              LeavingCheck.asCompleted(change.workplace(), change, who, reason, askedBy);
          boolean allAgreed =
              AgreementsAsked.allGivenWithout(
                  who, change.workplace(), change.practice(), change.record());
          if (allAgreed) {
            // Nobody is left to wait for; that needs no act of whoever owns the step.
            change.stage(Stage.AGREEMENT, by.capacity());
          }
          return change.in(
              Mentorship.Leavable.class,
              group -> {
                Mentorship left =
                    group.leave(who, reason, askedBy, why, asCompleted, change.actWithoutSteps());
                return allAgreed && left instanceof Proposed proposed
                    ? List.of(left, proposed.allAgreed(change.act()))
                    : List.of(left);
              });
        });
  }

  /**
   * A mentorship does not begin.
   *
   * @param by somebody who runs it, as for {@link #pause}, or a party of it that is the only one of
   *     its side; one of several leaves it
   * @param reason why, 1 to 500 characters
   */
  public Outcome<Mentorship> withdraw(Actor by, MentorshipId id, String reason, LocalDate on) {
    Arguments.given("by", by, "id", id, "reason", reason, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return change(
        WITHDRAW,
        by,
        id,
        on,
        change -> {
          change.reason(reason);
          change.refuse(new RestingRights(change.workplace()).end(by, change.record()));
          return change.in(
              Mentorship.NotBegun.class,
              proposed -> FollowUp.closed(change, proposed.withdraw(reason, change.act())));
        });
  }

  /**
   * Ends a mentorship so that its mentees get another mentor: after the definition's buffer they
   * may be assigned anew, with {@link NewMentorship#continuing} naming this one.
   *
   * @param by whoever decides by the definition
   * @param askedBy the capacity of the party that asks for it; a child from the age that the
   *     definition says
   * @param who the mentor or mentee who asks; null where another party does, and where there is
   *     only one
   * @param reason why, 1 to 500 characters
   */
  public Outcome<Mentorship> rematch(
      Actor by,
      MentorshipId id,
      Code askedBy,
      @Nullable ParticipantId who,
      String reason,
      LocalDate on) {
    Arguments.given("by", by, "id", id, "askedBy", askedBy, "reason", reason, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return change(
        REMATCH,
        by,
        id,
        on,
        change -> {
          change.reason(reason);
          RematchAsked.check(change.workplace(), change, askedBy, who);
          return change.in(
              Mentorship.Replaceable.class,
              running -> FollowUp.closed(change, running.handOver(askedBy, reason, change.act())));
        });
  }

  /** The follow-up of a completed mentorship begins; consents hold on the day and today. */
  public Outcome<Mentorship> beginFollowUp(Actor by, MentorshipId id, LocalDate on) {
    Arguments.given("by", by, "id", id, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return change(
        BEGIN_FOLLOW_UP,
        by,
        id,
        on,
        change -> {
          change.refuse(
              new RestingRights(change.workplace()).escalate(change.by(), change.record()));
          change.consentedTillToday();
          return change.in(Closed.class, closed -> List.of(closed.beginFollowUp(change.act())));
        });
  }

  /**
   * The follow-up is over: its time has passed, and all that was due in it is met or waived; what
   * is overdue must be made good or waived by an authority. Where a consent was taken back, the
   * follow-up that rested on it ends at once.
   */
  public Outcome<Mentorship> endFollowUp(Actor by, MentorshipId id, LocalDate on) {
    Arguments.given("by", by, "id", id, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return change(
        END_FOLLOW_UP,
        by,
        id,
        on,
        change -> {
          change.refuse(
              new RestingRights(change.workplace()).escalate(change.by(), change.record()));
          return FollowUp.end(change.workplace(), change);
        });
  }

  /**
   * Moves a mentorship to another version of its programme, by which it is judged from then on; the
   * mentorship's history tells it. Refused for a version that is not known, where it is pinned to
   * that one already, when it has ended, and where the version does not know its practice,
   * arrangement or a step that it took, or forbids a circle that it is part of. What it was pinned
   * to need not be known.
   *
   * @param version one that the builder was given; null: the current one
   * @param reason why, 1 to 500 characters
   * @return what this changes: who may take part, what is due and what is missing to the
   *     completion, before and after
   */
  public Outcome<VersionMove> moveTo(
      Actor by, MentorshipId id, @Nullable Version version, String reason, LocalDate on) {
    Arguments.given("by", by, "id", id, "reason", reason, "on", on);
    Arguments.day(workplace.today(), "on", on);
    return new VersionMoves(workplace).move(by, id, version, reason, on);
  }

  /** The newest version of a mentorship, if there is one. */
  public Optional<Mentorship> find(MentorshipId id) {
    Arguments.given("id", id);
    return workplace.stores().mentorships().find(id).map(Mentorship::of);
  }

  /**
   * All mentorships of a participant, as mentor or mentee, by id; under whichever of its merged
   * registrations, and whichever of them is asked about.
   *
   * @throws MentoringException {@code participant.unknown} if there is no such participant
   */
  public List<Mentorship> of(ParticipantId participant) {
    Arguments.given("participant", participant);
    if (workplace.mentoring().participant(participant).isEmpty()) {
      throw new MentoringException(
          "participant.unknown",
          Map.of("participant", participant.value()),
          "Register the participant first.");
    }
    SortedMap<MentorshipId, Mentorship> all = new TreeMap<>();
    for (ParticipantId each : workplace.mentoring().registrations(participant, workplace.now())) {
      for (Particulars found : workplace.stores().mentorships().of(each)) {
        all.put(found.id(), Mentorship.of(found));
      }
    }
    return List.copyOf(all.values());
  }

  /**
   * Mentorships by id, page by page.
   *
   * @param which what is asked for; a centre under whichever of its merged registrations
   * @param after where the page begins, as the page before told; null: from the beginning
   * @param most at most so many, 1 to 1,000
   */
  public Page<Mentorship> caseload(Mentorships.Which which, @Nullable String after, int most) {
    Arguments.given("which", which);
    Mentorships store = workplace.stores().mentorships();
    MentorshipId from = after == null ? null : MentorshipId.of(after);
    ParticipantId centre = which.centre();
    SortedSet<ParticipantId> centres =
        centre == null
            ? new TreeSet<>()
            : new MergedParties(workplace.mentoring(), workplace.now()).all(centre);
    if (centres.size() <= 1) {
      Page<Particulars> page = store.list(which, from, most);
      return new Page<>(page.items().stream().map(Mentorship::of).toList(), page.next());
    }
    SortedMap<MentorshipId, Mentorship> found = new TreeMap<>();
    boolean more = false;
    for (ParticipantId each : centres) {
      Page<Particulars> page =
          store.list(new Mentorships.Which(which.practice(), each, which.states()), from, most);
      page.items().forEach(one -> found.put(one.id(), Mentorship.of(one)));
      more |= page.next() != null;
    }
    List<Mentorship> items = found.values().stream().limit(most).toList();
    return new Page<>(
        items, more || found.size() > most ? items.get(items.size() - 1).id().value() : null);
  }

  private Outcome<Mentorship> change(
      Code matter,
      Actor by,
      MentorshipId id,
      LocalDate on,
      Function<MentorshipChange, List<? extends Mentorship>> command) {
    return MentorshipChange.run(workplace, matter, by, id, on, command);
  }
}
