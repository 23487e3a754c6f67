package org.mentoring.decision;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.Citation;
import org.mentoring.identity.FactId;

/**
 * One thing that a rule found: a stable code, the requirement it is about, its source, the facts it
 * rests on, and typed values. The text is rendered later, per language and audience: {@code
 * finding.<code>} tells what was found, {@code remedy.<code>} what is missing to get to yes.
 *
 * @param code stable code of the rule
 * @param requirement the id of the requirement or criterion
 * @param citation where that comes from
 * @param effect what it does to the verdict
 * @param facts ids of the facts it rests on, sorted; empty where it rests on the absence of a fact
 * @param parameters by name
 */
public record Finding(
    String code,
    String requirement,
    Citation citation,
    Effect effect,
    List<FactId> facts,
    SortedMap<String, Parameter> parameters)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::effect)
          .thenComparing(Finding::requirement)
          .thenComparing(Finding::code)
          .thenComparing(CanonicalForm::of);

  /** Sorts and copies. */
  public Finding {
    facts = facts.stream().distinct().sorted().toList();
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /** A finding without facts and parameters. */
  public static Finding of(String code, String requirement, Citation citation, Effect effect) {
    return new Finding(code, requirement, citation, effect, List.of(), new TreeMap<>());
  }

  /** This finding, resting on further facts. */
  public Finding on(Collection<FactId> further) {
    List<FactId> all = new java.util.ArrayList<>(facts);
    all.addAll(further);
    return new Finding(code, requirement, citation, effect, all, parameters);
  }

  /** This finding with a further value. */
  public Finding with(String name, Parameter value) {
    SortedMap<String, Parameter> all = new TreeMap<>(parameters);
    all.put(name, value);
    return new Finding(code, requirement, citation, effect, facts, all);
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
