package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.decision.StepProgress;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.PairKey;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.PathStep;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.WaiverTerms;
import org.mentoring.time.Validity;

/** Mentors and mentees of one mentorship, as they stand on a day. */
final class Parties {
  private final Workplace workplace;
  private final Practice practice;
  private final LocalDate on;
  private final Instant at;
  private final boolean tillToday;

  private Parties(
      Workplace workplace, Practice practice, LocalDate on, Instant at, boolean tillToday) {
    this.workplace = workplace;
    this.practice = practice;
    this.on = on;
    this.at = at;
    this.tillToday = tillToday;
  }

  /** For what ends or is only told: as they stood on its day. */
  static Parties then(Workplace workplace, Practice practice, LocalDate on, Instant at) {
    return new Parties(workplace, practice, on, at, false);
  }

  /**
   * For what begins or goes on from a day: whoever is known today to be barred or refused, or has
   * taken a consent back, begins nothing by naming an earlier day.
   */
  static Parties tillToday(Workplace workplace, Practice practice, LocalDate on, Instant at) {
    return new Parties(workplace, practice, on, at, true);
  }

  /**
   * A mentor or mentee.
   *
   * @param id who
   * @param terms what the practice asks of it
   * @param dossier what is known of it
   * @param decision whether it may take part
   * @param today how it stands today, where that is asked too and the day is an earlier one
   * @param members who belongs to it and takes part for it
   */
  record Party(
      ParticipantId id,
      PartyTerms terms,
      Dossier dossier,
      Decision decision,
      @Nullable Now today,
      List<Party> members) {
    Position position() {
      return terms.position();
    }

    /** What was decided about it, for what rests on that. */
    List<Decision> decisions() {
      List<Decision> decisions = new ArrayList<>(List.of(decision));
      if (today != null) {
        decisions.add(today.decision());
      }
      members.forEach(member -> decisions.addAll(member.decisions()));
      return decisions;
    }

    /** The same party as known today. */
    Party asToday() {
      return today == null
          ? this
          : new Party(
              id,
              terms,
              today.dossier(),
              today.decision(),
              null,
              members.stream().map(Party::asToday).toList());
    }

    boolean mayTakePart() {
      return isFitItself() && members.stream().allMatch(Party::mayTakePart);
    }

    private boolean isFitItself() {
      return decision.eligible() && (today == null || today.lapsed().isEmpty());
    }

    private Party having(List<Party> all) {
      return new Party(id, terms, dossier, decision, today, all);
    }

    private Decision telling() {
      return today == null || !decision.eligible() ? decision : today.decision();
    }

    private SortedSet<String> missing() {
      SortedSet<String> missing = open(decision);
      if (today != null) {
        missing.addAll(today.lapsed());
      }
      return missing;
    }
  }

  /**
   * How a party stands today.
   *
   * @param dossier what is known of it
   * @param decision whether it may take part
   * @param lapsed what is not met today and stops what has not begun
   */
  record Now(Dossier dossier, Decision decision, SortedSet<String> lapsed) {}

  /** Those who are known; what is wrong with the others goes to the findings. */
  List<Party> read(
      SortedSet<ParticipantId> mentors, SortedSet<ParticipantId> mentees, List<Finding> findings) {
    List<Party> parties = new ArrayList<>();
    mentors.forEach(id -> read(id, Position.MENTOR, parties, findings));
    mentees.forEach(id -> read(id, Position.MENTEE, parties, findings));
    return parties;
  }

  private void read(
      ParticipantId id, Position position, List<Party> parties, List<Finding> findings) {
    Mentoring mentoring = workplace.mentoring();
    if (mentoring.participant(id).isEmpty()) {
      findings.add(
          Workplace.refusal("command.participant-unknown", "participant:" + id)
              .with("participant", named(id)));
      return;
    }
    findings.addAll(workplace.erased().found("participant:" + id, List.of(id)));
    Party alone = read(id, position, List.of());
    Set<Fact.Member> members =
        new LinkedHashSet<>(Members.of(workplace, practice, alone.dossier()));
    members.addAll(Members.of(workplace, practice, alone.asToday().dossier()));
    parties.add(
        members.isEmpty()
            ? alone
            : alone.having(
                members.stream()
                    .map(member -> read(member.member(), member.as(), List.of()))
                    .toList()));
  }

  private Party read(ParticipantId id, Position position, List<Party> members) {
    Mentoring mentoring = workplace.mentoring();
    PartyTerms terms = mentoring.party(practice, position);
    Dossier dossier = mentoring.dossier(id, on, at);
    Decision decision = mentoring.decide(id, practice.id(), position, on, at);
    // After its facts are read: where the clock that recorded them is past midnight, so is today.
    LocalDate last = mentoring.latestDay();
    Now now = tillToday && on.isBefore(last) ? asOf(last, id, position) : null;
    return new Party(id, terms, dossier, decision, now, members);
  }

  private Now asOf(LocalDate today, ParticipantId id, Position position) {
    Mentoring mentoring = workplace.mentoring();
    Decision decision = mentoring.decide(id, practice.id(), position, today, at);
    Dossier dossier = mentoring.dossier(id, today, at);
    // The rules of today too: nobody gets round a law by naming a day before it.
    ProgrammeDefinition now = workplace.on(today).definition();
    Set<String> lasting = new HashSet<>();
    for (Requirement requirement : asked(now, position)) {
      if (lasts(requirement, now.waivers())) {
        lasting.add(requirement.id());
      }
    }
    for (Finding finding : decision.findings()) {
      if (stops(finding, dossier, today)) {
        lasting.add(finding.requirement());
      }
    }
    SortedSet<String> lapsed = open(decision);
    lapsed.retainAll(lasting);
    return new Now(dossier, decision, lapsed);
  }

  private List<Requirement> asked(ProgrammeDefinition definition, Position position) {
    return definition
        .practice(practice.id())
        .flatMap(each -> each.party(position))
        .map(PartyTerms::requirements)
        .orElse(List.of());
  }

  /**
   * What refuses, or a person has to look at, stops what has not begun, and so does whatever came
   * after the day that is named, or a person ended after it; but not what only ran out since, for
   * it held on that day.
   */
  private boolean stops(Finding finding, Dossier dossier, LocalDate today) {
    return finding.effect() == Effect.REFUSES
        || finding.effect() == Effect.ASKS_REVIEW
        || dossier.facts().stream()
            .filter(known -> finding.facts().contains(known.id()))
            .anyMatch(known -> cameAfter(known.validity(), today) || wasEnded(known, dossier));
  }

  private boolean cameAfter(Validity validity, LocalDate today) {
    return validity.contains(today) && validity.from().isAfter(on);
  }

  /** What held on the day that is named, and would hold for longer had nobody corrected it. */
  private boolean wasEnded(KnownFact known, Dossier dossier) {
    LocalDate until = known.validity().until();
    if (until == null || !known.validity().contains(on)) {
      return false;
    }
    Map<FactId, FactEntry.Recorded> recorded = new HashMap<>();
    for (ParticipantId id : workplace.mentoring().registrations(dossier.participant(), at)) {
      for (FactEntry entry : workplace.stores().participants().history(id)) {
        if (entry instanceof FactEntry.Recorded each) {
          recorded.put(each.id(), each);
        }
      }
    }
    FactEntry.Recorded entry = recorded.get(known.id());
    while (entry != null && entry.corrects() != null) {
      entry = recorded.get(entry.corrects());
      if (entry != null && !entry.validity().endedBy(until)) {
        return true;
      }
    }
    return false;
  }

  /** Consents and clearances, whatever the definition marks, and all that nobody can waive. */
  private static boolean lasts(Requirement requirement, @Nullable WaiverTerms waivers) {
    return requirement instanceof Requirement.ConsentGiven
        || requirement instanceof Requirement.Clearance
        || waivers == null
        || !waivers.mayBeWaived(requirement);
  }

  /** Whoever may not take part: the findings name the requirements, not the facts. */
  static List<Finding> notEligible(List<Party> parties) {
    List<Finding> findings = new ArrayList<>();
    for (Party party : parties) {
      if (!party.isFitItself()) {
        findings.add(
            about("mentorship.party-not-eligible", party)
                .with("verdict", Parameter.code(party.telling().verdict()))
                .with("missing", requirements(party.missing())));
      } else if (!party.mayTakePart()) {
        findings.add(membersNotEligible(party));
      }
    }
    return findings;
  }

  /** One finding for the party, as where it may not take part itself. */
  private static Finding membersNotEligible(Party party) {
    SortedSet<String> members = new TreeSet<>();
    SortedSet<String> missing = new TreeSet<>();
    party.members().stream()
        .filter(member -> !member.mayTakePart())
        .forEach(
            member -> {
              members.add(member.id().value());
              missing.addAll(member.missing());
            });
    return about("mentorship.member-not-eligible", party)
        .with("members", requirements(members))
        .with("missing", requirements(missing));
  }

  /**
   * Whoever took a consent back, or has come to the age at which a further one is asked. What
   * rested on it stops, even where all else that is asked to begin need not last.
   */
  static List<Finding> withoutConsent(List<Party> parties) {
    List<Finding> findings = new ArrayList<>();
    for (Party party : parties) {
      SortedSet<String> consents = consentsMissing(party);
      party.members().forEach(member -> consents.addAll(consentsMissing(member)));
      if (!consents.isEmpty()) {
        findings.add(
            about("mentorship.consent-missing", party).with("missing", requirements(consents)));
      }
    }
    return findings;
  }

  private static SortedSet<String> consentsMissing(Party party) {
    SortedSet<String> consents = new TreeSet<>();
    for (Requirement requirement : party.terms().requirements()) {
      if (requirement instanceof Requirement.ConsentGiven) {
        consents.add(requirement.id());
      }
    }
    consents.retainAll(party.missing());
    return consents;
  }

  /** A group goes on with those of its mentees who are left; a mentor must be among them. */
  static List<Finding> unlessSomeRemain(
      List<Party> parties, Function<List<Party>, List<Finding>> ask) {
    List<Finding> findings = new ArrayList<>(ask.apply(of(parties, Position.MENTOR)));
    List<Party> mentees = of(parties, Position.MENTEE);
    List<Finding> ofMentees = ask.apply(mentees);
    if (ofMentees.size() >= mentees.size()) {
      findings.addAll(ofMentees);
    }
    return findings;
  }

  /**
   * The mentors may take part, and some mentee; and nobody comes back to a pair that may not be.
   *
   * @param apart the pairs that may not be
   */
  static List<Finding> unlessSomeMayGoOn(
      List<Party> parties, SortedMap<PairKey, SortedSet<String>> apart) {
    List<Finding> findings = new ArrayList<>(notEligible(of(parties, Position.MENTOR)));
    List<Party> mentees = of(parties, Position.MENTEE);
    if (mentees.stream().noneMatch(Party::mayTakePart)) {
      findings.addAll(notEligible(mentees));
    }
    // In a group too: the others go on once whoever is kept from the mentor has left it.
    findings.addAll(KeptApart.refusals(apart));
    return findings;
  }

  private static List<Party> of(List<Party> parties, Position position) {
    return parties.stream().filter(party -> party.position() == position).toList();
  }

  /** Steps of the parties' own paths that come before the assignment and were not taken. */
  static List<Finding> stepsMissing(List<Party> parties) {
    List<Finding> findings = new ArrayList<>();
    for (Party party : parties) {
      for (StepProgress progress : party.decision().path()) {
        if (progress.state() != StepProgress.State.DONE) {
          PathStep step =
              party.terms().path().stream()
                  .filter(each -> each.id().equals(progress.step()))
                  .findFirst()
                  .orElseThrow();
          findings.add(
              Workplace.refusal("mentorship.party-step-missing", step.id(), step.citation())
                  .with("participant", named(party.id()))
                  .with("position", Parameter.code(party.position()))
                  .with("step", Parameter.term(step.id())));
        }
      }
    }
    return findings;
  }

  /**
   * A mentor works only in an arrangement whose course is passed (S1-08); one that was passed
   * before what has to come first counts for none (S1-05).
   */
  List<Finding> coursesMissing(List<Party> parties, Arrangement arrangement) {
    List<Finding> findings = new ArrayList<>();
    for (Party party : parties) {
      for (Requirement requirement : party.terms().requirements()) {
        if (requirement instanceof Requirement.CoursePassed course
            && course.arrangement() == arrangement
            && (!passed(party.dossier(), course) || early(party, course))
            && !waived(party, course.id())) {
          String code =
              passed(party.dossier(), course)
                  ? "mentorship.course-early"
                  : "mentorship.course-missing";
          findings.add(
              Workplace.refusal(code, course.id(), course.citation())
                  .with("participant", named(party.id()))
                  .with("course", Parameter.code(course.course()))
                  .with("arrangement", Parameter.code(arrangement)));
        }
      }
    }
    return findings;
  }

  private static boolean passed(Dossier dossier, Requirement.CoursePassed course) {
    return dossier
        .current(Fact.Training.class)
        .anyMatch(training -> course.course().equals(training.course()));
  }

  /** Eligibility only tells it where other arrangements are open, so nothing was waived of it. */
  private boolean early(Party party, Requirement.CoursePassed course) {
    for (Requirement requirement : party.terms().requirements()) {
      if (requirement instanceof Requirement.DoneAfter order
          && order.requirement().equals(course.id())
          && party.decision().findings().stream()
              .anyMatch(finding -> finding.requirement().equals(order.id()))
          && !waived(party, order.id())) {
        return true;
      }
    }
    return false;
  }

  private boolean waived(Party party, String requirement) {
    return workplace.eligibility().waivers(party.terms(), party.dossier()).stream()
        .anyMatch(waiver -> waiver.requirement().equals(requirement));
  }

  static SortedSet<String> open(Decision decision) {
    SortedSet<String> open = new TreeSet<>();
    for (Finding finding : decision.findings()) {
      if (finding.effect() != Effect.INFORMS) {
        open.add(finding.requirement());
      }
    }
    return open;
  }

  private static Finding about(String code, Party party) {
    return Workplace.refusal(code, party.position().name(), party.terms().citation())
        .with("participant", named(party.id()))
        .with("position", Parameter.code(party.position()));
  }

  static Parameter requirements(SortedSet<String> ids) {
    return new Parameter.TermId(String.join(", ", ids), Sensitivity.STAFF_ONLY);
  }

  static Parameter named(ParticipantId id) {
    return new Parameter.TermId(id.value(), Sensitivity.STAFF_ONLY);
  }
}
