package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.testkit.internal.HarnessRounds;

/**
 * Whatever bytes come, a parser reads them or tells what is wrong in the way that it promises,
 * within 2 seconds of a processor and 64 MB. Every build tries some altered files of each parser
 * and replays the corpus: inputs that once did harm, or nearly; profile {@code release-checks} a
 * million. {@code -Dfuzz.only=N} tries the one whose number a failure names.
 */
class ParserFuzzTest {
  private static final int USUAL = 300;

  @ParameterizedTest
  @EnumSource
  void a_file_that_is_nearly_valid_is_read_or_refused_as_promised(Parser parser) throws Exception {
    List<byte[]> valid = parser.valid();
    // Classes are loaded and formats opened once.
    valid.forEach(parser::reads);
    HarnessRounds.Round altered =
        seed -> bounded(parser, AlteredBytes.of(valid, seed), "altered file " + seed);
    Long only = Long.getLong("fuzz.only");
    if (only != null) {
      altered.run(Math.toIntExact(only));
      return;
    }
    HarnessRounds.of(
            "F-" + parser.name().toLowerCase(Locale.ROOT),
            "altered files, read or refused as promised",
            USUAL,
            1_000_000,
            "mentoring-adapters/testkit",
            null)
        .run(altered);
  }

  @ParameterizedTest
  @EnumSource
  void what_once_did_harm_does_none_again(Parser parser) throws Exception {
    parser.valid().forEach(parser::reads);
    for (Path file : corpus(parser)) {
      bounded(parser, Files.readAllBytes(file), file.getFileName().toString());
    }
  }

  @Test
  void the_harness_finds_a_parser_that_eats_memory_or_time() {
    assertThatThrownBy(() -> Spent.bounded("much", () -> sink = new byte[80 << 20]))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("bytes");
    assertThat(Spent.of(ParserFuzzTest::reckon).nanos()).isPositive();
    assertThatThrownBy(() -> new Spent(Spent.MOST_NANOS, 0).assertBounded("long"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("nanoseconds");
    Spent.bounded("little", () -> sink = new byte[1 << 20]);
  }

  @Test
  void the_same_seed_alters_in_the_same_way_and_another_in_another() {
    List<byte[]> valid = List.of("{\"a\": [1, 2, 3]}".getBytes(StandardCharsets.UTF_8));

    assertThat(AlteredBytes.of(valid, 7)).isEqualTo(AlteredBytes.of(valid, 7));
    assertThat(
            Stream.iterate(0L, seed -> seed + 1)
                .limit(100)
                .map(seed -> new String(AlteredBytes.of(valid, seed), StandardCharsets.UTF_8))
                .distinct())
        .hasSizeGreaterThan(80);
    assertThat(valid.get(0)).asString(StandardCharsets.UTF_8).isEqualTo("{\"a\": [1, 2, 3]}");
  }

  private static Object sink = "";

  private static void reckon() {
    long sum = 0;
    for (int i = 0; i < 10_000_000; i++) {
      sum += i * 31L % 7;
    }
    sink = sum;
  }

  private static void bounded(Parser parser, byte[] bytes, String which) {
    Spent.bounded(which + " of " + parser, () -> parser.reads(bytes));
  }

  private static List<Path> corpus(Parser parser) throws IOException, URISyntaxException {
    var folder = ParserFuzzTest.class.getResource("fuzz/" + parser.name().toLowerCase(Locale.ROOT));
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.sorted().toList();
    }
  }
}
