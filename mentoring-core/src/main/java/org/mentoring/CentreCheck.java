package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.centre.ModelStanding;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.mentorship.Particulars;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.OrganisationalModel;
import org.mentoring.programme.Practice;

/** Whether the centre may run the mentorship, under the organisational model that it names. */
final class CentreCheck {
  private final Workplace workplace;
  private final Instant at;

  CentreCheck(Workplace workplace, Instant at) {
    this.workplace = workplace;
    this.at = at;
  }

  /** What stands in the way goes to the findings. */
  void check(NewMentorship asked, List<Finding> findings) {
    CentreTerms terms = workplace.definition().centre();
    ParticipantId centre = asked.centre();
    if (centre != null && workplace.mentoring().participant(centre).isEmpty()) {
      findings.add(
          Workplace.refusal("command.participant-unknown", "centre")
              .with("participant", Parties.named(centre)));
      centre = null;
    } else if (centre == null && terms != null) {
      findings.add(Workplace.refusal("mentorship.centre-missing", "centre", terms.citation()));
    }
    if (centre != null && terms != null) {
      if (!new Attachments(workplace.mentoring()).isCentre(centre, asked.on(), at)) {
        findings.add(
            Workplace.refusal("mentorship.not-a-centre", "centre", terms.citation())
                .with("centre", Parties.named(centre)));
      }
      Decision decision = workplace.decideCentre(centre, asked.on(), at).decision();
      if (!decision.eligible()) {
        findings.add(
            Workplace.refusal("mentorship.centre-not-ready", "centre", terms.citation())
                .with("centre", Parties.named(centre))
                .with("missing", Parties.requirements(Parties.open(decision))));
      }
    }
    model(asked, terms, centre, findings);
  }

  private void model(
      NewMentorship asked,
      @Nullable CentreTerms terms,
      @Nullable ParticipantId centre,
      List<Finding> findings) {
    List<OrganisationalModel> models = terms == null ? List.of() : terms.models();
    String id = asked.model();
    if (id == null && models.isEmpty()) {
      return;
    }
    Practice practice = workplace.mentoring().practice(asked.practice());
    Optional<OrganisationalModel> found =
        models.stream().filter(model -> model.id().equals(id)).findFirst();
    if (found.isEmpty()) {
      Finding unknown =
          terms == null
              ? Workplace.refusal("mentorship.model-unknown", "models")
              : Workplace.refusal("mentorship.model-unknown", "models", terms.citation());
      findings.add(unknown.with("allowed", Parameter.term(names(of(practice, models)))));
    } else if (!practice.runsUnder(found.get().id())) {
      findings.add(
          Workplace.refusal("mentorship.model-of-other-practice", "models", practice.citation())
              .with("model", Parameter.term(found.get().id()))
              .with("allowed", Parameter.term(names(of(practice, models)))));
    } else if (centre != null) {
      findings.addAll(open(found.get().id(), centre, asked.on()));
    }
  }

  /** Whether the model under which a mentorship was assigned is open still, where it begins. */
  List<Finding> stillOpen(Particulars mentorship, LocalDate on) {
    ParticipantId centre = mentorship.centre();
    String model = mentorship.model();
    return centre == null || model == null ? List.of() : open(model, centre, on);
  }

  /** As model 2 needs an agreement of positions on record (S1-01), that day and today. */
  private List<Finding> open(String model, ParticipantId centre, LocalDate on) {
    return Stream.of(on, workplace.today())
        .distinct()
        .flatMap(day -> workplace.mentoring().organisationalModels(centre, day).stream())
        .filter(standing -> standing.model().equals(model))
        .map(ModelStanding::missing)
        .flatMap(List::stream)
        .filter(finding -> finding.effect() != Effect.INFORMS)
        .distinct()
        .toList();
  }

  private static List<OrganisationalModel> of(Practice practice, List<OrganisationalModel> models) {
    return models.stream().filter(model -> practice.runsUnder(model.id())).toList();
  }

  private static String names(List<OrganisationalModel> models) {
    return models.isEmpty()
        ? "-"
        : String.join(", ", models.stream().map(OrganisationalModel::id).toList());
  }
}
