package org.mentoring.validation.definition;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.Scale;
import org.mentoring.validation.constraint.AttributeText;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.FilledText;
import org.mentoring.validation.constraint.Required;

/** A draft of a {@link Scale}. */
@Becomes(Scale.class)
public record ScaleDraft(
    @Required @AttributeText @Nullable String attribute,
    @Required @Size(min = 2, max = 1_000)
        @Nullable List<@FilledText @Size(max = 200) String> levels,
    @Required @CitationText @Nullable String cite) {}
