package org.mentoring.runtime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.identity.Code;
import org.mentoring.participant.Fact;

/**
 * What an own rule inserts when it fires, and all that it may insert. The source and the effect are
 * those of the rule's annotations. There is no value for free text, so that no name enters a
 * finding. Immutable.
 */
public final class OwnFinding {
  private final String code;
  private final SortedMap<String, Parameter> parameters;
  private final List<Fact> facts;

  private OwnFinding(String code, SortedMap<String, Parameter> parameters, List<Fact> facts) {
    this.code = code;
    this.parameters = Collections.unmodifiableSortedMap(parameters);
    this.facts = List.copyOf(facts);
  }

  /** A finding of the rule with this code. */
  public static OwnFinding of(String code) {
    return new OwnFinding(code, new TreeMap<>(), List.of());
  }

  /** With a number that the party itself may read. */
  public OwnFinding with(String name, long value) {
    return and(name, new Parameter.Count(value, Sensitivity.ABOUT_PARTY));
  }

  /** With a day, never of birth, that the party itself may read. */
  public OwnFinding with(String name, LocalDate value) {
    return and(name, new Parameter.Day(value, Sensitivity.ABOUT_PARTY));
  }

  /** With a word of the vocabulary that the party itself may read. */
  public OwnFinding with(String name, Code value) {
    return and(name, Parameter.code(value).as(Sensitivity.ABOUT_PARTY));
  }

  /**
   * With a length of time in minutes, told in hours and minutes, that the party itself may read.
   */
  public OwnFinding minutes(String name, long value) {
    return and(name, new Parameter.Minutes(value, Sensitivity.ABOUT_PARTY));
  }

  /** With a number for coordinators alone. */
  public OwnFinding forStaff(String name, long value) {
    return and(name, new Parameter.Count(value, Sensitivity.STAFF_ONLY));
  }

  /** With a day, never of birth, for coordinators alone. */
  public OwnFinding forStaff(String name, LocalDate value) {
    return and(name, new Parameter.Day(value, Sensitivity.STAFF_ONLY));
  }

  /** With a word of the vocabulary for coordinators alone. */
  public OwnFinding forStaff(String name, Code value) {
    return and(name, Parameter.code(value).as(Sensitivity.STAFF_ONLY));
  }

  /** Resting on a fact of the case. */
  public OwnFinding on(Fact fact) {
    List<Fact> all = new ArrayList<>(facts);
    all.add(fact);
    return new OwnFinding(code, new TreeMap<>(parameters), all);
  }

  private OwnFinding and(String name, Parameter value) {
    SortedMap<String, Parameter> all = new TreeMap<>(parameters);
    all.put(name, value);
    return new OwnFinding(code, all, facts);
  }

  /** Of which rule. */
  public String code() {
    return code;
  }

  /** Values by name. */
  public SortedMap<String, Parameter> parameters() {
    return parameters;
  }

  /** The facts that it rests on. */
  public List<Fact> facts() {
    return facts;
  }

  /** The code alone. */
  @Override
  public String toString() {
    return "OwnFinding[" + code + "]";
  }
}
