package org.mentoring.text;

import java.util.Locale;

/** The languages that every message exists in. */
public enum Language {
  /** Russian. */
  RU(Locale.forLanguageTag("ru")),
  /** English. */
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** The locale for numbers and dates. */
  public Locale locale() {
    return locale;
  }
}
