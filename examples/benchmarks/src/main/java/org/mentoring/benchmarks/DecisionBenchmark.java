package org.mentoring.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mentoring.Mentoring;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Actor;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Position;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.rules.DroolsRules;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.testkit.SyntheticRegion;
import org.mentoring.validation.people.FactInput;
import org.mentoring.validation.people.ParticipantInput;

/**
 * Decisions on everybody in a synthetic region under {@code tyumen-2020}: through {@link
 * Mentoring#decide}, through the rules alone, and by {@link PlainEligibility} over the same
 * dossiers. All have to leave the same requirements open.
 */
public final class DecisionBenchmark {
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 9;
  private static final String PRACTICE = "adolescents";

  private final ProgrammeDefinition definition = BuiltInProgrammes.read("tyumen-2020");
  private final SyntheticRegion region;
  private final DroolsRules rules;
  private final Mentoring mentoring;
  private final List<Applicant> applicants = new ArrayList<>();

  private DecisionBenchmark(SyntheticRegion region, DroolsRules rules) {
    this.region = region;
    this.rules = rules;
    this.mentoring = Mentoring.of(definition).rules(rules).build();
    takeIn(region.people());
    Practice practice = definition.practice(PRACTICE).orElseThrow();
    for (PartyTerms party : practice.parties()) {
      PlainEligibility plain = new PlainEligibility(definition, party);
      LocalDate asOf = region.asOf();
      for (ParticipantId id : mentoring.applicants(PRACTICE, party.position(), asOf)) {
        Dossier dossier = mentoring.dossier(id, asOf);
        applicants.add(
            new Applicant(
                id,
                party.position(),
                new EligibilityCase(definition, practice, party, dossier),
                plain));
      }
    }
  }

  private record Applicant(
      ParticipantId id, Position position, EligibilityCase question, PlainEligibility plain) {}

  /** Prints the figures; fails where the ways of deciding disagree. */
  public static void main(String[] arguments) {
    measure().figures().forEach(figure -> System.out.println(figure.line()));
  }

  static Measured measure() {
    SyntheticRegion region = SyntheticRegion.standard();
    return new Measured(
        region.seed() + "; " + ROUNDS + " rounds", measure(region, WARM_UP, ROUNDS));
  }

  static List<Figure> measure(SyntheticRegion region, int warmUp, int rounds) {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (DroolsRules rules = DroolsRules.create()) {
      return new DecisionBenchmark(region, rules).figures(threads, warmUp, rounds);
    } finally {
      threads.shutdown();
    }
  }

  private List<Figure> figures(ExecutorService threads, int warmUp, int rounds) {
    int half = applicants.size() / 2;
    requireAgreement();
    Timings[] taken =
        Timings.ofAll(
            warmUp,
            rounds,
            () -> decided(applicants, region.asOf().plusDays(1)),
            () -> {
              Future<Long> first =
                  threads.submit(() -> decided(applicants.subList(0, half), region.asOf()));
              Future<Long> second =
                  threads.submit(
                      () -> decided(applicants.subList(half, applicants.size()), region.asOf()));
              return result(first) + result(second);
            },
            () -> found(applicants),
            () -> plain(applicants));
    double size = applicants.size();
    double perSecond = 1e9 * size;
    return List.of(
        Figure.of("people decided about in a round", size, "people"),
        taken[0].figure("Mentoring.decide, one thread, a decision", size * 1e3, "µs"),
        Figure.spread(
            "Mentoring.decide, one thread",
            perSecond / taken[0].median(),
            perSecond / taken[0].longest(),
            perSecond / taken[0].shortest(),
            "decisions/s"),
        Figure.spread(
            "Mentoring.decide, two threads",
            perSecond / taken[1].median(),
            perSecond / taken[1].longest(),
            perSecond / taken[1].shortest(),
            "decisions/s"),
        Figure.ratio("two threads to one, decisions/s", taken[0].median(), taken[1].median()),
        taken[2].figure("rules alone, a decision", size * 1e3, "µs"),
        taken[3].figure("plain Java by hand, a decision", size * 1e3, "µs"),
        Figure.ratio("rules alone to plain Java", taken[2].median(), taken[3].median()),
        Figure.ratio("Mentoring.decide to plain Java", taken[0].median(), taken[3].median()));
  }

  private void takeIn(List<ParticipantInput> people) {
    Actor operator = Actor.coordinator("operator", "region");
    for (ParticipantInput person : people) {
      mentoring.register(operator, person.id(), person.kind(), person.references()).orElseThrow();
      for (FactInput input : person.facts()) {
        FactId fact =
            mentoring.record(operator, person.id(), input.fact(), input.validity()).orElseThrow();
        LocalDate withdrawn = input.withdrawn();
        if (withdrawn != null) {
          mentoring.withdrawConsent(operator, fact, withdrawn).orElseThrow();
        }
      }
    }
  }

  private void requireAgreement() {
    for (Applicant applicant : applicants) {
      SortedMap<String, Effect> plain = applicant.plain.open(applicant.question.dossier());
      Decision decision = decision(applicant);
      if (!plain.equals(open(decision.findings()))
          || !plain.equals(open(rules.eligibility().evaluate(applicant.question)))) {
        throw new IllegalStateException("the ways of deciding disagree on " + applicant.id);
      }
    }
  }

  private static SortedMap<String, Effect> open(List<Finding> findings) {
    SortedMap<String, Effect> open = new TreeMap<>();
    for (Finding finding : findings) {
      if (finding.effect() != Effect.INFORMS) {
        open.merge(
            finding.requirement(),
            finding.effect(),
            (one, other) -> one.compareTo(other) <= 0 ? one : other);
      }
    }
    return open;
  }

  private Decision decision(Applicant applicant) {
    return mentoring.decide(applicant.id, PRACTICE, applicant.position, region.asOf());
  }

  /** Each time about another day than before, since the same question is not judged twice. */
  private long decided(List<Applicant> all, LocalDate asOf) {
    long findings = 0;
    for (Applicant applicant : all) {
      findings +=
          mentoring.decide(applicant.id, PRACTICE, applicant.position, asOf).findings().size();
    }
    return findings;
  }

  private long found(List<Applicant> all) {
    long findings = 0;
    for (Applicant applicant : all) {
      findings += rules.eligibility().evaluate(applicant.question).size();
    }
    return findings;
  }

  private static long plain(List<Applicant> all) {
    long open = 0;
    for (Applicant applicant : all) {
      open += applicant.plain.open(applicant.question.dossier()).size();
    }
    return open;
  }

  private static long result(Future<Long> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a decision failed", e);
    }
  }
}
