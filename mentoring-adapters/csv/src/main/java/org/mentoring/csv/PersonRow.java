package org.mentoring.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;
import org.mentoring.validation.people.FactDraft;
import org.mentoring.validation.people.LocatedDraft;
import org.mentoring.validation.people.ParticipantDraft;
import org.mentoring.validation.people.PeopleIntake;
import org.mentoring.validation.people.ReferenceDraft;
import org.mentoring.validation.people.ValueShape;

/** One row of a table of people, on its way to a draft. */
final class PersonRow {
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern DURATION =
      Pattern.compile("(?=\\d)(?:(\\d{1,5})h)?(?:(\\d{1,6})m)?");
  private static final Pattern DOTTED = Pattern.compile("(\\d{2})\\.(\\d{2})\\.(\\d{4})");
  private static final Pattern FACT = Pattern.compile("facts\\[(\\d+)].*");

  private final String source;
  private final int line;
  private final CsvOptions options;
  private final List<Problem> problems = new ArrayList<>();
  private final List<FactDraft> facts = new ArrayList<>();
  private final List<String> columnOfFact = new ArrayList<>();
  private final Set<String> told = new HashSet<>();
  private @Nullable String since;
  private boolean sinceTold;

  private PersonRow(String source, int line, CsvOptions options) {
    this.source = source;
    this.line = line;
    this.options = options;
    this.since = options.since() == null ? null : options.since().toString();
  }

  static LocatedDraft draft(
      List<String> header, List<String> cells, String source, int line, CsvOptions options) {
    return new PersonRow(source, line, options).read(header, cells);
  }

  private LocatedDraft read(List<String> header, List<String> cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String column = header.get(i);
      String cell = cells.get(i);
      boolean runs = cell.startsWith("=") || cell.startsWith("@");
      if (runs || (column.equals(PeopleColumns.ID) && SpreadsheetCell.runs(cell))) {
        tell("csv.formula", column, ValueShape.of(cell));
        row.put(column, "");
      } else {
        row.put(column, SpreadsheetCell.unescaped(cell));
      }
    }
    String ownSince = row.getOrDefault(PeopleColumns.SINCE, "").strip();
    if (!ownSince.isEmpty()) {
      since = isoDate(ownSince);
      Optional<Problem> fault = PeopleIntake.faultOfDay(since, place(PeopleColumns.SINCE));
      if (fault.isPresent()) {
        problems.add(fault.get());
        since = null;
        sinceTold = true;
      }
    }
    List<ReferenceDraft> references = references(row.getOrDefault(PeopleColumns.REFERENCES, ""));
    row.forEach(
        (column, cell) -> {
          if (!PeopleColumns.ofThePerson(column) && !cell.isBlank()) {
            facts(PeopleColumns.named(column).orElseThrow(), cell);
          }
        });
    String id = row.getOrDefault(PeopleColumns.ID, "").strip();
    String kind = row.getOrDefault(PeopleColumns.KIND, "").strip();
    if (problems.stream().anyMatch(problem -> PeopleColumns.ID.equals(problem.place().path()))) {
      told.add(PeopleColumns.ID);
    }
    ParticipantDraft draft =
        new ParticipantDraft(
            id.isEmpty() ? null : id, kind.isEmpty() ? null : kind, references, facts);
    return new LocatedDraft(draft, new Place(source, line, 0, null), places(), problems, told);
  }

  private Function<String, Place> places() {
    List<String> columns = List.copyOf(columnOfFact);
    return path -> {
      Matcher fact = FACT.matcher(path);
      if (fact.matches()) {
        return place(columns.get(Integer.parseInt(fact.group(1))));
      }
      return place(path.startsWith("references") ? PeopleColumns.REFERENCES : path);
    };
  }

  private List<ReferenceDraft> references(String cell) {
    List<ReferenceDraft> references = new ArrayList<>();
    if (cell.isBlank()) {
      return references;
    }
    for (CellText.Entry entry : entries(PeopleColumns.REFERENCES, cell, true)) {
      String text = entry.parts().get(0);
      int colon = text.indexOf(':');
      if (entry.from() != null || entry.until() != null) {
        tell("csv.date-not-here", PeopleColumns.REFERENCES, ValueShape.of(text));
      } else if (colon < 0) {
        tell("people.reference-malformed", PeopleColumns.REFERENCES, ValueShape.of(text));
      } else {
        references.add(new ReferenceDraft(text.substring(0, colon), text.substring(colon + 1)));
      }
    }
    return references;
  }

  private void facts(PeopleColumns.Column column, String cell) {
    Map<List<@Nullable String>, List<String>> windows = new LinkedHashMap<>();
    for (CellText.Entry entry : entries(column.name(), cell, column.parts().size() == 1)) {
      if (column.kind().equals("availability")) {
        List<@Nullable String> time = new ArrayList<>();
        time.add(entry.from());
        time.add(entry.until());
        time.add(entry.withdrawn());
        windows.computeIfAbsent(time, each -> new ArrayList<>()).add(entry.parts().get(0));
        continue;
      }
      if (entry.parts().size() > column.parts().size()) {
        problems.add(
            new Problem(
                "csv.parts-too-many",
                place(column.name()),
                Map.of(
                    "found",
                    "" + entry.parts().size(),
                    "allowed",
                    String.join("/", column.parts()))));
        continue;
      }
      Map<String, Object> values = new HashMap<>(column.fixed());
      boolean readable = true;
      for (int i = 0; i < entry.parts().size(); i++) {
        String name = column.parts().get(i);
        String part = entry.parts().get(i);
        Object value = part.isEmpty() ? "" : value(column, name, part);
        if (value == null) {
          readable = false;
        } else if (!value.equals("")) {
          values.put(name, value);
        }
      }
      if (readable) {
        add(column, values, entry.from(), entry.until(), entry.withdrawn());
      }
    }
    windows.forEach(
        (time, texts) ->
            add(column, Map.of("windows", texts), time.get(0), time.get(1), time.get(2)));
  }

  private void add(
      PeopleColumns.Column column,
      Map<String, Object> values,
      @Nullable String from,
      @Nullable String until,
      @Nullable String withdrawn) {
    boolean startsByItself =
        column.kind().equals("birth") || column.kind().equals("clearance-certificate");
    String start = from == null ? (startsByItself ? null : since) : isoDate(from);
    if (start == null && sinceTold) {
      told.add("facts[" + facts.size() + "].from");
    }
    facts.add(
        new FactDraft(
            column.kind(),
            values,
            start,
            until == null ? null : isoDate(until),
            withdrawn == null ? null : isoDate(withdrawn)));
    columnOfFact.add(column.name());
  }

  private @Nullable Object value(PeopleColumns.Column column, String name, String part) {
    return switch (name) {
      case "minutes" -> minutes(column.name(), part);
      case "mentees" -> WHOLE.matcher(part).matches() ? (Object) Long.valueOf(part) : part;
      case "date", "issuedOn", "since" -> isoDate(part);
      default -> part;
    };
  }

  private @Nullable Long minutes(String column, String part) {
    Matcher matcher = DURATION.matcher(part);
    if (!matcher.matches()) {
      tell("csv.duration-malformed", column, ValueShape.of(part));
      return null;
    }
    long hours = matcher.group(1) == null ? 0 : Long.parseLong(matcher.group(1));
    long minutes = matcher.group(2) == null ? 0 : Long.parseLong(matcher.group(2));
    return hours * 60 + minutes;
  }

  private List<CellText.Entry> entries(String column, String cell, boolean oneValue) {
    Optional<List<CellText.Entry>> read = CellText.entries(cell, oneValue);
    if (read.isEmpty()) {
      tell("csv.escape-dangling", column, ValueShape.of(cell));
      return List.of();
    }
    List<CellText.Entry> entries = new ArrayList<>();
    for (CellText.Entry entry : read.get()) {
      if (entry.parts().stream().allMatch(String::isEmpty)) {
        tell("csv.entry-empty", column, ValueShape.of(cell));
      } else {
        entries.add(entry);
      }
    }
    return entries;
  }

  private String isoDate(String text) {
    Matcher dotted = DOTTED.matcher(text);
    return options.dottedDates() && dotted.matches()
        ? dotted.group(3) + "-" + dotted.group(2) + "-" + dotted.group(1)
        : text;
  }

  private void tell(String code, String column, String found) {
    problems.add(new Problem(code, place(column), Map.of("found", found)));
  }

  private Place place(String column) {
    return new Place(source, line, 0, column);
  }
}
