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

/** The name of an attribute: lower case letters, digits and hyphens, starting with a letter. */
@Documented
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = AttributeText.PATTERN)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface AttributeText {
  /** What is allowed, as a regular expression. */
  String PATTERN = "[a-z][a-z0-9-]{0,63}";

  /** The code of the fault. */
  String message() default "{attribute.malformed}";

  /** Groups of Jakarta Validation. */
  Class<?>[] groups() default {};

  /** Payload of Jakarta Validation. */
  Class<? extends Payload>[] payload() default {};
}
