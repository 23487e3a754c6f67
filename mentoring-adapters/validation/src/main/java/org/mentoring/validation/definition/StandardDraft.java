package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.SelectionStandard;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;

/** A draft of a {@link SelectionStandard}. */
@Becomes(SelectionStandard.class)
public record StandardDraft(
    @Required @PartId @Nullable String id,
    @Required @CodeText @Nullable String draftedBy,
    @Required @CodeText @Nullable String approvedBy,
    @Nullable LocalDate approvedOn,
    @Nullable List<@Valid TextDraft> items,
    @Required @CitationText @Nullable String cite) {}
