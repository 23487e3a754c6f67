package org.mentoring.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Renderer;
import org.mentoring.failure.InvalidInput;
import org.mentoring.failure.Place;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.participant.Position;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.Audience;
import org.mentoring.text.Spelling;
import org.mentoring.text.Value;
import org.mentoring.validation.people.ParticipantInput;
import org.mentoring.validation.people.PeopleImport;

/** A definition with the people of a file, ready to be asked. */
final class ProgrammeRun implements AutoCloseable {
  /** In whose name this program gives its commands. */
  static final Actor ACTOR = Actor.coordinator("command-line", "command-line");

  private final ProgrammeDefinition definition;
  private final PeopleImport people;
  private final Intake intake;
  private final LocalDate asOf;
  private final Texts texts;

  private ProgrammeRun(
      ProgrammeDefinition definition,
      PeopleImport people,
      Intake intake,
      LocalDate asOf,
      Texts texts) {
    this.definition = definition;
    this.people = people;
    this.intake = intake;
    this.asOf = asOf;
    this.texts = texts;
  }

  static ProgrammeRun open(PeopleOptions options, Terminal terminal, Texts texts, Stages stages) {
    return open(options, texts, stages, source -> source.read(options.people, terminal.in()));
  }

  /** Opens a run on people that are a resource of this program. */
  static ProgrammeRun openResource(
      PeopleOptions options, String resource, Texts texts, Stages stages) {
    return open(
        options,
        texts,
        stages,
        source -> {
          try (InputStream in = ProgrammeRun.class.getResourceAsStream(resource)) {
            if (in == null) {
              throw new IllegalStateException("missing resource " + resource);
            }
            return source.read(in, resource.substring(resource.lastIndexOf('/') + 1));
          } catch (IOException e) {
            throw new UncheckedIOException("unreadable resource " + resource, e);
          }
        });
  }

  private static ProgrammeRun open(
      PeopleOptions options, Texts texts, Stages stages, Reading reading) {
    ProgrammeDefinition definition =
        stages.time(
            "definition",
            progress -> options.laid.laidOver(DefinitionSource.read(options.definition)));
    refuseUnknownPractice(definition, options.practice);
    PeopleImport people =
        stages.time(
            "people",
            progress -> reading.read(new PeopleSource(definition, options.asOf, options.dialect)));
    if (people.accepted().isEmpty() && !people.problems().isEmpty()) {
      throw new InvalidInput(people.problems());
    }
    Clock clock = Clock.fixed(knownAt(definition, options), definition.zone());
    Intake intake =
        stages.time(
            "record",
            progress ->
                Intake.of(
                    () ->
                        Mentoring.of(definition)
                            .clock(clock)
                            .identifiers(new SequentialIdentifiers())
                            .build(),
                    people.accepted(),
                    ACTOR,
                    progress));
    return new ProgrammeRun(definition, people, intake, options.asOf, texts);
  }

  /** The last microsecond of the day, unless the command line says otherwise. */
  private static Instant knownAt(ProgrammeDefinition definition, PeopleOptions options) {
    Instant said = options.knownAt;
    return said != null
        ? said
        : options
            .asOf
            .plusDays(1)
            .atStartOfDay(definition.zone())
            .toInstant()
            .minus(1, ChronoUnit.MICROS);
  }

  private static void refuseUnknownPractice(
      ProgrammeDefinition definition, @Nullable String practice) {
    if (practice != null && definition.practice(practice).isEmpty()) {
      List<String> known = definition.practices().stream().map(Practice::id).toList();
      throw Failure.usage(
          "error.practice-unknown",
          Map.of(
              "name",
              Value.of(practice),
              "nearest",
              Value.of(Spelling.nearest(practice, known, 1).get(0)),
              "allowed",
              Value.of(String.join(", ", known))));
    }
  }

  ProgrammeDefinition definition() {
    return definition;
  }

  Mentoring mentoring() {
    return intake.mentoring();
  }

  Intake intake() {
    return intake;
  }

  LocalDate asOf() {
    return asOf;
  }

  Renderer renderer(Audience audience) {
    return mentoring().renderer(texts.language(), audience);
  }

  /** People that the source holds. */
  int read() {
    return people.read();
  }

  /** People that were left out. */
  int leftOut() {
    return people.read() - intake.registered();
  }

  /** {@link ExitCode#LEFT_OUT} if somebody was left out. */
  int exitCode() {
    return people.problems().isEmpty() && intake.refusals().isEmpty()
        ? ExitCode.OK
        : ExitCode.LEFT_OUT;
  }

  /** Everything that kept people out, a line each, without any of their values. */
  List<String> problems() {
    List<String> lines = new ArrayList<>();
    people.problems().forEach(problem -> lines.add(texts.say(problem)));
    Renderer renderer = renderer(Audience.COORDINATOR);
    for (Intake.Refusal refusal : intake.refusals()) {
      for (Renderer.Line line : renderer.lines(refusal.decision())) {
        lines.add(refusal(refusal.place(), line));
      }
    }
    return lines;
  }

  /** The programme's clock stands at the day of the run, so its "today" is not the reader's. */
  private String refusal(Place place, Renderer.Line line) {
    Finding finding = line.finding();
    String kind =
        texts
            .messages()
            .find("fact." + finding.requirement(), Map.of())
            .orElse(finding.requirement());
    String found =
        finding.code().equals("command.in-future")
            ? texts.say("refused.in-future", "day", asOf.toString())
            : line.found();
    String advice =
        texts
            .messages()
            .find("advice." + finding.code(), Map.of())
            .orElseGet(() -> texts.say("advice.other"));
    return place + " " + kind + ": " + found + ". " + advice;
  }

  /** All problems and who is in no position, a line each, for a file. */
  String problemsText() {
    List<String> lines = new ArrayList<>(problems());
    withoutPosition()
        .forEach(id -> lines.add(id.value() + ": " + texts.say("problems.without-position")));
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  /** Who was taken in, and neither applied for nor holds a position of any practice. */
  List<ParticipantId> withoutPosition() {
    Set<ParticipantId> placed = new HashSet<>();
    for (Practice practice : definition.practices()) {
      for (PartyTerms party : practice.parties()) {
        placed.addAll(mentoring().applicants(practice.id(), party.position(), asOf));
      }
    }
    return people.accepted().stream()
        .map(ParticipantInput::id)
        .filter(id -> !placed.contains(id))
        .filter(
            id ->
                mentoring()
                    .participant(id)
                    .filter(participant -> participant.mergedInto() == null)
                    .isPresent())
        .sorted()
        .toList();
  }

  /** The practice that was named, or all. */
  List<Practice> practices(@Nullable String named) {
    return definition.practices().stream()
        .filter(practice -> named == null || practice.id().equals(named))
        .toList();
  }

  /** The practice that was named, or the only one that forms pairs. */
  Practice matchingPractice(@Nullable String named) {
    List<Practice> able =
        practices(named).stream().filter(practice -> practice.matching() != null).toList();
    if (named != null && able.isEmpty()) {
      throw Failure.usage("error.practice-no-matching", Map.of("name", Value.of(named)));
    }
    if (able.size() != 1) {
      String allowed = String.join(", ", able.stream().map(Practice::id).toList());
      throw Failure.usage(
          able.isEmpty() ? "error.no-matching" : "error.practice-needed",
          Map.of("allowed", Value.of(allowed)));
    }
    return able.get(0);
  }

  /** Decides about everybody who applied, by practice and position. */
  List<Decided> decide(List<Practice> practices, @Nullable Position only, Stages stages) {
    Map<Practice, List<Position>> asked = new LinkedHashMap<>();
    for (Practice practice : practices) {
      List<Position> positions =
          practice.parties().stream()
              .map(PartyTerms::position)
              .filter(position -> only == null || position == only)
              .toList();
      if (!positions.isEmpty()) {
        asked.put(practice, positions);
      }
    }
    if (asked.isEmpty() && only != null) {
      throw Failure.usage("error.position-unknown", Map.of("name", Value.of(only.name())));
    }
    return stages.time(
        "decide",
        progress -> {
          List<Decided> all = new ArrayList<>();
          asked.forEach(
              (practice, positions) ->
                  positions.forEach(
                      position -> {
                        List<Decision> decisions =
                            mentoring().decideAll(practice.id(), position, asOf, progress);
                        all.add(new Decided(practice, position, decisions));
                      }));
          return List.copyOf(all);
        });
  }

  @Override
  public void close() {
    mentoring().close();
  }

  /**
   * The decisions about a position of a practice.
   *
   * @param practice which
   * @param position as what
   * @param decisions by participant
   */
  record Decided(Practice practice, Position position, List<Decision> decisions) {}

  @FunctionalInterface
  private interface Reading {
    PeopleImport read(PeopleSource source);
  }
}
