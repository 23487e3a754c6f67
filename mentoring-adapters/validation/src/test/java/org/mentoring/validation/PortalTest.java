package org.mentoring.validation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.validation.definition.PhaseDraft;
import org.mentoring.validation.definition.PracticeDraft;
import org.mentoring.validation.definition.ProgrammeDefinitionDraft;
import org.mentoring.validation.people.FactDraft;
import org.mentoring.validation.people.ParticipantDraft;
import org.mentoring.validation.people.ReferenceDraft;

/** A portal binds the drafts to its forms and validates with its own validator. */
class PortalTest {
  private static final String SECRET = "Иванов-Secret";
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru-RU");

  /** What a portal's form may look like. */
  record Form(@Valid ParticipantDraft person, @Valid ProgrammeDefinitionDraft programme) {}

  /** The ways in which hosts start Hibernate Validator. */
  enum Host {
    /** Nothing but the standard's own bootstrap, with an expression language. */
    STANDARD {
      @Override
      ValidatorFactory open(Locale locale) {
        return Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(
                in(
                    locale,
                    Validation.byDefaultProvider().configure().getDefaultMessageInterpolator()))
            .buildValidatorFactory();
      }
    },
    /** Without an expression language. */
    WITHOUT_EXPRESSIONS {
      @Override
      ValidatorFactory open(Locale locale) {
        return Validation.byProvider(HibernateValidator.class)
            .configure()
            .messageInterpolator(in(locale, new ParameterMessageInterpolator()))
            .buildValidatorFactory();
      }
    },
    /** With the renderer of this library. */
    OUR_MESSAGES {
      @Override
      ValidatorFactory open(Locale locale) {
        return Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(in(locale, new DraftMessages()))
            .buildValidatorFactory();
      }
    };

    abstract ValidatorFactory open(Locale locale);

    private static MessageInterpolator in(Locale locale, MessageInterpolator messages) {
      return new MessageInterpolator() {
        @Override
        public String interpolate(String template, Context context) {
          return messages.interpolate(template, context, locale);
        }

        @Override
        public String interpolate(String template, Context context, Locale other) {
          return messages.interpolate(template, context, other);
        }
      };
    }
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void a_form_of_both_drafts_is_told_in_english(Host host) {
    assertThat(messages(host, Locale.ENGLISH))
        .containsEntry("person.id", "an opaque id is needed")
        .containsEntry("person.facts[0].minutes", "a whole number is needed")
        .containsEntry("person.facts[0].mode", "one of: IN_PERSON, ONLINE")
        .containsEntry("person.facts[1].date", "the calendar has no such day")
        .containsEntry("programme.title", "must be filled in")
        .containsEntry(
            "programme.id", "lower case letters, digits and hyphens, starting with a letter")
        .containsEntry("programme.phases[0].when", "must be filled in");
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void a_form_of_both_drafts_is_told_in_russian(Host host) {
    assertThat(messages(host, RUSSIAN))
        .containsEntry("person.id", "нужен обезличенный идентификатор")
        .containsEntry("person.facts[0].minutes", "нужно целое число")
        .containsEntry("person.facts[0].mode", "одно из: IN_PERSON, ONLINE")
        .containsEntry("person.facts[1].date", "такого дня нет в календаре")
        .containsEntry("programme.title", "нужно заполнить")
        .containsEntry("programme.id", "строчные латинские буквы, цифры и дефисы, первой - буква")
        .containsEntry("programme.phases[0].when", "нужно заполнить");
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void no_message_repeats_a_value_or_shows_a_key(Host host) {
    for (Locale locale : List.of(Locale.ENGLISH, RUSSIAN, Locale.FRENCH)) {
      assertThat(messages(host, locale).values())
          .isNotEmpty()
          .allSatisfy(
              message ->
                  assertThat(message)
                      .doesNotContain(SECRET)
                      .doesNotContain("shape:")
                      .doesNotContainPattern("[{}$]")
                      .contains(" "));
    }
  }

  /** A bundle for English has to be there: the default one is asked after the platform's own. */
  @Test
  void english_readers_of_a_russian_platform_are_told_in_english() {
    Locale platform = Locale.getDefault();
    try {
      Locale.setDefault(RUSSIAN);
      assertThat(messages(Host.STANDARD, Locale.ENGLISH))
          .containsEntry("person.id", "an opaque id is needed");
    } finally {
      Locale.setDefault(platform);
    }
  }

  private static Map<String, String> messages(Host host, Locale locale) {
    Map<String, String> messages = new TreeMap<>();
    try (ValidatorFactory factory = host.open(locale)) {
      Validator validator = factory.getValidator();
      for (ConstraintViolation<Form> violation : validator.validate(form())) {
        messages.merge(
            violation.getPropertyPath().toString(), violation.getMessage(), (a, b) -> a + "; " + b);
      }
    }
    return messages;
  }

  private static Form form() {
    ParticipantDraft person =
        new ParticipantDraft(
            null,
            SECRET,
            List.of(new ReferenceDraft("portal", "x" + "\u0007" + SECRET)),
            List.of(
                new FactDraft(
                    "training",
                    Map.of(
                        "purpose", "INITIAL",
                        "minutes", SECRET,
                        "mode", SECRET,
                        "by", SECRET),
                    "2020-09-01",
                    null,
                    null),
                new FactDraft("birth", Map.of("date", "2006-02-30"), null, null, null),
                new FactDraft(SECRET, Map.of(), SECRET, SECRET, SECRET)));
    ProgrammeDefinitionDraft programme =
        new ProgrammeDefinitionDraft(
            SECRET,
            SECRET,
            null,
            null,
            null,
            List.of(SECRET),
            List.of(new PhaseDraft("preparation", null, null, null, null)),
            null,
            null,
            null,
            null,
            List.of(SECRET),
            null,
            List.<PracticeDraft>of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    return new Form(person, programme);
  }
}
