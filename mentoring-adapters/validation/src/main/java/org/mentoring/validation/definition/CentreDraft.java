package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.CentreTerms;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.Required;
import org.mentoring.validation.constraint.Usually;

/** A draft of {@link CentreTerms}. */
@Becomes(CentreTerms.class)
public record CentreDraft(
    @Nullable List<@CodeText String> documents,
    @Usually("0") @Min(0) @Max(1_000) @Nullable Integer partnersAtLeast,
    @Nullable List<@Valid RequirementDraft> requirements,
    @Nullable List<@Valid StepDraft> path,
    @Nullable List<@Valid ModelDraft> models,
    @Nullable List<@Valid CadenceDraft> cadences,
    @Required @CitationText @Nullable String cite) {}
