package org.mentoring.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Criterion;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;
import org.mentoring.identity.Code;
import org.mentoring.participant.Position;
import org.mentoring.text.Spelling;

/**
 * A definition and the rules of packs that are in force, as one definition. Everything is added or
 * made tighter, and nothing is taken away.
 */
final class Weaving {
  private final ProgrammeDefinition bare;
  private final List<LaidRule> rules;
  private final Set<Problem> problems = new java.util.LinkedHashSet<>();
  private final SortedSet<String> unwaivable = new TreeSet<>();
  private final SortedMap<String, Boolean> restated = new TreeMap<>();
  private List<Practice> woven = List.of();

  private Weaving(ProgrammeDefinition bare, Collection<LaidRule> rules) {
    this.bare = bare;
    this.rules = rules.stream().sorted().toList();
    WaiverTerms waivers = bare.waivers();
    if (waivers != null) {
      unwaivable.addAll(waivers.never());
    }
    for (LaidRule rule : this.rules) {
      if (rule.change() instanceof PackChange.NeverWaived never) {
        unwaivable.addAll(never.names());
      }
    }
  }

  /** The rules of packs that are in force on a day, in their order. */
  static List<LaidRule> inForce(Collection<RulePack> packs, LocalDate day) {
    return laid(packs).stream().filter(each -> each.rule().inForce(day)).toList();
  }

  private static List<LaidRule> laid(Collection<RulePack> packs) {
    return packs.stream()
        .flatMap(pack -> pack.rules().stream().map(rule -> new LaidRule(pack, rule)))
        .sorted()
        .toList();
  }

  /**
   * A definition under rules that have been checked.
   *
   * @param bare without packs
   */
  static ProgrammeDefinition of(ProgrammeDefinition bare, Collection<LaidRule> inForce) {
    return inForce.isEmpty() ? bare : new Weaving(bare, inForce).woven();
  }

  /**
   * Refuses packs that do not go with a definition or with each other, on whatever day.
   *
   * @param bare without packs
   */
  static void refuseMisfits(ProgrammeDefinition bare, Collection<RulePack> packs) {
    Set<Problem> all = new TreeSet<>();
    versions(packs, all);
    List<LaidRule> laid = laid(packs);
    SortedSet<String> waivable = LifeCheck.waivable(bare.practices(), bare.centre());
    packs.forEach(pack -> waivable.addAll(pack.requirements()));
    laid.forEach(rule -> references(bare, rule, waivable, all));
    for (LocalDate day : turns(laid)) {
      Weaving weaving = new Weaving(bare, inForce(packs, day));
      try {
        ProgrammeDefinition unused = weaving.woven();
      } catch (InvalidDefinition broken) {
        broken.problems().forEach(each -> all.add(weaving.placed(each)));
      }
      all.addAll(weaving.problems);
    }
    if (!all.isEmpty()) {
      throw new InvalidDefinition(List.copyOf(all));
    }
  }

  /** The days on which what is in force changes, and one before the first of them. */
  private static SortedSet<LocalDate> turns(List<LaidRule> laid) {
    SortedSet<LocalDate> days = new TreeSet<>(Set.of(LocalDate.MIN));
    for (LaidRule each : laid) {
      Optional.ofNullable(each.rule().from()).ifPresent(days::add);
      Optional.ofNullable(each.rule().until()).ifPresent(days::add);
    }
    return days;
  }

  private static void versions(Collection<RulePack> packs, Set<Problem> problems) {
    SortedMap<String, RulePack> byId = new TreeMap<>();
    for (RulePack pack : packs) {
      RulePack other = byId.put(pack.id(), pack);
      if (other != null) {
        problems.add(
            new Problem(
                "pack.twice",
                Place.of(pack.name()),
                Map.of("found", pack.name(), "other", other.name())));
      }
    }
  }

  private static void references(
      ProgrammeDefinition bare, LaidRule rule, SortedSet<String> waivable, Set<Problem> problems) {
    if (rule.change() instanceof PackChange.NeverWaived never) {
      for (String name : never.names()) {
        // In capitals is what programmes ask for, and not each asks for all.
        if (!waivable.contains(name) && !Character.isUpperCase(name.charAt(0))) {
          problems.add(
              PackCheck.problem(
                  "waiver.unknown",
                  rule,
                  Map.of(
                      "found", name,
                      "maybe", String.join(", ", Spelling.alike(name, waivable, 3)),
                      "allowed", String.join(", ", waivable))));
        }
      }
    }
    SortedSet<String> practices =
        bare.practices().stream().map(Practice::id).collect(Collectors.toCollection(TreeSet::new));
    for (String practice : rule.practices()) {
      if (!practices.contains(practice)) {
        problems.add(
            PackCheck.problem(
                "pack.practice-unknown",
                rule,
                Map.of("found", practice, "allowed", String.join(", ", practices))));
      }
    }
  }

  private ProgrammeDefinition woven() {
    List<Practice> practices = bare.practices().stream().map(this::practice).toList();
    woven = practices;
    CentreTerms centre = centre(bare.centre());
    for (LaidRule rule : rules) {
      String found = rule.restates();
      if (found != null
          && !restated.containsKey(rule.place().toString())
          && rule.practices().stream().allMatch(each -> bare.practice(each).isPresent())) {
        problems.add(PackCheck.problem("pack.restated-unknown", rule, Map.of("found", found)));
      }
    }
    return bare.woven(vocabulary(), practices, centre, waivers(practices, centre));
  }

  private Practice practice(Practice practice) {
    String at = "practice:" + practice.id();
    List<PartyTerms> parties =
        practice.parties().stream().map(party -> party(at, practice, party)).toList();
    KeptRecords kept = new KeptRecords(bare, practice);
    WovenCadences cadences = new WovenCadences(at, practice, rules, kept, problems::add);
    List<Cadence> due = cadences.all();
    cadences.restated().forEach(rule -> restated.put(rule.place().toString(), true));
    return practice.with(
        parties,
        matching(at, practice),
        new WovenTerms(at, practice, rules, problems::add).terms(),
        due,
        new WovenCompletion(at, practice, rules, kept, problems::add).terms());
  }

  private PartyTerms party(String at, @Nullable Practice practice, PartyTerms party) {
    WovenRequirements woven =
        new WovenRequirements(at, practice, party.position(), rules, problems::add);
    List<Requirement> requirements = woven.of(party.requirements(), unwaivable);
    SortedSet<String> ids = new TreeSet<>();
    requirements.forEach(each -> ids.add(each.id()));
    for (LaidRule rule : rules) {
      if (rule.change() instanceof PackChange.RequirementRestated change
          && rule.concerns(practice)
          && ids.contains(woven.idOf(change.requirement().id()))) {
        restated.put(rule.place().toString(), true);
      }
    }
    List<PathStep> path = new ArrayList<>(party.path());
    for (LaidRule rule : rules) {
      if (rule.change() instanceof PackChange.RequirementAdded added
          && added.position() == party.position()
          && added.step() != null
          && rule.concerns(practice)) {
        step(path, added.step(), woven.idOf(added.requirement().id()), rule);
      }
    }
    return new PartyTerms(
        party.position(), party.kinds(), requirements, path, party.citation(), party.burnOut());
  }

  /** A step that a person records stays one: with needs it would be done without the person. */
  private void step(List<PathStep> path, String step, String needed, LaidRule rule) {
    for (int i = 0; i < path.size(); i++) {
      PathStep each = path.get(i);
      if (each.id().equals(step) && !each.needs().isEmpty()) {
        SortedSet<String> needs = new TreeSet<>(each.needs());
        needs.add(needed);
        path.set(
            i,
            new PathStep(
                each.id(), needs, each.restsOn(), each.owner(), each.title(), each.citation()));
        return;
      }
    }
    problems.add(
        PackCheck.problem(
            "pack.step-unknown",
            rule,
            Map.of(
                "found",
                step,
                "allowed",
                orNone(
                    path.stream()
                        .filter(each -> !each.needs().isEmpty())
                        .map(PathStep::id)
                        .collect(Collectors.joining(", "))))));
  }

  private static String orNone(String names) {
    return names.isEmpty() ? "-" : names;
  }

  private @Nullable CentreTerms centre(@Nullable CentreTerms centre) {
    if (centre == null) {
      return null;
    }
    PartyTerms own =
        new PartyTerms(
            Position.CENTRE,
            centre.party().kinds(),
            centre.requirements(),
            centre.path(),
            centre.citation());
    PartyTerms woven = party("centre", null, own);
    return new CentreTerms(
        centre.documents(),
        centre.partnersAtLeast(),
        woven.requirements(),
        woven.path(),
        centre.models(),
        centre.cadences(),
        centre.citation());
  }

  private @Nullable MatchingPlan matching(String at, Practice practice) {
    MatchingPlan plan = practice.matching();
    if (plan == null) {
      return null;
    }
    SortedMap<String, Criterion> criteria = new TreeMap<>();
    plan.criteria().forEach(each -> criteria.put(each.id(), each));
    List<Criterion> all = new ArrayList<>(plan.criteria());
    for (LaidRule rule : rules) {
      if (rule.change() instanceof PackChange.CriterionAdded added && rule.concerns(practice)) {
        Criterion there = criteria.putIfAbsent(added.criterion().id(), added.criterion());
        if (there == null) {
          all.add(added.criterion());
        } else if (!there.hard() || !there.term().equals(added.criterion().term())) {
          problems.add(
              PackCheck.problem(
                  "pack.criterion-restated",
                  rule,
                  Map.of(
                      "restated",
                      at + "/criterion:" + there.id() + " [" + there.citation() + "]")));
        }
      }
    }
    return all.size() == plan.criteria().size() ? plan : plan.withCriteria(all);
  }

  private List<VocabularyTerm> vocabulary() {
    SortedSet<Code> known = new TreeSet<>();
    bare.words().forEach(term -> known.add(term.code()));
    List<VocabularyTerm> all = new ArrayList<>(bare.vocabulary());
    for (LaidRule rule : rules) {
      for (VocabularyTerm term : rule.pack().vocabulary()) {
        if (known.add(term.code())) {
          all.add(term);
        }
      }
    }
    return all;
  }

  /** What the programme does not ask for needs no mark. */
  private @Nullable WaiverTerms waivers(List<Practice> practices, @Nullable CentreTerms centre) {
    WaiverTerms waivers = bare.waivers();
    if (waivers == null) {
      return null;
    }
    SortedSet<String> never = new TreeSet<>(unwaivable);
    never.retainAll(LifeCheck.waivable(practices, centre));
    never.addAll(waivers.never());
    return new WaiverTerms(waivers.authorities(), never, waivers.longest(), waivers.citation());
  }

  /** What is wrong with what a rule brought is told of the rule. */
  private Problem placed(Problem problem) {
    String path = problem.place().path();
    if (path != null) {
      for (LaidRule rule : rules) {
        if (bears(rule, path)) {
          return new Problem(problem.code(), rule.place(), problem.parameters());
        }
      }
    }
    return problem;
  }

  private boolean bears(LaidRule rule, String path) {
    Requirement requirement = rule.requirement();
    if (requirement != null && path.endsWith("/requirement:" + requirement.id())) {
      return true;
    }
    Cadence cadence = rule.cadence();
    if (cadence != null) {
      return woven.stream().anyMatch(practice -> isCadence(cadence, practice, path));
    }
    if (rule.change() instanceof PackChange.CompletionAdded) {
      return path.contains("/completion/");
    }
    return rule.change() instanceof PackChange.CriterionAdded added
        && path.endsWith("/criterion:" + added.criterion().id());
  }

  /** Of all with the same thing due the path tells which one it is. */
  private static boolean isCadence(Cadence cadence, Practice practice, String path) {
    String prefix = "practice:" + practice.id() + "/cadence:" + cadence.due() + "#";
    int number = 0;
    for (Cadence each : practice.cadences()) {
      if (each.due().equals(cadence.due())) {
        number++;
        if (Objects.equals(each.id(), cadence.id())) {
          return path.startsWith(prefix + number + "/");
        }
      }
    }
    return false;
  }
}
