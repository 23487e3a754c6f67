package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Basis;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Question;
import org.mentoring.decision.StepProgress;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.MentoringFormat;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.PathStep;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.spi.Erasures;
import org.mentoring.spi.RequirementEvaluator;
import org.mentoring.spi.RulesProvider;
import org.mentoring.text.LocalizedText;
import org.mentoring.waiver.Waiver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes decisions about participation: the rules' findings, those of registered evaluators, and the
 * way so far.
 */
final class Eligibility {
  private static final Logger LOG = LoggerFactory.getLogger(Eligibility.class);
  static final Code PARTICIPATION = Code.of("PARTICIPATION");

  private final ProgrammeDefinition definition;
  private final WovenDefinitions woven;
  private final String definitionHash;
  private final RulesProvider rules;
  private final SortedMap<String, RequirementEvaluator> evaluators = new TreeMap<>();
  private final String ruleSetHash;
  private final WaivedRequirements waived;
  private final Judgements judgements = new Judgements();
  private final AtomicLong erasuresSeen = new AtomicLong();

  Eligibility(
      ProgrammeDefinition definition,
      RulesProvider rules,
      List<RequirementEvaluator> evaluators,
      WaivedRequirements waived) {
    this.definition = definition;
    this.woven = new WovenDefinitions(definition);
    this.waived = waived;
    this.definitionHash = definition.hash();
    this.rules = rules;
    for (RequirementEvaluator evaluator : evaluators) {
      if (this.evaluators.put(evaluator.name(), evaluator) != null) {
        throw new MentoringException(
            "extension.twice",
            Map.of("name", evaluator.name()),
            "Register one evaluator for each name.");
      }
    }
    refuseUnknownExtensions();
    this.ruleSetHash =
        CanonicalForm.sha256OfText(
            rules.hash()
                + this.evaluators.values().stream()
                    .map(evaluator -> evaluator.name() + "@" + evaluator.version())
                    .collect(Collectors.joining(",", ";", "")));
  }

  /** A requirement that nobody can answer must not pass for met. */
  private void refuseUnknownExtensions() {
    SortedSet<String> missing = new TreeSet<>();
    CanonicalForm.visit(
        definition,
        Requirement.Extension.class,
        extension -> {
          RequirementEvaluator evaluator = evaluators.get(extension.name());
          if (evaluator == null || evaluator.version() != extension.version()) {
            missing.add(extension.name() + "@" + extension.version());
          }
        });
    if (!missing.isEmpty()) {
      throw new MentoringException(
          "extension.unknown",
          Map.of("programme", definition.id(), "missing", String.join(", ", missing)),
          "Register a RequirementEvaluator with this name and version.");
    }
  }

  /** What the definition and its packs ask on a day. */
  WovenDefinitions woven() {
    return woven;
  }

  String definitionHash() {
    return definitionHash;
  }

  String ruleSetHash() {
    return ruleSetHash;
  }

  Basis basisWithoutDossier() {
    return new Basis(
        definition.id(),
        definition.version().toString(),
        definitionHash,
        ruleSetHash,
        new TreeSet<>(),
        "");
  }

  /** Forgets what was judged about participants who were erased. */
  void forget(SortedSet<ParticipantId> participants) {
    judgements.forget(participants);
  }

  /** Forgets whom another instance has erased since this was asked last. */
  void forgetErased(Erasures erasures) {
    if (judgements.isEmpty()) {
      return;
    }
    long count = erasures.count();
    if (erasuresSeen.getAndSet(count) != count) {
      SortedSet<ParticipantId> erased = new TreeSet<>();
      erasures.all().forEach(each -> erased.add(each.participant()));
      judgements.forget(erased);
    }
  }

  /** Whether something that was judged about a participant is still in memory. */
  boolean remembers(ParticipantId participant) {
    return judgements.remembers(participant);
  }

  /** What is decided about a participant who was erased: nothing is known, and nothing missing. */
  Decision erased(
      ParticipantId id, String practice, Position position, LocalDate asOf, Instant knownAt) {
    return Decision.of(
        new Question(PARTICIPATION, id, practice, position, asOf, knownAt),
        List.of(Finding.of("party.erased", "party", Citation.CHOICE, Effect.REFUSES)),
        List.of(),
        basisWithoutDossier());
  }

  /** By what is asked of the party on the day of its dossier. */
  Decision decide(Practice known, PartyTerms position, Dossier dossier) {
    Practice practice = woven.on(dossier.asOf()).practice(known.id()).orElse(known);
    PartyTerms party = practice.party(position.position()).orElse(position);
    List<Waiver> waivers = waivers(party, dossier);
    PartyTerms asked = WaivedRequirements.ordered(party, waivers);
    List<Finding> judged =
        asked.equals(party)
            ? judgements.of(practice, party, dossier, this::judged)
            : judged(practice, asked, dossier);
    return decision(practice.id(), party, dossier, judged, waivers);
  }

  /**
   * Whether a centre may start.
   *
   * @param further what was found beside the requirements
   */
  Decision decide(PartyTerms known, Dossier dossier, List<Finding> further) {
    CentreTerms terms = woven.on(dossier.asOf()).centre();
    PartyTerms centre = terms == null ? known : terms.party();
    Practice alone =
        new Practice(
            "centre",
            new LocalizedText("centre", "центр"),
            MentoringFormat.TRADITIONAL,
            new TreeSet<>(Set.of(Arrangement.INDIVIDUAL)),
            false,
            false,
            List.of(centre),
            null,
            List.of(),
            null,
            centre.citation());
    List<Waiver> waivers = waivers(centre, dossier);
    List<Finding> findings =
        new ArrayList<>(judged(alone, WaivedRequirements.ordered(centre, waivers), dossier));
    findings.addAll(further);
    return decision(null, centre, dossier, findings, waivers);
  }

  private Decision decision(
      @Nullable String practice,
      PartyTerms party,
      Dossier dossier,
      List<Finding> judged,
      List<Waiver> waivers) {
    List<Finding> findings = new ArrayList<>(judged);
    if (!party.kinds().contains(dossier.kind())) {
      findings.add(
          Finding.of("party.kind", "party", party.citation(), Effect.REFUSES)
              .with("found", Parameter.code(dossier.kind()))
              .with(
                  "allowed",
                  Parameter.codes(
                      party.kinds().stream().map(kind -> Code.of(kind.name())).toList())));
    }
    for (Requirement requirement : party.requirements()) {
      if (requirement instanceof Requirement.Extension extension) {
        findings.addAll(extended(extension, dossier));
      }
    }
    // After the cache: waivers are given and taken back without any change of facts.
    List<Finding> open = WaivedRequirements.applied(findings, waivers);
    Question question =
        new Question(
            PARTICIPATION,
            dossier.participant(),
            practice,
            party.position(),
            dossier.asOf(),
            dossier.knownAt());
    return Decision.of(
        question, open, path(practice, party, dossier, open), basis(party, dossier, waivers));
  }

  /** The waivers of what a party is asked, on the day of its dossier. */
  List<Waiver> waivers(PartyTerms party, Dossier dossier) {
    return waived.holding(party, dossier, woven.on(dossier.asOf()).waivers());
  }

  private List<Finding> judged(Practice practice, PartyTerms party, Dossier dossier) {
    return rules
        .eligibility()
        .evaluate(new EligibilityCase(woven.on(dossier.asOf()), practice, party, dossier));
  }

  private List<Finding> extended(Requirement.Extension extension, Dossier dossier) {
    RequirementEvaluator evaluator = evaluators.get(extension.name());
    if (evaluator == null) {
      throw new IllegalStateException("checked when built: " + extension.name());
    }
    List<Finding> findings;
    try {
      findings = List.copyOf(evaluator.evaluate(extension, dossier));
    } catch (RuntimeException e) {
      // Neither its message nor its cause: they may hold what the evaluator read about a person.
      LOG.error("evaluator {} failed with {}", extension.name(), e.getClass().getName());
      return List.of(
          Finding.of("extension.failed", extension.id(), extension.citation(), Effect.ASKS_REVIEW));
    }
    Set<FactId> known = dossier.facts().stream().map(KnownFact::id).collect(Collectors.toSet());
    for (Finding finding : findings) {
      if (!finding.requirement().equals(extension.id()) || !known.containsAll(finding.facts())) {
        throw new MentoringException(
            "extension.foreign-finding",
            Map.of(
                "name",
                extension.name(),
                "requirement",
                extension.id(),
                "found",
                finding.requirement()),
            "An evaluator may only speak about the requirement that it was asked about, and about facts of the dossier.");
      }
    }
    return findings;
  }

  private static List<StepProgress> path(
      @Nullable String practice, PartyTerms party, Dossier dossier, List<Finding> findings) {
    Set<String> open = new HashSet<>();
    for (Finding finding : findings) {
      if (finding.effect() != Effect.INFORMS) {
        open.add(finding.requirement());
      }
    }
    List<StepProgress> path = new ArrayList<>();
    for (PathStep step : party.path()) {
      StepProgress.State state;
      if (step.needs().isEmpty()) {
        boolean taken =
            dossier
                .current(Fact.StepRecorded.class)
                .anyMatch(
                    recorded ->
                        recorded.position() == party.position()
                            && recorded.step().equals(step.id())
                            && Objects.equals(recorded.practice(), practice));
        state = taken ? StepProgress.State.DONE : StepProgress.State.RECORDED_BY_PERSON;
      } else if (step.needs().stream().anyMatch(open::contains)) {
        state = StepProgress.State.OPEN;
      } else {
        state = StepProgress.State.DONE;
      }
      path.add(new StepProgress(step.id(), state));
    }
    return path;
  }

  /** What a decision with waivers was made on. */
  private record Evidence(Dossier dossier, List<Waiver> waivers) {}

  private Basis basis(PartyTerms party, Dossier dossier, List<Waiver> waivers) {
    SortedSet<String> kinds =
        party.requirements().stream()
            .map(Requirement::kind)
            .collect(Collectors.toCollection(TreeSet::new));
    kinds.addAll(rules.own());
    return new Basis(
        definition.id(),
        definition.version().toString(),
        definitionHash,
        ruleSetHash,
        kinds,
        CanonicalForm.sha256(waivers.isEmpty() ? dossier : new Evidence(dossier, waivers)),
        woven.rules(dossier.asOf()));
  }
}
