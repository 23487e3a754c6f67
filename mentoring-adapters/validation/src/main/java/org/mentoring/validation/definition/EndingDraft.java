package org.mentoring.validation.definition;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.EarlyEnding;
import org.mentoring.programme.PairedAgain;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.Required;

/** A draft of an {@link EarlyEnding}. */
@Becomes(EarlyEnding.class)
public record EndingDraft(
    @Required @CodeText @Nullable String reason,
    @Nullable List<@CodeText String> askedBy,
    @Nullable Boolean asCompleted,
    @Nullable Period atLeast,
    @Required @CitationText @Nullable String cite,
    @Nullable PairedAgain again) {}
