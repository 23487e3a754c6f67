package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.PartyTerms;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.Required;

/** A draft of {@link PartyTerms}. */
@Becomes(PartyTerms.class)
public record PartyDraft(
    @Required @Nullable Position position,
    @Required @NotEmpty @Nullable List<ParticipantKind> kinds,
    @Nullable List<@Valid RequirementDraft> requirements,
    @Nullable List<@Valid StepDraft> path,
    @Required @CitationText @Nullable String cite) {}
