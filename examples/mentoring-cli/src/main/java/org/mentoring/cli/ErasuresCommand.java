package org.mentoring.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.mentoring.Mentoring;
import org.mentoring.erasure.Reapplied;
import org.mentoring.identity.Actor;
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
    try (OpenStore store = OpenStore.existing(storing);
        Mentoring mentoring = mentoring(stages, store)) {
      Map<String, Object> basis = basis(mentoring.definition(), store);
      write(
          way == Way.EXPORT
              ? exported(mentoring, basis, texts)
              : stages.time("erase", progress -> reapplied(by, read, mentoring, basis, texts)),
          null);
      if (way == Way.REAPPLY) {
        store.compact();
      }
      return ExitCode.OK;
    }
  }

  private Figures exported(Mentoring mentoring, Map<String, Object> basis, Texts texts) {
    List<Erasure> all = mentoring.erasure().erasures();
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

  private static Figures reapplied(
      Actor by, List<Erasure> read, Mentoring mentoring, Map<String, Object> basis, Texts texts) {
    Reapplied done = mentoring.erasure().reapply(by, read);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("erased", ids(done.erased()));
    figures.put("before", ids(done.before()));
    figures.put("unknown", ids(done.unknown()));
    figures.put("refused", ids(done.refused()));
    figures.put("openMentorships", ids(done.openMentorships()));
    figures.put("openIncidents", ids(done.openIncidents()));
    StringBuilder text = new StringBuilder();
    text.append(
            texts.say(
                "erasures.reapplied",
                Map.of(
                    "erased", Value.of(done.erased().size()),
                    "before", Value.of(done.before().size()),
                    "unknown", Value.of(done.unknown().size()))))
        .append('\n');
    told("erasures.refused", done.refused(), texts, text);
    told("erasures.open-mentorships", done.openMentorships(), texts, text);
    told("erasures.open-incidents", done.openIncidents(), texts, text);
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
