package org.mentoring.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mentoring.decision.Finding;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.MentoringException;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.spi.EligibilityRules;
import org.mentoring.spi.RulesOver;
import org.mentoring.spi.RulesProvider;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

/**
 * The library's rules and packs of own ones beside them. What the library's rules find stays as it
 * is, whatever the packs do; they only add. So a pack may refuse whom the library's rules admit,
 * and never the other way round. Thread-safe.
 *
 * <p>{@link #hash()} names the packs, and decisions name them as well: {@code replay} makes a
 * decision again with the very packs that it names, and answers {@code RULES_NOT_AVAILABLE} where
 * one is missing or has changed.
 */
public final class RuntimeRules extends RulesOver {
  private final SortedMap<String, OwnRules> packs;
  private final boolean owner;

  private RuntimeRules(RulesProvider given, SortedMap<String, OwnRules> packs, boolean owner) {
    super(given);
    this.packs = packs;
    this.owner = owner;
  }

  /**
   * Lays packs beside rules.
   *
   * @param given the library's rules; closed with these
   * @param own packs of different names; closed with these
   * @throws MentoringException {@code own-rules.same-name}
   */
  public static RuntimeRules of(RulesProvider given, OwnRules... own) {
    SortedMap<String, OwnRules> packs = new TreeMap<>();
    SortedSet<String> names = new TreeSet<>();
    for (OwnRules pack : own) {
      if (!names.add(pack.name())) {
        throw new MentoringException(
            "own-rules.same-name",
            Map.of("name", pack.name()),
            "Give each pack a name of its own.");
      }
      packs.put(pack.id(), pack);
    }
    return new RuntimeRules(given, packs, true);
  }

  /** The library's texts and those of the packs, for {@code Renderer.of}. */
  public Messages messages(Language language) {
    SortedMap<String, String> further = new TreeMap<>();
    packs.values().forEach(pack -> further.putAll(pack.texts(language)));
    return Messages.of(language).with(further);
  }

  @Override
  public EligibilityRules eligibility() {
    return this::findings;
  }

  private List<Finding> findings(EligibilityCase question) {
    List<Finding> found = new ArrayList<>(given().eligibility().evaluate(question));
    packs.values().forEach(pack -> found.addAll(pack.findings(question)));
    return found.stream().distinct().sorted().toList();
  }

  @Override
  public SortedSet<String> own() {
    SortedSet<String> all = new TreeSet<>(given().own());
    all.addAll(packs.keySet());
    return Collections.unmodifiableSortedSet(all);
  }

  @Override
  public RulesProvider withOwn(SortedSet<String> names) {
    SortedMap<String, OwnRules> some = new TreeMap<>(packs);
    some.keySet().retainAll(names);
    return new RuntimeRules(given().withOwn(names), some, false);
  }

  @Override
  public String hash() {
    List<String> parts = new ArrayList<>(List.of(given().hash()));
    parts.addAll(packs.keySet());
    return packs.isEmpty() ? given().hash() : CanonicalForm.sha256(parts);
  }

  @Override
  public void close() {
    if (owner) {
      packs.values().forEach(OwnRules::close);
      super.close();
    }
  }
}
