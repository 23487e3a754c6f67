package org.mentoring.testkit;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.mentoring.csv.CsvOptions;
import org.mentoring.csv.PeopleCsvReader;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.StoredDecision;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.failure.InvalidInput;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Checkpoint;
import org.mentoring.json.BuiltInPacks;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.json.DefinitionReader;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.happening.HappeningsReader;
import org.mentoring.json.lines.ErasureFile;
import org.mentoring.json.lines.ProgrammeExport;
import org.mentoring.json.lines.ProgrammeImport;
import org.mentoring.json.people.PeopleJsonReader;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.programme.Version;
import org.mentoring.record.RecordTree;
import org.mentoring.spi.Decisions;

/** All that reads bytes which somebody else wrote, and what it promises to throw. */
enum Parser {
  DEFINITION_YAML(
      Set.of(InvalidDefinition.class),
      () -> List.of(BuiltInProgrammes.text("tyumen-2020"), BuiltInProgrammes.text("irkutsk-2017")),
      bytes -> Readers.DEFINITIONS.read("fuzz.yaml", bytes, DocumentFormat.YAML)),
  DEFINITION_JSON(
      Set.of(InvalidDefinition.class),
      () -> List.of(resource("definition.json")),
      bytes -> Readers.DEFINITIONS.read("fuzz.json", bytes, DocumentFormat.JSON)),
  PACK(
      Set.of(InvalidDefinition.class),
      () -> BuiltInPacks.names().stream().map(BuiltInPacks::text).toList(),
      bytes -> Readers.DEFINITIONS.readPack("fuzz.yaml", bytes, DocumentFormat.YAML)),
  HAPPENINGS(
      Set.of(InvalidInput.class, InvalidDefinition.class),
      () -> List.of(resource("happenings.yaml")),
      bytes -> Readers.HAPPENINGS.read("fuzz.yaml", bytes, DocumentFormat.YAML)),
  PEOPLE_JSON(
      Set.of(),
      () -> written(out -> region(3).writeJson(out)),
      bytes -> PeopleJsonReader.open().read(in(bytes), "fuzz.json")),
  PEOPLE_CSV(
      Set.of(),
      () -> written(out -> region(3).writeCsv(out)),
      bytes -> PeopleCsvReader.of(CsvOptions.strict()).read(in(bytes), "fuzz.csv")),
  PEOPLE_CSV_OF_SPREADSHEETS(
      Set.of(),
      () ->
          List.of(
              "id;kind;birth\nм-1;PERSON;01.09.2005\n".getBytes(Charset.forName("windows-1251"))),
      bytes -> PeopleCsvReader.of(CsvOptions.russianSpreadsheet()).read(in(bytes), "fuzz.csv")),
  ERASURES(
      Set.of(InvalidInput.class),
      () ->
          written(
              out ->
                  ErasureFile.write(
                      List.of(
                          RecordSamples.erasure("p-1", "ON_DEMAND"),
                          RecordSamples.erasure("p-2", "RETENTION_ENDED")),
                      out)),
      bytes -> ErasureFile.read(in(bytes), "fuzz.jsonl")),
  CHECKPOINT(
      Set.of(InvalidValue.class),
      () ->
          List.of(
              (new Checkpoint(12, "0123456789abcdef".repeat(4)).text() + "\n")
                  .getBytes(StandardCharsets.UTF_8)),
      bytes -> Checkpoint.parse(new String(bytes, StandardCharsets.UTF_8))),
  /** As the corpus of decisions holds them and as stores do: a type, and the tree of a value. */
  DECISION_RECORDS(Set.of(MentoringException.class), Parser::decisionRecords, Parser::readRecord),
  PROGRAMME_LINES(
      Set.of(InvalidInput.class),
      () -> written(out -> ProgrammeExport.write(RandomStores.filled(11), out)),
      bytes -> ProgrammeImport.read(in(bytes), "fuzz.jsonl", InMemoryStores.create())),
  VALUES(
      Set.of(InvalidValue.class),
      () ->
          List.of(
              "1.2.3".getBytes(StandardCharsets.UTF_8),
              "REGIONAL_OPERATOR".getBytes(StandardCharsets.UTF_8),
              "S2-04".getBytes(StandardCharsets.UTF_8)),
      Parser::values);

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads bytes. */
  interface Reading {
    void read(byte[] bytes) throws IOException;
  }

  private interface Writing {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  private final Set<Class<? extends MentoringException>> documented;
  private final Supplier<List<byte[]>> valid;
  private final Reading reading;

  Parser(
      Set<Class<? extends MentoringException>> documented,
      Supplier<List<byte[]>> valid,
      Reading reading) {
    this.documented = documented;
    this.valid = valid;
    this.reading = reading;
  }

  /** Files that it reads without a fault, or nearly so. */
  List<byte[]> valid() {
    return valid.get();
  }

  /** Such files for whoever tries very many: none takes long, and some end too early. */
  List<byte[]> small() {
    return switch (this) {
      case DEFINITION_YAML -> List.of(resource("definition.yaml"));
      case HAPPENINGS -> List.of(resource("few-happenings.yaml"));
      case PACK -> valid().stream().filter(each -> each.length < 2_000).toList();
      case PEOPLE_JSON -> written(out -> region(1).writeJson(out));
      case PEOPLE_CSV -> written(out -> region(1).writeCsv(out));
      case PROGRAMME_LINES -> firstOfEachKind(valid().get(0));
      default -> valid();
    };
  }

  /** Files of a head and one line each. */
  private static List<byte[]> firstOfEachKind(byte[] lines) {
    List<String> all = new String(lines, StandardCharsets.UTF_8).lines().toList();
    Map<String, String> byKind = new TreeMap<>();
    all.forEach(line -> byKind.putIfAbsent(line.substring(0, line.indexOf(':')), line));
    return byKind.values().stream()
        .map(line -> (all.get(0) + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  /**
   * Reads bytes, whatever they are.
   *
   * @return whether they were read without a fault
   * @throws AssertionError if anything is thrown that it does not promise
   */
  boolean reads(byte[] bytes) {
    try {
      reading.read(bytes);
      return true;
    } catch (MentoringException e) {
      if (!documented.contains(e.getClass())) {
        throw new AssertionError(this + " threw " + e.getClass() + " of code " + e.code(), e);
      }
      return false;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError(this + " threw " + e.getClass(), e);
    }
  }

  private static List<byte[]> decisionRecords() {
    Decisions decisions = RandomStores.filled(11).decisions();
    List<byte[]> all = new ArrayList<>();
    for (StoredDecision decision : decisions.list(null, 10).items()) {
      all.add(recordLine(StoredDecision.class, decision));
      decision.parts().stream()
          .map(part -> decisions.parts(part.participant()))
          .flatMap(List::stream)
          .limit(2)
          .forEach(part -> all.add(recordLine(DossierPart.class, part)));
    }
    return List.copyOf(all);
  }

  private static byte[] recordLine(Class<?> type, Object value) {
    try {
      return JSON.writeValueAsBytes(
          Map.of("type", type.getSimpleName(), "value", RecordTree.write(type, value)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void readRecord(byte[] bytes) throws IOException {
    Map<?, ?> line;
    try {
      line = JSON.readValue(bytes, Map.class);
    } catch (JacksonException | CharConversionException e) {
      // No JSON: the readers of files have parsers of their own for that.
      return;
    }
    Object value = line == null ? null : line.get("value");
    if (value != null) {
      boolean part = "DossierPart".equals(line.get("type"));
      Class<?> type = part ? DossierPart.class : StoredDecision.class;
      RecordTree.read(type, value);
    }
  }

  private static void values(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    InvalidValue last = null;
    for (Runnable each :
        List.<Runnable>of(
            () -> Version.parse(text),
            () -> Code.of(text),
            () -> Citation.of(text),
            () -> ParticipantId.of(text))) {
      try {
        each.run();
      } catch (InvalidValue e) {
        last = e;
      }
    }
    if (last != null) {
      throw last;
    }
  }

  private static SyntheticRegion region(int ofEach) {
    return new SyntheticRegion(7, LocalDate.of(2020, 10, 1), ofEach, ofEach, Gaps.usual());
  }

  private static List<byte[]> written(Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(out.toByteArray());
  }

  private static byte[] resource(String name) {
    try (InputStream in = Parser.class.getResourceAsStream("fuzz/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteArrayInputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  /** Opened once: to open one costs more than to read. */
  private static final class Readers {
    static final DefinitionReader DEFINITIONS = DefinitionReader.open();
    static final HappeningsReader HAPPENINGS = HappeningsReader.open();
  }
}
