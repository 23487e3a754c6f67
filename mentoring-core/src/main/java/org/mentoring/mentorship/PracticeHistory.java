package org.mentoring.mentorship;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Position;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.MentorshipTerms.MentorshipStep;
import org.mentoring.programme.MentorshipTerms.Stage;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;

/** What a practice's own terms say of a record that could be one of some practice. */
final class PracticeHistory {
  /** Whether a guardian is asked depends on the mentee's age, which is not on record here. */
  private static final Code GUARDIAN = Code.of("GUARDIAN");

  private static final Code MENTOR = Code.of("MENTOR");
  private static final Code MENTEE = Code.of("MENTEE");

  private final MentorshipTerms terms;
  private final Particulars record;
  private final HistoryFaults faults;

  private PracticeHistory(MentorshipTerms terms, Particulars record, HistoryFaults faults) {
    this.terms = terms;
    this.record = record;
    this.faults = faults;
  }

  static void refuseUnless(ProgrammeDefinition definition, Particulars record) {
    HistoryFaults faults = new HistoryFaults();
    Optional<Practice> practice = definition.practice(record.practice());
    SortedSet<String> practices = new TreeSet<>();
    definition.practices().forEach(each -> practices.add(each.id()));
    faults.holds(practice.isPresent(), "practice", practices.toString());
    practice.ifPresent(
        each -> find(each, day -> definition.on(day).practice(each.id()), record, faults));
    SortedSet<String> models = new TreeSet<>();
    CentreTerms centre = definition.centre();
    if (centre != null) {
      centre.models().forEach(each -> models.add(each.id()));
    }
    String model = record.model();
    faults.holds(
        model == null ? models.isEmpty() : models.contains(model),
        "model",
        models.isEmpty() ? "null: the definition tells no models apart" : models.toString());
    faults.refuseAny();
  }

  static void refuseUnless(Practice practice, Particulars record) {
    HistoryFaults faults = new HistoryFaults();
    if (faults.holds(record.practice().equals(practice.id()), "practice", practice.id())) {
      find(practice, day -> Optional.of(practice), record, faults);
    }
    faults.refuseAny();
  }

  /**
   * @param then the practice as packs made it on a day
   */
  private static void find(
      Practice practice,
      Function<LocalDate, Optional<Practice>> then,
      Particulars record,
      HistoryFaults faults) {
    MentorshipTerms terms = practice.mentorship();
    if (terms != null) {
      new PracticeHistory(terms, record, faults).steps();
      LocalDate agreed = record.since(MentorshipState.AGREED).orElseGet(record::lastDay);
      of(then.apply(agreed), record, faults)
          .ifPresent(history -> history.agreements(day -> asked(then.apply(day))));
      of(then.apply(record.lastDay()), record, faults).ifPresent(PracticeHistory::rungs);
    }
    faults.holds(
        practice.arrangements().contains(record.arrangement()),
        "arrangement",
        practice.arrangements().toString());
    new EndingHistory(practice, record, faults).find();
  }

  private static Optional<PracticeHistory> of(
      Optional<Practice> practice, Particulars record, HistoryFaults faults) {
    return practice
        .flatMap(each -> Optional.ofNullable(each.mentorship()))
        .map(terms -> new PracticeHistory(terms, record, faults));
  }

  private static SortedSet<Code> asked(Optional<Practice> practice) {
    return practice
        .flatMap(each -> Optional.ofNullable(each.mentorship()))
        .map(MentorshipTerms::agreedBy)
        .orElseGet(TreeSet::new);
  }

  /** Whoever left before all had agreed was not waited for. */
  private SortedSet<ParticipantId> goneBeforeAgreed() {
    SortedSet<ParticipantId> gone = new TreeSet<>();
    for (StateChange change : record.changes()) {
      if (change.to() == MentorshipState.AGREED) {
        record.leavings().stream()
            .filter(left -> !left.recordedAt().isAfter(change.recordedAt()))
            .map(Leaving::participant)
            .forEach(gone::add);
      }
    }
    return gone;
  }

  /**
   * @param asked who has to agree by the packs of a day: some only after all others did
   */
  private void agreements(Function<LocalDate, SortedSet<Code>> asked) {
    Set<List<Object>> given = new HashSet<>();
    for (Agreement agreement : record.agreements()) {
      given.add(List.of(agreement.party(), agreement.participant()));
      faults.holds(
          terms.agreedBy().contains(agreement.party())
              || asked.apply(agreement.on()).contains(agreement.party()),
          "agreements",
          "by " + terms.agreedBy() + " alone");
      faults.holds(
          mayGive(record.withAllParties(), agreement),
          "agreements.by",
          "staff, or the party itself in its own capacity");
    }
    if (record.since(MentorshipState.AGREED).isEmpty()) {
      return;
    }
    Particulars all = record.withAllParties();
    SortedSet<ParticipantId> gone = goneBeforeAgreed();
    for (Code party : terms.agreedBy()) {
      SortedSet<ParticipantId> each =
          new TreeSet<>(
              party.value().equals(Position.MENTOR.name()) ? all.mentors() : all.mentees());
      each.removeAll(gone);
      faults.holds(
          party.equals(GUARDIAN)
              || each.stream().allMatch(id -> given.contains(List.of(party, id))),
          "agreements",
          "one of each " + party + " before AGREED");
    }
  }

  /**
   * As {@code org.mentoring.ActorStanding} lets parties agree. Who is no mentor or mentee on record
   * may be one under a registration that was merged, which is not on record here.
   */
  private static boolean mayGive(Particulars all, Agreement agreement) {
    Actor by = agreement.by();
    boolean mentor = all.mentors().stream().anyMatch(id -> id.value().equals(by.id()));
    boolean mentee = all.mentees().stream().anyMatch(id -> id.value().equals(by.id()));
    Code own = mentor ? MENTOR : mentee ? MENTEE : by.capacity();
    if (!own.equals(MENTOR) && !own.equals(MENTEE) && !own.equals(GUARDIAN)) {
      return true;
    }
    return own.equals(agreement.party())
        && own.equals(by.capacity())
        && (!(mentor || mentee) || by.id().equals(agreement.participant().value()));
  }

  private void steps() {
    Set<String> known = new TreeSet<>();
    Set<String> later = new TreeSet<>();
    boolean completed = reached(Stage.COMPLETION).isPresent();
    for (MentorshipStep step : terms.path()) {
      known.add(step.id());
      if (step.stage() == Stage.COMPLETION || step.after().stream().anyMatch(later::contains)) {
        later.add(step.id());
      }
      Stage stage = step.stage();
      boolean taken = record.took(step.id());
      faults.holds(
          stage == null ? taken || !completed || later.contains(step.id()) : taken(step, stage),
          "steps",
          step.id() + (stage == null ? " before the completion" : " if, and only if, " + stage));
      faults.holds(
          !taken || inOrder(step),
          "steps",
          step.id() + " after " + String.join(", ", step.after()));
    }
    record
        .steps()
        .forEach(step -> faults.holds(known.contains(step.step()), "steps", "those of the path"));
  }

  /** A step of a stage is taken with the stage's command, and by it alone. */
  private boolean taken(MentorshipStep step, Stage stage) {
    Optional<StepTaken> found =
        record.steps().stream().filter(each -> each.step().equals(step.id())).findFirst();
    Optional<StateChange> change = reached(stage);
    return found.isPresent()
        ? change.isPresent() && change.get().on().equals(found.get().on())
        : change.isEmpty();
  }

  private boolean inOrder(MentorshipStep step) {
    Set<String> before = new HashSet<>();
    for (StepTaken taken : record.steps()) {
      if (taken.step().equals(step.id())) {
        return before.containsAll(step.after());
      }
      before.add(taken.step());
    }
    return true;
  }

  private Optional<StateChange> reached(Stage stage) {
    Closure closure = record.closure();
    if (stage == Stage.COMPLETION
        && (closure == null || closure.kind() != Closure.Kind.COMPLETED)) {
      return Optional.empty();
    }
    MentorshipState state =
        switch (stage) {
          case ASSIGNMENT -> MentorshipState.PROPOSED;
          case AGREEMENT -> MentorshipState.AGREED;
          case START -> MentorshipState.ACTIVE;
          case SUMMING_UP -> MentorshipState.CLOSING;
          case COMPLETION -> MentorshipState.CLOSED;
        };
    return record.changes().stream().filter(change -> change.to() == state).findFirst();
  }

  private void rungs() {
    List<String> ladder = terms.ladder().stream().map(MentorshipTerms.Rung::id).toList();
    int before = -1;
    for (RungTaken rung : record.rungs()) {
      int at = ladder.indexOf(rung.rung());
      faults.holds(
          at == 0 || (at > 0 && at == before + 1), "rungs", "those of the ladder, none skipped");
      before = at;
    }
  }
}
