package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;

/** A draft of {@link CompletionTerms}. */
@Becomes(CompletionTerms.class)
public record CompletionDraft(
    @Nullable List<@CodeText String> requires,
    @Nullable List<@CodeText String> jointBy,
    @Nullable List<@CodeText String> exitInterviews,
    @Nullable Period atLeast,
    @PartId @Nullable String afterPhase,
    @Nullable List<@Valid EndingDraft> endings,
    @Nullable List<@Valid CadenceDraft> followUp,
    @Required @CitationText @Nullable String cite,
    @Nullable List<@CodeText String> answered) {
  /** No document says it: what packs ask has the source of their rules. */
  public List<CompletionTerms.CitedItem> cited() {
    return List.of();
  }
}
