package org.mentoring.testkit.invariant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.mentoring.Mentoring;
import org.mentoring.Progress;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.FactId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.spi.RulesProvider;
import org.mentoring.time.Validity;

/** Decides again about people whose dossiers are changed in a way that must not matter. */
final class DecisionsAgain {
  private final Mentoring mentoring;
  private final RulesProvider rules;
  private final int most;
  private final Set<Invariant> asked;

  DecisionsAgain(Mentoring mentoring, RulesProvider rules, int most, Set<Invariant> asked) {
    this.mentoring = mentoring;
    this.rules = rules;
    this.most = most;
    this.asked = asked;
  }

  void look(LocalDate asOf, Collection<Breach> found) {
    boolean needed =
        List.of(
                Invariant.REASONED,
                Invariant.MONOTONE,
                Invariant.ORDER_OF_FACTS,
                Invariant.ZONE_AND_LOCALE,
                Invariant.IRRELEVANT_FACTS)
            .stream()
            .anyMatch(asked::contains);
    if (!needed) {
      return;
    }
    ProgrammeDefinition definition = mentoring.definition().on(asOf);
    Reasons reasons = new Reasons(mentoring.definition());
    for (Practice practice : definition.practices()) {
      for (PartyTerms party : practice.parties()) {
        List<Decision> all =
            mentoring.decideAll(practice.id(), party.position(), asOf, Progress.NONE);
        for (int i = 0; i < Math.min(most, all.size()); i++) {
          Decision decision = all.get((int) ((long) i * all.size() / Math.min(most, all.size())));
          if (asked.contains(Invariant.REASONED)) {
            reasons.look(
                decision.question().participant().value(),
                decision.verdict(),
                decision.findings(),
                found);
          }
          Dossier dossier =
              mentoring.dossier(
                  decision.question().participant(), asOf, decision.question().knownAt());
          new Case(definition, practice, party, dossier, found).look();
        }
      }
    }
  }

  private final class Case {
    private final ProgrammeDefinition definition;
    private final Practice practice;
    private final PartyTerms party;
    private final Dossier dossier;
    private final Collection<Breach> found;

    Case(
        ProgrammeDefinition definition,
        Practice practice,
        PartyTerms party,
        Dossier dossier,
        Collection<Breach> found) {
      this.definition = definition;
      this.practice = practice;
      this.party = party;
      this.dossier = dossier;
      this.found = found;
    }

    void look() {
      List<Finding> before = judged(dossier);
      if (asked.contains(Invariant.MONOTONE)) {
        monotone(before);
      }
      if (asked.contains(Invariant.ORDER_OF_FACTS)) {
        order(before);
      }
      if (asked.contains(Invariant.IRRELEVANT_FACTS)) {
        irrelevant(before);
      }
      if (asked.contains(Invariant.ZONE_AND_LOCALE)) {
        surroundings(before);
      }
    }

    private List<Finding> judged(Dossier about) {
      return rules
          .eligibility()
          .evaluate(new EligibilityCase(definition, practice, party, about))
          .stream()
          .sorted()
          .toList();
    }

    private Dossier with(List<KnownFact> facts) {
      return new Dossier(
          dossier.participant(), dossier.kind(), facts, dossier.asOf(), dossier.knownAt());
    }

    private void breach(Invariant invariant, String what) {
      found.add(
          new Breach(
              invariant,
              dossier.participant().value(),
              practice.id() + " " + party.position() + ": " + what));
    }

    private void monotone(List<Finding> before) {
      Verdict verdict = Verdict.of(before);
      for (KnownFact each : dossier.facts()) {
        if (!speaksFor(each.fact())) {
          continue;
        }
        List<KnownFact> fewer = new ArrayList<>(dossier.facts());
        fewer.remove(each);
        Verdict without = Verdict.of(judged(with(fewer)));
        if (without.compareTo(verdict) > 0) {
          breach(
              Invariant.MONOTONE,
              without + " without " + each.fact().kind() + " " + each.id() + ", else " + verdict);
        }
      }
    }

    /** Facts that can only speak for somebody: what ends badly, excludes or withdraws is none. */
    private boolean speaksFor(Fact fact) {
      if (fact instanceof Fact.AuthorityDecision decision) {
        return decision.outcome() == Fact.Outcome.POSITIVE;
      } else if (fact instanceof Fact.ClearanceCertificate certificate) {
        return certificate.outcome() == Fact.Outcome.POSITIVE;
      } else if (fact instanceof Fact.Interview interview) {
        return interview.outcome() == Fact.Outcome.POSITIVE;
      } else if (fact instanceof Fact.SelectionAssessment assessment) {
        return assessment.outcome() == Fact.Outcome.POSITIVE;
      }
      return fact instanceof Fact.Consent
          || fact instanceof Fact.Training
          || fact instanceof Fact.DocumentHandedIn
          || fact instanceof Fact.BackgroundProfile
          || fact instanceof Fact.FamilyMeeting
          || fact instanceof Fact.RegisterEntry
          || fact instanceof Fact.Attestation
          || fact instanceof Fact.Commitment;
    }

    /** Facts are ordered by their ids, so that turning these round turns round the facts. */
    private void order(List<Finding> before) {
      SortedMap<FactId, FactId> turned = new TreeMap<>();
      SortedMap<FactId, FactId> back = new TreeMap<>();
      List<FactId> ids = dossier.facts().stream().map(KnownFact::id).sorted().toList();
      for (int i = 0; i < ids.size(); i++) {
        turned.put(ids.get(i), ids.get(ids.size() - 1 - i));
        back.put(ids.get(ids.size() - 1 - i), ids.get(i));
      }
      List<KnownFact> facts =
          dossier.facts().stream()
              .map(
                  known ->
                      new KnownFact(
                          turned.getOrDefault(known.id(), known.id()),
                          named(known.fact(), turned),
                          known.validity(),
                          known.recordedAt()))
              .toList();
      List<Finding> after = judged(with(facts));
      if (!rested(after, id -> back.getOrDefault(id, id)).equals(rested(before, id -> id))) {
        breach(Invariant.ORDER_OF_FACTS, "otherwise with the facts in another order");
      }
    }

    private Fact named(Fact fact, SortedMap<FactId, FactId> ids) {
      return fact instanceof Fact.ConsentWithdrawal withdrawal
          ? new Fact.ConsentWithdrawal(ids.getOrDefault(withdrawal.consent(), withdrawal.consent()))
          : fact;
    }

    private Set<Finding> rested(List<Finding> findings, UnaryOperator<FactId> renamed) {
      Set<Finding> all = new TreeSet<>();
      for (Finding each : findings) {
        all.add(
            new Finding(
                each.code(),
                each.requirement(),
                each.citation(),
                each.effect(),
                each.facts().stream().map(renamed).toList(),
                each.parameters()));
      }
      return all;
    }

    private void irrelevant(List<Finding> before) {
      List<KnownFact> more = new ArrayList<>(dossier.facts());
      int number = 0;
      for (Fact fact : List.of(new Fact.Interest("stamps"), new Fact.Need("quiet"))) {
        FactId id = FactId.of("irrelevant-" + ++number);
        more.add(new KnownFact(id, fact, Validity.from(dossier.asOf()), dossier.knownAt()));
      }
      if (!judged(with(more)).equals(before)) {
        breach(Invariant.IRRELEVANT_FACTS, "otherwise with another interest and need");
      }
    }

    private void surroundings(List<Finding> before) {
      OtherDefaults.each(
          defaults -> {
            if (!judged(dossier).equals(before)) {
              breach(Invariant.ZONE_AND_LOCALE, "otherwise in " + defaults);
            }
          });
    }
  }
}
