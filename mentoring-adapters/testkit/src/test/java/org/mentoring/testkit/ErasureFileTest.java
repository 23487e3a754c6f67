package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.testkit.RecordSamples.erasure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoring.failure.InvalidInput;
import org.mentoring.failure.Problem;
import org.mentoring.journal.Erasure;
import org.mentoring.json.lines.ErasureFile;

class ErasureFileTest {
  private static final List<Erasure> ERASURES =
      List.of(erasure("a", "CONSENT_WITHDRAWN"), erasure("b", "RETENTION_ENDED"));

  private static String written(List<Erasure> erasures) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ErasureFile.write(erasures, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<Erasure> read(String file) throws IOException {
    return ErasureFile.read(
        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "erasures.jsonl");
  }

  @Test
  void erasures_come_back_as_they_were() throws IOException {
    assertThat(read(written(ERASURES))).isEqualTo(ERASURES);
    assertThat(read(written(List.of()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CONSENT_WITHDRAWN, RETENTION_ENDED, lines.altered",
    "erasure, participant, lines.not-a-record",
    "\"reason\", \"reasons\", lines.not-a-record",
  })
  void an_altered_file_is_refused(String what, String with, String code) throws IOException {
    String file = written(ERASURES);
    assertThat(file).contains(what);
    assertThatThrownBy(() -> read(file.replaceFirst(what, with)))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> assertThat(e.problems()).extracting(Problem::code).contains(code));
  }

  @Test
  void a_cut_file_is_refused_wherever_it_was_cut() throws IOException {
    String file = written(ERASURES);
    for (int end = 0; end < file.length(); end++) {
      String cut = file.substring(0, end);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(InvalidInput.class);
    }
    assertThatThrownBy(() -> read(file + file)).isInstanceOf(InvalidInput.class);
    String first = file.substring(file.indexOf('\n') + 1);
    assertThatThrownBy(() -> read(first)).isInstanceOf(InvalidInput.class);
  }
}
