package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Version;
import org.mentoring.spi.Identifiers;
import org.mentoring.spi.Stores;
import org.mentoring.text.LocalizedText;

/**
 * Two versions of one programme at work over the same stores, as while a host changes over. Its
 * practice allows circles in the earlier one and forbids them in the later one; another practice
 * allows them in both. Everybody may mentor and be mentored.
 */
final class Relay {
  static final String RELAY = SmallMentorships.PRACTICE;
  static final String OTHER = "other";
  static final Version ALLOWING = Version.parse("1.0.0");
  static final Version FORBIDDING = Version.parse("2.0.0");

  final SmallMentorships earlier;
  final SmallMentorships later;

  Relay(boolean forbidden) {
    this(forbidden, InMemoryStores.create());
  }

  /**
   * @param forbidden whether the later version forbids circles at all
   */
  Relay(boolean forbidden, Stores stores) {
    ProgrammeDefinition first = definition(false, ALLOWING);
    ProgrammeDefinition second = definition(forbidden, FORBIDDING);
    Identifiers identifiers = new SequentialIdentifiers();
    earlier =
        new SmallMentorships(
            first, stores, builder -> builder.identifiers(identifiers).earlier(second));
    later =
        new SmallMentorships(
            second, stores, builder -> builder.identifiers(identifiers).earlier(first));
  }

  /** Two versions at work, by whatever their first practices say. */
  private Relay(Practice first, Practice second) {
    Stores stores = InMemoryStores.create();
    ProgrammeDefinition one = definition(first, ALLOWING);
    ProgrammeDefinition two = definition(second, FORBIDDING);
    Identifiers identifiers = new SequentialIdentifiers();
    earlier =
        new SmallMentorships(one, stores, builder -> builder.identifiers(identifiers).earlier(two));
    later =
        new SmallMentorships(two, stores, builder -> builder.identifiers(identifiers).earlier(one));
  }

  /** Circles are forbidden in the earlier version, and in the later one mentoring is mutual. */
  static Relay turningMutual() {
    return new Relay(
        SmallMentorships.definition(true, SmallMentorships.mentorshipTerms()).practices().get(0),
        SmallMentorships.definitionOfBothDirections().practices().get(0));
  }

  private static ProgrammeDefinition definition(boolean forbidden, Version version) {
    return definition(
        SmallMentorships.definition(forbidden, SmallMentorships.mentorshipTerms())
            .practices()
            .get(0),
        version);
  }

  private static ProgrammeDefinition definition(Practice relay, Version version) {
    ProgrammeDefinition base = SmallMentorships.definition();
    Practice other =
        SmallMentorships.definition(false, SmallMentorships.mentorshipTerms()).practices().get(0);
    List<Practice> practices = new ArrayList<>(List.of(relay));
    practices.add(
        new Practice(
            OTHER,
            new LocalizedText("Other", "Другая"),
            other.format(),
            other.arrangements(),
            other.mutual(),
            other.circlesForbidden(),
            other.parties(),
            other.matching(),
            other.mentorship(),
            other.cadences(),
            null,
            Citation.CHOICE));
    return VersionMovesTest.changed(base, version, practices);
  }

  /** Both clocks go together. */
  void days(int days) {
    later.days(days);
    AtomicReference<Instant> behind = earlier.programme.now;
    behind.set(later.programme.now.get());
  }

  /** What comes after something is known after it. */
  void later() {
    later.programme.now.updateAndGet(instant -> instant.plusSeconds(1));
    earlier.programme.now.set(later.programme.now.get());
  }

  ParticipantId person(String id) {
    ParticipantId person = later.mentee(id);
    later.programme.training(person, 480);
    later.programme.fact(
        person,
        new Fact.Training(
            Fact.TrainingKind.INITIAL,
            Code.of("GROUP_MENTORING"),
            60,
            Fact.Mode.IN_PERSON,
            Code.of("REGIONAL_OPERATOR")));
    later.places(person, 3);
    later();
    return person;
  }

  /** They seek to mentor too. */
  void seek(ParticipantId... mentors) {
    for (ParticipantId each : mentors) {
      later.programme.fact(each, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF));
    }
    later();
  }

  static NewMentorship terms(
      String practice, LocalDate on, ParticipantId mentor, ParticipantId... mentees) {
    return new NewMentorship(
        practice,
        mentees.length == 1 ? Arrangement.INDIVIDUAL : Arrangement.GROUP,
        new TreeSet<>(Set.of(mentor)),
        new TreeSet<>(Set.of(mentees)),
        null,
        null,
        null,
        on);
  }

  static Outcome<Mentorship> assign(
      SmallMentorships by, String practice, ParticipantId mentor, ParticipantId... mentees) {
    return by.commands()
        .assign(SmallMentorships.COORDINATOR, terms(practice, by.today(), mentor, mentees));
  }

  Outcome<VersionMove> move(MentorshipId id, Version version) {
    return later
        .commands()
        .moveTo(SmallMentorships.COORDINATOR, id, version, "new rules", later.today());
  }
}
