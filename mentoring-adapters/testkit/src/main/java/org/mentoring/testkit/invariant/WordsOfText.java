package org.mentoring.testkit.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.mentoring.participant.Fact;

/**
 * The words of a text, spelt as names are compared ({@link Fact.PersonName#normalised()}), so that
 * neither case, order and dashes nor letters that only look alike hide a name. Not thread-safe.
 */
final class WordsOfText {
  /** What parts words: all but letters, figures, apostrophes and what nobody sees. */
  private static final Pattern BETWEEN =
      Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Cf}'\u02bc\u02b9\u2018\u2019\u2032`\u00b4]+");

  private static final int LONGEST = 200;

  private final List<String> words = new ArrayList<>();
  private final List<Boolean> capitalised = new ArrayList<>();
  private final Map<Integer, Set<List<String>>> runs = new HashMap<>();
  private final Map<Integer, Set<List<String>>> capitalisedRuns = new HashMap<>();

  WordsOfText(String text) {
    for (String written : BETWEEN.split(text, -1)) {
      boolean capital =
          written
              .codePoints()
              .filter(Character::isLetter)
              .limit(1)
              .anyMatch(each -> Character.isUpperCase(each) || Character.isTitleCase(each));
      for (String word : spelt(written)) {
        words.add(word);
        capitalised.add(capital);
      }
    }
  }

  /** The words of a name or a text, in order. */
  static List<String> words(String text) {
    return new WordsOfText(text).words;
  }

  /** Each word once, though the spelling is asked of a given and a family name. */
  private static List<String> spelt(String written) {
    if (written.isBlank() || written.length() > LONGEST) {
      return List.of();
    }
    List<String> twice = List.of(new Fact.PersonName(written, written).normalised().split(" ", -1));
    List<String> once = new ArrayList<>();
    for (int i = 0; i < twice.size(); i += 2) {
      String word = twice.get(i).replaceAll("^'+|'+$", "");
      if (!word.isEmpty()) {
        once.add(word);
      }
    }
    return once;
  }

  /** Whether these words stand side by side, in any order. */
  boolean holds(List<String> name) {
    return !name.isEmpty() && runs(runs, name.size(), false).contains(sorted(name));
  }

  /** The same where each begins with a capital: family names are words of the language too. */
  boolean holdsCapitalised(List<String> name) {
    return !name.isEmpty() && runs(capitalisedRuns, name.size(), true).contains(sorted(name));
  }

  private Set<List<String>> runs(
      Map<Integer, Set<List<String>>> known, int length, boolean capitals) {
    return known.computeIfAbsent(
        length,
        any -> {
          Set<List<String>> all = new HashSet<>();
          for (int i = 0; i + length <= words.size(); i++) {
            if (!capitals || !capitalised.subList(i, i + length).contains(false)) {
              all.add(sorted(words.subList(i, i + length)));
            }
          }
          return all;
        });
  }

  private static List<String> sorted(List<String> some) {
    return some.stream().sorted().toList();
  }
}
