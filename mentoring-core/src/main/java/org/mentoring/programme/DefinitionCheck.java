package org.mentoring.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Term;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;
import org.mentoring.identity.Code;
import org.mentoring.participant.Position;
import org.mentoring.text.Vocabulary;

/**
 * The references between the parts of a definition. A problem's path names the part by its ids, as
 * {@code practice:adolescents/requirement:mentor-training}; readers of files turn it into a line.
 */
final class DefinitionCheck {
  private final String definition;
  private final List<Problem> problems = new ArrayList<>();

  private DefinitionCheck(String definition) {
    this.definition = definition;
  }

  static void refuseBrokenReferences(
      String definition,
      List<VocabularyTerm> vocabulary,
      List<Scale> scales,
      List<Attribute> attributes,
      List<SelectionStandard> standards,
      List<Phase> phases,
      List<Practice> practices,
      Object allCodes) {
    DefinitionCheck check = new DefinitionCheck(definition);
    check.once("practices", practices.stream().map(Practice::id), "practice:");
    check.once("standards", standards.stream().map(SelectionStandard::id), "standard:");
    check.once("phases", phases.stream().map(Phase::id), "phase:");
    check.once("vocabulary", vocabulary.stream().map(term -> term.code().value()), "vocabulary:");
    check.once("scales", scales.stream().map(scale -> scale.attribute().name()), "scale:");
    if (practices.isEmpty()) {
      check.problem("definition.no-practice", "practices", Map.of());
    }
    check.codes(vocabulary, allCodes);
    Set<Attribute> scaled = scales.stream().map(Scale::attribute).collect(Collectors.toSet());
    Set<Attribute> known = new HashSet<>(Attribute.BUILT_IN);
    known.addAll(attributes);
    known.addAll(scaled);
    SortedSet<String> standardIds =
        standards.stream()
            .map(SelectionStandard::id)
            .collect(Collectors.toCollection(TreeSet::new));
    for (Practice practice : practices) {
      check.practice(practice, known, scaled, standardIds);
    }
    if (!check.problems.isEmpty()) {
      throw new InvalidDefinition(check.problems);
    }
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
    SortedSet<String> own =
        party.requirements().stream()
            .map(Requirement::id)
            .collect(Collectors.toCollection(TreeSet::new));
    once(
        "path",
        party.path().stream().map(PathStep::id),
        at + "/party:" + party.position() + "/step:");
    for (PathStep step : party.path()) {
      for (String need : step.needs()) {
        if (!own.contains(need)) {
          unknown(
              "requirement.unknown",
              at + "/party:" + party.position() + "/step:" + step.id(),
              need,
              own);
        }
      }
    }
    for (Requirement requirement : party.requirements()) {
      String place = at + "/requirement:" + requirement.id();
      if (requirement instanceof Requirement.StandardMet met
          && !standards.contains(met.standard())) {
        unknown("standard.unknown", place, met.standard(), standards);
      }
      if (requirement instanceof Requirement.TraitKnown trait) {
        known(place, Attribute.of(trait.attribute()), known);
      }
      if (requirement instanceof Requirement.CoursePassed course && course.arrangement() != null) {
        offered(place, practice, course.arrangement());
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
      CanonicalForm.visit(criterion, Attribute.class, attribute -> known(place, attribute, known));
      CanonicalForm.visit(
          criterion,
          Term.Ahead.class,
          ahead -> {
            if (known.contains(ahead.scale()) && !scaled.contains(ahead.scale())) {
              unknown("scale.unknown", place, ahead.scale().name(), names(scaled));
            }
          });
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

  private void codes(List<VocabularyTerm> vocabulary, Object allCodes) {
    SortedSet<Code> declared =
        vocabulary.stream()
            .map(VocabularyTerm::code)
            .collect(Collectors.toCollection(TreeSet::new));
    SortedSet<Code> used = new TreeSet<>();
    CanonicalForm.visit(allCodes, Code.class, used::add);
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
    Set<String> seen = new HashSet<>();
    Set<String> told = new HashSet<>();
    ids.forEach(
        id -> {
          if (!seen.add(id) && told.add(id)) {
            problem("id.twice", prefix + id, Map.of("found", id, "list", what));
          }
        });
  }

  private void unknown(String code, String path, String found, Collection<String> allowed) {
    problem(code, path, Map.of("found", found, "allowed", String.join(", ", allowed)));
  }

  private void problem(String code, String path, Map<String, String> parameters) {
    problems.add(new Problem(code, new Place(definition, 0, 0, path), parameters));
  }

  private static SortedSet<String> names(Collection<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
  }
}
