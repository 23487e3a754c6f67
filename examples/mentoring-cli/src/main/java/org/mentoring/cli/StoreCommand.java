package org.mentoring.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.programme.ProgrammeDefinition;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands have in common that work on a store alone. */
abstract class StoreCommand extends ProgrammeCommand {
  @Mixin StoreOptions storing = new StoreOptions();

  @Option(names = "--definition", paramLabel = "FILE|NAME", descriptionKey = "definition-of-store")
  @Nullable String definition;

  @Option(names = "--earlier", paramLabel = "FILE|NAME")
  @Nullable List<String> earlier;

  @Option(names = "--format", paramLabel = "table|json|csv", defaultValue = "TABLE")
  Format format = Format.TABLE;

  /** A result in all forms. */
  interface Result {
    String text();

    Map<String, Object> json();

    List<String> header();

    List<List<String>> rows();
  }

  /** The programme of the store. */
  final Mentoring mentoring(Stages stages, OpenStore store) {
    return mentoring(definition(stages, store), store);
  }

  /** The programme of the store, under this definition. */
  final Mentoring mentoring(ProgrammeDefinition read, OpenStore store) {
    Mentoring.Builder builder = Mentoring.of(read).stores(store.stores());
    for (String each : earlier == null ? List.<String>of() : earlier) {
      builder.earlier(DefinitionSource.read(each));
    }
    return builder.build();
  }

  /**
   * What the command line names; else what the store has in force.
   *
   * @throws Failure if the store has none
   */
  final ProgrammeDefinition definition(Stages stages, OpenStore store) {
    String named = definition;
    return stages.time(
        "definition",
        progress -> named == null ? store.definition() : DefinitionSource.read(named));
  }

  /** Takes out of the file what was erased; on a database that is for whoever runs it. */
  final void compact(OpenStore store, Texts texts) {
    if (!store.compact()) {
      terminal().err().println(texts.say("erase.bytes"));
    }
  }

  final void write(Result result, @Nullable String file) {
    Output.write(
        switch (format) {
          case TABLE -> result.text();
          case JSON -> JsonText.of(result.json());
          case CSV -> CsvText.of(result.header(), result.rows());
        },
        file,
        terminal().out());
  }

  /**
   * For commands that need no definition: what the command line names, else what the store has in
   * force; null where neither can be told.
   */
  final @Nullable ProgrammeDefinition readable(Stages stages, OpenStore store) {
    return definition == null ? store.readableDefinition().orElse(null) : definition(stages, store);
  }

  /** The programme and its versions, as other programs read them, as far as they can be told. */
  static Map<String, Object> basisOf(@Nullable ProgrammeDefinition read, OpenStore store) {
    if (read != null) {
      return basis(read, store);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("store", store.name());
    return document;
  }

  /** The programme and its versions, as other programs read them. */
  static Map<String, Object> basis(ProgrammeDefinition read, OpenStore store) {
    return basis(read.id(), read.version().toString(), read.hash(), store);
  }

  static Map<String, Object> basis(
      String programme, String version, String definitionHash, OpenStore store) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("programme", programme);
    document.put("version", version);
    document.put("definitionHash", definitionHash);
    document.put("store", store.name());
    return document;
  }

  /** Names and figures alone, one a line. */
  record Figures(Map<String, Object> basis, String text, Map<String, Object> figures)
      implements Result {
    @Override
    public Map<String, Object> json() {
      Map<String, Object> document = new LinkedHashMap<>(basis);
      document.putAll(figures);
      return document;
    }

    @Override
    public List<String> header() {
      return List.of("what", "value");
    }

    @Override
    public List<List<String>> rows() {
      List<List<String>> rows = new ArrayList<>();
      figures.forEach((name, value) -> add(rows, name, value));
      return rows;
    }

    private static void add(List<List<String>> rows, String name, Object value) {
      if (value instanceof Map<?, ?> inside) {
        inside.forEach((key, each) -> add(rows, name + "." + key, each));
      } else {
        rows.add(List.of(name, value.toString()));
      }
    }
  }
}
