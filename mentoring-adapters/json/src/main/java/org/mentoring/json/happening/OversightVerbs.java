package org.mentoring.json.happening;

import static org.mentoring.json.happening.Field.may;
import static org.mentoring.json.happening.Field.need;

import java.util.List;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.happening.Field.Form;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;

/** What a file asks on a day, and what it says that the answer is. */
final class OversightVerbs {
  private static final Field MENTORSHIP = need("mentorship", Thing.MENTORSHIP);
  private static final String COUNT = "count";
  private static final String FINDINGS = "findings";

  private OversightVerbs() {}

  static List<Verb> all() {
    return List.of(
        Verb.of(
            "completion",
            given ->
                Expected.of(
                    given, given.mentoring().oversight().completion(mentorship(given), given.on())),
            Expected.with(MENTORSHIP)),
        Verb.of("risks", OversightVerbs::risks, MENTORSHIP, may(FINDINGS, Form.FINDINGS)),
        Verb.of(
            "obligations",
            OversightVerbs::obligations,
            may("mentorship", Thing.MENTORSHIP),
            may("who", Thing.PARTICIPANT),
            may("what", Form.CODE),
            may("state", ObligationState.class),
            may(COUNT, Form.NUMBER)));
  }

  private static MentorshipId mentorship(Given given) {
    return given.id("mentorship", MentorshipId.class);
  }

  private static Answer risks(Given given) {
    List<Finding> found = given.mentoring().oversight().risks(mentorship(given), given.on());
    return new Answer.Found(found, Expected.findings(given, found));
  }

  /** Those of a mentorship or of a participant; of both where the file names both. */
  private static Answer obligations(Given given) {
    List<Obligation> all = new java.util.ArrayList<>();
    MentorshipId mentorship = given.findId("mentorship", MentorshipId.class);
    if (mentorship != null) {
      all.addAll(given.mentoring().oversight().obligations(mentorship, given.on()));
    }
    ParticipantId who = given.findParticipant("who");
    if (who != null) {
      all.addAll(given.mentoring().oversight().obligationsOf(who, given.on()));
    }
    Code what = given.find("what", Code.class);
    List<Finding> found =
        all.stream()
            .filter(each -> what == null || each.window().cadence().due().equals(what))
            .filter(
                each ->
                    !given.has("state")
                        || each.state() == given.constant("state", ObligationState.class))
            .map(each -> each.finding(given.on()))
            .toList();
    return new Answer.Found(found, Expected.count(given, found));
  }
}
