package org.mentoring.validation.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a waiver may name: a kind of requirement or the id of one, as {@code consent}; what is due
 * or a completion asks for, as {@code SUMMING_UP}; the part that one party gives to it, as {@code
 * SUMMING_UP.GUARDIAN}.
 */
@Documented
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = WaivableName.PATTERN)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface WaivableName {
  /** What is allowed, as a regular expression. */
  String PATTERN = "([a-z][a-z0-9-]{0,63}|[A-Z][A-Z0-9_]{0,63}([.][A-Z][A-Z0-9_]{0,63})?)";

  /** The code of the fault. */
  String message() default "{waiver.name-malformed}";

  /** Groups of Jakarta Validation. */
  Class<?>[] groups() default {};

  /** Payload of Jakarta Validation. */
  Class<? extends Payload>[] payload() default {};
}
