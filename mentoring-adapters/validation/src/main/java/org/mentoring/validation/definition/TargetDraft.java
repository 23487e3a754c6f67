package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.Target;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.Required;
import org.mentoring.validation.constraint.Usually;

/** A draft of a {@link Target}. */
@Becomes(Target.class)
public record TargetDraft(
    @Required @Valid @Nullable SpanDraft when,
    @Required @NotEmpty @Nullable Map<@CodeText String, @Min(0) Long> figures,
    @Usually("0") @Min(0) @Max(100) @Nullable Integer tolerancePercent,
    @Required @CitationText @Nullable String cite,
    @Nullable List<@CodeText String> counts) {}
