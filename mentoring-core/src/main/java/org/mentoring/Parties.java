package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.decision.StepProgress;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.PairKey;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.PathStep;
import org.mentoring.programme.Practice;
import org.mentoring.programme.Requirement;
import org.mentoring.waiver.Waiver;

/** Mentors and mentees of one mentorship, as they stand on a day. */
final class Parties {
  private final Workplace workplace;
  private final Practice practice;
  private final LocalDate on;
  private final Instant at;

  Parties(Workplace workplace, Practice practice, LocalDate on, Instant at) {
    this.workplace = workplace;
    this.practice = practice;
    this.on = on;
    this.at = at;
  }

  /**
   * A mentor or mentee.
   *
   * @param id who
   * @param terms what the practice asks of it
   * @param dossier what is known of it
   * @param decision whether it may take part
   */
  record Party(ParticipantId id, PartyTerms terms, Dossier dossier, Decision decision) {
    Position position() {
      return terms.position();
    }
  }

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
    PartyTerms terms = mentoring.party(practice, position);
    parties.add(
        new Party(
            id,
            terms,
            mentoring.dossier(id, on, at),
            mentoring.decide(id, practice.id(), position, on, at)));
  }

  /** Whoever may not take part on the day: the findings name the requirements, not the facts. */
  static List<Finding> notEligible(List<Party> parties) {
    List<Finding> findings = new ArrayList<>();
    for (Party party : parties) {
      if (!party.decision().eligible()) {
        findings.add(
            about("mentorship.party-not-eligible", party)
                .with("verdict", Parameter.code(party.decision().verdict()))
                .with("missing", requirements(open(party.decision()))));
      }
    }
    return findings;
  }

  /**
   * Whoever took a consent back, or has come to the age at which a further one is asked. What
   * rested on it stops, even where all else that is asked to begin need not last.
   */
  static List<Finding> withoutConsent(List<Party> parties) {
    List<Finding> findings = new ArrayList<>();
    for (Party party : parties) {
      SortedSet<String> consents = new TreeSet<>();
      for (Requirement requirement : party.terms().requirements()) {
        if (requirement instanceof Requirement.ConsentGiven) {
          consents.add(requirement.id());
        }
      }
      consents.retainAll(open(party.decision()));
      if (!consents.isEmpty()) {
        findings.add(
            about("mentorship.consent-missing", party).with("missing", requirements(consents)));
      }
    }
    return findings;
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
    if (mentees.stream().noneMatch(mentee -> mentee.decision().eligible())) {
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

  /** A mentor works only in an arrangement whose course is passed (S1-08). */
  List<Finding> coursesMissing(List<Party> parties, Arrangement arrangement) {
    List<Finding> findings = new ArrayList<>();
    for (Party party : parties) {
      for (Requirement requirement : party.terms().requirements()) {
        if (requirement instanceof Requirement.CoursePassed course
            && course.arrangement() == arrangement
            && !passed(party.dossier(), course)
            && !waived(party, course.id())) {
          findings.add(
              Workplace.refusal("mentorship.course-missing", course.id(), course.citation())
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

  private boolean waived(Party party, String requirement) {
    return workplace.mentoring().registrations(party.id(), at).stream()
        .flatMap(id -> workplace.stores().waivers().of(id).stream())
        .filter(waiver -> waiver.requirement().equals(requirement))
        .anyMatch((Waiver waiver) -> waiver.holds(on, at));
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
