package org.mentoring.year.scenario;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.mentoring.Mentoring;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.criterion.Attribute;
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
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.Practice;
import org.mentoring.testkit.KnockOut;
import org.mentoring.time.Validity;

/**
 * The Tyumen programme with what a test needs in it. It does what the definition asks for and no
 * more, so that it also stands where something is knocked out of the definition.
 */
final class Tyumen implements AutoCloseable {
  static final String PRACTICE = "adolescents";
  static final String TOWN = "Город Ишим";
  static final String OTHER_TOWN = "Абатский район";
  static final LocalDate BEFORE = LocalDate.of(2020, 8, 1);
  static final LocalDate START = LocalDate.of(2020, 9, 21);

  /** When all that a test does becomes known. */
  static final LocalDate TODAY = LocalDate.of(2023, 6, 1);

  static final Code COMMISSION = Code.of("JUVENILE_AFFAIRS_COMMISSION");
  static final Code CENTRE = Code.of("MENTORING_CENTRE");
  static final Code OPERATOR = Code.of("REGIONAL_OPERATOR");
  static final Actor SECRETARY = new Actor("s-1", COMMISSION, "commission");
  static final Actor HEAD = new Actor("h-1", Code.of("CENTRE_HEAD"), "centre");
  static final Actor STAFF = new Actor("w-1", CENTRE, "centre");
  static final Actor TRAINER = new Actor("t-1", OPERATOR, "operator");

  final Mentoring mentoring;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2023-06-01T06:00:00Z"));

  Tyumen(KnockOut knockOut) {
    mentoring =
        Mentoring.of(knockOut.in(BuiltInProgrammes.read("tyumen-2020")))
            .rules(knockOut.in(Rules.SHARED))
            .clock(((InstantSource) now::get).withZone(ZoneOffset.UTC))
            .identifiers(new SequentialIdentifiers())
            .build();
  }

  @Override
  public void close() {
    mentoring.close();
  }

  /** From now on what a test does becomes known on another day than {@link #TODAY}. */
  void today(LocalDate day) {
    now.set(day.atTime(6, 0).toInstant(ZoneOffset.UTC));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now.get(), ZoneOffset.UTC);
  }

  FactId record(Actor by, ParticipantId about, Fact fact, LocalDate from) {
    return mentoring.record(by, about, fact, Validity.from(from)).orElseThrow();
  }

  ParticipantId registered(String id, ParticipantKind kind, String town) {
    ParticipantId registered =
        mentoring.register(HEAD, ParticipantId.of(id), kind, List.of()).orElseThrow();
    // Where an organisation is at home the operator tells: by its own word it is nowhere.
    Actor by = kind == ParticipantKind.ORGANISATION ? TRAINER : HEAD;
    record(by, registered, new Fact.Trait(Attribute.MUNICIPALITY, town), BEFORE);
    return registered;
  }

  /** Whose commission it is the operator tells: one of which nobody told decides of nobody. */
  private void commission() {
    ParticipantId commission = ParticipantId.of(SECRETARY.organisation());
    if (mentoring.participant(commission).isEmpty()) {
      mentoring
          .register(TRAINER, commission, ParticipantKind.ORGANISATION, List.of())
          .orElseThrow();
      record(
          TRAINER,
          commission,
          new Fact.Trait(Attribute.ORGANISATION, "Commission of the region"),
          BEFORE);
    }
  }

  /** A child that was referred, with all but the family's meeting and consent. */
  ParticipantId referredChild(String id, String town) {
    commission();
    ParticipantId child = registered(id, ParticipantKind.PERSON, town);
    LocalDate born = LocalDate.of(2006, 5, 17);
    record(SECRETARY, child, new Fact.Birth(born), born);
    record(SECRETARY, child, new Fact.Referral(COMMISSION), BEFORE);
    record(SECRETARY, child, new Fact.PreventiveRegistration(Code.of("COMMISSION")), BEFORE);
    record(
        SECRETARY,
        child,
        new Fact.AuthorityDecision(COMMISSION, Code.of("PARTICIPATION"), Fact.Outcome.POSITIVE),
        BEFORE);
    record(SECRETARY, child, new Fact.BackgroundProfile(COMMISSION), BEFORE);
    record(HEAD, child, new Fact.Interest("chess"), BEFORE);
    return child;
  }

  /** A child with everything that the definition asks for. */
  ParticipantId child(String id, String town) {
    ParticipantId child = preparedChild(id, town);
    steps(child, Position.MENTEE, headOf(id, town));
    return child;
  }

  /** A family speaks to the centre of its own town. */
  private static Actor headOf(String child, String town) {
    return town.equals(TOWN) ? HEAD : at(ParticipantId.of("centre-of-" + child), HEAD);
  }

  /** A child with all but the steps that a person records. */
  ParticipantId preparedChild(String id, String town) {
    ParticipantId child = referredChild(id, town);
    if (!town.equals(TOWN)) {
      registered("centre-of-" + id, ParticipantKind.ORGANISATION, town);
    }
    Actor head = headOf(id, town);
    record(head, child, new Fact.FamilyMeeting(CENTRE), BEFORE);
    record(
        head,
        child,
        new Fact.Consent(Fact.ConsentGiver.GUARDIAN, null, CENTRE, Code.of("PARTICIPATION")),
        BEFORE);
    return child;
  }

  /** A mentor with all but training and standard. */
  ParticipantId untrainedMentor(String id, String town) {
    ParticipantId mentor = registered(id, ParticipantKind.PERSON, town);
    LocalDate born = LocalDate.of(1990, 2, 3);
    record(HEAD, mentor, new Fact.Birth(born), born);
    record(HEAD, mentor, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF), BEFORE);
    record(HEAD, mentor, new Fact.Affiliation(Code.of("INFORMAL_COMMUNITY")), BEFORE);
    record(HEAD, mentor, new Fact.DocumentHandedIn(Code.of("APPLICATION_FORM")), BEFORE);
    record(HEAD, mentor, new Fact.DocumentHandedIn(Code.of("PASSPORT")), BEFORE);
    record(
        HEAD,
        mentor,
        new Fact.ClearanceCertificate(Code.of("CRIMINAL_RECORD"), BEFORE, Fact.Outcome.POSITIVE),
        BEFORE);
    if (today().isAfter(BEFORE.plusYears(1))) {
      // Told years later, the pair begins with who may begin today as well.
      record(
          HEAD,
          mentor,
          new Fact.ClearanceCertificate(
              Code.of("CRIMINAL_RECORD"), today().minusMonths(1), Fact.Outcome.POSITIVE),
          today().minusMonths(1));
    }
    record(
        HEAD,
        mentor,
        new Fact.Interview(Code.of("CENTRE_HEAD"), Fact.Mode.IN_PERSON, Fact.Outcome.POSITIVE),
        BEFORE);
    record(HEAD, mentor, new Fact.Interest("chess"), BEFORE);
    return mentor;
  }

  /** A mentor with everything that the definition asks for. */
  ParticipantId mentor(String id, String town) {
    ParticipantId mentor = preparedMentor(id, town);
    steps(mentor, Position.MENTOR, HEAD);
    return mentor;
  }

  /** A mentor with all but the steps that a person records. */
  ParticipantId preparedMentor(String id, String town) {
    ParticipantId mentor = untrainedMentor(id, town);
    training(mentor, 480);
    record(
        HEAD,
        mentor,
        new Fact.SelectionAssessment("mentor-selection", Fact.Outcome.POSITIVE),
        BEFORE);
    return mentor;
  }

  void training(ParticipantId mentor, int minutes) {
    record(
        TRAINER,
        mentor,
        new Fact.Training(Fact.TrainingKind.INITIAL, null, minutes, Fact.Mode.IN_PERSON, OPERATOR),
        BEFORE);
  }

  /** Steps that no requirement tells are recorded by a person. */
  private void steps(ParticipantId who, Position position, Actor by) {
    practice().party(position).orElseThrow().path().stream()
        .filter(step -> step.needs().isEmpty())
        .forEach(
            step -> {
              for (Code kind : step.restsOn()) {
                done(HEAD, kind.value(), About.participant(venue()), START, event(who));
              }
              mentoring.recordStep(by, who, PRACTICE, position, step.id(), START).orElseThrow();
            });
  }

  /** Where parties come to events before they belong to a centre. */
  private ParticipantId venue() {
    ParticipantId venue = ParticipantId.of("venue");
    return mentoring.participant(venue).isPresent()
        ? venue
        : mentoring.register(HEAD, venue, ParticipantKind.ORGANISATION, List.of()).orElseThrow();
  }

  /** An organisation with everything that it needs to start as a centre, and its partners. */
  ParticipantId centre(String id, String town, int partners) {
    ParticipantId centre = registered(id, ParticipantKind.ORGANISATION, town);
    // That it is a centre its own people tell.
    Actor own = at(centre, HEAD);
    record(own, centre, new Fact.PositionHeld(Position.CENTRE, null), BEFORE);
    record(HEAD, centre, new Fact.Trait(Attribute.ORGANISATION, "Centre " + id), BEFORE);
    record(own, centre, new Fact.Application(Position.CENTRE, Fact.WayIn.SELF), BEFORE);
    record(HEAD, centre, new Fact.Affiliation(Code.of("SOCIALLY_ORIENTED_NGO")), BEFORE);
    record(HEAD, centre, new Fact.DocumentHandedIn(Code.of("PREMISES_AGREEMENT")), BEFORE);
    record(TRAINER, centre, new Fact.Attestation(Code.of("HEAD_TRAINED"), OPERATOR), BEFORE);
    for (int i = 1; i <= partners; i++) {
      ParticipantId partner = registered(id + "-partner-" + i, ParticipantKind.ORGANISATION, town);
      record(HEAD, partner, new Fact.AttachedTo(centre, Code.of("PARTNER")), BEFORE);
    }
    return centre;
  }

  /** A pair that was assigned and agreed, and whose mentoring began. */
  MentorshipId pair(ParticipantId centre, ParticipantId mentor, ParticipantId child) {
    return pair(centre, mentor, child, START);
  }

  /** The same, with mentoring that began on another day than the pair was assigned. */
  MentorshipId pair(
      ParticipantId centre, ParticipantId mentor, ParticipantId child, LocalDate begun) {
    Actor staff = at(centre, STAFF);
    meetAtTheEvent(mentor, child);
    MentorshipId pair = assigned(centre, mentor, child).orElseThrow().particulars().id();
    for (Code party : terms().agreedBy()) {
      mentoring
          .mentorships()
          .agree(staff, pair, party, party.value().equals("MENTOR") ? mentor : child, START)
          .orElseThrow();
    }
    mentoring.mentorships().start(staff, pair, begun).orElseThrow();
    return pair;
  }

  Outcome<Mentorship> assigned(ParticipantId centre, ParticipantId mentor, ParticipantId child) {
    return mentoring
        .mentorships()
        .assign(
            at(centre, STAFF), NewMentorship.individual(PRACTICE, mentor, child, START).at(centre));
  }

  /** Both come to what an assignment rests on. */
  void meetAtTheEvent(ParticipantId mentor, ParticipantId child) {
    terms().path().stream()
        .filter(step -> step.stage() == MentorshipTerms.Stage.ASSIGNMENT)
        .flatMap(step -> step.restsOn().stream())
        .forEach(
            kind ->
                done(HEAD, kind.value(), About.participant(venue()), START, event(mentor, child)));
  }

  /** A pair of its own with its own people. */
  MentorshipId pair(ParticipantId centre, String number, String town) {
    return pair(centre, mentor("mentor-" + number, town), child("child-" + number, town));
  }

  /** Takes a pair to where all but graduation and summing-up is done. */
  void beforeGraduation(MentorshipId pair, LocalDate on) {
    Particulars parties = mentoring.mentorships().find(pair).orElseThrow().particulars();
    ParticipantId mentor = parties.mentors().first();
    Actor staff = at(Objects.requireNonNull(parties.centre()), STAFF);
    for (MentorshipTerms.MentorshipStep step : terms().path()) {
      if (step.stage() == null) {
        for (Code kind : step.restsOn()) {
          About centre = About.participant(Objects.requireNonNull(parties.centre()));
          done(STAFF, kind.value(), centre, on, event(mentor, parties.mentees().first()));
        }
        Actor by = step.owner().value().equals("MENTOR") ? of(mentor) : staff;
        mentoring.mentorships().recordStep(by, pair, step.id(), on).orElseThrow();
      }
    }
    mentoring.mentorships().beginClosing(staff, pair, on).orElseThrow();
    for (Code party : Objects.requireNonNull(practice().completion()).exitInterviews()) {
      done(STAFF, "EXIT_INTERVIEW", About.mentorship(pair), on, new Happened.PartGiven(party));
    }
  }

  /** The centre's graduation and summing-up, with these who came. */
  void graduation(ParticipantId centre, LocalDate on, ParticipantId... attended) {
    done(STAFF, "GRADUATION_EVENT", About.participant(centre), on, event(attended));
    done(STAFF, "SUMMING_UP", About.participant(centre), on, event(attended));
  }

  ActivityId done(Actor by, String kind, About about, LocalDate on, Happened what) {
    return tried(by, kind, about, on, what).orElseThrow();
  }

  Outcome<ActivityId> tried(Actor by, String kind, About about, LocalDate on, Happened what) {
    return mentoring.activities().record(at(about, by), Code.of(kind), about, on, what, null);
  }

  /** Each centre has staff of its own; what it does, they put on record. */
  private Actor at(About about, Actor by) {
    if (!by.equals(HEAD) && !by.equals(STAFF)) {
      return by;
    }
    ParticipantId centre = null;
    if (about instanceof About.OfMentorship of) {
      centre = mentoring.mentorships().find(of.mentorship()).orElseThrow().particulars().centre();
    } else if (about instanceof About.OfParticipant of
        && mentoring.participant(of.participant()).orElseThrow().kind()
            == ParticipantKind.ORGANISATION) {
      centre = of.participant();
    }
    return centre == null ? by : at(centre, by);
  }

  private static Actor at(ParticipantId centre, Actor by) {
    return new Actor(by.id(), by.capacity(), centre.value());
  }

  static Happened event(ParticipantId... attended) {
    return new Happened.EventHeld(
        Fact.Mode.IN_PERSON, new TreeSet<>(Set.of(attended)), new TreeSet<>());
  }

  static Happened jointEvent(ParticipantId with) {
    return new Happened.EventHeld(
        Fact.Mode.IN_PERSON, new TreeSet<>(), new TreeSet<>(Set.of(with)));
  }

  static Happened report() {
    return new Happened.MentorReport(Note.of("Were at the museum."), null, null);
  }

  static Happened entry(@org.jspecify.annotations.Nullable String item, long number) {
    return new Happened.Entry(item, new TreeSet<>(), number);
  }

  /** The mentor as who gives a command. */
  static Actor of(ParticipantId mentor) {
    return new Actor(mentor.value(), Code.of("MENTOR"), "centre");
  }

  Practice practice() {
    return mentoring.definition().practice(PRACTICE).orElseThrow();
  }

  private MentorshipTerms terms() {
    return Objects.requireNonNull(practice().mentorship());
  }

  Decision mentee(ParticipantId child) {
    return mentoring.decide(child, PRACTICE, Position.MENTEE, START);
  }

  Decision asMentor(ParticipantId mentor) {
    return mentoring.decide(mentor, PRACTICE, Position.MENTOR, START);
  }

  static List<String> codes(Decision decision) {
    return decision.findings().stream().map(Finding::code).toList();
  }

  static List<String> requirements(Decision decision) {
    return decision.findings().stream().map(Finding::requirement).distinct().toList();
  }
}
