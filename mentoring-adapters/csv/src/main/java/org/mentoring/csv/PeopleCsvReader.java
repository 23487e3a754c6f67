package org.mentoring.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;
import org.mentoring.validation.people.Expectations;
import org.mentoring.validation.people.LocatedDraft;
import org.mentoring.validation.people.PeopleImport;
import org.mentoring.validation.people.PeopleIntake;

/**
 * Reads people from a table: <b>one row a person</b>, the first row names the columns, their order
 * is free, only {@code id} must be there. Every fault is told with its line and column and without
 * the value; good rows are accepted whatever is wrong with others.
 *
 * <p>A cell of facts holds entries divided by {@code |}; an entry is its parts divided by {@code
 * /}, then, where it has a time of its own, {@code @2020-08-01} (from that day on) or
 * {@code @2020-08-01..2021-08-01} (the last day not included). Without a time a fact holds from the
 * row's {@code since} on, or from {@link CsvOptions#since()}. A backslash makes the {@code |},
 * {@code /}, {@code @}, space or backslash after it an ordinary character.
 *
 * <table>
 * <caption>Columns; parts in brackets may be absent</caption>
 * <tr><th>column</th><th>entry</th><th>example</th></tr>
 * <tr><td>id</td><td>opaque id, required</td><td>m-0001</td></tr>
 * <tr><td>kind</td><td>PERSON (the default), FAMILY, ORGANISATION, GROUP</td><td>FAMILY</td></tr>
 * <tr><td>references</td><td>system:key</td><td>school-portal:8812</td></tr>
 * <tr><td>since</td><td>day</td><td>2020-09-01</td></tr>
 * <tr><td>born</td><td>day; holds from itself on</td><td>2006-05-14</td></tr>
 * <tr><td>name</td><td>given/family</td><td></td></tr>
 * <tr><td>positions</td><td>position[/practice]</td><td>MENTEE/adolescents</td></tr>
 * <tr><td>applications</td><td>position/way in</td><td>MENTEE/FAMILY@2020-09-02</td></tr>
 * <tr><td>referrals</td><td>by</td><td>JUVENILE_AFFAIRS_COMMISSION</td></tr>
 * <tr><td>decisions</td><td>authority/matter/outcome</td>
 *     <td>JUVENILE_AFFAIRS_COMMISSION/PARTICIPATION/POSITIVE</td></tr>
 * <tr><td>profiles</td><td>prepared by</td><td>JUVENILE_AFFAIRS_COMMISSION</td></tr>
 * <tr><td>registers</td><td>preventive register</td><td>COMMISSION|SCHOOL</td></tr>
 * <tr><td>circumstances</td><td>code</td><td>AT_RISK</td></tr>
 * <tr><td>family-meetings</td><td>with</td><td>MENTORING_CENTRE</td></tr>
 * <tr><td>guardians</td><td>the guardian's id</td><td></td></tr>
 * <tr><td>consents</td><td>by/with/purpose[/giver's id], after the time {@code withdrawn} and a day</td>
 *     <td>GUARDIAN/MENTORING_CENTRE/PARTICIPATION@2020-09-05 withdrawn 2020-09-20</td></tr>
 * <tr><td>documents</td><td>document</td><td>PASSPORT|APPLICATION_FORM</td></tr>
 * <tr><td>clearances</td><td>certificate/issued on/outcome; holds from the day of issue on</td>
 *     <td>CRIMINAL_RECORD/2020-03-01/POSITIVE@..2021-03-01</td></tr>
 * <tr><td>interviews</td><td>by/mode/outcome</td><td>CENTRE_HEAD/IN_PERSON/POSITIVE</td></tr>
 * <tr><td>trainings</td><td>purpose/length/mode/by[/course]; length as 8h, 90m, 1h30m</td>
 *     <td>INITIAL/8h/IN_PERSON/REGIONAL_OPERATOR</td></tr>
 * <tr><td>assessments</td><td>standard/outcome</td><td>mentor-selection/POSITIVE</td></tr>
 * <tr><td>reference-checks</td><td>outcome</td><td>POSITIVE</td></tr>
 * <tr><td>commitments</td><td>period</td><td>P1Y</td></tr>
 * <tr><td>attestations</td><td>code/by</td><td>MOTIVATED/COORDINATOR</td></tr>
 * <tr><td>affiliations</td><td>code</td><td>INFORMAL_COMMUNITY</td></tr>
 * <tr><td>register-entries</td><td>register</td><td></td></tr>
 * <tr><td>municipality, group, organisation, languages, gender</td><td>text</td><td></td></tr>
 * <tr><td>trait:&lt;attribute&gt;</td><td>text; any attribute that the definition declares</td><td></td></tr>
 * <tr><td>interests, needs, offers</td><td>text</td><td></td></tr>
 * <tr><td>availability</td><td>window of a usual week</td><td>MON 15:00-18:00|SAT 10:00-13:00</td></tr>
 * <tr><td>capacity</td><td>whole number</td><td>2</td></tr>
 * <tr><td>exclusions</td><td>the other's id</td><td></td></tr>
 * <tr><td>wishes</td><td>attribute of the other party/value</td><td>gender/female</td></tr>
 * <tr><td>siblings</td><td>the other's id</td><td></td></tr>
 * <tr><td>mentored-by, former-mentors</td><td>the mentor's id</td><td></td></tr>
 * <tr><td>in-service</td><td>occupation/first day</td><td>TEACHING/2010-09-01</td></tr>
 * </table>
 *
 * <p>Immutable and thread-safe.
 */
public final class PeopleCsvReader {
  private final CsvOptions options;
  private final PeopleIntake intake;

  private PeopleCsvReader(CsvOptions options, PeopleIntake intake) {
    this.options = options;
    this.intake = intake;
  }

  /** A reader of this spelling that takes every well spelt code. */
  public static PeopleCsvReader of(CsvOptions options) {
    return of(options, Expectations.none());
  }

  /** A reader of this spelling that expects this. */
  public static PeopleCsvReader of(CsvOptions options, Expectations expectations) {
    return new PeopleCsvReader(options, PeopleIntake.with(expectations));
  }

  /**
   * Reads a file; problems name it without its folders.
   *
   * @throws IOException if the file cannot be read
   */
  public PeopleImport read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Path name = file.getFileName();
      return read(in, name == null ? file.toString() : name.toString());
    }
  }

  /**
   * Reads a stream and leaves it open.
   *
   * @param in what to read
   * @param source how problems name it
   * @throws IOException if the stream cannot be read
   */
  public PeopleImport read(InputStream in, String source) throws IOException {
    byte[] bytes = in.readNBytes(options.limits().bytes() + 1);
    if (bytes.length > options.limits().bytes()) {
      return failed("csv.file-too-large", source, Map.of("allowed", "" + options.limits().bytes()));
    }
    TextDecoding.Decoded decoded = TextDecoding.decode(bytes, source, options.charset());
    if (decoded.problem().isPresent()) {
      return PeopleImport.failed(List.of(decoded.problem().get()));
    }
    return read(decoded.text(), source);
  }

  private PeopleImport read(String text, String source) {
    List<RowSplitter.Row> rows =
        RowSplitter.rows(text, options.delimiter(), options.limits().rowCharacters());
    if (rows.isEmpty()) {
      return failed("csv.empty", source, Map.of());
    }
    RowSplitter.Row first = rows.get(0);
    if (first.fault() != null) {
      return PeopleImport.failed(List.of(Problem.of(first.fault(), place(source, first.line()))));
    }
    List<Problem> problems = new ArrayList<>();
    List<String> header = cells(first, source, problems).stream().map(String::strip).toList();
    if (problems.isEmpty()) {
      problems.addAll(PeopleHeader.problems(header, source, first.line(), options));
    }
    if (!problems.isEmpty()) {
      return PeopleImport.failed(problems);
    }
    if (rows.size() == 1) {
      return failed("csv.header-only", source, Map.of());
    }
    if (rows.size() - 1 > options.limits().rows()) {
      return failed(
          "csv.rows-too-many",
          source,
          Map.of("found", "" + (rows.size() - 1), "allowed", "" + options.limits().rows()));
    }
    return read(header, rows.subList(1, rows.size()), source);
  }

  private PeopleImport read(List<String> header, List<RowSplitter.Row> rows, String source) {
    List<Problem> problems = new ArrayList<>();
    List<LocatedDraft> drafts = new ArrayList<>();
    for (RowSplitter.Row row : rows) {
      if (row.fault() != null) {
        problems.add(Problem.of(row.fault(), place(source, row.line())));
        continue;
      }
      int before = problems.size();
      List<String> cells = cells(row, source, problems);
      if (problems.size() == before && cells.size() != header.size()) {
        problems.add(
            new Problem(
                "csv.ragged",
                place(source, row.line()),
                Map.of("found", "" + cells.size(), "allowed", "" + header.size())));
      } else if (problems.size() == before) {
        drafts.add(PersonRow.draft(header, cells, source, row.line(), options));
      }
    }
    PeopleImport taken = intake.take(drafts);
    problems.addAll(taken.problems());
    return new PeopleImport(taken.accepted(), problems, rows.size());
  }

  private List<String> cells(RowSplitter.Row row, String source, List<Problem> problems) {
    try {
      return CsvReader.builder()
          .fieldSeparator(options.delimiter())
          .ofSingleCsvRecord(row.text())
          .getFields();
    } catch (CsvParseException e) {
      problems.add(Problem.of("csv.quote-stray", place(source, row.line())));
      return List.of();
    }
  }

  private static PeopleImport failed(String code, String source, Map<String, String> parameters) {
    return PeopleImport.failed(List.of(new Problem(code, Place.of(source), parameters)));
  }

  private static Place place(String source, int line) {
    return new Place(source, line, 0, null);
  }
}
