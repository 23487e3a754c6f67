package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Criterion;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.Ties;
import org.mentoring.participant.Dossier;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.Practice;

/**
 * Exclusions and other hard criteria of a practice, asked again of pairs that exist already. Good
 * for many pairs of one day: ties of everybody are gathered once. Not thread-safe.
 */
final class KeptApart {
  /** The criterion by which one of a pair asked to be kept from the other. */
  static final String EXCLUSION = "safety.not-excluded";

  private final Mentoring mentoring;
  private final Practice practice;
  private final LocalDate asOf;
  private final Instant knownAt;
  private final Map<SortedSet<Code>, List<Criterion>> criteria = new HashMap<>();
  private @Nullable Ties ties;

  KeptApart(Mentoring mentoring, Practice practice, LocalDate asOf, Instant knownAt) {
    this.mentoring = mentoring;
    this.practice = practice;
    this.asOf = asOf;
    this.knownAt = knownAt;
  }

  /** Those pairs of a mentor and a mentee that may not be, with the ids of the criteria. */
  SortedMap<PairKey, SortedSet<String>> of(
      SortedSet<ParticipantId> mentors, SortedSet<ParticipantId> mentees) {
    SortedMap<PairKey, SortedSet<String>> apart = new TreeMap<>();
    Partings partings = new Partings(mentoring.workplace().definition());
    if (partings.anyForGood()) {
      partedForGood(partings, mentors, mentees, apart);
    }
    MatchingPlan plan = practice.matching();
    if (plan == null) {
      return apart;
    }
    Map<ParticipantId, Dossier> ofMentors = dossiers(mentors);
    dossiers(mentees)
        .forEach(
            (mentee, its) ->
                ofMentors.forEach(
                    (mentor, theirs) -> {
                      SortedSet<String> forbidding = forbidding(plan, its, theirs);
                      if (!forbidding.isEmpty()) {
                        apart
                            .computeIfAbsent(new PairKey(mentee, mentor), pair -> new TreeSet<>())
                            .addAll(forbidding);
                      }
                    }));
    return apart;
  }

  /** The two may have been parted for good in another mentorship, while this one went on. */
  private void partedForGood(
      Partings partings,
      SortedSet<ParticipantId> mentors,
      SortedSet<ParticipantId> mentees,
      SortedMap<PairKey, SortedSet<String>> apart) {
    MergedParties merged = new MergedParties(mentoring, knownAt);
    for (Partings.Parting parting :
        mentoring.running().standing(mentees, asOf, knownAt).partings()) {
      partings
          .forGood(parting)
          .ifPresent(
              ending -> {
                for (ParticipantId mentee : mentees) {
                  for (ParticipantId mentor : mentors) {
                    if (parting
                        .pair()
                        .equals(new PairKey(merged.kept(mentee), merged.kept(mentor)))) {
                      apart
                          .computeIfAbsent(new PairKey(mentee, mentor), pair -> new TreeSet<>())
                          .add(ending.reason().value());
                    }
                  }
                }
              });
    }
  }

  private Map<ParticipantId, Dossier> dossiers(SortedSet<ParticipantId> ids) {
    Map<ParticipantId, Dossier> dossiers = new TreeMap<>();
    for (ParticipantId id : ids) {
      if (mentoring.participant(id).isPresent()) {
        dossiers.put(id, mentoring.dossier(id, asOf, knownAt));
      }
    }
    return dossiers;
  }

  private SortedSet<String> forbidding(MatchingPlan plan, Dossier mentee, Dossier mentor) {
    SortedSet<String> ids = new TreeSet<>();
    // Whoever is both after a merge is found as that elsewhere; no criterion can tell.
    if (!mentee.participant().equals(mentor.participant())) {
      List<Criterion> asked =
          criteria.computeIfAbsent(
              MatchPool.circumstances(mentee),
              key -> mentoring.matchmaking().criteria(practice, plan, mentee));
      mentoring.matchmaking().forbidding(asked, tiesFor(asked), mentee, mentor).stream()
          .map(Finding::requirement)
          .forEach(ids::add);
    }
    return ids;
  }

  private Ties tiesFor(List<Criterion> asked) {
    if (!Ties.matterTo(asked)) {
      return Ties.none();
    }
    Ties known = ties;
    if (known == null) {
      known = mentoring.ties(asOf, knownAt);
      ties = known;
    }
    return known;
  }

  /** Refusals of a command, one for each pair; a party reads neither who it is nor why. */
  static List<Finding> refusals(SortedMap<PairKey, SortedSet<String>> apart) {
    List<Finding> findings = new ArrayList<>();
    apart.forEach(
        (pair, forbidding) ->
            findings.add(
                Workplace.refusal("mentorship.pair-not-allowed", "pair")
                    .with("mentee", Parties.named(pair.mentee()))
                    .with("mentor", Parties.named(pair.mentor()))
                    .with("criteria", Parties.requirements(forbidding))));
    return findings;
  }
}
