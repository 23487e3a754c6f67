package org.mentoring.validation.definition;

import jakarta.validation.constraints.NotEmpty;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.WaiverTerms;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.Required;
import org.mentoring.validation.constraint.WaivableName;

/** A draft of {@link WaiverTerms}. */
@Becomes(WaiverTerms.class)
public record WaiverDraft(
    @Required @NotEmpty @Nullable List<@CodeText String> authorities,
    @Nullable List<@WaivableName String> never,
    @Nullable Period longest,
    @Required @CitationText @Nullable String cite) {}
