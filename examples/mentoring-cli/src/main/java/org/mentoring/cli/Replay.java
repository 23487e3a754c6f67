package org.mentoring.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoring.Mentoring;
import org.mentoring.decision.Renderer;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.MentorshipId;
import org.mentoring.json.happening.HappeningPlayer;
import org.mentoring.json.happening.HappeningPlayer.Surprise;
import org.mentoring.json.happening.Happenings;
import org.mentoring.json.happening.HappeningsReader;
import org.mentoring.json.happening.Played;
import org.mentoring.text.Audience;
import org.mentoring.text.Value;

/** A file of happenings, played in a programme of its own that is kept in memory. */
final class Replay implements AutoCloseable {
  private final Happenings happenings;
  private final HappeningPlayer player;
  private final Texts texts;

  private Replay(Happenings happenings, HappeningPlayer player, Texts texts) {
    this.happenings = happenings;
    this.player = player;
    this.texts = texts;
  }

  /**
   * Reads a file and opens its programme; nothing is played yet.
   *
   * @throws org.mentoring.failure.InvalidInput with all faults of the file
   */
  static Replay open(HappeningsOptions options, Texts texts, Stages stages) {
    Happenings read = stages.time("happenings", progress -> read(options.file));
    String instead = options.definition;
    Happenings happenings =
        instead == null
            ? read
            : read.under(stages.time("definition", progress -> DefinitionSource.read(instead)));
    HappeningPlayer player = stages.time("rules", progress -> HappeningPlayer.open(happenings));
    return new Replay(happenings, player, texts);
  }

  Happenings happenings() {
    return happenings;
  }

  Mentoring mentoring() {
    return player.mentoring();
  }

  /** Plays all that becomes known up to a day; then it is the end of that day. */
  List<Played> playUntil(LocalDate day, Surprise surprise, Stages stages) {
    return stages.time("play", progress -> player.playUntil(day, surprise));
  }

  /**
   * Plays all that becomes known up to a day, for a question about that day.
   *
   * @throws Failure if something does not come as the file says; {@code run} tells what
   */
  void playFor(LocalDate day, HappeningsOptions options, Stages stages) {
    List<Played> played = playUntil(day, Surprise.STOPS, stages);
    if (player.stopped()) {
      Played last = played.get(played.size() - 1);
      throw Failure.refused(
          "error.surprise",
          Map.of(
              "verb", Value.of(last.happening().verb()),
              "day", Value.of(last.happening().on().toString()),
              "what", Value.of(new SurpriseText(texts, renderer()).line(last)),
              "file", Value.of(options.file)));
    }
  }

  /** Whether a surprise stopped the play. */
  boolean stopped() {
    return player.stopped();
  }

  Renderer renderer() {
    return mentoring().renderer(texts.messages(), Audience.COORDINATOR);
  }

  /** What the file calls a mentorship; its id where it has no name for it. */
  String nameOf(MentorshipId mentorship) {
    return player.handleOf(mentorship).orElse(mentorship.value());
  }

  /** The mentorship of a name. */
  MentorshipId mentorship(String name) {
    return player
        .mentorship(name)
        .orElseThrow(
            () -> Spelt.unknown(name, "error.mentorship-unknown", "error.mentorship-misspelt"));
  }

  /** The programme, its versions and the day, in a line. */
  String basis(LocalDate asOf) {
    return texts.say(
        "run.basis",
        Map.of(
            "id", Value.of(happenings.definition().id()),
            "version", Value.of(happenings.definition().version().toString()),
            "hash", Value.of(happenings.definition().hash().substring(0, 8)),
            "rules", Value.of(mentoring().ruleSetHash().substring(0, 8)),
            "day", Value.of(asOf.toString())));
  }

  /** The same for other programs. */
  Map<String, Object> basisJson(LocalDate asOf) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("programme", happenings.definition().id());
    document.put("version", happenings.definition().version().toString());
    document.put("definitionHash", happenings.definition().hash());
    document.put("ruleSetHash", mentoring().ruleSetHash());
    document.put("happenings", happenings.source());
    document.put("asOf", asOf.toString());
    return document;
  }

  @Override
  public void close() {
    player.close();
  }

  private static Happenings read(String named) {
    Path file = existing(named);
    try {
      return HappeningsReader.open().read(file);
    } catch (MentoringException e) {
      if (e.code().equals("format.unknown")) {
        throw Failure.input("error.happenings-format", Map.of("file", Value.of(named)));
      }
      if (e.code().equals("file.unreadable")) {
        throw Failure.input("error.file-unreadable", Map.of("file", Value.of(named)));
      }
      throw e;
    }
  }

  private static Path existing(String named) {
    Path file;
    try {
      file = Path.of(named);
    } catch (InvalidPathException e) {
      throw Failure.input("error.file-missing", Map.of("file", Value.of(named)));
    }
    if (Files.isDirectory(file)) {
      throw Failure.input("error.file-directory", Map.of("file", Value.of(named)));
    }
    if (!Files.exists(file)) {
      throw Failure.input("error.file-missing", Map.of("file", Value.of(named)));
    }
    return file;
  }
}
