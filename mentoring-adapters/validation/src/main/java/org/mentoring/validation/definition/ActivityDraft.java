package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;

/** A draft of {@link ActivityTerms}. */
@Becomes(ActivityTerms.class)
public record ActivityDraft(
    @Required @CodeText @Nullable String kind,
    @Required ActivityTerms.@Nullable Shape shape,
    @Required ActivityTerms.@Nullable About about,
    @Nullable List<@CodeText String> by,
    Fact.@Nullable Mode mode,
    @PartId @Nullable String record,
    @Min(1) @Max(1_000) @Nullable Integer mostPairs,
    @Nullable Boolean joint,
    @Required @Valid @Nullable TextDraft title,
    @Required @CitationText @Nullable String cite,
    @CodeText @Nullable String consent,
    @CodeText @Nullable String answers,
    ActivityTerms.@Nullable NoteAsked note,
    @Min(1) @Max(1_000) @Nullable Integer most,
    @Nullable List<@CodeText String> restsOn,
    @CodeText @Nullable String enters,
    @Nullable List<Position> opens,
    @Nullable List<@PartId String> practices) {}
