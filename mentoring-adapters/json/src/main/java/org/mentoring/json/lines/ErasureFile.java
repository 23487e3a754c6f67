package org.mentoring.json.lines;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.journal.Erasure;
import org.mentoring.record.RecordTree;

/**
 * Erasures as JSON lines, to be kept apart from a store and its backups, and to be carried out
 * again over a backup that is older than they are. A line each, as in a {@link ProgrammeExport},
 * and an end with their number and the SHA-256 of all lines before it: whoever is missing from a
 * file that was cut would come back to life with the backup. Thread-safe.
 */
public final class ErasureFile {
  private ErasureFile() {}

  /**
   * Writes erasures.
   *
   * @param erasures in the order of the file
   * @param out in UTF-8; is flushed and not closed
   * @throws IOException if the stream cannot be written
   */
  public static void write(Collection<Erasure> erasures, OutputStream out) throws IOException {
    Invariants.present("erasures", erasures, out);
    LineWriter lines = new LineWriter(out);
    for (Erasure each : erasures) {
      lines.write(Map.of(LineKind.ERASURE.key(), RecordTree.write(Erasure.class, each)));
    }
    lines.end(end(lines.digest().lines(), lines.digest().hex()));
  }

  private static Map<String, Object> end(long lines, String sha256) {
    Map<String, Object> end = new LinkedHashMap<>();
    end.put("lines", lines);
    end.put("sha256", sha256);
    return Map.of(ProgrammeExport.END, end);
  }

  /**
   * Reads erasures.
   *
   * @param in in UTF-8; is not closed
   * @param source by which problems name the file
   * @return as they were written
   * @throws org.mentoring.failure.InvalidInput with all problems up to a hundred and their lines
   * @throws IOException if the stream cannot be read
   */
  public static List<Erasure> read(InputStream in, String source) throws IOException {
    Invariants.present("erasures", in, source);
    LineReader lines = new LineReader(in);
    FileProblems problems = new FileProblems(source);
    List<Erasure> erasures = new ArrayList<>();
    Map<String, Object> end = Map.of();
    while (end.isEmpty() && !problems.full()) {
      problems.nextLine();
      if (lines.next() != LineReader.Found.WHOLE) {
        problems.add("lines.cut", Map.of());
        problems.refuse();
      }
      Map<String, Object> line = lines.object().orElseGet(TreeMap::new);
      if (line.containsKey(ProgrammeExport.END)) {
        end = line;
      } else {
        lines.cover();
        erasure(line, problems).ifPresent(erasures::add);
      }
    }
    if (!end.isEmpty()) {
      if (!end.equals(end(lines.digest().lines(), lines.digest().hex()))) {
        problems.add("lines.altered", Map.of());
      }
      problems.nextLine();
      if (lines.next() != LineReader.Found.NONE) {
        problems.add("lines.after-end", Map.of());
      }
    }
    problems.refuse();
    return List.copyOf(erasures);
  }

  private static Optional<Erasure> erasure(Map<String, Object> line, FileProblems problems) {
    Object tree = line.get(LineKind.ERASURE.key());
    if (tree == null || line.size() != 1) {
      problems.add("lines.not-a-record", Map.of());
      return Optional.empty();
    }
    try {
      return Optional.of(RecordTree.read(Erasure.class, tree));
    } catch (MentoringException e) {
      if (!e.code().equals("record.malformed")) {
        throw e;
      }
      problems.add("lines.not-a-record", e.attributes().get("place"), Map.of());
      return Optional.empty();
    }
  }
}
