package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.EarlyEnding;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.MentorshipTerms.MentorshipStep;
import org.mentoring.programme.MentorshipTerms.RematchTerms;
import org.mentoring.programme.MentorshipTerms.Rung;
import org.mentoring.programme.MentorshipTerms.Stage;
import org.mentoring.programme.PairedAgain;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.VocabularyTerm;
import org.mentoring.spi.Stores;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/**
 * The small programme with all terms of a mentorship's life: three parties agree, a first meeting
 * comes before the start, support and monitoring run side by side.
 */
final class SmallMentorships {
  static final String PRACTICE = "adolescents";
  static final LocalDate TODAY = SmallProgramme.TODAY;
  static final Actor COORDINATOR = SmallProgramme.COORDINATOR;
  static final Actor MENTOR = new Actor("m-1", Code.of("MENTOR"), "centre-1");
  static final Actor HEAD = new Actor("h-1", Code.of("CENTRE_HEAD"), "centre-1");
  static final Code MENTEE = Code.of("MENTEE");
  static final Code GUARDIAN = Code.of("GUARDIAN");
  static final Code AS_MENTOR = Code.of("MENTOR");
  static final Code MOVED = Code.of("MOVED");
  static final Code SAFETY = Code.of("SAFETY");
  static final Code UNWILLING = Code.of("UNWILLING_PARTY");
  private static final Code FOLLOW_UP_REPORT = Code.of("FOLLOW_UP_REPORT");
  private static final Citation CITE = Citation.of("S1-03");
  private static final LocalizedText TITLE = new LocalizedText("Title", "Название");

  final Stores stores;
  final SmallProgramme programme;
  final Mentoring mentoring;

  SmallMentorships() {
    this(definition());
  }

  SmallMentorships(ProgrammeDefinition definition) {
    this(definition, InMemoryStores.create());
  }

  SmallMentorships(ProgrammeDefinition definition, Stores stores) {
    this(definition, stores, builder -> builder);
  }

  SmallMentorships(
      ProgrammeDefinition definition, Stores stores, UnaryOperator<Mentoring.Builder> further) {
    this.stores = stores;
    programme = new SmallProgramme(definition, builder -> further.apply(builder.stores(stores)));
    mentoring = programme.mentoring;
  }

  LocalDate today() {
    return mentoring.today();
  }

  void days(int days) {
    programme.now.updateAndGet(instant -> instant.plusSeconds(86_400L * days));
  }

  void until(LocalDate day) {
    programme.now.set(Instant.from(day.atTime(6, 0).atOffset(ZoneOffset.UTC)));
  }

  ParticipantId mentor(String id) {
    return programme.mentor(id, "Tyumen");
  }

  /** Who has come to be a mentee and whose guardian consents. */
  ParticipantId mentee(String id) {
    ParticipantId mentee = programme.mentee(id, "Tyumen");
    programme.fact(mentee, new Fact.Birth(LocalDate.of(2006, 3, 1)));
    consent(mentee);
    return mentee;
  }

  FactId consent(ParticipantId mentee) {
    return mentoring
        .record(
            COORDINATOR,
            mentee,
            new Fact.Consent(
                Fact.ConsentGiver.GUARDIAN, null, SmallProgramme.CENTRE, Code.of("PARTICIPATION")),
            Validity.from(today().minusDays(1)))
        .orElseThrow();
  }

  void places(ParticipantId mentor, int mentees) {
    programme.fact(mentor, new Fact.MentoringCapacity(mentees));
  }

  /** One mentor brought together with several mentees. */
  MentorshipId group(ParticipantId mentor, ParticipantId... mentees) {
    places(mentor, mentees.length);
    programme.fact(
        mentor,
        new Fact.Training(
            Fact.TrainingKind.INITIAL,
            Code.of("GROUP_MENTORING"),
            60,
            Fact.Mode.IN_PERSON,
            Code.of("REGIONAL_OPERATOR")));
    return commands()
        .assign(
            COORDINATOR,
            new NewMentorship(
                PRACTICE,
                Arrangement.GROUP,
                new TreeSet<>(Set.of(mentor)),
                new TreeSet<>(Set.of(mentees)),
                null,
                null,
                null,
                today()))
        .orElseThrow()
        .id();
  }

  /** From the agreement of all in a group to the start. */
  void begun(MentorshipId group) {
    Particulars particulars = now(group).particulars();
    particulars.mentors().forEach(each -> agree(group, AS_MENTOR, each));
    for (ParticipantId mentee : particulars.mentees()) {
      agree(group, MENTEE, mentee);
      agree(group, GUARDIAN, mentee);
    }
    step(MENTOR, group, "first-meeting").orElseThrow();
    commands().start(COORDINATOR, group, today()).orElseThrow();
  }

  MentorshipCommands commands() {
    return mentoring.mentorships();
  }

  Outcome<Mentorship> assign(ParticipantId mentor, ParticipantId mentee) {
    return commands().assign(COORDINATOR, terms(mentor, mentee));
  }

  NewMentorship terms(ParticipantId mentor, ParticipantId mentee) {
    return NewMentorship.individual(PRACTICE, mentor, mentee, today());
  }

  Outcome<Mentorship> agree(MentorshipId id, Code party, ParticipantId forWhom) {
    return commands().agree(COORDINATOR, id, party, forWhom, today());
  }

  /** From the assignment to the agreement of all. */
  MentorshipId agreed(ParticipantId mentor, ParticipantId mentee) {
    MentorshipId id = assign(mentor, mentee).orElseThrow().id();
    agree(id, AS_MENTOR, mentor).orElseThrow();
    agree(id, MENTEE, mentee).orElseThrow();
    agree(id, GUARDIAN, mentee).orElseThrow();
    return id;
  }

  /** From the assignment to the start. */
  MentorshipId active(ParticipantId mentor, ParticipantId mentee) {
    MentorshipId id = agreed(mentor, mentee);
    step(MENTOR, id, "first-meeting").orElseThrow();
    commands().start(COORDINATOR, id, today()).orElseThrow();
    return id;
  }

  /** From the assignment to the summing-up. */
  MentorshipId closing(ParticipantId mentor, ParticipantId mentee) {
    MentorshipId id = active(mentor, mentee);
    step(COORDINATOR, id, "support").orElseThrow();
    step(COORDINATOR, id, "monitoring").orElseThrow();
    commands().beginClosing(COORDINATOR, id, today()).orElseThrow();
    return id;
  }

  Outcome<Mentorship> step(Actor by, MentorshipId id, String step) {
    return commands().recordStep(by.equals(MENTOR) ? mentorOf(id) : by, id, step, today());
  }

  /** A mentorship's own mentor, for a step is taken by no other. */
  Actor mentorOf(MentorshipId id) {
    return commands()
        .find(id)
        .map(found -> found.particulars().mentors().first())
        .map(mentor -> new Actor(mentor.value(), AS_MENTOR, "centre-1"))
        .orElse(MENTOR);
  }

  /** What the follow-up asks for. */
  void followUpReport(MentorshipId id) {
    mentoring
        .activities()
        .record(
            COORDINATOR,
            FOLLOW_UP_REPORT,
            About.mentorship(id),
            today(),
            new Happened.Entry(null, new TreeSet<>(), 1),
            null)
        .orElseThrow();
  }

  Mentorship now(MentorshipId id) {
    return commands().find(id).orElseThrow();
  }

  static ProgrammeDefinition definition() {
    return definition(false, mentorshipTerms());
  }

  static ProgrammeDefinition definition(boolean circlesForbidden, @Nullable MentorshipTerms terms) {
    return definition(circlesForbidden, terms, null);
  }

  /** The same where a child may be a mentor, and its guardian consents. */
  static ProgrammeDefinition definitionOfYoungMentors() {
    return definition(
        false, false, mentorshipTerms(), null, List.of(guardiansConsent("mentor-consent")));
  }

  /** The same with other agreements, and other requirements of mentees. */
  static ProgrammeDefinition definitionOfAgreements(
      Set<Code> agreedBy, List<Requirement> ofMentees) {
    MentorshipTerms terms = mentorshipTerms();
    return definition(
        false,
        false,
        new MentorshipTerms(
            terms.path(),
            new TreeSet<>(agreedBy),
            terms.longestPause(),
            List.of(),
            terms.ladder(),
            terms.rematch(),
            CITE),
        null,
        List.of(),
        ofMentees);
  }

  /** The same, where mentoring runs in both directions and circles are forbidden. */
  static ProgrammeDefinition definitionOfBothDirections() {
    return definition(true, true, mentorshipTerms(), null, List.of());
  }

  /** The same, run by centres. */
  static ProgrammeDefinition definition(
      boolean circlesForbidden, @Nullable MentorshipTerms terms, @Nullable CentreTerms centre) {
    return definition(false, circlesForbidden, terms, centre, List.of());
  }

  private static Requirement guardiansConsent(String id) {
    return new Requirement.ConsentGiven(
        id,
        CITE,
        Fact.ConsentGiver.GUARDIAN,
        SmallProgramme.CENTRE,
        Code.of("PARTICIPATION"),
        null,
        18);
  }

  private static ProgrammeDefinition definition(
      boolean mutual,
      boolean circlesForbidden,
      @Nullable MentorshipTerms terms,
      @Nullable CentreTerms centre,
      List<Requirement> ofMentors) {
    return definition(
        mutual,
        circlesForbidden,
        terms,
        centre,
        ofMentors,
        List.of(guardiansConsent("mentee-consent")));
  }

  private static ProgrammeDefinition definition(
      boolean mutual,
      boolean circlesForbidden,
      @Nullable MentorshipTerms terms,
      @Nullable CentreTerms centre,
      List<Requirement> ofMentors,
      List<Requirement> ofMentees) {
    ProgrammeDefinition small = SmallProgramme.definition(List.of());
    Practice practice = small.practices().get(0);
    List<PartyTerms> parties = new ArrayList<>();
    for (PartyTerms party : practice.parties()) {
      List<Requirement> requirements = new ArrayList<>(party.requirements());
      if (party.position() == Position.MENTEE) {
        requirements.addAll(ofMentees);
      } else {
        requirements.addAll(ofMentors);
        requirements.add(
            new Requirement.CoursePassed(
                "group-course", CITE, Code.of("GROUP_MENTORING"), Arrangement.GROUP));
      }
      parties.add(
          new PartyTerms(
              party.position(),
              new TreeSet<>(Set.of(ParticipantKind.PERSON)),
              requirements,
              party.path().stream().filter(step -> !step.needs().isEmpty()).toList(),
              party.citation()));
    }
    Practice whole =
        new Practice(
            practice.id(),
            practice.title(),
            practice.format(),
            new TreeSet<>(Set.of(Arrangement.INDIVIDUAL, Arrangement.GROUP)),
            mutual,
            circlesForbidden,
            parties,
            practice.matching(),
            terms,
            List.of(),
            completion(),
            CITE);
    return new ProgrammeDefinition(
        small.id(),
        small.version(),
        small.title(),
        null,
        small.zone(),
        List.of(),
        small.phases(),
        List.of(
            new VocabularyTerm(
                Code.of("GROUP_MENTORING"),
                new LocalizedText("group mentoring", "групповое наставничество"))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(whole),
        centre,
        List.of(),
        List.of(),
        List.of(
            new ActivityTerms(
                FOLLOW_UP_REPORT,
                ActivityTerms.Shape.ENTRY,
                ActivityTerms.About.MENTORSHIP,
                new TreeSet<>(),
                null,
                null,
                null,
                false,
                TITLE,
                CITE)),
        List.of(),
        List.of(),
        null,
        small.privacy());
  }

  static MentorshipTerms mentorshipTerms() {
    Code coordinator = COORDINATOR.capacity();
    return new MentorshipTerms(
        List.of(
            step("assignment", Stage.ASSIGNMENT, coordinator),
            step("agreement", Stage.AGREEMENT, coordinator, "assignment"),
            step("first-meeting", null, MENTOR.capacity(), "agreement"),
            step("start", Stage.START, coordinator, "first-meeting"),
            step("support", null, coordinator, "start"),
            step("monitoring", null, coordinator, "start"),
            step("summing-up", Stage.SUMMING_UP, coordinator, "support", "monitoring"),
            step("completion", Stage.COMPLETION, coordinator, "summing-up")),
        new TreeSet<>(Set.of(AS_MENTOR, MENTEE, GUARDIAN)),
        Period.ofMonths(2),
        List.of(),
        List.of(
            new Rung("warning", null, null, false, TITLE, CITE),
            new Rung("probation", Period.ofWeeks(2), null, false, TITLE, CITE),
            new Rung("parting", null, HEAD.capacity(), true, TITLE, CITE)),
        new RematchTerms(
            new TreeSet<>(Set.of(GUARDIAN, AS_MENTOR)),
            14,
            HEAD.capacity(),
            Period.ofWeeks(2),
            Citation.of("L4")),
        CITE);
  }

  private static CompletionTerms completion() {
    return new CompletionTerms(
        List.of(),
        new TreeSet<>(),
        List.of(),
        null,
        List.of(
            new EarlyEnding(MOVED, new TreeSet<>(), true, Period.ofDays(30), CITE),
            new EarlyEnding(
                UNWILLING, new TreeSet<>(Set.of(GUARDIAN, AS_MENTOR)), false, null, CITE),
            new EarlyEnding(
                SAFETY, new TreeSet<>(), false, null, Citation.of("S2-15"), PairedAgain.NEVER)),
        List.of(
            new Cadence(
                FOLLOW_UP_REPORT,
                Code.of("MENTORING_CENTRE"),
                Period.ofMonths(1),
                1,
                false,
                null,
                Period.ofMonths(1),
                CITE)),
        CITE);
  }

  private static MentorshipStep step(
      String id, @Nullable Stage stage, Code owner, String... after) {
    return new MentorshipStep(id, stage, new TreeSet<>(List.of(after)), owner, TITLE, CITE);
  }
}
