package org.mentoring.publication;

import java.time.LocalDate;
import java.util.List;
import org.mentoring.indicator.TargetProgress;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.LocalizedText;

/**
 * What a programme may tell on a public page (S2-17): figures and names that may be published.
 * Nothing else fits in: the types of which it consists have no place for the id of a participant or
 * of a mentorship, for a note, a date of a person or a free text. Figures about fewer people than
 * the smallest group are withheld, and so is whatever would give them away.
 *
 * @param programme its title
 * @param asOf counted up to this day, inclusive
 * @param targets progress against them
 * @param awards the published awards
 */
public record PublicReport(
    LocalizedText programme, PublicDay asOf, List<PublicProgress> targets, PublicAwards awards) {
  /** Copies. */
  public PublicReport {
    targets = List.copyOf(targets);
  }

  /**
   * The public form of what staff read.
   *
   * @param definition the programme: the smallest group, and municipalities by name
   * @param asOf the day of the report
   * @param targets progress, as staff read it
   * @param awards the published awards
   */
  public static PublicReport of(
      ProgrammeDefinition definition,
      LocalDate asOf,
      List<TargetProgress> targets,
      PublicAwards awards) {
    return new PublicReport(
        definition.title(),
        PublicDay.ofReport(asOf),
        new Withholding(definition).published(targets),
        awards);
  }
}
