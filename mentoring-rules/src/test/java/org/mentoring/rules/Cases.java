package org.mentoring.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.MentoringFormat;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.Privacy;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.Scale;
import org.mentoring.programme.SelectionStandard;
import org.mentoring.programme.Version;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.spi.PolicyCase;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/** Small cases for the rules' tests: one practice, one party, the day 2020-09-01. */
final class Cases {
  static final LocalDate DAY = LocalDate.of(2020, 9, 1);
  static final Instant NOW = Instant.parse("2020-09-01T09:00:00Z");
  static final LocalDate EARLIER = LocalDate.of(2020, 1, 10);
  static final LocalDate LATER = LocalDate.of(2020, 3, 10);
  static final LocalizedText TITLE = new LocalizedText("Sample", "Проба");
  static final Citation CITED = Citation.of("S9-99");
  static final String APPROVED = "approved";
  static final String DRAFT = "draft";
  static final String OF_TODAY = "of-today";
  static final String OF_TOMORROW = "of-tomorrow";

  private Cases() {}

  /** A dossier's facts, numbered in the order of writing. */
  static Facts facts() {
    return new Facts(List.of());
  }

  static EligibilityCase of(Requirement requirement, Facts facts) {
    return of(List.of(requirement), facts.known(), Set.of(Arrangement.INDIVIDUAL));
  }

  static EligibilityCase of(
      List<Requirement> requirements, List<KnownFact> facts, Set<Arrangement> arrangements) {
    PartyTerms party = party(Position.MENTOR, requirements);
    Practice practice = practice(MentoringFormat.TRADITIONAL, arrangements, List.of(party), null);
    return new EligibilityCase(
        definition(practice, List.of()),
        practice,
        party,
        new Dossier(ParticipantId.of("p-1"), ParticipantKind.PERSON, facts, DAY, NOW));
  }

  static PolicyCase policy(
      MentoringFormat format,
      List<Criterion> criteria,
      List<MatchingPlan.Emphasis> emphases,
      List<Scale> scales,
      String... circumstances) {
    MatchingPlan plan =
        new MatchingPlan(
            MatchingPlan.Policy.OPTIMAL,
            new MatchingPlan.CapacityTerms(1, 1, CITED),
            null,
            criteria,
            emphases,
            CITED);
    Practice practice =
        practice(
            format,
            Set.of(Arrangement.INDIVIDUAL),
            List.of(party(Position.MENTEE, List.of()), party(Position.MENTOR, List.of())),
            plan);
    return new PolicyCase(definition(practice, scales), practice, plan, codes(circumstances));
  }

  static Scale serviceLength() {
    return new Scale(Attribute.of("service-length"), List.of("short", "long"), CITED);
  }

  static Scale competence() {
    return new Scale(Attribute.of("digital-teaching"), List.of("beginner", "expert"), CITED);
  }

  static PolicyCase bothWays(PolicyCase question) {
    Practice one = question.practice();
    Practice practice =
        new Practice(
            one.id(),
            one.title(),
            one.format(),
            one.arrangements(),
            true,
            one.circlesForbidden(),
            one.parties(),
            one.matching(),
            one.cadences(),
            one.completion(),
            one.citation());
    return new PolicyCase(
        question.definition(), practice, question.plan(), question.circumstances());
  }

  static PolicyCase withoutCircles(PolicyCase question) {
    Practice free = question.practice();
    Practice practice =
        new Practice(
            free.id(),
            free.title(),
            free.format(),
            free.arrangements(),
            free.mutual(),
            true,
            free.parties(),
            free.matching(),
            free.cadences(),
            free.completion(),
            free.citation());
    return new PolicyCase(
        question.definition(), practice, question.plan(), question.circumstances());
  }

  static SortedSet<Code> codes(String... values) {
    SortedSet<Code> codes = new TreeSet<>();
    Arrays.stream(values).map(Code::of).forEach(codes::add);
    return codes;
  }

  static <T extends Comparable<T>> SortedSet<T> set(List<T> values) {
    return new TreeSet<>(values);
  }

  private static PartyTerms party(Position position, List<Requirement> requirements) {
    return new PartyTerms(
        position,
        new TreeSet<>(Set.of(ParticipantKind.PERSON, ParticipantKind.FAMILY)),
        requirements,
        List.of(),
        CITED);
  }

  private static Practice practice(
      MentoringFormat format,
      Set<Arrangement> arrangements,
      List<PartyTerms> parties,
      @Nullable MatchingPlan plan) {
    return new Practice(
        "main",
        TITLE,
        format,
        new TreeSet<>(arrangements),
        false,
        false,
        parties,
        plan,
        List.of(),
        null,
        CITED);
  }

  private static ProgrammeDefinition definition(Practice practice, List<Scale> scales) {
    return new ProgrammeDefinition(
        "sample",
        new Version(1, 0, 0),
        TITLE,
        null,
        ZoneId.of("Asia/Yekaterinburg"),
        List.of(),
        List.of(),
        List.of(),
        scales,
        List.of(),
        List.of(),
        List.of(),
        List.of(
            standard(APPROVED, LocalDate.of(2020, 1, 1)),
            standard(DRAFT, null),
            standard(OF_TODAY, DAY),
            standard(OF_TOMORROW, DAY.plusDays(1))),
        List.of(practice),
        null,
        List.of(),
        List.of(),
        new Privacy(set(List.of(Position.MENTEE)), 3, CITED));
  }

  private static SelectionStandard standard(String id, @Nullable LocalDate approved) {
    return new SelectionStandard(
        id,
        Code.of("REGIONAL_OPERATOR"),
        Code.of("JUVENILE_AFFAIRS_COMMISSION"),
        approved,
        List.of(),
        CITED);
  }

  /** Facts of a dossier. */
  record Facts(List<KnownFact> known) {
    /** A fact without an end. */
    Facts and(Fact fact) {
      return and(fact, Validity.from(EARLIER));
    }

    /** A fact that began later than the others. */
    Facts later(Fact fact) {
      return and(fact, Validity.from(LATER));
    }

    /** A fact that has ended on the day of the case. */
    Facts ended(Fact fact) {
      return and(fact, Validity.between(EARLIER, LocalDate.of(2020, 8, 1)));
    }

    Facts and(Fact fact, Validity validity) {
      List<KnownFact> all = new ArrayList<>(known);
      String id = String.format(java.util.Locale.ROOT, "f-%02d", all.size() + 1);
      all.add(new KnownFact(FactId.of(id), fact, validity, Instant.parse("2020-08-20T09:00:00Z")));
      return new Facts(all);
    }
  }
}
