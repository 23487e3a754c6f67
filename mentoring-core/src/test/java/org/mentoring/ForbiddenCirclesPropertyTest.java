package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.AS_MENTOR;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.GUARDIAN;
import static org.mentoring.SmallMentorships.HEAD;
import static org.mentoring.SmallMentorships.MENTEE;
import static org.mentoring.SmallMentorships.MOVED;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.PinnedVersion;
import org.mentoring.programme.Version;
import org.mentoring.spi.Mentorships;

/**
 * Whatever commands come in whatever order, through either of two versions: no open mentorship that
 * may be part of no circle is part of one. Who mentors whom is told by a list of this page's own.
 */
class ForbiddenCirclesPropertyTest {
  private enum Command {
    ASSIGN,
    ASSIGN_GROUP,
    REPLACE,
    HAND_OVER,
    END,
    LEAVE,
    REGISTER_AGAIN,
    MERGE,
    MOVE,
    DAYS_PASS
  }

  private static final Set<String> CIRCLES = Set.of("mentorship.circle", "command.merge-circle");

  @Property(tries = 100)
  void no_sequence_of_commands_builds_a_circle_where_it_is_forbidden(
      @ForAll("forbidding") ActionChain<Life> chain) {
    Life life = chain.withInvariant("no forbidden circle", Life::hasNoForbiddenCircle).run();
    // Commands that never come near a circle prove nothing.
    life.refused.forEach(command -> Statistics.label("refused").collect(command));
    Statistics.label("refused")
        .coverage(
            coverage -> {
              for (Command command :
                  List.of(Command.ASSIGN, Command.ASSIGN_GROUP, Command.MERGE, Command.MOVE)) {
                coverage.check(command).count(count -> count > 0);
              }
            });
  }

  @Property(tries = 60)
  void the_same_commands_build_circles_where_nobody_forbids_them(
      @ForAll("allowing") ActionChain<Life> chain) {
    Life life = chain.run();
    Statistics.label("circle").collect(life.inCircle().isEmpty() ? "none" : "some");
    Statistics.label("circle")
        .coverage(coverage -> coverage.check("some").count(count -> count > 0));
  }

  @Provide
  Arbitrary<ActionChain<Life>> forbidding() {
    return chains(true);
  }

  @Provide
  Arbitrary<ActionChain<Life>> allowing() {
    return chains(false);
  }

  private static Arbitrary<ActionChain<Life>> chains(boolean forbidden) {
    return ActionChain.startWith(() -> new Life(forbidden))
        .withAction(new AnyCommand())
        .withMaxTransformations(40);
  }

  /** Who and what are numbers, each counted round what there is. */
  private record Try(Command command, boolean later, int one, int two, int three, int days) {}

  private static final class AnyCommand implements Action.Independent<Life> {
    @Override
    public Arbitrary<Transformer<Life>> transformer() {
      Arbitrary<Command> commands =
          Arbitraries.frequencyOf(
              Tuple.of(2, Arbitraries.of(Command.class)),
              Tuple.of(2, Arbitraries.just(Command.ASSIGN)),
              Tuple.of(1, Arbitraries.of(Command.REGISTER_AGAIN, Command.MERGE, Command.MOVE)));
      Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 11);
      return Combinators.combine(
              commands,
              Arbitraries.of(true, false),
              numbers,
              numbers,
              numbers,
              Arbitraries.integers().between(0, 20))
          .as(Try::new)
          .map(each -> Transformer.mutate(each.toString(), life -> life.attempt(each)));
    }
  }

  /** Two versions at work, and who was found to be whom. */
  static final class Life {
    private final boolean forbidden;
    private final Relay relay;
    private final List<ParticipantId> people = new ArrayList<>();
    private final Map<ParticipantId, ParticipantId> same = new HashMap<>();
    private final Set<Command> refused = new TreeSet<>();

    Life(boolean forbidden) {
      this.forbidden = forbidden;
      this.relay = new Relay(forbidden);
      for (String name : List.of("anna", "boris", "vera", "gleb")) {
        people.add(relay.person(name));
      }
    }

    void attempt(Try attempt) {
      SmallMentorships by = attempt.later() ? relay.later : relay.earlier;
      String practice = attempt.three() % 3 == 0 ? Relay.OTHER : Relay.RELAY;
      ParticipantId one = person(attempt.one());
      ParticipantId two = person(attempt.two());
      ParticipantId three = person(attempt.three());
      Mentorship mentorship = mentorship(attempt.one());
      switch (attempt.command()) {
        case ASSIGN -> assign(by, practice, attempt, one, two);
        case ASSIGN_GROUP -> {
          if (!two.equals(three)) {
            told(attempt, Relay.assign(by, practice, one, two, three));
          }
        }
        case REGISTER_AGAIN -> {
          if (people.size() < 7) {
            people.add(relay.person("again-" + people.size()));
          }
        }
        case MERGE -> {
          Outcome<ParticipantId> merged = by.mentoring.merge(COORDINATOR, one, two, "one person");
          told(attempt, merged);
          merged.accepted().ifPresent(kept -> same.put(two, one));
        }
        case DAYS_PASS -> relay.days(attempt.days());
        default -> {
          if (mentorship != null) {
            change(by, attempt, mentorship, two);
          }
        }
      }
      relay.later();
    }

    private void assign(
        SmallMentorships by,
        String practice,
        Try attempt,
        ParticipantId mentor,
        ParticipantId mentee) {
      // Also told late.
      LocalDate on = by.today().minusDays(attempt.three() % 2 == 0 ? 0 : attempt.days());
      on = on.isBefore(SmallMentorships.TODAY) ? SmallMentorships.TODAY : on;
      told(
          attempt,
          by.commands()
              .assign(
                  COORDINATOR, Relay.terms(practice, on, mentor, mentee).because("they want to")));
    }

    private void change(
        SmallMentorships by, Try attempt, Mentorship mentorship, ParticipantId other) {
      MentorshipId id = mentorship.id();
      Particulars now = mentorship.particulars();
      ParticipantId mentee = now.mentees().first();
      switch (attempt.command()) {
        case REPLACE -> {
          begin(by, mentorship);
          by.commands().rematch(HEAD, id, GUARDIAN, null, "another mentor", by.today());
          relay.days(14);
          told(
              attempt,
              by.commands()
                  .assign(
                      COORDINATOR,
                      Relay.terms(now.practice(), by.today(), other, kept(mentee)).continuing(id)));
        }
        case HAND_OVER -> {
          begin(by, mentorship);
          by.commands().rematch(HEAD, id, GUARDIAN, null, "another mentor", by.today());
        }
        case END -> {
          if (attempt.three() % 2 == 0) {
            begin(by, mentorship);
            by.commands().endEarly(COORDINATOR, id, MOVED, MENTEE, "moved", by.today());
          } else {
            by.commands().withdraw(COORDINATOR, id, "not now", by.today());
          }
        }
        case LEAVE ->
            by.commands().leave(COORDINATOR, id, mentee, MOVED, MENTEE, "moved", by.today());
        case MOVE ->
            told(
                attempt,
                by.commands()
                    .moveTo(
                        COORDINATOR,
                        id,
                        attempt.three() % 4 == 0 ? Relay.ALLOWING : Relay.FORBIDDING,
                        "new rules",
                        by.today()));
        default -> throw new IllegalArgumentException(attempt.command().name());
      }
    }

    private static void begin(SmallMentorships by, Mentorship mentorship) {
      MentorshipId id = mentorship.id();
      mentorship.particulars().mentors().forEach(each -> by.agree(id, AS_MENTOR, each));
      for (ParticipantId mentee : mentorship.particulars().mentees()) {
        by.agree(id, MENTEE, mentee);
        by.agree(id, GUARDIAN, mentee);
      }
      by.step(SmallMentorships.MENTOR, id, "first-meeting");
      by.commands().start(COORDINATOR, id, by.today());
    }

    private void told(Try attempt, Outcome<?> outcome) {
      outcome
          .refused()
          .filter(
              refusal ->
                  refusal.findings().stream().anyMatch(each -> CIRCLES.contains(each.code())))
          .ifPresent(refusal -> refused.add(attempt.command()));
    }

    private ParticipantId person(int number) {
      return people.get(number % people.size());
    }

    private @Nullable Mentorship mentorship(int number) {
      List<Mentorship> open = open();
      return open.isEmpty() ? null : open.get(number % open.size());
    }

    private List<Mentorship> open() {
      return relay.later.commands().caseload(Mentorships.Which.all(), null, 1_000).items().stream()
          .filter(each -> each.state().open())
          .toList();
    }

    private ParticipantId kept(ParticipantId id) {
      ParticipantId kept = id;
      while (same.containsKey(kept)) {
        kept = same.get(kept);
      }
      return kept;
    }

    void hasNoForbiddenCircle() {
      for (Mentorship each : inCircle()) {
        Particulars found = each.particulars();
        PinnedVersion pinned = found.pinned();
        Version version = pinned == null ? Relay.ALLOWING : pinned.version();
        assertThat(
                forbidden
                    && found.practice().equals(Relay.RELAY)
                    && version.equals(Relay.FORBIDDING))
            .as("%s is part of a circle", each.id().value())
            .isFalse();
      }
    }

    /** Open mentorships of which somebody comes back to the mentor, from mentee to mentee. */
    List<Mentorship> inCircle() {
      Map<ParticipantId, Set<ParticipantId>> menteesOf = new TreeMap<>();
      List<Mentorship> open = open();
      for (Mentorship each : open) {
        for (ParticipantId mentor : each.particulars().mentors()) {
          for (ParticipantId mentee : each.particulars().mentees()) {
            menteesOf.computeIfAbsent(kept(mentor), none -> new TreeSet<>()).add(kept(mentee));
          }
        }
      }
      return open.stream()
          .filter(
              each ->
                  each.particulars().mentors().stream()
                      .anyMatch(
                          mentor ->
                              each.particulars().mentees().stream()
                                  .anyMatch(
                                      mentee -> reaches(menteesOf, kept(mentee), kept(mentor)))))
          .toList();
    }

    private static boolean reaches(
        Map<ParticipantId, Set<ParticipantId>> menteesOf, ParticipantId from, ParticipantId to) {
      Set<ParticipantId> seen = new TreeSet<>();
      Deque<ParticipantId> left = new ArrayDeque<>(List.of(from));
      while (!left.isEmpty()) {
        ParticipantId next = left.pop();
        if (next.equals(to)) {
          return true;
        }
        if (seen.add(next)) {
          left.addAll(menteesOf.getOrDefault(next, Set.of()));
        }
      }
      return false;
    }
  }
}
