package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.erasure.ErasureAct;
import org.mentoring.erasure.Reapplied;
import org.mentoring.erasure.RetentionDue;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.journal.Erasure;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.spi.Page;

/**
 * Erasing what is known of people, on demand (D3) or because nothing gives a ground to keep it any
 * more. What others own stays: mentorships stay with opaque ids, days and states, the journal and
 * the commands hold ids and codes alone, and the chain of the journal still verifies. Thread-safe.
 */
public final class ErasureCommands {
  private static final Code ERASE = Code.of("ERASE_PARTICIPANT");
  private static final Code REAPPLY = Code.of("REAPPLY_ERASURE");

  private final Workplace workplace;

  ErasureCommands(Workplace workplace) {
    this.workplace = workplace;
  }

  /**
   * Erases a person, in one unit of work: references, the whole history of facts, the texts of all
   * that is about the person or a mentorship of the person, rankings by and of the person, what
   * proposals explain of the person, the salts of dossier parts and of the decisions that rest on
   * them, keyed hashes of the identity, and what this instance remembers. All registrations of a
   * person who was registered several times are erased. Texts give way to one fixed marker.
   *
   * <p>Refused, with all that stands in the way at once, for an unknown participant, for a day in
   * the future, to parties of mentorships, to offices that do not stand over the person or have a
   * part in a mentorship with it, and while a mentorship, a follow-up or an incident that needs the
   * data was not over on the day. A legal order is no exception: end those mentorships first with
   * {@link MentorshipCommands#endEarly} or {@link MentorshipCommands#withdraw}, and close the
   * incidents; so nothing open is ever left half blind, and nothing blocks an erasure for good. A
   * centre is needed as long as a mentorship runs under it; staff of a centre who holds a position
   * is needed as long, until the end of the position is on record; staff of no centre as long as
   * mentorships of no centre run.
   *
   * <p>Who left a mentorship that goes on for the others is erased from it; the texts that others
   * wrote of it meanwhile go too, as they may name the one who left.
   *
   * <p>Who was erased before is erased of what is left, if anything is: the answer names the first
   * erasure and tells what was touched now. What others of a group wrote after the person had left
   * and was erased is theirs and stays.
   *
   * <p>The facts, references and decisions of the person need not be readable. What cannot be read
   * tells of no position, so that it does not hold back who may have held one.
   *
   * <p>A command that runs at the same time and has read what is erased here is refused with {@link
   * org.mentoring.failure.StaleVersion}, so that it brings nothing back; it may be given again.
   *
   * @param id any registration of the person
   * @param reason as {@code CONSENT_WITHDRAWN} or {@code RETENTION_ENDED}
   * @param on the day by which all had to be over, as that of the demand
   * @throws UnreadableRecords that names mentorships, incidents, activities, waivers, proposals or
   *     selection events of the person which cannot be read; nothing was changed then
   */
  public Outcome<ErasureAct> erase(Actor by, ParticipantId id, Code reason, LocalDate on) {
    return erase(by, id, reason, on, false);
  }

  /**
   * Erases a person as {@link #erase} does, though mentorships, incidents, activities, waivers,
   * proposals or selection events that name the person cannot be read: those are taken away whole,
   * for everybody whom they name. Each is told of in the journal. For when there is no backup to
   * restore them from. Whether such a mentorship or incident is over cannot be known, so that it
   * does not stand in the way; all that can be read does.
   */
  public Outcome<ErasureAct> eraseWithUnreadable(
      Actor by, ParticipantId id, Code reason, LocalDate on) {
    return erase(by, id, reason, on, true);
  }

  private Outcome<ErasureAct> erase(
      Actor by, ParticipantId id, Code reason, LocalDate on, boolean withUnreadable) {
    Arguments.given("by", by, "id", id, "reason", reason, "on", on);
    Arguments.day(workplace.today(), "on", on);
    Outcome<ErasureAct> outcome =
        workplace.command(
            ERASE, by, List.of(id), () -> decided(by, id, reason, on, withUnreadable));
    // Whoever asked meanwhile was judged on what was there before the end of the unit of work.
    outcome.accepted().ifPresent(act -> workplace.eligibility().forget(act.registrations()));
    return outcome;
  }

  private Outcome<ErasureAct> decided(
      Actor by, ParticipantId id, Code reason, LocalDate on, boolean withUnreadable) {
    List<Finding> findings = MentorshipChange.inFuture(workplace, on);
    ActorStanding.refusalOfParty(by).ifPresent(findings::add);
    if (!known(id)) {
      findings.add(Workplace.refusal("command.participant-unknown", "participant"));
      return workplace.refused(ERASE, id.value(), null, findings);
    }
    Erasing erasing = Erasing.of(workplace, id, withUnreadable);
    if (findings.isEmpty()) {
      notOver(by, erasing).ifPresent(findings::add);
    }
    Optional<Erasure> before = erasing.before();
    if (before.isPresent() && findings.isEmpty()) {
      return new Outcome.Accepted<>(done(erasing, before.get(), true));
    }
    findings.addAll(needed(id, erasing, on));
    if (!findings.isEmpty()) {
      return workplace.refused(ERASE, id.value(), null, findings);
    }
    return new Outcome.Accepted<>(
        done(erasing, new Erasure(id, workplace.now(), by, reason), false));
  }

  /** What still needs the data on a day. */
  private List<Finding> needed(ParticipantId id, Erasing erasing, LocalDate on) {
    List<Finding> findings = new ArrayList<>();
    erasing.mentorships().stream()
        .filter(each -> erasing.isIn(each, on))
        .forEach(each -> needed(each, on).ifPresent(findings::add));
    findings.addAll(new RunUnder(workplace, on).refusals(id, erasing.registrations()));
    for (Incident each : erasing.incidents()) {
      LocalDate closed = each.closedOn();
      if (closed == null || closed.isAfter(on)) {
        findings.add(
            Workplace.refusal("erasure.incident-open", "incident")
                .with("incident", staffOnly(each.id().value())));
      }
    }
    return findings;
  }

  private Optional<Finding> notOver(Actor by, Erasing erasing) {
    return new FactRights(workplace, by)
        .toErase(erasing.registrations(), List.copyOf(erasing.mentorships()));
  }

  private boolean known(ParticipantId id) {
    try {
      return workplace.stores().participants().find(id).isPresent();
    } catch (UnreadableRecords e) {
      return true;
    }
  }

  private static ErasureAct done(Erasing erasing, Erasure erasure, boolean before) {
    return new ErasureAct(erasure, erasing.registrations(), erasing.carryOut(erasure), before);
  }

  private static Optional<Finding> needed(Particulars mentorship, LocalDate on) {
    Closure closure = mentorship.closure();
    String code = null;
    if (closure == null || closure.on().isAfter(on)) {
      code = "erasure.mentorship-open";
    } else if (mentorship.state() == MentorshipState.IN_FOLLOW_UP
        || mentorship.stateOn(on).filter(MentorshipState.IN_FOLLOW_UP::equals).isPresent()) {
      code = "erasure.follow-up-open";
    }
    return Optional.ofNullable(code)
        .map(
            found ->
                Workplace.refusal(found, "mentorship")
                    .with("mentorship", staffOnly(mentorship.id().value())));
  }

  private static Parameter staffOnly(String id) {
    return new Parameter.TermId(id, Sensitivity.STAFF_ONLY);
  }

  /**
   * All erasures, one for each registration, by participant: to be kept outside of these stores and
   * of their backups.
   */
  public List<Erasure> erasures() {
    return workplace.stores().erasures().all();
  }

  /** The erasure of a participant, if there was one; empty for who was never known, too. */
  public Optional<Erasure> find(ParticipantId id) {
    Arguments.given("id", id);
    return workplace.stores().erasures().find(id);
  }

  /**
   * Carries erasures out again after an old backup was restored, each in a unit of work of its own,
   * so that whoever is interrupted begins anew. An erasure of which these stores know nothing is
   * carried out for the regional operator alone, and while nothing of the person is running or
   * open, as by {@link #erase}: no store can tell one that it has forgotten from one that never
   * was. Where the backup is older than the end of a mentorship, the answer names what somebody has
   * to end; then the same erasures are given again. Participants whom the backup does not know are
   * told of, and not remembered. Who was erased before is erased of what is left, and counts as
   * erased now where something was. Records that name them and cannot be read are taken away, as by
   * {@link #eraseWithUnreadable}. Refused, each for itself, to whom {@link #erase} is.
   *
   * @param by who has it done; the erasures keep who had them done at first, when and why
   */
  public Reapplied reapply(Actor by, Collection<Erasure> erasures) {
    Arguments.given("by", by, "erasures", erasures);
    SortedMap<ParticipantId, Erasure> asked = new TreeMap<>();
    erasures.forEach(each -> asked.putIfAbsent(each.participant(), each));
    SortedSet<ParticipantId> erased = new TreeSet<>();
    SortedSet<ParticipantId> before = new TreeSet<>();
    SortedSet<ParticipantId> unknown = new TreeSet<>();
    SortedSet<ParticipantId> refused = new TreeSet<>();
    SortedSet<MentorshipId> mentorships = new TreeSet<>();
    SortedSet<IncidentId> incidents = new TreeSet<>();
    for (Erasure each : asked.values()) {
      Outcome<ErasureAct> outcome =
          workplace.command(
              REAPPLY,
              by,
              List.of(each.participant()),
              () -> again(by, each, mentorships, incidents));
      ErasureAct act = outcome.accepted().orElse(null);
      if (act == null) {
        (isUnknown(outcome) ? unknown : refused).add(each.participant());
      } else if (act.before() && act.touched().isEmpty()) {
        before.add(each.participant());
      } else {
        workplace.eligibility().forget(act.registrations());
        erased.addAll(act.registrations());
      }
    }
    before.removeAll(erased);
    return new Reapplied(erased, before, unknown, refused, mentorships, incidents);
  }

  private static boolean isUnknown(Outcome<ErasureAct> outcome) {
    return outcome.refused().stream()
        .flatMap(each -> each.findings().stream())
        .anyMatch(each -> each.code().equals("command.participant-unknown"));
  }

  private Outcome<ErasureAct> again(
      Actor by,
      Erasure erasure,
      SortedSet<MentorshipId> mentorships,
      SortedSet<IncidentId> incidents) {
    ParticipantId id = erasure.participant();
    Optional<Finding> party = ActorStanding.refusalOfParty(by);
    if (party.isPresent()) {
      return workplace.refused(REAPPLY, id.value(), null, List.of(party.get()));
    }
    if (!known(id)) {
      return workplace.refused(
          REAPPLY,
          id.value(),
          null,
          List.of(Workplace.refusal("command.participant-unknown", "participant")));
    }
    Erasing erasing = Erasing.of(workplace, id, true);
    Optional<Finding> refusal = notOver(by, erasing);
    if (refusal.isPresent()) {
      return workplace.refused(REAPPLY, id.value(), null, List.of(refusal.get()));
    }
    Optional<Erasure> before = erasing.before();
    if (before.isPresent()) {
      return new Outcome.Accepted<>(done(erasing, before.get(), true));
    }
    if (!by.capacity().equals(Offices.OPERATOR)) {
      return workplace.refused(
          REAPPLY,
          id.value(),
          null,
          List.of(
              Workplace.refusal("erasure.not-known-here", "participant")
                  .with("capacity", Parameter.code(by.capacity()))));
    }
    List<Finding> needed = needed(id, erasing, workplace.today());
    if (!needed.isEmpty()) {
      erasing.mentorships().stream()
          .filter(each -> erasing.isIn(each, workplace.today()))
          .filter(each -> needed(each, workplace.today()).isPresent())
          .forEach(each -> mentorships.add(each.id()));
      erasing.incidents().stream().filter(Incident::open).forEach(each -> incidents.add(each.id()));
      return workplace.refused(REAPPLY, id.value(), null, needed);
    }
    return new Outcome.Accepted<>(done(erasing, erasure, false));
  }

  /**
   * Whose data is to be erased on a day, by the definition's terms of retention: everybody for whom
   * something gave a ground to keep it and nothing does any more. Nobody where the definition has
   * no such terms; and nobody of whom a mentorship, a follow-up or an incident is open. In the
   * order of the kept ids; a page may hold less than was asked for though others follow.
   *
   * @param after where the page before ended; null: from the beginning
   * @param most at most so many, 1 to 1,000
   * @throws UnreadableRecords that names all for which it is not known because something cannot be
   *     read
   */
  public Page<RetentionDue> retentionDue(LocalDate asOf, @Nullable String after, int most) {
    List<UnreadableRecords.Row> rows = new ArrayList<>();
    Page<RetentionDue> page = retentionDue(asOf, after, most, each -> rows.addAll(each.rows()));
    if (!rows.isEmpty()) {
      throw new UnreadableRecords(rows);
    }
    return page;
  }

  /**
   * The same where some cannot be judged: they are not in the page.
   *
   * @param unreadable gets what cannot be read, for each of them
   */
  public Page<RetentionDue> retentionDue(
      LocalDate asOf, @Nullable String after, int most, Consumer<UnreadableRecords> unreadable) {
    Arguments.given("asOf", asOf, "unreadable", unreadable);
    Arguments.day(workplace.today(), "asOf", asOf);
    return workplace
        .stores()
        .work()
        .read(() -> new RetentionQueries(workplace, asOf).due(after, most, unreadable));
  }
}
