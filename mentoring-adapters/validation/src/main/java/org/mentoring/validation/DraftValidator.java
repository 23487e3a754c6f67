package org.mentoring.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;

/**
 * Checks the Jakarta constraints of drafts with Hibernate Validator, without an expression language
 * and whatever the platform's locale is. The only place that starts the validator. Thread-safe;
 * opening one takes a noticeable time, so keep it. Close it when done.
 */
public final class DraftValidator implements AutoCloseable {
  private final ValidatorFactory factory;
  private final Validator validator;

  private DraftValidator(ValidatorFactory factory) {
    this.factory = factory;
    this.validator = factory.getValidator();
  }

  /** Opens a validator. */
  public static DraftValidator open() {
    return new DraftValidator(
        Validation.byProvider(HibernateValidator.class)
            .configure()
            .ignoreXmlConfiguration()
            .messageInterpolator(new DraftMessages())
            .buildValidatorFactory());
  }

  /** The violated constraints of a draft; their templates are codes in braces. */
  public <T> Set<ConstraintViolation<T>> violations(T draft) {
    return validator.validate(draft);
  }

  /** The violated constraints of a draft as problems, in the order of places. */
  public List<Problem> problems(Object draft, Locations locations) {
    List<Problem> problems = new ArrayList<>();
    for (ConstraintViolation<Object> violation : violations(draft)) {
      Problem problem = problem(violation, locations);
      // What is absent is told as missing; that it is empty too would be said twice.
      if (violation.getInvalidValue() != null || problem.code().equals("shape.key-missing")) {
        problems.add(problem);
      }
    }
    return problems.stream().sorted().distinct().toList();
  }

  @Override
  public void close() {
    factory.close();
  }

  private static Problem problem(ConstraintViolation<?> violation, Locations locations) {
    String path = pathOf(violation.getPropertyPath());
    String code = DraftMessages.codeOf(violation.getMessageTemplate());
    Object value = violation.getInvalidValue();
    Map<String, String> parameters =
        new TreeMap<>(DraftMessages.figures(violation.getConstraintDescriptor().getAttributes()));
    if (code.equals("shape.key-missing")) {
      parameters.put("key", path.substring(path.lastIndexOf('.') + 1));
    } else {
      parameters.put("found", Found.told(value));
      parameters.put("count", count(value));
    }
    return new Problem(code, exact(locations.placeOf(path), path), parameters);
  }

  /** Keeps the line of what would hold an absent part, but names the part itself. */
  private static Place exact(Place place, String path) {
    return new Place(place.source(), place.line(), place.column(), path.isEmpty() ? null : path);
  }

  private static String count(@Nullable Object value) {
    if (value instanceof Collection<?> values) {
      return Integer.toString(values.size());
    }
    if (value instanceof Map<?, ?> map) {
      return Integer.toString(map.size());
    }
    return value instanceof CharSequence text ? Integer.toString(text.length()) : "0";
  }

  private static String pathOf(Path path) {
    StringBuilder text = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getIndex() != null) {
        text.append('[').append(node.getIndex()).append(']');
      } else if (node.getKey() != null) {
        text.append('.').append(node.getKey());
      }
      if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
        if (text.length() > 0) {
          text.append('.');
        }
        text.append(KeyNames.of(node.getName()));
      }
    }
    return text.toString();
  }
}
