package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.VocabularyTerm;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.Required;

/** A draft of a {@link VocabularyTerm}. */
@Becomes(VocabularyTerm.class)
public record VocabularyDraft(
    @Required @CodeText @Nullable String code, @Required @Valid @Nullable TextDraft title) {}
