package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.validation.constraint.AttributeText;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.FilledText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;
import org.mentoring.validation.constraint.Usually;

/** A draft of a {@link MatchingPlan}: its criteria by their force. */
@Becomes(MatchingPlan.class)
public record MatchingDraft(
    @Required MatchingPlan.@Nullable Policy policy,
    Term.@Nullable Side proposing,
    @Required @Valid @Nullable Capacity capacity,
    @Valid @Nullable Event event,
    @Nullable List<@Valid Hard> hard,
    @Nullable List<@Valid Soft> soft,
    @Nullable List<@Valid Emphasis> emphases,
    @Valid @Nullable Rematch rematch,
    @Valid @Nullable Waiting waiting,
    @Valid @Nullable Group group,
    @Valid @Nullable Team team,
    @Nullable List<@Valid Share> shares,
    @Valid @Nullable CoordinatorLoad coordinatorLoad,
    @Valid @Nullable Together together,
    @Required @CitationText @Nullable String cite) {
  /** How many mentees a mentor has. */
  @Becomes(MatchingPlan.CapacityTerms.class)
  public record Capacity(
      @Required @Min(1) @Max(1_000) @Nullable Integer usual,
      @Required @Min(1) @Max(1_000) @Nullable Integer most,
      @Required @CitationText @Nullable String cite) {}

  /** The event at which pairs form. */
  @Becomes(MatchingPlan.EventTerms.class)
  public record Event(
      @Required @Min(1) @Max(10_000) @Nullable Integer pairs,
      @Min(1) @Max(50) @Nullable Integer candidates,
      @Required @CitationText @Nullable String cite) {}

  /** What weighs more for some mentees. */
  @Becomes(MatchingPlan.Emphasis.class)
  public record Emphasis(
      @Required @CodeText @Nullable String circumstance,
      @Required @PartId @Nullable String criterion,
      @Required @Min(2) @Max(100) @Nullable Integer times,
      @Required @CitationText @Nullable String cite) {}

  /** What an existing pair is worth. */
  @Becomes(MatchingPlan.RematchTerms.class)
  public record Rematch(
      @Min(0) @Max(1_000_000) @Nullable Integer disruptionPrice,
      @Required @CitationText @Nullable String cite) {}

  /** Who waited longest goes first. */
  @Becomes(MatchingPlan.WaitingTerms.class)
  public record Waiting(@Required @CitationText @Nullable String cite) {}

  /** How many mentees form a group. */
  @Becomes(MatchingPlan.GroupTerms.class)
  public record Group(
      @Required @Min(1) @Max(1_000) @Nullable Integer least,
      @Required @Min(1) @Max(1_000) @Nullable Integer most,
      @Nullable Boolean orNone,
      @Required @CitationText @Nullable String cite) {}

  /** How many mentors lead one group. */
  @Becomes(MatchingPlan.TeamTerms.class)
  public record Team(
      @Required @Min(1) @Max(100) @Nullable Integer least,
      @Required @Min(1) @Max(100) @Nullable Integer most,
      @Required @CitationText @Nullable String cite) {}

  /** How many mentees with a value are matched at least. */
  @Becomes(MatchingPlan.Share.class)
  public record Share(
      @Required @AttributeText @Nullable String attribute,
      @Required @FilledText @Size(max = 200) @Nullable String value,
      @Required @Min(1) @Max(1_000_000) @Nullable Integer least,
      @Required @CitationText @Nullable String cite) {}

  /** How much one coordinator looks after. */
  @Becomes(MatchingPlan.CoordinatorLoad.class)
  public record CoordinatorLoad(
      @Required @Min(1) @Max(1_000_000) @Nullable Integer most,
      @Usually("coordinator") @AttributeText @Nullable String attribute,
      @Required @CitationText @Nullable String cite) {}

  /** Which mentees go to the same mentor. */
  @Becomes(MatchingPlan.TogetherTerms.class)
  public record Together(
      @Required @AttributeText @Nullable String attribute,
      @Required @CitationText @Nullable String cite) {}

  /** A criterion that every pair must meet. */
  @Becomes(Criterion.class)
  public record Hard(
      @Required @PartId @Nullable String id,
      @Required @Valid @Nullable TermDraft term,
      @Required @CitationText @Nullable String cite) {
    /** The force of a hard criterion. */
    public Force force() {
      return new Force.Hard();
    }
  }

  /** A criterion that gives points. */
  @Becomes(Criterion.class)
  public record Soft(
      @Required @PartId @Nullable String id,
      @Required @Valid @Nullable TermDraft term,
      @Required @Min(1) @Max(1_000_000) @Nullable Integer weight,
      @Required @CitationText @Nullable String cite) {
    /** The force of a soft criterion whose weight is there. */
    public Force force() {
      return new Force.Soft(Objects.requireNonNull(weight));
    }
  }
}
