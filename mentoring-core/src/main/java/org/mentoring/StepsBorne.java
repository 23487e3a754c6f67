package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Citation;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StepTaken;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.Position;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.MentorshipTerms.MentorshipStep;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.PathStep;
import org.mentoring.programme.Practice;

/**
 * Steps that were taken, and completions, that one activity bears alone: without it they would say
 * what nobody has on record.
 */
final class StepsBorne {
  private final Workplace workplace;

  StepsBorne(Workplace workplace) {
    this.workplace = workplace;
  }

  /** Why an activity may not be taken back. */
  List<Finding> findings(Activity wrong) {
    Set<Finding> findings = new LinkedHashSet<>();
    SortedSet<ParticipantId> persons = persons(wrong);
    persons.forEach(person -> findings.addAll(ofParticipant(person, wrong)));
    mentorships(wrong, persons).forEach(each -> findings.addAll(ofMentorship(each, wrong)));
    return new ArrayList<>(findings);
  }

  private List<Finding> ofParticipant(ParticipantId who, Activity wrong) {
    List<Finding> findings = new ArrayList<>();
    for (KnownFact known : workplace.mentoring().dossier(who, workplace.today()).facts()) {
      if (known.fact() instanceof Fact.StepRecorded taken) {
        step(taken)
            .filter(step -> step.restsOn().contains(wrong.kind()))
            .filter(
                step ->
                    !missing(known, who, step, wrong.id()).equals(missing(known, who, step, null)))
            .ifPresent(step -> findings.add(borne(step.id(), step.citation())));
      }
    }
    return findings;
  }

  private List<Finding> missing(
      KnownFact taken, ParticipantId who, PathStep step, @Nullable ActivityId without) {
    return new StepGrounds(workplace.mentoring(), taken.validity().from(), without)
        .missing(who, step);
  }

  private Optional<PathStep> step(Fact.StepRecorded taken) {
    String practice = taken.practice();
    Optional<PartyTerms> party =
        practice == null
            ? Optional.ofNullable(workplace.definition().centre())
                .filter(centre -> taken.position() == Position.CENTRE)
                .map(CentreTerms::party)
            : workplace
                .definition()
                .practice(practice)
                .flatMap(found -> found.party(taken.position()));
    return party.stream()
        .flatMap(terms -> terms.path().stream())
        .filter(each -> each.id().equals(taken.step()))
        .findFirst();
  }

  private List<Finding> ofMentorship(Particulars mentorship, Activity wrong) {
    Mentoring judging = workplace.mentoring().judging(mentorship).orElse(null);
    if (judging == null) {
      return List.of();
    }
    Practice practice = judging.practice(mentorship.practice());
    MentorshipTerms terms = practice.mentorship();
    if (terms == null) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    Closure closure = mentorship.closure();
    Workplace closing =
        closure == null ? judging.workplace() : judging.on(closure.on()).workplace();
    if (new CompletionQueries(closing, new ObligationQueries(closing)).bears(mentorship, wrong)) {
      findings.add(
          Workplace.refusal(
              "command.activity-bears-completion", wrong.kind().value(), terms.citation()));
    }
    for (MentorshipStep step : terms.path()) {
      if (step.restsOn().contains(wrong.kind())
          && mentorship.steps().stream()
              .filter(taken -> taken.step().equals(step.id()))
              .map(StepTaken::on)
              .anyMatch(
                  on -> bears(judging, practice, mentorship.withPartiesOn(on), step, on, wrong))) {
        findings.add(borne(step.id(), step.citation()));
      }
    }
    return findings;
  }

  private static boolean bears(
      Mentoring judging,
      Practice practice,
      Particulars mentorship,
      MentorshipStep step,
      LocalDate on,
      Activity wrong) {
    return !missing(judging, practice, mentorship, step, on, wrong.id())
        .equals(missing(judging, practice, mentorship, step, on, null));
  }

  private static List<Finding> missing(
      Mentoring judging,
      Practice practice,
      Particulars mentorship,
      MentorshipStep step,
      LocalDate on,
      @Nullable ActivityId without) {
    return new StepGrounds(judging, on, without)
        .missing(
            judging.workplace(),
            practice,
            mentorship.id(),
            mentorship.mentors(),
            mentorship.mentees(),
            step);
  }

  private static Finding borne(String step, Citation citation) {
    return Workplace.refusal("command.activity-bears-step", step, citation)
        .with("step", Parameter.term(step));
  }

  private SortedSet<ParticipantId> persons(Activity activity) {
    SortedSet<ParticipantId> persons = new TreeSet<>();
    if (activity.about() instanceof About.OfParticipant of) {
      persons.add(of.participant());
    }
    if (activity.happened() instanceof Happened.EventHeld event) {
      persons.addAll(event.attended());
      persons.addAll(event.jointWith());
    }
    SortedSet<ParticipantId> kept = new TreeSet<>();
    persons.forEach(person -> kept.add(workplace.mentoring().keeper(person)));
    return kept;
  }

  private Set<Particulars> mentorships(Activity wrong, SortedSet<ParticipantId> persons) {
    Set<Particulars> found = new LinkedHashSet<>();
    if (wrong.about() instanceof About.OfMentorship of) {
      workplace.stores().mentorships().find(of.mentorship()).ifPresent(found::add);
    }
    for (ParticipantId person : persons) {
      for (ParticipantId known : workplace.mentoring().registrations(person, workplace.now())) {
        found.addAll(workplace.stores().mentorships().of(known));
      }
    }
    return found;
  }
}
