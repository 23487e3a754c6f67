package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.PairKey;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.programme.EarlyEnding;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.PairedAgain;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;

/**
 * Whether a mentor and a mentee who were parted may be paired again: after some endings never, else
 * only when somebody has looked at it and says why. A pair that completed, or never began, was not
 * parted.
 */
final class Partings {
  private final ProgrammeDefinition definition;

  Partings(ProgrammeDefinition definition) {
    this.definition = definition;
  }

  /**
   * That two were parted.
   *
   * @param pair who, each by the registration that is kept
   * @param practice the practice's id
   * @param reason the definition's reason; null for a rematch
   * @param asCompleted whether it counted as completed, or had not begun
   * @param on the first day without each other
   */
  record Parting(
      PairKey pair, String practice, @Nullable Code reason, boolean asCompleted, LocalDate on) {
    /** Empty for an ending that parts nobody. */
    static Optional<Parting> of(PairKey pair, String practice, Closure closure) {
      return closure.kind() == Closure.Kind.EARLY || closure.kind() == Closure.Kind.HANDED_OVER
          ? Optional.of(
              new Parting(pair, practice, closure.reason(), closure.asCompleted(), closure.on()))
          : Optional.empty();
    }
  }

  /** Whether the definition parts anybody for good. */
  boolean anyForGood() {
    return endings(null).stream().anyMatch(ending -> ending.again() == PairedAgain.NEVER);
  }

  /**
   * The ending after which the two are never paired again, in whichever practice they were and will
   * be.
   */
  Optional<EarlyEnding> forGood(Parting parting) {
    return endings(null).stream()
        .filter(ending -> ending.reason().equals(parting.reason()))
        .filter(ending -> ending.again() == PairedAgain.NEVER)
        .findFirst();
  }

  /** What stands in the way of a new mentorship. */
  List<Finding> findings(
      NewMentorship terms, MergedParties merged, OpenMentorships.Standing standing) {
    SortedSet<PairKey> pairs = new TreeSet<>();
    for (ParticipantId mentee : terms.mentees()) {
      for (ParticipantId mentor : terms.mentors()) {
        pairs.add(new PairKey(merged.kept(mentee), merged.kept(mentor)));
      }
    }
    List<Parting> all = standing.partings();
    List<Finding> findings = new ArrayList<>();
    for (PairKey pair : pairs) {
      List<Parting> its =
          all.stream()
              .filter(parting -> parting.pair().equals(pair))
              .sorted(Comparator.comparing(Parting::on).reversed())
              .toList();
      Optional<Parting> never = its.stream().filter(each -> forGood(each).isPresent()).findFirst();
      if (never.isPresent()) {
        findings.add(
            about("mentorship.pair-parted-for-good", never.get(), Effect.REFUSES)
                .with("reason", reason(never.get())));
      } else if (terms.reason() == null) {
        its.stream()
            .filter(this::explained)
            .findFirst()
            .ifPresent(
                last ->
                    findings.add(about("mentorship.pair-parted-before", last, Effect.ASKS_REVIEW)));
      }
    }
    return findings;
  }

  /** Whether being a pair again has to be explained. */
  private boolean explained(Parting parting) {
    if (parting.reason() == null) {
      return true;
    }
    List<EarlyEnding> its =
        endings(parting.practice()).stream()
            .filter(ending -> ending.reason().equals(parting.reason()))
            .toList();
    boolean freely =
        !its.isEmpty() && its.stream().allMatch(ending -> ending.again() == PairedAgain.FREELY);
    return !freely && !parting.asCompleted();
  }

  private Finding about(String code, Parting parting, Effect effect) {
    Code reason = parting.reason();
    return Finding.of(code, reason == null ? "rematch" : reason.value(), source(parting), effect)
        .with("mentee", Parties.named(parting.pair().mentee()))
        .with("mentor", Parties.named(parting.pair().mentor()))
        .with("day", Parameter.day(parting.on()).as(Sensitivity.STAFF_ONLY));
  }

  private static Parameter reason(Parting parting) {
    Code reason = parting.reason();
    return Parameter.code(reason == null ? Code.of("REMATCH") : reason).as(Sensitivity.STAFF_ONLY);
  }

  private Citation source(Parting parting) {
    Code reason = parting.reason();
    if (reason == null) {
      return definition
          .practice(parting.practice())
          .map(Practice::mentorship)
          .map(MentorshipTerms::rematch)
          .map(MentorshipTerms.RematchTerms::citation)
          .orElse(Citation.CHOICE);
    }
    return forGood(parting)
        .or(
            () ->
                endings(parting.practice()).stream()
                    .filter(ending -> ending.reason().equals(reason))
                    .findFirst())
        .map(EarlyEnding::citation)
        .orElse(Citation.CHOICE);
  }

  private List<EarlyEnding> endings(@Nullable String practice) {
    List<EarlyEnding> endings = new ArrayList<>();
    for (Practice each : definition.practices()) {
      if ((practice == null || each.id().equals(practice)) && each.completion() != null) {
        endings.addAll(each.completion().endings());
      }
    }
    return endings;
  }
}
