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

/** A text that is not blank. */
@Documented
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = FilledText.PATTERN)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface FilledText {
  /** What is allowed, as a regular expression. */
  String PATTERN = "(?s).*\\S.*";

  /** The code of the fault. */
  String message() default "{definition.text-blank}";

  /** Groups of Jakarta Validation. */
  Class<?>[] groups() default {};

  /** Payload of Jakarta Validation. */
  Class<? extends Payload>[] payload() default {};
}
