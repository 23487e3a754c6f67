package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.DayCalendar;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;

/** A draft of a {@link DayCalendar}. */
@Becomes(DayCalendar.class)
public record CalendarDraft(
    @Required @PartId @Nullable String id,
    @Required @Valid @Nullable TextDraft title,
    @Required @NotEmpty @Nullable List<@Valid SpanDraft> days,
    @Required @CitationText @Nullable String cite) {}
