package org.mentoring.validation.definition;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mentoring.text.LocalizedText;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.FilledText;
import org.mentoring.validation.constraint.Required;

/** A draft of a {@link LocalizedText}. */
@Becomes(LocalizedText.class)
public record TextDraft(
    @Required @FilledText @Size(max = 2_000) @Nullable String en,
    @Required @FilledText @Size(max = 2_000) @Nullable String ru) {}
