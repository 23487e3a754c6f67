package org.mentoring.validation.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.participant.Fact;
import org.mentoring.time.Validity;

/**
 * A fact that was read and checked, ready to be recorded. Immutable and thread-safe.
 *
 * @param fact what holds
 * @param validity when
 * @param withdrawn for a consent: the first day on which it was withdrawn, to be recorded as a
 *     {@link org.mentoring.participant.Fact.ConsentWithdrawal} once the consent has its id; null
 *     otherwise
 */
public record FactInput(Fact fact, Validity validity, @Nullable LocalDate withdrawn) {
  /** Refuses a withdrawal of anything but a consent, and one before the consent was given. */
  public FactInput {
    if (withdrawn != null) {
      Invariants.holds(
          fact instanceof Fact.Consent,
          "withdrawn.not-consent",
          "withdrawn",
          "with a consent only");
      Invariants.holds(
          !withdrawn.isBefore(validity.from()),
          "withdrawn.before-consent",
          "withdrawn",
          "from the consent's day on");
    }
  }

  /** A fact that was not withdrawn. */
  public static FactInput of(Fact fact, Validity validity) {
    return new FactInput(fact, validity, null);
  }

  /** A fact that holds from a day on, without an end. */
  public static FactInput from(Fact fact, LocalDate from) {
    return of(fact, Validity.from(from));
  }

  /** Redacted: the kind; a birth holds from the birth date on. */
  @Override
  public String toString() {
    return "FactInput[" + fact.kind() + "]";
  }
}
