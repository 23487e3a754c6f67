package org.mentoring.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.Progress;
import org.mentoring.decision.Outcome;
import org.mentoring.failure.InvalidValue;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.text.Value;
import picocli.CommandLine.Option;

/** Pairs that exist already, so that the matching is a rematch. */
final class CurrentPairs {
  @Option(names = "--current", paramLabel = "FILE")
  @Nullable Path file;

  Outcome<MatchProposal> propose(
      Mentoring mentoring, Actor by, String practice, LocalDate asOf, Progress progress) {
    return file == null
        ? mentoring.propose(by, practice, asOf, progress)
        : mentoring.rematch(by, practice, asOf, read(file, mentoring), progress);
  }

  /** A table whose first two columns are mentee and mentor, as pairs.csv of an earlier matching. */
  private static SortedSet<PairKey> read(Path file, Mentoring mentoring) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Failure.usage(
          "error.current-unreadable", Map.of("file", Value.of(String.valueOf(file))));
    }
    if (lines.isEmpty() || !lines.get(0).replace("\uFEFF", "").startsWith("mentee,mentor")) {
      throw Failure.usage("error.current-header", Map.of("file", Value.of(String.valueOf(file))));
    }
    SortedSet<PairKey> pairs = new TreeSet<>();
    for (int line = 1; line < lines.size(); line++) {
      String[] cells = lines.get(line).split(",", -1);
      if (cells.length < 2) {
        throw malformed(file, line);
      }
      try {
        PairKey pair = new PairKey(ParticipantId.of(cells[0]), ParticipantId.of(cells[1]));
        if (mentoring.participant(pair.mentee()).isEmpty()) {
          throw unknown(file, line, pair.mentee());
        }
        pairs.add(pair);
      } catch (InvalidValue e) {
        throw malformed(file, line);
      }
    }
    return pairs;
  }

  private static Failure malformed(Path file, int line) {
    return Failure.usage(
        "error.current-line",
        Map.of("file", Value.of(String.valueOf(file)), "line", Value.of(line + 1)));
  }

  private static Failure unknown(Path file, int line, ParticipantId id) {
    return Failure.usage(
        "error.current-unknown",
        Map.of(
            "file", Value.of(String.valueOf(file)),
            "line", Value.of(line + 1),
            "person", Value.of(id.value())));
  }
}
