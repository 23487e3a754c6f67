package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Verdict;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Fact.Outcome;
import org.mentoring.participant.KnownFact;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Requirement;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.time.Validity;

class EligibilityPropertiesTest {
  private static final DroolsRules RULES = DroolsRules.create();

  /** One requirement of each kind, and every fact of the catalogue to draw from. */
  private static final List<Requirement> REQUIREMENTS =
      new ArrayList<>(
          RuleCatalogue.entries().stream()
              .flatMap(entry -> entry.firing().party().requirements().stream())
              .collect(
                  java.util.stream.Collectors.toMap(
                      Requirement::id, each -> each, (one, other) -> one, TreeMap::new))
              .values());

  private static final List<KnownFact> POOL =
      RuleCatalogue.entries().stream()
          .flatMap(
              entry ->
                  java.util.stream.Stream.of(entry.firing(), entry.silent())
                      .flatMap(each -> each.dossier().facts().stream()))
          .toList();

  @AfterContainer
  static void close() {
    RULES.close();
  }

  @Property(tries = 150)
  void the_order_of_facts_never_changes_a_finding(
      @ForAll("histories") List<KnownFact> facts, @ForAll Random random) {
    List<KnownFact> shuffled = new ArrayList<>(facts);
    Collections.shuffle(shuffled, random);
    List<Requirement> requirements = new ArrayList<>(REQUIREMENTS);
    Collections.shuffle(requirements, random);

    assertThat(text(Cases.of(requirements, shuffled, Set.of(Arrangement.INDIVIDUAL))))
        .isEqualTo(text(of(facts)));
  }

  @Property(tries = 50)
  void the_same_input_gives_the_same_bytes(@ForAll("histories") List<KnownFact> facts) {
    assertThat(text(of(facts))).isEqualTo(text(of(facts)));
  }

  @Property(tries = 50)
  void facts_that_no_requirement_is_about_change_nothing(
      @ForAll("histories") List<KnownFact> facts) {
    List<KnownFact> more = new ArrayList<>(facts);
    more.add(known("z-1", new Fact.PersonName("A", "B"), Cases.EARLIER));
    more.add(known("z-2", new Fact.Interest("chess"), Cases.EARLIER));
    more.add(known("z-3", new Fact.Need("school"), Cases.EARLIER));
    more.add(known("z-4", new Fact.MentoringCapacity(3), Cases.EARLIER));

    assertThat(text(of(more))).isEqualTo(text(of(facts)));
  }

  @Property(tries = 100)
  void a_further_certificate_that_satisfies_is_never_to_the_holders_disadvantage(
      @ForAll("certificates") List<KnownFact> certificates) {
    List<KnownFact> more = new ArrayList<>(certificates);
    more.add(
        known(
            "z-1",
            new Fact.ClearanceCertificate(
                Code.of("CRIMINAL_RECORD"), Cases.DAY.minusMonths(3), Outcome.POSITIVE),
            Cases.EARLIER));

    assertThat(clearance(more)).isGreaterThanOrEqualTo(clearance(certificates));
  }

  @Property(tries = 50)
  void a_withdrawn_consent_that_was_not_renewed_always_yields_a_finding(
      @ForAll("histories") List<KnownFact> facts) {
    List<KnownFact> more =
        new ArrayList<>(
            facts.stream()
                .filter(known -> !(known.fact() instanceof Fact.Birth))
                .filter(
                    known ->
                        !(known.fact() instanceof Fact.Consent
                            && !known.validity().from().isBefore(Cases.DAY.minusDays(5))))
                .toList());
    Fact.Consent consent =
        new Fact.Consent(
            Fact.ConsentGiver.GUARDIAN,
            null,
            Code.of("MENTORING_CENTRE"),
            Code.of("PARTICIPATION"));
    more.add(known("z-1", consent, Cases.EARLIER));
    more.add(known("z-2", new Fact.ConsentWithdrawal(FactId.of("z-1")), Cases.DAY.minusDays(5)));

    assertThat(
            RULES.eligibility().evaluate(of(more)).stream()
                .map(Finding::code)
                .filter(code -> code.startsWith("consent.")))
        .containsAnyOf("consent.withdrawn", "consent.contradicted");
  }

  @Property(tries = 30)
  void findings_are_sorted_and_none_stands_twice(@ForAll("histories") List<KnownFact> facts) {
    assertThat(RULES.eligibility().evaluate(of(facts))).isSorted().doesNotHaveDuplicates();
  }

  @Example
  void many_threads_find_what_one_finds() throws Exception {
    List<EligibilityCase> cases =
        RuleCatalogue.entries().stream().map(RuleCatalogue.Entry::firing).toList();
    List<String> alone = cases.stream().map(EligibilityPropertiesTest::text).toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<List<String>> work =
          () -> cases.stream().map(EligibilityPropertiesTest::text).toList();
      for (Future<List<String>> done : threads.invokeAll(Collections.nCopies(16, work))) {
        assertThat(done.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Provide
  Arbitrary<List<KnownFact>> histories() {
    return Combinators.combine(
            Arbitraries.of(POOL).list().ofMinSize(0).ofMaxSize(30), Arbitraries.integers())
        .as((facts, salt) -> renumbered(facts));
  }

  @Provide
  Arbitrary<List<KnownFact>> certificates() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 700),
            Arbitraries.of(Outcome.class),
            Arbitraries.integers().between(0, 100))
        .as(
            (daysAgo, outcome, end) -> {
              LocalDate issued = Cases.DAY.minusDays(daysAgo);
              return new KnownFact(
                  FactId.of("x"),
                  new Fact.ClearanceCertificate(Code.of("CRIMINAL_RECORD"), issued, outcome),
                  end < 50 ? Validity.from(issued) : Validity.between(issued, issued.plusDays(end)),
                  Cases.NOW);
            })
        .list()
        .ofMaxSize(5)
        .map(EligibilityPropertiesTest::renumbered);
  }

  private static List<KnownFact> renumbered(List<KnownFact> facts) {
    List<KnownFact> all = new ArrayList<>();
    for (KnownFact known : facts) {
      String id = String.format(java.util.Locale.ROOT, "f-%02d", all.size() + 1);
      all.add(new KnownFact(FactId.of(id), known.fact(), known.validity(), known.recordedAt()));
    }
    return all;
  }

  private static KnownFact known(String id, Fact fact, LocalDate from) {
    return new KnownFact(
        FactId.of(id), fact, Validity.from(from), Instant.parse("2020-08-20T09:00:00Z"));
  }

  private static Verdict clearance(List<KnownFact> facts) {
    return Verdict.of(
        RULES
            .eligibility()
            .evaluate(
                Cases.of(List.of(RuleCatalogue.CLEAR), facts, Set.of(Arrangement.INDIVIDUAL))));
  }

  private static EligibilityCase of(List<KnownFact> facts) {
    return Cases.of(REQUIREMENTS, facts, Set.of(Arrangement.INDIVIDUAL));
  }

  private static String text(EligibilityCase question) {
    return CanonicalForm.of(RULES.eligibility().evaluate(question));
  }
}
