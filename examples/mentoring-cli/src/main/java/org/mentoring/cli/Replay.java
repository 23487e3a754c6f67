package org.mentoring.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.decision.Renderer;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.MentorshipId;
import org.mentoring.json.happening.HappeningPlayer;
import org.mentoring.json.happening.HappeningPlayer.Surprise;
import org.mentoring.json.happening.Happenings;
import org.mentoring.json.happening.HappeningsReader;
import org.mentoring.json.happening.Played;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.Audience;
import org.mentoring.text.Value;

/**
 * A programme that is asked: a file of happenings, played in memory or into a store, or what a
 * store holds.
 */
final class Replay implements AutoCloseable {
  private final ProgrammeDefinition definition;
  private final Mentoring mentoring;
  private final @Nullable HappeningPlayer player;
  private final @Nullable Happenings happenings;
  private final @Nullable OpenStore store;
  private final Texts texts;

  private Replay(
      ProgrammeDefinition definition,
      Mentoring mentoring,
      @Nullable HappeningPlayer player,
      @Nullable Happenings happenings,
      @Nullable OpenStore store,
      Texts texts) {
    this.definition = definition;
    this.mentoring = mentoring;
    this.player = player;
    this.happenings = happenings;
    this.store = store;
    this.texts = texts;
  }

  /**
   * Reads a file and opens its programme; nothing is played yet.
   *
   * @throws org.mentoring.failure.InvalidInput with all faults of the file
   */
  static Replay open(HappeningsOptions options, Texts texts, Stages stages) {
    String file = options.file;
    if (file == null) {
      throw Failure.usage("error.happenings-needed", Map.of());
    }
    Happenings read = stages.time("happenings", progress -> read(file));
    String instead = options.definition;
    Happenings happenings =
        instead == null
            ? read
            : read.under(stages.time("definition", progress -> DefinitionSource.read(instead)));
    OpenStore store = options.storing.named() ? OpenStore.empty(options.storing) : null;
    HappeningPlayer player =
        stages.time(
            "rules",
            progress ->
                store == null
                    ? HappeningPlayer.open(happenings)
                    // What happened today happened at noon to the player, though it be morning yet.
                    : HappeningPlayer.open(
                        happenings,
                        parts -> parts.stores(store.stores()).clockLead(Duration.ofDays(1))));
    return new Replay(
        happenings.definition(), player.mentoring(), player, happenings, store, texts);
  }

  /**
   * What a question is asked about: a file, or a store under the definition that is named or that
   * it has in force.
   *
   * @throws Failure if neither or both are named
   */
  static Replay asked(HappeningsOptions options, Texts texts, Stages stages) {
    if (!options.storing.named()) {
      return open(options, texts, stages);
    }
    if (options.file != null) {
      throw Failure.usage("error.store-and-file", Map.of());
    }
    OpenStore store = OpenStore.existing(options.storing);
    try {
      String named = options.definition;
      ProgrammeDefinition definition =
          stages.time(
              "definition",
              progress -> named == null ? store.definition() : DefinitionSource.read(named));
      Mentoring mentoring =
          stages.time("rules", progress -> Mentoring.of(definition).stores(store.stores()).build());
      return new Replay(definition, mentoring, null, null, store, texts);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  ProgrammeDefinition definition() {
    return definition;
  }

  Mentoring mentoring() {
    return mentoring;
  }

  /** The last day of the file. */
  LocalDate lastDay() {
    return happenings().lastDay().orElse(LocalDate.EPOCH);
  }

  private Happenings happenings() {
    if (happenings == null) {
      throw new IllegalStateException("a store has no file");
    }
    return happenings;
  }

  private HappeningPlayer player() {
    if (player == null) {
      throw new IllegalStateException("a store is not played");
    }
    return player;
  }

  /** Plays all that becomes known up to a day; then it is the end of that day. */
  List<Played> playUntil(LocalDate day, Surprise surprise, Stages stages) {
    return stages.time("play", progress -> player().playUntil(day, surprise));
  }

  /**
   * Plays all that becomes known up to a day, for a question about that day; of a store all counts
   * that it holds.
   *
   * @throws Failure if something does not come as the file says; {@code run} tells what
   */
  void playFor(LocalDate day, HappeningsOptions options, Stages stages) {
    if (player == null) {
      return;
    }
    List<Played> played = playUntil(day, Surprise.STOPS, stages);
    if (stopped()) {
      Played last = played.get(played.size() - 1);
      throw Failure.refused(
          "error.surprise",
          Map.of(
              "verb", Value.of(last.happening().verb()),
              "day", Value.of(last.happening().on().toString()),
              "what", Value.of(new SurpriseText(texts, renderer()).line(last)),
              "file", Value.of(String.valueOf(options.file))));
    }
  }

  /** Whether a surprise stopped the play. */
  boolean stopped() {
    return player != null && player.stopped();
  }

  Renderer renderer() {
    return mentoring().renderer(texts.messages(), Audience.COORDINATOR);
  }

  /** What the file calls a mentorship; its id where there is no name for it. */
  String nameOf(MentorshipId mentorship) {
    return player == null
        ? mentorship.value()
        : player.handleOf(mentorship).orElse(mentorship.value());
  }

  /** The mentorship of a name. */
  MentorshipId mentorship(String name) {
    Optional<MentorshipId> found = player == null ? stored(name) : player.mentorship(name);
    return found.orElseThrow(
        () -> Spelt.unknown(name, "error.mentorship-unknown", "error.mentorship-misspelt"));
  }

  private Optional<MentorshipId> stored(String name) {
    return Optional.of(name)
        .filter(given -> given.matches("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}"))
        .map(MentorshipId::of)
        .filter(id -> mentoring.mentorships().find(id).isPresent());
  }

  /** The programme, its versions and the day, in a line. */
  String basis(LocalDate asOf) {
    return texts.say(
        "run.basis",
        Map.of(
            "id", Value.of(definition.id()),
            "version", Value.of(definition.version().toString()),
            "hash", Value.of(definition.hash().substring(0, 8)),
            "rules", Value.of(mentoring().ruleSetHash().substring(0, 8)),
            "day", Value.of(asOf.toString())));
  }

  /** The same for other programs. */
  Map<String, Object> basisJson(LocalDate asOf) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("programme", definition.id());
    document.put("version", definition.version().toString());
    document.put("definitionHash", definition.hash());
    document.put("ruleSetHash", mentoring().ruleSetHash());
    if (store == null || happenings != null) {
      document.put("happenings", happenings().source());
    } else {
      document.put("store", store.name());
    }
    document.put("asOf", asOf.toString());
    return document;
  }

  @Override
  public void close() {
    mentoring.close();
    if (store != null) {
      store.close();
    }
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
