package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;

/** A draft of {@link MentorshipTerms}. */
@Becomes(MentorshipTerms.class)
public record MentorshipDraft(
    @Nullable List<@Valid Step> path,
    @Nullable List<@CodeText String> agreedBy,
    @Nullable Period longestPause,
    @Nullable List<@Valid Silence> silences,
    @Nullable List<@Valid Rung> ladder,
    @Valid @Nullable Rematch rematch,
    @Required @CitationText @Nullable String cite) {
  /** A step of a mentorship. */
  @Becomes(MentorshipTerms.MentorshipStep.class)
  public record Step(
      @Required @PartId @Nullable String id,
      MentorshipTerms.@Nullable Stage stage,
      @Nullable List<@PartId String> after,
      @Nullable List<@CodeText String> restsOn,
      @Required @CodeText @Nullable String owner,
      @Required @Valid @Nullable TextDraft title,
      @Required @CitationText @Nullable String cite) {}

  /** How long a party may be silent. */
  @Becomes(MentorshipTerms.Silence.class)
  public record Silence(
      @Required @CodeText @Nullable String party,
      @Required @Nullable Period longerThan,
      @Required @CitationText @Nullable String cite) {}

  /** A rung of the ladder of escalation. */
  @Becomes(MentorshipTerms.Rung.class)
  public record Rung(
      @Required @PartId @Nullable String id,
      @Nullable Period lasts,
      @CodeText @Nullable String approvedBy,
      @Nullable Boolean ends,
      @Required @Valid @Nullable TextDraft title,
      @Required @CitationText @Nullable String cite) {}

  /** How a mentor is replaced. */
  @Becomes(MentorshipTerms.RematchTerms.class)
  public record Rematch(
      @Required @NotEmpty @Nullable List<@CodeText String> askedBy,
      @Min(0) @Max(150) @Nullable Integer childFromAge,
      @CodeText @Nullable String decidedBy,
      @Nullable Period buffer,
      @Required @CitationText @Nullable String cite,
      @CodeText @Nullable String historyConsent) {}
}
