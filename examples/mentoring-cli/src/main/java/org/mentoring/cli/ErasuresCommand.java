package org.mentoring.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.erasure.Reapplied;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.StaleVersion;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.Actor;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Erasure;
import org.mentoring.json.lines.ErasureFile;
import org.mentoring.text.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Keeps erasures outside of a store, and carries them out again over a restored backup. */
@Command(name = "erasures")
final class ErasuresCommand extends StoreCommand {
  /** What is done with them. */
  enum Way {
    /** Writes them into a file. */
    EXPORT,
    /** Carries those of a file out. */
    REAPPLY
  }

  @Parameters(index = "0", paramLabel = "export|reapply", descriptionKey = "erasures-way")
  Way way = Way.EXPORT;

  @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "erasures-file")
  String file = "";

  @Mixin ActorOptions actor = new ActorOptions();

  @Override
  int run(Texts texts, Stages stages) {
    // What is missing on the command line is told before anything is opened.
    Actor by = way == Way.REAPPLY ? actor.actor() : ProgrammeRun.ACTOR;
    List<Erasure> read = way == Way.REAPPLY ? stages.time("import", progress -> read()) : List.of();
    try (OpenStore store = OpenStore.existing(storing)) {
      if (way == Way.EXPORT) {
        write(exported(store, basisOf(readable(stages, store), store), texts), null);
        return ExitCode.OK;
      }
      Done done;
      try (Mentoring mentoring = mentoring(stages, store)) {
        done = stages.time("erase", progress -> reapplied(by, read, mentoring));
        // Who was erased is told, and gone from the file, whatever came of the others.
        try {
          write(told(done, basis(mentoring.definition(), store), texts), null);
        } finally {
          if (!done.erased.isEmpty()) {
            compact(store, texts);
          }
        }
      }
      if (done.stopped != null) {
        throw done.stopped;
      }
      return done.failed.isEmpty() ? ExitCode.OK : ExitCode.LEFT_OUT;
    }
  }

  private Figures exported(OpenStore store, Map<String, Object> basis, Texts texts) {
    List<Erasure> all = store.stores().erasures().all();
    Output.write(
        file,
        out -> {
          ErasureFile.write(all, out);
          return file;
        });
    return new Figures(
        basis,
        texts.say("erasures.exported", "count", all.size()) + "\n",
        Map.of("erasures", all.size()));
  }

  private List<Erasure> read() {
    try {
      Path path = Path.of(file);
      if (!Files.isRegularFile(path)) {
        throw Failure.input("error.file-missing", Map.of("file", Value.of(file)));
      }
      try (InputStream in = Files.newInputStream(path)) {
        return ErasureFile.read(in, String.valueOf(path.getFileName()));
      }
    } catch (IOException e) {
      throw Failure.input("error.file-unreadable", Map.of("file", Value.of(file)));
    } catch (InvalidPathException e) {
      throw Failure.input("error.file-missing", Map.of("file", Value.of(file)));
    }
  }

  /** What came of carrying them out again. */
  private static final class Done {
    final SortedSet<ParticipantId> erased = new TreeSet<>();
    final SortedSet<ParticipantId> before = new TreeSet<>();
    final SortedSet<ParticipantId> unknown = new TreeSet<>();
    final SortedSet<ParticipantId> refused = new TreeSet<>();
    final SortedSet<MentorshipId> openMentorships = new TreeSet<>();
    final SortedSet<IncidentId> openIncidents = new TreeSet<>();

    /** Of whom something was changed meanwhile or cannot be taken away. */
    final SortedMap<ParticipantId, MentoringException> failed = new TreeMap<>();

    /** What ended it; those after it were not begun. */
    @Nullable RuntimeException stopped;

    void add(Reapplied one) {
      erased.addAll(one.erased());
      before.addAll(one.before());
      unknown.addAll(one.unknown());
      refused.addAll(one.refused());
      openMentorships.addAll(one.openMentorships());
      openIncidents.addAll(one.openIncidents());
      before.removeAll(erased);
    }
  }

  /** One by one: what fails for one person loses nothing of what came of those before. */
  private static Done reapplied(Actor by, List<Erasure> read, Mentoring mentoring) {
    SortedMap<ParticipantId, Erasure> asked = new TreeMap<>();
    read.forEach(each -> asked.putIfAbsent(each.participant(), each));
    Done done = new Done();
    for (Erasure each : asked.values()) {
      try {
        done.add(mentoring.erasure().reapply(by, List.of(each)));
      } catch (UnreadableRecords | StaleVersion e) {
        done.failed.put(each.participant(), e);
      } catch (RuntimeException e) {
        done.stopped = e;
        return done;
      }
    }
    return done;
  }

  private static Figures told(Done done, Map<String, Object> basis, Texts texts) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("erased", ids(done.erased));
    figures.put("before", ids(done.before));
    figures.put("unknown", ids(done.unknown));
    figures.put("refused", ids(done.refused));
    figures.put("failed", done.failed.keySet().stream().map(Object::toString).toList());
    figures.put("openMentorships", ids(done.openMentorships));
    figures.put("openIncidents", ids(done.openIncidents));
    StringBuilder text = new StringBuilder();
    text.append(
            texts.say(
                "erasures.reapplied",
                Map.of(
                    "erased", Value.of(done.erased.size()),
                    "before", Value.of(done.before.size()),
                    "unknown", Value.of(done.unknown.size()))))
        .append('\n');
    done.failed.forEach(
        (participant, why) ->
            text.append(
                    texts.say(
                        "retention.failed",
                        Map.of(
                            "participant", Value.of(participant.value()),
                            "text", Value.of(texts.say(why)),
                            "code", Value.of(why.code()))))
                .append('\n'));
    told("erasures.refused", done.refused, texts, text);
    told("erasures.open-mentorships", done.openMentorships, texts, text);
    told("erasures.open-incidents", done.openIncidents, texts, text);
    return new Figures(basis, text.toString(), figures);
  }

  private static void told(String key, SortedSet<?> ids, Texts texts, StringBuilder text) {
    if (!ids.isEmpty()) {
      text.append(texts.say(key, "ids", String.join(", ", ids(ids)))).append('\n');
    }
  }

  private static List<String> ids(SortedSet<?> ids) {
    return ids.stream().map(Object::toString).collect(Collectors.toList());
  }
}
