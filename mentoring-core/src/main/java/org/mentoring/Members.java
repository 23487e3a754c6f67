package org.mentoring;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;

/** Who belongs to a party that is no person, and takes part for it. */
final class Members {
  private Members() {}

  /** Those in positions of which the practice asks something, on the day of the dossier. */
  static List<Fact.Member> of(Workplace workplace, Practice practice, Dossier party) {
    return party.kind() == ParticipantKind.PERSON ? List.of() : known(workplace, practice, party);
  }

  /** Whether the party may be another than a person. */
  static boolean mayBelongTo(PartyTerms party) {
    return !party.kinds().equals(Set.of(ParticipantKind.PERSON));
  }

  private static List<Fact.Member> known(Workplace workplace, Practice practice, Dossier party) {
    return party
        .current(Fact.Member.class)
        .filter(member -> practice.party(member.as()).isPresent())
        .filter(member -> !workplace.erased().contains(member.member()))
        .distinct()
        .sorted(Comparator.comparing(Fact.Member::member).thenComparing(Fact.Member::as))
        .toList();
  }
}
