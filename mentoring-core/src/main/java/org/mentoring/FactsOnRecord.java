package org.mentoring;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.criterion.Attribute;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;

/** What was ever recorded of somebody, under whichever registration, and by whom. */
final class FactsOnRecord {
  private final Workplace workplace;

  FactsOnRecord(Workplace workplace) {
    this.workplace = workplace;
  }

  List<FactEntry> entries(ParticipantId about) {
    return workplace.mentoring().registrations(about, workplace.now()).stream()
        .flatMap(each -> workplace.stores().participants().history(each).stream())
        .toList();
  }

  Optional<FactEntry.Recorded> recorded(ParticipantId about, FactId fact) {
    return entries(about).stream()
        .filter(FactEntry.Recorded.class::isInstance)
        .map(FactEntry.Recorded.class::cast)
        .filter(each -> each.id().equals(fact))
        .findFirst();
  }

  /** All municipalities where somebody is at home today; none of who is unknown. */
  SortedSet<String> municipalities(ParticipantId about) {
    SortedSet<String> municipalities = new TreeSet<>();
    if (workplace.stores().participants().find(about).isPresent()) {
      workplace
          .mentoring()
          .dossier(about, workplace.today())
          .current(Fact.Trait.class)
          .filter(FactsOnRecord::isMunicipality)
          .map(Fact.Trait::value)
          .forEach(municipalities::add);
    }
    return municipalities;
  }

  /** Whether a fact tells where somebody is at home. */
  static boolean isMunicipality(Fact fact) {
    return fact instanceof Fact.Trait trait && trait.attribute().equals(Attribute.MUNICIPALITY);
  }
}
