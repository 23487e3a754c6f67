package org.mentoring.programme;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.Invariants;
import org.mentoring.text.LocalizedText;

/**
 * Rules of a law or a standard that are laid over a programme. A pack adds to what a programme asks
 * and never takes from it; each rule holds by the day of the act that is judged. Immutable and
 * thread-safe.
 *
 * @param id lower case with hyphens, as {@code ru-120fz-2025}
 * @param version as {@code 2020} or {@code 1.0.0}; changes whenever the content does
 * @param layer how high it stands
 * @param title how people call it
 * @param source what it was written from; null if it has none
 * @param vocabulary codes declared beyond the built-in ones
 * @param rules at least one, each code once
 * @param benchmarks by which a running programme is measured, beside rules that none of them names
 */
public record RulePack(
    String id,
    String version,
    Layer layer,
    LocalizedText title,
    @Nullable String source,
    List<VocabularyTerm> vocabulary,
    List<PackRule> rules,
    @OmittedIfAbsent List<Benchmark> benchmarks)
    implements Comparable<RulePack> {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");

  /** How high a pack stands: a lower layer may tighten what a higher one asks. */
  public enum Layer {
    /** The law of the land. */
    FEDERAL_LAW,
    /** The law of a region. */
    REGIONAL_LAW,
    /** A standard of the field. */
    STANDARD
  }

  /**
   * Copies; refuses broken references between the parts with {@link
   * org.mentoring.failure.InvalidDefinition}.
   */
  public RulePack {
    if (!ID.matcher(id).matches()) {
      throw new InvalidValue(
          "definition.id-malformed", "id", "lower case letters, digits and hyphens");
    }
    if (!VERSION.matcher(version).matches()) {
      throw new InvalidValue(
          "pack.version-malformed", "version", "letters, digits and . _ -, as 2020 or 1.0.0");
    }
    vocabulary = List.copyOf(vocabulary);
    rules = Invariants.notEmpty("rules", rules);
    benchmarks = List.copyOf(benchmarks);
    PackCheck.refuseBrokenReferences(id + "@" + version, vocabulary, rules, benchmarks);
  }

  /** A pack whose rules alone are measured. */
  public RulePack(
      String id,
      String version,
      Layer layer,
      LocalizedText title,
      @Nullable String source,
      List<VocabularyTerm> vocabulary,
      List<PackRule> rules) {
    this(id, version, layer, title, source, vocabulary, rules, List.of());
  }

  /** Id and version, as definitions name the pack under which they are: {@code eepm-4@1.0.0}. */
  public String name() {
    return id + "@" + version;
  }

  /** SHA-256 over the canonical form of the content, 64 hexadecimal digits. */
  public String hash() {
    return CanonicalForm.sha256(this);
  }

  /** The ids of the requirements that its rules add. */
  SortedSet<String> requirements() {
    SortedSet<String> ids = new TreeSet<>();
    for (PackRule rule : rules) {
      if (rule.change() instanceof PackChange.RequirementAdded added) {
        ids.add(added.requirement().id());
      }
    }
    return ids;
  }

  @Override
  public int compareTo(RulePack other) {
    int order = layer.compareTo(other.layer);
    return order != 0 ? order : name().compareTo(other.name());
  }

  @Override
  public String toString() {
    return "RulePack[" + name() + "]";
  }
}
