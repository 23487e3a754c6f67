package org.mentoring.validation.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Code;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Scale;
import org.mentoring.programme.VocabularyTerm;

/**
 * What a reader expects beyond the spelling. Without any, every well spelt code and attribute is
 * taken, because a source of people may serve several programmes. Immutable and thread-safe.
 *
 * @param bornBy nobody is born later; null for no such check
 * @param codes codes known beyond the built-in ones; null for no check of codes
 * @param attributes attributes known beyond the built-in ones; null for no check of attributes
 */
public record Expectations(
    @Nullable LocalDate bornBy,
    @Nullable SortedSet<Code> codes,
    @Nullable SortedSet<Attribute> attributes) {
  /** Sorts and copies. */
  public Expectations {
    codes = codes == null ? null : Invariants.sorted(codes);
    attributes = attributes == null ? null : Invariants.sorted(attributes);
  }

  /** No expectations. */
  public static Expectations none() {
    return new Expectations(null, null, null);
  }

  /**
   * The codes and attributes of a definition, so that a misspelt one is told and not silently
   * without effect.
   */
  public static Expectations of(ProgrammeDefinition definition) {
    Collection<Code> codes = definition.vocabulary().stream().map(VocabularyTerm::code).toList();
    SortedSet<Attribute> attributes = new java.util.TreeSet<>(definition.attributes());
    definition.scales().stream().map(Scale::attribute).forEach(attributes::add);
    return new Expectations(null, Invariants.sorted(codes), attributes);
  }

  /** These expectations, and nobody born after a day. */
  public Expectations bornBy(LocalDate day) {
    return new Expectations(day, codes, attributes);
  }
}
