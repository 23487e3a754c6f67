package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.StepProgress;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.PathStep;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.Spelling;

/** Whether a person may record a step of a party's path: its own steps only, and none skipped. */
final class PathSteps {
  private final Mentoring mentoring;
  private final ProgrammeDefinition definition;

  PathSteps(Mentoring mentoring, ProgrammeDefinition definition) {
    this.mentoring = mentoring;
    this.definition = definition;
  }

  /**
   * What forbids it.
   *
   * @param corrects whether another record of a step is put right, which then counts no more
   */
  List<Finding> findings(
      Actor by, ParticipantId id, Fact.StepRecorded recorded, LocalDate on, boolean corrects) {
    String requirement = recorded.step();
    String practiceId = recorded.practice();
    Practice practice = practiceId == null ? null : definition.practice(practiceId).orElse(null);
    if (practiceId == null ? recorded.position() != Position.CENTRE : practice == null) {
      return List.of(
          Workplace.refusal("command.practice-unknown", requirement)
              .with(
                  "allowed",
                  Parameter.term(
                      definition.practices().stream()
                          .map(Practice::id)
                          .collect(Collectors.joining(", ")))));
    }
    PartyTerms party = party(practice, recorded.position()).orElse(null);
    if (party == null) {
      return List.of(
          Workplace.refusal("command.position-unknown", requirement)
              .with("position", Parameter.code(recorded.position())));
    }
    PathStep step =
        party.path().stream()
            .filter(each -> each.id().equals(recorded.step()))
            .findFirst()
            .orElse(null);
    if (step == null) {
      List<String> known = party.path().stream().map(PathStep::id).toList();
      return List.of(
          Workplace.refusal("command.step-unknown", requirement, party.citation())
              .with(
                  "nearest",
                  Parameter.term(String.join(", ", Spelling.nearest(recorded.step(), known, 5)))));
    }
    if (!step.needs().isEmpty()) {
      return List.of(
          Workplace.refusal("command.step-told-by-requirements", requirement, step.citation())
              .with("requirements", Parameter.term(String.join(", ", step.needs()))));
    }
    Decision decision =
        practice == null
            ? mentoring.decideCentre(id, on)
            : mentoring.decide(id, practice.id(), recorded.position(), on);
    List<Finding> findings = new ArrayList<>(order(step, decision.path(), corrects));
    findings.addAll(new StepGrounds(mentoring, on).missing(id, step));
    owned(by, id, step).ifPresent(findings::add);
    return findings;
  }

  /** What is the centre's to see to, any of its staff records; nobody of another centre does. */
  private Optional<Finding> owned(Actor by, ParticipantId id, PathStep step) {
    Code owner = step.owner();
    if (owner != null
        && !owner.equals(by.capacity())
        && !(Offices.isStaffOfCentres(owner) && Offices.isStaffOfCentres(by.capacity()))) {
      return Optional.of(
          Workplace.refusal("mentorship.not-owner", step.id(), step.citation())
              .with("step", Parameter.term(step.id()))
              .with("owner", Parameter.code(owner))
              .with("capacity", Parameter.code(by.capacity())));
    }
    return new FactRights(mentoring.workplace(), by).isOfAnotherCentre(id)
        ? Optional.of(
            Workplace.refusal("mentorship.other-centre", step.id(), step.citation())
                .with("organisation", Parameter.term(by.organisation())))
        : Optional.empty();
  }

  private static List<Finding> order(PathStep step, List<StepProgress> path, boolean corrects) {
    List<Finding> findings = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (StepProgress progress : path) {
      boolean done = progress.state() == StepProgress.State.DONE;
      if (progress.step().equals(step.id())) {
        if (done && !corrects) {
          findings.add(Workplace.refusal("command.step-taken", step.id(), step.citation()));
        }
        break;
      }
      if (!done) {
        open.add(progress.step());
      }
    }
    if (!open.isEmpty()) {
      findings.add(
          Workplace.refusal("command.step-skips", step.id(), step.citation())
              .with("open", Parameter.term(String.join(", ", open))));
    }
    return findings;
  }

  private Optional<PartyTerms> party(@Nullable Practice practice, Position position) {
    return practice == null
        ? Optional.ofNullable(definition.centre()).map(CentreTerms::party)
        : practice.party(position);
  }
}
