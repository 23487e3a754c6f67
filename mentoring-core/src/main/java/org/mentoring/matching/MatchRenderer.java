package org.mentoring.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Term;
import org.mentoring.decision.Renderer;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.MatchingPlan.Policy;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;
import org.mentoring.text.Value;

/**
 * Tells pairs and gaps to people. A coordinator reads everything; a party reads what the criteria
 * are called and the points, but no figure that was measured on the other, and not whether somebody
 * excluded it, what the other wished or whose mentor or sibling the other is, neither in words nor
 * because nothing else is left; the public reads nothing. Immutable and thread-safe.
 */
public final class MatchRenderer {
  private final Messages messages;
  private final Audience audience;
  private final Map<String, Term> terms;
  private final GapTexts gaps;

  private MatchRenderer(
      Messages messages, Audience audience, Map<String, Term> terms, @Nullable Renderer findings) {
    this.messages = messages;
    this.audience = audience;
    this.terms = terms;
    this.gaps = new GapTexts(messages, this::line, findings);
  }

  /** A renderer that knows the criteria of a definition by name. */
  public static MatchRenderer of(
      ProgrammeDefinition definition, Language language, Audience audience) {
    List<Criterion> criteria = new ArrayList<>();
    for (Practice practice : definition.practices()) {
      MatchingPlan plan = practice.matching();
      if (plan != null) {
        criteria.addAll(plan.criteria());
      }
    }
    return of(
        criteria, Messages.of(language), audience, Renderer.of(definition, language, audience));
  }

  /**
   * A renderer for some criteria.
   *
   * @param criteria those that unmatched mentees' closed doors may name; further ones are named by
   *     their ids
   * @param messages texts, perhaps with further {@code attribute.<name>} and {@code criterion.<id>}
   * @param audience who reads
   */
  public static MatchRenderer of(
      Collection<Criterion> criteria, Messages messages, Audience audience) {
    return of(criteria, messages, audience, null);
  }

  private static MatchRenderer of(
      Collection<Criterion> criteria,
      Messages messages,
      Audience audience,
      @Nullable Renderer findings) {
    Map<String, Term> terms = new TreeMap<>();
    Kernel.safety().forEach(criterion -> terms.put(criterion.id(), criterion.term()));
    criteria.forEach(criterion -> terms.put(criterion.id(), criterion.term()));
    return new MatchRenderer(messages, audience, terms, findings);
  }

  /**
   * What a criterion is called: its text {@code criterion.<id>} if there is one, else its term in
   * words.
   */
  public String title(Criterion criterion) {
    return messages
        .find("criterion." + criterion.id(), Map.of())
        .orElseGet(() -> title(criterion.term()));
  }

  /** A term in words. */
  public String title(Term term) {
    if (term instanceof Term.Same same) {
      return ofAttribute("term.same", same.attribute());
    } else if (term instanceof Term.Different different) {
      return ofAttribute("term.different", different.attribute());
    } else if (term instanceof Term.Overlap overlap) {
      return ofAttribute("term.overlap", overlap.attribute());
    } else if (term instanceof Term.Cover cover) {
      String key = cover.by() == Term.Side.MENTEE ? "term.cover.mentee" : "term.cover.mentor";
      Map<String, Value> values =
          Map.of("asked", Value.of(name(cover.asked())), "given", Value.of(name(cover.given())));
      return messages
          .find(key + "." + cover.asked() + "." + cover.given(), values)
          .orElseGet(() -> messages.render(key, values));
    } else if (term instanceof Term.AgeGap gap) {
      return gap("term.age-gap", "younger", gap.atLeast(), gap.atMost());
    } else if (term instanceof Term.ServiceGap gap) {
      return gap("term.service-gap", "shorter", gap.atLeast(), gap.atMost());
    } else if (term instanceof Term.Near near) {
      return ofAttribute("term.near", near.attribute());
    } else if (term instanceof Term.Distance distance) {
      return ofAttribute(
          "term.distance", distance.attribute(), Map.of("most", Value.of(distance.atMost())));
    } else if (term instanceof Term.WishesMet wishes) {
      return ofAttribute(
          wishes.by() == Term.Side.MENTEE ? "term.wishes-met.mentee" : "term.wishes-met.mentor",
          wishes.attribute());
    } else if (term instanceof Term.AheadInAsked ahead) {
      return messages.render("term.ahead-in-asked", Map.of("least", Value.of(ahead.atLeast())));
    } else if (term instanceof Term.Ahead ahead) {
      Map<String, Value> values = new TreeMap<>();
      values.put("scale", Value.of(name(ahead.scale())));
      return bounded("term.ahead", values, ahead.atLeast(), ahead.atMost());
    } else if (term instanceof Term.And and) {
      return messages.render("term.and", Map.of("terms", Value.of(titles(and.terms()))));
    } else if (term instanceof Term.Or or) {
      return messages.render("term.or", Map.of("terms", Value.of(titles(or.terms()))));
    } else if (term instanceof Term.Not not) {
      return messages.render("term.not", Map.of("term", Value.of(title(not.term()))));
    } else if (term instanceof Term.Mirrored mirrored) {
      return messages.render("term.mirrored", Map.of("term", Value.of(title(mirrored.term()))));
    }
    return messages.render("term." + plainName(term));
  }

  /** Terms that a text tells without values. */
  private static String plainName(Term term) {
    return term.getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * A pair criterion by criterion, what counts most first, then the conditions; nothing for the
   * public. A party reads nothing of an impossible pair: were the other conditions told as met, the
   * one that is not told would be the hindrance.
   */
  public List<String> lines(PairExplanation explanation) {
    if (audience == Audience.PUBLIC || (audience == Audience.PARTY && !explanation.possible())) {
      return List.of();
    }
    return explanation.criteria().stream()
        .filter(
            score -> audience == Audience.COORDINATOR || !tellsOfOthers(score.criterion().term()))
        .sorted(
            Comparator.comparing((CriterionScore score) -> score.criterion().hard())
                .thenComparing(CriterionScore::points, Comparator.reverseOrder())
                .thenComparing(score -> score.criterion().id()))
        .map(this::line)
        .toList();
  }

  /** A pair in one line: whether it is possible, its score, its criteria; empty for the public. */
  public String text(PairExplanation explanation) {
    if (audience == Audience.PUBLIC) {
      return "";
    }
    String verdict =
        explanation.possible()
            ? messages.render("pair.possible", Map.of("score", Value.of(explanation.score())))
            : messages.render("pair.impossible");
    return join(verdict, lines(explanation));
  }

  /**
   * Why a mentee is unmatched, the door that alone closes most first; nothing for the public. A
   * party reads only of a door that is closed to every mentor: then no other hindrance shows.
   */
  public List<String> lines(Unmatched unmatched) {
    if (audience == Audience.PUBLIC) {
      return List.of();
    }
    boolean party = audience == Audience.PARTY;
    List<String> lines = new ArrayList<>();
    lines.add(
        messages.render(
            (party ? "unmatched.party." : "unmatched.") + unmatched.reason(),
            Map.of("possible", Value.of(unmatched.possible()))));
    unmatched.closedBy().stream()
        .filter(door -> !party || closesAll(door, unmatched))
        .sorted(Unmatched.ClosedDoor.WIDEST_FIRST)
        .map(door -> party ? doorForParty(door) : door("unmatched.door", door, unmatched.mentors()))
        .forEach(lines::add);
    lines.addAll(openings(unmatched));
    return lines;
  }

  /** Smallest changes that would open a door to an unmatched mentee; none but for a coordinator. */
  public List<String> openings(Unmatched unmatched) {
    return audience == Audience.COORDINATOR
        ? unmatched.openings().stream().map(gaps::opening).toList()
        : List.of();
  }

  /**
   * Why a mentee was left out of a proposal; nothing for the public, and no mentor is named to
   * anybody.
   */
  public String text(LeftOut leftOut) {
    if (audience == Audience.PUBLIC) {
      return "";
    }
    LocalDate until = leftOut.until();
    return messages.render(
        "left-out." + leftOut.reason(),
        Map.of("until", Value.of(until == null ? "" : until.toString())));
  }

  /** Why a mentee is unmatched, in one line; empty for the public. */
  public String text(Unmatched unmatched) {
    List<String> lines = lines(unmatched);
    return lines.isEmpty() ? "" : join(lines.get(0), lines.subList(1, lines.size()));
  }

  /**
   * Why a mentor keeps free places, what closes most doors first; nothing but for a coordinator.
   */
  public List<String> lines(FreeMentor free) {
    return audience == Audience.COORDINATOR
        ? gaps.free(free, door -> door("free.door", door, free.mentees()))
        : List.of();
  }

  /** By how many more a mentor is sought than can be taken; empty but for a coordinator. */
  public String text(SoughtMentor sought) {
    return audience == Audience.COORDINATOR ? gaps.sought(sought) : "";
  }

  /** What a policy gives or would give; empty but for a coordinator. */
  public String text(Policy policy, PolicyMeasures measures) {
    return audience == Audience.COORDINATOR ? gaps.measures(policy, measures) : "";
  }

  private static String join(String first, List<String> rest) {
    return rest.isEmpty() ? first : first + ": " + String.join("; ", rest);
  }

  private String line(CriterionScore score) {
    Map<String, Value> values = new TreeMap<>();
    values.put("criterion", Value.of(title(score.criterion())));
    boolean party = audience == Audience.PARTY;
    if (score.criterion().hard()) {
      values.put("measure", Value.of(party ? met(score.holds()) : measure(score)));
      return messages.render("pair.hard", values);
    }
    values.put(
        "points",
        Value.of(
            messages.render(
                "pair.points",
                Map.of(
                    "points",
                    Value.of(score.points()),
                    "weight",
                    Value.of(score.criterion().weight())))));
    if (party) {
      return messages.render("pair.soft.party", values);
    }
    values.put("measure", Value.of(measure(score)));
    return messages.render("pair.soft", values);
  }

  private String measure(CriterionScore score) {
    List<CriterionScore.Leaf> leaves = score.leaves();
    if (leaves.size() == 1 && leaves.get(0).term().equals(score.criterion().term())) {
      CriterionScore.Leaf leaf = leaves.get(0);
      String figure = figure(leaf);
      boolean figureAlone =
          !leaf.known() || !score.criterion().hard() || figure.equals(met(leaf.holds()));
      return figureAlone ? figure : met(leaf.holds()) + ", " + figure;
    }
    String all =
        leaves.stream()
            .map(
                leaf ->
                    messages.render(
                        "measure.of-leaf",
                        Map.of(
                            "term",
                            Value.of(title(leaf.term())),
                            "measure",
                            Value.of(figure(leaf)))))
            .collect(Collectors.joining("; "));
    return met(score.holds()) + " (" + all + ")";
  }

  private String figure(CriterionScore.Leaf leaf) {
    if (!leaf.known()) {
      return messages.render("measure.unknown");
    }
    Map<String, Value> values =
        Map.of("n", Value.of(leaf.measured()), "whole", Value.of(leaf.outOf()));
    Term term = leaf.term() instanceof Term.Mirrored mirrored ? mirrored.term() : leaf.term();
    if (term instanceof Term.Overlap) {
      return messages.render("measure.shared", values);
    } else if (term instanceof Term.Cover) {
      return messages.render("measure.answered", values);
    } else if (term instanceof Term.AgeGap) {
      return messages.render("measure.years", values);
    } else if (term instanceof Term.ServiceGap) {
      return messages.render("measure.service", values);
    } else if (term instanceof Term.Distance) {
      return messages.render("measure.kilometres", values);
    } else if (term instanceof Term.Near && leaf.holds()) {
      return messages.render(leaf.measured() == 0 ? "measure.near.same" : "measure.near.neighbour");
    } else if (term instanceof Term.Ahead || term instanceof Term.AheadInAsked) {
      return messages.render("measure.steps", values);
    } else if (term instanceof Term.SharedTime) {
      return messages.render("measure.minutes", values);
    }
    return met(leaf.holds());
  }

  private String met(boolean holds) {
    return messages.render(holds ? "measure.met" : "measure.not-met");
  }

  private String door(String key, Unmatched.ClosedDoor door, int mentors) {
    String alone =
        door.alone() == 0
            ? ""
            : messages.render("unmatched.alone", Map.of("n", Value.of(door.alone())));
    return messages.render(
        key,
        Map.of(
            "criterion", Value.of(title(door.criterion())),
            "closed", Value.of(door.mentors()),
            "mentors", Value.of(mentors),
            "alone", Value.of(alone)));
  }

  private boolean closesAll(Unmatched.ClosedDoor door, Unmatched unmatched) {
    return door.mentors() == unmatched.mentors() && !tellsOfOthers(door.criterion());
  }

  private String doorForParty(Unmatched.ClosedDoor door) {
    return messages.render(
        "unmatched.door.party", Map.of("criterion", Value.of(title(door.criterion()))));
  }

  private String title(String criterionId) {
    Term term = terms.get(criterionId);
    return messages
        .find("criterion." + criterionId, Map.of())
        .orElseGet(() -> term == null ? criterionId : title(term));
  }

  private String titles(List<Term> parts) {
    return parts.stream().map(this::title).collect(Collectors.joining(", "));
  }

  private boolean tellsOfOthers(String criterionId) {
    Term term = terms.get(criterionId);
    return term == null || tellsOfOthers(term);
  }

  private static boolean tellsOfOthers(Term term) {
    if (term instanceof Term.And and) {
      return and.terms().stream().anyMatch(MatchRenderer::tellsOfOthers);
    } else if (term instanceof Term.Or or) {
      return or.terms().stream().anyMatch(MatchRenderer::tellsOfOthers);
    } else if (term instanceof Term.Not not) {
      return tellsOfOthers(not.term());
    } else if (term instanceof Term.Mirrored mirrored) {
      return tellsOfOthers(mirrored.term());
    }
    return term instanceof Term.NotExcluded
        || term instanceof Term.WishesMet
        || term instanceof Term.MentorsSibling
        || term instanceof Term.NoCircle;
  }

  /** Years by which the mentor is ahead; below every bound there is none to tell. */
  private String gap(String key, String less, int least, @Nullable Integer most) {
    if (least == -120 && most != null) {
      return most == -1
          ? messages.render(key + "." + less)
          : messages.render(key + ".to", Map.of("most", Value.of(most)));
    }
    return bounded(key, new TreeMap<>(), least, most);
  }

  private String bounded(String key, Map<String, Value> values, int least, @Nullable Integer most) {
    values.put("least", Value.of(least));
    if (most == null) {
      return messages.render(key + ".from", values);
    }
    values.put("most", Value.of(most));
    return messages.render(key + ".between", values);
  }

  private String ofAttribute(String key, Attribute attribute) {
    return ofAttribute(key, attribute, Map.of());
  }

  private String ofAttribute(String key, Attribute attribute, Map<String, Value> further) {
    Map<String, Value> values = new TreeMap<>(further);
    values.put("attribute", Value.of(name(attribute)));
    return messages
        .find(key + "." + attribute, values)
        .orElseGet(() -> messages.render(key, values));
  }

  private String name(Attribute attribute) {
    return messages.find("attribute." + attribute, Map.of()).orElse(attribute.name());
  }
}
