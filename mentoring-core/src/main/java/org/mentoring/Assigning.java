package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.Proposed;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.MentorshipTerms.Stage;
import org.mentoring.programme.Practice;

/** Brings parties together: all that must hold on the day is asked before it is done. */
final class Assigning {
  static final Code ASSIGN = Code.of("ASSIGN_MENTORSHIP");

  private final Workplace workplace;
  private final Mentoring mentoring;
  private final ForbiddenCircles circles;

  Assigning(Workplace workplace) {
    this.workplace = workplace;
    this.mentoring = workplace.mentoring();
    this.circles = new ForbiddenCircles(mentoring);
  }

  Outcome<Mentorship> assign(Actor by, NewMentorship terms) {
    return workplace.command(
        ASSIGN,
        by,
        List.of(terms.practice(), terms.mentors(), terms.mentees()),
        () -> decided(by, terms));
  }

  private Outcome<Mentorship> decided(Actor by, NewMentorship terms) {
    MentorshipId id = workplace.identifiers().newMentorship();
    List<Finding> findings = MentorshipChange.inFuture(workplace, terms.on());
    Optional<Practice> known = workplace.definition().practice(terms.practice());
    if (known.isEmpty()) {
      findings.add(
          Workplace.refusal("command.practice-unknown", "practice")
              .with(
                  "allowed",
                  Parameter.term(
                      String.join(
                          ", ",
                          workplace.definition().practices().stream()
                              .map(Practice::id)
                              .toList()))));
      return workplace.refused(ASSIGN, id.value(), null, findings);
    }
    ActorStanding standing = new ActorStanding(workplace, by);
    findings.addAll(elsewhere(terms, by));
    standing.refusalInOffice(terms.mentors(), terms.mentees(), List.of()).ifPresent(findings::add);
    if (findings.isEmpty()) {
      standing.refusalOfPast(terms.mentees()).ifPresent(findings::add);
    }
    Practice practice = known.get();
    SortedSet<ParticipantId> everybody = new TreeSet<>(terms.mentors());
    everybody.addAll(terms.mentees());
    circles.lock(everybody);
    Instant at = workplace.now();
    findings.addAll(new ArrangementCheck(workplace, practice).findings(terms));
    Parties parties = Parties.tillToday(workplace, practice, terms.on(), at);
    List<Parties.Party> read = parties.read(terms.mentors(), terms.mentees(), findings);
    findings.addAll(merged(read));
    findings.addAll(Parties.notEligible(read));
    findings.addAll(new PartyAttestations(workplace, terms, at).findings(read));
    findings.addAll(guardians(terms, read));
    findings.addAll(Parties.stepsMissing(read));
    findings.addAll(parties.coursesMissing(read, terms.arrangement()));
    findings.addAll(new Places(mentoring, practice).findings(terms, read, at));
    Set<Finding> ofPairs = new LinkedHashSet<>(pairs(practice, terms.on(), read, at));
    ofPairs.addAll(pairsToday(practice, terms, read, at));
    findings.addAll(ofPairs);
    findings.addAll(parted(terms, at));
    findings.addAll(continued(practice, terms));
    findings.addAll(new IncidentStops(workplace).standing(terms.mentors(), terms.mentees()));
    MentorshipPath path =
        new MentorshipPath(
            practice,
            List.of(),
            by,
            () -> terms.mentors().stream().anyMatch(new ActorStanding(workplace, by)::is),
            step ->
                new StepGrounds(mentoring, terms.on())
                    .missing(workplace, practice, null, terms.mentors(), terms.mentees(), step));
    List<String> assignment = path.take(Stage.ASSIGNMENT, findings);
    read.forEach(party -> party.decisions().forEach(workplace::decided));
    // Who belongs to a party is not locked with it, and must not be erased meanwhile.
    workplace.recorder().restsOn(members(read));
    new CentreCheck(workplace, at).check(terms, findings);
    if (findings.isEmpty()) {
      findings.addAll(new Places(mentoring, practice).taken(workplace, id, terms, read));
    }
    if (!findings.isEmpty()) {
      return workplace.refused(ASSIGN, id.value(), practice.id(), findings);
    }
    String decision = workplace.recorder().command();
    Proposed proposed =
        Mentorship.propose(
            id, terms, mentoring.pinned(), new Act(terms.on(), by, decision, at, assignment));
    workplace.stores().mentorships().save(proposed.particulars());
    return agreedAtOnce(proposed, practice, path, new Act(terms.on(), by, decision, at, List.of()));
  }

  /** A pair makes the centre that runs it one of those that look after the child. */
  private List<Finding> elsewhere(NewMentorship terms, Actor by) {
    Optional<Finding> other = MentorshipChange.otherCentre(workplace, by, terms);
    if (other.isPresent()) {
      return List.of(other.get());
    }
    return new ChildrenOfOthers(workplace, by).refusals(terms.mentors(), terms.mentees());
  }

  /** Where nobody has to agree there is nothing to wait for. */
  private Outcome<Mentorship> agreedAtOnce(
      Proposed proposed, Practice practice, MentorshipPath path, Act act) {
    boolean all =
        AgreementsAsked.of(workplace, practice, proposed.particulars())
            .map(AgreementsAsked::none)
            .orElse(true);
    List<Finding> findings = new ArrayList<>();
    List<String> steps = all ? path.take(Stage.AGREEMENT, findings) : List.of();
    if (!all || !findings.isEmpty()) {
      return new Outcome.Accepted<>(proposed);
    }
    Mentorship agreed =
        proposed.allAgreed(new Act(act.on(), act.by(), act.decision(), act.recordedAt(), steps));
    workplace.stores().mentorships().save(agreed.particulars());
    return new Outcome.Accepted<>(agreed);
  }

  private static SortedSet<ParticipantId> members(List<Parties.Party> parties) {
    return parties.stream()
        .flatMap(party -> party.members().stream())
        .map(Parties.Party::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A duplicate's mentorship would be found under neither of the two. */
  private List<Finding> merged(List<Parties.Party> parties) {
    List<Finding> findings = new ArrayList<>();
    for (Parties.Party party : parties) {
      ParticipantId keeper = mentoring.keeper(party.id());
      if (!keeper.equals(party.id())) {
        findings.add(
            Workplace.refusal("mentorship.participant-merged", party.position().name())
                .with("merged", Parties.named(party.id()))
                .with("kept", Parties.named(keeper)));
      }
    }
    return findings;
  }

  /** Whoever decides for a child does not mentor it: who of the two would end the other's part? */
  private List<Finding> guardians(NewMentorship terms, List<Parties.Party> parties) {
    MergedParties merged = new MergedParties(mentoring, workplace.now());
    List<Finding> findings = new ArrayList<>();
    for (Parties.Party party : parties) {
      if (party.position() != Position.MENTEE) {
        continue;
      }
      SortedSet<ParticipantId> guardians = new TreeSet<>();
      Stream.of(party.dossier(), party.asToday().dossier())
          .flatMap(dossier -> dossier.current(Fact.Guardian.class))
          .map(Fact.Guardian::guardian)
          .map(merged::kept)
          .forEach(guardians::add);
      terms.mentors().stream()
          .filter(mentor -> guardians.contains(merged.kept(mentor)))
          .forEach(
              mentor ->
                  findings.add(
                      Workplace.refusal("mentorship.guardian-as-mentor", "pair")
                          .with("mentee", Parties.named(party.id()))
                          .with("mentor", Parties.named(mentor))));
    }
    return findings;
  }

  /** Hard criteria and exclusions of each pair, and circles that it would close. */
  private List<Finding> pairs(
      Practice practice, LocalDate on, List<Parties.Party> parties, Instant at) {
    List<Finding> findings = new ArrayList<>();
    MatchingPlan plan = practice.matching();
    Ties ties = circles.matter() ? mentoring.ties(on, at) : Ties.none();
    for (Parties.Party mentee : parties) {
      for (Parties.Party mentor : parties) {
        if (mentee.position() != Position.MENTEE || mentor.position() != Position.MENTOR) {
          continue;
        }
        PairKey pair = new PairKey(mentee.dossier().participant(), mentor.dossier().participant());
        if (plan != null && !pair.mentee().equals(pair.mentor())) {
          mentoring
              .matchmaking()
              .forbidding(practice, plan, mentee.dossier(), mentor.dossier())
              .forEach(finding -> findings.add(of(pair, finding)));
        }
        circles
            .closed(practice, pair, ties, on, at)
            .ifPresent(
                citation ->
                    findings.add(
                        of(
                            pair,
                            Workplace.refusal(
                                "mentorship.circle", "circles-forbidden", citation))));
      }
    }
    return findings;
  }

  /** What has come to keep them apart since keeps them apart, though they begin earlier. */
  private List<Finding> pairsToday(
      Practice practice, NewMentorship terms, List<Parties.Party> parties, Instant at) {
    LocalDate today = workplace.today();
    if (!terms.on().isBefore(today)) {
      return List.of();
    }
    List<Parties.Party> now = parties.stream().map(Parties.Party::asToday).toList();
    return pairs(practice, today, now, at);
  }

  /** Whatever day the assignment names: what is known to have parted them has parted them. */
  private List<Finding> parted(NewMentorship terms, Instant at) {
    return new Partings(workplace.definition())
        .findings(
            terms,
            new MergedParties(mentoring, at),
            mentoring.running().standing(terms.mentees(), workplace.today(), at));
  }

  private static Finding of(PairKey pair, Finding finding) {
    return finding
        .with("mentee", Parties.named(pair.mentee()))
        .with("mentor", Parties.named(pair.mentor()));
  }

  /**
   * A mentorship takes over from one that has ended, or that a mentee has left, of the same
   * practice and a same mentee.
   */
  private List<Finding> continued(Practice practice, NewMentorship terms) {
    MentorshipId before = terms.continues();
    if (before == null) {
      return List.of();
    }
    Optional<Particulars> found = workplace.stores().mentorships().find(before);
    if (found.isEmpty()) {
      return List.of(Workplace.refusal("command.mentorship-unknown", "continues"));
    }
    List<Finding> findings = new ArrayList<>();
    Particulars former = found.get();
    Closure closure = former.closure();
    SortedSet<ParticipantId> same = new TreeSet<>(terms.mentees());
    MergedParties merged = new MergedParties(mentoring, workplace.now());
    same.retainAll(merged.kept(former.mentees()));
    SortedSet<ParticipantId> left = new TreeSet<>();
    former.leavings().stream()
        .filter(leaving -> !leaving.asMentor() && !leaving.on().isAfter(terms.on()))
        .map(leaving -> merged.kept(leaving.participant()))
        .filter(terms.mentees()::contains)
        .forEach(left::add);
    if (closure == null || closure.on().isAfter(terms.on())) {
      // For whoever left it, it is over, though it goes on for others.
      if (left.isEmpty() || !same.isEmpty()) {
        findings.add(Workplace.refusal("mentorship.continues-open", "continues"));
      }
    } else if (closure.kind() == Closure.Kind.WITHDRAWN) {
      findings.add(Workplace.refusal("mentorship.continues-withdrawn", "continues"));
    }
    same.addAll(left);
    if (!former.practice().equals(practice.id()) || same.isEmpty()) {
      findings.add(Workplace.refusal("mentorship.continues-other", "continues"));
    }
    MentorshipTerms run = practice.mentorship();
    MentorshipTerms.RematchTerms handover = run == null ? null : run.rematch();
    Code purpose = handover == null ? null : handover.historyConsent();
    if (handover != null && purpose != null) {
      for (ParticipantId mentee : same) {
        if (!PublicationConsent.consented(
            mentoring.dossier(mentoring.keeper(mentee), terms.on(), workplace.now()), purpose)) {
          findings.add(
              Workplace.refusal(
                      "mentorship.continues-without-consent", "continues", handover.citation())
                  .with("mentee", Parties.named(mentee))
                  .with("purpose", Parameter.code(purpose)));
        }
      }
    }
    for (ParticipantId mentee : same) {
      boolean again =
          merged.all(mentee).stream()
              .flatMap(id -> workplace.stores().mentorships().of(id).stream())
              .anyMatch(
                  each ->
                      before.equals(each.continues())
                          && (each.closure() == null
                              || each.closure().kind() != Closure.Kind.WITHDRAWN));
      if (again) {
        findings.add(
            Workplace.refusal("mentorship.continued-already", "continues")
                .with("mentee", Parties.named(mentee)));
      }
    }
    return findings;
  }
}
