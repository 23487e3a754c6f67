package org.mentoring.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;

/**
 * What a programme asks of its mentoring centres. A centre is a participant of kind {@code
 * ORGANISATION} that holds the position {@code CENTRE}.
 *
 * @param documents needed to start
 * @param partnersAtLeast local partners, 0 to 1,000
 * @param requirements what a centre must meet before it may start, by id
 * @param path its steps in their order
 * @param models ways to organise mentoring; empty: the definition does not tell them apart
 * @param cadences what is due
 * @param citation where it comes from
 */
public record CentreTerms(
    SortedSet<Code> documents,
    int partnersAtLeast,
    @OmittedIfAbsent List<Requirement> requirements,
    @OmittedIfAbsent List<PathStep> path,
    @OmittedIfAbsent List<OrganisationalModel> models,
    List<Cadence> cadences,
    Citation citation) {
  /** Refuses a number out of range; sorts and copies. */
  public CentreTerms {
    documents = Invariants.sorted(documents);
    requirements = requirements.stream().sorted().toList();
    path = List.copyOf(path);
    models = List.copyOf(models);
    cadences = List.copyOf(cadences);
    Invariants.range("partners.at-least", partnersAtLeast, 0, 1_000);
  }

  /** The id of the requirement that the list of documents is. */
  public static final String DOCUMENTS = "centre-documents";

  /** What is asked of a centre, as the terms of a party; the documents are one requirement. */
  public PartyTerms party() {
    List<Requirement> all = new ArrayList<>(requirements);
    if (!documents.isEmpty()) {
      all.add(new Requirement.Documents(DOCUMENTS, citation, documents));
    }
    return new PartyTerms(
        Position.CENTRE, new TreeSet<>(Set.of(ParticipantKind.ORGANISATION)), all, path, citation);
  }

  /** Terms without requirements and models. */
  public CentreTerms(
      SortedSet<Code> documents, int partnersAtLeast, List<Cadence> cadences, Citation citation) {
    this(documents, partnersAtLeast, List.of(), List.of(), List.of(), cadences, citation);
  }
}
