package org.mentoring;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.PlainStates;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.MentoringFormat;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.PathStep;
import org.mentoring.programme.Phase;
import org.mentoring.programme.Practice;
import org.mentoring.programme.Privacy;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.Version;
import org.mentoring.spi.EligibilityRules;
import org.mentoring.spi.MatchingRules;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/** A programme of one practice and rules in plain Java, for tests of what surrounds the rules. */
final class SmallProgramme {
  static final LocalDate TODAY = LocalDate.of(2020, 10, 1);
  static final Actor COORDINATOR = Actor.coordinator("c-1", "centre-1");
  static final Code CENTRE = Code.of("MENTORING_CENTRE");

  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2020-10-01T06:00:00Z"));
  final AtomicInteger judged = new AtomicInteger();
  final Mentoring mentoring;

  SmallProgramme() {
    this(definition(List.of()));
  }

  SmallProgramme(ProgrammeDefinition definition) {
    this(definition, InMemoryStores.create());
  }

  SmallProgramme(ProgrammeDefinition definition, Stores stores) {
    this(definition, builder -> builder.stores(stores));
  }

  SmallProgramme(ProgrammeDefinition definition, UnaryOperator<Mentoring.Builder> further) {
    mentoring =
        further
            .apply(
                Mentoring.of(definition)
                    .clock(new SetClock(now))
                    .identifiers(new SequentialIdentifiers())
                    .rules(new PlainRules(judged)))
            .build();
  }

  void later() {
    now.updateAndGet(instant -> instant.plusSeconds(60));
  }

  ParticipantId person(String id) {
    return mentoring
        .register(COORDINATOR, ParticipantId.of(id), ParticipantKind.PERSON, List.of())
        .orElseThrow();
  }

  FactId fact(ParticipantId about, Fact fact) {
    return mentoring
        .record(COORDINATOR, about, fact, Validity.from(TODAY.minusMonths(1)))
        .orElseThrow();
  }

  FactId training(ParticipantId about, int minutes) {
    return fact(
        about,
        new Fact.Training(
            Fact.TrainingKind.INITIAL,
            null,
            minutes,
            Fact.Mode.IN_PERSON,
            Code.of("REGIONAL_OPERATOR")));
  }

  ParticipantId mentee(String id, String municipality) {
    ParticipantId mentee = person(id);
    fact(mentee, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
    fact(mentee, new Fact.Trait(Attribute.MUNICIPALITY, municipality));
    return mentee;
  }

  ParticipantId mentor(String id, String municipality) {
    ParticipantId mentor = person(id);
    fact(mentor, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF));
    fact(mentor, new Fact.Trait(Attribute.MUNICIPALITY, municipality));
    training(mentor, 480);
    return mentor;
  }

  static <T> List<String> codes(Outcome<T> outcome) {
    return outcome.refused().orElseThrow().findings().stream().map(Finding::code).toList();
  }

  static ProgrammeDefinition definition(List<Phase> phases) {
    return definition(phases, List.of());
  }

  static ProgrammeDefinition definition(List<Phase> phases, List<Requirement> further) {
    return definition(phases, further, List.of());
  }

  static ProgrammeDefinition definition(
      List<Phase> phases, List<Requirement> further, List<Criterion> furtherCriteria) {
    Citation cite = Citation.of("S2-04");
    List<Requirement> asked = new ArrayList<>(further);
    asked.add(
        new Requirement.TrainingDone(
            "mentor-training", cite, Fact.TrainingKind.INITIAL, 480, null, null));
    PartyTerms mentee =
        new PartyTerms(
            Position.MENTEE,
            new TreeSet<>(Set.of(ParticipantKind.PERSON)),
            List.of(),
            List.of(),
            cite);
    PartyTerms mentor =
        new PartyTerms(
            Position.MENTOR,
            new TreeSet<>(Set.of(ParticipantKind.PERSON)),
            asked,
            List.of(
                new PathStep(
                    "initial-training", new TreeSet<>(Set.of("mentor-training")), null, null, cite),
                new PathStep("selection-event", new TreeSet<>(), null, null, cite)),
            cite);
    List<Criterion> criteria = new ArrayList<>(furtherCriteria);
    criteria.add(
        new Criterion("same-town", new Term.Same(Attribute.MUNICIPALITY), new Force.Hard(), cite));
    criteria.add(
        new Criterion(
            "interests", new Term.Overlap(Attribute.INTERESTS, 1), new Force.Soft(40), cite));
    MatchingPlan plan =
        new MatchingPlan(
            MatchingPlan.Policy.OPTIMAL,
            new MatchingPlan.CapacityTerms(1, 3, Citation.CHOICE),
            new MatchingPlan.EventTerms(10, 3, Citation.of("S2-06")),
            criteria,
            List.of(),
            cite);
    Practice practice =
        new Practice(
            "adolescents",
            new LocalizedText("Adolescents", "Подростки"),
            MentoringFormat.TRADITIONAL,
            new TreeSet<>(Set.of(Arrangement.INDIVIDUAL)),
            false,
            false,
            List.of(mentee, mentor),
            plan,
            List.of(),
            null,
            cite);
    return new ProgrammeDefinition(
        "small",
        Version.parse("1.0.0"),
        new LocalizedText("Small", "Малая"),
        null,
        ZoneId.of("Asia/Yekaterinburg"),
        List.of(),
        phases,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(practice),
        null,
        List.of(),
        List.of(),
        new Privacy(new TreeSet<>(Set.of(Position.MENTEE)), 5, Citation.of("S2-17")));
  }

  static RulesProvider rules() {
    return new PlainRules(new AtomicInteger());
  }

  private static final class SetClock extends Clock {
    private final AtomicReference<Instant> now;

    SetClock(AtomicReference<Instant> now) {
      this.now = now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }

  static final class PlainRules implements RulesProvider {
    private final AtomicInteger judged;

    PlainRules(AtomicInteger judged) {
      this.judged = judged;
    }

    @Override
    public EligibilityRules eligibility() {
      return question -> {
        judged.incrementAndGet();
        List<Finding> findings = new ArrayList<>();
        for (Requirement requirement : question.party().requirements()) {
          if (requirement instanceof Requirement.ConsentGiven asked
              && !consents(question.dossier(), asked)) {
            findings.add(
                Finding.of("consent.missing", asked.id(), asked.citation(), Effect.DELAYS));
          }
          if (requirement instanceof Requirement.Documents asked
              && !question
                  .dossier()
                  .current(Fact.DocumentHandedIn.class)
                  .map(Fact.DocumentHandedIn::document)
                  .toList()
                  .containsAll(asked.kinds())) {
            findings.add(
                Finding.of("documents.missing", asked.id(), asked.citation(), Effect.DELAYS)
                    .with("missing", Parameter.codes(asked.kinds())));
          }
          if (requirement instanceof Requirement.TrainingDone asked) {
            int done =
                question
                    .dossier()
                    .current(Fact.Training.class)
                    .mapToInt(Fact.Training::minutes)
                    .sum();
            if (done < asked.minutes()) {
              findings.add(
                  new Finding(
                      "training.hours-short",
                      asked.id(),
                      asked.citation(),
                      Effect.DELAYS,
                      List.of(),
                      new TreeMap<>(
                          java.util.Map.of(
                              "done", new Parameter.Minutes(done, Sensitivity.ABOUT_PARTY)))));
            }
          }
        }
        return findings;
      };
    }

    private static boolean consents(
        org.mentoring.participant.Dossier dossier, Requirement.ConsentGiven asked) {
      List<FactId> withdrawn =
          dossier
              .current(Fact.ConsentWithdrawal.class)
              .map(Fact.ConsentWithdrawal::consent)
              .toList();
      return dossier.facts().stream()
          .anyMatch(
              known ->
                  known.validity().contains(dossier.asOf())
                      && known.fact() instanceof Fact.Consent consent
                      && consent.by() == asked.by()
                      && !withdrawn.contains(known.id()));
    }

    @Override
    public MatchingRules matching() {
      return question -> question.plan().criteria();
    }

    @Override
    public org.mentoring.spi.ObligationRules obligations() {
      return (windows, asOf) ->
          windows.stream()
              .map(window -> new Obligation(window, PlainStates.of(window, asOf)))
              .toList();
    }

    @Override
    public org.mentoring.spi.CompletionRules completion() {
      return question -> List.of();
    }

    @Override
    public org.mentoring.spi.RiskRules risks() {
      return question -> List.of();
    }

    @Override
    public org.mentoring.spi.IncidentRules incidents() {
      return question -> List.of();
    }

    @Override
    public String hash() {
      return "0".repeat(64);
    }

    @Override
    public void close() {}
  }
}
