package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.mentoring.failure.InvalidInput;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.Problem;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.json.lines.ProgrammeExport;
import org.mentoring.json.lines.ProgrammeFile;
import org.mentoring.json.lines.ProgrammeImport;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Stores;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

/** A whole programme leaves as lines and comes back as it was; a broken file leaves no trace. */
class ProgrammeLinesTest {
  private static final ProgrammeDefinition DEFINITION = BuiltInProgrammes.read("tyumen-2020");

  private static byte[] exported(Stores stores) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ProgrammeExport.write(stores, DEFINITION, out);
    return out.toByteArray();
  }

  private static ProgrammeFile imported(byte[] file, Stores stores) throws IOException {
    return ProgrammeImport.readUncompared(
        new ByteArrayInputStream(file), "programme.jsonl", stores, DEFINITION);
  }

  @Property(tries = 60)
  void export_and_import_and_export_again_give_the_same_bytes(@ForAll long seed)
      throws IOException {
    Stores stores = RandomStores.filled(seed);
    byte[] file = exported(stores);
    Stores restored = InMemoryStores.create();
    ProgrammeFile read = imported(file, restored);
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    ProgrammeFile written = ProgrammeExport.write(restored, DEFINITION, again);
    assertThat(again.toByteArray()).isEqualTo(file);
    assertThat(written).isEqualTo(read);
    assertThat(restored.outbox().waiting()).isEqualTo(stores.outbox().waiting());
    assertThat(restored.journal().last()).isEqualTo(stores.journal().last());
    assertThat(restored.journal().unsealed()).isEqualTo(stores.journal().unsealed());
  }

  @Example
  void every_kind_of_record_is_in_the_file() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ProgrammeFile file = ProgrammeExport.write(RandomStores.filled(7), DEFINITION, out);
    assertThat(file.counts())
        .containsOnlyKeys(
            "activity",
            "command",
            "decision",
            "definition",
            "erasure",
            "fact",
            "identity",
            "inForce",
            "incident",
            "mentorship",
            "part",
            "participant",
            "place",
            "proposal",
            "sealed",
            "selectionEvent",
            "unsealed",
            "waiver");
    List<String> lines = lines(out.toByteArray());
    assertThat(lines).hasSize((int) file.lines() + 1);
    assertThat(lines.get(0))
        .isEqualTo(
            "{\"mentoring\":{\"format\":1,\"programme\":\"tyumen-2020\",\"version\":\""
                + DEFINITION.version()
                + "\",\"hash\":\""
                + DEFINITION.hash()
                + "\"}}");
    assertThat(lines.get(lines.size() - 1))
        .startsWith("{\"end\":{\"lines\":" + file.lines() + ",")
        .endsWith("\"sha256\":\"" + file.sha256() + "\"}}");
  }

  @Example
  void a_file_brings_its_definitions_along() throws IOException {
    Stores stores = RandomStores.filled(11);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ProgrammeFile written = ProgrammeExport.write(stores, out);
    assertThat(written.programme()).isEqualTo("civil-service-mentoring");

    Stores restored = InMemoryStores.create();
    ProgrammeFile read =
        ProgrammeImport.readUncompared(
            new ByteArrayInputStream(out.toByteArray()), "programme.jsonl", restored);

    assertThat(read).isEqualTo(written);
    assertThat(restored.programmes().inForce()).isEqualTo(stores.programmes().inForce());
    assertThat(restored.programmes().find(written.definitionHash()))
        .contains(BuiltInProgrammes.read("civil-service-mentoring"));
    assertThatThrownBy(() -> ProgrammeExport.write(InMemoryStores.create(), out))
        .isInstanceOfSatisfying(
            MentoringException.class, e -> assertThat(e.code()).isEqualTo("definition.none"));
  }

  @Example
  void empty_stores_leave_a_file_that_comes_back() throws IOException {
    byte[] file = exported(InMemoryStores.create());
    assertThat(lines(file)).hasSize(2);
    Stores restored = InMemoryStores.create();
    assertThat(imported(file, restored).counts()).isEmpty();
    assertThat(exported(restored)).isEqualTo(file);
  }

  @Example
  void stores_that_hold_something_take_no_import() throws IOException {
    byte[] file = exported(RandomStores.filled(3));
    Stores stores = InMemoryStores.create();
    stores.participants().add(StoredSamples.person("p-1"));
    assertThatThrownBy(() -> imported(file, stores))
        .isInstanceOfSatisfying(
            MentoringException.class, e -> assertThat(e.code()).isEqualTo("import.not-empty"));
    assertThat(stores.participants().ids()).containsExactly(ParticipantId.of("p-1"));
  }

  @Property(tries = 80)
  void a_cut_file_is_refused_and_nothing_is_kept(@ForAll int at) throws IOException {
    byte[] file = exported(RandomStores.filled(5));
    byte[] cut = java.util.Arrays.copyOf(file, Math.floorMod(at, file.length));
    assertThat(problems(cut)).extracting(Problem::code).contains("lines.cut");
  }

  /** One letter or figure is another one. */
  @Property(tries = 150)
  void an_altered_file_is_refused_and_nothing_is_kept(@ForAll int at) throws IOException {
    byte[] file = exported(RandomStores.filled(6));
    int where = Math.floorMod(at, file.length);
    file[where] = (byte) (file[where] == 'x' ? 'y' : 'x');
    assertThat(problems(file)).isNotEmpty();
  }

  @Example
  void a_line_too_few_too_many_twice_or_moved_is_found() throws IOException {
    byte[] file = exported(RandomStores.filled(8));
    int size = lines(file).size();
    for (int at = 1; at < size - 1; at++) {
      int line = at;
      assertThat(codes(changed(file, lines -> without(lines, line)))).contains("lines.altered");
      assertThat(codes(changed(file, lines -> twice(lines, line)))).contains("lines.altered");
      assertThat(codes(changed(file, lines -> moved(lines, line)))).contains("lines.altered");
    }
  }

  @Example
  void all_problems_of_a_file_are_told_at_once_with_their_lines() throws IOException {
    byte[] file = exported(RandomStores.filled(9));
    byte[] broken =
        changed(
            file,
            lines -> {
              List<String> more = new ArrayList<>(lines);
              more.add(1, "no json");
              more.add(2, "{\"person\":{}}");
              more.add(3, "{\"participant\":{\"id\":\"canary Anna\"}}");
              more.add(4, "{\"erasure\":{\"participant\":\"canary Anna\"},\"waits\":true}");
              return more;
            });
    List<Problem> problems = problems(broken);
    assertThat(problems)
        .extracting(Problem::code, each -> each.place().line())
        .contains(
            org.assertj.core.groups.Tuple.tuple("lines.not-a-record", 2),
            org.assertj.core.groups.Tuple.tuple("lines.not-a-record", 3),
            org.assertj.core.groups.Tuple.tuple("lines.refused", 4),
            org.assertj.core.groups.Tuple.tuple("lines.not-a-record", 5),
            org.assertj.core.groups.Tuple.tuple("lines.altered", lines(broken).size()));
    for (Problem problem : problems) {
      for (Language language : Language.values()) {
        assertThat(Messages.of(language).render(problem))
            .contains("programme.jsonl")
            .doesNotContain("{")
            .doesNotContain("canary");
      }
    }
  }

  @Example
  void a_file_of_problems_is_not_read_to_its_end() throws IOException {
    byte[] broken =
        changed(
            exported(InMemoryStores.create()),
            lines -> {
              List<String> more = new ArrayList<>(lines);
              for (int i = 0; i < 1_000; i++) {
                more.add(1, "{}");
              }
              return more;
            });
    List<Problem> problems = problems(broken);
    assertThat(problems).hasSize(101);
    assertThat(problems).extracting(Problem::code).containsOnlyOnce("lines.many");
  }

  @Example
  void the_file_of_another_programme_or_format_is_refused() throws IOException {
    byte[] file = exported(InMemoryStores.create());
    assertThat(codes(changed(file, lines -> replaced(lines, "tyumen-2020", "irkutsk-2017"))))
        .contains("lines.other-programme");
    assertThat(codes(changed(file, lines -> replaced(lines, DEFINITION.hash(), "0".repeat(64)))))
        .contains("lines.other-programme");
    assertThat(codes(changed(file, lines -> replaced(lines, "\"format\":1", "\"format\":2"))))
        .contains("lines.head");
    assertThat(codes(changed(file, lines -> List.of("{\"a\":1}")))).contains("lines.head");
    assertThat(codes(new byte[0])).containsExactly("lines.cut");
  }

  @Example
  void nothing_may_follow_the_last_line() throws IOException {
    byte[] file = exported(InMemoryStores.create());
    assertThat(codes(changed(file, lines -> twice(lines, lines.size() - 1))))
        .containsExactly("lines.after-end");
  }

  @Example
  void an_altered_journal_is_found_though_the_file_was_signed_anew() throws IOException {
    byte[] file = exported(RandomStores.filled(7));
    List<String> lines = lines(file);
    String sealed =
        lines.stream().filter(line -> line.startsWith("{\"sealed\"")).findFirst().orElseThrow();
    assertThat(sealed).contains("MENTORSHIP_CHANGED");
    byte[] altered =
        changed(
            file,
            all ->
                all.stream()
                    .map(
                        line ->
                            line.equals(sealed)
                                ? line.replace("MENTORSHIP_CHANGED", "MENTORSHIP_CHANGES")
                                : line)
                    .toList());
    assertThat(codes(altered)).contains("lines.chain-broken");
  }

  @Example
  void a_stream_that_fails_leaves_nothing() throws IOException {
    byte[] file = exported(RandomStores.filled(4));
    InputStream failing =
        new java.io.SequenceInputStream(
            new ByteArrayInputStream(file, 0, file.length / 2),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("the line is dead");
              }
            });
    Stores stores = InMemoryStores.create();
    assertThatThrownBy(
            () -> ProgrammeImport.readUncompared(failing, "programme.jsonl", stores, DEFINITION))
        .isInstanceOf(IOException.class)
        .hasMessage("the line is dead");
    assertNothingIsKept(stores);
  }

  private static List<String> codes(byte[] file) {
    return problems(file).stream().map(Problem::code).toList();
  }

  private static List<Problem> problems(byte[] file) {
    Stores stores = InMemoryStores.create();
    InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> imported(file, stores));
    assertThat(refused).isNotNull();
    assertNothingIsKept(stores);
    return refused.problems();
  }

  private static void assertNothingIsKept(Stores stores) {
    byte[] left;
    try {
      left = exported(stores);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    assertThat(lines(left)).hasSize(2);
  }

  private static List<String> lines(byte[] file) {
    return new String(file, StandardCharsets.UTF_8).lines().toList();
  }

  private static byte[] changed(byte[] file, UnaryOperator<List<String>> change) {
    return (String.join("\n", change.apply(lines(file))) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> replaced(List<String> lines, String what, String by) {
    return lines.stream().map(line -> line.replace(what, by)).toList();
  }

  private static List<String> without(List<String> lines, int at) {
    List<String> left = new ArrayList<>(lines);
    left.remove(at);
    return left;
  }

  private static List<String> twice(List<String> lines, int at) {
    List<String> more = new ArrayList<>(lines);
    more.add(at, lines.get(at));
    return more;
  }

  private static List<String> moved(List<String> lines, int at) {
    List<String> changed = new ArrayList<>(lines);
    changed.add(1, changed.remove(at));
    return at == 1 ? twice(lines, 1) : changed;
  }
}
