package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.PairKey;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.Practice;

/** Places of mentors and coordinators, and mentees who have a mentor or wait for the next one. */
final class Places {
  private final Mentoring mentoring;
  private final Practice practice;

  Places(Mentoring mentoring, Practice practice) {
    this.mentoring = mentoring;
    this.practice = practice;
  }

  List<Finding> findings(NewMentorship terms, List<Parties.Party> parties, Instant at) {
    SortedSet<ParticipantId> all = new TreeSet<>();
    parties.forEach(party -> all.add(party.dossier().participant()));
    OpenMentorships.Standing standing = mentoring.running().standing(all, terms.on(), at);
    List<Finding> findings = new ArrayList<>();
    for (Parties.Party party : parties) {
      if (party.position() == Position.MENTOR) {
        mentor(party, terms.mentees().size(), standing, findings);
      } else {
        findings.addAll(ofMentee(practice, party.dossier().participant(), standing));
      }
    }
    coordinator(terms, parties, at, findings);
    return findings;
  }

  /** Takes the places; only another command that was quicker leaves too few. */
  List<Finding> taken(
      Workplace workplace, MentorshipId id, NewMentorship terms, List<Parties.Party> parties) {
    return new PlacesTaken(workplace, terms.on())
        .take(
            id,
            practice,
            parties.stream().filter(each -> each.position() == Position.MENTOR).toList(),
            parties.stream().filter(each -> each.position() == Position.MENTEE).toList())
        .map(mentor -> List.of(full(mentor, 0, terms.mentees().size())))
        .orElse(List.of());
  }

  private void mentor(
      Parties.Party mentor,
      int further,
      OpenMentorships.Standing standing,
      List<Finding> findings) {
    OptionalInt free = free(practice.matching(), practice, mentor.dossier(), standing);
    if (free.isPresent() && further > free.getAsInt()) {
      findings.add(full(mentor.id(), Math.max(0, free.getAsInt()), further));
    }
  }

  private Finding full(ParticipantId mentor, int free, int asked) {
    MatchingPlan plan = practice.matching();
    return Workplace.refusal(
            "mentorship.mentor-full",
            "capacity",
            plan == null ? practice.citation() : plan.capacity().citation())
        .with("mentor", Parties.named(mentor))
        .with("free", new Parameter.Count(free, Sensitivity.STAFF_ONLY))
        .with("asked", Parameter.count(asked));
  }

  /**
   * How many mentees more a mentor may have: what the plan and the mentor allow, less those of the
   * open mentorships. What the mentor said holds over all practices. Empty if nothing bounds it.
   */
  static OptionalInt free(
      @Nullable MatchingPlan plan,
      Practice practice,
      Dossier mentor,
      OpenMentorships.Standing standing) {
    OptionalInt said =
        mentor
            .current(Fact.MentoringCapacity.class)
            .mapToInt(Fact.MentoringCapacity::mentees)
            .min();
    int here = used(mentor.participant(), standing.pairs(practice));
    int anywhere = used(mentor.participant(), standing.pairs(null));
    if (plan == null) {
      return said.isEmpty() ? said : OptionalInt.of(said.getAsInt() - anywhere);
    }
    int free = MatchPool.places(plan, mentor) - here;
    return OptionalInt.of(said.isEmpty() ? free : Math.min(free, said.getAsInt() - anywhere));
  }

  private static int used(ParticipantId mentor, SortedSet<PairKey> pairs) {
    return (int) pairs.stream().filter(pair -> pair.mentor().equals(mentor)).count();
  }

  /** Why a mentee cannot be assigned anew in a practice, by what mentorships say. */
  static List<Finding> ofMentee(
      Practice practice, ParticipantId id, OpenMentorships.Standing standing) {
    List<Finding> findings = new ArrayList<>();
    MentorshipId open = standing.taken(practice).get(id);
    if (open != null) {
      findings.add(
          Workplace.refusal("mentorship.mentee-taken", practice.id(), practice.citation())
              .with("mentee", Parties.named(id))
              .with("mentorship", new Parameter.TermId(open.value(), Sensitivity.STAFF_ONLY)));
    }
    LocalDate until = standing.waiting(practice).get(id);
    MentorshipTerms terms = practice.mentorship();
    if (until != null && terms != null && terms.rematch() != null) {
      findings.add(
          Workplace.refusal("mentorship.buffer", "rematch", terms.rematch().citation())
              .with("mentee", Parties.named(id))
              .with("day", new Parameter.Day(until, Sensitivity.STAFF_ONLY)));
    }
    return findings;
  }

  /** Mentees of all mentors of one coordinator, where the plan bounds that. */
  private void coordinator(
      NewMentorship terms, List<Parties.Party> parties, Instant at, List<Finding> findings) {
    MatchingPlan plan = practice.matching();
    MatchingPlan.CoordinatorLoad load = plan == null ? null : plan.coordinatorLoad();
    if (load == null) {
      return;
    }
    SortedMap<String, SortedSet<ParticipantId>> mentees =
        load(
            load.attribute(),
            mentoring.running().standing(terms.on(), at).pairs(practice),
            terms.on(),
            at);
    for (Parties.Party party : parties) {
      if (party.position() == Position.MENTOR) {
        for (String coordinator : values(party.dossier(), load.attribute())) {
          mentees.computeIfAbsent(coordinator, key -> new TreeSet<>()).addAll(terms.mentees());
        }
      }
    }
    for (Parties.Party party : parties) {
      if (party.position() == Position.MENTOR
          && values(party.dossier(), load.attribute()).stream()
              .anyMatch(each -> mentees.getOrDefault(each, new TreeSet<>()).size() > load.most())) {
        findings.add(
            Workplace.refusal("mentorship.coordinator-full", "coordinator-load", load.citation())
                .with("mentor", Parties.named(party.id()))
                .with("most", Parameter.count(load.most())));
      }
    }
  }

  /** How many mentees each coordinator looks after, where the plan bounds that; else nothing. */
  SortedMap<String, Integer> loaded(SortedSet<PairKey> pairs, LocalDate on, Instant at) {
    MatchingPlan plan = practice.matching();
    SortedMap<String, Integer> loaded = new TreeMap<>();
    if (plan != null && plan.coordinatorLoad() != null) {
      load(plan.coordinatorLoad().attribute(), pairs, on, at)
          .forEach((coordinator, mentees) -> loaded.put(coordinator, mentees.size()));
    }
    return loaded;
  }

  private SortedMap<String, SortedSet<ParticipantId>> load(
      Attribute attribute, SortedSet<PairKey> pairs, LocalDate on, Instant at) {
    SortedMap<ParticipantId, SortedSet<String>> coordinators = new TreeMap<>();
    SortedMap<String, SortedSet<ParticipantId>> mentees = new TreeMap<>();
    for (PairKey pair : pairs) {
      SortedSet<String> known =
          coordinators.computeIfAbsent(
              pair.mentor(), mentor -> values(mentoring.dossier(mentor, on, at), attribute));
      for (String coordinator : known) {
        mentees.computeIfAbsent(coordinator, key -> new TreeSet<>()).add(pair.mentee());
      }
    }
    return mentees;
  }

  private static SortedSet<String> values(Dossier dossier, Attribute attribute) {
    SortedSet<String> values = new TreeSet<>();
    dossier
        .current(Fact.Trait.class)
        .filter(trait -> trait.attribute().equals(attribute))
        .forEach(trait -> values.add(trait.value()));
    return values;
  }
}
