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

/** A rule pack and its version, as {@code ru-work-with-minors@2020}. */
@Documented
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = PackText.PATTERN)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface PackText {
  /** What is allowed, as a regular expression. */
  String PATTERN = "[a-z][a-z0-9-]{0,63}@[A-Za-z0-9][A-Za-z0-9._-]{0,31}";

  /** The code of the fault. */
  String message() default "{definition.pack-malformed}";

  /** Groups of Jakarta Validation. */
  Class<?>[] groups() default {};

  /** Payload of Jakarta Validation. */
  Class<? extends Payload>[] payload() default {};
}
