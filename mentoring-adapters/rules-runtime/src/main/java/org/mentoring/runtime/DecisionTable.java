package org.mentoring.runtime;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mentoring.failure.Problem;

/**
 * Turns a table into rules: the first row says what each column is, the second how its cells are
 * read, each further one is a rule. A rule stands on the line on which its row begins, so that what
 * is wrong with it is told there.
 */
final class DecisionTable {
  /**
   * Letters and digits of any script, and what numbers, dates, codes and topics are written with.
   */
  private static final Pattern CELL = Pattern.compile("[\\p{L}\\p{N} ._:/@+-]*");

  private static final Pattern VALUE =
      Pattern.compile("\\s*([a-z][A-Za-z0-9]*)\\s*=(?!=)(.*)", Pattern.DOTALL);
  private static final String PARAMETER = "$param";
  private static final String LINE_BREAKS = "[\\r\\n]+";
  private static final String IMPORTS =
      "import org.mentoring.identity.Code; import org.mentoring.participant.Fact;"
          + " import org.mentoring.participant.Fact.*;"
          + " import org.mentoring.participant.ParticipantKind;"
          + " import org.mentoring.participant.Position;"
          + " import org.mentoring.runtime.Held; import org.mentoring.runtime.OwnFinding;"
          + " import org.mentoring.runtime.PartyCase; import java.time.LocalDate;"
          + " import java.time.Period;";

  private enum Column {
    RULE,
    SOURCE,
    EFFECT,
    CONDITION,
    VALUE,
    ON
  }

  private final String name;
  private final List<Problem> problems;
  private final List<Column> columns = new ArrayList<>();
  private final List<String> templates = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private long length;

  private DecisionTable(String name, List<Problem> problems) {
    this.name = name;
    this.problems = problems;
  }

  /**
   * The table as a file of rules; without rules where it cannot be read.
   *
   * @param own the package of the rules
   */
  static Source rules(String own, String name, String text, List<Problem> problems) {
    DecisionTable table = new DecisionTable(name, problems);
    table.at(1, "package " + own + "; " + IMPORTS);
    List<CsvRecord> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      reader.forEach(rows::add);
    } catch (CsvParseException | IOException e) {
      table.wrong("own-rules.table-syntax", rows.size() + 1, Map.of());
      rows.clear();
    }
    if (!rows.isEmpty() && table.columns(rows.get(0)) && rows.size() > 1) {
      table.templates(rows.get(1));
      for (CsvRecord row : rows.subList(2, rows.size())) {
        table.rule(row);
        if (table.length > FileBounds.MOST_CHARACTERS) {
          break;
        }
      }
    }
    return new Source(name, String.join("\n", table.lines), true);
  }

  private void at(long line, String text) {
    while (lines.size() < line) {
      lines.add("");
    }
    lines.set((int) line - 1, text);
  }

  private void wrong(String problem, long line, Map<String, String> parameters) {
    problems.add(new Problem(problem, DrlReading.at(name, (int) line), parameters));
  }

  private boolean columns(CsvRecord row) {
    int before = problems.size();
    List<String> known = List.of(Column.values()).stream().map(Enum::name).toList();
    for (String cell : row.getFields()) {
      String word = cell.strip();
      if (known.contains(word)) {
        columns.add(Column.valueOf(word));
      } else {
        wrong(
            "own-rules.table-column",
            row.getStartingLineNumber(),
            Map.of("found", DrlReading.told(word), "allowed", String.join(", ", known)));
      }
    }
    for (Column once : List.of(Column.RULE, Column.SOURCE, Column.EFFECT)) {
      if (Collections.frequency(columns, once) != 1) {
        wrong("own-rules.table-once", row.getStartingLineNumber(), Map.of("found", once.name()));
      }
    }
    return problems.size() == before;
  }

  private void templates(CsvRecord row) {
    for (int i = 0; i < columns.size(); i++) {
      String template =
          i < row.getFieldCount() ? row.getField(i).replaceAll(LINE_BREAKS, " ").strip() : "";
      templates.add(template);
      boolean wrong =
          switch (columns.get(i)) {
            case RULE, SOURCE, EFFECT -> !template.isEmpty();
            case CONDITION, ON -> template.isEmpty();
            case VALUE -> !VALUE.matcher(template).matches();
          };
      if (wrong) {
        wrong(
            "own-rules.table-template",
            row.getStartingLineNumber(),
            Map.of("found", DrlReading.told(template), "column", columns.get(i).name()));
      }
    }
  }

  private void rule(CsvRecord row) {
    if (row.getFields().stream().allMatch(String::isBlank)) {
      return;
    }
    long line = row.getStartingLineNumber();
    if (row.getFieldCount() != columns.size()) {
      wrong(
          "own-rules.table-row",
          line,
          Map.of(
              "found",
              Integer.toString(row.getFieldCount()),
              "allowed",
              Integer.toString(columns.size())));
      return;
    }
    String code = "";
    StringBuilder beside = new StringBuilder();
    StringBuilder when = new StringBuilder();
    StringBuilder then = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      String cell = row.getField(i).strip();
      if (!CELL.matcher(cell).matches()) {
        wrong("own-rules.table-cell", line, Map.of("column", columns.get(i).name()));
        return;
      }
      length += filled(templates.get(i), cell);
      if (length > FileBounds.MOST_CHARACTERS) {
        problems.add(FileBounds.tooLong(name, (int) line));
        return;
      }
      String template = templates.get(i).replace(PARAMETER, cell);
      switch (columns.get(i)) {
        case RULE -> code = cell;
        case SOURCE -> beside.append(" @source(\"").append(cell).append("\")");
        case EFFECT -> beside.append(" @effect(\"").append(cell).append("\")");
        case CONDITION -> when.append(cell.isEmpty() ? "" : " " + template);
        case VALUE -> then.append(cell.isEmpty() ? "" : value(template));
        case ON -> then.append(cell.isEmpty() ? "" : ".on(" + template + ")");
      }
    }
    at(
        line,
        "rule \""
            + code
            + "#"
            + line
            + "\" @code(\""
            + code
            + "\")"
            + beside
            + " when"
            + when
            + " then insert(OwnFinding.of(\""
            + code
            + "#"
            + line
            + "\")"
            + then
            + "); end");
  }

  /** How long a template is once a cell was put into it. */
  private static long filled(String template, String cell) {
    long times = 0;
    for (int at = template.indexOf(PARAMETER); at >= 0; ) {
      times++;
      at = template.indexOf(PARAMETER, at + PARAMETER.length());
    }
    return template.length() + times * (cell.length() - PARAMETER.length());
  }

  private static String value(String template) {
    Matcher matcher = VALUE.matcher(template);
    return matcher.matches()
        ? ".with(\"" + matcher.group(1) + "\", " + matcher.group(2).strip() + ")"
        : "";
  }
}
