package org.mentoring.validation.people;

import jakarta.validation.ConstraintValidatorContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import org.mentoring.text.Spelling;

/** One thing that is wrong with a draft: its code, the property, and the message's parameters. */
record Fault(String code, String property, Map<String, String> parameters) {
  static Fault of(String code, String property, @Nullable Object found) {
    return new Fault(code, property, Map.of("found", ValueShape.of(found)));
  }

  static Fault of(String code, String property, @Nullable Object found, String allowed) {
    return new Fault(code, property, Map.of("found", ValueShape.of(found), "allowed", allowed));
  }

  /** A value that has to be there and is not. */
  static Fault missing(String property) {
    return new Fault("people.value-missing", property, Map.of("key", property));
  }

  static Fault unknown(String code, String property, String found, Collection<String> known) {
    return new Fault(
        code,
        property,
        Map.of(
            "found", ValueShape.of(found),
            "maybe", String.join(", ", Spelling.alike(found, known, 3)),
            "allowed", String.join(", ", known)));
  }

  /** Tells all faults to the validator; whether there are none. */
  static boolean none(List<Fault> faults, ConstraintValidatorContext context) {
    context.disableDefaultConstraintViolation();
    for (Fault fault : faults) {
      HibernateConstraintValidatorContext own =
          context.unwrap(HibernateConstraintValidatorContext.class);
      new TreeMap<>(fault.parameters).forEach(own::addMessageParameter);
      own.withDynamicPayload(fault)
          .buildConstraintViolationWithTemplate("{" + fault.code + "}")
          .addPropertyNode(fault.property)
          .addConstraintViolation();
    }
    return faults.isEmpty();
  }
}
