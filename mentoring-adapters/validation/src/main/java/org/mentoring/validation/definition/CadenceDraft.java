package org.mentoring.validation.definition;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Cadence;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;
import org.mentoring.validation.constraint.Usually;

/** A draft of a {@link Cadence}. */
@Becomes(Cadence.class)
public record CadenceDraft(
    @Required @CodeText @Nullable String due,
    @Required @CodeText @Nullable String by,
    @CodeText @Nullable String to,
    Cadence.@Nullable OwedFor owedFor,
    @Required @Nullable Period every,
    @Usually("1") @Min(1) @Max(1_000) @Nullable Integer times,
    @Nullable Boolean calendar,
    Cadence.@Nullable Timing timing,
    Cadence.@Nullable Beginning beginning,
    @Nullable Period after,
    @Nullable Period grace,
    @Nullable Period duration,
    Fact.@Nullable Mode mode,
    @Nullable Position attendedBy,
    @Min(1) @Max(150) @Nullable Integer belowAge,
    @Nullable List<@CodeText String> with,
    @PartId @Nullable String skips,
    @Required @CitationText @Nullable String cite,
    Cadence.@Nullable From from,
    @PartId @Nullable String item,
    @PartId @Nullable String id) {}
