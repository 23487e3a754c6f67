package org.mentoring.programme;

import java.time.Period;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.text.LocalizedText;

/**
 * Something that a party must bring to take part. A requirement is data; the rule of its kind gives
 * it its meaning. Each kind has a name and a semantic version; a changed outcome is a new version.
 * New kinds are added in minor releases, so switches over requirements outside this library need a
 * default.
 */
public sealed interface Requirement extends Comparable<Requirement> {
  /** Unique within a definition; findings name it. */
  String id();

  /** Where it comes from. */
  Citation citation();

  /** The kind's name and semantic version, as {@code initial-training@1}. */
  default String kind() {
    return RequirementKinds.nameOf(getClass());
  }

  @Override
  default int compareTo(Requirement other) {
    return id().compareTo(other.id());
  }

  /**
   * Age in whole years.
   *
   * @param atLeast inclusive, 0 to 150; null for no bound
   * @param below exclusive, 1 to 150; null for no bound
   */
  record Age(String id, Citation citation, @Nullable Integer atLeast, @Nullable Integer below)
      implements Requirement {
    /** Refuses a requirement without bounds, and bounds that are crossed. */
    public Age {
      Invariants.holds(
          atLeast != null || below != null, "age.unbounded", "age", "at-least or below, or both");
      if (atLeast != null) {
        Invariants.range("age.at-least", atLeast, 0, 150);
      }
      if (below != null) {
        Invariants.range("age.below", below, atLeast == null ? 1 : atLeast + 1L, 150);
      }
    }
  }

  /**
   * One of the circumstances holds. A circumstance is on record, or derived from an entry in a
   * preventive register or from a referral.
   *
   * @param anyOf one suffices
   * @param fromRegisters registers whose entry shows the circumstance
   * @param fromReferralBy authorities whose referral shows the circumstance
   */
  record CircumstanceHolds(
      String id,
      Citation citation,
      SortedSet<Code> anyOf,
      SortedSet<Code> fromRegisters,
      SortedSet<Code> fromReferralBy)
      implements Requirement {
    /** Refuses an empty choice. */
    public CircumstanceHolds {
      anyOf = Invariants.sortedNotEmpty("any-of", anyOf);
      fromRegisters = Invariants.sorted(fromRegisters);
      fromReferralBy = Invariants.sorted(fromReferralBy);
    }
  }

  /**
   * Stands in one of the preventive registers.
   *
   * @param anyOf one suffices
   * @param waysIn asked of those who came this way; empty: of all
   */
  record Registration(
      String id, Citation citation, SortedSet<Code> anyOf, SortedSet<Fact.WayIn> waysIn)
      implements Requirement {
    /** Refuses an empty choice. */
    public Registration {
      anyOf = Invariants.sortedNotEmpty("any-of", anyOf);
      waysIn = Invariants.sorted(waysIn);
    }
  }

  /**
   * Came to the programme in one of the ways.
   *
   * @param position applied as what
   * @param anyOf one suffices
   */
  record Intake(String id, Citation citation, Position position, SortedSet<Fact.WayIn> anyOf)
      implements Requirement {
    /** Refuses an empty choice. */
    public Intake {
      anyOf = Invariants.sortedNotEmpty("any-of", anyOf);
    }
  }

  /**
   * Comes from one of the first and from none of the second.
   *
   * @param anyOf one suffices; empty: not asked
   * @param noneOf none is allowed
   */
  record AffiliationFits(
      String id, Citation citation, SortedSet<Code> anyOf, SortedSet<Code> noneOf)
      implements Requirement {
    /** Refuses a requirement that asks nothing, and a code on both lists. */
    public AffiliationFits {
      anyOf = Invariants.sorted(anyOf);
      noneOf = Invariants.sorted(noneOf);
      Invariants.holds(
          !anyOf.isEmpty() || !noneOf.isEmpty(),
          "list.empty",
          "any-of, none-of",
          "at least one code");
      Invariants.holds(
          Collections.disjoint(anyOf, noneOf),
          "affiliation.both",
          "any-of, none-of",
          "no code on both");
    }
  }

  /**
   * A clearance certificate of each kind is on file, clear and in date.
   *
   * @param kinds all of them
   * @param validFor from the day of issue; a certificate that states its own earlier end ends then
   * @param fromAge asked from this age on, 0 to 150; null at any age. A certificate with entries
   *     weighs at any age
   */
  record Clearance(
      String id,
      Citation citation,
      SortedSet<Code> kinds,
      Period validFor,
      @OmittedIfAbsent @Nullable Integer fromAge)
      implements Requirement {
    /** Refuses an empty list, a period that is not positive and an age out of range. */
    public Clearance {
      kinds = Invariants.sortedNotEmpty("kinds", kinds);
      Invariants.positive("valid-for", validFor);
      if (fromAge != null) {
        Invariants.range("from-age", fromAge, 0, 150);
      }
    }

    /** One that is asked at any age. */
    public Clearance(String id, Citation citation, SortedSet<Code> kinds, Period validFor) {
      this(id, citation, kinds, validFor, null);
    }
  }

  /**
   * Documents are on file.
   *
   * @param kinds all of them
   */
  record Documents(String id, Citation citation, SortedSet<Code> kinds) implements Requirement {
    /** Refuses an empty list. */
    public Documents {
      kinds = Invariants.sortedNotEmpty("kinds", kinds);
    }
  }

  /**
   * An interview was passed.
   *
   * @param by the interviewer's capacity
   * @param mode how; null if it does not matter
   */
  record InterviewPassed(String id, Citation citation, Code by, Fact.@Nullable Mode mode)
      implements Requirement {}

  /**
   * Trainings of one purpose add up to a length.
   *
   * @param purpose what for
   * @param minutes at least, 1 to 100,000
   * @param mode only these count; null if it does not matter
   * @param by only by these; null if it does not matter
   */
  record TrainingDone(
      String id,
      Citation citation,
      Fact.TrainingKind purpose,
      int minutes,
      Fact.@Nullable Mode mode,
      @Nullable Code by)
      implements Requirement {
    /** Refuses a length out of range. */
    public TrainingDone {
      Invariants.range("minutes", minutes, 1, 100_000);
    }
  }

  /**
   * A named course was passed.
   *
   * @param course its code
   * @param arrangement asked only for this arrangement; null for all
   */
  record CoursePassed(String id, Citation citation, Code course, @Nullable Arrangement arrangement)
      implements Requirement {}

  /**
   * Consent is given and not withdrawn.
   *
   * @param by in which capacity
   * @param with to whom
   * @param purpose for what
   * @param fromAge asked from this age on, 0 to 150; null at any age
   * @param belowAge asked below this age, 1 to 150; null at any age
   */
  record ConsentGiven(
      String id,
      Citation citation,
      Fact.ConsentGiver by,
      Code with,
      Code purpose,
      @Nullable Integer fromAge,
      @Nullable Integer belowAge)
      implements Requirement {
    /** Refuses ages out of range or crossed. */
    public ConsentGiven {
      if (fromAge != null) {
        Invariants.range("from-age", fromAge, 0, 150);
      }
      if (belowAge != null) {
        Invariants.range("below-age", belowAge, fromAge == null ? 1 : fromAge + 1L, 150);
      }
    }
  }

  /**
   * An authority decided in favour.
   *
   * @param authority who decides
   * @param matter on what
   */
  record DecisionOf(String id, Citation citation, Code authority, Code matter)
      implements Requirement {}

  /**
   * An individual profile is on file.
   *
   * @param by who prepares it
   */
  record ProfilePrepared(String id, Citation citation, Code by) implements Requirement {}

  /**
   * The family was met.
   *
   * @param with by whom
   */
  record FamilyMet(String id, Citation citation, Code with) implements Requirement {}

  /**
   * Assessed against a selection standard of the definition, which was approved by the day of the
   * decision.
   *
   * @param standard the standard's id
   */
  record StandardMet(String id, Citation citation, String standard) implements Requirement {}

  /**
   * Stands in a register or bank.
   *
   * @param register which
   */
  record InRegister(String id, Citation citation, Code register) implements Requirement {}

  /**
   * Has a value for an attribute, if need be one of those allowed.
   *
   * @param attribute its name
   * @param anyOf allowed values; empty: any
   */
  record TraitKnown(String id, Citation citation, String attribute, SortedSet<String> anyOf)
      implements Requirement {
    /** Sorts and copies. */
    public TraitKnown {
      anyOf = Invariants.sorted(anyOf);
    }
  }

  /**
   * Promised to stay for a time.
   *
   * @param time at least
   */
  record CommitmentMade(String id, Citation citation, Period time) implements Requirement {
    /** Refuses a period that is not positive. */
    public CommitmentMade {
      Invariants.positive("time", time);
    }
  }

  /**
   * References were taken up and are good.
   *
   * @param count at least, 1 to 20
   */
  record ReferencesGood(String id, Citation citation, int count) implements Requirement {
    /** Refuses a number out of range. */
    public ReferencesGood {
      Invariants.range("count", count, 1, 20);
    }
  }

  /**
   * Holds a position.
   *
   * @param position which
   */
  record HoldsPosition(String id, Citation citation, Position position) implements Requirement {}

  /**
   * Persons belong to a family, an organisation or a group, and take part for it.
   *
   * @param position in which position they do
   * @param atLeast how many different persons, 1 to 1,000
   */
  record HasMembers(String id, Citation citation, Position position, int atLeast)
      implements Requirement {
    /** Refuses a number out of range. */
    public HasMembers {
      Invariants.range("at-least", atLeast, 1, 1_000);
    }
  }

  /**
   * Somebody vouches for something that only this definition knows: open to embedders without code.
   *
   * @param code what is vouched for
   * @param by in which capacity
   * @param validFor from the first day of the attestation; null without end
   * @param title how people call it
   */
  record AttestationGiven(
      String id,
      Citation citation,
      Code code,
      Code by,
      @Nullable Period validFor,
      LocalizedText title)
      implements Requirement {
    /** Refuses a period that is not positive. */
    public AttestationGiven {
      if (validFor != null) {
        Invariants.positive("valid-for", validFor);
      }
    }
  }

  /** What has to be met before what, in either version. */
  interface Order {
    /** Its own id. */
    String id();

    /** The id of the later one, of the same party. */
    String requirement();

    /** Ids of those that come first, of the same party. */
    SortedSet<String> after();

    /** How people call the order. */
    LocalizedText title();
  }

  /**
   * What counts towards one requirement came on the day on which others had been met, or later: who
   * is to be vetted before a training repeats a training that came too early. It is told only once
   * all that comes first is met, so that the last of it may lower a verdict; definitions that are
   * written now take {@link DoneAfter}.
   *
   * @param requirement the id of the later one, of the same party
   * @param after ids of those that come first, of the same party
   * @param title how people call the order
   */
  record MetAfter(
      String id,
      Citation citation,
      String requirement,
      SortedSet<String> after,
      LocalizedText title)
      implements Requirement, Order {
    /** Refuses an empty choice and a requirement that comes after itself; sorts and copies. */
    public MetAfter {
      after = Invariants.sortedNotEmpty("after", after);
      Invariants.holds(
          !after.contains(requirement), "order.itself", "after", "other requirements than its own");
    }
  }

  /**
   * What counts towards one requirement came on the day on which others had been met, or later. It
   * is told as soon as the later one is done, also while one that comes first is not met or not
   * clear. What comes first has to have held on the day of the later one: a certificate does so
   * from its issue until it runs out. Of a course that only one of several arrangements asks for it
   * informs, and who passed it too early is not assigned in that arrangement. Nothing has to come
   * after what is waived or not asked of the party, nor does it come after anything.
   *
   * @param requirement the id of the later one, of the same party
   * @param after ids of those that come first, of the same party
   * @param title how people call the order
   */
  record DoneAfter(
      String id,
      Citation citation,
      String requirement,
      SortedSet<String> after,
      LocalizedText title)
      implements Requirement, Order {
    /** Refuses an empty choice and a requirement that comes after itself; sorts and copies. */
    public DoneAfter {
      after = Invariants.sortedNotEmpty("after", after);
      Invariants.holds(
          !after.contains(requirement), "order.itself", "after", "other requirements than its own");
    }
  }

  /**
   * Answered by an evaluator that the embedder registers.
   *
   * @param name reverse-DNS name of the evaluator
   * @param version the evaluator's version that this definition was written for, from 1
   * @param parameters its parameters, as texts
   * @param title how people call it
   */
  record Extension(
      String id,
      Citation citation,
      String name,
      int version,
      SortedMap<String, String> parameters,
      LocalizedText title)
      implements Requirement {
    /** Refuses a version below 1; sorts and copies. */
    public Extension {
      Invariants.range("version", version, 1, 9_999);
      Invariants.holds(
          name.matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+"),
          "extension.name",
          "name",
          "a reverse-DNS name, as org.example.swimming");
      parameters =
          Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) parameters));
    }
  }
}
