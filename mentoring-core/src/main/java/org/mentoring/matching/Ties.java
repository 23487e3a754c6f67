package org.mentoring.matching;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Term;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;

/**
 * How participants are tied to each other. A circle or a sibling's mentor may lie with people who
 * are not matched themselves, so a request holds the ties of others too. Immutable and thread-safe.
 *
 * @param open mentorships that are open, each a mentee with its mentor
 * @param former mentorships that are over
 * @param siblings pairs of siblings
 * @param mutual those of the open ones that run in both directions: they are part of no circle
 */
public record Ties(
    SortedSet<PairKey> open,
    SortedSet<PairKey> former,
    SortedSet<Siblings> siblings,
    SortedSet<PairKey> mutual) {
  /** Sorts and copies. */
  public Ties {
    open = Invariants.sorted(open);
    former = Invariants.sorted(former);
    siblings = Invariants.sorted(siblings);
    mutual = Invariants.sorted(mutual);
  }

  /** Ties of which none runs in both directions. */
  public Ties(SortedSet<PairKey> open, SortedSet<PairKey> former, SortedSet<Siblings> siblings) {
    this(open, former, siblings, new TreeSet<>());
  }

  /** No ties. */
  public static Ties none() {
    return new Ties(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
  }

  /** What dossiers tell on their days. */
  public static Ties of(Collection<Dossier> dossiers) {
    return none().and(dossiers);
  }

  /** These ties and what dossiers tell on their days. */
  public Ties and(Collection<Dossier> dossiers) {
    SortedSet<PairKey> allOpen = new TreeSet<>(open);
    SortedSet<PairKey> allFormer = new TreeSet<>(former);
    SortedSet<Siblings> allSiblings = new TreeSet<>(siblings);
    for (Dossier dossier : dossiers) {
      ParticipantId self = dossier.participant();
      for (KnownFact known : dossier.facts()) {
        boolean holds = known.validity().contains(dossier.asOf());
        if (known.fact() instanceof Fact.MentoredBy mentored) {
          (holds ? allOpen : allFormer).add(new PairKey(self, mentored.mentor()));
        } else if (holds && known.fact() instanceof Fact.FormerMentor mentor) {
          allFormer.add(new PairKey(self, mentor.mentor()));
        } else if (holds
            && known.fact() instanceof Fact.Sibling sibling
            && !sibling.other().equals(self)) {
          allSiblings.add(new Siblings(self, sibling.other()));
        }
      }
    }
    return new Ties(allOpen, allFormer, allSiblings, mutual);
  }

  /** These ties and others. */
  public Ties and(Ties others) {
    SortedSet<PairKey> allOpen = new TreeSet<>(open);
    allOpen.addAll(others.open);
    SortedSet<PairKey> allFormer = new TreeSet<>(former);
    allFormer.addAll(others.former);
    SortedSet<Siblings> allSiblings = new TreeSet<>(siblings);
    allSiblings.addAll(others.siblings);
    SortedSet<PairKey> allMutual = new TreeSet<>(mutual);
    allMutual.addAll(others.mutual);
    return new Ties(allOpen, allFormer, allSiblings, allMutual);
  }

  /** The open mentorships that can be part of a circle. */
  public SortedSet<PairKey> oneWay() {
    SortedSet<PairKey> oneWay = new TreeSet<>(open);
    oneWay.removeAll(mutual);
    return oneWay;
  }

  /** Somebody, who is mentored by that one, and who by those, and so on. */
  public SortedSet<ParticipantId> mentees(ParticipantId mentor) {
    return reached(mentor, PairKey::mentor, PairKey::mentee);
  }

  /** Somebody, that one's mentors, theirs, and so on. */
  public SortedSet<ParticipantId> mentors(ParticipantId mentee) {
    return reached(mentee, PairKey::mentee, PairKey::mentor);
  }

  private SortedSet<ParticipantId> reached(
      ParticipantId from,
      Function<PairKey, ParticipantId> near,
      Function<PairKey, ParticipantId> far) {
    SortedSet<PairKey> oneWay = oneWay();
    SortedSet<ParticipantId> all = new TreeSet<>();
    Deque<ParticipantId> left = new ArrayDeque<>(List.of(from));
    while (!left.isEmpty()) {
      ParticipantId next = left.pop();
      if (all.add(next)) {
        oneWay.stream().filter(pair -> near.apply(pair).equals(next)).map(far).forEach(left::add);
      }
    }
    return all;
  }

  /** Whether a further mentorship would close a circle of mentoring with the open ones. */
  public boolean closesCircle(PairKey further) {
    return further.mentee().equals(further.mentor())
        || Circles.of(oneWay()).mentoredBy(further.mentee()).contains(further.mentor());
  }

  /** Whether one of the criteria looks at ties, so that it is worth while to gather them. */
  public static boolean matterTo(Collection<Criterion> criteria) {
    boolean[] found = {false};
    for (Criterion criterion : criteria) {
      CanonicalForm.visit(
          criterion.term(),
          Term.class,
          term ->
              found[0] |=
                  term instanceof Term.FormerMentor
                      || term instanceof Term.MentorsSibling
                      || term instanceof Term.NoCircle);
    }
    return found[0];
  }

  /** Redacted: how many there are of each. */
  @Override
  public String toString() {
    return "Ties[open="
        + open.size()
        + ", former="
        + former.size()
        + ", siblings="
        + siblings.size()
        + "]";
  }

  /**
   * Two siblings, the one with the lesser id first.
   *
   * @param one of them
   * @param other another participant
   */
  public record Siblings(ParticipantId one, ParticipantId other) implements Comparable<Siblings> {
    /** Refuses somebody as the own sibling; puts them in order. */
    public Siblings {
      Invariants.holds(!one.equals(other), "siblings.self", "siblings", "two participants");
      if (one.compareTo(other) > 0) {
        ParticipantId greater = one;
        one = other;
        other = greater;
      }
    }

    @Override
    public int compareTo(Siblings that) {
      int order = one.compareTo(that.one);
      return order != 0 ? order : other.compareTo(that.other);
    }
  }
}
