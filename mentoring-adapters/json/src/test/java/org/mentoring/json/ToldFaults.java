package org.mentoring.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.mentoring.failure.Problem;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

/** How the faults of broken documents are told to people. */
final class ToldFaults {
  private ToldFaults() {}

  static void inBothLanguages(Problem problem) {
    for (Language language : Language.values()) {
      assertThat(Messages.of(language).keys()).contains("problem." + problem.code());
      assertThat(Messages.of(language).render(problem)).doesNotContain("{").isNotBlank();
    }
  }

  /**
   * All messages of all documents, as a file holds them.
   *
   * @param approved the file's name; a changed message shows there
   * @param writing the system property that names the file to write them to anew
   */
  static <T> void asApproved(
      List<T> broken,
      Function<T, String> name,
      Function<T, List<Problem>> problems,
      String approved,
      String writing)
      throws IOException {
    StringBuilder told = new StringBuilder();
    for (T each : broken) {
      told.append("== ").append(name.apply(each)).append('\n');
      for (Problem problem : problems.apply(each)) {
        told.append(Messages.of(Language.EN).render(problem)).append('\n');
        told.append(Messages.of(Language.RU).render(problem)).append('\n');
      }
    }
    String file = System.getProperty(writing);
    if (file != null) {
      Files.writeString(Path.of(file), told);
    }
    try (InputStream in = ToldFaults.class.getResourceAsStream(approved)) {
      String there = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(told.toString()).isEqualTo(there);
    }
  }
}
