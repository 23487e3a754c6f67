package org.mentoring.text;

/** The plural forms of whole numbers, after Unicode CLDR's rules for Russian and English. */
enum PluralForm {
  ONE,
  FEW,
  MANY,
  OTHER;

  static PluralForm of(long number, Language language) {
    long n = Math.abs(number);
    if (language == Language.EN) {
      return n == 1 ? ONE : OTHER;
    }
    long tens = n % 100;
    long units = n % 10;
    if (units == 1 && tens != 11) {
      return ONE;
    }
    return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? FEW : MANY;
  }
}
