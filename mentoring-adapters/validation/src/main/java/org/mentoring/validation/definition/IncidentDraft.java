package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;

/** A draft of an {@link IncidentProcedure}. */
@Becomes(IncidentProcedure.class)
public record IncidentDraft(
    @Required @PartId @Nullable String id,
    @Required @NotEmpty @Nullable List<@CodeText String> kinds,
    @Required @CodeText @Nullable String responsible,
    @Nullable Period within,
    @Nullable List<@Valid Step> steps,
    @Nullable List<@CodeText String> readers,
    IncidentProcedure.@Nullable Effect effect,
    @Nullable List<@CodeText String> escalatesTo,
    @Required @Valid @Nullable TextDraft title,
    @Required @CitationText @Nullable String cite) {
  /** A step of the algorithm. */
  @Becomes(IncidentProcedure.Step.class)
  public record Step(
      @Required @PartId @Nullable String id,
      @Required @CodeText @Nullable String owner,
      @Nullable Period within,
      @Required @Valid @Nullable TextDraft title) {}
}
