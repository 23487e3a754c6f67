package org.mentoring;

import static org.mentoring.SmallProgramme.COORDINATOR;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.mentoring.activity.Note;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.NewIncident;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Fact.ConsentGiver;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.WaiverTerms;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/**
 * Tyumen with its centres {@code centre-1} and {@code neighbour}, a centre of another town, one
 * that ran pairs here before, a school and the commissions; and children: of the first centre one
 * in a pair, one that was only brought in, one of these whose town nobody told, and one whose last
 * pair is over; and one that its family brought, with its town.
 */
final class SmallTown {
  static final Code COMMISSION = Code.of("JUVENILE_AFFAIRS_COMMISSION");
  static final Code OPERATING = Code.of("REGIONAL_OPERATOR");
  static final Code SPECIALIST = Code.of("SPECIALIST");
  static final Code ROUTE_STEP = Code.of("ROUTE_STEP");
  static final Code AS_CENTRE = Code.of("CENTRE");
  static final Actor OPERATOR = new Actor("o-1", OPERATING, "operator-1");
  static final Actor BEFORE = Actor.coordinator("b-1", "before");
  private static final Actor COMMISSIONER = new Actor("k-1", COMMISSION, "commission-of-Tyumen");
  private static final Actor MOTHER = new Actor("mother", SmallMentorships.GUARDIAN, "home");
  private static final String TYUMEN = "Tyumen";
  private static final String TOBOLSK = "Tobolsk";
  private static final LocalizedText TITLE = new LocalizedText("Title", "Название");

  final SmallMentorships small = new SmallMentorships(definition());
  final Mentoring mentoring = small.mentoring;
  final ParticipantId mother = small.programme.person("mother");
  final ParticipantId friend = small.programme.person("friend");
  final ParticipantId oak = small.mentor("oak");
  final ParticipantId fir = small.mentor("fir");
  final ParticipantId paired = ParticipantId.of("paired");
  final ParticipantId brought = ParticipantId.of("brought");
  final ParticipantId over = ParticipantId.of("over");
  final ParticipantId townless = ParticipantId.of("townless");
  final ParticipantId familys = ParticipantId.of("familys");
  final ParticipantId fresh;
  final MentorshipId pair;
  private final Map<ParticipantId, FactId> consents = new HashMap<>();
  private final Map<ParticipantId, FactId> exclusions = new HashMap<>();

  SmallTown() {
    organisation("centre-1", TYUMEN, true);
    organisation("neighbour", TYUMEN, true);
    organisation("before", TOBOLSK, true);
    organisation("elsewhere", TOBOLSK, true);
    organisation("school-4", TYUMEN, false);
    organisation("commission-of-Tyumen", TYUMEN, false);
    organisation("commission-of-Tobolsk", TOBOLSK, false);
    ParticipantId ofRegion = registered("commission-of-region", ParticipantKind.ORGANISATION);
    tells(OPERATOR, ofRegion, new Fact.Trait(Attribute.ORGANISATION, "Commission"));
    fresh = registered("fresh", ParticipantKind.ORGANISATION);
    ParticipantId elm = small.mentor("elm");
    small.programme.later();
    for (ParticipantId each : List.of(paired, brought, over)) {
      small.mentee(each.value());
      small.programme.later();
      tells(COORDINATOR, each, new Fact.Guardian(mother));
      consents.put(each, small.consent(each));
    }
    for (ParticipantId each : List.of(paired, over)) {
      ended(elm, each, BEFORE);
    }
    ended(oak, over, COORDINATOR);
    pair = begun();
    for (ParticipantId each : List.of(paired, brought, over)) {
      applied(twin(each), COORDINATOR);
    }
    for (ParticipantId each : List.of(townless, twin(townless))) {
      applied(each, COORDINATOR);
    }
    tells(COORDINATOR, townless, new Fact.Guardian(mother));
    consents.put(townless, small.consent(townless));
    for (ParticipantId each : List.of(familys, twin(familys))) {
      applied(each, MOTHER);
      tells(MOTHER, each, new Fact.Trait(Attribute.MUNICIPALITY, TYUMEN));
      small.programme.later();
    }
    tells(COMMISSIONER, familys, new Fact.Guardian(mother));
    consents.put(familys, tells(MOTHER, familys, consentOfGuardian()));
    for (ParticipantId each : List.of(paired, brought, over, townless, familys)) {
      exclusions.put(each, tells(COORDINATOR, each, new Fact.Exclusion(elm)));
    }
    small.programme.later();
  }

  private void applied(ParticipantId child, Actor by) {
    registered(child.value(), ParticipantKind.PERSON);
    tells(by, child, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
    small.programme.later();
  }

  /** The same child, registered once more. */
  static ParticipantId twin(ParticipantId child) {
    return ParticipantId.of(child.value() + "-twin");
  }

  FactId consent(ParticipantId child) {
    return Objects.requireNonNull(consents.get(child));
  }

  FactId exclusion(ParticipantId child) {
    return Objects.requireNonNull(exclusions.get(child));
  }

  static Fact certificate() {
    return new Fact.ClearanceCertificate(
        Code.of("CRIMINAL_RECORD"), SmallProgramme.TODAY.minusDays(3), Fact.Outcome.POSITIVE);
  }

  static Fact decision(Fact.Outcome outcome) {
    return new Fact.AuthorityDecision(COMMISSION, Code.of("PARTICIPATION"), outcome);
  }

  static Fact consentOfGuardian() {
    return new Fact.Consent(
        ConsentGiver.GUARDIAN, null, SmallProgramme.CENTRE, Code.of("PARTICIPATION"));
  }

  /** What bars a child, told by the commission of its town. */
  void refuses(ParticipantId child) {
    tells(COMMISSIONER, child, decision(Fact.Outcome.NEGATIVE));
  }

  /** A crisis of a child, told by an office that handles none. */
  IncidentId reported(ParticipantId child) {
    return reports(new Actor("p-9", SPECIALIST, "school-9"), child).orElseThrow();
  }

  Outcome<IncidentId> reports(Actor by, ParticipantId child) {
    return mentoring
        .incidents()
        .report(
            by,
            new NewIncident(
                SmallIncidents.CHILD,
                null,
                new TreeSet<>(Set.of(child)),
                small.today(),
                Note.of("what happened")));
  }

  Outcome<FactId> records(Actor by, ParticipantId about, Fact fact) {
    return mentoring.record(by, about, fact, Validity.from(small.today()));
  }

  private FactId tells(Actor by, ParticipantId about, Fact fact) {
    return mentoring
        .record(by, about, fact, Validity.from(small.today().minusMonths(1)))
        .orElseThrow();
  }

  private ParticipantId registered(String id, ParticipantKind kind) {
    return mentoring.register(COORDINATOR, ParticipantId.of(id), kind, List.of()).orElseThrow();
  }

  private void organisation(String id, String town, boolean centre) {
    ParticipantId organisation = registered(id, ParticipantKind.ORGANISATION);
    tells(OPERATOR, organisation, new Fact.Trait(Attribute.MUNICIPALITY, town));
    if (centre) {
      tells(OPERATOR, organisation, new Fact.PositionHeld(Position.CENTRE, null));
    }
  }

  /** A pair that the actor's centre ran, and that is over. */
  private void ended(ParticipantId mentor, ParticipantId child, Actor by) {
    ParticipantId centre = ParticipantId.of(by.organisation());
    mentoring
        .record(
            OPERATOR,
            child,
            new Fact.AttachedTo(centre, AS_CENTRE),
            Validity.between(small.today(), small.today().plusDays(1)))
        .orElseThrow();
    MentorshipId id =
        small.commands().assign(by, small.terms(mentor, child).at(centre)).orElseThrow().id();
    small.commands().withdraw(by, id, "why", small.today()).orElseThrow();
    small.days(2);
  }

  private MentorshipId begun() {
    ParticipantId centre = ParticipantId.of(COORDINATOR.organisation());
    records(OPERATOR, paired, new Fact.AttachedTo(centre, AS_CENTRE)).orElseThrow();
    MentorshipId id =
        small
            .commands()
            .assign(COORDINATOR, small.terms(oak, paired).at(centre))
            .orElseThrow()
            .id();
    small.agree(id, SmallMentorships.AS_MENTOR, oak).orElseThrow();
    small.agree(id, SmallMentorships.MENTEE, paired).orElseThrow();
    small.agree(id, SmallMentorships.GUARDIAN, paired).orElseThrow();
    small.step(SmallMentorships.MENTOR, id, "first-meeting").orElseThrow();
    small.commands().start(COORDINATOR, id, small.today()).orElseThrow();
    return id;
  }

  /** Every office of this town waives, and all that handle incidents read them. */
  private static ProgrammeDefinition definition() {
    ProgrammeDefinition small = SmallIncidents.definition();
    List<ActivityTerms> activities = new ArrayList<>(small.activities());
    activities.add(
        new ActivityTerms(
            ROUTE_STEP,
            ActivityTerms.Shape.ENTRY,
            ActivityTerms.About.PARTICIPANT,
            new TreeSet<>(),
            null,
            null,
            null,
            false,
            TITLE,
            Citation.CHOICE));
    List<IncidentProcedure> procedures = new ArrayList<>();
    for (IncidentProcedure each : small.incidents()) {
      TreeSet<Code> readers = new TreeSet<>(each.readers());
      readers.add(OPERATING);
      procedures.add(
          new IncidentProcedure(
              each.id(),
              each.kinds(),
              each.responsible(),
              each.within(),
              each.steps(),
              readers,
              each.effect(),
              each.escalatesTo(),
              each.title(),
              each.citation()));
    }
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
        activities,
        procedures,
        small.calendars(),
        new WaiverTerms(
            new TreeSet<>(Set.of(COORDINATOR.capacity(), COMMISSION, OPERATING, SPECIALIST)),
            new TreeSet<>(Set.of("consent")),
            null,
            Citation.CHOICE),
        small.privacy());
  }
}
