package org.mentoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Code;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.ProgrammeDefinition;

/**
 * Records that answer others about the same, item by item, as decisions answer requests. Each is
 * answered once, so on no day may there have been more answers, of whichever kinds, than there was
 * to answer.
 */
final class AnsweredRecords {
  private final ProgrammeDefinition definition;
  private final ActivityCommands activities;

  AnsweredRecords(ProgrammeDefinition definition, ActivityCommands activities) {
    this.definition = definition;
    this.activities = activities;
  }

  /** Whether a further answer would answer nothing. */
  Optional<Finding> missing(ActivityTerms terms, About about, LocalDate on, @Nullable String item) {
    Code asked = terms.answers();
    if (asked == null) {
      return Optional.empty();
    }
    List<Activity> known = of(about, item, null);
    boolean answered =
        known.stream()
            .map(Activity::on)
            .filter(day -> !day.isBefore(on))
            .anyMatch(day -> open(asked, known, day) < 1);
    return !answered && open(asked, known, on) >= 1
        ? Optional.empty()
        : Optional.of(
            ActivityCheck.refusal("command.activity-nothing-asked", terms)
                .with("asked", Parameter.code(asked))
                .with("item", Parameter.term(item == null ? terms.kind().value() : item)));
  }

  /** Whether something was answered that would then not have been asked. */
  Optional<Finding> restingOn(ActivityTerms terms, Activity wrong) {
    List<Activity> left = of(wrong.about(), OrderedRecords.item(wrong.happened()), wrong.id());
    return left.stream().map(Activity::on).anyMatch(day -> open(terms.kind(), left, day) < 0)
        ? Optional.of(ActivityCheck.refusal("command.activity-rested-on", terms))
        : Optional.empty();
  }

  private List<Activity> of(About about, @Nullable String item, @Nullable ActivityId without) {
    return activities.of(about).stream()
        .filter(each -> !each.id().equals(without))
        .filter(each -> Objects.equals(item, OrderedRecords.item(each.happened())))
        .toList();
  }

  /** How many had not been answered by the end of a day. */
  private long open(Code asked, List<Activity> known, LocalDate day) {
    Set<Code> answering =
        definition.activities().stream()
            .filter(each -> asked.equals(each.answers()))
            .map(ActivityTerms::kind)
            .collect(Collectors.toSet());
    return known.stream()
        .filter(each -> !each.on().isAfter(day))
        .mapToLong(each -> each.kind().equals(asked) ? 1 : answering.contains(each.kind()) ? -1 : 0)
        .sum();
  }
}
