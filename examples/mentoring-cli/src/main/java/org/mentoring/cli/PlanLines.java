package org.mentoring.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mentoring.criterion.Attribute;
import org.mentoring.identity.Citation;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.text.Value;

/** What a plan says of matching beside its criteria, a sentence a part, each with its source. */
final class PlanLines {
  private final Texts texts;
  private final List<String> lines = new ArrayList<>();

  private PlanLines(Texts texts) {
    this.texts = texts;
  }

  static List<String> of(MatchingPlan plan, Texts texts) {
    PlanLines lines = new PlanLines(texts);
    lines.pairs(plan);
    lines.again(plan);
    lines.sizes(plan);
    return lines.lines;
  }

  private void pairs(MatchingPlan plan) {
    String policy = "plan.policy." + plan.policy();
    add(
        plan.policy() == MatchingPlan.Policy.STABLE ? policy + "." + plan.proposer() : policy,
        plan.citation(),
        Map.of());
    MatchingPlan.CapacityTerms capacity = plan.capacity();
    add(
        "plan.capacity",
        capacity.citation(),
        Map.of("usual", Value.of(capacity.usual()), "most", Value.of(capacity.most())));
    MatchingPlan.EventTerms event = plan.event();
    if (event != null) {
      Map<String, Value> values = new TreeMap<>(Map.of("pairs", Value.of(event.pairs())));
      Integer candidates = event.candidates();
      if (candidates != null) {
        values.put("candidates", Value.of(candidates));
      }
      add(candidates == null ? "plan.event" : "plan.event.candidates", event.citation(), values);
    }
  }

  private void again(MatchingPlan plan) {
    MatchingPlan.RematchTerms rematch = plan.rematch();
    if (rematch != null && plan.disruptionPrice().isPresent()) {
      int price = plan.disruptionPrice().getAsInt();
      add("plan.rematch.price", rematch.citation(), Map.of("price", Value.of(price)));
    } else if (rematch != null) {
      add("plan.rematch", rematch.citation(), Map.of());
    }
    MatchingPlan.WaitingTerms waiting = plan.waiting();
    if (waiting != null) {
      add("plan.waiting", waiting.citation(), Map.of());
    }
  }

  private void sizes(MatchingPlan plan) {
    MatchingPlan.GroupTerms group = plan.group();
    if (group != null) {
      add(
          group.orNone() ? "plan.group.or-none" : "plan.group",
          group.citation(),
          Map.of("least", Value.of(group.least()), "most", Value.of(group.most())));
    }
    MatchingPlan.TeamTerms team = plan.team();
    if (team != null) {
      add(
          "plan.team",
          team.citation(),
          Map.of("least", Value.of(team.least()), "most", Value.of(team.most())));
    }
    for (MatchingPlan.Share share : plan.shares()) {
      add(
          "plan.share",
          share.citation(),
          Map.of(
              "attribute", name(share.attribute()),
              "value", Value.of(share.value()),
              "least", Value.of(share.least())));
    }
    MatchingPlan.CoordinatorLoad load = plan.coordinatorLoad();
    if (load != null) {
      add(
          "plan.coordinator-load",
          load.citation(),
          Map.of("most", Value.of(load.most()), "attribute", name(load.attribute())));
    }
    MatchingPlan.TogetherTerms together = plan.together();
    if (together != null) {
      add("plan.together", together.citation(), Map.of("attribute", name(together.attribute())));
    }
  }

  private Value name(Attribute attribute) {
    return Value.of(
        texts.messages().find("attribute." + attribute, Map.of()).orElse(attribute.name()));
  }

  private void add(String key, Citation citation, Map<String, Value> values) {
    lines.add(texts.say(key, values) + "  [" + citation + "]");
  }
}
