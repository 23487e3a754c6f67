package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.RulePack;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.FilledText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;

/** A draft of a {@link RulePack}. */
@Becomes(RulePack.class)
public record RulePackDraft(
    @Required @PartId @Nullable String id,
    @Required @FilledText @Size(max = 32) @Nullable String version,
    @Required RulePack.@Nullable Layer layer,
    @Required @Valid @Nullable TextDraft title,
    @Size(max = 200) @Nullable String source,
    @Nullable List<@Valid VocabularyDraft> vocabulary,
    @Required @NotEmpty @Nullable List<@Valid PackRuleDraft> rules,
    @Nullable List<@Valid BenchmarkDraft> benchmarks) {}
