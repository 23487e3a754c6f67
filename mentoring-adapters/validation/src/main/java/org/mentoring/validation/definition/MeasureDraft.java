package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.participant.Position;
import org.mentoring.programme.Measure;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.Kind;
import org.mentoring.validation.constraint.Required;

/** A draft of a {@link Measure}; one record a kind, told by the key {@code kind}. */
public sealed interface MeasureDraft {
  /** Each such party met one of the requirements. */
  @Kind("requirement")
  @Becomes(Measure.AnyRequirement.class)
  record AnyRequirement(
      @Required @Nullable Position position,
      @Required @NotEmpty @Nullable List<@Valid RequirementDraft> anyOf)
      implements MeasureDraft {}

  /** What fell due was done in time. */
  @Kind("cadence")
  @Becomes(Measure.KeptCadences.class)
  record KeptCadences(@Required @NotEmpty @Nullable List<@Valid CadenceDraft> cadences)
      implements MeasureDraft {}

  /** Each of these had an exit interview. */
  @Kind("exit-interview")
  @Becomes(Measure.ExitInterviews.class)
  record ExitInterviews(@Required @NotEmpty @Nullable List<@CodeText String> with)
      implements MeasureDraft {}

  /** The definition lays something down. */
  @Kind("laid-down")
  @Becomes(Measure.LaidDown.class)
  record LaidDown(@Required Measure.@Nullable Provision provision) implements MeasureDraft {}

  /** Both sides come from where one of the forms has them. */
  @Kind("form")
  @Becomes(Measure.OneOfForms.class)
  record OneOfForms(@Required @NotEmpty @Nullable List<@Valid Form> anyOf)
      implements MeasureDraft {}

  /** A person has to look. */
  @Kind("by-people")
  @Becomes(Measure.ByPeople.class)
  record ByPeople() implements MeasureDraft {}

  /** A draft of a {@link Measure.Form}. */
  @Becomes(Measure.Form.class)
  record Form(
      @Required @CodeText @Nullable String mentor, @Required @CodeText @Nullable String mentee) {}
}
