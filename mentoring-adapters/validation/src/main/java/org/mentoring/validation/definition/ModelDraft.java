package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.OrganisationalModel;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;

/** A draft of an {@link OrganisationalModel}. */
@Becomes(OrganisationalModel.class)
public record ModelDraft(
    @Required @PartId @Nullable String id,
    @Required @Valid @Nullable TextDraft title,
    @CodeText @Nullable String agreement,
    @Nullable List<@CodeText String> keeps,
    @Required @CitationText @Nullable String cite) {}
