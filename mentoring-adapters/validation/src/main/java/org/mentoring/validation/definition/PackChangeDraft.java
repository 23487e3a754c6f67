package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.participant.Position;
import org.mentoring.programme.MentoringFormat;
import org.mentoring.programme.PackChange;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.Kind;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;
import org.mentoring.validation.constraint.WaivableName;

/** A draft of a {@link PackChange}; one record a kind, told by the key {@code kind}. */
public sealed interface PackChangeDraft {
  /** One more requirement. */
  @Kind("requirement")
  @Becomes(PackChange.RequirementAdded.class)
  record RequirementAdded(
      @Required @Nullable Position position,
      @Nullable List<@PartId String> practices,
      @Nullable List<MentoringFormat> formats,
      @PartId @Nullable String step,
      @Required @Valid @Nullable RequirementDraft requirement)
      implements PackChangeDraft {}

  /** A requirement said anew and tighter. */
  @Kind("restatement")
  @Becomes(PackChange.RequirementRestated.class)
  record RequirementRestated(
      @Nullable List<@PartId String> practices,
      @Required @Valid @Nullable RequirementDraft requirement)
      implements PackChangeDraft {}

  /** What nobody can waive. */
  @Kind("never-waived")
  @Becomes(PackChange.NeverWaived.class)
  record NeverWaived(@Required @NotEmpty @Nullable List<@WaivableName String> names)
      implements PackChangeDraft {}

  /** Who must agree besides. */
  @Kind("agreement")
  @Becomes(PackChange.AgreementAdded.class)
  record AgreementAdded(
      @Nullable List<@PartId String> practices,
      @Required @NotEmpty @Nullable List<@CodeText String> by)
      implements PackChangeDraft {}

  /** What happens when a party is not heard of. */
  @Kind("escalation")
  @Becomes(PackChange.EscalationAdded.class)
  record EscalationAdded(
      @Nullable List<@PartId String> practices,
      @Nullable List<MentorshipDraft.@Valid Silence> silences,
      @Nullable List<MentorshipDraft.@Valid Rung> ladder,
      @Nullable Period buffer)
      implements PackChangeDraft {}

  /** One more thing that is due again and again. */
  @Kind("cadence")
  @Becomes(PackChange.CadenceAdded.class)
  record CadenceAdded(
      @Nullable List<@PartId String> practices, @Required @Valid @Nullable CadenceDraft cadence)
      implements PackChangeDraft {}

  /** A cadence said anew and tighter. */
  @Kind("cadence-restatement")
  @Becomes(PackChange.CadenceRestated.class)
  record CadenceRestated(
      @Nullable List<@PartId String> practices, @Required @Valid @Nullable CadenceDraft cadence)
      implements PackChangeDraft {}

  /** What a completion asks for besides. */
  @Kind("completion")
  @Becomes(PackChange.CompletionAdded.class)
  record CompletionAdded(
      @Nullable List<@PartId String> practices,
      @Nullable List<@CodeText String> requires,
      @Nullable List<@CodeText String> jointBy,
      @Nullable List<@CodeText String> exitInterviews,
      @Nullable Period atLeast,
      @Nullable List<@CodeText String> answered,
      @Nullable List<@Valid EndingTightened> endings)
      implements PackChangeDraft {}

  /** When an early ending counts as completed. */
  @Becomes(PackChange.EndingTightened.class)
  record EndingTightened(@Required @CodeText @Nullable String reason, @Nullable Period atLeast) {}

  /** One more criterion that every pair must meet. */
  @Kind("criterion")
  @Becomes(PackChange.CriterionAdded.class)
  record CriterionAdded(
      @Nullable List<@PartId String> practices,
      @Required @Valid MatchingDraft.@Nullable Hard criterion)
      implements PackChangeDraft {}
}
