package org.mentoring.validation.people;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Jakarta Validation calls this class; it is public because Jakarta requires that. Thread-safe. */
public final class FactDraftValidator implements ConstraintValidator<FactOfItsKind, FactDraft> {
  /** For Jakarta Validation. */
  public FactDraftValidator() {}

  @Override
  public boolean isValid(@Nullable FactDraft draft, ConstraintValidatorContext context) {
    return draft == null || Fault.none(FactReading.of(draft).faults(), context);
  }
}
