package org.mentoring.validation.definition;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.participant.Position;
import org.mentoring.programme.Privacy;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.Required;

/** A draft of {@link Privacy}. */
@Becomes(Privacy.class)
public record PrivacyDraft(
    @Nullable List<Position> neverPublished,
    @Required @Min(1) @Max(1_000) @Nullable Integer smallestGroup,
    @Required @CitationText @Nullable String cite) {}
