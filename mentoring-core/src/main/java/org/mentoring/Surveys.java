package org.mentoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Code;
import org.mentoring.indicator.SurveyReport;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RecordTerms;

/** Surveys: how many people answered, and how many of them gave each answer. */
final class Surveys {
  private static final Code SURVEY = Code.of("SURVEY");

  private Surveys() {}

  static List<SurveyReport> of(ProgrammeDefinition definition, List<Activity> activities) {
    List<SurveyReport> reports = new ArrayList<>();
    for (ActivityTerms terms : definition.activities()) {
      definition.records().stream()
          .filter(record -> isSurvey(record) && record.id().equals(terms.record()))
          .forEach(record -> reports.add(report(terms, record, activities)));
    }
    return List.copyOf(reports);
  }

  private static boolean isSurvey(RecordTerms record) {
    return record.kind().equals(SURVEY) && !record.items().isEmpty();
  }

  private static SurveyReport report(
      ActivityTerms terms, RecordTerms record, List<Activity> activities) {
    long asked = people(record.items().get(0).id(), terms, activities);
    List<SurveyReport.Answer> answers =
        record.items().stream()
            .skip(1)
            .map(
                item ->
                    SurveyReport.Answer.of(
                        item.id(),
                        item.title(),
                        people(item.id(), terms, activities),
                        asked,
                        item.amount()))
            .toList();
    return new SurveyReport(terms.kind(), record.title(), asked, answers, record.citation());
  }

  private static long people(String item, ActivityTerms terms, List<Activity> activities) {
    return activities.stream()
        .filter(activity -> activity.kind().equals(terms.kind()))
        .map(Activity::happened)
        .filter(Happened.Entry.class::isInstance)
        .map(Happened.Entry.class::cast)
        .filter(entry -> item.equals(entry.item()))
        .mapToLong(Happened.Entry::number)
        .sum();
  }

  /** An answer that more people would have given than answered at all. */
  static Optional<Finding> beyondAsked(
      ActivityTerms terms,
      @Nullable RecordTerms record,
      Happened.Entry entry,
      List<Activity> activities) {
    String item = entry.item();
    if (record == null || item == null || !isSurvey(record)) {
      return Optional.empty();
    }
    String first = record.items().get(0).id();
    long asked = people(first, terms, activities);
    return item.equals(first) || people(item, terms, activities) + entry.number() <= asked
        ? Optional.empty()
        : Optional.of(
            ActivityCheck.refusal("command.survey-beyond-asked", terms, record.citation())
                .with("asked", Parameter.count(asked))
                .with("item", Parameter.term(item)));
  }
}
