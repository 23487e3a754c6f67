package org.mentoring.rules.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Happened.MeetingOutcome;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.incident.IncidentDeadline;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.Pause;
import org.mentoring.mentorship.RungTaken;
import org.mentoring.obligation.ObligationState;
import org.mentoring.participant.Position;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.rules.completion.Reached;
import org.mentoring.rules.internal.RulesSession;
import org.mentoring.spi.CompletionCase;
import org.mentoring.time.Validity;

/** Puts the question what puts a mentorship at risk before the rules. */
public final class RiskFacts {
  private static final Code MENTOR = Code.of("MENTOR");
  private static final Code MENTEE = Code.of("MENTEE");

  private RiskFacts() {}

  /** What puts it at risk, sorted. */
  public static List<Finding> risks(RulesSession session, CompletionCase question) {
    return session.run(of(question), Finding.class).stream().distinct().sorted().toList();
  }

  private static List<Object> of(CompletionCase question) {
    Particulars mentorship = question.mentorship();
    MentorshipTerms terms = question.practice().mentorship();
    LocalDate started = mentorship.startedOn();
    List<Object> facts = new ArrayList<>();
    facts.add(
        new RiskFact.Watch(
            question.asOf(),
            mentorship.stateOn(question.asOf()).orElse(MentorshipState.PROPOSED),
            started == null ? LocalDate.MAX : started,
            terms == null ? question.practice().citation() : terms.citation()));
    mentorship.mentors().forEach(mentor -> facts.add(new RiskFact.Mentor(mentor)));
    mentorship.mentees().forEach(mentee -> facts.add(new RiskFact.Mentee(mentee)));
    if (terms != null) {
      terms(facts, terms, mentorship, Rest.of(question), question.asOf());
    }
    question.activities().forEach(activity -> happened(facts, activity, mentorship));
    if (terms != null && !terms.ladder().isEmpty()) {
      facts.addAll(LadderFacts.next(terms, mentorship, Rest.of(question), facts, question.asOf()));
    }
    overdue(facts, question);
    question.incidents().stream()
        .filter(incident -> !incident.on().isAfter(question.asOf()))
        .filter(
            incident -> incident.closedOn() == null || incident.closedOn().isAfter(question.asOf()))
        .forEach(incident -> facts.add(unsettled(incident, question)));
    for (ActivityTerms kind : question.definition().activities()) {
      if (kind.shape() == ActivityTerms.Shape.SERVICE_REFERRAL) {
        facts.add(new RiskFact.ReferralTerm(kind.kind(), kind.citation()));
      }
    }
    question.parties().forEach(decision -> barred(facts, decision));
    question
        .centre()
        .forEach(
            finding -> facts.add(new RiskFact.CentreLacks(finding.requirement(), finding.code())));
    question.apart().forEach(criterion -> facts.add(new RiskFact.Apart(criterion)));
    return facts;
  }

  /** An algorithm that the definition no longer has tells no steps and demands nothing. */
  private static RiskFact.Unsettled unsettled(Incident incident, CompletionCase question) {
    LocalDate day = question.incidentsAsOf();
    LocalDate reported = LocalDate.ofInstant(incident.recordedAt(), question.definition().zone());
    Optional<IncidentProcedure> procedure =
        question.definition().incidents().stream()
            .filter(each -> each.id().equals(incident.procedure()))
            .findFirst();
    LocalDate step =
        procedure.stream()
            .flatMap(each -> IncidentDeadline.of(incident, each, reported).stream())
            .filter(each -> each.step() != null)
            .filter(each -> !metOn(each, day))
            .map(IncidentDeadline::lastDay)
            .min(Comparator.naturalOrder())
            .orElse(null);
    // What it demands, it demands of the mentorship that it names.
    boolean ofThis =
        incident.mentorship() == null || incident.mentorship().equals(question.mentorship().id());
    return new RiskFact.Unsettled(
        incident.id(),
        day,
        incident.deadline(),
        step,
        ofThis ? procedure.map(IncidentProcedure::effect).orElse(null) : null);
  }

  private static boolean metOn(IncidentDeadline deadline, LocalDate day) {
    LocalDate met = deadline.met();
    return met != null && !met.isAfter(day);
  }

  private static void terms(
      List<Object> facts,
      MentorshipTerms terms,
      Particulars mentorship,
      List<Validity> rests,
      LocalDate asOf) {
    for (MentorshipTerms.Silence silence : terms.silences()) {
      facts.add(
          new RiskFact.SilenceTerm(
              silence.party(), silence.longerThan(), rests, silence.citation()));
    }
    for (Pause pause : mentorship.pauses()) {
      if (pause.contains(asOf)) {
        facts.add(
            new RiskFact.Resting(
                pause.from(),
                terms.longestPause() == null ? null : pause.from().plus(terms.longestPause())));
      }
    }
    List<RungTaken> taken =
        mentorship.rungs().stream().filter(rung -> !rung.on().isAfter(asOf)).toList();
    for (int i = 0; i < taken.size(); i++) {
      RungTaken step = taken.get(i);
      Optional<MentorshipTerms.Rung> rung =
          terms.ladder().stream().filter(each -> each.id().equals(step.rung())).findFirst();
      facts.add(
          new RiskFact.RungTaken(
              step.rung(),
              step.on(),
              rung.map(each -> lasts(each, step, rests)).orElse(null),
              i == taken.size() - 1,
              rung.map(MentorshipTerms.Rung::citation).orElse(terms.citation())));
    }
  }

  private static @Nullable LocalDate lasts(
      MentorshipTerms.Rung rung, RungTaken step, List<Validity> rests) {
    return rung.lasts() == null ? null : Rest.endOf(step.on(), rung.lasts(), rests);
  }

  private static void happened(List<Object> facts, Activity activity, Particulars mentorship) {
    Happened happened = activity.happened();
    SortedSet<ParticipantId> reached = Reached.by(activity, mentorship);
    if (happened instanceof Happened.MentorReport || happened instanceof Happened.MonthlyPlan) {
      facts.add(new RiskFact.News(MENTOR, activity.on(), heard(activity, mentorship)));
    } else if (happened instanceof Happened.Meeting meeting) {
      if (meeting.outcome() == MeetingOutcome.HELD) {
        facts.add(new RiskFact.Met(activity.on()));
        facts.add(new RiskFact.News(MENTEE, activity.on(), reached));
      }
      // Who waited for a mentee in vain was there.
      if (meeting.outcome() == MeetingOutcome.HELD
          || meeting.outcome() == MeetingOutcome.MISSED_BY_MENTEE) {
        facts.add(new RiskFact.News(MENTOR, activity.on(), heard(activity, mentorship)));
      }
    } else if (happened instanceof Happened.CheckIn contact) {
      boolean byMentor = byMentor(activity.by(), mentorship);
      contact
          .with()
          .forEach(
              party ->
                  facts.add(
                      new RiskFact.Contact(activity.on(), party, contact.concern(), byMentor)));
      // A mentee who answers the telephone may still stay away from the meetings.
      if (contact.with().contains(MENTOR)) {
        facts.add(new RiskFact.News(MENTOR, activity.on(), heard(activity, mentorship)));
      }
    } else if (happened instanceof Happened.EventHeld && !reached.isEmpty()) {
      facts.add(new RiskFact.News(MENTEE, activity.on(), reached));
    } else if (happened instanceof Happened.ServiceReferral) {
      facts.add(new RiskFact.Referred(activity.kind(), activity.on(), reached));
    }
  }

  private static boolean byMentor(Actor by, Particulars mentorship) {
    return by.capacity().equals(MENTOR)
        || mentorship.mentors().stream().anyMatch(each -> each.value().equals(by.id()));
  }

  /** In a team what one mentor records tells of that one; whatever else, of all mentors. */
  private static SortedSet<ParticipantId> heard(Activity activity, Particulars mentorship) {
    if (mentorship.arrangement() == Arrangement.TEAM) {
      for (ParticipantId mentor : mentorship.mentors()) {
        if (mentor.value().equals(activity.by().id())) {
          return new TreeSet<>(Set.of(mentor));
        }
      }
    }
    return mentorship.mentors();
  }

  private static void overdue(List<Object> facts, CompletionCase question) {
    CompletionTerms completion = question.practice().completion();
    List<Cadence> after = completion == null ? List.of() : completion.followUp();
    Set<RiskFact.Series> series = new LinkedHashSet<>();
    question.obligations().stream()
        .filter(obligation -> obligation.state() == ObligationState.OVERDUE)
        .forEach(
            obligation -> {
              Cadence cadence = obligation.window().cadence();
              series.add(new RiskFact.Series(cadence, after.contains(cadence)));
              facts.add(new RiskFact.Overdue(cadence, obligation.window().deadline()));
            });
    facts.addAll(series);
  }

  private static void barred(List<Object> facts, Decision decision) {
    Position position = decision.question().position();
    if (position == null) {
      return;
    }
    for (Finding finding : decision.findings()) {
      if (finding.effect() != Effect.INFORMS) {
        facts.add(new RiskFact.Barred(position, finding.requirement(), finding.code()));
      }
    }
  }
}
