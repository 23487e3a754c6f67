package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;

/** A draft of a {@link MatchingPlan}: its criteria by their force. */
@Becomes(MatchingPlan.class)
public record MatchingDraft(
    @Required MatchingPlan.@Nullable Policy policy,
    @Required @Valid @Nullable Capacity capacity,
    @Valid @Nullable Event event,
    @Nullable List<@Valid Hard> hard,
    @Nullable List<@Valid Soft> soft,
    @Nullable List<@Valid Emphasis> emphases,
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
      @Required @CitationText @Nullable String cite) {}

  /** What weighs more for some mentees. */
  @Becomes(MatchingPlan.Emphasis.class)
  public record Emphasis(
      @Required @CodeText @Nullable String circumstance,
      @Required @PartId @Nullable String criterion,
      @Required @Min(2) @Max(100) @Nullable Integer times,
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
