package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Term;
import org.mentoring.validation.constraint.AttributeText;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CodeText;
import org.mentoring.validation.constraint.Kind;
import org.mentoring.validation.constraint.Required;
import org.mentoring.validation.constraint.Usually;

/** A draft of a {@link Term}; one record a kind, told by the key {@code kind}. */
public sealed interface TermDraft {
  /** Both share a value. */
  @Kind("same")
  @Becomes(Term.Same.class)
  record Same(@Required @AttributeText @Nullable String attribute) implements TermDraft {}

  /** They share no value. */
  @Kind("different")
  @Becomes(Term.Different.class)
  record Different(@Required @AttributeText @Nullable String attribute) implements TermDraft {}

  /** The same value or a neighbour. */
  @Kind("near")
  @Becomes(Term.Near.class)
  record Near(@Required @AttributeText @Nullable String attribute) implements TermDraft {}

  /** Not too many kilometres apart. */
  @Kind("distance")
  @Becomes(Term.Distance.class)
  record Distance(
      @Required @AttributeText @Nullable String attribute,
      @Required @Min(0) @Max(20_100) @Nullable Integer atMost,
      @Required @Min(0) @Max(20_100) @Nullable Integer full)
      implements TermDraft {}

  /** Common values. */
  @Kind("overlap")
  @Becomes(Term.Overlap.class)
  record Overlap(
      @Required @AttributeText @Nullable String attribute,
      @Usually("1") @Min(1) @Max(1_000) @Nullable Integer atLeast)
      implements TermDraft {}

  /** One side's values answer the other's. */
  @Kind("cover")
  @Becomes(Term.Cover.class)
  record Cover(
      @Required @AttributeText @Nullable String asked,
      @Required @AttributeText @Nullable String given,
      @Required Term.@Nullable Side by,
      @Usually("1") @Min(1) @Max(1_000) @Nullable Integer atLeast)
      implements TermDraft {}

  /** The mentor is older by whole years. */
  @Kind("age-gap")
  @Becomes(Term.AgeGap.class)
  record AgeGap(
      @Required @Min(-120) @Max(120) @Nullable Integer atLeast,
      @Min(-120) @Max(120) @Nullable Integer atMost)
      implements TermDraft {}

  /** The mentor stands higher on a scale. */
  @Kind("ahead")
  @Becomes(Term.Ahead.class)
  record Ahead(
      @Required @AttributeText @Nullable String scale,
      @Required @Min(-1_000) @Max(1_000) @Nullable Integer atLeast,
      @Min(-1_000) @Max(1_000) @Nullable Integer atMost)
      implements TermDraft {}

  /** The mentor stands higher on a scale that the mentee asks for. */
  @Kind("ahead-in-asked")
  @Becomes(Term.AheadInAsked.class)
  record AheadInAsked(
      @Required @AttributeText @Nullable String asked,
      @Usually("1") @Min(1) @Max(1_000) @Nullable Integer atLeast)
      implements TermDraft {}

  /** The mentor is longer in service by whole years. */
  @Kind("service-gap")
  @Becomes(Term.ServiceGap.class)
  record ServiceGap(
      @CodeText @Nullable String occupation,
      @Required @Min(-120) @Max(120) @Nullable Integer atLeast,
      @Min(-120) @Max(120) @Nullable Integer atMost)
      implements TermDraft {}

  /** One side's wishes about the other are met. */
  @Kind("wishes-met")
  @Becomes(Term.WishesMet.class)
  record WishesMet(
      @Required @AttributeText @Nullable String attribute, @Required Term.@Nullable Side by)
      implements TermDraft {}

  /** The mentor was the mentee's before. */
  @Kind("former-mentor")
  @Becomes(Term.FormerMentor.class)
  record FormerMentor() implements TermDraft {}

  /** The mentor is or was a sibling's. */
  @Kind("mentors-sibling")
  @Becomes(Term.MentorsSibling.class)
  record MentorsSibling() implements TermDraft {}

  /** The pair closes no circle of mentoring. */
  @Kind("no-circle")
  @Becomes(Term.NoCircle.class)
  record NoCircle() implements TermDraft {}

  /** Both are free at the same time of the week. */
  @Kind("shared-time")
  @Becomes(Term.SharedTime.class)
  record SharedTime(
      @Required @Min(1) @Max(10_080) @Nullable Integer atLeast,
      @Required @Min(1) @Max(10_080) @Nullable Integer full)
      implements TermDraft {}

  /** Neither has excluded the other. */
  @Kind("not-excluded")
  @Becomes(Term.NotExcluded.class)
  record NotExcluded() implements TermDraft {}

  /** Two different participants. */
  @Kind("not-self")
  @Becomes(Term.NotSelf.class)
  record NotSelf() implements TermDraft {}

  /** All of the terms hold. */
  @Kind("and")
  @Becomes(Term.And.class)
  record And(@Required @NotEmpty @Nullable List<@Valid TermDraft> terms) implements TermDraft {}

  /** One of the terms holds. */
  @Kind("or")
  @Becomes(Term.Or.class)
  record Or(@Required @NotEmpty @Nullable List<@Valid TermDraft> terms) implements TermDraft {}

  /** The term does not hold. */
  @Kind("not")
  @Becomes(Term.Not.class)
  record Not(@Required @Valid @Nullable TermDraft term) implements TermDraft {}

  /** The term with the sides changed. */
  @Kind("mirrored")
  @Becomes(Term.Mirrored.class)
  record Mirrored(@Required @Valid @Nullable TermDraft term) implements TermDraft {}
}
