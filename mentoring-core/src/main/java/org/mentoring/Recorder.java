package org.mentoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.StoredDecision;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.CommandRecord;
import org.mentoring.journal.EntriesDigest;
import org.mentoring.journal.JournalEntry;
import org.mentoring.participant.FactEntry;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Identifiers;
import org.mentoring.spi.Stores;

/**
 * Carries commands out: each in one unit of work with its events, its decisions, its line among the
 * commands and its entries of the journal, all or nothing. Thread-safe.
 */
final class Recorder {
  static final Code COMMAND = Code.of("COMMAND");

  /** The detail of a command's entry that says what was asked for. */
  static final String MATTER = "matter";

  static final Code CARRIED_OUT = Code.of("COMMAND_CARRIED_OUT");
  static final Code REFUSED = Code.of("COMMAND_REFUSED");
  private static final Code DECISION = Code.of("DECISION");
  static final Code DECIDED = Code.of("DECISION_STORED");
  static final Code DEFINITION_KEPT = Code.of("DEFINITION_KEPT");
  private static final Code DEFINITION = Code.of("DEFINITION");
  static final Code IN_FORCE = Code.of("DEFINITION_IN_FORCE");

  private final Stores given;
  private final Stores recording;
  private final Identifiers identifiers;
  private final ProgrammeClock clock;
  private final KnownDefinitions definitions;
  private volatile Runnable beforeEach = () -> {};

  // Not static: a host may run several programmes in one thread.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Running> running = new ThreadLocal<>();

  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Asked> asked = new ThreadLocal<>();

  Recorder(
      Stores given, Identifiers identifiers, ProgrammeClock clock, KnownDefinitions definitions) {
    this.given = given;
    this.identifiers = identifiers;
    this.clock = clock;
    this.definitions = definitions;
    recording = RecordingStores.over(given, new Hearing(), this::history);
  }

  /** The stores, telling this recorder what is written to them. */
  Stores stores() {
    return recording;
  }

  /** Does something before each command, outside of its record. */
  void beforeEach(Runnable work) {
    beforeEach = work;
  }

  KnownDefinitions definitions() {
    return definitions;
  }

  /** A command under an id that the caller chose. */
  private static final class Asked {
    final CommandId id;

    /** What came of it, if it was given before: then it is looked at and not carried out. */
    final @Nullable CommandRecord before;

    boolean given;

    Asked(CommandId id, @Nullable CommandRecord before) {
      this.id = id;
      this.before = before;
    }
  }

  /** Ends a command that was given before, ere it begins. */
  private static final class GivenBefore extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GivenBefore() {
      super(null, null, false, false);
    }
  }

  /** Ends a pass of a command that was about to write without what it has read too late. */
  private static final class ReadTooLate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReadTooLate() {
      super(null, null, false, false);
    }
  }

  private static final class Running {
    /**
     * For what others record meanwhile of whom it did not lock, a command does not go on and on.
     */
    private static final int MOST_PASSES = 3;

    final CommandId id;
    final Actor by;
    final Instant at;
    final List<JournalEntry> entries = new ArrayList<>();
    final List<StoredDecision> decisions = new ArrayList<>();
    final SortedSet<ParticipantId> restedOn = new TreeSet<>();

    /** What it writes itself is not another's. */
    private final Set<Object> written = new HashSet<>();

    /** The first time that was told in this pass: what is recorded later may have been left out. */
    private @Nullable Instant told;

    private boolean tooLate;
    private boolean locks;
    private int passes = 1;
    private int entriesBefore;
    private @Nullable RuntimeException broken;

    Running(CommandId id, Actor by, Instant at) {
      this.id = id;
      this.by = by;
      this.at = at;
    }

    void begins() {
      entriesBefore = entries.size();
    }

    void again() {
      passes++;
      tooLate = false;
      told = null;
      broken = null;
      restedOn.clear();
      decisions.clear();
      entries.subList(entriesBefore, entries.size()).clear();
    }

    void writes(Object what) {
      if (tooLate) {
        throw new ReadTooLate();
      }
      written.add(what);
    }
  }

  /**
   * Runs a command; one that is given from within another is part of that one.
   *
   * @param matter what is asked for
   * @param about the opaque ids and codes that the command names, as its caller gave them; empty if
   *     there are none
   */
  <T> Outcome<T> run(Code matter, Actor by, List<?> about, Supplier<Outcome<T>> command) {
    Invariants.present("command", by);
    Asked current = asked.get();
    if (current != null && current.before != null) {
      current.given = true;
      sameAs(current.before, matter, by, subject(current.id, about));
      throw new GivenBefore();
    }
    Running outer = running.get();
    return outer == null
        ? given.work().run(() -> outermost(matter, by, about, command))
        : within(outer, command);
  }

  /** What it wrote cannot be told from what the outer one wrote, which must not be kept either. */
  private static <T> Outcome<T> within(Running outer, Supplier<Outcome<T>> command) {
    try {
      return command.get();
    } catch (RuntimeException e) {
      outer.broken = e;
      throw e;
    }
  }

  private <T> Outcome<T> outermost(
      Code matter, Actor by, List<?> about, Supplier<Outcome<T>> command) {
    beforeEach.run();
    Asked own = asked.get();
    if (own != null && given.commands().find(own.id).isPresent()) {
      throw new MentoringException(
          "command.twice",
          Map.of("command", own.id.value()),
          "Give each command an id of its own.");
    }
    Instant at = clock.begun(given.work());
    Running current = new Running(own == null ? identifiers.newCommand() : own.id, by, at);
    running.set(current);
    try {
      // First, so that instances which begin at once wait for each other here, with no lock held.
      definitions.keep(current.at, new DefinitionsOnRecord());
      current.begins();
      Outcome<T> outcome = counting(current, command);
      keep(matter, current, subject(current.id, about), outcome);
      return outcome;
    } finally {
      running.remove();
    }
  }

  /**
   * Runs a command so that all counts which it reads of what others recorded: where it comes upon
   * something later than the time that it goes by, because their clocks are ahead, it begins anew
   * by a later one, with the locks that it has. Before anything is written, so that nothing has to
   * be taken back, not even in a host's transaction.
   */
  private static <T> Outcome<T> counting(Running current, Supplier<Outcome<T>> command) {
    while (true) {
      try {
        Outcome<T> outcome = command.get();
        RuntimeException broken = current.broken;
        if (broken != null) {
          throw broken;
        }
        if (!current.tooLate) {
          return outcome;
        }
      } catch (ReadTooLate e) {
        if (!current.tooLate) {
          throw e;
        }
      }
      current.again();
    }
  }

  /** Now, as the running command is told it. */
  void told(Instant now) {
    Running current = running.get();
    if (current != null && current.told == null) {
      current.told = now;
    }
  }

  /** The running command is about to write, if to none of those stores that tell of it. */
  void writes(Object what) {
    current().writes(what);
  }

  /** The running command keeps others from changing what it is about. */
  void locks() {
    Running current = running.get();
    if (current != null) {
      current.locks = true;
    }
  }

  /**
   * What was read counts from here on, and for the running command too.
   *
   * @param what of which
   * @param recorded when it was recorded
   */
  private void read(Object what, Instant recorded) {
    Running current = running.get();
    if (current == null) {
      clock.counts(recorded);
    } else if (!current.written.contains(what)) {
      clock.refuseBehind(recorded);
      Instant told = current.told;
      if (told != null && recorded.isAfter(told)) {
        heardTooLate(current, recorded);
      }
      clock.counts(recorded);
    }
  }

  private void heardTooLate(Running current, Instant recorded) {
    // Of whom it did not lock others go on recording, which a command may leave out; but not what
    // was there before it began.
    boolean before = recorded.isAfter(clock.read());
    if (recorded.isAfter(clock.furthest())
        || current.passes == Running.MOST_PASSES
        || !(before || current.locks)) {
      return;
    }
    if (current.written.isEmpty()) {
      current.tooLate = true;
    } else if (before) {
      clock.counts(recorded);
      throw new MentoringException(
          "clock.later",
          Map.of("recorded", recorded.toString()),
          "Nothing was done. Another instance's clock is ahead of this one's; give the command again.");
    }
  }

  /** With the command's id, so that equal subjects of two commands are not seen to be equal. */
  private static @Nullable String subject(CommandId id, List<?> about) {
    return about.isEmpty() ? null : CanonicalForm.sha256(List.of(id, about));
  }

  private void keep(Code matter, Running current, @Nullable String subject, Outcome<?> outcome) {
    new ErasedPeople(given).none(current.restedOn);
    SortedSet<String> refusedBy = new TreeSet<>();
    outcome
        .refused()
        .ifPresent(
            decision ->
                decision.findings().stream()
                    .filter(finding -> finding.effect() != Effect.INFORMS)
                    .map(Finding::code)
                    .forEach(refusedBy::add));
    boolean accepted = outcome instanceof Outcome.Accepted<?>;
    SortedMap<String, String> details = new TreeMap<>();
    details.put(MATTER, matter.value());
    JournalEntry own =
        entry(accepted ? CARRIED_OUT : REFUSED, COMMAND, current.id.value(), 0, details, null);
    EntriesDigest entries = new EntriesDigest();
    current.entries.forEach(entries::add);
    entries.add(own);
    CommandRecord record =
        new CommandRecord(
            current.id,
            matter,
            current.by,
            current.at,
            accepted,
            outcome instanceof Outcome.Accepted<?> done ? CommandResult.id(done.value()) : null,
            refusedBy,
            current.decisions.stream().map(StoredDecision::id).toList(),
            subject,
            entries.text());
    current.decisions.forEach(given.decisions()::append);
    given.commands().append(record);
    current.entries.add(own.withContent(record.digest()));
    given.journal().append(current.entries);
  }

  /** Whoever uses an id again for something else would believe that it was done. */
  private static void sameAs(
      CommandRecord before, Code matter, Actor by, @Nullable String subject) {
    // What was recorded before subjects were may have had any.
    boolean otherSubject = before.subject() != null && !before.subject().equals(subject);
    if (!before.matter().equals(matter) || !before.by().equals(by) || otherSubject) {
      throw new MentoringException(
          "command.other",
          Map.of(
              "command", before.id().value(),
              "matter", matter.value(),
              "before", before.matter().value(),
              "actor", before.by().equals(by) ? "same" : "other",
              "subject", otherSubject ? "other" : "same"),
          "Nothing was done. Give a command an id of its own, and the same command alone again under it.");
    }
  }

  /**
   * Runs at most one command under an id that the caller chose.
   *
   * @return what came of it, now or before
   */
  <T> Given<T> once(CommandId id, Supplier<Outcome<T>> command) {
    try {
      Optional<Outcome<T>> outcome = given.work().run(() -> first(id, command));
      if (outcome.isPresent()) {
        return new Given.Now<>(outcome.get());
      }
    } catch (MentoringException e) {
      // Somebody else was quicker.
      if (!e.code().equals("command.exists")) {
        throw e;
      }
    }
    return again(before(id).orElseThrow(() -> none(id)), command);
  }

  private Optional<CommandRecord> before(CommandId id) {
    return given.work().read(() -> given.commands().find(id));
  }

  /** What comes of it; nothing if it was given before. */
  private <T> Optional<Outcome<T>> first(CommandId id, Supplier<Outcome<T>> command) {
    if (given.commands().find(id).isPresent()) {
      return Optional.empty();
    }
    asked.set(new Asked(id, null));
    try {
      Outcome<T> outcome = command.get();
      if (given.commands().find(id).isEmpty()) {
        // Given again it would be done again.
        throw none(id);
      }
      return Optional.of(outcome);
    } finally {
      asked.remove();
    }
  }

  /** Outside of a unit of work: nothing is written, and nothing need be undone. */
  private <T> Given<T> again(CommandRecord before, Supplier<Outcome<T>> command) {
    Asked current = new Asked(before.id(), before);
    asked.set(current);
    try {
      // Comes back only if no command was given, or if what ends it was caught on the way.
      Outcome<T> unused = command.get();
    } catch (GivenBefore e) {
      return new Given.Before<>(before);
    } finally {
      asked.remove();
    }
    if (!current.given) {
      throw none(before.id());
    }
    return new Given.Before<>(before);
  }

  private static MentoringException none(CommandId id) {
    return new MentoringException(
        "command.none",
        Map.of("command", id.value()),
        "Give exactly one command of this programme under an id.");
  }

  /** The id of the running command; what is done names it. */
  String command() {
    return current().id.value();
  }

  /** Keeps what was known of people at an instant, for decisions to name. */
  SortedSet<DossierPart.Reference> parts(SortedSet<ParticipantId> persons, Instant knownAt) {
    SortedSet<DossierPart.Reference> parts = new TreeSet<>();
    persons.forEach(person -> parts.add(part(person, knownAt).reference()));
    return parts;
  }

  /**
   * The running command rests on what is known of these without having locked them: at its end, and
   * for no longer, it makes sure that none of them was erased meanwhile.
   */
  void restsOn(SortedSet<ParticipantId> people) {
    current().restedOn.addAll(people);
  }

  /** Keeps a decision that the running command rests on. */
  DecisionId decided(Decision decision, SortedSet<DossierPart.Reference> parts) {
    Running current = current();
    StoredDecision stored =
        StoredDecision.of(
            identifiers.newDecision(),
            current.id,
            current.at,
            parts,
            identifiers.newSalt(),
            decision);
    // Kept with the command, so that one which begins anew has written nothing.
    current.decisions.add(stored);
    happened(DECIDED, DECISION, stored.id().value(), 0, new TreeMap<>(), stored.digest());
    return stored.id();
  }

  /** One that the running command keeps. */
  StoredDecision decided(DecisionId id) {
    return current().decisions.stream()
        .filter(stored -> stored.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private DossierPart part(ParticipantId person, Instant knownAt) {
    List<FactEntry> known = known(given.participants().history(person), knownAt);
    Optional<DossierPart> there =
        given.decisions().parts(person).stream()
            .filter(part -> part.entries() == known.size() && !part.erased())
            .findFirst();
    if (there.isPresent()) {
      return there.get();
    }
    return given.decisions().keep(DossierPart.of(person, identifiers.newSalt(), known));
  }

  /** By this an entry tells what a history was: with a salt, which goes with the person. */
  private String history(ParticipantId person) {
    return given
        .decisions()
        .keep(DossierPart.of(person, identifiers.newSalt(), given.participants().history(person)))
        .digest();
  }

  /** To the last one that was known: instances whose clocks differ write times out of order. */
  private List<FactEntry> known(List<FactEntry> history, Instant knownAt) {
    List<FactEntry> counted = clock.counted(history);
    int last = history.size();
    while (last > 0 && counted.get(last - 1).recordedAt().isAfter(knownAt)) {
      last--;
    }
    return history.subList(0, last);
  }

  private void happened(
      Code kind,
      Code subjectKind,
      String subject,
      long version,
      SortedMap<String, String> details,
      @Nullable String content) {
    current().entries.add(entry(kind, subjectKind, subject, version, details, content));
  }

  private JournalEntry entry(
      Code kind,
      Code subjectKind,
      String subject,
      long version,
      SortedMap<String, String> details,
      @Nullable String content) {
    Running current = current();
    return new JournalEntry(
        identifiers.newEvent(),
        kind,
        subjectKind,
        subject,
        version,
        details,
        current.id,
        current.by,
        current.at,
        content);
  }

  private final class Hearing implements RecordingStores.Heard {
    @Override
    public void writes(Object id) {
      Recorder.this.writes(id);
    }

    @Override
    public void read(Object id, Instant recorded) {
      Recorder.this.read(id, recorded);
    }

    @Override
    public void happened(
        Code kind,
        Code subjectKind,
        String subject,
        long version,
        SortedMap<String, String> details,
        @Nullable String content) {
      Recorder.this.happened(kind, subjectKind, subject, version, details, content);
    }
  }

  private final class DefinitionsOnRecord implements KnownDefinitions.Heard {
    @Override
    public void kept(ProgrammeDefinition definition, String hash) {
      told(DEFINITION_KEPT, definition, hash);
    }

    @Override
    public void inForce(ProgrammeDefinition definition, String hash) {
      told(IN_FORCE, definition, hash);
    }

    private void told(Code kind, ProgrammeDefinition definition, String hash) {
      SortedMap<String, String> details = new TreeMap<>();
      details.put("version", definition.version().toString());
      happened(kind, DEFINITION, definition.id(), 0, details, hash);
    }
  }

  private Running current() {
    Running current = running.get();
    if (current == null) {
      throw new IllegalStateException("written outside of a command");
    }
    return current;
  }
}
