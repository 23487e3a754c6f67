package org.mentoring.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;
import org.mentoring.text.Spelling;
import org.mentoring.validation.people.ValueShape;

/** The header of a table of people, and all that is wrong with it. */
final class PeopleHeader {
  private final String source;
  private final int line;
  private final List<Problem> problems = new ArrayList<>();

  private PeopleHeader(String source, int line) {
    this.source = source;
    this.line = line;
  }

  static List<Problem> problems(List<String> names, String source, int line, CsvOptions options) {
    PeopleHeader header = new PeopleHeader(source, line);
    header.check(names, options);
    return header.problems;
  }

  private void check(List<String> names, CsvOptions options) {
    if (names.size() == 1 && tellDelimiter(names.get(0), options)) {
      return;
    }
    if (names.size() > options.limits().columns()) {
      tell(
          "csv.columns-too-many",
          null,
          Map.of("found", "" + names.size(), "allowed", "" + options.limits().columns()));
      return;
    }
    if (looksLikePeople(names)) {
      tell("csv.no-header", null, Map.of("allowed", PeopleColumns.ID));
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name.isBlank()) {
        tell("csv.column-unnamed", null, Map.of("found", "" + (i + 1)));
      } else if (!known(name)) {
        String nearest =
            name.startsWith(PeopleColumns.TRAIT)
                ? PeopleColumns.TRAIT + "some-attribute"
                : String.join("", Spelling.alike(name, PeopleColumns.names(), 1));
        // A header may be a row of data by mistake: what is no known name may be personal.
        tell(
            "csv.column-unknown",
            null,
            Map.of("column", "" + (i + 1), "found", ValueShape.of(name), "maybe", nearest));
      } else if (!seen.add(name)) {
        tell("csv.column-twice", name, Map.of("found", name));
      }
    }
    if (!seen.contains(PeopleColumns.ID)) {
      tell("csv.column-missing", null, Map.of("allowed", PeopleColumns.ID));
    }
  }

  /** Without an id, and with fewer names of columns than other texts. */
  private static boolean looksLikePeople(List<String> names) {
    long known =
        names.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(PeopleHeader::known)
            .count();
    return !names.contains(PeopleColumns.ID) && known * 2 < names.size() && names.size() > 1;
  }

  private static boolean known(String name) {
    return PeopleColumns.ofThePerson(name) || PeopleColumns.named(name).isPresent();
  }

  private boolean tellDelimiter(String only, CsvOptions options) {
    for (char other : new char[] {';', '\t', ','}) {
      if (other != options.delimiter() && only.indexOf(other) >= 0) {
        String code =
            switch (other) {
              case ';' ->
                  options.charset().equals(StandardCharsets.UTF_8)
                      ? "csv.looks-like-russian-utf8"
                      : "csv.header-semicolons";
              case '\t' -> "csv.header-tabs";
              default -> "csv.header-commas";
            };
        tell(code, null, Map.of());
        return true;
      }
    }
    return false;
  }

  private void tell(String code, @Nullable String column, Map<String, String> parameters) {
    problems.add(new Problem(code, new Place(source, line, 0, column), parameters));
  }
}
