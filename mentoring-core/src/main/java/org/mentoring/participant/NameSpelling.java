package org.mentoring.participant;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One spelling of a name. What nobody sees must not make two people of one: characters without a
 * shape, other dashes and apostrophes, and Latin letters among Cyrillic ones.
 */
final class NameSpelling {
  /** Latin letters whose small or capital form looks like the Cyrillic one below it. */
  private static final String LATIN = "abcehijkmopstxy";

  private static final String CYRILLIC = "авсеніјкморѕтху";

  private NameSpelling() {}

  /** The words in one order, for forms swap given names and family names. */
  static String of(String given, String family) {
    return Arrays.stream((plain(family) + ' ' + plain(given)).split(" ", -1))
        .filter(word -> !word.isEmpty())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String plain(String name) {
    // Before letters and marks are put together, which a character without a shape would prevent.
    String seen = without(name);
    String small =
        Normalizer.normalize(seen, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("(?U)\\s+", " ")
            .replaceAll(" ?[\\p{Pd}\u2212] ?", "-")
            .replaceAll("[\u02bc\u02b9\u2018\u2019\u2032`\u00b4]", "'");
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < small.length(); i++) {
      char letter = small.charAt(i);
      int latin = LATIN.indexOf(letter);
      plain.append(latin < 0 ? letter : CYRILLIC.charAt(latin));
    }
    return plain.toString().replace('ё', 'е');
  }

  private static String without(String name) {
    StringBuilder seen = new StringBuilder();
    name.codePoints().filter(each -> !shapeless(each)).forEach(seen::appendCodePoint);
    return seen.toString();
  }

  /** Unicode's default ignorable code points, and all that format or control and part no words. */
  private static boolean shapeless(int character) {
    int type = Character.getType(character);
    return type == Character.FORMAT
        || (type == Character.CONTROL && !Character.isWhitespace(character))
        || character == 0x034F
        || character == 0x115F
        || character == 0x1160
        || character == 0x17B4
        || character == 0x17B5
        || (character >= 0x180B && character <= 0x180F)
        || character == 0x3164
        || (character >= 0xFE00 && character <= 0xFE0F)
        || character == 0xFFA0
        || (character >= 0xE0000 && character <= 0xE0FFF);
  }
}
