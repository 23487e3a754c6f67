package org.mentoring.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Finding;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.BurnOutCase;
import org.mentoring.spi.CompletionCase;
import org.mentoring.spi.CompletionRules;
import org.mentoring.spi.EligibilityRules;
import org.mentoring.spi.IncidentRules;
import org.mentoring.spi.MatchingRules;
import org.mentoring.spi.ObligationRules;
import org.mentoring.spi.RiskRules;
import org.mentoring.spi.RulesProvider;

/**
 * A programme without what rests on one citation, to see whether tests notice. A test asks for it
 * as a parameter (see {@link KnockOutParameter}) and puts the definition, and the rules, through
 * it; in an ordinary run it is {@link #none()} and changes nothing. Immutable and thread-safe.
 *
 * <p>What it does to a definition, anywhere in it:
 *
 * <ul>
 *   <li>an item of a list that carries the citation is left out, and so is an optional part;
 *   <li>an item that has parts of other citations, as a practice or the terms of completion, stays
 *       with those parts; its own lists of plain values become empty, its own numbers the least
 *       that is allowed, its own optional values absent and its own switches off. So privacy
 *       becomes neutral: nobody is kept back and every group is told;
 *   <li>what refers to something that was left out no longer does: the needs of a step, the steps
 *       before a step (those before the missing one take its place), a standard that was to be met;
 *   <li>kinds of activity and records that something of another citation still refers to stay,
 *       emptied as above.
 * </ul>
 */
public final class KnockOut {
  private static final KnockOut NONE = new KnockOut(new TreeSet<>(), new TreeSet<>());
  private static final Pattern ITEM = Pattern.compile("(.+)#([0-9]{1,6})");

  private final SortedSet<Citation> citations;
  private final SortedSet<String> rules;
  private final @Nullable Integer item;

  private KnockOut(SortedSet<Citation> citations, SortedSet<String> rules) {
    this(citations, rules, null);
  }

  private KnockOut(SortedSet<Citation> citations, SortedSet<String> rules, @Nullable Integer item) {
    this.item = item;
    this.citations = Invariants.sorted(citations);
    this.rules = Invariants.sorted(rules);
  }

  /** Nothing is left out. */
  public static KnockOut none() {
    return NONE;
  }

  /** What carries the citation is left out. */
  public static KnockOut of(Citation citation) {
    return new KnockOut(new TreeSet<>(List.of(citation)), new TreeSet<>());
  }

  /**
   * One thing alone of those that carry the citation is left out.
   *
   * @param citation of what is left out
   * @param item its place among them as they come in the definition, from 0
   */
  public static KnockOut ofItem(Citation citation, int item) {
    Invariants.range("item", item, 0, 999_999);
    return new KnockOut(new TreeSet<>(List.of(citation)), new TreeSet<>(), item);
  }

  /**
   * All that can be left out for a citation, one by one, with the name of each; in the order of the
   * definition.
   */
  public static List<Map.Entry<KnockOut, String>> itemsOf(
      Citation citation, ProgrammeDefinition definition) {
    List<Map.Entry<KnockOut, String>> items = new ArrayList<>();
    for (String name : CitedItems.names(citation, definition)) {
      items.add(Map.entry(ofItem(citation, items.size()), name));
    }
    return items;
  }

  /** This, and the rule with the code finds nothing: for what is a rule and no item. */
  public KnockOut withoutRule(String code) {
    SortedSet<String> all = new TreeSet<>(rules);
    all.add(code);
    return new KnockOut(citations, all, item);
  }

  /** Whether it changes nothing. */
  public boolean isNone() {
    return citations.isEmpty() && rules.isEmpty();
  }

  /**
   * The definition without it.
   *
   * @throws org.mentoring.failure.InvalidDefinition if what is left is no definition
   */
  public ProgrammeDefinition in(ProgrammeDefinition definition) {
    ProgrammeDefinition left = definition;
    for (Citation citation : citations) {
      left = new CitedItems(citation, item).without(left);
    }
    return left;
  }

  /** What it leaves out of a definition or empties, each by its type and name; sorted. */
  public List<String> leftOutOf(ProgrammeDefinition definition) {
    return citations.stream()
        .map(citation -> CitedItems.names(citation, definition))
        .flatMap(names -> item == null ? names.stream() : Stream.of(names.get(item)))
        .sorted()
        .toList();
  }

  /** The rules without it. The hash stays: a decision does not say that rules were left out. */
  public RulesProvider in(RulesProvider provider) {
    return rules.isEmpty() ? provider : new FewerRules(provider, this::fewer);
  }

  private List<Finding> fewer(List<Finding> findings) {
    return findings.stream().filter(finding -> !rules.contains(finding.code())).toList();
  }

  /** The text that {@link #parse} reads, as {@code S2-15,rule:mentor.silent}; empty for none. */
  @Override
  public String toString() {
    return String.join(
        ",",
        Stream.concat(
                citations.stream()
                    .map(citation -> citation.source() + (item == null ? "" : "#" + item)),
                rules.stream().map(rule -> "rule:" + rule))
            .toList());
  }

  /** What {@link #toString()} wrote. */
  public static KnockOut parse(String text) {
    List<Citation> citations = new ArrayList<>();
    List<String> rules = new ArrayList<>();
    Integer item = null;
    for (String part : text.split(",", -1)) {
      Matcher one = ITEM.matcher(part);
      if (one.matches()) {
        citations.add(Citation.of(one.group(1)));
        item = Integer.valueOf(one.group(2));
      } else if (part.startsWith("rule:")) {
        rules.add(part.substring("rule:".length()));
      } else if (!part.isEmpty()) {
        citations.add(Citation.of(part));
      }
    }
    return new KnockOut(new TreeSet<>(citations), new TreeSet<>(rules), item);
  }

  private record FewerRules(RulesProvider whole, UnaryOperator<List<Finding>> fewer)
      implements RulesProvider {
    @Override
    public EligibilityRules eligibility() {
      EligibilityRules rules = whole.eligibility();
      return question -> fewer.apply(rules.evaluate(question));
    }

    @Override
    public MatchingRules matching() {
      return whole.matching();
    }

    @Override
    public ObligationRules obligations() {
      return whole.obligations();
    }

    @Override
    public CompletionRules completion() {
      CompletionRules rules = whole.completion();
      return question -> fewer.apply(rules.missing(question));
    }

    @Override
    public RiskRules risks() {
      RiskRules rules = whole.risks();
      return new RiskRules() {
        @Override
        public List<Finding> risks(CompletionCase question) {
          return fewer.apply(rules.risks(question));
        }

        @Override
        public List<Finding> burnOut(BurnOutCase question) {
          return fewer.apply(rules.burnOut(question));
        }
      };
    }

    @Override
    public IncidentRules incidents() {
      IncidentRules rules = whole.incidents();
      return question -> fewer.apply(rules.findings(question));
    }

    @Override
    public String hash() {
      return whole.hash();
    }

    @Override
    public void close() {
      whole.close();
    }
  }
}
