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

/** The reverse-DNS name of an evaluator, as {@code org.example.swimming}. */
@Documented
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = ExtensionName.PATTERN)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface ExtensionName {
  /** What is allowed, as a regular expression. */
  String PATTERN = "[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+";

  /** The code of the fault. */
  String message() default "{extension.name}";

  /** Groups of Jakarta Validation. */
  Class<?>[] groups() default {};

  /** Payload of Jakarta Validation. */
  Class<? extends Payload>[] payload() default {};
}
