package org.mentoring.json.happening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.InvalidInput;
import org.mentoring.failure.Problem;
import org.mentoring.identity.Actor;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.json.DefinitionReader;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.document.ReadLimits;
import org.mentoring.json.internal.people.PersonTree;
import org.mentoring.json.internal.tree.Faults;
import org.mentoring.json.internal.tree.Node;
import org.mentoring.json.internal.tree.StrictReader;
import org.mentoring.json.internal.tree.TreeReader;
import org.mentoring.json.internal.tree.Values;
import org.mentoring.json.people.PeopleJsonReader;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Version;
import org.mentoring.validation.people.Expectations;
import org.mentoring.validation.people.LocatedDraft;
import org.mentoring.validation.people.ParticipantInput;
import org.mentoring.validation.people.PeopleImport;
import org.mentoring.validation.people.PeopleIntake;

/** Reads one file of happenings. Not thread-safe. */
final class FileReading {
  private static final Set<String> KEYS =
      Set.of(
          "programme",
          "by",
          "actors",
          "people",
          "people-files",
          "happenings",
          "on",
          "known",
          "do",
          "as",
          "every",
          "times",
          "expect-refused",
          "capacity",
          "organisation",
          "day");

  private static final Pattern VERSIONED =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}@[0-9.]{1,20}");

  private final String source;
  private final ReadLimits limits;
  private final @Nullable Path folder;
  private final SortedSet<String> findings;
  private final PersonTree tree = PersonTree.with(keys());
  private final Set<String> listed = new TreeSet<>();
  private final Faults shapes = Faults.tellingShapes(tree.keys());
  private final Faults told = Faults.tellingHandles();
  private final Faults programme = Faults.tellingValues();

  /** Whether all people were read: otherwise somebody who is not known may be among the others. */
  private boolean peopleWhole = true;

  /**
   * @param folder where files that it names are; null: it may name none
   * @param findings codes of all findings that the file may expect
   */
  FileReading(String source, ReadLimits limits, @Nullable Path folder, SortedSet<String> findings) {
    this.source = source;
    this.limits = limits;
    this.folder = folder;
    this.findings = findings;
  }

  /** The happenings of a document; throws what is wrong with it. */
  Happenings read(byte[] bytes, DocumentFormat format) {
    Optional<StrictReader> root =
        TreeReader.read(source, bytes, format, limits, shapes)
            .flatMap(node -> StrictReader.of(node, shapes));
    if (root.isEmpty()) {
      throw new InvalidInput(shapes.problems());
    }
    StrictReader document = root.get();
    ProgrammeDefinition definition = definition(document);
    Map<String, Actor> actors = actors(document);
    PeopleIntake intake =
        PeopleIntake.with(definition == null ? Expectations.none() : Expectations.of(definition));
    List<String> practices =
        definition == null ? List.of() : definition.practices().stream().map(Practice::id).toList();
    ValueReading values = new ValueReading(told, shapes, tree, intake, practices, actors, findings);
    Node usual = document.node("by");
    Actor by = usual == null ? null : values.actor(usual);
    Map<String, ParticipantInput> people = people(document, intake, definition);
    Node first = document.node("people");
    if (by == null && usual == null && first != null) {
      told.add("happening.people-by-missing", first.place());
    }
    HappeningReading reading =
        new HappeningReading(
            values,
            told,
            shapes,
            people,
            by,
            definition == null ? List.of() : definition.practices());
    List<Happening> read = new ArrayList<>();
    if (document.require("happenings")) {
      document.list("happenings").forEach(each -> read.addAll(reading.read(each)));
    }
    document.done();
    List<Happening> all =
        by == null ? PeopleOfFile.inOrder(read) : PeopleOfFile.among(read, people.values(), by);
    Set<String> known = new TreeSet<>(people.keySet());
    known.addAll(listed);
    HandleCheck.of(all, known, !peopleWhole, reading.unread(), told);
    if (!problems().isEmpty() || definition == null) {
      throw new InvalidInput(problems());
    }
    return new Happenings(source, definition, all);
  }

  private List<Problem> problems() {
    List<Problem> all = new ArrayList<>(shapes.problems());
    all.addAll(programme.problems());
    all.addAll(told.problems());
    return all.stream().distinct().toList();
  }

  private static Set<String> keys() {
    Set<String> keys = new TreeSet<>(KEYS);
    keys.addAll(Verbs.keys());
    return keys;
  }

  private Map<String, Actor> actors(StrictReader document) {
    Map<String, Actor> actors = new TreeMap<>();
    Node node = document.node("actors");
    Node.ObjectNode object = node == null ? null : Values.object(node, told);
    if (object != null) {
      object
          .members()
          .forEach(
              (name, member) -> {
                Actor actor = ValueReading.actor(member.value(), told);
                if (actor != null) {
                  actors.put(name, actor);
                }
              });
    }
    return actors;
  }

  private Map<String, ParticipantInput> people(
      StrictReader document, PeopleIntake intake, @Nullable ProgrammeDefinition definition) {
    Map<String, ParticipantInput> people = new LinkedHashMap<>();
    Node node = document.node("people");
    Node.ObjectNode object = node == null ? null : Values.object(node, shapes);
    if (object != null) {
      listed.addAll(object.members().keySet());
      List<LocatedDraft> drafts = new ArrayList<>();
      object
          .members()
          .forEach(
              (handle, member) -> drafts.add(tree.participant(member.value(), handle, List.of())));
      add(intake.take(drafts), people, null);
    }
    for (Node file : document.list("people-files")) {
      Path path = existing(file);
      peopleWhole &= path != null;
      if (path != null) {
        Expectations expectations =
            definition == null ? Expectations.none() : Expectations.of(definition);
        try {
          PeopleImport others = PeopleJsonReader.of(expectations).read(path);
          peopleWhole &= others.problems().isEmpty();
          add(others, people, file);
        } catch (IOException e) {
          peopleWhole = false;
          told.found("happening.file-missing", file);
        }
      }
    }
    return people;
  }

  /** Adds the people of one source; a handle that another source has already is told. */
  private void add(PeopleImport read, Map<String, ParticipantInput> people, @Nullable Node file) {
    read.problems()
        .forEach(problem -> shapes.add(problem.code(), problem.place(), problem.parameters()));
    for (ParticipantInput person : read.accepted()) {
      ParticipantInput other = people.putIfAbsent(person.id().value(), person);
      if (other != null && file != null) {
        told.found("happening.person-twice", file, Map.of("handle", person.id().value()));
      }
    }
  }

  private @Nullable Path existing(Node node) {
    String named = Values.text(node, told);
    if (named == null) {
      return null;
    }
    try {
      Path path = folder == null ? null : folder.resolve(named);
      if (path != null && Files.isRegularFile(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      told.found("happening.file-missing", node);
      return null;
    }
    told.found("happening.file-missing", node);
    return null;
  }

  private @Nullable ProgrammeDefinition definition(StrictReader document) {
    Node node = document.require("programme") ? document.node("programme") : null;
    String named = node == null ? null : Values.text(node, told);
    if (node == null || named == null) {
      return null;
    }
    int at = named.indexOf('@');
    String name = at < 0 ? named : named.substring(0, at);
    if (BuiltInProgrammes.names().contains(name)) {
      return builtIn(node, name, at < 0 ? null : named.substring(at + 1));
    }
    if (DocumentFormat.ofFileName(named).isPresent()) {
      Path path = existing(node);
      if (path == null) {
        return null;
      }
      try (DefinitionReader reader = DefinitionReader.open()) {
        return reader.read(path);
      }
    }
    unknown(node, named);
    return null;
  }

  private @Nullable ProgrammeDefinition builtIn(Node node, String name, @Nullable String version) {
    if (version == null) {
      return BuiltInProgrammes.read(name);
    }
    Optional<Version> found =
        BuiltInProgrammes.versions(name).stream()
            .filter(each -> each.toString().equals(version))
            .findFirst();
    if (found.isEmpty()) {
      unknown(node, name + "@" + version);
      return null;
    }
    return BuiltInProgrammes.read(name, found.get());
  }

  private void unknown(Node node, String named) {
    Set<String> known = new TreeSet<>(BuiltInProgrammes.names());
    BuiltInProgrammes.names()
        .forEach(
            name -> BuiltInProgrammes.versions(name).forEach(each -> known.add(name + "@" + each)));
    // A version stands behind an @, which no id has; anything else that is no id may be a name.
    (VERSIONED.matcher(named).matches() ? programme : told)
        .found(
            "happening.programme-unknown",
            node,
            Map.of("maybe", Faults.nearest(named, known), "allowed", String.join(", ", known)));
  }
}
