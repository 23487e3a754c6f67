package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.Phase;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;

/** A draft of a {@link Phase}. */
@Becomes(Phase.class)
public record PhaseDraft(
    @Required @PartId @Nullable String id,
    @Required @Valid @Nullable TextDraft title,
    @Required @Valid @Nullable SpanDraft when,
    @Nullable List<@CodeText String> allows,
    @Required @CitationText @Nullable String cite) {}
