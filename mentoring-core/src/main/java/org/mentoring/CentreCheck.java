package org.mentoring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.centre.ModelStanding;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.OrganisationalModel;

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
    Optional<OrganisationalModel> found =
        models.stream().filter(model -> model.id().equals(id)).findFirst();
    if (found.isEmpty()) {
      Finding unknown =
          terms == null
              ? Workplace.refusal("mentorship.model-unknown", "models")
              : Workplace.refusal("mentorship.model-unknown", "models", terms.citation());
      findings.add(unknown.with("allowed", Parameter.term(names(models))));
    } else if (centre != null) {
      findings.addAll(open(found.get(), centre, asked));
    }
  }

  /** As model 2 needs an agreement of positions on record (S1-01). */
  private List<Finding> open(OrganisationalModel model, ParticipantId centre, NewMentorship asked) {
    return workplace.mentoring().organisationalModels(centre, asked.on()).stream()
        .filter(standing -> standing.model().equals(model.id()))
        .map(ModelStanding::missing)
        .flatMap(List::stream)
        .filter(finding -> finding.effect() != Effect.INFORMS)
        .toList();
  }

  private static String names(List<OrganisationalModel> models) {
    return models.isEmpty()
        ? "-"
        : String.join(", ", models.stream().map(OrganisationalModel::id).toList());
  }
}
