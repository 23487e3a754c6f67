package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.PackRule;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;

/** A draft of a {@link PackRule}. */
@Becomes(PackRule.class)
public record PackRuleDraft(
    @Required @PartId @Nullable String code,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Required @Valid @Nullable PackChangeDraft change,
    @Required @CitationText @Nullable String cite) {}
