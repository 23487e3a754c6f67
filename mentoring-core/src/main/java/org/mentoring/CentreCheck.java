package org.mentoring;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.OrganisationalModel;

/** Whether the centre may run the mentorship, under the organisational model that it names. */
final class CentreCheck {
  private final Workplace workplace;

  CentreCheck(Workplace workplace) {
    this.workplace = workplace;
  }

  void findings(NewMentorship asked, List<String> restsOn, List<Finding> findings) {
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
      Optional<Decision> decision = MentorshipSeams.centre(workplace, centre, asked.on());
      if (decision.isPresent()) {
        restsOn.add(decision.get().digest());
        if (!decision.get().eligible()) {
          findings.add(
              Workplace.refusal("mentorship.centre-not-ready", "centre", terms.citation())
                  .with("centre", Parties.named(centre))
                  .with("missing", Parties.requirements(Parties.open(decision.get()))));
        }
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
      Finding finding =
          terms == null
              ? Workplace.refusal("mentorship.model-unknown", "models")
              : Workplace.refusal("mentorship.model-unknown", "models", terms.citation());
      findings.add(
          finding.with(
              "allowed",
              Parameter.term(
                  models.isEmpty()
                      ? "-"
                      : String.join(", ", models.stream().map(OrganisationalModel::id).toList()))));
    } else if (found.get().agreement() != null
        && centre != null
        && !MentorshipSeams.agreed(workplace, centre, found.get().agreement(), asked.on())) {
      findings.add(
          Workplace.refusal(
                  "mentorship.agreement-missing", found.get().id(), found.get().citation())
              .with("centre", Parties.named(centre))
              .with("matter", Parameter.code(found.get().agreement())));
    }
  }
}
