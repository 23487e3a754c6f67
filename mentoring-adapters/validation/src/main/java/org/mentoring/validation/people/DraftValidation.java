package org.mentoring.validation.people;

import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Locale;
import org.hibernate.validator.HibernateValidator;

/**
 * The one validator of drafts. It answers message keys: texts are rendered later, in the reader's
 * language, so no expression language is needed and the platform's locale plays no part.
 */
final class DraftValidation {
  private DraftValidation() {}

  static Validator validator() {
    return Holder.VALIDATOR;
  }

  private static final class Holder {
    static final Validator VALIDATOR =
        Validation.byProvider(HibernateValidator.class)
            .configure()
            .ignoreXmlConfiguration()
            .messageInterpolator(new KeysAsMessages())
            .buildValidatorFactory()
            .getValidator();
  }

  private static final class KeysAsMessages implements MessageInterpolator {
    @Override
    public String interpolate(String template, Context context) {
      return template;
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
      return template;
    }
  }
}
