package org.mentoring.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Texts that stand for one person alone, in Latin and Cyrillic letters, so that whoever finds one
 * knows whose data leaked. No canary is a part of another one.
 *
 * @param number the person's number, from 0; no other person has it
 */
public record Canaries(int number) {
  /** Long before anything in a life happens, so that no other day is the same. */
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1971, 1, 1);

  /** Stands for a person in what others write. */
  public String told() {
    return "told" + digits() + "x сказано" + digits() + "ю";
  }

  /** The same for people together, as in a text about a pair. */
  public static String told(List<Canaries> people) {
    return people.stream().map(Canaries::told).reduce("", (one, other) -> one + " " + other).trim();
  }

  /** A text of a fact, or of a reference. */
  String own(String what) {
    return what.toUpperCase(Locale.ROOT) + digits() + "x канарейка" + digits() + "ю";
  }

  /** The birth date. */
  LocalDate birth() {
    return FIRST_BIRTH.plusDays(number);
  }

  /** What stands in the person's own facts and references, and nowhere else. */
  public List<String> own() {
    List<String> all = new ArrayList<>();
    for (String what : List.of("GIVEN", "FAMILY", "NEED", "OFFER", "TOPIC", "PORTAL", "WRONG")) {
      all.add(what + digits() + "x");
    }
    all.add("канарейка" + digits() + "ю");
    all.add(birth().toString());
    return all;
  }

  /** All that must be gone when the person was erased. */
  public List<String> all() {
    List<String> all = new ArrayList<>(own());
    all.add("told" + digits() + "x");
    all.add("сказано" + digits() + "ю");
    return all;
  }

  private String digits() {
    return String.format(Locale.ROOT, "%05d", number);
  }
}
