package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Replayed;
import org.mentoring.decision.StoredDecision;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Position;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Page;
import org.mentoring.spi.RequirementEvaluator;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;

/**
 * The decisions that are kept: to find, to make again and to compare with what would be.
 * Thread-safe.
 */
public final class DecisionRecords {
  static final Code KEEP = Code.of("KEEP_DECISION");

  private final Workplace workplace;
  private final List<RequirementEvaluator> evaluators;
  private final KnownDefinitions definitions;

  DecisionRecords(
      Workplace workplace, List<RequirementEvaluator> evaluators, KnownDefinitions definitions) {
    this.workplace = workplace;
    this.evaluators = List.copyOf(evaluators);
    this.definitions = definitions;
  }

  /** The decision with this id, if there is one. */
  public Optional<StoredDecision> find(DecisionId id) {
    Arguments.given("id", id);
    return workplace.stores().decisions().find(id);
  }

  /** All that rest on what was known of a participant, under whatever id; by their ids. */
  public List<StoredDecision> of(ParticipantId participant) {
    Arguments.given("participant", participant);
    SortedSet<ParticipantId> persons = new TreeSet<>(List.of(participant));
    if (workplace.mentoring().participant(participant).isPresent()) {
      persons.addAll(workplace.mentoring().registrations(participant, workplace.now()));
    }
    SortedMap<DecisionId, StoredDecision> found = new TreeMap<>();
    for (ParticipantId person : persons) {
      workplace
          .stores()
          .decisions()
          .restingOn(person)
          .forEach(stored -> found.put(stored.id(), stored));
    }
    return List.copyOf(found.values());
  }

  /**
   * All, by id.
   *
   * @param after ids up to this one are left out; null: from the beginning
   * @param most at most so many, 1 to 1,000
   */
  public Page<StoredDecision> list(@Nullable DecisionId after, int most) {
    Invariants.range("most", most, 1, 1_000);
    return workplace.stores().decisions().list(after, most);
  }

  /**
   * Decides whether a participant may take part, with what is known now, and keeps the decision: an
   * admission or its refusal, on record. Refused to who acts as a party. A decision that says no is
   * kept as well.
   *
   * @param asOf the day that is decided about
   * @throws MentoringException {@code participant.unknown}, {@code practice.unknown} or {@code
   *     position.unknown}
   */
  public Outcome<StoredDecision> keep(
      Actor by, ParticipantId id, String practice, Position position, LocalDate asOf) {
    Arguments.given("by", by, "id", id, "practice", practice, "position", position, "asOf", asOf);
    Arguments.day(workplace.today(), "asOf", asOf);
    return kept(
        by,
        id.value(),
        practice,
        () -> List.of(id),
        at -> {
          Decision decision = workplace.mentoring().decide(id, practice, position, asOf, at);
          return workplace.decided(
              decision, new TreeSet<>(List.of(decision.question().participant())));
        });
  }

  /**
   * Decides whether an organisation may start as a centre, and keeps the decision. As {@link
   * #keep}.
   *
   * @throws MentoringException {@code participant.unknown}; {@code centre.undeclared} if the
   *     definition says nothing of centres
   */
  public Outcome<StoredDecision> keepCentre(Actor by, ParticipantId centre, LocalDate asOf) {
    Arguments.given("by", by, "centre", centre, "asOf", asOf);
    Arguments.day(workplace.today(), "asOf", asOf);
    return kept(
        by,
        centre.value(),
        null,
        () -> List.of(centre),
        at -> workplace.decideCentre(centre, asOf, at).id());
  }

  /**
   * Decides whether a mentorship is complete, and keeps the decision. As {@link #keep}; closing a
   * mentorship as complete keeps its own.
   *
   * @throws MentoringException {@code mentorship.unknown} if it was not there on the day
   */
  public Outcome<StoredDecision> keepCompletion(Actor by, MentorshipId mentorship, LocalDate asOf) {
    Arguments.given("by", by, "mentorship", mentorship, "asOf", asOf);
    Arguments.day(workplace.today(), "asOf", asOf);
    return kept(
        by,
        mentorship.value(),
        null,
        () -> parties(mentorship),
        at -> {
          Decision decision = workplace.mentoring().oversight().completion(mentorship, asOf, at);
          return workplace.decided(decision, parties(mentorship));
        });
  }

  private SortedSet<ParticipantId> parties(MentorshipId mentorship) {
    SortedSet<ParticipantId> parties = new TreeSet<>();
    workplace
        .stores()
        .mentorships()
        .find(mentorship)
        .map(Particulars::withAllParties)
        .ifPresent(
            found -> {
              parties.addAll(found.mentors());
              parties.addAll(found.mentees());
            });
    return parties;
  }

  @FunctionalInterface
  private interface Deciding {
    DecisionId decide(Instant at);
  }

  private Outcome<StoredDecision> kept(
      Actor by,
      String subject,
      @Nullable String practice,
      Supplier<Collection<ParticipantId>> persons,
      Deciding deciding) {
    return workplace.command(
        KEEP,
        by,
        Arrays.asList(subject, practice),
        () -> {
          if (IncidentReading.isParty(by.capacity())) {
            Finding finding =
                Workplace.refusal("command.decision-not-for-parties", "actor")
                    .with("capacity", Parameter.code(by.capacity()));
            return workplace.refused(KEEP, subject, practice, List.of(finding));
          }
          workplace.mentoring().lock(persons.get());
          DecisionId id = deciding.decide(workplace.now());
          return new Outcome.Accepted<>(workplace.recorder().decided(id));
        });
  }

  /**
   * Makes a stored decision again: on the entries that each history had then, under the definition
   * and the semantic versions that it names. The definition is at hand if it is the programme's
   * own, was given to {@link Mentoring.Builder#earlier} or is kept in the stores, and is known by
   * its content hash. The rules are at hand if their hash is the decision's, or if they have every
   * semantic version that the decision names ({@link RulesProvider#kinds()}): then nothing that it
   * rests on has changed, though other rules may have. An embedder's own rules ({@link
   * RulesProvider#own()}) are those that the decision names, no more. Evaluators are at hand in the
   * version that the definition asks for. Whatever was recorded, retracted or merged since does not
   * matter. What cannot be read any more is told as {@link Replayed.Tampered}.
   *
   * @throws MentoringException {@code decision.unknown} if there is no such decision
   */
  public Replayed replay(DecisionId id) {
    Arguments.given("id", id);
    return read(
        () -> {
          Optional<StoredDecision> stored;
          try {
            stored = find(id);
          } catch (UnreadableRecords e) {
            return Replaying.unreadable(id, e.rows().get(0));
          }
          return replaying()
              .replay(
                  stored.orElseThrow(
                      () ->
                          new MentoringException(
                              "decision.unknown",
                              Map.of("decision", id.value()),
                              "Use the id of a decision that was kept.")));
        });
  }

  /**
   * Makes stored decisions again, by id. As {@link #replay}.
   *
   * @param after decisions up to this id are left out; null: from the beginning
   * @param most makes so many at most, 1 to 1,000
   * @return how many came out how, and those that did not come out the same
   */
  public Replayed.Some replayAll(@Nullable DecisionId after, int most) {
    Invariants.range("most", most, 1, 1_000);
    return read(
        () -> {
          Replaying replaying = replaying();
          TolerantReading.Part<StoredDecision> page = part(workplace.stores(), after, most);
          Replayed.Counts counts = Replayed.Counts.none();
          List<Replayed> others = new ArrayList<>();
          List<Replayed> all = new ArrayList<>();
          page.items().forEach(stored -> all.add(replaying.replay(stored)));
          page.unreadable()
              .forEach(row -> all.add(Replaying.unreadable(DecisionId.of(row.id()), row)));
          all.sort(Comparator.comparing(Replayed::decision));
          for (Replayed replayed : all) {
            counts = counts.and(replayed);
            if (!(replayed instanceof Replayed.Identical)) {
              others.add(replayed);
            }
          }
          String next = page.next();
          return new Replayed.Some(others, counts, next == null ? null : DecisionId.of(next));
        });
  }

  /** A page of decisions, past those that cannot be read. */
  static TolerantReading.Part<StoredDecision> part(
      Stores stores, @Nullable DecisionId after, int most) {
    return TolerantReading.part(
        (from, rows) -> stores.decisions().list(from == null ? null : DecisionId.of(from), rows),
        after == null ? null : after.value(),
        most,
        UnreadableRecords.Row::id);
  }

  /**
   * What a changed definition would mean, under the programme's own rules. A pack of requirements
   * that is laid over the definition is given as the definition with it.
   *
   * @throws MentoringException {@code extension.unknown} if it asks for an evaluator that was not
   *     added
   */
  public WhatIf whatIf(ProgrammeDefinition changed) {
    return whatIf(changed, workplace.rules());
  }

  /**
   * The same under changed rules as well.
   *
   * @param rules stay open
   */
  public WhatIf whatIf(ProgrammeDefinition changed, RulesProvider rules) {
    Arguments.given("changed", changed, "rules", rules);
    return new WhatIf(workplace, definitions, changed, rules, evaluators);
  }

  private <T> T read(Supplier<T> query) {
    return workplace.stores().work().read(query);
  }

  private Replaying replaying() {
    return new Replaying(
        workplace.stores(),
        workplace.rules(),
        workplace.mentoring().ruleSetHash(),
        evaluators,
        definitions);
  }
}
