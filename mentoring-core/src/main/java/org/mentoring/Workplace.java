package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Question;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.PinnedVersion;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Identifiers;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;

/** What the commands of a running programme work with. */
record Workplace(
    Mentoring mentoring,
    ProgrammeDefinition definition,
    Eligibility eligibility,
    RulesProvider rules,
    Stores stores,
    Identifiers identifiers,
    Recorder recorder) {
  Instant now() {
    return mentoring.now();
  }

  /**
   * Where a query about a mentorship is answered: by the version that it is pinned to.
   *
   * @throws MentoringException {@code mentorship.version-unknown} if that one is not known
   */
  Workplace judging(Particulars mentorship) {
    return mentoring
        .judging(mentorship)
        .map(Mentoring::workplace)
        .orElseThrow(() -> versionUnknown(mentorship));
  }

  /** Where something that is done on a day is judged: by the rules that are in force then. */
  Workplace on(LocalDate day) {
    return mentoring.on(day).workplace();
  }

  /** Whether the version that a mentorship is pinned to is this one. */
  boolean judges(Particulars mentorship) {
    return judging(mentorship).mentoring().pinned().equals(mentoring.pinned());
  }

  private static MentoringException versionUnknown(Particulars mentorship) {
    PinnedVersion pinned = Objects.requireNonNull(mentorship.pinned());
    return new MentoringException(
        "mentorship.version-unknown",
        Map.of(
            "mentorship",
            mentorship.id().value(),
            "programme",
            pinned.programme(),
            "version",
            pinned.version().toString(),
            "definitionHash",
            pinned.definitionHash()),
        "The stores do not hold this version: give it to the builder with earlier(), or move the mentorship to another one.");
  }

  /** Why no command judges a mentorship whose version is not known. */
  Optional<Finding> unknownVersion(Particulars mentorship) {
    PinnedVersion pinned = mentorship.pinned();
    return pinned == null || mentoring.judging(mentorship).isPresent()
        ? Optional.empty()
        : Optional.of(
            VersionMoves.unknown(pinned.programme(), pinned.version().toString())
                .with("known", Parameter.term(mentoring.knownVersions())));
  }

  /** The same where it is read among others: somebody has to look. */
  Optional<Finding> notJudged(Particulars mentorship) {
    return unknownVersion(mentorship)
        .map(
            refusal ->
                new Finding(
                    refusal.code(),
                    refusal.requirement(),
                    refusal.citation(),
                    Effect.ASKS_REVIEW,
                    refusal.facts(),
                    refusal.parameters()));
  }

  /** Carries a command out, on record; as {@link Recorder#run}. */
  <T> Outcome<T> command(Code matter, Actor by, List<?> about, Supplier<Outcome<T>> command) {
    return recorder.run(matter, by, about, command);
  }

  /** Keeps a decision about a participant that the running command rests on. */
  DecisionId decided(Decision decision) {
    return decided(decision, new TreeSet<>(List.of(decision.question().participant())));
  }

  /**
   * A decision that is kept.
   *
   * @param decision what was decided
   * @param id by which it is found
   */
  record Kept(Decision decision, DecisionId id) {}

  /**
   * Decides about a centre and keeps it. Others stand by a centre, and some of them count; to lock
   * them all would make everybody wait for everybody, so it is decided anew where another instance
   * recorded something of them meanwhile.
   */
  Kept decideCentre(ParticipantId centre, LocalDate asOf, Instant knownAt) {
    Centres centres = new Centres(this);
    while (true) {
      SortedSet<DossierPart.Reference> before =
          parts(centres.standingBy(centre, asOf, knownAt), knownAt);
      SortedSet<ParticipantId> people = new TreeSet<>();
      before.forEach(each -> people.add(each.participant()));
      List<ParticipantId> gone = people.stream().filter(erased()::contains).toList();
      Decision decision = mentoring.decideCentre(centre, asOf, knownAt);
      SortedSet<DossierPart.Reference> after =
          parts(centres.standingBy(centre, asOf, knownAt), knownAt);
      if (before.equals(after)) {
        people.removeAll(gone);
        recorder.restsOn(people);
        return new Kept(decision, decidedOn(decision, after));
      }
    }
  }

  private SortedSet<DossierPart.Reference> parts(
      SortedSet<ParticipantId> persons, Instant knownAt) {
    SortedSet<ParticipantId> all = new TreeSet<>();
    persons.forEach(each -> all.addAll(mentoring.registrations(each, knownAt)));
    return recorder.parts(all, knownAt);
  }

  private DecisionId decidedOn(Decision decision, SortedSet<DossierPart.Reference> parts) {
    DecisionId id = recorder.decided(decision, parts);
    mentoring.past(decision.question().knownAt());
    return id;
  }

  /** Keeps a decision that the running command rests on, made on what is known of these. */
  DecisionId decided(Decision decision, SortedSet<ParticipantId> persons) {
    return decidedOn(decision, parts(persons, decision.question().knownAt()));
  }

  ErasedPeople erased() {
    return new ErasedPeople(stores);
  }

  LocalDate today() {
    return mentoring.today();
  }

  /**
   * A refusal.
   *
   * @param subject the id of what the command is about
   */
  <T> Outcome<T> refused(
      Code matter, String subject, @Nullable String practice, List<Finding> findings) {
    Question question =
        new Question(matter, ParticipantId.of(subject), practice, null, today(), now());
    return new Outcome.Refused<>(
        Decision.of(question, findings, List.of(), eligibility.basisWithoutDossier()));
  }

  /** A finding that refuses a command. */
  static Finding refusal(String code, String requirement) {
    return refusal(code, requirement, Citation.CHOICE);
  }

  /** A finding that refuses a command, by a term of the definition. */
  static Finding refusal(String code, String requirement, Citation citation) {
    return Finding.of(code, requirement, citation, Effect.REFUSES);
  }
}
