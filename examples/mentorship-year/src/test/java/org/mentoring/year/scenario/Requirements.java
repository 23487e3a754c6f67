package org.mentoring.year.scenario;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The codes of S0 to S4, with their kinds, as the page of programmes has them. */
final class Requirements {
  private static final String SECTIONS =
      """
      S0-01 R
      S0-02 R
      S0-03 O
      S0-04 E
      S0-05 E M
      S0-06 R
      S0-07 C
      S0-08 R
      S0-09 M C
      S0-10 R C
      S0-11 O
      S0-12 O
      S0-13 R
      S0-14 E
      S1-01 R
      S1-02 R
      S1-03 R
      S1-04 E
      S1-05 E
      S1-06 E
      S1-07 O
      S1-08 E
      S1-09 E
      S1-10 C
      S1-11 R
      S1-12 R
      S1-13 R
      S1-14 R
      S1-15 E
      S1-16 O
      S2-01 E
      S2-02 R
      S2-03 E
      S2-04 E
      S2-05 E
      S2-06 M
      S2-07 O
      S2-08 O
      S2-09 O
      S2-10 O
      S2-11 O
      S2-12 O C
      S2-13 C O
      S2-14 R
      S2-15 O
      S2-16 R
      S2-17 P
      S2-18 T
      S2-19 R
      S3-01 E
      S3-02 R
      S3-03 R
      S3-04 E C
      S3-05 M
      S3-06 R
      S3-07 O
      S3-08 O
      S3-09 T
      S3-10 M
      S3-11 R
      S4-01 R
      S4-02 E
      S4-03 R C
      S4-04 C
      S4-05 E
      S4-06 E
      S4-07 C
      S4-08 M
      S4-09 R
      S4-10 T
      """;

  /**
   * A requirement of a programme.
   *
   * @param code as the definition cites it
   * @param kinds E, M, C, O, P, R or T
   */
  record Required(String code, List<String> kinds) {
    /** The built-in definition that cites it. */
    String programme() {
      return Map.of(
              "S0",
              "desnogorsk-social-apartment",
              "S1",
              "irkutsk-2017",
              "S2",
              "tyumen-2020",
              "S3",
              "our-voices-2019",
              "S4",
              "nefteyugansk-pedagogical-investment")
          .get(code.substring(0, 2));
    }

    @Override
    public String toString() {
      return code + " " + String.join(", ", kinds);
    }
  }

  private Requirements() {}

  static List<Required> all() {
    return SECTIONS
        .lines()
        .map(line -> line.split(" ", -1))
        .map(words -> new Required(words[0], Stream.of(words).skip(1).toList()))
        .toList();
  }
}
