package org.mentoring.validation.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** May be absent while a draft is being filled in, but the draft is valid only with it. */
@Documented
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@NotNull
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface Required {
  /** The code of the fault. */
  String message() default "{shape.key-missing}";

  /** Groups of Jakarta Validation. */
  Class<?>[] groups() default {};

  /** Payload of Jakarta Validation. */
  Class<? extends Payload>[] payload() default {};
}
