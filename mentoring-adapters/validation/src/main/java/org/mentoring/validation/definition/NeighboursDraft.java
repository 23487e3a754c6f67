package org.mentoring.validation.definition;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.Neighbours;
import org.mentoring.validation.constraint.AttributeText;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.FilledText;
import org.mentoring.validation.constraint.Required;

/** A draft of {@link Neighbours}; each pair is a list of its two values. */
@Becomes(Neighbours.class)
public record NeighboursDraft(
    @Required @AttributeText @Nullable String attribute,
    @Required @NotEmpty
        @Nullable List<@Size(min = 2, max = 2) List<@FilledText @Size(max = 200) String>> pairs,
    @Required @CitationText @Nullable String cite) {}
