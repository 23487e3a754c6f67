package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.participant.Position;
import org.mentoring.programme.RetentionTerms;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;

/** A draft of {@link RetentionTerms}. */
@Becomes(RetentionTerms.class)
public record RetentionDraft(
    @Nullable List<@CodeText String> consents,
    @Required @NotEmpty @Nullable List<@Valid Rule> rules) {
  /** For how long a ground keeps data after it is over. */
  @Becomes(RetentionTerms.Rule.class)
  public record Rule(
      @Required @PartId @Nullable String id,
      @Required RetentionTerms.@Nullable Ground ground,
      @Nullable List<Position> positions,
      @Nullable Period kept,
      @Nullable Boolean despiteWithdrawal,
      @Required @CitationText @Nullable String cite) {}
}
