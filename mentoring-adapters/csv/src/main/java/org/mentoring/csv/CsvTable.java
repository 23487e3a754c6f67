package org.mentoring.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Map;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;

/**
 * Writes a table row by row. Cells that a spreadsheet would run - those beginning with {@code = +
 * - @}, a tab or a line break - get an apostrophe before them. Rows end in a line feed, so that the
 * same table has the same bytes everywhere. Not thread-safe.
 */
public final class CsvTable implements AutoCloseable {
  private final CsvWriter writer;
  private final int columns;

  private CsvTable(CsvWriter writer, int columns) {
    this.writer = writer;
    this.columns = columns;
  }

  /**
   * Begins a table with its header. Closing the table closes the stream.
   *
   * @param out where to
   * @param options charset and delimiter
   * @param header names of the columns, at least one
   * @throws IOException if the stream does
   */
  public static CsvTable to(OutputStream out, CsvOptions options, List<String> header)
      throws IOException {
    Invariants.notEmpty("header", header);
    Writer encoded =
        new OutputStreamWriter(
            out,
            options
                .charset()
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    CsvWriter writer =
        CsvWriter.builder()
            .fieldSeparator(options.delimiter())
            .lineDelimiter(LineDelimiter.LF)
            .build(encoded);
    CsvTable table = new CsvTable(writer, header.size());
    table.row(header);
    return table;
  }

  /**
   * Writes a row.
   *
   * @param cells as many as the header has
   * @throws MentoringException {@code csv.not-encodable} if a character does not exist in the
   *     charset
   * @throws IOException if the stream does
   */
  public void row(List<String> cells) throws IOException {
    Invariants.holds(
        cells.size() == columns, "csv.ragged", "cells", "as many as the header has: " + columns);
    try {
      writer.writeRecord(cells.stream().map(SpreadsheetCell::escaped).toList());
    } catch (java.io.UncheckedIOException e) {
      IOException cause = e.getCause();
      throw cause == null ? new IOException(e) : told(cause);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      writer.close();
    } catch (IOException e) {
      throw told(e);
    }
  }

  private static IOException told(IOException e) {
    if (e instanceof CharacterCodingException) {
      throw new MentoringException(
          "csv.not-encodable",
          Map.of(),
          "A character does not exist in this charset: write the table in UTF-8.");
    }
    return e;
  }
}
