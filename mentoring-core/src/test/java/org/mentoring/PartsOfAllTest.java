package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.Leaving;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StateChange;
import org.mentoring.programme.Arrangement;
import org.mentoring.spi.CompletionCase;
import org.mentoring.spi.CompletionRules;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;

/** What staff record as the part of all, and whose part it then is. */
class PartsOfAllTest {
  private static final Code GUARDIAN = Code.of("GUARDIAN");
  private final Stores stores = InMemoryStores.create();
  private final BusyProgramme busy = new BusyProgramme(stores);
  private final List<CompletionCase> asked = new ArrayList<>();

  /** A programme on the same stores whose rules of completion tell what they were asked. */
  private List<String> parts(MentorshipId id, LocalDate asOf) {
    return parts(id, asOf, CompletionQueries.Scope.latest());
  }

  private List<String> parts(MentorshipId id, LocalDate asOf, CompletionQueries.Scope scope) {
    CompletionRules listening =
        question -> {
          asked.add(question);
          return List.of();
        };
    RulesProvider plain = SmallProgramme.rules();
    RulesProvider rules =
        (RulesProvider)
            Proxy.newProxyInstance(
                RulesProvider.class.getClassLoader(),
                new Class<?>[] {RulesProvider.class},
                (proxy, method, arguments) -> {
                  try {
                    return method.getName().equals("completion")
                        ? listening
                        : method.invoke(plain, arguments);
                  } catch (InvocationTargetException thrown) {
                    throw thrown.getCause();
                  }
                });
    asked.clear();
    Mentoring.of(BusyProgramme.definition())
        .clock(java.time.Clock.fixed(busy.now.get(), java.time.ZoneOffset.UTC))
        .stores(stores)
        .rules(rules)
        .build()
        .oversight()
        .completion(id, asOf, busy.now.get(), scope);
    return asked.get(0).activities().stream()
        .flatMap(
            each ->
                each.happened() instanceof Happened.PartGiven part
                    ? Stream.of(part.party() + " " + Objects.toString(part.of(), "all"))
                    : Stream.of())
        .toList();
  }

  private Outcome<ActivityId> part(MentorshipId id, Code party, ParticipantId of) {
    return busy.record(
        BusyProgramme.HEAD, "SUMMING_UP", About.mentorship(id), new Happened.PartGiven(party, of));
  }

  private Outcome<ActivityId> partOfAll(MentorshipId id, Actor by, Code party) {
    return busy.record(by, "SUMMING_UP", About.mentorship(id), new Happened.PartGiven(party));
  }

  @Test
  void an_unnamed_part_is_not_that_of_a_child_without_consent() {
    ParticipantId first = busy.menteeInPair("first");
    ParticipantId second = busy.person("second");
    FactId consent = busy.consent(second);
    MentorshipId group = group(busy.mentor, List.of(first, second));
    busy.mentoring
        .withdrawConsent(BusyProgramme.COORDINATOR, consent, BusyProgramme.day(-2))
        .orElseThrow();

    partOfAll(group, BusyProgramme.HEAD, Code.of("MENTEE")).orElseThrow();
    partOfAll(group, BusyProgramme.HEAD, GUARDIAN).orElseThrow();

    assertThat(parts(group, BusyProgramme.TODAY)).containsExactly("MENTEE first", "GUARDIAN first");
    // A guardian's own part needs no consent, and is not given yet.
    part(group, GUARDIAN, second).orElseThrow();
    assertThat(codes(part(group, GUARDIAN, first))).containsExactly("command.activity-part-given");
    assertThat(codes(part(group, Code.of("MENTEE"), second)))
        .containsExactly("command.activity-consent");
    assertThat(parts(group, BusyProgramme.TODAY))
        .containsExactly("MENTEE first", "GUARDIAN first", "GUARDIAN second");
  }

  @Test
  void a_part_given_without_consent_does_not_count_though_the_withdrawal_is_told_later() {
    ParticipantId first = busy.menteeInPair("first");
    ParticipantId second = busy.person("second");
    FactId consent = busy.consent(second);
    MentorshipId group = group(busy.mentor, List.of(first, second));
    part(group, Code.of("MENTEE"), first).orElseThrow();
    part(group, Code.of("MENTEE"), second).orElseThrow();
    part(group, GUARDIAN, second).orElseThrow();
    assertThat(parts(group, BusyProgramme.TODAY)).contains("MENTEE second");

    busy.mentoring
        .withdrawConsent(BusyProgramme.COORDINATOR, consent, BusyProgramme.day(-2))
        .orElseThrow();

    assertThat(parts(group, BusyProgramme.TODAY))
        .containsExactlyInAnyOrder("MENTEE first", "GUARDIAN second");
    // Decisions made before it was asked are made again as they were.
    assertThat(parts(group, BusyProgramme.TODAY, CompletionQueries.Scope.of(Set.of("closing@1"))))
        .containsExactlyInAnyOrder("MENTEE first", "MENTEE second", "GUARDIAN second");
  }

  @Test
  void an_unnamed_part_is_that_of_all_who_have_their_consents() {
    ParticipantId first = busy.menteeInPair("first");
    MentorshipId group = group(busy.mentor, List.of(first, busy.child));

    partOfAll(group, BusyProgramme.HEAD, GUARDIAN).orElseThrow();

    assertThat(parts(group, BusyProgramme.TODAY)).containsExactly("GUARDIAN all");
    assertThat(codes(part(group, GUARDIAN, first))).containsExactly("command.activity-part-given");
  }

  @Test
  void after_a_mentor_left_the_team_another_gives_its_part() {
    ParticipantId further = busy.mentor("further");
    MentorshipId team = team(List.of());
    partOfAll(team, BusyProgramme.MENTOR, Code.of("MENTOR")).orElseThrow();
    Actor other = new Actor("further", Code.of("MENTOR"), "centre-1");
    assertThat(codes(partOfAll(team, other, Code.of("MENTOR"))))
        .containsExactly("command.activity-part-given");

    team(
        List.of(
            new Leaving(
                busy.mentor,
                true,
                BusyProgramme.TODAY,
                Code.of("MOVED"),
                null,
                "moves",
                BusyProgramme.COORDINATOR,
                "digest",
                busy.now.get())));

    assertThat(partOfAll(team, other, Code.of("MENTOR")).accepted()).isPresent();
    assertThat(stores.mentorships().find(team).orElseThrow().mentors()).containsExactly(further);
  }

  private MentorshipId team(List<Leaving> leavings) {
    MentorshipId id = MentorshipId.of("team");
    Particulars pair = stores.mentorships().find(busy.pair).orElseThrow();
    List<ParticipantId> mentors = new ArrayList<>(List.of(ParticipantId.of("further")));
    if (leavings.isEmpty()) {
      mentors.add(busy.mentor);
    }
    save(
        pair,
        id,
        leavings.isEmpty() ? 1 : 2,
        Arrangement.TEAM,
        mentors,
        List.of(busy.child),
        leavings);
    return id;
  }

  private MentorshipId group(ParticipantId mentor, List<ParticipantId> mentees) {
    MentorshipId id = MentorshipId.of("group");
    Particulars pair = stores.mentorships().find(busy.pair).orElseThrow();
    save(pair, id, 1, Arrangement.GROUP, List.of(mentor), mentees, List.of());
    return id;
  }

  private void save(
      Particulars pair,
      MentorshipId id,
      long version,
      Arrangement arrangement,
      List<ParticipantId> mentors,
      List<ParticipantId> mentees,
      List<Leaving> leavings) {
    List<StateChange> changes = pair.changes();
    stores
        .mentorships()
        .save(
            new Particulars(
                id,
                version,
                pair.practice(),
                arrangement,
                new TreeSet<>(mentors),
                new TreeSet<>(mentees),
                pair.centre(),
                null,
                null,
                List.of(),
                BusyProgramme.STARTED,
                List.of(),
                List.of(),
                List.of(),
                changes,
                null,
                leavings,
                null,
                List.of()));
  }

  private static List<String> codes(Outcome<?> outcome) {
    return outcome.refused().orElseThrow().findings().stream().map(Finding::code).toList();
  }
}
