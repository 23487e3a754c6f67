package org.mentoring.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.Place;
import org.mentoring.identity.Code;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.time.Validity;
import org.mentoring.validation.people.FactInput;
import org.mentoring.validation.people.ParticipantInput;
import org.mentoring.validation.people.PeopleImport;

class PeopleCsvTest {
  @Test
  void a_row_tells_a_persons_facts_with_their_times() throws IOException {
    String file =
        """
        id,since,consents,trainings,clearances,availability
        m-1,2020-09-01,GUARDIAN/MENTORING_CENTRE/PARTICIPATION@..2021-09-01 withdrawn 2020-10-01,\
        INITIAL/4h/ONLINE/REGIONAL_OPERATOR|INITIAL/1h30m/IN_PERSON/REGIONAL_OPERATOR/COURSE_A@2020-09-05,\
        CRIMINAL_RECORD/2020-03-01/POSITIVE@..2021-03-01,MON 15:00-18:00|SAT 10:00-24:00
        """;
    PeopleImport read = read(file.getBytes(StandardCharsets.UTF_8), CsvOptions.strict());
    assertThat(read.problems()).isEmpty();
    List<FactInput> facts = read.accepted().get(0).facts();
    LocalDate since = LocalDate.of(2020, 9, 1);
    Code operator = Code.of("REGIONAL_OPERATOR");
    assertThat(facts)
        .contains(
            new FactInput(
                new Fact.Consent(
                    Fact.ConsentGiver.GUARDIAN,
                    null,
                    Code.of("MENTORING_CENTRE"),
                    Code.of("PARTICIPATION")),
                Validity.between(since, since.plusYears(1)),
                LocalDate.of(2020, 10, 1)),
            FactInput.from(
                new Fact.Training(Fact.TrainingKind.INITIAL, null, 240, Fact.Mode.ONLINE, operator),
                since),
            FactInput.from(
                new Fact.Training(
                    Fact.TrainingKind.INITIAL,
                    Code.of("COURSE_A"),
                    90,
                    Fact.Mode.IN_PERSON,
                    operator),
                LocalDate.of(2020, 9, 5)),
            FactInput.of(
                new Fact.ClearanceCertificate(
                    Code.of("CRIMINAL_RECORD"), LocalDate.of(2020, 3, 1), Fact.Outcome.POSITIVE),
                Validity.between(LocalDate.of(2020, 3, 1), LocalDate.of(2021, 3, 1))))
        .anyMatch(
            input -> input.fact() instanceof Fact.Availability free && free.windows().size() == 2);
  }

  @Test
  void a_russian_spreadsheet_is_read_when_asked_for() throws IOException {
    byte[] bytes =
        "id;born;interests;since\r\nm-1;14.05.2006;шахматы;01.09.2020\r\n;;;\r\n"
            .getBytes(Charset.forName("windows-1251"));
    PeopleImport read = read(bytes, CsvOptions.russianSpreadsheet());
    assertThat(read.problems()).isEmpty();
    assertThat(read.accepted().get(0).facts())
        .containsExactly(
            FactInput.from(new Fact.Birth(LocalDate.of(2006, 5, 14)), LocalDate.of(2006, 5, 14)),
            FactInput.from(new Fact.Interest("шахматы"), LocalDate.of(2020, 9, 1)));
  }

  @Test
  void a_byte_order_mark_and_another_order_of_columns_are_taken() throws IOException {
    byte[] bytes = "\uFEFFborn,id\n2006-05-14,m-1\n".getBytes(StandardCharsets.UTF_8);
    assertThat(read(bytes, CsvOptions.strict()).accepted()).hasSize(1);
  }

  @Test
  void cells_that_a_spreadsheet_would_run_are_guarded_on_the_way_out() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvTable table = CsvTable.to(out, CsvOptions.strict(), List.of("a", "b"))) {
      table.row(List.of("=1+1", "'@x"));
      table.row(List.of("\ttab", "'plain"));
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a,b\n'=1+1,''@x\n'\ttab,'plain\n");
  }

  @Property(tries = 300)
  void any_text_survives_the_way_out_and_in(
      @ForAll @StringLength(min = 1, max = 30) @CharRange(from = ' ', to = '~') String text)
      throws IOException {
    backAndForth(text);
  }

  @Property(tries = 300)
  void texts_of_special_characters_survive_too(
      @ForAll
          @StringLength(min = 1, max = 8)
          @net.jqwik.api.constraints.Chars({
            '=', '+', '-', '@', '\'', '"', ',', ';', '|', '/', '\\', ' ', 'я'
          })
          String text)
      throws IOException {
    backAndForth(text);
  }

  private static void backAndForth(String text) throws IOException {
    if (text.isBlank()) {
      return;
    }
    LocalDate day = LocalDate.of(2020, 9, 1);
    ParticipantInput person =
        new ParticipantInput(
            ParticipantId.of("p-1"),
            ParticipantKind.FAMILY,
            Invariants.sorted(List.of(new ExternalReference("portal", text))),
            List.of(
                FactInput.from(new Fact.Interest(text), day),
                FactInput.of(
                    new Fact.SelectionAssessment(text, Fact.Outcome.POSITIVE),
                    Validity.between(day, day.plusDays(1))),
                FactInput.from(new Fact.PersonName(text, text), day.plusDays(1))),
            Place.of("test"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PeopleCsvWriter.of(CsvOptions.strict()).write(List.of(person), out);
    PeopleImport read = read(out.toByteArray(), CsvOptions.strict());
    assertThat(read.problems()).isEmpty();
    assertThat(read.accepted())
        .singleElement()
        .isEqualTo(person.at(read.accepted().get(0).place()));
  }

  private static PeopleImport read(byte[] bytes, CsvOptions options) throws IOException {
    return PeopleCsvReader.of(options).read(new ByteArrayInputStream(bytes), "people.csv");
  }
}
