package org.mentoring.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;
import org.mentoring.text.Spelling;

/** The header of a table of people, and all that is wrong with it. */
final class PeopleHeader {
  private static final int LONGEST_NAME_TOLD = 40;

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
          "",
          Map.of("found", "" + names.size(), "allowed", "" + options.limits().columns()));
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name.isBlank()) {
        tell("csv.column-unnamed", "", Map.of("found", "" + (i + 1)));
      } else if (!seen.add(name)) {
        tell("csv.column-twice", name, Map.of("found", told(name)));
      } else if (!PeopleColumns.ofThePerson(name) && PeopleColumns.named(name).isEmpty()) {
        String nearest =
            name.startsWith(PeopleColumns.TRAIT)
                ? PeopleColumns.TRAIT + "some-attribute"
                : String.join("", Spelling.nearest(name, PeopleColumns.names(), 1));
        tell("csv.column-unknown", name, Map.of("found", told(name), "allowed", nearest));
      }
    }
    if (!seen.contains(PeopleColumns.ID)) {
      tell("csv.column-missing", "", Map.of("allowed", PeopleColumns.ID));
    }
  }

  private boolean tellDelimiter(String only, CsvOptions options) {
    for (char other : new char[] {';', '\t', ','}) {
      if (other != options.delimiter() && only.indexOf(other) >= 0) {
        String code =
            switch (other) {
              case ';' -> "csv.header-semicolons";
              case '\t' -> "csv.header-tabs";
              default -> "csv.header-commas";
            };
        tell(code, "", Map.of());
        return true;
      }
    }
    return false;
  }

  private void tell(String code, String column, Map<String, String> parameters) {
    problems.add(
        new Problem(
            code, new Place(source, line, 0, column.isEmpty() ? null : told(column)), parameters));
  }

  /** A header may be a row of data by mistake, so long names are cut. */
  private static String told(String name) {
    String line = name.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= LONGEST_NAME_TOLD ? line : line.substring(0, LONGEST_NAME_TOLD) + "…";
  }
}
