package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.centre.ModelStanding;
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
  private static final String NOT_A_CENTRE = "mentorship.not-a-centre";

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
      List<LocalDate> days = days(asked.on());
      SortedSet<String> missing = new TreeSet<>();
      for (LocalDate day : days) {
        missing.addAll(Parties.open(workplace.decideCentre(centre, day, at).decision()));
      }
      refuse(terms, centre, days, missing, findings);
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

  /** That day and today: who is no centre any more begins nothing by naming an earlier day. */
  private List<LocalDate> days(LocalDate on) {
    return Stream.of(on, workplace.today()).distinct().toList();
  }

  private void refuse(
      CentreTerms terms,
      ParticipantId centre,
      List<LocalDate> days,
      SortedSet<String> missing,
      List<Finding> findings) {
    Attachments attachments = new Attachments(workplace.mentoring());
    if (days.stream().anyMatch(day -> !attachments.isCentre(centre, day, at))) {
      findings.add(
          Workplace.refusal(NOT_A_CENTRE, "centre", terms.citation())
              .with("centre", Parties.named(centre)));
    }
    if (!missing.isEmpty()) {
      findings.add(
          Workplace.refusal("mentorship.centre-not-ready", "centre", terms.citation())
              .with("centre", Parties.named(centre))
              .with("missing", Parties.requirements(missing)));
    }
  }

  /**
   * Whether the centre of a mentorship may run it still, under the model by which it was assigned,
   * where the parties agree and where it begins.
   */
  List<Finding> still(Particulars mentorship, LocalDate on) {
    CentreTerms terms = workplace.definition().centre();
    ParticipantId centre = mentorship.centre();
    String model = mentorship.model();
    if (terms == null || centre == null) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    List<LocalDate> days = days(on);
    SortedSet<String> missing = new TreeSet<>();
    for (LocalDate day : days) {
      lacking(terms, centre, day).forEach(each -> missing.add(each.requirement()));
    }
    refuse(terms, centre, days, missing, findings);
    if (model != null) {
      findings.addAll(open(model, centre, on));
    }
    return findings;
  }

  /**
   * What a centre lacks on a day to run what it runs, and the agreement that the model asks for, if
   * that is no more; for whoever watches mentorships that run. What a centre keeps, as a role, is
   * looked for among everybody, so that it is left to whoever asks about the centre.
   */
  List<Finding> lost(ParticipantId centre, @Nullable String model, LocalDate on) {
    CentreTerms terms = workplace.definition().centre();
    if (terms == null || workplace.mentoring().participant(centre).isEmpty()) {
      return List.of();
    }
    List<Finding> lost = new ArrayList<>();
    if (!new Attachments(workplace.mentoring()).isCentre(centre, on, at)) {
      lost.add(Finding.of(NOT_A_CENTRE, "centre", terms.citation(), Effect.DELAYS));
    }
    lost.addAll(lacking(terms, centre, on));
    Centres centres = new Centres(workplace);
    terms.models().stream()
        .filter(each -> each.id().equals(model))
        .forEach(each -> centres.agreementMissing(each, centre, on, at).ifPresent(lost::add));
    return lost;
  }

  private List<Finding> lacking(CentreTerms terms, ParticipantId centre, LocalDate on) {
    return workplace
        .eligibility()
        .decide(terms.party(), workplace.mentoring().dossier(centre, on, at), List.of())
        .findings()
        .stream()
        .filter(finding -> finding.effect() != Effect.INFORMS)
        .toList();
  }

  /** As model 2 needs an agreement of positions on record (S1-01), that day and today. */
  private List<Finding> open(String model, ParticipantId centre, LocalDate on) {
    return days(on).stream()
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
