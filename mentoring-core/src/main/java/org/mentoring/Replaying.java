package org.mentoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Basis;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Replayed;
import org.mentoring.decision.StoredDecision;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.RequirementEvaluator;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;

/** Makes stored decisions again, each under its own versions. For one thread. */
final class Replaying {
  /** Judged by no rules but by evaluators, which are asked for by name and version. */
  private static final String EXTENSION = "extension@1";

  private final Stores stores;
  private final RulesProvider rules;
  private final String ruleSetHash;
  private final List<RequirementEvaluator> evaluators;
  private final KnownDefinitions definitions;
  private final SortedSet<String> kinds;
  private final StoresThen then;
  private final Map<Asked, Under> under = new HashMap<>();

  /** What decisions were made by: equal ones share what makes them again. */
  private record Asked(String definitionHash, SortedSet<String> own) {}

  /** A definition at hand, or what it asks for that is not. */
  private record Under(@Nullable DecidedAgain again, SortedSet<String> missing) {}

  /**
   * @param ruleSetHash of the rules and the evaluators
   * @param definitions at hand
   */
  Replaying(
      Stores stores,
      RulesProvider rules,
      String ruleSetHash,
      List<RequirementEvaluator> evaluators,
      KnownDefinitions definitions) {
    this.stores = stores;
    this.rules = rules;
    this.ruleSetHash = ruleSetHash;
    this.evaluators = evaluators;
    this.definitions = definitions;
    this.kinds = rules.kinds();
    this.then = new StoresThen(stores);
  }

  /** Of what cannot be read nothing comes, and others are made again. */
  Replayed replay(StoredDecision stored) {
    try {
      return readable(stored);
    } catch (UnreadableRecords e) {
      return unreadable(stored.id(), e.rows().get(0));
    }
  }

  /** A decision that rests on a record which cannot be read, or is one itself. */
  static Replayed unreadable(DecisionId decision, UnreadableRecords.Row row) {
    boolean itself = row.record().equals("decision") && row.id().equals(decision.value());
    boolean person = row.record().equals("participant") || row.record().equals("fact-entry");
    return new Replayed.Tampered(
        decision,
        itself,
        person ? new TreeSet<>(List.of(ParticipantId.of(row.id()))) : new TreeSet<>(),
        itself || person ? null : row.id());
  }

  private Replayed readable(StoredDecision stored) {
    KeptEvidence.Found found = KeptEvidence.of(stored, stores);
    KeptEvidence evidence = found.evidence();
    if (evidence == null) {
      return java.util.Objects.requireNonNull(found.gone());
    }
    Basis basis = evidence.content().basis();
    ProgrammeDefinition definition = definitions.find(basis.definitionHash()).orElse(null);
    SortedSet<String> missing = missing(evidence.content());
    if (definition == null || !missing.isEmpty()) {
      return new Replayed.RulesNotAvailable(stored.id(), definition == null, missing, basis);
    }
    SortedSet<String> own = new TreeSet<>(basis.kinds());
    own.retainAll(rules.own());
    Under at =
        under.computeIfAbsent(
            new Asked(basis.definitionHash(), own), asked -> under(definition, asked.own()));
    DecidedAgain again = at.again;
    if (again == null) {
      return new Replayed.RulesNotAvailable(stored.id(), false, at.missing, basis);
    }
    if (mentorshipGone(evidence, stores)) {
      return new Replayed.Tampered(stored.id(), false, new TreeSet<>(), stored.subject());
    }
    then.when(evidence);
    Decision now = underTheSameName(again.decide(evidence.content()), basis);
    return now.equals(evidence.content())
        ? new Replayed.Identical(stored.id())
        : new Replayed.Different(stored.id(), evidence.content(), now);
  }

  static boolean mentorshipGone(KeptEvidence evidence, Stores stores) {
    return evidence.stored().matter().equals(CompletionQueries.COMPLETION)
        && stores.mentorships().find(MentorshipId.of(evidence.stored().subject())).isEmpty();
  }

  private SortedSet<String> missing(Decision decision) {
    Basis basis = decision.basis();
    SortedSet<String> missing = new TreeSet<>();
    if (!DecidedAgain.knows(decision.question().matter())) {
      missing.add(decision.question().matter().value());
    }
    if (!basis.ruleSetHash().equals(ruleSetHash)) {
      missing.addAll(basis.kinds());
      missing.removeAll(kinds);
      missing.removeAll(rules.own());
      missing.remove(EXTENSION);
      missing.removeAll(CompletionQueries.BESIDES);
    }
    // What goes before these rules is core's: the name of the rules says nothing of it.
    if (decision.question().matter().equals(CompletionQueries.COMPLETION)
        && !basis.kinds().contains(CompletionQueries.KIND)) {
      missing.addAll(basis.kinds());
    }
    return missing;
  }

  private Under under(ProgrammeDefinition definition, SortedSet<String> own) {
    try {
      return new Under(
          new DecidedAgain(definition, rules.withOwn(own), evaluators, then.stores(), then),
          new TreeSet<>());
    } catch (MentoringException e) {
      if (!e.code().equals("extension.unknown")) {
        throw e;
      }
      return new Under(
          null, new TreeSet<>(List.of(e.attributes().getOrDefault("missing", "").split(", "))));
    }
  }

  /**
   * The versions are the same, so the name of the rule set as a whole is no difference; a digest of
   * the dossier without a salt is not kept.
   */
  private static Decision underTheSameName(Decision decision, Basis stored) {
    Basis basis = decision.basis();
    return new Decision(
        decision.question(),
        decision.verdict(),
        decision.findings(),
        decision.path(),
        new Basis(
            basis.programme(),
            basis.version(),
            basis.definitionHash(),
            stored.ruleSetHash(),
            basis.kinds(),
            "",
            basis.packs()));
  }
}
