package org.mentoring.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mentoring.csv.CsvOptions;
import org.mentoring.csv.CsvTable;

/** Spells a table as CSV: UTF-8, commas, and nothing that a spreadsheet would run. */
final class CsvText {
  private CsvText() {}

  static String of(List<String> header, List<List<String>> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CsvTable table = CsvTable.to(bytes, CsvOptions.strict(), header)) {
      for (List<String> row : rows) {
        table.row(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
