package org.mentoring.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;

/**
 * How a table is spelt and how large it may be. Immutable and thread-safe.
 *
 * @param charset how characters are written; bytes that it does not know are refused
 * @param delimiter between cells: {@code ,} or {@code ;} or a tab
 * @param dottedDates whether {@code 01.09.2020} is read as 1 September, beside {@code 2020-09-01}
 * @param since since when facts hold whose row and cell do not tell; null where they must
 * @param limits how large a table may be
 */
public record CsvOptions(
    Charset charset,
    char delimiter,
    boolean dottedDates,
    @Nullable LocalDate since,
    Limits limits) {
  /** Refuses other delimiters. */
  public CsvOptions {
    Invariants.holds(
        delimiter == ',' || delimiter == ';' || delimiter == '\t',
        "csv.delimiter",
        "delimiter",
        "',' ';' or a tab");
  }

  /** UTF-8, commas, ISO dates. */
  public static CsvOptions strict() {
    return new CsvOptions(StandardCharsets.UTF_8, ',', false, null, Limits.standard());
  }

  /** As spreadsheets save in Russia: windows-1251, semicolons, dotted dates too. */
  public static CsvOptions russianSpreadsheet() {
    return new CsvOptions(Charset.forName("windows-1251"), ';', true, null, Limits.standard());
  }

  /** As spreadsheets save "CSV UTF-8" in Russia: semicolons, dotted dates too. */
  public static CsvOptions russianUtf8() {
    return russianSpreadsheet().withCharset(StandardCharsets.UTF_8);
  }

  /** These options with another charset. */
  public CsvOptions withCharset(Charset other) {
    return new CsvOptions(other, delimiter, dottedDates, since, limits);
  }

  /** These options with another delimiter. */
  public CsvOptions withDelimiter(char other) {
    return new CsvOptions(charset, other, dottedDates, since, limits);
  }

  /** These options with a day since when facts hold that do not tell it. */
  public CsvOptions withSince(LocalDate day) {
    return new CsvOptions(charset, delimiter, dottedDates, day, limits);
  }

  /** These options with other limits. */
  public CsvOptions withLimits(Limits other) {
    return new CsvOptions(charset, delimiter, dottedDates, since, other);
  }

  /**
   * How large a table may be; what is larger is refused before it fills the memory.
   *
   * @param bytes of the file
   * @param rows of people
   * @param columns of the header
   * @param rowCharacters of one row
   */
  public record Limits(int bytes, int rows, int columns, int rowCharacters) {
    /** Refuses limits below 1. */
    public Limits {
      Invariants.range("limits.bytes", bytes, 1, Integer.MAX_VALUE - 16L);
      Invariants.range("limits.rows", rows, 1, Integer.MAX_VALUE);
      Invariants.range("limits.columns", columns, 1, 16_384);
      Invariants.range("limits.rowCharacters", rowCharacters, 1, 16_000_000);
    }

    /** 64 MiB, 200,000 rows, 500 columns, 100,000 characters a row. */
    public static Limits standard() {
      return new Limits(64 * 1024 * 1024, 200_000, 500, 100_000);
    }
  }
}
