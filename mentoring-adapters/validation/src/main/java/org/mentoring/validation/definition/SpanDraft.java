package org.mentoring.validation.definition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.time.Validity;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.Required;

/** A draft of a {@link Validity}: {@code until} is the first day after. */
@Becomes(Validity.class)
public record SpanDraft(@Required @Nullable LocalDate from, @Nullable LocalDate until) {}
