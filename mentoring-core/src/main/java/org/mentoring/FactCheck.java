package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.participant.Fact;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Scale;
import org.mentoring.programme.SelectionStandard;
import org.mentoring.programme.VocabularyTerm;
import org.mentoring.text.Vocabulary;
import org.mentoring.time.Validity;

/**
 * Whether a fact speaks the programme's words and could have happened: a misspelt code would be a
 * lost consent.
 */
final class FactCheck {
  private final ProgrammeDefinition definition;
  private final Set<Code> declared = new HashSet<>();
  private final Set<Attribute> attributes = new HashSet<>(Attribute.BUILT_IN);

  FactCheck(ProgrammeDefinition definition) {
    this.definition = definition;
    definition.words().stream().map(VocabularyTerm::code).forEach(declared::add);
    attributes.addAll(definition.attributes());
    definition.scales().stream().map(Scale::attribute).forEach(attributes::add);
  }

  List<Finding> findings(Fact fact, Validity validity, LocalDate today) {
    List<Finding> findings = new ArrayList<>();
    SortedSet<Code> unknown = new TreeSet<>();
    CanonicalForm.visit(
        fact,
        Code.class,
        code -> {
          if (!declared.contains(code) && !Vocabulary.isBuiltIn(code)) {
            unknown.add(code);
          }
        });
    if (!unknown.isEmpty()) {
      findings.add(refusal("command.code-unknown", fact).with("codes", Parameter.codes(unknown)));
    }
    if (isHappening(fact) && validity.from().isAfter(today)) {
      findings.add(refusal("command.in-future", fact).with("today", Parameter.day(today)));
    }
    if (fact instanceof Fact.ClearanceCertificate certificate
        && certificate.issuedOn().isAfter(today)
        && !validity.from().isAfter(today)) {
      findings.add(refusal("command.in-future", fact).with("today", Parameter.day(today)));
    }
    if (isJudgement(fact) && validity.until() != null) {
      findings.add(refusal("command.judgement-ends", fact));
    }
    if (fact instanceof Fact.StepRecorded && validity.until() != null) {
      findings.add(refusal("command.step-ends", fact));
    }
    if (fact instanceof Fact.Birth birth && birth.date().isAfter(today)) {
      findings.add(refusal("command.in-future", fact).with("today", Parameter.day(today)));
    }
    if (fact instanceof Fact.InService service
        && service.since().isAfter(today)
        && !validity.from().isAfter(today)) {
      findings.add(refusal("command.in-future", fact).with("today", Parameter.day(today)));
    }
    if (fact instanceof Fact.Trait trait) {
      value(trait, trait.attribute(), trait.value()).ifPresent(findings::add);
    }
    if (fact instanceof Fact.Wish wish) {
      value(wish, wish.attribute(), wish.value()).ifPresent(findings::add);
    }
    if (fact instanceof Fact.SelectionAssessment assessment
        && definition.standard(assessment.standard()).isEmpty()) {
      findings.add(
          refusal("command.standard-unknown", fact)
              .with(
                  "allowed",
                  list(definition.standards().stream().map(SelectionStandard::id).toList())));
    }
    if (fact instanceof Fact.PositionHeld held) {
      String practice = held.practice();
      if (practice != null && definition.practice(practice).isEmpty()) {
        findings.add(
            refusal("command.practice-unknown", fact)
                .with("allowed", list(definition.practices().stream().map(Practice::id).toList())));
      }
    }
    return findings;
  }

  private Optional<Finding> value(Fact fact, Attribute attribute, String value) {
    if (!attributes.contains(attribute)) {
      return Optional.of(
          refusal("command.attribute-unknown", fact)
              .with("attribute", Parameter.term(attribute.name()))
              .with("allowed", list(attributes.stream().map(Attribute::name).sorted().toList())));
    }
    return definition.scales().stream()
        .filter(scale -> scale.attribute().equals(attribute) && !scale.levels().contains(value))
        .findFirst()
        .map(
            scale ->
                refusal("command.level-unknown", fact)
                    .with("attribute", Parameter.term(attribute.name()))
                    .with("allowed", list(scale.levels())));
  }

  /** Facts that are events; the others may be recorded before they begin to hold. */
  private static boolean isHappening(Fact fact) {
    return fact instanceof Fact.Training
        || fact instanceof Fact.Interview
        || fact instanceof Fact.FamilyMeeting
        || fact instanceof Fact.AuthorityDecision
        || fact instanceof Fact.SelectionAssessment
        || fact instanceof Fact.DocumentHandedIn
        || fact instanceof Fact.ClearanceCertificate
        || fact instanceof Fact.Application
        || fact instanceof Fact.Referral
        || fact instanceof Fact.ReferenceChecked
        || fact instanceof Fact.Attestation
        || fact instanceof Fact.BackgroundProfile
        || fact instanceof Fact.StepRecorded;
  }

  /** Judgements that only another one replaces: an end would bring back what they replaced. */
  private static boolean isJudgement(Fact fact) {
    return fact instanceof Fact.Interview
        || fact instanceof Fact.SelectionAssessment
        || (fact instanceof Fact.AuthorityDecision decision
            && decision.outcome() != Fact.Outcome.POSITIVE);
  }

  private static Finding refusal(String code, Fact fact) {
    return Finding.of(code, fact.kind(), Citation.CHOICE, Effect.REFUSES);
  }

  private static Parameter list(List<String> values) {
    return Parameter.term(String.join(", ", values));
  }
}
