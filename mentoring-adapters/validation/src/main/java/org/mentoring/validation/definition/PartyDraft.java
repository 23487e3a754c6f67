package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.BurnOutSign;
import org.mentoring.programme.PartyTerms;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.Required;

/** A draft of {@link PartyTerms}. */
@Becomes(PartyTerms.class)
public record PartyDraft(
    @Required @Nullable Position position,
    @Required @NotEmpty @Nullable List<ParticipantKind> kinds,
    @Nullable List<@Valid RequirementDraft> requirements,
    @Nullable List<@Valid StepDraft> path,
    @Required @CitationText @Nullable String cite,
    @Nullable List<@Valid Sign> burnOut) {
  /** What tells that somebody in the position may burn out. */
  @Becomes(BurnOutSign.class)
  public record Sign(
      @Required BurnOutSign.@Nullable Sign sign,
      @Min(0) @Max(100_000) @Nullable Integer moreThan,
      @Nullable Period longerThan,
      @CodeText @Nullable String kind,
      @Required @NotEmpty @Nullable List<@CodeText String> helps,
      @Required @CitationText @Nullable String cite) {}
}
