package org.mentoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.conformance.ConformanceReport;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ParticipantId;
import org.mentoring.indicator.AnalyticReport;
import org.mentoring.indicator.BudgetReport;
import org.mentoring.indicator.CentreReport;
import org.mentoring.indicator.SurveyReport;
import org.mentoring.indicator.TargetProgress;
import org.mentoring.journey.IndividualRoute;
import org.mentoring.journey.RetentionReport;
import org.mentoring.journey.RoleMap;
import org.mentoring.programme.RulePack;
import org.mentoring.publication.PublicConformance;
import org.mentoring.publication.PublicReport;

/**
 * Figures against targets (S2-18) and reports on the work of centres (S2-19), with what is known
 * now. Those in {@code org.mentoring.indicator} are for staff: they may hold ids of centres and
 * figures of a few people. What may leave for a public page is of a type of its own, {@link
 * PublicReport} or {@link PublicConformance}, that cannot hold anything about a person (S2-17).
 * Thread-safe.
 */
public final class Reports {
  private final Workplace workplace;

  Reports(Workplace workplace) {
    this.workplace = workplace;
  }

  /**
   * Progress against each target of the definition, by municipality and by centre.
   *
   * @param asOf counted up to this day, inclusive
   */
  public List<TargetProgress> progress(LocalDate asOf) {
    Arguments.given("asOf", asOf);
    Arguments.day(workplace.today(), "asOf", asOf);
    return new TargetFigures(workplace.definition(), read(asOf)).all();
  }

  /**
   * What each survey of the definition came to, in per cent: those before beside those after.
   *
   * @param asOf counted up to this day, inclusive
   */
  public List<SurveyReport> surveys(LocalDate asOf) {
    Arguments.given("asOf", asOf);
    Arguments.day(workplace.today(), "asOf", asOf);
    return Surveys.of(workplace.definition(), read(asOf).activities());
  }

  /**
   * What was spent of each budget of the definition, line by line (S4-10).
   *
   * @param asOf counted up to this day, inclusive
   */
  public List<BudgetReport> budgets(LocalDate asOf) {
    Arguments.given("asOf", asOf);
    Arguments.day(workplace.today(), "asOf", asOf);
    return new Budgets(workplace.definition(), read(asOf).activities()).all();
  }

  /** The work of a centre from the beginning to a day, inclusive. As {@link #centre}. */
  public CentreReport centre(ParticipantId centre, LocalDate asOf) {
    return centre(centre, null, asOf);
  }

  /**
   * The work of a centre.
   *
   * @param centre an organisation that holds the position of a centre
   * @param from what happened is counted from this day; null: from the beginning
   * @param asOf to this day, inclusive
   * @throws MentoringException {@code centre.unknown} if there is no such centre on the day
   */
  public CentreReport centre(ParticipantId centre, @Nullable LocalDate from, LocalDate asOf) {
    Arguments.given("centre", centre, "asOf", asOf);
    Arguments.day(workplace.today(), "asOf", asOf);
    ProgrammeRecord record = read(from, asOf);
    if (!record.centres().contains(centre)) {
      throw new MentoringException(
          "centre.unknown",
          Map.of("centre", centre.value(), "day", asOf.toString()),
          "Use the id of an organisation that holds the position CENTRE on the day.");
    }
    return new CentreFigures(workplace, record, from).of(centre);
  }

  /** The work of every centre from the beginning to a day, inclusive; by id. */
  public List<CentreReport> centres(LocalDate asOf) {
    Arguments.given("asOf", asOf);
    Arguments.day(workplace.today(), "asOf", asOf);
    return new CentreFigures(workplace, read(asOf), null).all();
  }

  /**
   * The operator's analytic report: every centre, what no centre did, and the targets.
   *
   * @param from what happened is counted from this day; null: from the beginning
   * @param asOf to this day, inclusive
   */
  public AnalyticReport analytic(@Nullable LocalDate from, LocalDate asOf) {
    Arguments.given("asOf", asOf);
    Arguments.day(workplace.today(), "asOf", asOf);
    return new CentreFigures(workplace, read(from, asOf), from).analytic();
  }

  /**
   * What may stand on a public page: progress against the targets without small groups, and the
   * published awards. Two reports of days near to each other tell what changed between them; that
   * no type can prevent, so publish them for whole months or longer.
   *
   * @param asOf counted up to this day, inclusive
   */
  public PublicReport publicReport(LocalDate asOf) {
    Arguments.given("asOf", asOf);
    Arguments.day(workplace.today(), "asOf", asOf);
    ProgrammeRecord record = read(asOf);
    return PublicReport.of(
        workplace.definition(),
        asOf,
        new TargetFigures(workplace.definition(), record).all(),
        new AwardLists(workplace, record).published());
  }

  /**
   * How far the programme meets a standard, from what is on record, whether or not the pack lies
   * over the definition: by every benchmark of the pack, and by each of its rules that no benchmark
   * names, with the cases behind each figure. A mentorship is measured by what was in force on the
   * day of the act: its start, or its end. The rules judge it as they judge everything.
   *
   * @param from mentorships that ended before this day are left out, and so is what fell due
   *     before; null: none
   * @param asOf to this day, inclusive
   */
  public ConformanceReport conformance(RulePack pack, @Nullable LocalDate from, LocalDate asOf) {
    Arguments.given("pack", pack, "asOf", asOf);
    Arguments.day(workplace.today(), "asOf", asOf);
    return new ConformanceQuery(workplace, read(from, asOf), from).by(pack);
  }

  /** The same for a public page, from the beginning to a day, inclusive. */
  public PublicConformance publicConformance(RulePack pack, LocalDate asOf) {
    return PublicConformance.of(workplace.definition(), conformance(pack, null, asOf));
  }

  /** Who holds which position on a day, and since when (S3-02). */
  public RoleMap roleMap(LocalDate asOf) {
    Arguments.given("asOf", asOf);
    Arguments.day(workplace.today(), "asOf", asOf);
    return new Journeys(workplace, read(asOf)).roleMap();
  }

  /**
   * Somebody's way through the programme up to a day, inclusive (S3-03); of a merged duplicate that
   * of the one that is kept.
   *
   * @throws MentoringException {@code participant.unknown} if there is no such participant
   */
  public IndividualRoute route(ParticipantId participant, LocalDate asOf) {
    Arguments.given("participant", participant, "asOf", asOf);
    Arguments.day(workplace.today(), "asOf", asOf);
    ParticipantId kept = workplace.mentoring().dossier(participant, asOf).participant();
    return new Journeys(workplace, read(asOf)).route(workplace.mentoring().keeper(kept));
  }

  /** Who stays with the programme: alumni, those handed over, length of service (S3-09). */
  public RetentionReport retention(LocalDate asOf) {
    Arguments.given("asOf", asOf);
    Arguments.day(workplace.today(), "asOf", asOf);
    return new Journeys(workplace, read(asOf)).retention();
  }

  private ProgrammeRecord read(LocalDate asOf) {
    return read(null, asOf);
  }

  private ProgrammeRecord read(@Nullable LocalDate from, LocalDate asOf) {
    if (from != null && from.isAfter(asOf)) {
      throw new InvalidValue("validity.empty", "from", "not after asOf");
    }
    return ProgrammeRecord.of(workplace, asOf);
  }
}
