package org.mentoring.validation.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
 * @param traits the values that attributes may have; an attribute that is not there may have any
 */
public record Expectations(
    @Nullable LocalDate bornBy,
    @Nullable SortedSet<Code> codes,
    @Nullable SortedSet<Attribute> attributes,
    SortedMap<Attribute, SortedSet<String>> traits) {
  /** Sorts and copies. */
  public Expectations {
    codes = codes == null ? null : Invariants.sorted(codes);
    attributes = attributes == null ? null : Invariants.sorted(attributes);
    SortedMap<Attribute, SortedSet<String>> copy = new TreeMap<>();
    traits.forEach((attribute, values) -> copy.put(attribute, Invariants.sorted(values)));
    traits = Collections.unmodifiableSortedMap(copy);
  }

  /** Expectations that let attributes have any value. */
  public Expectations(
      @Nullable LocalDate bornBy,
      @Nullable SortedSet<Code> codes,
      @Nullable SortedSet<Attribute> attributes) {
    this(bornBy, codes, attributes, Collections.emptySortedMap());
  }

  /** No expectations. */
  public static Expectations none() {
    return new Expectations(null, null, null);
  }

  /**
   * The codes, attributes and values of restricted attributes of a definition, so that a misspelt
   * one is told: it would have no effect, or refuse somebody who may take part.
   */
  public static Expectations of(ProgrammeDefinition definition) {
    Collection<Code> codes = definition.words().stream().map(VocabularyTerm::code).toList();
    SortedSet<Attribute> attributes = new TreeSet<>(definition.attributes());
    definition.scales().stream().map(Scale::attribute).forEach(attributes::add);
    return new Expectations(null, Invariants.sorted(codes), attributes, definition.allowedValues());
  }

  /** These expectations, and nobody born after a day. */
  public Expectations bornBy(LocalDate day) {
    return new Expectations(day, codes, attributes, traits);
  }
}
