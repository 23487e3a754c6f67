package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mentoring.activity.About;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.programme.ActivityTerms;

/**
 * The consent without which nothing that is meant for publication is put on record of a child or of
 * a mentee: what has never been recorded is published by nobody.
 */
final class PublicationConsent {
  private final Workplace workplace;

  PublicationConsent(Workplace workplace) {
    this.workplace = workplace;
  }

  /** For whom it is missing on the day. */
  List<Finding> missing(ActivityTerms terms, About about, LocalDate on) {
    Code purpose = terms.consent();
    if (purpose == null) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (ParticipantId each : told(about, on)) {
      Dossier dossier =
          workplace.mentoring().dossier(workplace.mentoring().keeper(each), on, workplace.now());
      boolean person = dossier.kind() == ParticipantKind.PERSON;
      boolean covered = workplace.definition().privacy().covers(dossier);
      if (person && (covered || !dossier.ofAge()) && !consented(dossier, purpose)) {
        findings.add(
            ActivityCheck.refusal("command.activity-publication-consent", terms)
                .with("participant", Parties.named(each))
                .with("purpose", Parameter.code(purpose)));
      }
    }
    return findings;
  }

  private SortedSet<ParticipantId> told(About about, LocalDate on) {
    if (about instanceof About.OfParticipant of) {
      return new TreeSet<>(List.of(of.participant()));
    }
    return about instanceof About.OfMentorship of
        ? workplace
            .stores()
            .mentorships()
            .find(of.mentorship())
            .orElseThrow()
            .withPartiesOn(on)
            .mentees()
        : new TreeSet<>();
  }

  /** Of a child the guardian's; of an adult the adult's own. */
  static boolean consented(Dossier dossier, Code purpose) {
    Set<FactId> withdrawn =
        dossier
            .current(Fact.ConsentWithdrawal.class)
            .map(Fact.ConsentWithdrawal::consent)
            .collect(Collectors.toSet());
    List<Fact.Consent> standing =
        dossier.facts().stream()
            .filter(known -> known.validity().contains(dossier.asOf()))
            .filter(known -> !withdrawn.contains(known.id()))
            .filter(known -> known.fact() instanceof Fact.Consent)
            .map(known -> (Fact.Consent) known.fact())
            .toList();
    Fact.ConsentGiver asked = dossier.ofAge() ? Fact.ConsentGiver.SELF : Fact.ConsentGiver.GUARDIAN;
    return standing.stream()
        .anyMatch(consent -> consent.by() == asked && consent.purpose().equals(purpose));
  }
}
