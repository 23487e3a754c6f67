package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.Benchmark;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;

/** A draft of a {@link Benchmark}. */
@Becomes(Benchmark.class)
public record BenchmarkDraft(
    @Required @PartId @Nullable String code,
    @Required @Valid @Nullable TextDraft title,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Valid @Nullable MeasureDraft measure,
    @Required @CitationText @Nullable String cite) {}
