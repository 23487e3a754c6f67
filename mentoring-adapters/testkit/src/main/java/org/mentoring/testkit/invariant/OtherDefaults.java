package org.mentoring.testkit.invariant;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Consumer;

/** Tries something under other defaults of the JVM, one after the other, and puts them back. */
final class OtherDefaults {
  private static final List<String> LOCALES =
      List.of("tr-TR", "ar-EG", "ru-RU", "tr-TR", "th-TH-u-ca-buddhist", "tr-TR");

  /** As far apart as zones are, two in which some days have no midnight, and one of odd minutes. */
  private static final List<String> ZONES =
      List.of(
          "Pacific/Kiritimati",
          "Etc/GMT+12",
          "Asia/Kathmandu",
          "America/Sao_Paulo",
          "Africa/Cairo",
          "Europe/Moscow");

  private OtherDefaults() {}

  /**
   * One caller at a time: the defaults are the whole JVM's.
   *
   * @param tried gets the names of the defaults
   */
  static synchronized void each(Consumer<String> tried) {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (int i = 0; i < LOCALES.size(); i++) {
        Locale.setDefault(Locale.forLanguageTag(LOCALES.get(i)));
        TimeZone.setDefault(TimeZone.getTimeZone(ZONES.get(i)));
        tried.accept(LOCALES.get(i) + " and " + ZONES.get(i));
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
