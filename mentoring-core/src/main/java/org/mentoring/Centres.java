package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.centre.Centre;
import org.mentoring.centre.ModelStanding;
import org.mentoring.centre.RegisterLine;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.OrganisationalModel;
import org.mentoring.programme.Practice;
import org.mentoring.spi.Page;

/** Centres, the organisations that stand by them, and their registers. */
final class Centres {
  private final Workplace workplace;

  Centres(Workplace workplace) {
    this.workplace = workplace;
  }

  /** Whether the centre may start. */
  Decision decide(ParticipantId id, LocalDate asOf, Instant knownAt) {
    CentreTerms terms = terms();
    Dossier dossier = workplace.mentoring().dossier(id, asOf, knownAt);
    List<Dossier> organisations = organisations(asOf, knownAt);
    List<Finding> further = new ArrayList<>();
    int partners = attached(organisations, dossier.participant(), Attachments.PARTNER).size();
    if (partners < terms.partnersAtLeast()) {
      // A centre finds its partners while it works; so they are told of, and hold nothing up.
      further.add(
          Finding.of("centre.partners-few", "partners", terms.citation(), Effect.INFORMS)
              .with("partners", Parameter.count(partners))
              .with("least", Parameter.count(terms.partnersAtLeast())));
    }
    List<ModelStanding> models = models(dossier, organisations);
    if (!models.isEmpty() && models.stream().noneMatch(ModelStanding::open)) {
      models.forEach(model -> further.addAll(model.missing()));
    }
    return workplace.eligibility().decide(terms.party(), dossier, further);
  }

  /**
   * On whom a decision about a centre rests: the centre, its partners, organisations that agree
   * with it, and who works there in a position that a model keeps. Nobody else changes it.
   */
  SortedSet<ParticipantId> standingBy(ParticipantId id, LocalDate asOf, Instant knownAt) {
    Dossier centre = workplace.mentoring().dossier(id, asOf, knownAt);
    ParticipantId kept = centre.participant();
    SortedSet<ParticipantId> persons = new TreeSet<>(Set.of(kept));
    organisations(asOf, knownAt).stream()
        .filter(each -> standsBy(each, kept))
        .map(Dossier::participant)
        .forEach(persons::add);
    Set<String> keeps =
        terms().models().stream()
            .flatMap(model -> model.keeps().stream())
            .map(Code::value)
            .collect(Collectors.toSet());
    if (!keeps.isEmpty()) {
      everybody(centre)
          .filter(each -> Attachments.attached(each, Attachments.CENTRE).anyMatch(kept::equals))
          .filter(
              each ->
                  each.current(Fact.PositionHeld.class)
                      .anyMatch(held -> keeps.contains(held.position().name())))
          .map(Dossier::participant)
          .forEach(persons::add);
    }
    return persons;
  }

  private static boolean standsBy(Dossier organisation, ParticipantId centre) {
    return Attachments.attached(organisation, Attachments.PARTNER).anyMatch(centre::equals)
        || organisation
            .current(Fact.Agreement.class)
            .anyMatch(agreement -> agreement.with().equals(centre));
  }

  /** All centres, by id. */
  List<Centre> all(LocalDate asOf, Instant knownAt) {
    List<Dossier> organisations = organisations(asOf, knownAt);
    return organisations.stream()
        .filter(Attachments::isCentre)
        .map(dossier -> centre(dossier, organisations))
        .toList();
  }

  /** The ids of all centres. */
  Stream<ParticipantId> ids(LocalDate asOf, Instant knownAt) {
    return organisations(asOf, knownAt).stream()
        .filter(Attachments::isCentre)
        .map(Dossier::participant);
  }

  /** The centre with this id, if it is one on the day. */
  Optional<Centre> find(ParticipantId id, LocalDate asOf, Instant knownAt) {
    Dossier dossier = workplace.mentoring().dossier(id, asOf, knownAt);
    return Attachments.isCentre(dossier)
        ? Optional.of(centre(dossier, organisations(asOf, knownAt)))
        : Optional.empty();
  }

  /** What each organisational model lacks at a centre; in the definition's order. */
  List<ModelStanding> models(ParticipantId id, LocalDate asOf, Instant knownAt) {
    return models(workplace.mentoring().dossier(id, asOf, knownAt), organisations(asOf, knownAt));
  }

  /** Who belongs to a centre in a position, by id. */
  Page<RegisterLine> register(
      ParticipantId centre,
      Position position,
      LocalDate asOf,
      Instant knownAt,
      @Nullable String after,
      int most) {
    Invariants.range("most", most, 1, 1_000);
    ParticipantId kept = workplace.mentoring().keeper(centre);
    List<RegisterLine> lines = new ArrayList<>();
    for (ParticipantId id : workplace.stores().participants().ids()) {
      if ((after == null || id.value().compareTo(after) > 0)
          && workplace.mentoring().keeper(id).equals(id)) {
        Optional<RegisterLine> line = line(kept, id, position, asOf, knownAt);
        if (line.isPresent()) {
          if (lines.size() == most) {
            return new Page<>(lines, lines.get(most - 1).participant().value());
          }
          lines.add(line.get());
        }
      }
    }
    return new Page<>(lines, null);
  }

  private Optional<RegisterLine> line(
      ParticipantId centre, ParticipantId id, Position position, LocalDate asOf, Instant knownAt) {
    Dossier dossier = workplace.mentoring().dossier(id, asOf, knownAt);
    if (dossier.kind() == ParticipantKind.ORGANISATION) {
      return Optional.empty();
    }
    Optional<LocalDate> attached = since(dossier, centre);
    SortedSet<MentorshipId> open = new TreeSet<>();
    LocalDate first = attached.orElse(null);
    for (Particulars mentorship : mentorships(id, position, asOf, knownAt)) {
      ParticipantId at = mentorship.centre();
      boolean here = at != null && workplace.mentoring().keeper(at).equals(centre);
      if (mentorship.stateOn(asOf).filter(state -> state.open()).isPresent()
          && (here || (at == null && attached.isPresent()))) {
        open.add(mentorship.id());
        LocalDate since = mentorship.changes().get(0).on();
        first = first == null || since.isBefore(first) ? since : first;
      }
    }
    boolean listed =
        !open.isEmpty()
            || (attached.isPresent()
                && (holds(dossier, position)
                    || workplace.definition().practices().stream()
                        .anyMatch(practice -> seeks(practice, position, dossier))));
    return listed && first != null
        ? Optional.of(new RegisterLine(id, first, open))
        : Optional.empty();
  }

  private List<Particulars> mentorships(
      ParticipantId id, Position position, LocalDate asOf, Instant knownAt) {
    return workplace.mentoring().registrations(id, knownAt).stream()
        .flatMap(
            each ->
                workplace.stores().mentorships().of(each).stream()
                    .map(mentorship -> mentorship.withPartiesOn(asOf, knownAt))
                    .filter(
                        mentorship ->
                            (position == Position.MENTOR && mentorship.mentors().contains(each))
                                || (position == Position.MENTEE
                                    && mentorship.mentees().contains(each))))
        .toList();
  }

  private static Optional<LocalDate> since(Dossier dossier, ParticipantId centre) {
    return dossier.facts().stream()
        .filter(
            known ->
                known.validity().contains(dossier.asOf())
                    && known.fact() instanceof Fact.AttachedTo attached
                    && attached.as().equals(Attachments.CENTRE)
                    && attached.organisation().equals(centre))
        .map(known -> known.validity().from())
        .min(Comparator.naturalOrder());
  }

  private static boolean holds(Dossier dossier, Position position) {
    return dossier.current(Fact.PositionHeld.class).anyMatch(held -> held.position() == position);
  }

  private boolean seeks(Practice practice, Position position, Dossier dossier) {
    return workplace
        .mentoring()
        .seeker(practice, position, dossier.participant(), dossier.asOf(), dossier.knownAt())
        .isPresent();
  }

  private Centre centre(Dossier dossier, List<Dossier> organisations) {
    ParticipantId id = dossier.participant();
    SortedSet<ParticipantId> neighbours = attached(organisations, id, Attachments.NEIGHBOUR);
    Attachments.attached(dossier, Attachments.NEIGHBOUR).forEach(neighbours::add);
    LocalDate since =
        dossier.facts().stream()
            .filter(
                known ->
                    known.validity().contains(dossier.asOf())
                        && known.fact() instanceof Fact.PositionHeld held
                        && held.position() == Position.CENTRE)
            .map(KnownFact::validity)
            .map(validity -> validity.from())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return new Centre(
        id,
        since,
        dossier.municipality().orElse(null),
        attached(organisations, id, Attachments.PARTNER),
        neighbours,
        attached(organisations, id, Attachments.HOST),
        agreements(dossier, organisations));
  }

  private static SortedSet<ParticipantId> attached(
      List<Dossier> organisations, ParticipantId centre, Code as) {
    SortedSet<ParticipantId> found = new TreeSet<>();
    for (Dossier each : organisations) {
      if (Attachments.attached(each, as).anyMatch(centre::equals)) {
        found.add(each.participant());
      }
    }
    return found;
  }

  private static SortedMap<Code, SortedSet<ParticipantId>> agreements(
      Dossier centre, List<Dossier> organisations) {
    SortedMap<Code, SortedSet<ParticipantId>> found = new TreeMap<>();
    centre
        .current(Fact.Agreement.class)
        .forEach(
            agreement ->
                found
                    .computeIfAbsent(agreement.matter(), matter -> new TreeSet<>())
                    .add(agreement.with()));
    for (Dossier each : organisations) {
      each.current(Fact.Agreement.class)
          .filter(agreement -> agreement.with().equals(centre.participant()))
          .forEach(
              agreement ->
                  found
                      .computeIfAbsent(agreement.matter(), matter -> new TreeSet<>())
                      .add(each.participant()));
    }
    return found;
  }

  private static Optional<Finding> agreementMissing(OrganisationalModel model, Set<Code> agreed) {
    Code matter = model.agreement();
    return matter == null || agreed.contains(matter)
        ? Optional.empty()
        : Optional.of(
            Finding.of("centre.agreement-missing", model.id(), model.citation(), Effect.DELAYS)
                .with("matter", Parameter.code(matter)));
  }

  /** Whether the agreement that a model asks for is not there; others are asked last. */
  Optional<Finding> agreementMissing(
      OrganisationalModel model, ParticipantId id, LocalDate asOf, Instant knownAt) {
    Dossier centre = workplace.mentoring().dossier(id, asOf, knownAt);
    Optional<Finding> missing = agreementMissing(model, agreements(centre, List.of()).keySet());
    return missing.isEmpty()
        ? missing
        : agreementMissing(model, agreements(centre, organisations(asOf, knownAt)).keySet());
  }

  private List<ModelStanding> models(Dossier centre, List<Dossier> organisations) {
    CentreTerms terms = workplace.definition().centre();
    if (terms == null) {
      return List.of();
    }
    Map<Code, SortedSet<ParticipantId>> agreements = agreements(centre, organisations);
    List<ModelStanding> standings = new ArrayList<>();
    for (OrganisationalModel model : terms.models()) {
      List<Finding> missing = new ArrayList<>();
      agreementMissing(model, agreements.keySet()).ifPresent(missing::add);
      for (Code kept : model.keeps()) {
        Stream.of(Position.values())
            .filter(position -> position.name().equals(kept.value()))
            .filter(position -> vacant(position, centre))
            .forEach(
                position ->
                    missing.add(
                        Finding.of(
                                "centre.role-vacant", model.id(), model.citation(), Effect.DELAYS)
                            .with("role", Parameter.code(position))));
      }
      standings.add(new ModelStanding(model.id(), missing));
    }
    return standings;
  }

  private boolean vacant(Position position, Dossier centre) {
    return everybody(centre)
        .noneMatch(
            each ->
                holds(each, position)
                    && Attachments.attached(each, Attachments.CENTRE)
                        .anyMatch(centre.participant()::equals));
  }

  private Stream<Dossier> everybody(Dossier centre) {
    return workplace.stores().participants().ids().stream()
        .filter(id -> workplace.mentoring().keeper(id).equals(id))
        .map(id -> workplace.mentoring().dossier(id, centre.asOf(), centre.knownAt()));
  }

  private List<Dossier> organisations(LocalDate asOf, Instant knownAt) {
    return workplace.stores().participants().ids(ParticipantKind.ORGANISATION).stream()
        .filter(id -> workplace.mentoring().keeper(id).equals(id))
        .map(id -> workplace.mentoring().dossier(id, asOf, knownAt))
        .toList();
  }

  private CentreTerms terms() {
    CentreTerms terms = workplace.definition().centre();
    if (terms == null) {
      throw new MentoringException(
          "centre.undeclared",
          Map.of("programme", workplace.definition().id()),
          "Say in the definition what is asked of centres.");
    }
    return terms;
  }
}
