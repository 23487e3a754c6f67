package org.mentoring.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.validation.people.FactInput;
import org.mentoring.validation.people.FactShape;
import org.mentoring.validation.people.ParticipantInput;
import org.mentoring.validation.people.PeopleIntake;

/**
 * Writes people as {@link PeopleCsvReader} reads them: what is written and read again is equal, but
 * for the place, and for free times of the same validity, which become one fact. Only columns that
 * somebody uses are written. Immutable and thread-safe.
 */
public final class PeopleCsvWriter {
  private final CsvOptions options;

  private PeopleCsvWriter(CsvOptions options) {
    this.options = options;
  }

  /** A writer of this spelling. */
  public static PeopleCsvWriter of(CsvOptions options) {
    return new PeopleCsvWriter(options);
  }

  /**
   * Writes the people in their order and closes the stream.
   *
   * @throws org.mentoring.failure.InvalidInput if somebody would not be read again as it is: texts
   *     with control characters, days before 1900 or after 2099, withdrawals apart from their
   *     consent
   * @throws org.mentoring.failure.MentoringException {@code csv.not-encodable} if a character does
   *     not exist in the charset
   * @throws IOException if the stream cannot be written
   */
  public void write(Collection<ParticipantInput> people, OutputStream out) throws IOException {
    PeopleIntake.requireReadable(people);
    List<Map<String, String>> rows = people.stream().map(PeopleCsvWriter::row).toList();
    SortedSet<String> used = new TreeSet<>();
    rows.forEach(row -> used.addAll(row.keySet()));
    used.add(PeopleColumns.ID);
    List<String> header =
        new ArrayList<>(PeopleColumns.names().stream().filter(used::remove).toList());
    header.addAll(used);
    try (CsvTable table = CsvTable.to(out, options, header)) {
      for (Map<String, String> row : rows) {
        table.row(header.stream().map(column -> row.getOrDefault(column, "")).toList());
      }
    }
  }

  private static Map<String, String> row(ParticipantInput person) {
    Map<String, List<String>> cells = new LinkedHashMap<>();
    LocalDate since = commonest(person.facts());
    Map<String, String> row = new LinkedHashMap<>();
    row.put(PeopleColumns.ID, person.id().value());
    if (person.kind() != ParticipantKind.PERSON) {
      row.put(PeopleColumns.KIND, person.kind().name());
    }
    person
        .references()
        .forEach(
            reference ->
                cells
                    .computeIfAbsent(PeopleColumns.REFERENCES, name -> new ArrayList<>())
                    .add(CellText.escaped(reference.system() + ":" + reference.value())));
    if (since != null) {
      row.put(PeopleColumns.SINCE, since.toString());
    }
    for (FactInput input : person.facts()) {
      Map<String, Object> values = FactShape.valuesOf(input.fact());
      PeopleColumns.Column column = PeopleColumns.of(input.fact().kind(), values);
      List<String> entries = cells.computeIfAbsent(column.name(), name -> new ArrayList<>());
      String time = time(input, since);
      if (input.fact() instanceof Fact.Availability) {
        ((List<?>) Objects.requireNonNull(values.get("windows")))
            .forEach(window -> entries.add(window + time));
      } else {
        entries.add(parts(column, values) + time);
      }
    }
    cells.forEach((column, entries) -> row.put(column, String.join("|", entries)));
    return row;
  }

  private static String parts(PeopleColumns.Column column, Map<String, Object> values) {
    int last = column.parts().size();
    while (!values.containsKey(column.parts().get(last - 1))) {
      last--;
    }
    List<String> parts = new ArrayList<>();
    for (String name : column.parts().subList(0, last)) {
      Object value = values.getOrDefault(name, "");
      parts.add(
          name.equals("minutes") ? duration((Long) value) : CellText.escaped(value.toString()));
    }
    return String.join("/", parts);
  }

  private static String duration(long minutes) {
    String hours = minutes >= 60 ? minutes / 60 + "h" : "";
    return minutes % 60 == 0 ? hours : hours + minutes % 60 + "m";
  }

  private static String time(FactInput input, @Nullable LocalDate since) {
    LocalDate from = input.validity().from();
    LocalDate until = input.validity().until();
    LocalDate start = startsByItself(input.fact());
    boolean told = !from.equals(start == null ? since : start);
    if (!told && until == null && input.withdrawn() == null) {
      return "";
    }
    return "@"
        + (told || until == null ? from : "")
        + (until == null ? "" : ".." + until)
        + (input.withdrawn() == null ? "" : " withdrawn " + input.withdrawn());
  }

  private static @Nullable LocalDate startsByItself(Fact fact) {
    if (fact instanceof Fact.Birth birth) {
      return birth.date();
    }
    return fact instanceof Fact.ClearanceCertificate certificate ? certificate.issuedOn() : null;
  }

  /**
   * The day from which most facts hold, the earliest of several; it need not be repeated in the
   * cells.
   */
  private static @Nullable LocalDate commonest(List<FactInput> facts) {
    TreeMap<LocalDate, Integer> counts = new TreeMap<>();
    for (FactInput input : facts) {
      if (startsByItself(input.fact()) == null) {
        counts.merge(input.validity().from(), 1, Integer::sum);
      }
    }
    LocalDate best = null;
    for (Map.Entry<LocalDate, Integer> entry : counts.entrySet()) {
      if (best == null || entry.getValue() > counts.getOrDefault(best, 0)) {
        best = entry.getKey();
      }
    }
    return best;
  }
}
