package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.RecordTerms;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;
import org.mentoring.validation.constraint.Usually;

/** A draft of {@link RecordTerms}. */
@Becomes(RecordTerms.class)
public record RecordDraft(
    @Required @PartId @Nullable String id,
    @Required @CodeText @Nullable String kind,
    @Required @Valid @Nullable TextDraft title,
    @Nullable Boolean ordered,
    @Nullable List<@Valid Item> items,
    @Required @CitationText @Nullable String cite,
    @Min(0) @Max(1_000_000_000_000L) @Nullable Long total) {
  /** An item of a record. */
  @Becomes(RecordTerms.Item.class)
  public record Item(
      @Required @PartId @Nullable String id,
      @Required @Valid @Nullable TextDraft title,
      @Usually("0") @Min(0) @Max(1_000_000_000_000L) @Nullable Long amount,
      @Valid @Nullable Cost cost) {}

  /** How a line of a budget is made up. */
  @Becomes(RecordTerms.Cost.class)
  public record Cost(
      @Required @Min(0) @Max(1_000_000_000_000L) @Nullable Long price,
      @Required @Min(0) @Max(1_000_000L) @Nullable Long units,
      @Required @Min(0) @Max(1_000_000_000_000L) @Nullable Long own,
      @Required @Min(0) @Max(1_000_000_000_000L) @Nullable Long requested) {}
}
