package org.mentoring.validation;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.validator.messageinterpolation.HibernateMessageInterpolatorContext;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;
import org.mentoring.text.Value;

/**
 * Renders violated constraints from this library's bundles, in Russian for Russian locales and in
 * English for all others. The invalid value is never repeated. Stateless and thread-safe; a portal
 * can give it to its own validator.
 */
public final class DraftMessages implements MessageInterpolator {
  private static final Map<String, String> STANDARD =
      Map.of(
          "{jakarta.validation.constraints.NotNull.message}", "shape.key-missing",
          "{jakarta.validation.constraints.NotEmpty.message}", "list.empty",
          "{jakarta.validation.constraints.Min.message}", "number.least",
          "{jakarta.validation.constraints.Max.message}", "number.most",
          "{jakarta.validation.constraints.Size.message}", "definition.size");

  /** A renderer. */
  public DraftMessages() {}

  @Override
  public String interpolate(String messageTemplate, Context context) {
    return interpolate(messageTemplate, context, Locale.ENGLISH);
  }

  @Override
  public String interpolate(String messageTemplate, Context context, Locale locale) {
    Language language =
        Language.RU.locale().getLanguage().equals(locale.getLanguage()) ? Language.RU : Language.EN;
    Map<String, Value> values = new TreeMap<>();
    figures(context.getConstraintDescriptor().getAttributes())
        .forEach((name, value) -> values.put(name, Value.of(value)));
    if (context instanceof HibernateMessageInterpolatorContext further) {
      further
          .getMessageParameters()
          .forEach((name, value) -> values.put(name, told(name, String.valueOf(value), language)));
    }
    return Messages.of(language)
        .find("constraint." + codeOf(messageTemplate), values)
        .orElse(messageTemplate);
  }

  private static Value told(String name, String value, Language language) {
    return Value.of(
        name.equals("kind")
            ? Messages.of(language).find("fact." + value, Map.of()).orElse(value)
            : value);
  }

  /** The stable code of a constraint. */
  static String codeOf(String messageTemplate) {
    String standard = STANDARD.get(messageTemplate);
    if (standard != null) {
      return standard;
    }
    return messageTemplate.startsWith("{") && messageTemplate.endsWith("}")
        ? messageTemplate.substring(1, messageTemplate.length() - 1)
        : messageTemplate;
  }

  /** The bounds of a constraint by the names that messages use. */
  static Map<String, String> figures(Map<String, Object> attributes) {
    Map<String, String> figures = new TreeMap<>();
    if (attributes.get("value") instanceof Long bound) {
      figures.put("least", bound.toString());
      figures.put("most", bound.toString());
    }
    if (attributes.get("min") instanceof Integer least) {
      figures.put("least", least.toString());
    }
    if (attributes.get("max") instanceof Integer most) {
      figures.put("most", most.toString());
    }
    return figures;
  }
}
