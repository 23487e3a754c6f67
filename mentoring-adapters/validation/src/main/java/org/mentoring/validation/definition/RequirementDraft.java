package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Requirement;
import org.mentoring.validation.constraint.AttributeText;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.ExtensionName;
import org.mentoring.validation.constraint.FilledText;
import org.mentoring.validation.constraint.Kind;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;

/** A draft of a {@link Requirement}; one record a kind, told by the key {@code kind}. */
public sealed interface RequirementDraft {
  /** The id that findings name. */
  @Nullable String id();

  /** Age in whole years. */
  @Kind("age")
  @Becomes(Requirement.Age.class)
  record Age(
      @Required @PartId @Nullable String id,
      @Min(0) @Max(150) @Nullable Integer atLeast,
      @Min(1) @Max(150) @Nullable Integer below,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** One of the circumstances holds. */
  @Kind("circumstance")
  @Becomes(Requirement.CircumstanceHolds.class)
  record Circumstance(
      @Required @PartId @Nullable String id,
      @Required @NotEmpty @Nullable List<@CodeText String> anyOf,
      @Nullable List<@CodeText String> fromRegisters,
      @Nullable List<@CodeText String> fromReferralBy,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** Stands in a preventive register. */
  @Kind("registration")
  @Becomes(Requirement.Registration.class)
  record Registration(
      @Required @PartId @Nullable String id,
      @Required @NotEmpty @Nullable List<@CodeText String> anyOf,
      @Nullable List<Fact.WayIn> waysIn,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** Came in one of the ways. */
  @Kind("intake")
  @Becomes(Requirement.Intake.class)
  record Intake(
      @Required @PartId @Nullable String id,
      @Required @Nullable Position position,
      @Required @NotEmpty @Nullable List<Fact.WayIn> anyOf,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** Comes from the right places. */
  @Kind("affiliation")
  @Becomes(Requirement.AffiliationFits.class)
  record Affiliation(
      @Required @PartId @Nullable String id,
      @Nullable List<@CodeText String> anyOf,
      @Nullable List<@CodeText String> noneOf,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** Clearance certificates are in date. */
  @Kind("clearance")
  @Becomes(Requirement.Clearance.class)
  record Clearance(
      @Required @PartId @Nullable String id,
      @Required @NotEmpty @Nullable List<@CodeText String> kinds,
      @Required @Nullable Period validFor,
      @Min(0) @Max(150) @Nullable Integer fromAge,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** Documents are on file. */
  @Kind("documents")
  @Becomes(Requirement.Documents.class)
  record Documents(
      @Required @PartId @Nullable String id,
      @Required @NotEmpty @Nullable List<@CodeText String> kinds,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** An interview was passed. */
  @Kind("interview")
  @Becomes(Requirement.InterviewPassed.class)
  record Interview(
      @Required @PartId @Nullable String id,
      @Required @CodeText @Nullable String by,
      Fact.@Nullable Mode mode,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** Trainings add up to a length. */
  @Kind("training")
  @Becomes(Requirement.TrainingDone.class)
  record Training(
      @Required @PartId @Nullable String id,
      @Required Fact.@Nullable TrainingKind purpose,
      @Required @Min(1) @Max(100_000) @Nullable Integer minutes,
      Fact.@Nullable Mode mode,
      @CodeText @Nullable String by,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** A course was passed. */
  @Kind("course")
  @Becomes(Requirement.CoursePassed.class)
  record Course(
      @Required @PartId @Nullable String id,
      @Required @CodeText @Nullable String course,
      @Nullable Arrangement arrangement,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** Consent is given. */
  @Kind("consent")
  @Becomes(Requirement.ConsentGiven.class)
  record Consent(
      @Required @PartId @Nullable String id,
      @Required Fact.@Nullable ConsentGiver by,
      @Required @CodeText @Nullable String with,
      @Required @CodeText @Nullable String purpose,
      @Min(0) @Max(150) @Nullable Integer fromAge,
      @Min(1) @Max(150) @Nullable Integer belowAge,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** An authority decided in favour. */
  @Kind("decision")
  @Becomes(Requirement.DecisionOf.class)
  record AuthorityDecision(
      @Required @PartId @Nullable String id,
      @Required @CodeText @Nullable String authority,
      @Required @CodeText @Nullable String matter,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** An individual profile is on file. */
  @Kind("profile")
  @Becomes(Requirement.ProfilePrepared.class)
  record Profile(
      @Required @PartId @Nullable String id,
      @Required @CodeText @Nullable String by,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** The family was met. */
  @Kind("family-meeting")
  @Becomes(Requirement.FamilyMet.class)
  record FamilyMeeting(
      @Required @PartId @Nullable String id,
      @Required @CodeText @Nullable String with,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** Meets a selection standard. */
  @Kind("standard")
  @Becomes(Requirement.StandardMet.class)
  record Standard(
      @Required @PartId @Nullable String id,
      @Required @PartId @Nullable String standard,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** Stands in a register or bank. */
  @Kind("register")
  @Becomes(Requirement.InRegister.class)
  record Register(
      @Required @PartId @Nullable String id,
      @Required @CodeText @Nullable String register,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** Has a value for an attribute. */
  @Kind("trait")
  @Becomes(Requirement.TraitKnown.class)
  record Trait(
      @Required @PartId @Nullable String id,
      @Required @AttributeText @Nullable String attribute,
      @Nullable List<@FilledText @Size(max = 200) String> anyOf,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** Promised to stay for a time. */
  @Kind("commitment")
  @Becomes(Requirement.CommitmentMade.class)
  record Commitment(
      @Required @PartId @Nullable String id,
      @Required @Nullable Period time,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** References are good. */
  @Kind("references")
  @Becomes(Requirement.ReferencesGood.class)
  record References(
      @Required @PartId @Nullable String id,
      @Required @Min(1) @Max(20) @Nullable Integer count,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** Holds a position. */
  @Kind("position")
  @Becomes(Requirement.HoldsPosition.class)
  record PositionHeld(
      @Required @PartId @Nullable String id,
      @Required @Nullable Position position,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** Persons belong to the party and take part for it. */
  @Kind("members")
  @Becomes(Requirement.HasMembers.class)
  record Members(
      @Required @PartId @Nullable String id,
      @Required @Nullable Position position,
      @Required @Min(1) @Max(1_000) @Nullable Integer atLeast,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** Somebody vouches for it. */
  @Kind("attestation")
  @Becomes(Requirement.AttestationGiven.class)
  record Attestation(
      @Required @PartId @Nullable String id,
      @Required @CodeText @Nullable String code,
      @Required @CodeText @Nullable String by,
      @Nullable Period validFor,
      @Required @Valid @Nullable TextDraft title,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** Met after others. */
  @Kind("order")
  @Becomes(Requirement.MetAfter.class)
  record Order(
      @Required @PartId @Nullable String id,
      @Required @PartId @Nullable String requirement,
      @Required @NotEmpty @Nullable List<@PartId String> after,
      @Required @Valid @Nullable TextDraft title,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** Done after others, as told at once. */
  @Kind("done-after")
  @Becomes(Requirement.DoneAfter.class)
  record DoneAfter(
      @Required @PartId @Nullable String id,
      @Required @PartId @Nullable String requirement,
      @Required @NotEmpty @Nullable List<@PartId String> after,
      @Required @Valid @Nullable TextDraft title,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}

  /** Answered by an embedder's evaluator. */
  @Kind("extension")
  @Becomes(Requirement.Extension.class)
  record Extension(
      @Required @PartId @Nullable String id,
      @Required @ExtensionName @Nullable String name,
      @Required @Min(1) @Max(9_999) @Nullable Integer version,
      @Nullable Map<@FilledText String, @Size(max = 2_000) String> parameters,
      @Required @Valid @Nullable TextDraft title,
      @Required @CitationText @Nullable String cite)
      implements RequirementDraft {}
}
