package org.mentoring;

import static org.mentoring.SmallProgramme.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.participant.Position;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.WaiverTerms;
import org.mentoring.waiver.Waiver;

/** The small programme, in which an authority may waive; one mentor lacks the training. */
final class SmallWaivers {

  static final Code OPERATOR = Code.of("REGIONAL_OPERATOR");
  static final Actor AUTHORITY = new Actor("o-1", OPERATOR, "operator-1");
  static final Citation CITE = Citation.of("choice");
  static final String TRAINING = "mentor-training";

  final SmallMentorships small = new SmallMentorships(definition("consent"));
  final Mentoring mentoring = small.mentoring;
  final ParticipantId untrained = small.programme.person("mentor-1");

  SmallWaivers() {}

  static Waiver waiver(Code authority) {
    return new Waiver(
        WaiverId.of("w-1"),
        TRAINING,
        ParticipantId.of("mentor-1"),
        null,
        authority,
        "why",
        TODAY,
        TODAY.plusDays(30),
        AUTHORITY,
        Instant.parse("2020-01-01T00:00:00Z"));
  }

  MentorshipId mentorship() {
    return small.assign(small.mentor("mentor-9"), small.mentee("mentee-9")).orElseThrow().id();
  }

  Instant now() {
    return small.programme.now.get();
  }

  Decision decided() {
    return decided(TODAY, now());
  }

  Decision decided(LocalDate asOf, Instant knownAt) {
    return decided(untrained, asOf, knownAt);
  }

  Decision decided(ParticipantId who, LocalDate asOf, Instant knownAt) {
    return mentoring.decide(who, SmallMentorships.PRACTICE, Position.MENTOR, asOf, knownAt);
  }

  Outcome<WaiverId> waive(String requirement, @Nullable ParticipantId participant) {
    return waive(requirement, participant, TODAY, TODAY.plusDays(30));
  }

  Outcome<WaiverId> waive(
      String requirement, @Nullable ParticipantId participant, LocalDate from, LocalDate until) {
    return mentoring.waivers().waive(AUTHORITY, requirement, participant, null, "why", from, until);
  }

  Outcome<WaiverId> waiveIn(String requirement, MentorshipId mentorship) {
    return mentoring
        .waivers()
        .waive(AUTHORITY, requirement, null, mentorship, "why", TODAY, TODAY.plusDays(30));
  }

  static List<Finding> findings(Outcome<?> outcome) {
    return outcome.refused().map(Decision::findings).orElse(List.of());
  }

  static List<String> codes(Outcome<?> outcome) {
    return findings(outcome).stream().map(Finding::code).toList();
  }

  /** The small programme, in which an authority may waive. */
  static ProgrammeDefinition definition(String never) {
    ProgrammeDefinition plain = SmallMentorships.definition();
    Practice practice = plain.practices().get(0);
    CompletionTerms completion =
        new CompletionTerms(
            List.of(),
            new TreeSet<>(Set.of(Code.of("GUARDIAN"), Code.of("MENTOR"))),
            List.of(),
            Period.ofMonths(3),
            List.of(),
            List.of(due("FOLLOW_UP_REPORT")),
            CITE);
    Practice whole =
        new Practice(
            practice.id(),
            practice.title(),
            practice.format(),
            practice.arrangements(),
            false,
            false,
            practice.parties(),
            practice.matching(),
            practice.mentorship(),
            List.of(due("MENTOR_REPORT")),
            completion,
            practice.citation());
    return new ProgrammeDefinition(
        plain.id(),
        plain.version(),
        plain.title(),
        null,
        plain.zone(),
        List.of(),
        plain.phases(),
        plain.vocabulary(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(whole),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new WaiverTerms(
            new TreeSet<>(Set.of(OPERATOR)),
            new TreeSet<>(Set.of(never)),
            Period.ofMonths(6),
            CITE),
        plain.privacy());
  }

  static Cadence due(String code) {
    return new Cadence(
        Code.of(code), Code.of("MENTOR"), Period.ofWeeks(2), 1, false, null, null, CITE);
  }
}
