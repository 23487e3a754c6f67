package org.mentoring;

import static org.mentoring.SmallMentorships.AS_MENTOR;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.GUARDIAN;
import static org.mentoring.SmallMentorships.HEAD;
import static org.mentoring.SmallMentorships.MENTEE;
import static org.mentoring.SmallMentorships.MOVED;
import static org.mentoring.SmallMentorships.PRACTICE;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.choosing.EventDate;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.choosing.Ranking;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.FactId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.incident.NewIncident;
import org.mentoring.incident.Resolution;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.ProposedPair;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Version;
import org.mentoring.programme.WaiverTerms;
import org.mentoring.spi.Stores;
import org.mentoring.time.Validity;

/** Every command of the facade, each given at least once so that it is carried out. */
final class WholeLife {
  /** Stands in every text, name and reference that people give. */
  static final String CANARY = "CANARY";

  static final LocalDate BORN = LocalDate.of(2006, 3, 13);

  /** Runs all that is assigned here. */
  static final ParticipantId CENTRE = ParticipantId.of(COORDINATOR.organisation());

  /** Is named as the guardian of every child here. */
  static final ParticipantId PARENT = ParticipantId.of("parent");

  private static final Code OPERATOR = Code.of("REGIONAL_OPERATOR");
  private static final Actor AUTHORITY = new Actor("o-1", OPERATOR, "operator-1");
  static final String TOWN = CANARY + "-town";
  private static final Note NOTE = Note.of(CANARY);

  final SmallMentorships small;
  private final Mentoring mentoring;
  private final Giver giver;

  /** Gives a command and looks what comes of it. */
  interface Giver {
    <T> T give(String name, Code matter, Actor by, Supplier<Outcome<T>> command);

    /** Who gives it instead of whom this life would have give it. */
    default Actor actor(String name, Actor by) {
      return by;
    }

    /** Looks at a command before it is given by whom this life would have give it. */
    default <T> void before(String name, Function<Actor, Outcome<T>> command) {}
  }

  WholeLife(Stores stores, Giver giver) {
    small = new SmallMentorships(definition(), stores, builder -> builder.earlier(earlier()));
    mentoring = small.mentoring;
    this.giver = giver;
  }

  static ProgrammeDefinition definition() {
    ProgrammeDefinition small = SmallIncidents.definition();
    return new ProgrammeDefinition(
        small.id(),
        small.version(),
        small.title(),
        null,
        small.zone(),
        small.under(),
        small.phases(),
        small.vocabulary(),
        small.scales(),
        small.neighbours(),
        small.places(),
        small.attributes(),
        small.standards(),
        small.practices(),
        small.centre(),
        small.targets(),
        small.records(),
        small.activities(),
        small.incidents(),
        small.calendars(),
        new WaiverTerms(
            new TreeSet<>(Set.of(OPERATOR)),
            new TreeSet<>(Set.of("consent")),
            Period.ofMonths(6),
            Citation.CHOICE),
        small.privacy());
  }

  private static ProgrammeDefinition earlier() {
    return VersionMovesTest.version(definition(), Version.parse("0.9.0"));
  }

  private <T> T give(String name, String matter, Actor by, Function<Actor, Outcome<T>> command) {
    giver.before(name, command);
    Actor as = giver.actor(name, by);
    return giver.give(name, Code.of(matter), as, () -> command.apply(as));
  }

  void live() {
    give(
        "Mentoring.register",
        "REGISTER_PARTICIPANT",
        COORDINATOR,
        as -> mentoring.register(as, CENTRE, ParticipantKind.ORGANISATION, List.of()));
    person(PARENT.value());
    mentee(person("anna"));
    mentee(person("boris"));
    List.of("oak", "elm", "ash").forEach(id -> mentor(person(id)));
    facts(ParticipantId.of("oak"));
    MatchProposal proposal = proposals();
    pairs(proposal, events(proposal));
    mentorships();
    incidents();
    waivers(ParticipantId.of("ash"));
    erasures();
  }

  private void erasures() {
    Code reason = Code.of("ON_DEMAND");
    ParticipantId one = attached("gone-one");
    give(
        "ErasureCommands.erase",
        "ERASE_PARTICIPANT",
        COORDINATOR,
        as -> mentoring.erasure().erase(as, one, reason, today()));
    ParticipantId two = attached("gone-two");
    give(
        "ErasureCommands.eraseWithUnreadable",
        "ERASE_PARTICIPANT",
        COORDINATOR,
        as -> mentoring.erasure().eraseWithUnreadable(as, two, reason, today()));
  }

  private ParticipantId attached(String id) {
    ParticipantId person = person(id);
    fact(person, new Fact.Guardian(PARENT));
    fact(person, new Fact.AttachedTo(CENTRE, Code.of("CENTRE")));
    return person;
  }

  private LocalDate today() {
    return small.today();
  }

  private static Validity lately() {
    return Validity.from(SmallMentorships.TODAY.minusMonths(1));
  }

  private ParticipantId person(String id) {
    return give(
        "Mentoring.register",
        "REGISTER_PARTICIPANT",
        COORDINATOR,
        as ->
            mentoring.register(
                as,
                ParticipantId.of(id),
                ParticipantKind.PERSON,
                List.of(new ExternalReference("school", CANARY + id))));
  }

  private FactId fact(ParticipantId about, Fact fact) {
    return give(
        "Mentoring.record",
        "RECORD_FACT",
        COORDINATOR,
        as -> mentoring.record(as, about, fact, lately()));
  }

  private void mentee(ParticipantId id) {
    fact(id, new Fact.Guardian(PARENT));
    fact(
        id,
        new Fact.Consent(
            Fact.ConsentGiver.GUARDIAN, PARENT, SmallProgramme.CENTRE, Code.of("PARTICIPATION")));
    fact(id, new Fact.PersonName(CANARY + "-given", CANARY + "-family"));
    fact(id, new Fact.Birth(BORN));
    fact(id, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
    fact(id, new Fact.Trait(Attribute.MUNICIPALITY, TOWN));
    fact(id, new Fact.Interest(CANARY + "-interest"));
  }

  private void mentor(ParticipantId id) {
    fact(id, new Fact.PersonName(CANARY + "-given", CANARY + "-mentor"));
    fact(id, new Fact.Birth(BORN.minusYears(20)));
    fact(id, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF));
    fact(id, new Fact.Trait(Attribute.MUNICIPALITY, TOWN));
    fact(
        id, new Fact.Training(Fact.TrainingKind.INITIAL, null, 480, Fact.Mode.IN_PERSON, OPERATOR));
  }

  private void facts(ParticipantId oak) {
    FactId wrong = fact(oak, new Fact.Interest(CANARY + "-wrong"));
    FactId right =
        give(
            "Mentoring.correct",
            "CORRECT_FACT",
            COORDINATOR,
            as -> mentoring.correct(as, wrong, new Fact.Interest(CANARY), lately(), CANARY));
    give(
        "Mentoring.retract",
        "RETRACT_FACT",
        COORDINATOR,
        as -> mentoring.retract(as, right, CANARY));
    ParticipantId again = person("oak-again");
    FactId consent =
        fact(
            again,
            new Fact.Consent(
                Fact.ConsentGiver.SELF, null, SmallProgramme.CENTRE, Code.of("PARTICIPATION")));
    give(
        "Mentoring.withdrawConsent",
        "RECORD_FACT",
        COORDINATOR,
        as -> mentoring.withdrawConsent(as, consent, today()));
    give(
        "Mentoring.merge",
        "MERGE_PARTICIPANTS",
        COORDINATOR,
        as -> mentoring.merge(as, oak, again, CANARY));
  }

  private static PairKey paired(MatchProposal proposal, String mentee) {
    return proposal.result().pairs().stream()
        .map(ProposedPair::pair)
        .filter(pair -> pair.mentee().value().equals(mentee))
        .findFirst()
        .orElseThrow();
  }

  private MatchProposal proposals() {
    MatchProposal first =
        give(
            "Mentoring.propose",
            "PROPOSE_PAIRS",
            COORDINATOR,
            as -> mentoring.propose(as, PRACTICE, today(), Progress.NONE));
    PairKey pair = paired(first, "anna");
    MatchProposal locked =
        give(
            "Mentoring.lock",
            "LOCK_PAIR",
            COORDINATOR,
            as -> mentoring.lock(as, first, pair, CANARY));
    MatchProposal released =
        give(
            "Mentoring.release",
            "RELEASE_PAIR",
            COORDINATOR,
            as -> mentoring.release(as, locked, pair, CANARY));
    MatchProposal rejected =
        give(
            "Mentoring.reject",
            "REJECT_PAIR",
            COORDINATOR,
            as -> mentoring.reject(as, released, pair, CANARY));
    PairKey other = paired(rejected, "boris");
    ParticipantId third =
        Stream.of("oak", "elm", "ash")
            .map(ParticipantId::of)
            .filter(each -> !each.equals(other.mentor()))
            .filter(each -> !each.equals(paired(rejected, "anna").mentor()))
            .findFirst()
            .orElseThrow();
    MatchProposal replaced =
        give(
            "Mentoring.replace",
            "REPLACE_PAIR",
            COORDINATOR,
            as -> mentoring.replace(as, rejected, other, third, CANARY));
    give(
        "Mentoring.rematch",
        "PROPOSE_PAIRS",
        COORDINATOR,
        as -> mentoring.rematch(as, PRACTICE, today(), List.of(pair), Progress.NONE));
    return replaced;
  }

  private MentorSelectionEvent planned(MatchProposal proposal) {
    return give(
            "Mentoring.planEvents",
            "PLAN_EVENTS",
            COORDINATOR,
            as -> mentoring.planEvents(as, proposal, List.of(new EventDate(TOWN, today()))))
        .events()
        .get(0);
  }

  private MentorSelectionEvent events(MatchProposal proposal) {
    MentorSelectionEvent off = planned(proposal);
    give(
        "Mentoring.callOffEvent",
        "CALL_OFF_EVENT",
        COORDINATOR,
        as -> mentoring.callOffEvent(as, off, CANARY));
    MentorSelectionEvent event = planned(proposal);
    List<ParticipantId> mentors = List.copyOf(event.mentors().keySet());
    for (ParticipantId mentee : event.mentees()) {
      event = ranked(event, Ranking.strict(mentee, Position.MENTEE, List.of()));
    }
    for (ParticipantId mentor : mentors) {
      event = ranked(event, Ranking.strict(mentor, Position.MENTOR, List.of()));
    }
    MentorSelectionEvent last = event;
    return give(
        "Mentoring.closeEvent", "CLOSE_EVENT", COORDINATOR, as -> mentoring.closeEvent(as, last));
  }

  private MentorSelectionEvent ranked(MentorSelectionEvent event, Ranking ranking) {
    return give(
        "Mentoring.recordRanking",
        "RECORD_RANKING",
        COORDINATOR,
        as -> mentoring.recordRanking(as, event, ranking));
  }

  private void pairs(MatchProposal proposal, MentorSelectionEvent event) {
    MentorshipCommands commands = small.commands();
    give(
        "MentorshipCommands.assignPairs",
        "ASSIGN_PAIRS",
        COORDINATOR,
        as -> commands.assignPairs(as, event.id(), Arrangement.INDIVIDUAL, CENTRE, null, today()));
    give(
        "MentorshipCommands.assignPairs",
        "ASSIGN_PAIRS",
        COORDINATOR,
        as ->
            commands.assignPairs(as, proposal.id(), Arrangement.INDIVIDUAL, CENTRE, null, today()));
  }

  private MentorshipId assigned(String mentor, String mentee) {
    mentor(person(mentor));
    mentee(person(mentee));
    return give(
            "MentorshipCommands.assign",
            "ASSIGN_MENTORSHIP",
            COORDINATOR,
            as ->
                small
                    .commands()
                    .assign(
                        as,
                        NewMentorship.individual(
                                PRACTICE,
                                ParticipantId.of(mentor),
                                ParticipantId.of(mentee),
                                today())
                            .at(CENTRE)))
        .id();
  }

  private MentorshipId active(String mentor, String mentee) {
    MentorshipId id = assigned(mentor, mentee);
    agree(id, AS_MENTOR, mentor);
    agree(id, MENTEE, mentee);
    agree(id, GUARDIAN, mentee);
    step(small.mentorOf(id), id, "first-meeting");
    give(
        "MentorshipCommands.start",
        "START_MENTORSHIP",
        COORDINATOR,
        as -> small.commands().start(as, id, today()));
    return id;
  }

  private void agree(MentorshipId id, Code party, String forWhom) {
    give(
        "MentorshipCommands.agree",
        "AGREE_TO_MENTORSHIP",
        COORDINATOR,
        as -> small.commands().agree(as, id, party, ParticipantId.of(forWhom), today()));
  }

  private void step(Actor by, MentorshipId id, String step) {
    give(
        "MentorshipCommands.recordStep",
        "RECORD_STEP",
        by,
        as -> small.commands().recordStep(as, id, step, today()));
  }

  private void mentorships() {
    MentorshipCommands commands = small.commands();
    MentorshipId id = active("m-one", "c-one");
    give(
        "MentorshipCommands.pause",
        "PAUSE_MENTORSHIP",
        COORDINATOR,
        as -> commands.pause(as, id, CANARY, today()));
    give(
        "MentorshipCommands.resume",
        "RESUME_MENTORSHIP",
        COORDINATOR,
        as -> commands.resume(as, id, CANARY, today()));
    give(
        "MentorshipCommands.escalate",
        "ESCALATE_MENTORSHIP",
        COORDINATOR,
        as -> commands.escalate(as, id, "warning", CANARY, today()));
    give(
        "MentorshipCommands.moveTo",
        "MOVE_TO_VERSION",
        COORDINATOR,
        as -> commands.moveTo(as, id, Version.parse("0.9.0"), CANARY, today()));
    step(COORDINATOR, id, "support");
    step(COORDINATOR, id, "monitoring");
    give(
        "MentorshipCommands.beginClosing",
        "BEGIN_CLOSING",
        COORDINATOR,
        as -> commands.beginClosing(as, id, today()));
    give(
        "MentorshipCommands.complete",
        "COMPLETE_MENTORSHIP",
        COORDINATOR,
        as -> commands.complete(as, id, today()));
    give(
        "MentorshipCommands.beginFollowUp",
        "BEGIN_FOLLOW_UP",
        COORDINATOR,
        as -> commands.beginFollowUp(as, id, today()));
    small.days(40);
    activities(id);
    give(
        "MentorshipCommands.endFollowUp",
        "END_FOLLOW_UP",
        COORDINATOR,
        as -> commands.endFollowUp(as, id, today()));
    MentorshipId second = active("m-two", "c-two");
    give(
        "MentorshipCommands.endEarly",
        "END_MENTORSHIP_EARLY",
        COORDINATOR,
        as -> commands.endEarly(as, second, MOVED, MENTEE, CANARY, today()));
    leaving();
    MentorshipId third = assigned("m-three", "c-three");
    give(
        "MentorshipCommands.withdraw",
        "WITHDRAW_MENTORSHIP",
        COORDINATOR,
        as -> commands.withdraw(as, third, CANARY, today()));
    MentorshipId fourth = active("m-four", "c-four");
    give(
        "MentorshipCommands.rematch",
        "REMATCH",
        HEAD,
        as -> commands.rematch(as, fourth, GUARDIAN, null, CANARY, today()));
  }

  private void leaving() {
    MentorshipCommands commands = small.commands();
    ParticipantId mentor = person("m-six");
    mentor(mentor);
    fact(mentor, new Fact.MentoringCapacity(2));
    fact(
        mentor,
        new Fact.Training(
            Fact.TrainingKind.INITIAL,
            Code.of("GROUP_MENTORING"),
            60,
            Fact.Mode.IN_PERSON,
            OPERATOR));
    mentee(person("c-six"));
    mentee(person("c-seven"));
    NewMentorship group =
        new NewMentorship(
            PRACTICE,
            Arrangement.GROUP,
            new TreeSet<>(Set.of(mentor)),
            new TreeSet<>(Set.of(ParticipantId.of("c-six"), ParticipantId.of("c-seven"))),
            CENTRE,
            null,
            null,
            today());
    MentorshipId id =
        give(
                "MentorshipCommands.assign",
                "ASSIGN_MENTORSHIP",
                COORDINATOR,
                as -> commands.assign(as, group))
            .id();
    agree(id, AS_MENTOR, "m-six");
    for (String mentee : List.of("c-six", "c-seven")) {
      agree(id, MENTEE, mentee);
      agree(id, GUARDIAN, mentee);
    }
    step(small.mentorOf(id), id, "first-meeting");
    give(
        "MentorshipCommands.start",
        "START_MENTORSHIP",
        COORDINATOR,
        as -> commands.start(as, id, today()));
    give(
        "MentorshipCommands.leave",
        "LEAVE_MENTORSHIP",
        COORDINATOR,
        as -> commands.leave(as, id, ParticipantId.of("c-six"), MOVED, MENTEE, CANARY, today()));
  }

  private void activities(MentorshipId id) {
    Function<Actor, Outcome<ActivityId>> report =
        as ->
            mentoring
                .activities()
                .record(
                    as,
                    Code.of("FOLLOW_UP_REPORT"),
                    About.mentorship(id),
                    today(),
                    new Happened.Entry(null, new TreeSet<>(), 1),
                    NOTE);
    ActivityId wrong = give("ActivityCommands.record", "RECORD_ACTIVITY", COORDINATOR, report);
    give(
        "ActivityCommands.retract",
        "RETRACT_ACTIVITY",
        COORDINATOR,
        as -> mentoring.activities().retract(as, wrong, CANARY));
    give("ActivityCommands.record", "RECORD_ACTIVITY", COORDINATOR, report);
  }

  private void incidents() {
    Actor head = SmallIncidents.HEAD;
    MentorshipId id = active("m-five", "c-five");
    IncidentCommands commands = mentoring.incidents();
    IncidentId incident =
        give(
            "IncidentCommands.report",
            "REPORT_INCIDENT",
            COORDINATOR,
            as ->
                commands.report(
                    as,
                    new NewIncident(
                        SmallIncidents.CHILD,
                        id,
                        new TreeSet<>(Set.of(ParticipantId.of("c-five"))),
                        today(),
                        NOTE)));
    give(
        "IncidentCommands.entrust",
        "ENTRUST_INCIDENT",
        COORDINATOR,
        as -> commands.entrust(as, incident, head, today()));
    give(
        "IncidentCommands.takeStep",
        "TAKE_INCIDENT_STEP",
        head,
        as -> commands.takeStep(as, incident, "child-safe", today()));
    give(
        "IncidentCommands.escalate",
        "ESCALATE_INCIDENT",
        head,
        as -> commands.escalate(as, incident, NOTE, today()));
    Resolution resolution =
        Resolution.of(NOTE).leavingOut("talked", NOTE).leavingOut("written-up", NOTE);
    give(
        "IncidentCommands.close",
        "CLOSE_INCIDENT",
        head,
        as -> commands.close(as, incident, resolution, today()));
  }

  private void waivers(ParticipantId mentor) {
    WaiverCommands commands = mentoring.waivers();
    WaiverId waiver =
        give(
            "WaiverCommands.waive",
            "WAIVE",
            AUTHORITY,
            as ->
                commands.waive(
                    as, "mentor-training", mentor, null, CANARY, today(), today().plusDays(10)));
    give(
        "WaiverCommands.revoke",
        "REVOKE_WAIVER",
        AUTHORITY,
        as -> commands.revoke(as, waiver, CANARY));
  }
}
