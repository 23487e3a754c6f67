package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.MentoringFormat;
import org.mentoring.programme.Practice;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;

/** A draft of a {@link Practice}. */
@Becomes(Practice.class)
public record PracticeDraft(
    @Required @PartId @Nullable String id,
    @Required @Valid @Nullable TextDraft title,
    @Required @Nullable MentoringFormat format,
    @Required @NotEmpty @Nullable List<Arrangement> arrangements,
    @Nullable Boolean mutual,
    @Nullable Boolean circlesForbidden,
    @Required @Nullable List<@Valid PartyDraft> parties,
    @Valid @Nullable MatchingDraft matching,
    @Valid @Nullable MentorshipDraft mentorship,
    @Nullable List<@Valid CadenceDraft> cadences,
    @Valid @Nullable CompletionDraft completion,
    @Nullable List<@PartId String> models,
    @Required @CitationText @Nullable String cite) {}
