package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.PathStep;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;

/** A draft of a {@link PathStep}. */
@Becomes(PathStep.class)
public record StepDraft(
    @Required @PartId @Nullable String id,
    @Nullable List<@PartId String> needs,
    @Nullable List<@CodeText String> restsOn,
    @CodeText @Nullable String owner,
    @Valid @Nullable TextDraft title,
    @Required @CitationText @Nullable String cite) {}
