package org.mentoring.programme;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Term;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.identity.Code;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.text.Vocabulary;

/**
 * The references between the parts of a definition. A problem's path names the part by its ids, as
 * {@code practice:adolescents/requirement:mentor-training}; readers of files turn it into a line.
 */
final class DefinitionCheck {
  private final Parts parts;
  private final Yardsticks yardsticks;
  private final FoundProblems found;

  private DefinitionCheck(Parts parts) {
    this.parts = parts;
    this.yardsticks = parts.yardsticks();
    this.found = new FoundProblems(parts.definition());
  }

  /**
   * The parts that refer to each other.
   *
   * @param definition the definition's id
   * @param allCodes whatever may hold codes
   */
  record Parts(
      String definition,
      List<VocabularyTerm> vocabulary,
      Yardsticks yardsticks,
      List<Attribute> attributes,
      List<SelectionStandard> standards,
      List<Phase> phases,
      List<Practice> practices,
      @Nullable CentreTerms centre,
      List<RecordTerms> records,
      List<ActivityTerms> activities,
      List<IncidentProcedure> incidents,
      List<DayCalendar> calendars,
      @Nullable WaiverTerms waivers,
      @Nullable RetentionTerms retention,
      Object allCodes) {}

  static void refuseBrokenReferences(Parts parts) {
    FoundProblems found = new DefinitionCheck(parts).all();
    if (!found.all().isEmpty()) {
      throw new InvalidDefinition(found.all());
    }
  }

  private FoundProblems all() {
    List<Scale> scales = yardsticks.scales();
    List<Practice> practices = parts.practices();
    once("practices", practices.stream().map(Practice::id), "practice:");
    once("standards", parts.standards().stream().map(SelectionStandard::id), "standard:");
    once("phases", parts.phases().stream().map(Phase::id), "phase:");
    once("vocabulary", parts.vocabulary().stream().map(term -> term.code().value()), "vocabulary:");
    once("scales", scales.stream().map(scale -> scale.attribute().name()), "scale:");
    once(
        "neighbours",
        yardsticks.neighbours().stream().map(each -> each.attribute().name()),
        "neighbours:");
    once("places", yardsticks.places().stream().map(each -> each.attribute().name()), "places:");
    if (practices.isEmpty()) {
      problem("definition.no-practice", "practices", Map.of());
    }
    codes();
    Set<Attribute> scaled = scales.stream().map(Scale::attribute).collect(Collectors.toSet());
    Set<Attribute> known = new HashSet<>(Attribute.BUILT_IN);
    known.addAll(parts.attributes());
    known.addAll(scaled);
    SortedSet<String> standards = names(parts.standards().stream().map(SelectionStandard::id));
    values(known, practices);
    for (Practice practice : practices) {
      practice(practice, known, scaled, standards);
    }
    CentreTerms centre = parts.centre();
    if (centre != null) {
      once(
          "requirements",
          centre.requirements().stream().map(Requirement::id),
          "centre/requirement:");
      path("centre", centre.requirements(), centre.path());
      requirements("centre", centre.requirements(), null, known, standards);
    }
    new LifeCheck(parts, found).all();
    new RetentionCheck(parts.retention(), found).all();
    return found;
  }

  private void practice(
      Practice practice, Set<Attribute> known, Set<Attribute> scaled, SortedSet<String> standards) {
    String at = "practice:" + practice.id();
    once(
        "requirements",
        practice.parties().stream()
            .flatMap(party -> party.requirements().stream())
            .map(Requirement::id),
        at + "/requirement:");
    once(
        "parties",
        practice.parties().stream().map(party -> party.position().name()),
        at + "/party:");
    for (PartyTerms party : practice.parties()) {
      party(at, practice, party, known, standards);
    }
    MatchingPlan plan = practice.matching();
    if (plan != null) {
      matching(at, practice, plan, known, scaled);
    }
  }

  private void party(
      String at,
      Practice practice,
      PartyTerms party,
      Set<Attribute> known,
      SortedSet<String> standards) {
    path(at + "/party:" + party.position(), party.requirements(), party.path());
    requirements(at, party.requirements(), practice, known, standards);
    for (Requirement requirement : party.requirements()) {
      if (requirement instanceof Requirement.HasMembers
          && party.kinds().equals(Set.of(ParticipantKind.PERSON))) {
        problem(
            "members.of-person",
            at + "/requirement:" + requirement.id(),
            Map.of("found", requirement.id(), "position", party.position().name()));
      }
    }
  }

  private void path(String at, List<Requirement> requirements, List<PathStep> path) {
    SortedSet<String> own = names(requirements.stream().map(Requirement::id));
    once("path", path.stream().map(PathStep::id), at + "/step:");
    for (PathStep step : path) {
      for (String need : step.needs()) {
        if (!own.contains(need)) {
          unknown("requirement.unknown", at + "/step:" + step.id(), need, own);
        }
      }
    }
  }

  private void requirements(
      String at,
      List<Requirement> requirements,
      @Nullable Practice practice,
      Set<Attribute> known,
      SortedSet<String> standards) {
    for (Requirement requirement : requirements) {
      String place = at + "/requirement:" + requirement.id();
      if (requirement instanceof Requirement.StandardMet met
          && !standards.contains(met.standard())) {
        unknown("standard.unknown", place, met.standard(), standards);
      }
      if (requirement instanceof Requirement.TraitKnown trait) {
        known(place, Attribute.of(trait.attribute()), known);
      }
      if (requirement instanceof Requirement.Order order) {
        order(place, order, requirements);
      }
      if (requirement instanceof Requirement.CoursePassed course
          && course.arrangement() != null
          && practice != null) {
        offered(place, practice, course.arrangement());
      }
    }
  }

  private void order(String place, Requirement.Order order, List<Requirement> requirements) {
    SortedSet<String> named = new TreeSet<>(order.after());
    named.add(order.requirement());
    SortedSet<String> dated =
        names(requirements.stream().filter(RequirementKinds::isDated).map(Requirement::id));
    for (String one : named) {
      if (!dated.contains(one)) {
        unknown("order.unknown", place, one, dated);
      }
    }
  }

  private void matching(
      String at,
      Practice practice,
      MatchingPlan plan,
      Set<Attribute> known,
      Set<Attribute> scaled) {
    for (Position position : List.of(Position.MENTEE, Position.MENTOR)) {
      if (practice.party(position).isEmpty()) {
        problem("matching.party-missing", at, Map.of("found", position.name()));
      }
    }
    once("criteria", plan.criteria().stream().map(Criterion::id), at + "/criterion:");
    SortedSet<String> soft =
        plan.criteria().stream()
            .filter(criterion -> !criterion.hard())
            .map(Criterion::id)
            .collect(Collectors.toCollection(TreeSet::new));
    for (MatchingPlan.Emphasis emphasis : plan.emphases()) {
      if (!soft.contains(emphasis.criterion())) {
        unknown(
            "criterion.unknown",
            at + "/emphasis:" + emphasis.circumstance(),
            emphasis.criterion(),
            soft);
      }
    }
    sizes(at, practice, plan);
    attributes(at, plan, known);
    for (Criterion criterion : plan.criteria()) {
      String place = at + "/criterion:" + criterion.id();
      if (practice.mutual() && criterion.term().isOneWay()) {
        problem("term.one-way", place, Map.of("found", criterion.id()));
      }
      CanonicalForm.visit(criterion, Attribute.class, attribute -> known(place, attribute, known));
      CanonicalForm.visit(
          criterion,
          Term.Ahead.class,
          ahead -> {
            if (known.contains(ahead.scale()) && !scaled.contains(ahead.scale())) {
              unknown("scale.unknown", place, ahead.scale().name(), names(scaled));
            }
          });
      yardsticksOf(criterion, place);
    }
  }

  /** A term that compares by something which the definition does not say could never hold. */
  private void yardsticksOf(Criterion criterion, String place) {
    SortedSet<String> near = names(yardsticks.neighbours().stream().map(Neighbours::attribute));
    SortedSet<String> placed = names(yardsticks.places().stream().map(Places::attribute));
    CanonicalForm.visit(
        criterion,
        Term.Near.class,
        term -> {
          if (!near.contains(term.attribute().name())) {
            unknown("neighbours.unknown", place, term.attribute().name(), near);
          }
        });
    CanonicalForm.visit(
        criterion,
        Term.Distance.class,
        term -> {
          if (!placed.contains(term.attribute().name())) {
            unknown("places.unknown", place, term.attribute().name(), placed);
          }
        });
    CanonicalForm.visit(
        criterion,
        Term.AheadInAsked.class,
        term -> {
          if (yardsticks.scales().isEmpty()) {
            problem("scale.none", place, Map.of("found", term.asked().name()));
          }
        });
  }

  /** Neighbours and places speak of attributes that are there, and of values that they may have. */
  private void values(Set<Attribute> known, List<Practice> practices) {
    Map<Attribute, SortedSet<String>> allowed = AllowedValues.of(practices);
    for (Neighbours each : yardsticks.neighbours()) {
      String at = "neighbours:" + each.attribute();
      SortedSet<String> values = new TreeSet<>();
      each.pairs().forEach(pair -> values.addAll(List.of(pair.one(), pair.other())));
      valuesOf(each.attribute(), values, at, known, allowed);
    }
    for (Places each : yardsticks.places()) {
      String at = "places:" + each.attribute();
      SortedSet<String> values = names(each.points().stream().map(Places.Point::value));
      valuesOf(each.attribute(), values, at, known, allowed);
    }
  }

  private void valuesOf(
      Attribute attribute,
      SortedSet<String> values,
      String at,
      Set<Attribute> known,
      Map<Attribute, SortedSet<String>> allowed) {
    if (!known.contains(attribute)) {
      unknown("attribute.unknown", at, attribute.name(), names(known));
    }
    SortedSet<String> may = allowed.get(attribute);
    for (String value : values) {
      if (may != null && !may.contains(value)) {
        unknown("value.unknown", at, value, may);
      }
    }
  }

  private void sizes(String at, Practice practice, MatchingPlan plan) {
    if (plan.proposing() != null && plan.policy() != MatchingPlan.Policy.STABLE) {
      problem("matching.proposing", at + "/proposing", Map.of("found", plan.policy().name()));
    }
    MatchingPlan.GroupTerms group = plan.group();
    if (group != null) {
      offered(at + "/group", practice, Arrangement.GROUP);
      int most = plan.capacity().most();
      if (group.most() > most) {
        problem(
            "matching.group-beyond-capacity",
            at + "/group",
            Map.of("found", Integer.toString(group.most()), "most", Integer.toString(most)));
      }
    }
    if (plan.team() != null) {
      offered(at + "/team", practice, Arrangement.TEAM);
    }
  }

  private void offered(String at, Practice practice, Arrangement asked) {
    if (!practice.arrangements().contains(asked)) {
      unknown("arrangement.not-offered", at, asked.name(), names(practice.arrangements()));
    }
  }

  private void attributes(String at, MatchingPlan plan, Set<Attribute> known) {
    Set<String> seen = new HashSet<>();
    for (MatchingPlan.Share share : plan.shares()) {
      String place = at + "/share:" + share.attribute() + "=" + share.value();
      known(place, share.attribute(), known);
      if (!seen.add(place)) {
        problem("matching.share-twice", place, Map.of("found", share.value()));
      }
    }
    MatchingPlan.CoordinatorLoad load = plan.coordinatorLoad();
    if (load != null) {
      known(at + "/coordinator-load", load.attribute(), known);
    }
    MatchingPlan.TogetherTerms together = plan.together();
    if (together != null) {
      known(at + "/together", together.attribute(), known);
    }
  }

  private void known(String at, Attribute attribute, Set<Attribute> known) {
    if (!known.contains(attribute)) {
      unknown("attribute.unknown", at, attribute.name(), names(known));
    }
  }

  private void codes() {
    SortedSet<Code> declared = new TreeSet<>();
    parts.vocabulary().forEach(term -> declared.add(term.code()));
    parts.activities().forEach(terms -> declared.add(terms.kind()));
    SortedSet<Code> used = new TreeSet<>();
    CanonicalForm.visit(parts.allCodes(), Code.class, used::add);
    for (Code code : used) {
      if (!declared.contains(code) && !Vocabulary.isBuiltIn(code)) {
        problem(
            "code.unknown",
            "code:" + code,
            Map.of("found", code.value(), "maybe", Vocabulary.nearest(code, declared)));
      }
    }
  }

  private void once(String what, Stream<String> ids, String prefix) {
    found.once(what, ids, prefix);
  }

  private void unknown(String code, String path, String name, Collection<String> allowed) {
    found.unknown(code, path, name, allowed);
  }

  private void problem(String code, String path, Map<String, String> parameters) {
    found.add(code, path, parameters);
  }

  private static SortedSet<String> names(Collection<?> values) {
    return names(values.stream());
  }

  private static SortedSet<String> names(Stream<?> values) {
    return values.map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
  }
}
