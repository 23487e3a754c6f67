package org.mentoring.json.happening;

import static org.mentoring.json.happening.Field.may;
import static org.mentoring.json.happening.Field.need;
import static org.mentoring.json.happening.Field.needAll;

import java.util.List;
import org.mentoring.MentorshipCommands;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.MentorshipId;
import org.mentoring.json.happening.Field.Form;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.programme.Arrangement;

/** The life of a mentorship. */
final class MentorshipVerbs {
  private static final Field MENTORSHIP = need("mentorship", Thing.MENTORSHIP);
  private static final Field REASON = need("reason", Form.REASON);

  private MentorshipVerbs() {}

  static List<Verb> all() {
    return List.of(
        Verb.naming(
            Thing.MENTORSHIP,
            "assign",
            MentorshipVerbs::assign,
            need("practice", Form.PRACTICE),
            may("arrangement", Arrangement.class),
            needAll("mentors", Thing.PARTICIPANT),
            needAll("mentees", Thing.PARTICIPANT),
            may("centre", Thing.PARTICIPANT),
            may("model", Form.PART),
            may("continues", Thing.MENTORSHIP),
            may("reason", Form.REASON)),
        of(
            "agree",
            (given, life, id) ->
                life.agree(
                    given.by(), id, given.code("party"), given.participant("who"), given.on()),
            need("party", Form.CODE),
            need("who", Thing.PARTICIPANT)),
        of("start", (given, life, id) -> life.start(given.by(), id, given.on())),
        of(
            "step",
            (given, life, id) -> life.recordStep(given.by(), id, given.text("step"), given.on()),
            need("step", Form.PART)),
        of(
            "pause",
            (given, life, id) -> life.pause(given.by(), id, given.text("reason"), given.on()),
            REASON),
        of(
            "resume",
            (given, life, id) -> life.resume(given.by(), id, given.text("reason"), given.on()),
            REASON),
        of(
            "escalate",
            (given, life, id) ->
                life.escalate(given.by(), id, given.text("rung"), given.text("reason"), given.on()),
            need("rung", Form.PART),
            REASON),
        of(
            "rematch",
            (given, life, id) ->
                life.rematch(
                    given.by(),
                    id,
                    given.code("asked-by"),
                    given.findParticipant("who"),
                    given.text("reason"),
                    given.on()),
            need("asked-by", Form.CODE),
            may("who", Thing.PARTICIPANT),
            REASON),
        of(
            "withdraw",
            (given, life, id) -> life.withdraw(given.by(), id, given.text("reason"), given.on()),
            REASON),
        of(
            "end-early",
            (given, life, id) ->
                life.endEarly(
                    given.by(),
                    id,
                    given.code("cause"),
                    given.code("asked-by"),
                    given.text("reason"),
                    given.on()),
            need("cause", Form.CODE),
            need("asked-by", Form.CODE),
            REASON),
        of(
            "leave",
            (given, life, id) ->
                life.leave(
                    given.by(),
                    id,
                    given.participant("who"),
                    given.code("cause"),
                    given.code("asked-by"),
                    given.text("reason"),
                    given.on()),
            need("who", Thing.PARTICIPANT),
            need("cause", Form.CODE),
            need("asked-by", Form.CODE),
            REASON),
        of("begin-closing", (given, life, id) -> life.beginClosing(given.by(), id, given.on())),
        of("complete", (given, life, id) -> life.complete(given.by(), id, given.on())),
        of("begin-follow-up", (given, life, id) -> life.beginFollowUp(given.by(), id, given.on())),
        of("end-follow-up", (given, life, id) -> life.endFollowUp(given.by(), id, given.on())));
  }

  /** A command about one mentorship. */
  private interface Life {
    Outcome<Mentorship> command(Given given, MentorshipCommands life, MentorshipId id);
  }

  private static Verb of(String name, Life command, Field... fields) {
    Field[] all = new Field[fields.length + 1];
    all[0] = MENTORSHIP;
    System.arraycopy(fields, 0, all, 1, fields.length);
    return Verb.of(
        name,
        given -> {
          MentorshipId id = given.id("mentorship", MentorshipId.class);
          return Answer.of(command.command(given, given.mentoring().mentorships(), id), id);
        },
        all);
  }

  private static Answer assign(Given given) {
    String practice = given.text("practice");
    // A practice that the programme lacks is for the command to tell.
    Arrangement usual =
        given
            .mentoring()
            .definition()
            .practice(practice)
            .map(each -> each.arrangements().first())
            .orElse(Arrangement.INDIVIDUAL);
    Outcome<Mentorship> assigned =
        given
            .mentoring()
            .mentorships()
            .assign(
                given.by(),
                new NewMentorship(
                    practice,
                    given.constant("arrangement", Arrangement.class, usual),
                    given.participants("mentors"),
                    given.participants("mentees"),
                    given.findParticipant("centre"),
                    given.find("model", String.class),
                    given.findId("continues", MentorshipId.class),
                    given.on(),
                    given.find("reason", String.class)));
    return assigned
        .accepted()
        .map(mentorship -> Answer.of(assigned, mentorship.particulars().id()))
        .orElseGet(() -> Answer.of(assigned));
  }
}
