package org.mentoring.programme;

import java.time.Period;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Criterion;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Code;
import org.mentoring.participant.Position;

/**
 * What a rule of a pack changes in a programme. Kinds are added in minor releases, so switches over
 * them outside this library need a default.
 */
public sealed interface PackChange {
  /**
   * One more requirement. Where the programme already asks a requirement of the same kind that is
   * at least as tight, that one stands for it, and nothing is asked twice. A requirement of the
   * programme with the same id restates it and has to be at least as tight.
   *
   * @param position of whom it is asked
   * @param practices ids of the practices in which it is asked; empty: in all
   * @param formats formats in whose practices it is asked; empty: in all
   * @param step the step of the party's path that needs it; null: it belongs to no step
   * @param requirement what is asked
   */
  record RequirementAdded(
      Position position,
      SortedSet<String> practices,
      SortedSet<MentoringFormat> formats,
      @Nullable String step,
      Requirement requirement)
      implements PackChange {
    /** Sorts and copies. */
    public RequirementAdded {
      practices = Invariants.sorted(practices);
      formats = Invariants.sorted(formats);
    }
  }

  /**
   * A requirement that the programme or another pack has by this id, said anew and tighter.
   *
   * @param practices ids of the practices whose requirement is meant; empty: of all
   * @param requirement what is asked instead, with the id of the one that it takes the place of
   */
  record RequirementRestated(SortedSet<String> practices, Requirement requirement)
      implements PackChange {
    /** Sorts and copies. */
    public RequirementRestated {
      practices = Invariants.sorted(practices);
    }
  }

  /**
   * What nobody can waive.
   *
   * @param names kinds of requirement (as {@code consent}, {@code clearance}), ids of requirements,
   *     and what is due or asked for at a completion (as {@code SUMMING_UP})
   */
  record NeverWaived(SortedSet<String> names) implements PackChange {
    /** Refuses an empty choice; sorts and copies. */
    public NeverWaived {
      names = Invariants.sortedNotEmpty("names", names);
    }
  }

  /**
   * Who must agree besides before a mentorship starts.
   *
   * @param practices ids of the practices in which it is asked; empty: in all that say how
   *     mentorships run
   * @param by capacities of parties, as {@code MENTOR}, {@code MENTEE}, {@code GUARDIAN}
   */
  record AgreementAdded(SortedSet<String> practices, SortedSet<Code> by) implements PackChange {
    /** Refuses an empty choice; sorts and copies. */
    public AgreementAdded {
      practices = Invariants.sorted(practices);
      by = Invariants.sortedNotEmpty("by", by);
    }
  }

  /**
   * What happens when one party is not heard of, or a mentor does not do what was agreed. A silence
   * that the programme finds as early or earlier stays, and so does a ladder that it has.
   *
   * @param practices ids of the practices that are meant; empty: all that say how mentorships run
   * @param silences after which absence of news is found by rule
   * @param ladder rungs of escalation in their order, for practices that have none
   * @param buffer how long a mentee waits at least before the next mentorship, where mentors are
   *     replaced; null: the rule says nothing of it
   */
  record EscalationAdded(
      SortedSet<String> practices,
      List<MentorshipTerms.Silence> silences,
      List<MentorshipTerms.Rung> ladder,
      @Nullable Period buffer)
      implements PackChange {
    /** Refuses a buffer that is not positive; sorts and copies. */
    public EscalationAdded {
      Invariants.positive("buffer", buffer);
      practices = Invariants.sorted(practices);
      silences = List.copyOf(silences);
      ladder = List.copyOf(ladder);
    }
  }

  /**
   * One more criterion that every pair must meet. Terms cannot be restated, only added.
   *
   * @param practices ids of the practices in which it is asked; empty: in all that form pairs
   * @param criterion a hard one
   */
  record CriterionAdded(SortedSet<String> practices, Criterion criterion) implements PackChange {
    /** Refuses a criterion that only gives points; sorts and copies. */
    public CriterionAdded {
      practices = Invariants.sorted(practices);
      Invariants.holds(
          criterion.hard(), "pack.criterion-soft", "criterion", "a criterion without weight");
    }
  }

  /**
   * One more thing that is due again and again while mentorships run. Where the practice already
   * asks for the same at least as tightly, that stands for it, and nothing is asked twice. A
   * cadence of the practice with the same id restates it and has to be at least as tight. Where the
   * programme keeps no such records, nothing is asked.
   *
   * @param practices ids of the practices in which it is asked; empty: in all
   * @param cadence what is due, under an id
   */
  record CadenceAdded(SortedSet<String> practices, Cadence cadence) implements PackChange {
    /** Refuses a cadence without an id; sorts and copies. */
    public CadenceAdded {
      practices = Invariants.sorted(practices);
      refuseUnnamed(cadence);
    }
  }

  /**
   * A cadence that a practice or another pack has by this id, said anew and tighter.
   *
   * @param practices ids of the practices whose cadence is meant; empty: of all
   * @param cadence what is due instead, with the id of the one that it takes the place of
   */
  record CadenceRestated(SortedSet<String> practices, Cadence cadence) implements PackChange {
    /** Refuses a cadence without an id; sorts and copies. */
    public CadenceRestated {
      practices = Invariants.sorted(practices);
      refuseUnnamed(cadence);
    }
  }

  /**
   * What a completion asks for besides. It makes no mentorship complete where the definition does
   * not say when one is. Of records that the programme does not keep nothing is asked.
   *
   * @param practices ids of the practices that are meant; empty: all that say when mentorships are
   *     complete
   * @param requires what must have happened, as {@link CompletionTerms#requires()}
   * @param jointBy parties that sum up together
   * @param exitInterviews parties with whom an exit interview is asked
   * @param atLeast how long the mentorship must have run; a longer one of the programme stays;
   *     null: the rule says nothing of it
   * @param answered kinds of activity that must be there, each answered
   * @param endings early endings that no longer count as completed, or only later
   */
  record CompletionAdded(
      SortedSet<String> practices,
      List<Code> requires,
      SortedSet<Code> jointBy,
      List<Code> exitInterviews,
      @Nullable Period atLeast,
      List<Code> answered,
      List<EndingTightened> endings)
      implements PackChange {
    /** Refuses a length that is not positive and a rule that asks for nothing; sorts and copies. */
    public CompletionAdded {
      Invariants.positive("at-least", atLeast);
      practices = Invariants.sorted(practices);
      requires = List.copyOf(requires);
      jointBy = Invariants.sorted(jointBy);
      exitInterviews = List.copyOf(exitInterviews);
      answered = List.copyOf(answered);
      endings = List.copyOf(endings);
      Invariants.holds(
          atLeast != null
              || !(requires.isEmpty()
                  && jointBy.isEmpty()
                  && exitInterviews.isEmpty()
                  && answered.isEmpty()
                  && endings.isEmpty()),
          "pack.completion-empty",
          "change",
          "something that is asked");
    }
  }

  /**
   * When an early ending counts as completed. Who may ask for the ending stays as it is, for nobody
   * is kept in a mentorship by a pack.
   *
   * @param reason of the ending, as {@code MOVED}; a practice that knows no such ending is not
   *     concerned
   * @param atLeast only after so long, pauses left out; null: never
   */
  record EndingTightened(Code reason, @Nullable Period atLeast) {
    /** Refuses a length that is not positive. */
    public EndingTightened {
      Invariants.positive("at-least", atLeast);
    }
  }

  private static void refuseUnnamed(Cadence cadence) {
    Invariants.holds(
        cadence.id() != null, "pack.cadence-unnamed", "cadence", "a cadence with an id");
  }
}
