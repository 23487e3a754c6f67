package org.mentoring.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mentoring.Mentoring;
import org.mentoring.Progress;
import org.mentoring.csv.CsvOptions;
import org.mentoring.csv.PeopleCsvReader;
import org.mentoring.decision.Decision;
import org.mentoring.identity.Actor;
import org.mentoring.identity.FactId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.MatchRenderer;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.participant.Position;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.rules.DroolsRules;
import org.mentoring.spi.RulesProvider;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.validation.people.Expectations;
import org.mentoring.validation.people.FactInput;
import org.mentoring.validation.people.ParticipantInput;
import org.mentoring.validation.people.PeopleImport;

/**
 * A region's way from a CSV file to explained pairs, as an embedder goes it: read the people,
 * record what is known about them, decide about everybody, match, and tell in Russian why each pair
 * and why nobody.
 */
public final class RegionRun {
  static final List<String> STEPS = List.of("read", "record", "decide", "match", "explain");

  private static final String PRACTICE = "adolescents";
  private static final Actor OPERATOR = Actor.coordinator("operator", "region");

  private final Stopwatch[] watches = new Stopwatch[STEPS.size()];
  private int step;

  private RegionRun() {}

  /**
   * Goes the way once and prints what came out and how long each step took, in milliseconds.
   *
   * @param arguments the CSV file and the day
   */
  public static void main(String[] arguments) throws IOException {
    byte[] file = Files.readAllBytes(Path.of(arguments[0]));
    RegionRun run = new RegionRun();
    ProgrammeDefinition definition = BuiltInProgrammes.read("tyumen-2020");
    try (DroolsRules rules = DroolsRules.create()) {
      System.out.println(run.go(definition, rules, file, LocalDate.parse(arguments[1])).told());
    }
    for (int k = 0; k < STEPS.size(); k++) {
      System.out.println(run.watch(k).told());
    }
  }

  /** A run that has not begun. */
  static RegionRun once() {
    return new RegionRun();
  }

  /**
   * What came out.
   *
   * @param people who were read
   * @param decisions of everybody in both positions
   * @param pairs that were proposed
   * @param unmatched mentees that have none
   * @param score of the pairs
   * @param lines that explain pairs and gaps
   */
  record Result(int people, int decisions, int pairs, int unmatched, long score, int lines) {
    String told() {
      return String.format(
          Locale.ROOT,
          "%,d people read, %,d decisions, %,d pairs with score %,d, %,d mentees without; told in %,d lines",
          people,
          decisions,
          pairs,
          score,
          unmatched,
          lines);
    }
  }

  /** What a step took. */
  Stopwatch watch(int number) {
    return watches[number];
  }

  /** Goes the way; once. */
  Result go(ProgrammeDefinition definition, RulesProvider rules, byte[] file, LocalDate asOf) {
    List<ParticipantInput> people = timed(() -> read(definition, file, asOf));
    Mentoring mentoring = timed(() -> recorded(definition, rules, people, asOf));
    List<Decision> decisions =
        timed(
            () ->
                Stream.of(Position.MENTEE, Position.MENTOR)
                    .flatMap(
                        position ->
                            mentoring.decideAll(PRACTICE, position, asOf, Progress.NONE).stream())
                    .toList());
    MatchProposal proposal =
        timed(() -> mentoring.propose(OPERATOR, PRACTICE, asOf, Progress.NONE).orElseThrow());
    List<String> lines = timed(() -> explained(definition, proposal));
    return new Result(
        people.size(),
        decisions.size(),
        proposal.result().pairs().size(),
        proposal.result().unmatched().size(),
        proposal.result().totalScore(),
        lines.size());
  }

  private <T> T timed(Supplier<T> work) {
    watches[step] = Stopwatch.start();
    T result = work.get();
    watches[step++].stop();
    return result;
  }

  private static List<ParticipantInput> read(
      ProgrammeDefinition definition, byte[] file, LocalDate asOf) {
    try {
      PeopleImport people =
          PeopleCsvReader.of(CsvOptions.strict(), Expectations.of(definition).bornBy(asOf))
              .read(new ByteArrayInputStream(file), "people.csv");
      if (!people.problems().isEmpty()) {
        throw new IllegalStateException("people with problems: " + people.problems().size());
      }
      return people.accepted();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mentoring recorded(
      ProgrammeDefinition definition,
      RulesProvider rules,
      List<ParticipantInput> people,
      LocalDate asOf) {
    Mentoring mentoring =
        Mentoring.of(definition)
            .rules(rules)
            .clock(
                Clock.fixed(
                    asOf.plusDays(1).atStartOfDay(definition.zone()).toInstant().minusMillis(1),
                    definition.zone()))
            .identifiers(new SequentialIdentifiers())
            .build();
    for (ParticipantInput person : people) {
      mentoring.register(OPERATOR, person.id(), person.kind(), person.references()).orElseThrow();
      for (FactInput input : person.facts()) {
        FactId fact =
            mentoring.record(OPERATOR, person.id(), input.fact(), input.validity()).orElseThrow();
        LocalDate withdrawn = input.withdrawn();
        if (withdrawn != null) {
          mentoring.withdrawConsent(OPERATOR, fact, withdrawn).orElseThrow();
        }
      }
    }
    return mentoring;
  }

  private static List<String> explained(ProgrammeDefinition definition, MatchProposal proposal) {
    MatchRenderer renderer = MatchRenderer.of(definition, Language.RU, Audience.COORDINATOR);
    List<String> lines = new ArrayList<>();
    proposal.result().pairs().forEach(pair -> lines.addAll(renderer.lines(pair.explanation())));
    proposal.result().unmatched().forEach(mentee -> lines.addAll(renderer.lines(mentee)));
    return lines;
  }
}
