package org.mentoring;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;

/**
 * What the record tells of organisations that gives others a say over children: it counts only as
 * far as others told it than those who would have that say.
 */
final class OrganisationsOnRecord {
  private final Workplace workplace;
  private final ActorStanding standing;

  OrganisationsOnRecord(Workplace workplace, ActorStanding standing) {
    this.workplace = workplace;
    this.standing = standing;
  }

  /** Where an organisation is at home on a day by the word of others than these. */
  SortedSet<String> towns(ParticipantId organisation, LocalDate on, List<ParticipantId> without) {
    SortedSet<String> towns = new TreeSet<>();
    facts(organisation, on)
        .filter(
            known ->
                FactsOnRecord.isMunicipality(known.fact())
                    && isToldByOthers(organisation, known.id(), without))
        .forEach(known -> towns.add(((Fact.Trait) known.fact()).value()));
    return towns;
  }

  /** Whether a centre has an agreement on a day in one of the matters, by others' word. */
  boolean hasAgreement(
      ParticipantId centre, ParticipantId with, SortedSet<Code> matters, LocalDate on) {
    return facts(centre, on)
        .anyMatch(
            known ->
                known.fact() instanceof Fact.Agreement agreement
                    && standing.same(agreement.with(), with)
                    && matters.contains(agreement.matter())
                    && isToldByOthers(centre, known.id(), List.of(with)));
  }

  /** Whether the operator tells anything of an organisation that counts on a day. */
  boolean isToldOfByOperator(ParticipantId organisation, LocalDate on) {
    FactsOnRecord record = new FactsOnRecord(workplace);
    return facts(organisation, on)
        .flatMap(known -> record.recorded(organisation, known.id()).stream())
        .anyMatch(recorded -> recorded.by().capacity().equals(Offices.OPERATOR));
  }

  private Stream<KnownFact> facts(ParticipantId organisation, LocalDate on) {
    return workplace.stores().participants().find(organisation).isEmpty()
        ? Stream.empty()
        : workplace.mentoring().dossier(organisation, on, workplace.now()).facts().stream()
            .filter(known -> known.validity().contains(on));
  }

  private boolean isToldByOthers(
      ParticipantId organisation, FactId fact, List<ParticipantId> without) {
    return new FactsOnRecord(workplace)
        .recorded(organisation, fact)
        .filter(recorded -> isOther(recorded.by(), without))
        .isPresent();
  }

  /** Who acts for two organisations is no other when it speaks for the second. */
  private boolean isOther(Actor author, List<ParticipantId> than) {
    ParticipantId organisation = ParticipantId.of(author.organisation());
    return author.capacity().equals(Offices.OPERATOR)
        || (!standing.isBy(author)
            && than.stream().noneMatch(each -> standing.same(each, organisation)));
  }
}
