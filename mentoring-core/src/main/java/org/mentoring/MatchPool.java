package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Verdict;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.Candidate;
import org.mentoring.matching.LeftOut;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.Ties;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.Position;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.MatchingRules;
import org.mentoring.spi.PolicyCase;

/**
 * Who may be matched in a practice, and which mentors could be, were something settled.
 *
 * @param mentees eligible ones
 * @param mentors eligible ones
 * @param policies criteria by kind of mentee
 * @param ties how participants are tied to each other, where criteria look at it
 * @param neighbours forbidding paths through open pairs of practices that are not matched here;
 *     empty where none of them forbids a circle
 * @param parted pairs that an ending has parted for good
 * @param almost mentors who are not eligible yet
 * @param missing what is open for each of them
 * @param leftOut mentees whom a mentorship keeps out, by id
 * @param loaded mentees whom coordinators look after already, by what names them
 */
record MatchPool(
    SortedMap<ParticipantId, Candidate> mentees,
    SortedMap<ParticipantId, Candidate> mentors,
    List<List<Criterion>> policies,
    Ties ties,
    SortedSet<PairKey> neighbours,
    SortedSet<PairKey> parted,
    List<Candidate> almost,
    SortedMap<ParticipantId, List<Finding>> missing,
    List<LeftOut> leftOut,
    SortedMap<String, Integer> loaded) {

  Dossier menteeDossier(ParticipantId id) {
    Candidate candidate = mentees.get(id);
    if (candidate == null) {
      throw new IllegalStateException("not a mentee of this proposal: " + id);
    }
    return candidate.dossier();
  }

  /** Since when each mentee waits: the day of its first application to be one. */
  SortedMap<ParticipantId, LocalDate> waitingSince() {
    SortedMap<ParticipantId, LocalDate> since = new TreeMap<>();
    for (Candidate mentee : mentees.values()) {
      for (KnownFact known : mentee.dossier().facts()) {
        LocalDate from = known.validity().from();
        if (from != null
            && known.fact() instanceof Fact.Application application
            && application.position() == Position.MENTEE) {
          since.merge(mentee.id(), from, (left, right) -> left.isBefore(right) ? left : right);
        }
      }
    }
    return since;
  }

  /** The circumstances by which mentees are told apart. */
  static SortedSet<Code> circumstances(Dossier mentee) {
    SortedSet<Code> circumstances = new TreeSet<>();
    mentee
        .current(Fact.Circumstance.class)
        .forEach(circumstance -> circumstances.add(circumstance.code()));
    return circumstances;
  }

  /** Of several statements the smallest counts: nobody gets more mentees than he agreed to. */
  static int places(MatchingPlan plan, Dossier dossier) {
    int said =
        dossier
            .current(Fact.MentoringCapacity.class)
            .mapToInt(Fact.MentoringCapacity::mentees)
            .min()
            .orElse(plan.capacity().usual());
    return Math.min(said, plan.capacity().most());
  }

  /** Judges everybody who seeks to take part. */
  static final class Reader {
    /** As the rules call it where the practice itself forbids circles. */
    private static final String NO_CIRCLE = "safety.no-circle";

    private final Mentoring mentoring;
    private final ProgrammeDefinition definition;
    private final Eligibility eligibility;
    private final MatchingRules rules;

    Reader(
        Mentoring mentoring,
        ProgrammeDefinition definition,
        Eligibility eligibility,
        MatchingRules rules) {
      this.mentoring = mentoring;
      this.definition = definition;
      this.eligibility = eligibility;
      this.rules = rules;
    }

    MatchPool read(
        Practice practice, MatchingPlan plan, LocalDate asOf, Instant knownAt, Progress progress) {
      OpenMentorships.Standing running = mentoring.running().standing(asOf, knownAt);
      List<LeftOut> leftOut = new ArrayList<>();
      List<List<Criterion>> policies = new ArrayList<>();
      Map<SortedSet<Code>, Integer> byCircumstances = new HashMap<>();
      SortedMap<ParticipantId, Candidate> mentees = new TreeMap<>();
      for (Judged judged : judged(practice, Position.MENTEE, asOf, knownAt, progress)) {
        Optional<LeftOut> kept = running.leftOut(practice, judged.dossier.participant());
        if (kept.isPresent()) {
          leftOut.add(kept.get());
        } else if (judged.decision.eligible()) {
          int policy =
              byCircumstances.computeIfAbsent(
                  circumstances(judged.dossier),
                  key -> {
                    policies.add(
                        PolicyUnderPacks.criteria(
                            rules,
                            eligibility.woven().bare(),
                            new PolicyCase(definition, practice, plan, key)));
                    return policies.size() - 1;
                  });
          mentees.put(judged.dossier.participant(), new Candidate(judged.dossier, 1, policy));
        }
      }
      SortedMap<ParticipantId, Candidate> mentors = new TreeMap<>();
      List<Candidate> almost = new ArrayList<>();
      SortedMap<ParticipantId, List<Finding>> missing = new TreeMap<>();
      for (Judged judged : judged(practice, Position.MENTOR, asOf, knownAt, progress)) {
        Candidate mentor =
            new Candidate(judged.dossier, free(practice, plan, judged.dossier, running), 0);
        if (judged.decision.eligible()) {
          mentors.put(mentor.id(), mentor);
        } else if (judged.decision.verdict() == Verdict.NOT_YET && mentor.places() > 0) {
          almost.add(mentor);
          missing.put(
              mentor.id(),
              judged.decision.findings().stream()
                  .filter(finding -> finding.effect() != Effect.INFORMS)
                  .toList());
        }
      }
      boolean tied = policies.stream().anyMatch(Ties::matterTo);
      ForbiddenCircles circles = new ForbiddenCircles(mentoring);
      Ties ties = tied || circles.matter() ? mentoring.ties(asOf, knownAt) : Ties.none();
      Optional<ForbiddenCircles.Paths> paths = circles.paths(practice, ties, asOf, knownAt);
      if (paths.isPresent()) {
        Criterion bars =
            new Criterion(NO_CIRCLE, new Term.NoCircle(), new Force.Hard(), paths.get().citation());
        boolean asked = policies.stream().anyMatch(Reader::asksForCircles);
        policies.replaceAll(criteria -> with(criteria, bars));
        // Circles of which no part is forbidden may close, unless the practice's own criteria look
        // at them.
        ties = asked ? ties : new Ties(paths.get().pairs(), ties.former(), ties.siblings());
      }
      return new MatchPool(
          mentees,
          mentors,
          policies,
          ties,
          paths.map(ForbiddenCircles.Paths::pairs).orElseGet(TreeSet::new),
          running.partedForGood(new Partings(definition)),
          almost,
          missing,
          leftOut,
          new Places(mentoring, practice).loaded(running.pairs(practice), asOf, knownAt));
    }

    private static boolean asksForCircles(List<Criterion> criteria) {
      boolean[] found = {false};
      criteria.forEach(
          each -> CanonicalForm.visit(each.term(), Term.NoCircle.class, term -> found[0] = true));
      return found[0];
    }

    private static List<Criterion> with(List<Criterion> criteria, Criterion further) {
      if (criteria.stream().anyMatch(each -> each.id().equals(further.id()))) {
        return criteria;
      }
      List<Criterion> all = new ArrayList<>(criteria);
      all.add(further);
      return List.copyOf(all);
    }

    private static int free(
        Practice practice, MatchingPlan plan, Dossier mentor, OpenMentorships.Standing running) {
      return Math.max(0, Places.free(plan, practice, mentor, running).orElse(0));
    }

    private record Judged(Dossier dossier, Decision decision) {}

    private List<Judged> judged(
        Practice practice, Position position, LocalDate asOf, Instant knownAt, Progress progress) {
      PartyTerms party = mentoring.party(practice, position);
      List<Dossier> all = mentoring.dossiers(practice, position, asOf, knownAt);
      List<Judged> judged = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        judged.add(new Judged(all.get(i), eligibility.decide(practice, party, all.get(i))));
        if ((i + 1) % 100 == 0 || i + 1 == all.size()) {
          progress.reached(i + 1L, all.size());
        }
      }
      return judged;
    }
  }
}
