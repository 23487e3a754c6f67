package org.mentoring.validation.people;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The facts of a person fit together: one birth date, before everything else; nothing twice; nobody
 * excludes oneself. Every fault is told.
 */
@Documented
@Constraint(validatedBy = ParticipantDraftValidator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FactsOfOnePerson {
  /** Not used: each fault has a message of its own. */
  String message() default "{people.value-refused}";

  /** Jakarta Validation's groups. */
  Class<?>[] groups() default {};

  /** Jakarta Validation's payload. */
  Class<? extends Payload>[] payload() default {};
}
