package org.mentoring.testkit.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.StepProgress;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.OrganisationalModel;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.PathStep;
import org.mentoring.time.Validity;

/** One centre for each municipality, with all that the programme asks of a centre. */
final class SimulatedCentres {
  private static final Code OF_CENTRE = Code.of("CENTRE");
  private static final Code COMMISSION = Code.of("JUVENILE_AFFAIRS_COMMISSION");

  private final Life life;
  private final SortedMap<String, ParticipantId> byTown = new TreeMap<>();
  private final List<ParticipantId> all = new ArrayList<>();
  private final SortedMap<ParticipantId, ParticipantId> partners = new TreeMap<>();

  SimulatedCentres(Life life) {
    this.life = life;
  }

  void open(Collection<String> towns) {
    for (String town : new TreeSet<>(towns)) {
      ParticipantId centre =
          organisation(String.format(Locale.ROOT, "centre-%02d", all.size() + 1), town);
      record(centre, new Fact.PositionHeld(Position.CENTRE, null));
      byTown.put(town, centre);
      all.add(centre);
    }
    for (int i = 0; i < all.size(); i++) {
      ParticipantId centre = all.get(i);
      if (i + 1 < all.size()) {
        record(centre, new Fact.AttachedTo(all.get(i + 1), Code.of("NEIGHBOUR")));
      }
      ParticipantId partner = organisation("partner-of-" + centre.value(), "");
      record(partner, new Fact.AttachedTo(centre, Code.of("PARTNER")));
      partners.put(centre, partner);
      models(centre);
      ready(centre);
    }
    commission();
  }

  /** It is of the whole region: one of which nobody told that handles no incident. */
  private void commission() {
    boolean handles =
        life.scenario().definition().incidents().stream()
            .flatMap(each -> each.steps().stream())
            .anyMatch(step -> step.owner().equals(COMMISSION));
    if (handles && !all.isEmpty()) {
      String name = Staff.of(COMMISSION, all.get(0)).organisation();
      record(organisation(name, ""), new Fact.Trait(Attribute.ORGANISATION, name));
    }
  }

  List<ParticipantId> all() {
    return all;
  }

  ParticipantId of(String town) {
    return Invariants.notEmpty("centres", all).get(Math.max(0, all.indexOf(byTown.get(town))));
  }

  /** With whom a joint event is held; null where there is only one centre. */
  @Nullable ParticipantId neighbour(ParticipantId centre) {
    if (all.size() < 2) {
      return null;
    }
    int place = all.indexOf(centre);
    return all.get(place + 1 < all.size() ? place + 1 : place - 1);
  }

  /** To whose free classes mentees are referred. */
  ParticipantId partner(ParticipantId centre) {
    return partners.getOrDefault(centre, centre);
  }

  /** The organisational model that the practice runs under; null if it names none. */
  @Nullable String model() {
    List<String> models = life.scenario().practice().models();
    return models.isEmpty() ? null : models.get(0);
  }

  private ParticipantId organisation(String id, String town) {
    ParticipantId organisation = ParticipantId.of(id);
    life.tried(
        life.mentoring()
            .register(Staff.OPERATOR, organisation, ParticipantKind.ORGANISATION, List.of()));
    if (!town.isEmpty()) {
      record(organisation, new Fact.Trait(Attribute.MUNICIPALITY, town));
    }
    return organisation;
  }

  private void record(ParticipantId about, Fact fact) {
    life.tried(
        life.mentoring()
            .record(Staff.OPERATOR, about, fact, Validity.from(life.scenario().from())));
  }

  private void models(ParticipantId centre) {
    CentreTerms terms = life.scenario().definition().centre();
    String model = model();
    if (terms == null || model == null) {
      return;
    }
    for (OrganisationalModel each : terms.models()) {
      if (!each.id().equals(model)) {
        continue;
      }
      Code agreement = each.agreement();
      if (agreement != null) {
        ParticipantId outside = organisation("outside-of-" + centre.value(), "");
        life.tried(
            life.mentoring()
                .record(
                    Staff.of(Staff.COORDINATOR, centre),
                    centre,
                    new Fact.Agreement(outside, agreement),
                    Validity.from(life.scenario().from())));
      }
      if (each.keeps().contains(Staff.COORDINATOR)) {
        ParticipantId coordinator = ParticipantId.of("coordinator-at-" + centre.value());
        life.tried(
            life.mentoring()
                .register(Staff.OPERATOR, coordinator, ParticipantKind.PERSON, List.of()));
        record(coordinator, new Fact.PositionHeld(Position.COORDINATOR, null));
        record(coordinator, new Fact.AttachedTo(centre, OF_CENTRE));
      }
    }
  }

  /** Hands in what is missing until nothing is that can be handed in. */
  private void ready(ParticipantId centre) {
    CentreTerms terms = life.scenario().definition().centre();
    if (terms == null) {
      return;
    }
    PartyTerms party = terms.party();
    SortedSet<String> before = new TreeSet<>();
    while (true) {
      Decision decision = life.mentoring().decideCentre(centre, life.today());
      SortedSet<String> missing = new TreeSet<>();
      decision.findings().stream()
          .filter(finding -> finding.effect() != Effect.INFORMS)
          .map(Finding::requirement)
          .forEach(missing::add);
      if (missing.equals(before)) {
        steps(centre, party, decision);
        return;
      }
      before = missing;
      party.requirements().stream()
          .filter(requirement -> missing.contains(requirement.id()))
          .flatMap(requirement -> Remedies.of(requirement, party, life.today()).stream())
          .forEach(fact -> record(centre, fact));
    }
  }

  private void steps(ParticipantId centre, PartyTerms party, Decision decision) {
    for (StepProgress progress : decision.path()) {
      party.path().stream()
          .filter(step -> step.id().equals(progress.step()))
          .filter(step -> step.needs().isEmpty())
          .filter(step -> progress.state() != StepProgress.State.DONE)
          .forEach(step -> take(centre, step));
    }
  }

  private void take(ParticipantId centre, PathStep step) {
    Code owner = step.owner();
    life.tried(
        life.mentoring()
            .recordStep(
                Staff.of(owner == null ? Staff.COORDINATOR : owner, centre),
                centre,
                null,
                Position.CENTRE,
                step.id(),
                life.today()));
  }
}
