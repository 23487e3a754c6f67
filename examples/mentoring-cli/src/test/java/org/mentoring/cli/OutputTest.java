package org.mentoring.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that results are written to. */
class OutputTest {
  @TempDir Path folder;

  @Test
  void what_was_there_stays_if_the_new_file_cannot_be_written_whole() throws IOException {
    Path file = folder.resolve("programme.jsonl");
    Files.writeString(file, "before");
    assertThatThrownBy(
            () ->
                Output.write(
                    file.toString(),
                    out -> {
                      out.write("half".getBytes(StandardCharsets.UTF_8));
                      throw new IOException("full");
                    }))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.OUTPUT));
    assertThat(file).hasContent("before");
    assertThat(folder).isDirectoryContaining("glob:**/programme.jsonl");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void a_file_is_replaced_by_the_whole_of_the_new_one() throws IOException {
    Path file = folder.resolve("programme.jsonl");
    Files.writeString(file, "before, and longer");
    Output.write("after", file.toString(), new PrintWriter(new StringWriter()));
    assertThat(file).hasContent("after");
    Output.write("new", folder.resolve("a/b").toString(), new PrintWriter(new StringWriter()));
    assertThat(folder.resolve("a/b")).hasContent("new");
  }

  @Test
  void files_of_a_folder_are_replaced_together_or_stay() throws IOException {
    Map<String, String> files = new TreeMap<>(Map.of("a.csv", "new a", "b.csv", "new b"));
    Files.writeString(folder.resolve("a.csv"), "old a");
    Path inTheWay = Files.createDirectory(folder.resolve("b.csv"));

    assertThatThrownBy(() -> Output.write(files, folder.toString()))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.OUTPUT));
    assertThat(folder.resolve("a.csv")).hasContent("old a");
    assertThat(inTheWay).isEmptyDirectory();
    assertThat(names()).containsExactly("a.csv", "b.csv");

    Files.delete(inTheWay);
    Output.write(files, folder.toString());
    assertThat(folder.resolve("a.csv")).hasContent("new a");
    assertThat(folder.resolve("b.csv")).hasContent("new b");
    assertThat(names()).containsExactly("a.csv", "b.csv");
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"year.mv.db", "YEAR.MV.DB", "link"})
  void the_file_of_a_store_is_not_written_over(String name) throws IOException {
    Path store = folder.resolve("year.mv.db");
    Files.writeString(store, "a programme");
    Files.createSymbolicLink(folder.resolve("link"), store);
    PrintWriter out = new PrintWriter(new StringWriter());
    assertThatThrownBy(() -> Output.write("result", folder.resolve(name).toString(), out))
        .isInstanceOfSatisfying(
            Failure.class,
            failure ->
                assertThat(failure.text(Texts.in(org.mentoring.text.Language.EN)))
                    .contains("holds a store"));
    assertThat(store).hasContent("a programme");
  }

  @Test
  void another_name_of_a_stores_file_is_taken_from_it_and_the_store_stays() throws IOException {
    Path store = folder.resolve("year.mv.db");
    Path other = folder.resolve("other");
    Files.writeString(store, "a programme");
    Files.createLink(other, store);
    Output.write("result", other.toString(), new PrintWriter(new StringWriter()));
    assertThat(other).hasContent("result");
    assertThat(store).hasContent("a programme");
  }
}
