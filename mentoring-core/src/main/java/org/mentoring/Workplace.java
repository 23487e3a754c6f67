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
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Question;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
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
        "Give the builder this version with earlier(), or move the mentorship to another one.");
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

  /** Carries a command out, on record. */
  <T> Outcome<T> command(Code matter, Actor by, Supplier<Outcome<T>> command) {
    return recorder.run(matter, by, command);
  }

  /** Keeps a decision about a participant that the running command rests on. */
  void decided(Decision decision) {
    decided(decision, new TreeSet<>(List.of(decision.question().participant())));
  }

  /** Keeps a decision that the running command rests on, made on what is known of these. */
  void decided(Decision decision, SortedSet<ParticipantId> persons) {
    SortedSet<ParticipantId> all = new TreeSet<>();
    persons.forEach(
        each -> all.addAll(mentoring.registrations(each, decision.question().knownAt())));
    recorder.decided(decision, all);
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
