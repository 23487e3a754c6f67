package org.mentoring.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {
  @Property
  void an_instant_is_read_from_the_text_that_it_writes(@ForAll("instants") Instant instant) {
    assertThat(InstantText.parse(instant.toString())).isEqualTo(instant);
  }

  @Property
  void a_text_is_read_as_the_platform_reads_it_or_refused_as_it_refuses_it(
      @ForAll("texts") String text) {
    assertThat(read(InstantText::parse, text)).isEqualTo(read(Instant::parse, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-02-29T00:00:00Z",
        "2024-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-10T00:00:00Z",
        "2026-01-31T24:00:00Z",
        "2026-01-31T23:60:00Z",
        "2026-12-31T23:59:60Z",
        "2026-01-31T23:59:59.Z",
        "2026-01-31T23:59:59.1234567891Z",
        "2026-01-31T23:59:59.000000001Z",
        "2026-01-31T23:59Z",
        "2026-01-31T23:59:59z",
        "2026-01-31T23:59:59",
        "2026-01-31t23:59:59Z",
        "2026-01-31T23:59:59+01:00",
        "0000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "2026-01-31T23:59:59,5Z",
        "２０２６-01-31T23:59:59Z"
      })
  void what_is_at_the_edge_is_read_as_the_platform_reads_it(String text) {
    assertThat(read(InstantText::parse, text)).isEqualTo(read(Instant::parse, text));
  }

  private static Optional<Instant> read(Function<String, Instant> reading, String text) {
    try {
      return Optional.of(reading.apply(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.longs()
                .between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond())
                .edgeCases(config -> config.add(0L, -1L, 253_402_300_800L)),
            Arbitraries.of(0, 1, 999, 1_000, 123_456_000, 500_000_000, 999_999_999))
        .as(Instant::ofEpochSecond);
  }

  /** Usual texts in which one character is another. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> usual =
        Combinators.combine(
                Arbitraries.longs().between(-62_167_219_200L, 253_402_300_799L),
                Arbitraries.of(0, 1_000_000, 123_456_000, 999_999_999))
            .as((seconds, nanos) -> Instant.ofEpochSecond(seconds, nanos).toString());
    return Combinators.combine(
            usual,
            Arbitraries.integers().between(0, 29),
            Arbitraries.of('0', '1', '2', '3', '6', '9', '-', ':', '.', 'T', 'Z', '+', ' ', '٣'))
        .as(
            (text, place, character) ->
                place >= text.length()
                    ? text
                    : text.substring(0, place) + character + text.substring(place + 1));
  }
}
