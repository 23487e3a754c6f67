package org.mentoring.validation.people;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The values of a fact are those of its kind, and its dates exist and are in order. Every fault is
 * told.
 */
@Documented
@Constraint(validatedBy = FactDraftValidator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FactOfItsKind {
  /** Not used: each fault has a message of its own. */
  String message() default "{people.value-refused}";

  /** Jakarta Validation's groups. */
  Class<?>[] groups() default {};

  /** Jakarta Validation's payload. */
  Class<? extends Payload>[] payload() default {};
}
