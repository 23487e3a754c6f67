package org.mentoring.rules.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.programme.Requirement;
import org.mentoring.rules.fact.JudgedFact;

/** How a rule tells what it found. Values made here are about the party, unless they say so. */
public final class Found {
  private Found() {}

  /** Nothing that the party can do would change it. */
  public static Finding refuses(String code, Requirement required) {
    return Finding.of(code, required.id(), required.citation(), Effect.REFUSES);
  }

  /** Something is missing. */
  public static Finding delays(String code, Requirement required) {
    return Finding.of(code, required.id(), required.citation(), Effect.DELAYS);
  }

  /** A person has to look. */
  public static Finding asksReview(String code, Requirement required) {
    return Finding.of(code, required.id(), required.citation(), Effect.ASKS_REVIEW);
  }

  /** Worth knowing. */
  public static Finding informs(String code, Requirement required) {
    return Finding.of(code, required.id(), required.citation(), Effect.INFORMS);
  }

  /** The ids of the facts that a finding rests on. */
  public static List<FactId> ids(Collection<?>... facts) {
    List<FactId> ids = new ArrayList<>();
    for (Collection<?> some : facts) {
      some.forEach(fact -> ids.add(((JudgedFact) fact).getId()));
    }
    return ids;
  }

  /** How many different persons some facts tell of. */
  public static long persons(Collection<?> members) {
    return members.stream().map(each -> ((JudgedFact.Member) each).member()).distinct().count();
  }

  /** The id of the fact that a finding rests on. */
  public static List<FactId> ids(JudgedFact fact) {
    return List.of(fact.getId());
  }

  /** The first day on which the last of some ended facts no longer held. */
  public static Parameter ended(Collection<?>... facts) {
    List<LocalDate> days = new ArrayList<>();
    for (Collection<?> some : facts) {
      for (Object fact : some) {
        LocalDate until = ((JudgedFact) fact).standing().until();
        if (until != null) {
          days.add(until);
        }
      }
    }
    return day(
        days.stream()
            .max(Comparator.naturalOrder())
            .orElseThrow(() -> new IllegalArgumentException("none of the facts has ended")));
  }

  /** A number. */
  public static Parameter count(long value) {
    return new Parameter.Count(value, Sensitivity.ABOUT_PARTY);
  }

  /** A number that the party itself need not read. */
  public static Parameter countForStaff(long value) {
    return new Parameter.Count(value, Sensitivity.STAFF_ONLY);
  }

  /** A length of time. */
  public static Parameter minutes(long value) {
    return new Parameter.Minutes(value, Sensitivity.ABOUT_PARTY);
  }

  /** A day, never of birth. */
  public static Parameter day(LocalDate value) {
    return new Parameter.Day(value, Sensitivity.ABOUT_PARTY);
  }

  /** A day that the party itself need not read. */
  public static Parameter dayForStaff(LocalDate value) {
    return new Parameter.Day(value, Sensitivity.STAFF_ONLY);
  }

  /** A word. */
  public static Parameter code(Code value) {
    return codes(List.of(value));
  }

  /** A constant as a word. */
  public static Parameter code(Enum<?> value) {
    return code(Code.of(value.name()));
  }

  /** A constant as a word that the party itself need not read. */
  public static Parameter codeForStaff(Enum<?> value) {
    return code(value).as(Sensitivity.STAFF_ONLY);
  }

  /** An id that the party itself need not read. */
  public static Parameter termForStaff(String value) {
    return new Parameter.TermId(value, Sensitivity.STAFF_ONLY);
  }

  /** Words. */
  public static Parameter codes(Collection<Code> values) {
    return new Parameter.Codes(new TreeSet<>(values), Sensitivity.ABOUT_PARTY);
  }

  /** Constants that stand in the definition, as words. */
  public static Parameter terms(Collection<? extends Enum<?>> values) {
    return Parameter.codes(values.stream().map(value -> Code.of(value.name())).toList());
  }

  /** What is asked and not there. */
  public static SortedSet<Code> without(Collection<Code> asked, Collection<?> there) {
    SortedSet<Code> missing = new TreeSet<>(asked);
    there.forEach(missing::remove);
    return missing;
  }
}
