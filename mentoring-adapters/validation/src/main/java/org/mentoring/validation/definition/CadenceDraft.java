package org.mentoring.validation.definition;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.Cadence;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.Required;
import org.mentoring.validation.constraint.Usually;

/** A draft of a {@link Cadence}. */
@Becomes(Cadence.class)
public record CadenceDraft(
    @Required @CodeText @Nullable String due,
    @Required @CodeText @Nullable String by,
    @Required @Nullable Period every,
    @Usually("1") @Min(1) @Max(1_000) @Nullable Integer times,
    @Nullable Boolean calendar,
    @Nullable Period grace,
    @Nullable Period duration,
    @Required @CitationText @Nullable String cite) {}
