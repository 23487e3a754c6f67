package org.mentoring.benchmarks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.Mentoring;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StateChange;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;
import org.mentoring.time.Validity;

/**
 * A year on record, made up from a seed: mentorships of many centres that start in September 2020,
 * each with 26 reports and 12 plans, some of them late; events of the centres with those who came;
 * check-ins; exit interviews of most. The last fifth was completed with the graduation and is
 * followed up.
 */
final class YearOfRegion {
  static final LocalDate AS_OF = LocalDate.of(2021, 10, 1);
  static final String SEED = "20200900";
  private static final String PRACTICE = "adolescents";
  private static final int FORTNIGHTS = 26;
  private static final int MONTHS = 12;
  private static final LocalDate FIRST = LocalDate.of(2020, 9, 1);
  private static final Actor OPERATOR =
      new Actor("operator", Code.of("REGIONAL_OPERATOR"), "region");
  private static final Note NOTE = Note.of("What was done");

  private final ProgrammeDefinition definition = BuiltInProgrammes.read("tyumen-2020");
  private final Stores stores = InMemoryStores.create();
  private final Mentoring mentoring;
  private final List<MentorshipId> mentorships = new ArrayList<>();
  private final List<ParticipantId> centres = new ArrayList<>();
  private final Random random = new Random(Long.parseLong(SEED));
  private int reports;
  private int plans;
  private int events;
  private int activities;

  YearOfRegion(int pairs, int municipalities, int eventsInAll, RulesProvider rules) {
    Instant now = AS_OF.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    mentoring =
        Mentoring.of(definition)
            .rules(rules)
            .stores(stores)
            .clock(Clock.fixed(now, ZoneOffset.UTC))
            .build();
    for (int i = 0; i < municipalities; i++) {
      centres.add(centre(i));
    }
    List<TreeSet<ParticipantId>> mentees = new ArrayList<>();
    centres.forEach(centre -> mentees.add(new TreeSet<>()));
    for (int i = 0; i < pairs; i++) {
      int centre = i % municipalities;
      mentees.get(centre).add(mentorship(i, centres.get(centre), i * 5 >= pairs * 4));
    }
    for (int i = 0; i < eventsInAll; i++) {
      event(i, eventsInAll, centres.get(i % municipalities), mentees.get(i % municipalities));
    }
  }

  Mentoring mentoring() {
    return mentoring;
  }

  List<MentorshipId> mentorships() {
    return mentorships;
  }

  String told() {
    return String.format(
        java.util.Locale.ROOT,
        "%,d mentorships, %,d centres, %,d reports, %,d plans, %,d events, %,d records in all",
        mentorships.size(),
        centres.size(),
        reports,
        plans,
        events,
        activities);
  }

  private ParticipantId centre(int number) {
    ParticipantId id = ParticipantId.of("centre-" + number);
    mentoring.register(OPERATOR, id, ParticipantKind.ORGANISATION, List.of()).orElseThrow();
    mentoring
        .record(OPERATOR, id, new Fact.PositionHeld(Position.CENTRE, null), Validity.from(FIRST))
        .orElseThrow();
    return id;
  }

  private ParticipantId person(String id) {
    return mentoring
        .register(OPERATOR, ParticipantId.of(id), ParticipantKind.PERSON, List.of())
        .orElseThrow();
  }

  /** With the consents without which nothing of a mentee counts for a completion. */
  private ParticipantId mentee(int number) {
    ParticipantId mentee = person("mentee-" + number);
    mentoring
        .record(
            OPERATOR,
            mentee,
            new Fact.Consent(
                Fact.ConsentGiver.GUARDIAN,
                null,
                Code.of("MENTORING_CENTRE"),
                Code.of("PARTICIPATION")),
            Validity.from(FIRST))
        .orElseThrow();
    return mentee;
  }

  private ParticipantId mentorship(int number, ParticipantId centre, boolean completed) {
    ParticipantId mentee = mentee(number);
    MentorshipId id = MentorshipId.of("mentorship-" + number);
    LocalDate start = FIRST.plusDays(number % 26);
    mentorships.add(id);
    Closure closure =
        new Closure(
            Closure.Kind.COMPLETED, null, null, null, true, start.plusYears(1), OPERATOR, "");
    stores
        .mentorships()
        .save(
            new Particulars(
                id,
                1,
                PRACTICE,
                Arrangement.INDIVIDUAL,
                only(person("mentor-" + number)),
                only(mentee),
                centre,
                null,
                null,
                List.of(),
                start,
                List.of(),
                List.of(),
                List.of(),
                changes(start, completed),
                completed ? closure : null));
    About about = About.mentorship(id);
    for (int i = 0; i < FORTNIGHTS; i++) {
      LocalDate on = start.plusDays(14L * i + 8 + random.nextInt(12));
      record("MENTOR_REPORT", about, on, new Happened.MentorReport(NOTE, null, null));
      reports++;
    }
    for (int i = 1; i <= MONTHS; i++) {
      YearMonth month = YearMonth.from(start).plusMonths(i);
      LocalDate on = month.atDay(1).minusDays(9).plusDays(random.nextInt(12));
      List<Code> planned = List.of(Code.of("WORKSHOP"));
      record("MONTHLY_PLAN", about, on, new Happened.MonthlyPlan(month, planned));
      plans++;
    }
    checkedIn(about, start, number);
    return mentee;
  }

  private void checkedIn(About about, LocalDate start, int number) {
    SortedSet<Code> all = new TreeSet<>(List.of(Code.of("MENTOR"), Code.of("MENTEE")));
    all.add(Code.of("GUARDIAN"));
    for (int i = 0; i < MONTHS; i++) {
      LocalDate on = start.plusMonths(i).plusDays(random.nextInt(28));
      record("CHECK_IN", about, on, new Happened.CheckIn(all, new TreeSet<>(), false));
    }
    if (number % 10 != 0) {
      for (String party : List.of("MENTOR", "MENTEE")) {
        record("EXIT_INTERVIEW", about, start.plusYears(1), new Happened.PartGiven(Code.of(party)));
      }
    }
  }

  private static List<StateChange> changes(LocalDate start, boolean completed) {
    List<StateChange> changes = new ArrayList<>();
    changes.add(change(MentorshipState.PROPOSED, start));
    changes.add(change(MentorshipState.AGREED, start));
    changes.add(change(MentorshipState.ACTIVE, start));
    changes.add(change(MentorshipState.CLOSING, start.plusMonths(11)));
    if (completed) {
      changes.add(change(MentorshipState.CLOSED, start.plusYears(1)));
      changes.add(change(MentorshipState.IN_FOLLOW_UP, start.plusYears(1)));
    }
    return changes;
  }

  private static StateChange change(MentorshipState to, LocalDate on) {
    return new StateChange(to, on, OPERATOR, null, "", known(on));
  }

  /** The last of each centre are graduation and summing-up; every tenth is a joint event. */
  private void event(int number, int all, ParticipantId centre, SortedSet<ParticipantId> mentees) {
    int left = (all - 1 - number) / centres.size();
    String kind =
        left == 0
            ? "SUMMING_UP"
            : left == 1
                ? "GRADUATION_EVENT"
                : left % 10 == 0 ? "JOINT_EVENT" : "SOCIALLY_SIGNIFICANT_EVENT";
    SortedSet<ParticipantId> attended = new TreeSet<>();
    for (ParticipantId mentee : mentees) {
      if (left < 2 ? random.nextInt(10) > 0 : random.nextInt(4) == 0) {
        attended.add(mentee);
      }
    }
    SortedSet<ParticipantId> with = new TreeSet<>();
    if (kind.equals("JOINT_EVENT") && centres.size() > 1) {
      with.add(centres.get((centres.indexOf(centre) + 1) % centres.size()));
    }
    LocalDate on = left < 2 ? LocalDate.of(2021, 8, 31) : FIRST.plusDays(number * 360L / all);
    Happened held = new Happened.EventHeld(Fact.Mode.IN_PERSON, attended, with);
    record(kind, About.participant(centre), on, held);
    events++;
  }

  private void record(String kind, About about, LocalDate on, Happened happened) {
    Activity activity =
        new Activity(
            ActivityId.of("activity-" + ++activities),
            Code.of(kind),
            about,
            on,
            happened,
            null,
            OPERATOR,
            known(on));
    stores.activities().append(new ActivityEntry.Recorded(activity));
  }

  private static SortedSet<ParticipantId> only(ParticipantId one) {
    return new TreeSet<>(List.of(one));
  }

  private static Instant known(LocalDate on) {
    return on.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
