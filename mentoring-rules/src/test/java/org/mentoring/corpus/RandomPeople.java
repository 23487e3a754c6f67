package org.mentoring.corpus;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mentoring.Mentoring;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.Version;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;
import org.mentoring.time.Validity;

/** People that nobody is, who seek a position of some built-in programme. */
final class RandomPeople {
  static final LocalDate DAY = LocalDate.of(2025, 9, 1);
  static final Actor COORDINATOR = Actor.coordinator("c-1", "centre-1");

  /** All versions of all built-in programmes, each position of which something is asked. */
  static final List<Sought> SOUGHT = sought();

  private RandomPeople() {}

  /** What somebody may seek. */
  record Sought(ProgrammeDefinition definition, Practice practice, PartyTerms party) {
    /** What is asked of it on a day under packs that were laid over the definition. */
    PartyTerms under(ProgrammeDefinition laid) {
      return laid.on(DAY)
          .practice(practice.id())
          .flatMap(each -> each.party(party.position()))
          .orElseThrow();
    }

    @Override
    public String toString() {
      return definition.id()
          + "@"
          + definition.version()
          + " "
          + practice.id()
          + " "
          + party.position();
    }
  }

  private static List<Sought> sought() {
    List<Sought> all = new ArrayList<>();
    for (String name : BuiltInProgrammes.names()) {
      for (Version version : BuiltInProgrammes.versions(name)) {
        ProgrammeDefinition definition = BuiltInProgrammes.read(name, version);
        for (Practice practice : definition.practices()) {
          practice.parties().stream()
              .filter(party -> !party.requirements().isEmpty())
              .forEach(party -> all.add(new Sought(definition, practice, party)));
        }
      }
    }
    return List.copyOf(all);
  }

  static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  static Mentoring running(ProgrammeDefinition definition, RulesProvider rules, Stores stores) {
    return Mentoring.of(definition)
        .rules(rules)
        .stores(stores)
        .clock(Clock.fixed(DAY.atTime(6, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
        .build();
  }

  /**
   * Somebody who meets some of what is asked, and some of it not or not any more.
   *
   * @param bad of so many requirements three are not met
   */
  static ParticipantId somebody(Mentoring mentoring, PartyTerms asked, int bad, Random random) {
    ParticipantId id =
        mentoring
            .register(
                COORDINATOR,
                ParticipantId.of("p-1"),
                asked.kinds().contains(ParticipantKind.PERSON)
                    ? ParticipantKind.PERSON
                    : asked.kinds().first(),
                List.of())
            .orElseThrow();
    Answers answers = new Answers(asked, DAY);
    for (Requirement each : asked.requirements()) {
      int kind = random.nextInt(bad);
      List<Answers.Said> said =
          kind == 0
              ? List.of()
              : kind == 1
                  ? answers.bad(each, random.nextBoolean())
                  : kind == 2 ? answers.ended(each) : answers.good(each);
      said.forEach(one -> mentoring.record(COORDINATOR, id, one.fact(), one.validity()));
      if (each instanceof Requirement.InterviewPassed interview && random.nextInt(3) == 0) {
        // Of several talks the latest counts, and not every one was held in the same way.
        mentoring.record(
            COORDINATOR,
            id,
            new Fact.Interview(
                interview.by(), Fact.Mode.ONLINE, one(List.of(Fact.Outcome.values()), random)),
            Validity.from(DAY));
      }
    }
    return id;
  }
}
