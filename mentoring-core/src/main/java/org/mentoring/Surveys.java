package org.mentoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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

  /** Whether a survey has an answer that is spelt so as a code. */
  static boolean asks(ProgrammeDefinition definition, String answer) {
    return surveys(definition)
        .anyMatch(terms -> !answers(survey(definition, terms).orElseThrow(), answer).isEmpty());
  }

  /** How many in a hundred of those who were asked for an answer gave it; 0 where nobody was. */
  static int percent(ProgrammeDefinition definition, List<Activity> activities, String answer) {
    long asked = 0;
    long people = 0;
    for (ActivityTerms terms : surveys(definition).toList()) {
      RecordTerms record = survey(definition, terms).orElseThrow();
      List<String> items = answers(record, answer);
      if (!items.isEmpty()) {
        asked += people(record.items().get(0).id(), terms, activities);
        people += items.stream().mapToLong(item -> people(item, terms, activities)).sum();
      }
    }
    return SurveyReport.Answer.percent(people, asked);
  }

  private static Stream<ActivityTerms> surveys(ProgrammeDefinition definition) {
    return definition.activities().stream().filter(terms -> survey(definition, terms).isPresent());
  }

  private static Optional<RecordTerms> survey(ProgrammeDefinition definition, ActivityTerms terms) {
    return definition.records().stream()
        .filter(record -> isSurvey(record) && record.id().equals(terms.record()))
        .findFirst();
  }

  private static List<String> answers(RecordTerms survey, String answer) {
    return survey.items().stream()
        .skip(1)
        .map(RecordTerms.Item::id)
        .filter(item -> item.toUpperCase(Locale.ROOT).replace('-', '_').equals(answer))
        .toList();
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
