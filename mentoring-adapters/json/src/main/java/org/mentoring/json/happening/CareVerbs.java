package org.mentoring.json.happening;

import static org.mentoring.json.happening.Field.may;
import static org.mentoring.json.happening.Field.mayAll;
import static org.mentoring.json.happening.Field.need;

import java.time.LocalDate;
import java.util.List;
import org.mentoring.identity.IncidentId;
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
            given -> Answer.of(Verbs.notYet()),
            need("kind", Form.CODE),
            may("mentorship", Thing.MENTORSHIP),
            mayAll("concerns", Thing.PARTICIPANT),
            need("what", Form.NOTE)),
        Verb.of(
            "entrust-incident",
            given -> Answer.of(Verbs.notYet(), id(given)),
            INCIDENT,
            need("to", Form.ACTOR)),
        Verb.of(
            "incident-step",
            given -> Answer.of(Verbs.notYet(), id(given)),
            INCIDENT,
            need("step", Form.PART)),
        Verb.of("escalate-incident", given -> Answer.of(Verbs.notYet(), id(given)), INCIDENT),
        Verb.of(
            "close-incident",
            given -> Answer.of(Verbs.notYet(), id(given)),
            INCIDENT,
            need("outcome", Form.NOTE)),
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
            given -> Answer.of(Verbs.notYet()),
            need("waiver", Thing.WAIVER),
            need("reason", Form.REASON)));
  }

  private static IncidentId id(Given given) {
    return given.id("incident", IncidentId.class);
  }

  private static Answer waive(Given given) {
    LocalDate from = given.find("from", LocalDate.class);
    return Answer.of(Verbs.notYet());
  }
}
