package org.mentoring.json.happening;

import static org.mentoring.json.happening.Field.may;
import static org.mentoring.json.happening.Field.mayAll;
import static org.mentoring.json.happening.Field.need;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.happening.Field.Form;
import org.mentoring.participant.Fact;
import org.mentoring.programme.ActivityTerms.Shape;

/** What people do: plans, reports, meetings, events and everything else that is kept on record. */
final class ActivityVerbs {
  private static final Field MENTORSHIP = need("mentorship", Thing.MENTORSHIP);
  private static final Field MAYBE_MENTORSHIP = may("mentorship", Thing.MENTORSHIP);
  private static final Field ABOUT = may("about", Thing.PARTICIPANT);
  private static final Field KIND = need("kind", Form.CODE);

  private ActivityVerbs() {}

  static List<Verb> all() {
    return List.of(
        of(
            "plan",
            Shape.MONTHLY_PLAN,
            ActivityVerbs::plan,
            MENTORSHIP,
            may("month", Form.MONTH),
            need("events", Form.CODES)),
        of(
            "report",
            Shape.REPORT,
            ActivityVerbs::report,
            MENTORSHIP,
            need("done", Form.NOTE),
            may("successes", Form.NOTE),
            may("difficulties", Form.NOTE)),
        of(
            "meeting",
            Shape.MEETING,
            ActivityVerbs::meeting,
            MENTORSHIP,
            may("outcome", Happened.MeetingOutcome.class),
            may("mode", Fact.Mode.class),
            may("minutes", Form.MINUTES)),
        of(
            "check-in",
            Shape.CHECK_IN,
            ActivityVerbs::checkIn,
            MENTORSHIP,
            need("with", Form.CODES),
            may("topics", Form.CODES),
            may("concern", Form.TRUTH)),
        of(
            "event",
            Shape.EVENT,
            ActivityVerbs::event,
            KIND,
            MAYBE_MENTORSHIP,
            ABOUT,
            may("mode", Fact.Mode.class),
            mayAll("attended", Thing.PARTICIPANT),
            mayAll("joint-with", Thing.PARTICIPANT),
            may("item", Form.PART)),
        of(
            "refer",
            Shape.SERVICE_REFERRAL,
            given -> new Happened.ServiceReferral(given.participant("partner")),
            MAYBE_MENTORSHIP,
            ABOUT,
            need("partner", Thing.PARTICIPANT)),
        of(
            "part",
            Shape.PART,
            given -> new Happened.PartGiven(given.code("party"), given.findParticipant("of")),
            KIND,
            MENTORSHIP,
            need("party", Form.CODE),
            may("of", Thing.PARTICIPANT)),
        of(
            "entry",
            Shape.ENTRY,
            ActivityVerbs::entry,
            KIND,
            MAYBE_MENTORSHIP,
            ABOUT,
            may("item", Form.PART),
            mayAll("concerns", Thing.PARTICIPANT),
            may("number", Form.NUMBER)),
        Verb.of(
            "retract-activity",
            given ->
                Answer.of(
                    given
                        .mentoring()
                        .activities()
                        .retract(
                            given.by(),
                            given.id("activity", ActivityId.class),
                            given.text("reason"))),
            need("activity", Thing.ACTIVITY),
            need("reason", Form.REASON)));
  }

  private static Verb of(
      String name, Shape shape, Function<Given, Happened> happened, Field... own) {
    boolean asksKind = Arrays.asList(own).contains(KIND);
    Stream<Field> further =
        asksKind
            ? Stream.of(may("note", Form.NOTE))
            : Stream.of(may("kind", Form.CODE), may("note", Form.NOTE));
    return Verb.naming(
        Thing.ACTIVITY,
        name,
        given ->
            Answer.of(
                given
                    .mentoring()
                    .activities()
                    .record(
                        given.by(),
                        kind(given, shape),
                        about(given),
                        given.on(),
                        happened.apply(given),
                        given.findNote("note"))),
        Stream.concat(Arrays.stream(own), further).toArray(Field[]::new));
  }

  /** The kind that the file tells, or else the only one of this shape that the actor may record. */
  private static Code kind(Given given, Shape shape) {
    Code told = given.find("kind", Code.class);
    if (told != null) {
      return told;
    }
    List<Code> kinds =
        given.mentoring().definition().activities().stream()
            .filter(terms -> terms.shape() == shape)
            .filter(terms -> terms.by().isEmpty() || terms.by().contains(given.by().capacity()))
            .map(terms -> terms.kind())
            .toList();
    // Where there are none or several, the command refuses the shape's own name with the others.
    return kinds.size() == 1 ? kinds.get(0) : Code.of(shape.name());
  }

  private static About about(Given given) {
    MentorshipId mentorship = given.findId("mentorship", MentorshipId.class);
    if (mentorship != null) {
      return About.mentorship(mentorship);
    }
    ParticipantId participant = given.findParticipant("about");
    return participant == null ? About.programme() : About.participant(participant);
  }

  private static Happened plan(Given given) {
    YearMonth month = given.find("month", YearMonth.class);
    return new Happened.MonthlyPlan(
        month == null ? YearMonth.from(given.on()).plusMonths(1) : month,
        List.copyOf(given.codes("events")));
  }

  private static Happened report(Given given) {
    return new Happened.MentorReport(
        given.note("done"), given.findNote("successes"), given.findNote("difficulties"));
  }

  private static Happened meeting(Given given) {
    Happened.MeetingOutcome outcome =
        given.constant("outcome", Happened.MeetingOutcome.class, Happened.MeetingOutcome.HELD);
    if (outcome != Happened.MeetingOutcome.HELD) {
      return Happened.Meeting.notHeld(outcome);
    }
    Long minutes = given.find("minutes", Long.class);
    return Happened.Meeting.held(
        given.constant("mode", Fact.Mode.class, Fact.Mode.IN_PERSON),
        minutes == null ? 0 : Math.toIntExact(minutes));
  }

  private static Happened checkIn(Given given) {
    return new Happened.CheckIn(
        given.codes("with"),
        given.codes("topics"),
        Boolean.TRUE.equals(given.find("concern", Boolean.class)));
  }

  private static Happened event(Given given) {
    return new Happened.EventHeld(
        given.constant("mode", Fact.Mode.class, Fact.Mode.IN_PERSON),
        given.participants("attended"),
        given.participants("joint-with"),
        given.find("item", String.class));
  }

  private static Happened entry(Given given) {
    Long number = given.find("number", Long.class);
    return new Happened.Entry(
        given.find("item", String.class),
        given.participants("concerns"),
        number == null ? 1 : number);
  }
}
