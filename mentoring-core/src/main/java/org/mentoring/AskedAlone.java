package org.mentoring;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoring.decision.Finding;
import org.mentoring.participant.Dossier;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.Requirement;
import org.mentoring.spi.EligibilityCase;

/**
 * Asks the rules of eligibility about some requirements alone. An embedder's own rules answer every
 * case, so that what they find is no answer here.
 */
final class AskedAlone {
  private AskedAlone() {}

  static List<Finding> findings(
      Workplace workplace, Practice practice, PartyTerms asked, Dossier dossier) {
    Set<String> ids =
        asked.requirements().stream().map(Requirement::id).collect(Collectors.toSet());
    return workplace
        .rules()
        .eligibility()
        .evaluate(new EligibilityCase(workplace.definition(), practice, asked, dossier))
        .stream()
        .filter(finding -> ids.contains(finding.requirement()))
        .toList();
  }
}
