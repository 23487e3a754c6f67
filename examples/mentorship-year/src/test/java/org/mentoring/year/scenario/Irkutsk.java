package org.mentoring.year.scenario;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.Practice;
import org.mentoring.testkit.KnockOut;
import org.mentoring.time.Validity;

/**
 * The programme of the Irkutsk region with what a test needs in it. It does what the definition
 * asks for and no more, so that it also stands where something is knocked out of the definition.
 */
final class Irkutsk implements AutoCloseable {
  static final String OWN = "own-centre";
  static final String NGO = "with-ngo";
  static final LocalDate BEFORE = LocalDate.of(2017, 3, 1);
  private static final LocalDate RENEWED = LocalDate.of(2019, 5, 1);
  static final LocalDate TRAINED = LocalDate.of(2017, 4, 1);
  static final LocalDate START = LocalDate.of(2017, 9, 4);
  static final Code CHILDRENS_CENTRE = Code.of("CHILDRENS_RESIDENTIAL_CENTRE");
  static final Actor COORDINATOR = new Actor("k-1", Code.of("COORDINATOR"), "centre");
  static final Actor CENTRE = new Actor("w-1", CHILDRENS_CENTRE, "centre");
  static final Actor METHODOLOGY = new Actor("u-1", Code.of("METHODOLOGY_CENTRE"), "umc");

  final Mentoring mentoring;

  Irkutsk(KnockOut knockOut) {
    mentoring =
        Mentoring.of(knockOut.in(BuiltInProgrammes.read("irkutsk-2017")))
            .rules(knockOut.in(Rules.SHARED))
            .clock(Clock.fixed(Instant.parse("2019-06-01T04:00:00Z"), ZoneOffset.UTC))
            .identifiers(new SequentialIdentifiers())
            .build();
  }

  @Override
  public void close() {
    mentoring.close();
  }

  FactId record(Actor by, ParticipantId about, Fact fact, LocalDate from) {
    return mentoring.record(by, about, fact, Validity.from(from)).orElseThrow();
  }

  ParticipantId registered(String id, ParticipantKind kind) {
    return mentoring.register(COORDINATOR, ParticipantId.of(id), kind, List.of()).orElseThrow();
  }

  /** A child with all but a circumstance and the preparation of child and parents. */
  ParticipantId unpreparedChild(String id, String practice) {
    ParticipantId child = registered(id, ParticipantKind.PERSON);
    LocalDate born = LocalDate.of(2005, 3, 4);
    record(COORDINATOR, child, new Fact.Birth(born), born);
    record(COORDINATOR, child, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY), BEFORE);
    record(
        COORDINATOR,
        child,
        new Fact.Consent(
            Fact.ConsentGiver.GUARDIAN,
            null,
            practice.equals(OWN) ? CHILDRENS_CENTRE : Code.of("NGO"),
            Code.of("PARTICIPATION")),
        BEFORE);
    record(COORDINATOR, child, new Fact.RegisterEntry(Code.of("MENTEE_REGISTER")), BEFORE);
    record(
        CENTRE, child, new Fact.Attestation(Code.of("NEEDS_ASSESSMENT"), CHILDRENS_CENTRE), BEFORE);
    return child;
  }

  /** A child with everything that the definition asks for. */
  ParticipantId child(String id, String practice) {
    ParticipantId child = unpreparedChild(id, practice);
    record(COORDINATOR, child, new Fact.Circumstance(Code.of("ORPHAN")), BEFORE);
    prepared(child);
    return child;
  }

  void prepared(ParticipantId child) {
    record(
        COORDINATOR,
        child,
        new Fact.Training(
            Fact.TrainingKind.PREPARATION, null, 60, Fact.Mode.IN_PERSON, Code.of("COORDINATOR")),
        TRAINED);
    record(
        COORDINATOR,
        child,
        new Fact.Attestation(Code.of("GUARDIAN_PREPARED"), Code.of("COORDINATOR")),
        TRAINED);
  }

  /** Somebody who applied, and was vetted and selected on a day, and is not trained. */
  ParticipantId selectedMentor(String id, String practice, LocalDate selectedOn) {
    ParticipantId mentor = registered(id, ParticipantKind.PERSON);
    LocalDate born = LocalDate.of(1980, 2, 3);
    record(COORDINATOR, mentor, new Fact.Birth(born), born);
    record(COORDINATOR, mentor, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF), BEFORE);
    record(COORDINATOR, mentor, new Fact.DocumentHandedIn(Code.of("APPLICATION_FORM")), BEFORE);
    record(COORDINATOR, mentor, new Fact.DocumentHandedIn(Code.of("PASSPORT")), BEFORE);
    record(
        COORDINATOR,
        mentor,
        new Fact.ClearanceCertificate(Code.of("CRIMINAL_RECORD"), BEFORE, Fact.Outcome.POSITIVE),
        BEFORE);
    // Told years later, the pair begins with who may begin today as well.
    record(
        COORDINATOR,
        mentor,
        new Fact.ClearanceCertificate(Code.of("CRIMINAL_RECORD"), RENEWED, Fact.Outcome.POSITIVE),
        RENEWED);
    record(COORDINATOR, mentor, new Fact.RegisterEntry(Code.of("MENTOR_REGISTER")), BEFORE);
    record(
        CENTRE,
        mentor,
        new Fact.AuthorityDecision(
            practice.equals(OWN) ? CHILDRENS_CENTRE : Code.of("NGO"),
            Code.of("SELECTION"),
            Fact.Outcome.POSITIVE),
        selectedOn);
    return mentor;
  }

  /**
   * A mentor with everything that the definition asks for, in an arrangement of the NGO's school.
   */
  ParticipantId mentor(String id, String practice, String... courses) {
    ParticipantId mentor = selectedMentor(id, practice, BEFORE);
    training(mentor, null, 120, Fact.Mode.IN_PERSON);
    for (String course : courses) {
      training(mentor, course, 480, Fact.Mode.IN_PERSON);
    }
    return mentor;
  }

  void training(ParticipantId mentor, @Nullable String course, int minutes, Fact.Mode mode) {
    record(
        CENTRE,
        mentor,
        new Fact.Training(
            Fact.TrainingKind.INITIAL,
            course == null ? null : Code.of(course),
            minutes,
            mode,
            CHILDRENS_CENTRE),
        TRAINED);
  }

  void inService(ParticipantId mentor, LocalDate on, Fact.Mode mode) {
    record(
        CENTRE,
        mentor,
        new Fact.Training(Fact.TrainingKind.IN_SERVICE, null, 90, mode, CHILDRENS_CENTRE),
        on);
  }

  /** An organisation that holds the position of a centre and has nothing of what it needs. */
  ParticipantId bareCentre(String id) {
    ParticipantId centre = registered(id, ParticipantKind.ORGANISATION);
    Actor own = new Actor(CENTRE.id(), CENTRE.capacity(), id);
    record(own, centre, new Fact.PositionHeld(Position.CENTRE, null), BEFORE);
    return centre;
  }

  void documents(ParticipantId centre) {
    for (String document :
        List.of("MENTORING_REGULATIONS", "MENTORING_PROGRAMME", "COORDINATOR_APPOINTMENT")) {
      record(CENTRE, centre, new Fact.DocumentHandedIn(Code.of(document)), BEFORE);
    }
  }

  void module(ParticipantId centre, String module, LocalDate on) {
    record(
        METHODOLOGY,
        centre,
        new Fact.Training(
            Fact.TrainingKind.ORGANISERS,
            Code.of(module),
            360,
            Fact.Mode.IN_PERSON,
            Code.of("METHODOLOGY_CENTRE")),
        on);
  }

  void modules(ParticipantId centre) {
    module(centre, "MODULE_1", BEFORE);
    module(centre, "MODULE_2", BEFORE.plusDays(1));
    module(centre, "MODULE_3", BEFORE.plusDays(2));
  }

  void coordinator(ParticipantId centre) {
    ParticipantId coordinator =
        registered("coordinator-of-" + centre.value(), ParticipantKind.PERSON);
    record(CENTRE, coordinator, new Fact.PositionHeld(Position.COORDINATOR, null), BEFORE);
    record(CENTRE, coordinator, new Fact.AttachedTo(centre, Code.of("CENTRE")), BEFORE);
  }

  void agreement(ParticipantId centre) {
    ParticipantId ngo = registered("ngo-of-" + centre.value(), ParticipantKind.ORGANISATION);
    // With whom a centre has agreed its own people tell.
    Actor own = new Actor(CENTRE.id(), CENTRE.capacity(), centre.value());
    record(own, centre, new Fact.Agreement(ngo, Code.of("POSITIONS")), BEFORE);
  }

  /** A centre with everything that it needs to start, under either model. */
  ParticipantId centre(String id) {
    ParticipantId centre = bareCentre(id);
    documents(centre);
    modules(centre);
    coordinator(centre);
    agreement(centre);
    return centre;
  }

  Outcome<Mentorship> assign(
      ParticipantId centre,
      String practice,
      Arrangement arrangement,
      Set<ParticipantId> mentors,
      Set<ParticipantId> children) {
    return mentoring
        .mentorships()
        .assign(
            COORDINATOR,
            new NewMentorship(
                practice,
                arrangement,
                new TreeSet<>(mentors),
                new TreeSet<>(children),
                centre,
                practice,
                null,
                START));
  }

  Outcome<Mentorship> assign(
      ParticipantId centre, String practice, ParticipantId mentor, ParticipantId child) {
    return assign(centre, practice, Arrangement.INDIVIDUAL, Set.of(mentor), Set.of(child));
  }

  /** A pair that was assigned and agreed, and whose mentoring began. */
  MentorshipId pair(
      ParticipantId centre, String practice, ParticipantId mentor, ParticipantId child) {
    return pair(centre, practice, mentor, child, START);
  }

  /** The same, with mentoring that began on another day than the pair was assigned. */
  MentorshipId pair(
      ParticipantId centre,
      String practice,
      ParticipantId mentor,
      ParticipantId child,
      LocalDate begun) {
    MentorshipId pair = assign(centre, practice, mentor, child).orElseThrow().particulars().id();
    for (Code party : terms(practice).agreedBy()) {
      mentoring
          .mentorships()
          .agree(COORDINATOR, pair, party, party.value().equals("MENTOR") ? mentor : child, START)
          .orElseThrow();
    }
    mentoring.mentorships().start(COORDINATOR, pair, begun).orElseThrow();
    return pair;
  }

  /** Takes the steps of a pair that a person records. */
  void steps(MentorshipId pair, LocalDate on) {
    for (MentorshipTerms.MentorshipStep step : terms(OWN).path()) {
      if (step.stage() == null) {
        for (Code kind : step.restsOn()) {
          Happened report = new Happened.MentorReport(Note.of("All is well."), null, null);
          tried(COORDINATOR, kind.value(), About.mentorship(pair), on, report).orElseThrow();
        }
        mentoring
            .mentorships()
            .recordStep(new Actor("w-1", step.owner(), "centre"), pair, step.id(), on)
            .orElseThrow();
      }
    }
  }

  Outcome<ActivityId> tried(Actor by, String kind, About about, LocalDate on, Happened what) {
    return mentoring.activities().record(by, Code.of(kind), about, on, what, null);
  }

  static Happened entry(@Nullable String item) {
    return new Happened.Entry(item, new TreeSet<>(), 1);
  }

  Practice practice(String id) {
    return mentoring.definition().practice(id).orElseThrow();
  }

  private MentorshipTerms terms(String practice) {
    return Objects.requireNonNull(practice(practice).mentorship());
  }

  Decision mentee(ParticipantId child, String practice) {
    return mentoring.decide(child, practice, Position.MENTEE, START);
  }

  Decision asMentor(ParticipantId mentor, String practice) {
    return mentoring.decide(mentor, practice, Position.MENTOR, START);
  }

  static List<String> codes(Outcome<?> outcome) {
    return outcome.refused().map(Irkutsk::codes).orElse(List.of());
  }

  static List<String> codes(Decision decision) {
    return decision.findings().stream().map(Finding::code).distinct().toList();
  }

  /** Requirements that stand in the way; what only informs is left out. */
  static List<String> open(Decision decision) {
    return decision.findings().stream()
        .filter(finding -> finding.effect() != org.mentoring.decision.Effect.INFORMS)
        .map(Finding::requirement)
        .distinct()
        .toList();
  }
}
