package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mentoring.SmallMentorships.AS_MENTOR;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.GUARDIAN;
import static org.mentoring.SmallMentorships.HEAD;
import static org.mentoring.SmallMentorships.MENTEE;
import static org.mentoring.SmallMentorships.MENTOR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.InvalidValue;
import org.mentoring.identity.Citation;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipSnapshot;
import org.mentoring.mentorship.MentorshipSnapshot.AgreementRow;
import org.mentoring.mentorship.MentorshipSnapshot.ChangeRow;
import org.mentoring.mentorship.MentorshipSnapshot.ClosureRow;
import org.mentoring.mentorship.MentorshipSnapshot.StepRow;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.OrganisationalModel;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.LocalizedText;

/** A table that somebody wrote to by hand gives no mentorship that no command could have made. */
class ForgedSnapshotsTest {
  private final SmallMentorships small = new SmallMentorships();
  private final MentorshipCommands commands = small.commands();
  private final ParticipantId mentor = small.mentor("mentor-1");
  private final ParticipantId mentee = small.mentee("mentee-1");

  /** A whole life, each version of it. */
  private List<Mentorship> life() {
    List<Mentorship> versions = new ArrayList<>();
    MentorshipId id = small.assign(mentor, mentee).orElseThrow().id();
    Runnable look = () -> versions.add(small.now(id));
    look.run();
    small.agree(id, AS_MENTOR, mentor).orElseThrow();
    look.run();
    small.agree(id, MENTEE, mentee).orElseThrow();
    look.run();
    small.days(1);
    small.agree(id, GUARDIAN, mentee).orElseThrow();
    look.run();
    small.step(MENTOR, id, "first-meeting").orElseThrow();
    look.run();
    small.days(3);
    commands.start(COORDINATOR, id, small.today()).orElseThrow();
    look.run();
    commands.escalate(COORDINATOR, id, "warning", "silent", small.today()).orElseThrow();
    look.run();
    small.days(3);
    commands.pause(COORDINATOR, id, "holidays", small.today()).orElseThrow();
    look.run();
    small.days(3);
    commands.resume(COORDINATOR, id, "back", small.today()).orElseThrow();
    look.run();
    small.step(COORDINATOR, id, "support").orElseThrow();
    small.days(1);
    small.step(COORDINATOR, id, "monitoring").orElseThrow();
    look.run();
    commands.beginClosing(COORDINATOR, id, small.today()).orElseThrow();
    look.run();
    commands.complete(COORDINATOR, id, small.today()).orElseThrow();
    look.run();
    commands.beginFollowUp(COORDINATOR, id, small.today()).orElseThrow();
    look.run();
    small.days(40);
    small.followUpReport(id);
    commands.endFollowUp(COORDINATOR, id, small.today()).orElseThrow();
    look.run();
    return versions;
  }

  @Test
  void what_commands_made_comes_back_equal_whatever_its_state() {
    List<Mentorship> versions = new ArrayList<>(life());
    MentorshipId handedOver = small.active(small.mentor("m-2"), small.mentee("c-2"));
    commands.rematch(HEAD, handedOver, GUARDIAN, null, "asked", small.today()).orElseThrow();
    versions.add(small.now(handedOver));
    MentorshipId withdrawn = small.agreed(small.mentor("m-3"), small.mentee("c-3"));
    commands.withdraw(COORDINATOR, withdrawn, "moved", small.today()).orElseThrow();
    versions.add(small.now(withdrawn));
    MentorshipId escalated = small.active(small.mentor("m-4"), small.mentee("c-4"));
    commands.escalate(COORDINATOR, escalated, "warning", "silent", small.today()).orElseThrow();
    versions.add(small.now(escalated));

    assertThat(versions)
        .allSatisfy(
            each -> {
              assertThat(Mentorship.restore(each.snapshot())).isEqualTo(each);
              assertThat(
                      Mentorship.restore(
                          each.snapshot(), SmallMentorships.definition().practices().get(0)))
                  .isEqualTo(each);
            });
    assertThat(versions).extracting(Mentorship::state).contains(MentorshipState.values());
  }

  @Test
  void each_forgery_of_each_version_is_refused() {
    for (Mentorship version : life()) {
      MentorshipSnapshot snapshot = version.snapshot();
      forgeries(snapshot)
          .forEach(
              (name, forged) ->
                  assertThat(catchThrowable(() -> Mentorship.restore(forged)))
                      .as(name + " of " + version.state())
                      .isInstanceOfSatisfying(
                          InvalidValue.class,
                          refused -> {
                            assertThat(refused.code()).isEqualTo("mentorship.history");
                            assertThat(refused.getMessage())
                                .doesNotContain("mentor-1", "mentee-1", "holidays", "silent");
                          }));
    }
  }

  /** What of a record can be forged without anybody needing to know the programme. */
  private static Map<String, MentorshipSnapshot> forgeries(MentorshipSnapshot from) {
    Map<String, MentorshipSnapshot> all = new LinkedHashMap<>();
    IntStream.range(0, from.agreements().size())
        .forEach(
            gone ->
                all.put(
                    "agreement " + gone + " dropped",
                    edited(from, e -> e.agreements = without(from.agreements(), gone))));
    IntStream.range(0, from.steps().size())
        .filter(gone -> from.steps().get(gone).step().matches("first-meeting|support|monitoring"))
        .forEach(
            gone ->
                all.put(
                    "step " + gone + " dropped",
                    edited(from, e -> e.steps = without(from.steps(), gone))));
    IntStream.range(0, from.changes().size())
        .forEach(
            at -> {
              all.put(
                  "change " + at + " dropped",
                  edited(from, e -> e.changes = without(from.changes(), at)));
              all.put(
                  "change " + at + " to another state",
                  edited(
                      from, e -> e.changes.set(at, to(from.changes().get(at), other(from, at)))));
              all.put(
                  "change " + at + " before the first",
                  edited(from, e -> e.changes.set(at, on(from.changes().get(at), LocalDate.MIN))));
              all.put(
                  "change " + at + " after it was known",
                  edited(
                      from,
                      e ->
                          e.changes.set(
                              at,
                              on(
                                  from.changes().get(at),
                                  from.changes().get(at).on().plusYears(1)))));
              all.put(
                  "change " + at + " known before there was time",
                  edited(from, e -> e.changes.set(at, known(from.changes().get(at), Instant.MIN))));
            });
    all.put("a version more", edited(from, e -> e.version++));
    all.put("a version less", edited(from, e -> e.version--));
    all.put("no mentor", edited(from, e -> e.mentors = List.of()));
    all.put("no mentee", edited(from, e -> e.mentees = List.of()));
    all.put("a second mentee", edited(from, e -> e.mentees = List.of("mentee-1", "mentee-2")));
    all.put("a group of two mentors", edited(from, e -> e.arrangement = "TEAM"));
    for (MentorshipState state : MentorshipState.values()) {
      if (!state.name().equals(from.state())) {
        all.put("state " + state, edited(from, e -> e.state = state.name()));
      }
    }
    if (from.closure() == null) {
      all.put("a closure", edited(from, e -> e.closure = CLOSURE));
    } else {
      all.put("no closure", edited(from, e -> e.closure = null));
    }
    if (from.startedOn() != null) {
      all.put("no start", edited(from, e -> e.startedOn = null));
      all.put("an early start", edited(from, e -> e.startedOn = from.startedOn().minusDays(400)));
    } else {
      all.put("a start", edited(from, e -> e.startedOn = from.changes().get(0).on()));
    }
    return all;
  }

  private static String other(MentorshipSnapshot from, int at) {
    return from.changes().get(at).to().equals("PROPOSED") ? "ACTIVE" : "PROPOSED";
  }

  @Test
  void active_without_agreements_or_steps_is_no_life_of_this_practice() {
    Mentorship active = small.now(small.active(mentor, mentee));
    MentorshipSnapshot bare =
        edited(
            active.snapshot(),
            e -> {
              e.agreements = List.of();
              e.steps = List.of();
              e.version = 3;
            });

    assertThatThrownBy(
            () -> Mentorship.restore(bare, SmallMentorships.definition().practices().get(0)))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refused ->
                assertThat(refused.attributes().get("allowed"))
                    .contains(
                        "one of each MENTEE before AGREED",
                        "one of each MENTOR before AGREED",
                        "start if, and only if, START",
                        "agreement if, and only if, AGREEMENT"));
  }

  @Test
  void steps_that_nobody_could_take_are_no_life_of_this_practice() {
    MentorshipSnapshot real = small.now(small.closing(mentor, mentee)).snapshot();
    refusedByPractice("unknown step", edited(real, e -> e.steps = renamed(e.steps, "support")));
    List<StepRow> swapped = new ArrayList<>(real.steps());
    StepRow meeting = swapped.remove(2);
    swapped.add(0, meeting);
    refusedByPractice("steps in another order", edited(real, e -> e.steps = numbered(swapped)));
    refusedByPractice("another practice", edited(real, e -> e.practice = "adults"));
  }

  @Test
  void an_early_ending_is_one_of_the_practice_and_counts_as_it_says() {
    MentorshipId id = small.active(mentor, mentee);
    small.days(3);
    commands
        .endEarly(COORDINATOR, id, SmallMentorships.MOVED, GUARDIAN, "moved", small.today())
        .orElseThrow();
    MentorshipSnapshot real = small.now(id).snapshot();
    ClosureRow closure = java.util.Objects.requireNonNull(real.closure());

    assertThat(whatIsWrong(real, closure(closure, "MOVED", "GUARDIAN", true)))
        .isEqualTo("closure.asCompleted");
    assertThat(whatIsWrong(real, closure(closure, "WHIM", "GUARDIAN", false)))
        .isEqualTo("closure.reason");
    assertThat(whatIsWrong(real, closure(closure, "UNWILLING_PARTY", "COORDINATOR", false)))
        .isEqualTo("closure.askedBy");
    assertThat(whatIsWrong(real, closure(closure, "UNWILLING_PARTY", null, false)))
        .isEqualTo("closure.askedBy");
    assertThat(whatIsWrong(real, closure(closure, "ESCALATED", null, false)))
        .isEqualTo("closure.reason");
    Practice practice = SmallMentorships.definition().practices().get(0);
    assertThat(Mentorship.restore(real, practice).snapshot()).isEqualTo(real);
  }

  @Test
  void the_last_rung_of_the_ladder_ends_without_an_ending_of_the_practice() {
    MentorshipId id = small.active(mentor, mentee);
    commands.escalate(COORDINATOR, id, "warning", "silent", small.today()).orElseThrow();
    commands.escalate(COORDINATOR, id, "probation", "silent", small.today()).orElseThrow();
    small.days(14);
    commands.escalate(HEAD, id, "parting", "silent", small.today()).orElseThrow();
    MentorshipSnapshot real = small.now(id).snapshot();

    Practice practice = SmallMentorships.definition().practices().get(0);
    assertThat(Mentorship.restore(real, practice).snapshot()).isEqualTo(real);
  }

  @Test
  void follow_up_and_arrangement_are_those_of_the_practice() {
    MentorshipId id = small.closing(mentor, mentee);
    commands.complete(COORDINATOR, id, small.today()).orElseThrow();
    commands.beginFollowUp(COORDINATOR, id, small.today()).orElseThrow();
    MentorshipSnapshot real = small.now(id).snapshot();
    Practice practice = SmallMentorships.definition().practices().get(0);
    CompletionTerms terms = java.util.Objects.requireNonNull(practice.completion());

    assertThat(
            whatIsWrong(
                real,
                practice(
                    practice,
                    practice.arrangements(),
                    new CompletionTerms(
                        terms.requires(), terms.jointBy(), List.of(), terms.citation()))))
        .isEqualTo("changes");
    assertThat(
            whatIsWrong(real, practice(practice, new TreeSet<>(List.of(Arrangement.GROUP)), terms)))
        .isEqualTo("arrangement");
  }

  @Test
  void the_organisational_model_is_one_of_the_definition_and_none_where_it_has_none() {
    MentorshipSnapshot real = small.now(small.active(mentor, mentee)).snapshot();
    ProgrammeDefinition without = SmallMentorships.definition();
    ProgrammeDefinition with =
        SmallMentorships.definition(
            false,
            SmallMentorships.mentorshipTerms(),
            new CentreTerms(
                new TreeSet<>(),
                0,
                List.of(),
                List.of(),
                List.of(
                    new OrganisationalModel(
                        "own-centre",
                        new LocalizedText("own", "свой"),
                        null,
                        new TreeSet<>(),
                        Citation.CHOICE)),
                List.of(),
                Citation.CHOICE));
    MentorshipSnapshot own = edited(real, e -> e.model = "own-centre");
    MentorshipSnapshot unknown = edited(real, e -> e.model = "with-anybody");

    assertThat(Mentorship.restore(real, without).snapshot()).isEqualTo(real);
    assertThat(Mentorship.restore(own, with).snapshot()).isEqualTo(own);
    assertThatThrownBy(() -> Mentorship.restore(unknown, with))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refused -> {
              assertThat(refused.attributes().get("what")).isEqualTo("model");
              assertThat(refused.attributes().get("allowed")).isEqualTo("[own-centre]");
            });
    for (MentorshipSnapshot wrong : List.of(own, unknown)) {
      assertThatThrownBy(() -> Mentorship.restore(wrong, without)).hasMessageContaining("model");
    }
    assertThatThrownBy(() -> Mentorship.restore(real, with)).hasMessageContaining("model");
    assertThatThrownBy(() -> Mentorship.restore(edited(real, e -> e.practice = "another"), without))
        .hasMessageContaining("practice");
  }

  @Test
  void nobody_who_is_a_party_agreed_for_another() {
    MentorshipSnapshot real = small.now(small.active(mentor, mentee)).snapshot();
    Practice practice = SmallMentorships.definition().practices().get(0);

    assertThat(Mentorship.restore(agreed(real, "MENTOR", "mentor-1", "MENTOR"), practice))
        .isNotNull();
    for (MentorshipSnapshot forged :
        List.of(
            agreed(real, "MENTEE", "mentor-1", "MENTOR"),
            agreed(real, "GUARDIAN", "mentor-1", "COORDINATOR"),
            agreed(real, "MENTOR", "par-1", "GUARDIAN"),
            agreed(real, "MENTOR", "mentee-1", "MENTOR"))) {
      assertThat(whatIsWrong(forged, practice)).isEqualTo("agreements.by");
    }
  }

  /** The agreement of a party as if somebody else had given it. */
  private static MentorshipSnapshot agreed(
      MentorshipSnapshot from, String party, String by, String capacity) {
    return edited(
        from,
        e ->
            e.agreements =
                from.agreements().stream()
                    .map(
                        each ->
                            each.party().equals(party)
                                ? new AgreementRow(
                                    each.number(),
                                    party,
                                    each.participant(),
                                    each.on(),
                                    by,
                                    capacity,
                                    "centre-1")
                                : each)
                    .toList());
  }

  private static Practice practice(
      Practice from, SortedSet<Arrangement> arrangements, CompletionTerms completion) {
    return new Practice(
        from.id(),
        from.title(),
        from.format(),
        arrangements,
        from.mutual(),
        from.circlesForbidden(),
        from.parties(),
        from.matching(),
        from.mentorship(),
        from.cadences(),
        completion,
        from.citation());
  }

  private static ClosureRow closure(
      ClosureRow from, String reason, @Nullable String askedBy, boolean asCompleted) {
    return new ClosureRow(
        from.kind(),
        reason,
        askedBy,
        from.why(),
        asCompleted,
        from.on(),
        from.by(),
        from.capacity(),
        from.organisation(),
        from.decision());
  }

  private static String whatIsWrong(MentorshipSnapshot from, ClosureRow closure) {
    return whatIsWrong(
        edited(from, e -> e.closure = closure), SmallMentorships.definition().practices().get(0));
  }

  private static String whatIsWrong(MentorshipSnapshot forged, Practice practice) {
    InvalidValue refused =
        catchThrowableOfType(InvalidValue.class, () -> Mentorship.restore(forged, practice));
    return java.util.Objects.toString(refused.attributes().get("what"));
  }

  private static void refusedByPractice(String name, MentorshipSnapshot forged) {
    assertThatThrownBy(
            () -> Mentorship.restore(forged, SmallMentorships.definition().practices().get(0)))
        .as(name)
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("mentorship.history");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    MentorshipSnapshot real = small.now(small.active(mentor, mentee)).snapshot();
    assertThatThrownBy(
            () ->
                Mentorship.restore(
                    edited(
                        real,
                        e -> {
                          e.id = "a name with spaces";
                          e.arrangement = "CROWD";
                          e.agreements =
                              List.of(
                                  new AgreementRow(
                                      1, "mentor", "Иванова", LocalDate.MIN, "c-1", "x", "o"));
                          e.changes.set(0, known(real.changes().get(0), unset()));
                        })))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refused ->
                assertThat(refused.attributes().get("what"))
                    .isEqualTo(
                        "id, arrangement, agreements[0].party, agreements[0].participant,"
                            + " agreements[0].by, changes[0].recordedAt"))
        .hasMessageNotContaining("Иванова");
    assertThatThrownBy(
            () ->
                Mentorship.restore(
                    edited(
                        real,
                        e -> {
                          e.version = 40;
                          e.startedOn = null;
                          e.closure = CLOSURE;
                        })))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refused ->
                assertThat(refused.attributes().get("what"))
                    .isEqualTo("startedOn, closure, version"));
  }

  /** What a driver hands over for an empty column, whatever the type says. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T unset() {
    return null;
  }

  private static final ClosureRow CLOSURE =
      new ClosureRow(
          "COMPLETED",
          null,
          null,
          null,
          true,
          LocalDate.of(2020, 10, 1),
          "c-1",
          "COORDINATOR",
          "o-1",
          "");

  private static List<StepRow> renamed(List<StepRow> steps, String name) {
    return steps.stream()
        .map(
            each ->
                each.step().equals(name)
                    ? new StepRow(
                        each.number(),
                        "applause",
                        each.on(),
                        each.by(),
                        each.capacity(),
                        each.organisation(),
                        each.decision(),
                        each.recordedAt())
                    : each)
        .toList();
  }

  private static ChangeRow to(ChangeRow row, String state) {
    return change(row, row.number(), state, row.on(), row.recordedAt());
  }

  private static ChangeRow on(ChangeRow row, LocalDate day) {
    return change(row, row.number(), row.to(), day, row.recordedAt());
  }

  private static ChangeRow known(ChangeRow row, Instant instant) {
    return change(row, row.number(), row.to(), row.on(), instant);
  }

  private static ChangeRow change(
      ChangeRow row, int number, String state, LocalDate on, Instant recordedAt) {
    return new ChangeRow(
        number,
        state,
        on,
        row.by(),
        row.capacity(),
        row.organisation(),
        row.reason(),
        row.decision(),
        recordedAt);
  }

  private static <R> List<R> without(List<R> rows, int gone) {
    List<R> left = new ArrayList<>(rows);
    left.remove(gone);
    return numbered(left);
  }

  @SuppressWarnings("unchecked")
  private static <R> List<R> numbered(List<R> rows) {
    List<R> numbered = new ArrayList<>();
    for (R row : rows) {
      int number = numbered.size() + 1;
      Object next =
          row instanceof AgreementRow a
              ? new AgreementRow(
                  number,
                  a.party(),
                  a.participant(),
                  a.on(),
                  a.by(),
                  a.capacity(),
                  a.organisation())
              : row instanceof StepRow s
                  ? new StepRow(
                      number,
                      s.step(),
                      s.on(),
                      s.by(),
                      s.capacity(),
                      s.organisation(),
                      s.decision(),
                      s.recordedAt())
                  : renumbered((ChangeRow) row, number);
      numbered.add((R) next);
    }
    return numbered;
  }

  private static ChangeRow renumbered(ChangeRow row, int number) {
    return change(row, number, row.to(), row.on(), row.recordedAt());
  }

  private static MentorshipSnapshot edited(MentorshipSnapshot from, Consumer<Edit> how) {
    Edit edit = new Edit(from);
    how.accept(edit);
    return edit.done(from);
  }

  /** A snapshot in the hands of somebody who edits a table. */
  private static final class Edit {
    String id;
    long version;
    String practice;
    String arrangement;
    String state;
    List<String> mentors;
    List<String> mentees;
    @Nullable LocalDate startedOn;
    List<AgreementRow> agreements;
    List<StepRow> steps;
    List<ChangeRow> changes;
    @Nullable ClosureRow closure;
    @Nullable String model;

    Edit(MentorshipSnapshot from) {
      id = from.id();
      version = from.version();
      practice = from.practice();
      arrangement = from.arrangement();
      state = from.state();
      mentors = from.mentors();
      mentees = from.mentees();
      startedOn = from.startedOn();
      agreements = from.agreements();
      steps = from.steps();
      changes = new ArrayList<>(from.changes());
      closure = from.closure();
      model = from.model();
    }

    MentorshipSnapshot done(MentorshipSnapshot from) {
      return new MentorshipSnapshot(
          id,
          version,
          practice,
          arrangement,
          state,
          mentors,
          mentees,
          from.centre(),
          model,
          from.continues(),
          startedOn,
          agreements,
          from.pauses(),
          from.rungs(),
          steps,
          changes,
          closure,
          from.leavings());
    }
  }
}
