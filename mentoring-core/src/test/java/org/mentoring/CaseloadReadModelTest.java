package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.AS_MENTOR;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.GUARDIAN;
import static org.mentoring.SmallMentorships.HEAD;
import static org.mentoring.SmallMentorships.MENTEE;
import static org.mentoring.SmallMentorships.MENTOR;
import static org.mentoring.SmallMentorships.MOVED;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.JournalEntry;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.CentreTerms;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;
import org.mentoring.time.Validity;

/** A read model that sees nothing but events knows what the query knows. */
class CaseloadReadModelTest {
  private enum Command {
    NEXT,
    PAUSE,
    END_EARLY,
    WITHDRAW,
    REMATCH,
    MERGE_CENTRES,
    READ
  }

  private record Step(Command command, int pair, int centre) {}

  /** What an embedder would build: mentorships by centre and state, from events alone. */
  private static final class ReadModel {
    private final Map<String, JournalEntry> newest = new HashMap<>();
    private final Map<String, String> mergedInto = new HashMap<>();

    void read(List<JournalEntry> events) {
      for (JournalEntry event : events) {
        switch (event.kind().value()) {
          case "MENTORSHIP_CHANGED" ->
              newest.merge(
                  event.subject(),
                  event,
                  (before, after) -> before.version() > after.version() ? before : after);
          case "PARTICIPANTS_MERGED" ->
              mergedInto.put(
                  Objects.requireNonNull(event.details().get("duplicate")), event.subject());
          default -> {}
        }
      }
    }

    SortedMap<String, Long> caseload() {
      SortedMap<String, Long> counts = new TreeMap<>();
      for (JournalEntry each : newest.values()) {
        String centre = Objects.requireNonNull(each.details().get("centre"));
        String next = mergedInto.get(centre);
        while (next != null) {
          centre = next;
          next = mergedInto.get(centre);
        }
        counts.merge(centre + " " + each.details().get("state"), 1L, Long::sum);
      }
      return counts;
    }
  }

  private static final class Programme {
    private final SmallMentorships small =
        new SmallMentorships(
            SmallMentorships.definition(
                false,
                SmallMentorships.mentorshipTerms(),
                new CentreTerms(
                    new TreeSet<>(),
                    0,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    SmallWaivers.CITE)),
            InMemoryStores.create());
    private final List<ParticipantId> centres = List.of(centre("c-1"), centre("c-2"));
    private final List<ParticipantId> mentors = List.of(small.mentor("m-1"), small.mentor("m-2"));
    private final List<ParticipantId> mentees = List.of(small.mentee("k-1"), small.mentee("k-2"));
    private final Map<Integer, MentorshipId> newest = new HashMap<>();
    private final ReadModel readModel = new ReadModel();

    Programme() {
      for (ParticipantId mentee : mentees) {
        centres.forEach(
            centre ->
                small
                    .mentoring
                    .record(
                        new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator"),
                        mentee,
                        new Fact.AttachedTo(centre, Code.of("CENTRE")),
                        Validity.from(small.today()))
                    .orElseThrow());
      }
    }

    private ParticipantId centre(String id) {
      ParticipantId centre =
          small
              .mentoring
              .register(COORDINATOR, ParticipantId.of(id), ParticipantKind.ORGANISATION, List.of())
              .orElseThrow();
      small
          .mentoring
          .record(
              Actor.coordinator("c-1", id),
              centre,
              new Fact.PositionHeld(Position.CENTRE, null),
              Validity.from(SmallProgramme.TODAY.minusMonths(1)))
          .orElseThrow();
      return centre;
    }

    void attempt(Step step) {
      MentorshipId id = newest.get(step.pair());
      MentorshipCommands commands = small.commands();
      switch (step.command()) {
        case READ -> small.stores.outbox().deliver(3, readModel::read);
        case MERGE_CENTRES ->
            small.mentoring.merge(
                new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator"),
                centres.get(0),
                centres.get(1),
                "one centre");
        case NEXT -> next(step, id);
        default -> {
          if (id != null) {
            switch (step.command()) {
              case PAUSE -> commands.pause(at(COORDINATOR, id), id, "why", small.today());
              case WITHDRAW -> commands.withdraw(at(COORDINATOR, id), id, "why", small.today());
              case REMATCH ->
                  commands.rematch(at(HEAD, id), id, GUARDIAN, null, "why", small.today());
              default ->
                  commands.endEarly(at(COORDINATOR, id), id, MOVED, MENTEE, "why", small.today());
            }
          }
        }
      }
    }

    private void next(Step step, @Nullable MentorshipId id) {
      ParticipantId mentor = mentors.get(step.pair() % 2);
      ParticipantId mentee = mentees.get(step.pair() / 2);
      if (id == null || !small.now(id).state().open()) {
        small
            .commands()
            .assign(
                Actor.coordinator("c-1", centres.get(step.centre()).value()),
                small.terms(mentor, mentee).at(centres.get(step.centre())).because("asked for"))
            .accepted()
            .ifPresent(made -> newest.put(step.pair(), made.id()));
        return;
      }
      MentorshipCommands commands = small.commands();
      switch (small.now(id).state()) {
        case PROPOSED -> {
          commands.agree(at(COORDINATOR, id), id, AS_MENTOR, mentor, small.today());
          commands.agree(at(COORDINATOR, id), id, MENTEE, mentee, small.today());
          commands.agree(at(COORDINATOR, id), id, GUARDIAN, mentee, small.today());
        }
        case AGREED -> {
          Actor self = new Actor(mentor.value(), MENTOR.capacity(), "centre-1");
          small.step(self, id, "first-meeting");
          commands.start(at(COORDINATOR, id), id, small.today());
        }
        case ACTIVE -> {
          small.step(at(COORDINATOR, id), id, "support");
          small.step(at(COORDINATOR, id), id, "monitoring");
          commands.beginClosing(at(COORDINATOR, id), id, small.today());
        }
        case PAUSED -> commands.resume(at(COORDINATOR, id), id, "why", small.today());
        default -> commands.complete(at(COORDINATOR, id), id, small.today());
      }
    }

    /** Staff of the centre that runs it. */
    private Actor at(Actor office, MentorshipId id) {
      return new Actor(
          office.id(),
          office.capacity(),
          Objects.requireNonNull(small.now(id).particulars().centre()).value());
    }

    /** What the query tells, page by page, for the centres that are kept. */
    SortedMap<String, Long> caseload() {
      SortedMap<String, Long> counts = new TreeMap<>();
      boolean merged =
          small.mentoring.participant(centres.get(1)).orElseThrow().mergedInto() != null;
      for (ParticipantId centre : merged ? centres.subList(0, 1) : centres) {
        for (MentorshipState state : MentorshipState.values()) {
          Mentorships.Which which =
              new Mentorships.Which(null, centre, new TreeSet<>(List.of(state)));
          List<Mentorship> items = new ArrayList<>();
          String after = null;
          do {
            Page<Mentorship> page = small.commands().caseload(which, after, 2);
            items.addAll(page.items());
            after = page.next();
          } while (after != null);
          if (!items.isEmpty()) {
            counts.put(centre + " " + state, (long) items.size());
          }
        }
      }
      return counts;
    }
  }

  @Property(tries = 100)
  void events_alone_tell_the_caseload_by_centre_and_state(@ForAll("steps") List<Step> steps) {
    Programme programme = new Programme();
    for (Step step : steps) {
      programme.attempt(step);
      MentorshipId touched = programme.newest.get(step.pair());
      if (touched != null) {
        Statistics.label("reached").collect(programme.small.now(touched).state().name());
      }
    }
    while (programme.small.stores.outbox().deliver(7, programme.readModel::read) > 0) {
      assertThat(programme.small.stores.outbox().waiting()).isNotNegative();
    }

    SortedMap<String, Long> caseload = programme.caseload();
    assertThat(programme.readModel.caseload()).isEqualTo(caseload);
    Statistics.label("reached")
        .coverage(
            coverage -> {
              for (String state : List.of("PROPOSED", "ACTIVE", "PAUSED", "ENDED")) {
                coverage.check(state).count(count -> count > 0);
              }
            });
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Command> commands =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.of(Command.class)),
            Tuple.of(1, Arbitraries.just(Command.PAUSE)),
            Tuple.of(6, Arbitraries.just(Command.NEXT)));
    return Combinators.combine(
            commands, Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 1))
        .as(Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }
}
