package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Code;
import org.mentoring.participant.Fact;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.RecordTerms;

/**
 * Items of general records: known ones, in their order where the record is ordered. An ordered
 * record may be gone through several times, as for several cases of good practice; so at every day
 * no item may have happened more often than the one before it.
 */
final class OrderedRecords {
  /** A record of this kind is climbed: from the second item on an authority decides. */
  private static final Code LADDER = Code.of("LADDER");

  private static final Comparator<Placed> BY_DAY =
      Comparator.comparing(Placed::on).thenComparing(Placed::item);

  private final Workplace workplace;
  private final ActivityCommands activities;

  OrderedRecords(Workplace workplace, ActivityCommands activities) {
    this.workplace = workplace;
    this.activities = activities;
  }

  private record Placed(LocalDate on, int item) {}

  List<Finding> findings(ActivityTerms terms, About about, LocalDate on, @Nullable String named) {
    RecordTerms record = HappenedCheck.record(workplace, terms).orElse(null);
    if (record == null || record.items().isEmpty()) {
      return named == null
          ? List.of()
          : List.of(ActivityCheck.refusal("command.activity-no-items", terms));
    }
    List<String> items = record.items().stream().map(RecordTerms.Item::id).toList();
    int item = items.indexOf(named);
    if (item < 0) {
      return List.of(
          ActivityCheck.refusal("command.activity-item-unknown", terms, record.citation())
              .with("record", Parameter.term(record.id()))
              .with("allowed", Parameter.term(String.join(", ", items))));
    }
    List<Finding> findings = new ArrayList<>();
    if (record.ordered()) {
      List<Placed> placed = placed(items, terms, about, null);
      placed.add(new Placed(on, item));
      if (outOfOrder(placed, items.size())) {
        findings.add(
            ActivityCheck.refusal("command.activity-item-early", terms, record.citation())
                .with("item", Parameter.term(items.get(item)))
                .with("before", Parameter.term(items.get(Math.max(0, item - 1)))));
      }
      if (record.kind().equals(LADDER) && item > 0 && !decided(terms, about, on, placed, item)) {
        findings.add(
            ActivityCheck.refusal("command.activity-undecided", terms, record.citation())
                .with("item", Parameter.term(items.get(item)))
                .with("matter", Parameter.code(terms.kind())));
      }
    }
    return findings;
  }

  List<Finding> restingOn(ActivityTerms terms, Activity wrong) {
    RecordTerms record = HappenedCheck.record(workplace, terms).orElse(null);
    if (record == null || !record.ordered()) {
      return List.of();
    }
    List<String> items = record.items().stream().map(RecordTerms.Item::id).toList();
    return outOfOrder(placed(items, terms, wrong.about(), wrong.id()), items.size())
        ? List.of(ActivityCheck.refusal("command.activity-rested-on", terms, record.citation()))
        : List.of();
  }

  private List<Placed> placed(
      List<String> items, ActivityTerms terms, About about, @Nullable ActivityId without) {
    List<Placed> placed = new ArrayList<>();
    for (Activity each : activities.of(about)) {
      if (each.kind().equals(terms.kind())
          && !each.id().equals(without)
          && items.contains(item(each.happened()))) {
        placed.add(new Placed(each.on(), items.indexOf(item(each.happened()))));
      }
    }
    return placed;
  }

  /** The item that a record of an activity names; null if it names none. */
  static @Nullable String item(Happened happened) {
    if (happened instanceof Happened.EventHeld event) {
      return event.item();
    }
    return happened instanceof Happened.Entry entry ? entry.item() : null;
  }

  private static boolean outOfOrder(List<Placed> placed, int items) {
    int[] count = new int[items];
    for (Placed each : placed.stream().sorted(BY_DAY).toList()) {
      int item = each.item();
      count[item]++;
      if (item > 0 && count[item] > count[item - 1]) {
        return true;
      }
    }
    return false;
  }

  /** Whether an authority decided on this rung, since the one before was reached. */
  private boolean decided(
      ActivityTerms terms, About about, LocalDate on, List<Placed> placed, int item) {
    if (!(about instanceof About.OfParticipant of)) {
      return true;
    }
    LocalDate before =
        placed.stream()
            .filter(each -> each.item() == item - 1 && !each.on().isAfter(on))
            .map(Placed::on)
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.MIN);
    return workplace.mentoring().dossier(of.participant(), on, workplace.now()).facts().stream()
        .filter(known -> known.validity().contains(on) && !known.validity().from().isBefore(before))
        .anyMatch(
            known ->
                known.fact() instanceof Fact.AuthorityDecision decision
                    && decision.matter().equals(terms.kind())
                    && decision.outcome() == Fact.Outcome.POSITIVE);
  }
}
