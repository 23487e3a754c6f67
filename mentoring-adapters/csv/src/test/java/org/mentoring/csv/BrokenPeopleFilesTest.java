package org.mentoring.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoring.criterion.Attribute;
import org.mentoring.failure.Problem;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;
import org.mentoring.validation.people.Expectations;
import org.mentoring.validation.people.PeopleImport;

/**
 * Each kind of broken file has its own code, its line and a text in both languages; good rows stay.
 */
class BrokenPeopleFilesTest {
  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

  /** Line 2 is good, line 3 is broken in one column. */
  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "born; 2020-02-30; people.date-nonexistent",
        "born; 01.02.2006; people.date-malformed",
        "born; 0206-05-01; people.date-range",
        "born; 2999-01-01; people.date-range",
        "born; 2030-01-01; people.born-later",
        "born; 2006-01-01|2007-01-01; people.born-twice",
        "born; Иванов; people.date-malformed",
        "capacity; 16.9; people.not-whole-number",
        "capacity; two; people.not-whole-number",
        "capacity; 1e1000000000; people.number-huge",
        "capacity; 99999999999999999999999999; people.number-huge",
        "capacity; 100000000000; people.number-huge",
        "capacity; 1001; people.out-of-range",
        "capacity; -1; people.out-of-range",
        "trainings; INITIAL/8/IN_PERSON/REGIONAL_OPERATOR; csv.duration-malformed",
        "trainings; INITIAL/0h/IN_PERSON/REGIONAL_OPERATOR; people.out-of-range",
        "trainings; INITIAL/8h/BY_POST/REGIONAL_OPERATOR; people.choice-unknown",
        "trainings; INITIAL/8h; people.value-missing",
        "trainings; INITIAL/8h/IN_PERSON/REGIONAL_OPERATOR/A/B; csv.parts-too-many",
        "trainings; INITIAL/4h/ONLINE/A|INITIAL/4h/ONLINE/A; people.fact-twice",
        "circumstances; at risk; people.code-malformed",
        "circumstances; AT_RISKK; people.code-unknown",
        "circumstances; AT_RISK||ORPHAN; csv.entry-empty",
        "circumstances; AT_RISK@2020-13-01; people.date-nonexistent",
        "circumstances; AT_RISK@yesterday; people.date-malformed",
        "circumstances; AT_RISK@2020-09-01..2020-09-01; people.validity-empty",
        "circumstances; AT_RISK@1999-01-01; people.before-birth",
        "circumstances; AT_RISK@2020-09-01 withdrawn 2020-09-02; people.withdrawn-not-consent",
        "consents; GUARDIAN/A/B@2020-09-01 withdrawn 2020-08-31; people.withdrawn-before-consent",
        "positions; BOSS; people.choice-unknown",
        "availability; Monday afternoon; people.window-malformed",
        "availability; MON 18:00-15:00; people.window-crossed",
        "availability; MON 25:00-26:00; people.window-malformed",
        "commitment; a year; csv.column-unknown",
        "commitments; a year; people.period-malformed",
        "commitments; P0D; people.period-not-positive",
        "exclusions; имя; people.id-malformed",
        "exclusions; p-2; people.excludes-oneself",
        "references; no colon; people.reference-malformed",
        "references; portal:1@2020-01-01; csv.date-not-here",
        "kind; ROBOT; people.kind-unknown",
        "interests; =HYPERLINK(1); csv.formula",
        "interests; chess\\; csv.escape-dangling",
        "trait:Colour; red; csv.column-unknown",
        "trait:colour; red; people.attribute-unknown",
        "inerests; chess; csv.column-unknown"
      })
  void a_broken_cell_is_told_and_the_good_row_is_kept(String column, String cell, String code)
      throws IOException {
    String born = column.equals("born") ? "" : ",born";
    String text =
        "id,"
            + column
            + born
            + (column.equals("since") ? ",interests" : "")
            + (needsSince(column) ? ",since" : "");
    String tail = (born.isEmpty() ? "" : ",2006-05-14") + (column.equals("since") ? ",chess" : "");
    tail += needsSince(column) ? ",2020-09-01" : "";
    String good = "p-1," + (column.equals("since") ? "2020-09-01" : "") + tail;
    String file = text + "\n" + good + "\np-2,\"" + cell + "\"" + tail + "\n";

    PeopleImport read = read(file.getBytes(StandardCharsets.UTF_8), CsvOptions.strict());

    Problem problem = only(read, code);
    boolean header = code.startsWith("csv.column");
    assertThat(problem.place().line()).isEqualTo(header ? 1 : 3);
    assertThat(problem.place().path()).isEqualTo(header ? null : column);
    if (!header) {
      assertThat(read.accepted())
          .singleElement()
          .satisfies(each -> assertThat(each.id().value()).isEqualTo("p-1"));
      assertThat(problem.parameters().values()).doesNotContain(cell);
    }
  }

  private static boolean needsSince(String column) {
    return !column.equals("since") && !column.equals("born");
  }

  @ParameterizedTest(name = "{1} in line {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "``; csv.empty; 0",
        "`\n\n  \n`; csv.empty; 0",
        "`id,born\n`; csv.header-only; 0",
        "`born\n2006-01-01\n`; csv.column-missing; 1",
        "`id,born,born\na,,\n`; csv.column-twice; 1",
        "`id,\na,b\n`; csv.column-unnamed; 1",
        "`id;born\na;2006-01-01\n`; csv.looks-like-russian-utf8; 1",
        "`id\tborn\na\t\n`; csv.header-tabs; 1",
        "`id,born\na\n`; csv.ragged; 2",
        "`id,born\na,2006-01-01,x\n`; csv.ragged; 2",
        "`id,born\na,\"2006-01-01\nb,2006-01-01\n`; csv.quote-open; 2",
        "`id,interests,since\na,\"chess\nclub\",2020-01-01\n`; csv.line-break-in-cell; 2",
        "`id,born\n\"a\"b,2006-01-01\n`; csv.quote-stray; 2",
        "`id,born\n,2006-01-01\n`; people.id-missing; 2",
        "`id,born\nИван Иванов,2006-01-01\n`; people.id-malformed; 2",
        "`id,born\n=1+1,2006-01-01\n`; csv.formula; 2",
        "`id,interests\na,chess\n`; people.from-missing; 2",
        "`id,interests,since\na,che\u0007ss,2020-01-01\n`; people.control-character; 2"
      })
  void a_broken_file_is_told(String text, String code, int line) throws IOException {
    PeopleImport read =
        read((text == null ? "" : text).getBytes(StandardCharsets.UTF_8), CsvOptions.strict());
    assertThat(only(read, code).place().line()).isEqualTo(line);
    assertThat(read.accepted()).hasSize(code.equals("csv.quote-open") ? 1 : 0);
  }

  @Test
  void a_row_of_a_person_in_place_of_the_header_is_told_once_and_never_repeated()
      throws IOException {
    String row = "SECRET-Ivan,1971-07-17,Ivan/SECRET,MENTOR/SELF,,,Город Тюмень\n";
    PeopleImport read = read(row.getBytes(StandardCharsets.UTF_8), CsvOptions.strict());
    assertThat(read.problems()).extracting(Problem::code).containsExactly("csv.no-header");
    assertThat(read.problems().toString()).doesNotContain("SECRET").doesNotContain("1971");
  }

  @Test
  void an_unknown_column_is_told_by_its_number_and_shape_alone() throws IOException {
    String file = "id,born,1971-07-17,inerests,SECRET,SECRET\na,,,,,\n";
    PeopleImport read = read(file.getBytes(StandardCharsets.UTF_8), CsvOptions.strict());
    assertThat(read.problems()).extracting(Problem::code).containsOnly("csv.column-unknown");
    assertThat(read.problems())
        .extracting(problem -> problem.parameters().get("column"))
        .containsExactly("3", "4", "5", "6");
    assertThat(read.problems().toString()).doesNotContain("SECRET").doesNotContain("1971");
    assertThat(Messages.of(Language.EN).render(read.problems().get(1)))
        .contains("Maybe interests?");
    assertThat(Messages.of(Language.EN).render(read.problems().get(0)))
        .contains("Column number 3", "a date")
        .doesNotContain("Maybe");
  }

  @Test
  void the_bytes_tell_which_russian_spelling_fits() throws IOException {
    String text = "id;interests\na;шахматы\n";
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    only(read(utf8, CsvOptions.strict()), "csv.looks-like-russian-utf8");
    only(read(utf8, CsvOptions.russianSpreadsheet()), "csv.looks-like-russian-utf8");
    only(
        read(text.getBytes(WINDOWS_1251), CsvOptions.strict()),
        "csv.looks-like-russian-spreadsheet");
    only(
        read(
            text.replace(';', ',').getBytes(StandardCharsets.UTF_8),
            CsvOptions.russianSpreadsheet()),
        "csv.is-utf-8");
    String whole = "id;interests;since\na;шахматы;01.09.2020\n";
    assertThat(read(whole.getBytes(StandardCharsets.UTF_8), CsvOptions.russianUtf8()).accepted())
        .hasSize(1);
  }

  @Test
  void one_wrong_birth_date_is_told_once() throws IOException {
    String file =
        "id,born,since,interests,needs\na,2020-09-30,2020-09-01,chess|music,friends\n"
            + "b,2030-01-01,2020-09-01,chess|music,friends\n";
    PeopleImport read = read(file.getBytes(StandardCharsets.UTF_8), CsvOptions.strict());
    assertThat(read.problems())
        .extracting(problem -> problem.place().line() + problem.place().path() + problem.code())
        .containsExactly("2bornpeople.before-birth-many", "3bornpeople.born-later");
  }

  @Test
  void a_value_that_no_requirement_allows_is_told_with_the_nearest_and_without_itself()
      throws IOException {
    Attribute municipality = Attribute.of("municipality");
    Expectations expected =
        new Expectations(
            null,
            null,
            null,
            new TreeMap<>(Map.of(municipality, new TreeSet<>(List.of("Город Тюмень", "Ишим")))));
    String file = "id,since,municipality\na,2020-09-01,Город Тюмень\nb,2020-09-01,Город Тюмени\n";
    PeopleImport read =
        PeopleCsvReader.of(CsvOptions.strict(), expected)
            .read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "people.csv");
    assertThat(read.accepted()).hasSize(1);
    Problem problem = only(read, "people.trait-unknown");
    assertThat(problem.place().line()).isEqualTo(3);
    assertThat(Messages.of(Language.EN).render(problem))
        .contains("Maybe Город Тюмень?")
        .doesNotContain("Тюмени");
  }

  @Test
  void windows_1251_is_recognised_and_its_option_proposed() throws IOException {
    byte[] bytes = "id,interests\na,шахматы\n".getBytes(WINDOWS_1251);
    Problem problem = only(read(bytes, CsvOptions.strict()), "csv.looks-windows-1251");
    assertThat(problem.place().line()).isEqualTo(2);
    assertThat(Messages.of(Language.EN).render(problem)).contains("charset windows-1251");
  }

  @Test
  void other_bytes_are_told_too() throws IOException {
    only(
        read(new byte[] {'i', 'd', '\n', (byte) 0xC3, '(', '\n'}, CsvOptions.strict()),
        "csv.not-utf-8");
    only(read("id\na\0b\n".getBytes(StandardCharsets.UTF_8), CsvOptions.strict()), "csv.nul");
    only(read("id\na\n".getBytes(StandardCharsets.UTF_16), CsvOptions.strict()), "csv.utf-16");
    only(read(new byte[] {'P', 'K', 3, 4, 0, 0}, CsvOptions.strict()), "csv.spreadsheet-file");
    only(
        read(new byte[] {'i', 'd', '\n', (byte) 0x98}, CsvOptions.russianSpreadsheet()),
        "csv.not-in-charset");
    byte[] marked = "\uFEFFid;born\na;2006-01-01\n".getBytes(StandardCharsets.UTF_8);
    only(read(marked, CsvOptions.russianSpreadsheet()), "csv.looks-like-russian-utf8");
    only(
        read("id,born\na,\n".getBytes(WINDOWS_1251), CsvOptions.russianSpreadsheet()),
        "csv.header-commas");
  }

  @Test
  void limits_are_told() throws IOException {
    byte[] file = "id,born\na,2006-01-01\nb,2006-01-01\n".getBytes(StandardCharsets.UTF_8);
    only(read(file, limited(10, 10, 10, 100)), "csv.file-too-large");
    only(read(file, limited(1000, 1, 10, 100)), "csv.rows-too-many");
    only(read(file, limited(1000, 10, 1, 100)), "csv.columns-too-many");
    byte[] wide = "id,born\na,2006-01-01\nlonger-id,2006-01-01\n".getBytes(StandardCharsets.UTF_8);
    PeopleImport read = read(wide, limited(1000, 10, 10, 15));
    assertThat(only(read, "csv.row-too-long").place().line()).isEqualTo(3);
    assertThat(read.accepted()).hasSize(1);
  }

  @ParameterizedTest(name = "since {0} is {1}")
  @CsvSource({
    "2020-02-30, people.date-nonexistent",
    "yesterday, people.date-malformed",
    "2999-01-01, people.date-range"
  })
  void a_bad_since_is_told_once_and_where_it_stands(String since, String code) throws IOException {
    String file =
        "id,since,interests,needs\na," + since + ",chess|music,friends\nb,2020-09-01,chess,\n";
    PeopleImport read = read(file.getBytes(StandardCharsets.UTF_8), CsvOptions.strict());
    assertThat(read.problems()).extracting(Problem::code).containsExactly(code);
    assertThat(read.problems().get(0).place().path()).isEqualTo("since");
    assertThat(read.problems().get(0).place().line()).isEqualTo(2);
    assertThat(read.accepted()).hasSize(1);
  }

  @Test
  void a_bad_since_does_not_hide_what_else_is_wrong() throws IOException {
    String file = "id,since,interests,capacity\na,soon,chess@2020-02-30,16.9\n";
    PeopleImport read = read(file.getBytes(StandardCharsets.UTF_8), CsvOptions.strict());
    assertThat(read.problems())
        .extracting(problem -> problem.place().path() + " " + problem.code())
        .containsExactlyInAnyOrder(
            "since people.date-malformed",
            "interests people.date-nonexistent",
            "capacity people.not-whole-number");
  }

  @Test
  void two_ids_that_look_like_formulas_are_not_said_to_be_the_same() throws IOException {
    String file = "id,born\n=1,2006-01-01\n=2,2006-01-01\n";
    PeopleImport read = read(file.getBytes(StandardCharsets.UTF_8), CsvOptions.strict());
    assertThat(read.problems())
        .extracting(Problem::code)
        .containsExactly("csv.formula", "csv.formula");
  }

  @Test
  void two_ids_alike_are_both_left_out_and_each_names_the_other_line() throws IOException {
    String file = "id,born\na,2006-01-01\nb,2006-01-01\na,2007-01-01\n";
    PeopleImport read = read(file.getBytes(StandardCharsets.UTF_8), CsvOptions.strict());
    assertThat(read.problems()).extracting(Problem::code).containsOnly("people.id-twice");
    assertThat(read.problems()).extracting(problem -> problem.place().line()).containsExactly(2, 4);
    assertThat(read.problems().get(0).parameters()).containsEntry("others", "4");
    assertThat(read.accepted())
        .singleElement()
        .satisfies(each -> assertThat(each.id().value()).isEqualTo("b"));
  }

  @Test
  void two_references_alike_are_both_left_out() throws IOException {
    String file = "id,references\na,portal:1\nb,portal:1\nc,portal:2\n";
    PeopleImport read = read(file.getBytes(StandardCharsets.UTF_8), CsvOptions.strict());
    assertThat(read.problems())
        .extracting(Problem::code)
        .containsOnly("people.reference-twice")
        .hasSize(2);
    assertThat(read.accepted()).hasSize(1);
    assertThat(read.refused()).isEqualTo(2);
  }

  @Test
  void all_faults_of_a_row_are_told_at_once() throws IOException {
    String file = "id,born,capacity,positions,since\nИван,2020-02-30,16.9,BOSS,2020-01-01\n";
    PeopleImport read = read(file.getBytes(StandardCharsets.UTF_8), CsvOptions.strict());
    assertThat(read.problems())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(
            "people.id-malformed",
            "people.date-nonexistent",
            "people.not-whole-number",
            "people.choice-unknown");
  }

  private static Problem only(PeopleImport read, String code) {
    assertThat(read.problems()).as("%s", read.problems()).extracting(Problem::code).contains(code);
    for (Problem problem : read.problems()) {
      for (Language language : Language.values()) {
        assertThat(Messages.of(language).keys()).contains("problem." + problem.code());
        assertThat(Messages.of(language).render(problem))
            .isNotBlank()
            .doesNotContain("{")
            .doesNotContain("shape:");
      }
    }
    return read.problems().stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static PeopleImport read(byte[] bytes, CsvOptions options) throws IOException {
    Expectations expected =
        new Expectations(
            LocalDate.of(2020, 10, 1), new TreeSet<>(List.of()), new TreeSet<>(List.of()));
    Expectations codes =
        new Expectations(expected.bornBy(), expected.codes(), expected.attributes());
    return PeopleCsvReader.of(options, codes).read(new ByteArrayInputStream(bytes), "people.csv");
  }

  private static CsvOptions limited(int bytes, int rows, int columns, int characters) {
    return CsvOptions.strict().withLimits(new CsvOptions.Limits(bytes, rows, columns, characters));
  }
}
