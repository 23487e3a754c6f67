package org.mentoring.year;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mentoring.Mentoring;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Renderer;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.NewIncident;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;

/**
 * A year of one mentorship in the Tyumen programme, command by command, as a portal would give
 * them. The guide beside this module shows it piece by piece.
 */
public final class YearOfAMentorship implements AutoCloseable {
  private static final Code MENTOR = Code.of("MENTOR");
  private static final Code MENTEE = Code.of("MENTEE");
  private static final Code GUARDIAN = Code.of("GUARDIAN");

  private final Renderer renderer;
  private final DayByDay clock;
  private final Mentoring mentoring;
  private final PrintStream out;

  private final Actor centre = new Actor("c-1", Code.of("MENTORING_CENTRE"), "ishim");
  private final Actor head = new Actor("h-1", Code.of("CENTRE_HEAD"), "ishim");
  private final Actor operator = new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator");
  private final Actor commission =
      new Actor("s-1", Code.of("JUVENILE_AFFAIRS_COMMISSION"), "commission-ishim");
  private final Actor mentor = new Actor("oak", MENTOR, "ishim");
  private final ParticipantId ishim = ParticipantId.of("ishim");
  private final ParticipantId child = ParticipantId.of("starling");
  private final ParticipantId oak = ParticipantId.of("oak");

  private YearOfAMentorship(Language language, PrintStream out) {
    this.out = out;
    // open
    ProgrammeDefinition definition = BuiltInProgrammes.read("tyumen-2020");
    clock = new DayByDay(definition.zone(), LocalDate.of(2020, 9, 1));
    mentoring =
        Mentoring.of(definition).clock(clock).identifiers(new SequentialIdentifiers()).build();
    // end
    renderer = mentoring.renderer(language, Audience.COORDINATOR);
  }

  /** Tells the year in English, or in Russian if the first argument is {@code ru}. */
  public static void main(String[] arguments) {
    Language language =
        arguments.length > 0 && arguments[0].equals("ru") ? Language.RU : Language.EN;
    tell(language, new PrintStream(System.out, true, StandardCharsets.UTF_8));
  }

  /** Tells the year. */
  static void tell(Language language, PrintStream out) {
    try (YearOfAMentorship year = new YearOfAMentorship(language, out)) {
      year.whoMayTakePart();
      MentorshipId pair = year.together();
      year.autumn(pair);
      year.pause(pair);
      year.incident(pair);
      year.waiver(pair);
      year.completion(pair);
      year.followUp(pair);
    }
  }

  private void whoMayTakePart() {
    new Intake(mentoring, clock, centre, commission, operator).withoutConsent(ishim, child, oak);
    // decide
    LocalDate day = clock.is(LocalDate.of(2020, 9, 29));
    Decision decision = mentoring.decide(child, "adolescents", Position.MENTEE, day);
    say(day, renderer.text(decision));
    // end
    new Intake(mentoring, clock, centre, commission, operator).consent(child);
    LocalDate later = clock.is(LocalDate.of(2020, 9, 30));
    say(later, renderer.text(mentoring.decide(child, "adolescents", Position.MENTEE, later)));
  }

  private MentorshipId together() {
    // assign
    LocalDate day = clock.is(LocalDate.of(2020, 10, 3));
    record(centre, "SELECTION_EVENT", About.participant(ishim), day, bothCame());
    String event = "selection-event";
    mentoring.recordStep(centre, child, "adolescents", Position.MENTEE, event, day).orElseThrow();
    mentoring.recordStep(centre, oak, "adolescents", Position.MENTOR, event, day).orElseThrow();
    MentorshipId pair =
        mentoring
            .mentorships()
            .assign(
                centre,
                new NewMentorship(
                    "adolescents",
                    Arrangement.INDIVIDUAL,
                    new TreeSet<>(Set.of(oak)),
                    new TreeSet<>(Set.of(child)),
                    ishim,
                    null,
                    null,
                    day))
            .orElseThrow()
            .particulars()
            .id();
    mentoring.mentorships().agree(centre, pair, MENTOR, oak, day).orElseThrow();
    mentoring.mentorships().agree(centre, pair, MENTEE, child, day).orElseThrow();
    mentoring.mentorships().agree(centre, pair, GUARDIAN, child, day).orElseThrow();
    mentoring.mentorships().start(centre, pair, clock.is(LocalDate.of(2020, 10, 5))).orElseThrow();
    // end
    LocalDate training = clock.is(LocalDate.of(2020, 10, 10));
    record(centre, "ACQUAINTANCE_TRAINING", About.participant(ishim), training, bothCame());
    mentoring.mentorships().recordStep(centre, pair, "acquaintance", training).orElseThrow();
    mentoring.mentorships().recordStep(mentor, pair, "events-settled", training).orElseThrow();
    return pair;
  }

  private void autumn(MentorshipId pair) {
    report(pair, LocalDate.of(2020, 10, 17), "We met twice and played chess.");
    // activities
    LocalDate day = clock.is(LocalDate.of(2020, 10, 30));
    About about = About.mentorship(pair);
    record(
        mentor,
        "MONTHLY_PLAN",
        about,
        day,
        new Happened.MonthlyPlan(YearMonth.of(2020, 11), List.of(Code.of("WORKSHOP"))));
    record(
        mentor,
        "MENTOR_REPORT",
        about,
        day,
        new Happened.MentorReport(Note.of("A visit to the museum."), null, null));
    // end
    due(pair, LocalDate.of(2020, 11, 25));
  }

  private void due(MentorshipId pair, LocalDate asOf) {
    clock.is(asOf);
    // due
    EnumSet<ObligationState> open = EnumSet.of(ObligationState.DUE, ObligationState.OVERDUE);
    List<Obligation> obligations =
        mentoring.oversight().obligations(pair, asOf).stream()
            .filter(each -> open.contains(each.state()))
            .filter(each -> each.window().cadence().by().equals(MENTOR))
            .toList();
    say(
        asOf,
        obligations.stream()
            .flatMap(each -> renderer.lines(List.of(each.finding(asOf))).stream())
            .map(Renderer.Line::found)
            .collect(Collectors.joining("\n")));
    // end
  }

  private void pause(MentorshipId pair) {
    report(pair, LocalDate.of(2020, 11, 26), "Late, but here: four meetings.");
    report(pair, LocalDate.of(2020, 11, 27), "A concert.");
    plan(pair, LocalDate.of(2020, 11, 29));
    // pause
    LocalDate day = clock.is(LocalDate.of(2020, 12, 1));
    mentoring.mentorships().pause(centre, pair, "the mentee is in hospital", day).orElseThrow();
    LocalDate back = clock.is(LocalDate.of(2020, 12, 22));
    mentoring.mentorships().resume(centre, pair, "at home again", back).orElseThrow();
    // end
    due(pair, back);
  }

  private void incident(MentorshipId pair) {
    plan(pair, LocalDate.of(2020, 12, 30));
    report(pair, LocalDate.of(2021, 1, 4), "A walk in the snow.");
    // incident
    LocalDate day = clock.is(LocalDate.of(2021, 1, 5));
    IncidentId incident =
        mentoring
            .incidents()
            .report(
                head,
                new NewIncident(
                    Code.of("CHILD_CRISIS"),
                    pair,
                    new TreeSet<>(Set.of(child)),
                    day,
                    Note.of("The child ran away from home and is found.")))
            .orElseThrow();
    say(day, mentoring.mentorships().find(pair).orElseThrow().state().name());
    mentoring.incidents().entrust(head, incident, head, day).orElseThrow();
    mentoring.incidents().takeStep(head, incident, "child-safe", day).orElseThrow();
    mentoring.incidents().takeStep(head, incident, "guardian-told", day).orElseThrow();
    mentoring.incidents().takeStep(commission, incident, "commission-advice", day).orElseThrow();
    mentoring.incidents().takeStep(head, incident, "participation-decided", day).orElseThrow();
    mentoring.incidents().close(head, incident, Note.of("The pair goes on."), day).orElseThrow();
    mentoring.mentorships().resume(head, pair, "decided so", day).orElseThrow();
    // end
  }

  private void waiver(MentorshipId pair) {
    // waive
    LocalDate day = clock.is(LocalDate.of(2021, 1, 11));
    mentoring
        .waivers()
        .waive(
            operator,
            "MENTOR_REPORT",
            null,
            pair,
            "the mentor is on a course in another city",
            day,
            LocalDate.of(2021, 5, 1))
        .orElseThrow();
    // end
    plan(pair, LocalDate.of(2021, 1, 30));
    plan(pair, LocalDate.of(2021, 2, 27));
    due(pair, LocalDate.of(2021, 3, 1));
  }

  private void completion(MentorshipId pair) {
    LocalDate day = clock.is(LocalDate.of(2021, 5, 22));
    record(centre, "GRADUATION_EVENT", About.participant(ishim), day, bothCame());
    record(centre, "SUMMING_UP", About.participant(ishim), day, bothCame());
    // complete
    mentoring.mentorships().beginClosing(centre, pair, day).orElseThrow();
    say(day, renderer.text(mentoring.oversight().completion(pair, day)));
    record(centre, "EXIT_INTERVIEW", About.mentorship(pair), day, new Happened.PartGiven(MENTOR));
    record(centre, "EXIT_INTERVIEW", About.mentorship(pair), day, new Happened.PartGiven(MENTEE));
    mentoring.mentorships().complete(centre, pair, day).orElseThrow();
    // end
    say(day, mentoring.mentorships().find(pair).orElseThrow().state().name());
  }

  private void followUp(MentorshipId pair) {
    // follow-up
    LocalDate begun = clock.is(LocalDate.of(2021, 5, 22));
    mentoring.mentorships().beginFollowUp(centre, pair, begun).orElseThrow();
    LocalDate half = clock.is(LocalDate.of(2021, 11, 20));
    record(
        centre,
        "FOLLOW_UP_REPORT",
        About.mentorship(pair),
        half,
        new Happened.MentorReport(Note.of("School goes well."), null, null));
    // end
    Set<ObligationState> late = EnumSet.of(ObligationState.OVERDUE);
    say(
        half,
        mentoring.oversight().obligations(pair, half).stream()
            .filter(each -> late.contains(each.state()))
            .filter(each -> each.window().cadence().due().equals(Code.of("OCCUPATION_MONITORING")))
            .flatMap(each -> renderer.lines(List.of(each.finding(half))).stream())
            .map(Renderer.Line::found)
            .collect(Collectors.joining("\n")));
  }

  /** An event to which both came. */
  private Happened bothCame() {
    return new Happened.EventHeld(
        Fact.Mode.IN_PERSON, new TreeSet<>(Set.of(child, oak)), new TreeSet<>());
  }

  private void report(MentorshipId pair, LocalDate day, String done) {
    record(
        mentor,
        "MENTOR_REPORT",
        About.mentorship(pair),
        clock.is(day),
        new Happened.MentorReport(Note.of(done), null, null));
  }

  private void plan(MentorshipId pair, LocalDate day) {
    record(
        mentor,
        "MONTHLY_PLAN",
        About.mentorship(pair),
        clock.is(day),
        new Happened.MonthlyPlan(YearMonth.from(day).plusMonths(1), List.of(Code.of("WORKSHOP"))));
  }

  // record
  private void record(Actor by, String kind, About about, LocalDate on, Happened happened) {
    mentoring.activities().record(by, Code.of(kind), about, on, happened, null).orElseThrow();
  }

  // end

  private void say(LocalDate day, String text) {
    out.print(day + "\n  " + text.strip().replace("\n", "\n  ") + "\n");
  }

  @Override
  public void close() {
    mentoring.close();
  }
}
