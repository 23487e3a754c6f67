package org.mentoring.json.happening;

import static org.mentoring.json.happening.Field.may;
import static org.mentoring.json.happening.Field.mayAll;
import static org.mentoring.json.happening.Field.need;

import java.time.LocalDate;
import java.util.List;
import org.mentoring.IncidentCommands;
import org.mentoring.activity.Note;
import org.mentoring.identity.Actor;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.WaiverId;
import org.mentoring.incident.NewIncident;
import org.mentoring.incident.Resolution;
import org.mentoring.json.happening.Field.Form;

/** Incidents, and requirements that an authority waives. */
final class CareVerbs {
  private static final Field INCIDENT = need("incident", Thing.INCIDENT);

  private CareVerbs() {}

  static List<Verb> all() {
    return List.of(
        Verb.naming(
            Thing.INCIDENT,
            "incident",
            given ->
                Answer.of(
                    given
                        .mentoring()
                        .incidents()
                        .report(
                            given.by(),
                            new NewIncident(
                                given.code("kind"),
                                given.findId("mentorship", MentorshipId.class),
                                given.participants("concerns"),
                                given.on(),
                                given.note("what")))),
            need("kind", Form.CODE),
            may("mentorship", Thing.MENTORSHIP),
            mayAll("concerns", Thing.PARTICIPANT),
            need("what", Form.NOTE)),
        Verb.of(
            "entrust-incident",
            given ->
                Answer.of(
                    given
                        .mentoring()
                        .incidents()
                        .entrust(given.by(), id(given), given.value("to", Actor.class), given.on()),
                    id(given)),
            INCIDENT,
            need("to", Form.ACTOR)),
        Verb.of(
            "incident-step",
            given ->
                Answer.of(
                    given
                        .mentoring()
                        .incidents()
                        .takeStep(given.by(), id(given), given.text("step"), given.on()),
                    id(given)),
            INCIDENT,
            need("step", Form.PART)),
        Verb.of("escalate-incident", CareVerbs::escalate, INCIDENT, may("reason", Form.NOTE)),
        Verb.of(
            "close-incident",
            given ->
                Answer.of(
                    given
                        .mentoring()
                        .incidents()
                        .close(given.by(), id(given), resolution(given), given.on()),
                    id(given)),
            INCIDENT,
            need("outcome", Form.NOTE),
            may("left-out", Form.LEFT_OUT),
            may("effect-left-out", Form.NOTE)),
        Verb.naming(
            Thing.WAIVER,
            "waive",
            CareVerbs::waive,
            need("requirement", Form.PART),
            may("who", Thing.PARTICIPANT),
            may("mentorship", Thing.MENTORSHIP),
            need("reason", Form.REASON),
            may("from", Form.DAY),
            need("until", Form.DAY)),
        Verb.of(
            "revoke-waiver",
            given ->
                Answer.of(
                    given
                        .mentoring()
                        .waivers()
                        .revoke(
                            given.by(), given.id("waiver", WaiverId.class), given.text("reason"))),
            need("waiver", Thing.WAIVER),
            need("reason", Form.REASON)));
  }

  private static Answer escalate(Given given) {
    IncidentCommands incidents = given.mentoring().incidents();
    Note reason = given.findNote("reason");
    return Answer.of(
        reason == null
            ? incidents.escalate(given.by(), id(given), given.on())
            : incidents.escalate(given.by(), id(given), reason, given.on()),
        id(given));
  }

  private static IncidentId id(Given given) {
    return given.id("incident", IncidentId.class);
  }

  private static Resolution resolution(Given given) {
    return new Resolution(
        given.note("outcome"), given.notes("left-out"), given.findNote("effect-left-out"));
  }

  private static Answer waive(Given given) {
    LocalDate from = given.find("from", LocalDate.class);
    return Answer.of(
        given
            .mentoring()
            .waivers()
            .waive(
                given.by(),
                given.text("requirement"),
                given.findParticipant("who"),
                given.findId("mentorship", MentorshipId.class),
                given.text("reason"),
                from == null ? given.on() : from,
                given.day("until")));
  }
}
