package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.Ties;
import org.mentoring.mentorship.Act;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.PinnedVersion;
import org.mentoring.mentorship.StepTaken;
import org.mentoring.participant.Position;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.Version;

/** Moves mentorships to other versions of their programme, and tells what that changes. */
final class VersionMoves {
  static final Code MOVE = Code.of("MOVE_TO_VERSION");

  private final Workplace workplace;
  private final Mentoring mentoring;

  VersionMoves(Workplace workplace) {
    this.workplace = workplace;
    this.mentoring = workplace.mentoring();
  }

  Outcome<VersionMove> move(
      Actor by, MentorshipId id, @Nullable Version version, String reason, LocalDate on) {
    return workplace.command(MOVE, by, List.of(id), () -> decide(by, id, version, reason, on));
  }

  private Outcome<VersionMove> decide(
      Actor by, MentorshipId id, @Nullable Version version, String reason, LocalDate on) {
    List<Finding> findings = MentorshipChange.inFuture(workplace, on);
    MentorshipChange.reasonMissing(reason).ifPresent(findings::add);
    Particulars found = locked(id).orElse(null);
    if (found == null) {
      findings.add(Workplace.refusal("command.mentorship-unknown", "mentorship"));
      return workplace.refused(MOVE, id.value(), null, findings);
    }
    MentorshipChange.otherCentre(workplace, by, found).ifPresent(findings::add);
    new ActorStanding(workplace, by).refusalInOffice(found).ifPresent(findings::add);
    findings.addAll(new RestingRights(workplace).move(by, found));
    if (on.isBefore(found.lastDay())) {
      findings.add(
          Workplace.refusal("mentorship.day-before", "on")
              .with("day", Parameter.day(found.lastDay())));
    }
    Mentorship mentorship = Mentorship.of(found);
    if (!(mentorship instanceof Mentorship.Movable)) {
      findings.add(Workplace.refusal("mentorship.version-ended", "state"));
    }
    Optional<Mentoring> target = mentoring.version(version);
    if (target.isEmpty()) {
      findings.add(
          unknown(workplace.definition().id(), String.valueOf(version))
              .with("known", Parameter.term(mentoring.knownVersions())));
    }
    target.ifPresent(to -> fits(found, to, findings));
    target.flatMap(to -> packsLost(found, to)).ifPresent(findings::add);
    target.ifPresent(to -> findings.addAll(circles(found, to)));
    if (findings.isEmpty()
        && target.isPresent()
        && mentorship instanceof Mentorship.Movable movable) {
      return new Outcome.Accepted<>(moved(movable, target.get(), by, reason, on));
    }
    return workplace.refused(MOVE, id.value(), found.practice(), findings);
  }

  private Optional<Particulars> locked(MentorshipId id) {
    Optional<Particulars> seen = workplace.stores().mentorships().find(id);
    if (seen.isEmpty()) {
      return seen;
    }
    new ForbiddenCircles(mentoring).lock(MentorshipChange.everybody(seen.get()));
    return workplace.stores().mentorships().find(id);
  }

  /** A circle that was allowed when it closed is not taken into a version that forbids it. */
  private List<Finding> circles(Particulars found, Mentoring to) {
    Practice practice = to.definition().practice(found.practice()).orElse(null);
    if (practice == null || !practice.refusesCircles() || !found.state().open()) {
      return List.of();
    }
    Instant at = mentoring.nowOfAll();
    LocalDate today = workplace.today();
    Ties ties = mentoring.ties(today, at);
    SortedSet<PairKey> open = ties.oneWay();
    MergedParties merged = new MergedParties(mentoring, at);
    List<Finding> findings = new ArrayList<>();
    for (ParticipantId mentee : merged.kept(found.mentees())) {
      for (ParticipantId mentor : merged.kept(found.mentors())) {
        PairKey pair = new PairKey(mentee, mentor);
        if (open.contains(pair) && ties.closesCircle(pair)) {
          findings.add(
              Workplace.refusal("mentorship.circle", "circles-forbidden", practice.citation())
                  .with("mentee", Parties.named(mentee))
                  .with("mentor", Parties.named(mentor)));
        }
      }
    }
    return findings;
  }

  /** What names a version that was not given to the builder. */
  static Finding unknown(String programme, String version) {
    return Workplace.refusal("mentorship.version-unknown", "version")
        .with("programme", Parameter.term(programme))
        .with("version", Parameter.term(version));
  }

  /**
   * Nobody gets from under a law by going back to a version from before it. What is in force now
   * may have done without a pack: that is for whoever runs the programme to decide.
   */
  private Optional<Finding> packsLost(Particulars found, Mentoring to) {
    if (mentoring.version(null).filter(to::equals).isPresent()) {
      return Optional.empty();
    }
    SortedSet<String> lost = new TreeSet<>();
    mentoring
        .judging(found)
        .ifPresent(now -> now.definition().packs().forEach(pack -> lost.add(pack.id())));
    to.definition().packs().forEach(pack -> lost.remove(pack.id()));
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Workplace.refusal("mentorship.version-packs", "version")
                .with("packs", Parameter.term(String.join(", ", lost)))
                .with("version", version(to.pinned())));
  }

  /** What the mentorship has and did must have a meaning in the other version. */
  private static void fits(Particulars found, Mentoring to, List<Finding> findings) {
    PinnedVersion wanted = to.pinned();
    if (wanted.equals(found.pinned())) {
      findings.add(
          Workplace.refusal("mentorship.version-same", "version").with("version", version(wanted)));
    }
    Optional<Practice> practice =
        to.definition()
            .practice(found.practice())
            .filter(each -> each.party(Position.MENTOR).isPresent())
            .filter(each -> each.party(Position.MENTEE).isPresent());
    if (practice.isEmpty()) {
      findings.add(
          Workplace.refusal("mentorship.version-practice", "practice")
              .with("practice", Parameter.term(found.practice()))
              .with("version", version(wanted)));
      return;
    }
    if (!practice.get().arrangements().contains(found.arrangement())) {
      findings.add(
          Workplace.refusal("mentorship.version-arrangement", "arrangement")
              .with("arrangement", Parameter.code(found.arrangement()))
              .with("version", version(wanted)));
    }
    SortedSet<String> lost = new TreeSet<>();
    found.steps().stream().map(StepTaken::step).forEach(lost::add);
    MentorshipTerms terms = practice.get().mentorship();
    if (terms != null) {
      terms.path().forEach(step -> lost.remove(step.id()));
    }
    if (!lost.isEmpty()) {
      findings.add(
          Workplace.refusal("mentorship.version-steps", "path")
              .with("steps", Parameter.term(String.join(", ", lost)))
              .with("version", version(wanted)));
    }
  }

  private static Parameter version(PinnedVersion pinned) {
    return Parameter.term(pinned.version().toString());
  }

  private VersionMove moved(
      Mentorship.Movable mentorship, Mentoring to, Actor by, String reason, LocalDate on) {
    Particulars found = mentorship.particulars();
    Instant at = workplace.now();
    VersionMove.Standing before =
        mentoring
            .judging(found)
            .filter(each -> each.definition().practice(found.practice()).isPresent())
            .map(each -> standing(each, found, on, at))
            .orElse(null);
    Act act = new Act(on, by, workplace.recorder().command(), at, List.of());
    Mentorship moved = mentorship.moveTo(to.pinned(), reason, act);
    workplace.stores().mentorships().save(moved.particulars());
    VersionMove.Standing after = standing(to, moved.particulars(), on, at);
    after.parties().values().forEach(workplace::decided);
    workplace.decided(after.completion(), new TreeSet<>(after.parties().keySet()));
    return new VersionMove(moved, found.pinned(), to.pinned(), before, after);
  }

  private static VersionMove.Standing standing(
      Mentoring by, Particulars mentorship, LocalDate on, Instant at) {
    SortedMap<ParticipantId, Decision> parties = new TreeMap<>();
    String practice = mentorship.practice();
    mentorship
        .mentors()
        .forEach(id -> parties.put(id, by.decide(id, practice, Position.MENTOR, on, at)));
    mentorship
        .mentees()
        .forEach(id -> parties.put(id, by.decide(id, practice, Position.MENTEE, on, at)));
    return new VersionMove.Standing(
        parties,
        new ArrayList<>(by.oversight().obligations(mentorship.id(), on, at)),
        by.oversight().completion(mentorship.id(), on, at));
  }
}
