package org.mentoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.RecordTerms;
import org.mentoring.publication.PublicAward;
import org.mentoring.publication.PublicAwards;
import org.mentoring.publication.PublicName;

/**
 * The published awards. The kind {@code AWARD} says who won which item of its record; {@code
 * AWARD_CERTIFICATE} and {@code AWARD_GIFT} what was handed over with it in the same year.
 */
final class AwardLists {
  private static final Code AWARD = Code.of("AWARD");
  private static final Code CERTIFICATE = Code.of("AWARD_CERTIFICATE");
  private static final Code GIFT = Code.of("AWARD_GIFT");

  private final Workplace workplace;
  private final ProgrammeRecord record;

  AwardLists(Workplace workplace, ProgrammeRecord record) {
    this.workplace = workplace;
    this.record = record;
  }

  private record Given(Code kind, String item, ParticipantId winner, int year) {}

  private record Placed(int order, PublicAward award) {}

  PublicAwards published() {
    List<RecordTerms.Item> items = items();
    List<Given> given =
        record.activities().stream().map(this::given).flatMap(Optional::stream).distinct().toList();
    List<Placed> told = new ArrayList<>();
    int withheld = 0;
    for (Given each : given) {
      int place = items.stream().map(RecordTerms.Item::id).toList().indexOf(each.item());
      if (!each.kind().equals(AWARD) || place < 0) {
        continue;
      }
      Optional<PublicName> name =
          PublicName.of(
              workplace.mentoring().dossier(each.winner(), record.asOf()),
              workplace.definition().privacy());
      if (name.isEmpty()) {
        withheld++;
      } else {
        told.add(
            new Placed(
                place,
                new PublicAward(
                    items.get(place).title(),
                    each.year(),
                    name.get(),
                    given.contains(with(each, CERTIFICATE)),
                    given.contains(with(each, GIFT)))));
      }
    }
    return new PublicAwards(
        told.stream()
            .sorted(
                Comparator.comparingInt((Placed each) -> each.award().year())
                    .thenComparing(Placed::order)
                    .thenComparing(each -> each.award().winner()))
            .map(Placed::award)
            .toList(),
        withheld);
  }

  private static Given with(Given award, Code kind) {
    return new Given(kind, award.item(), award.winner(), award.year());
  }

  /** What may be won, in the definition's order. */
  private List<RecordTerms.Item> items() {
    return workplace.definition().activity(AWARD).map(ActivityTerms::record).stream()
        .flatMap(
            id -> workplace.definition().records().stream().filter(each -> each.id().equals(id)))
        .flatMap(each -> each.items().stream())
        .toList();
  }

  private Optional<Given> given(Activity activity) {
    if (!(activity.about() instanceof About.OfParticipant of)
        || !(activity.happened() instanceof Happened.Entry entry)
        || entry.item() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Given(
            activity.kind(),
            Objects.requireNonNull(entry.item()),
            of.participant(),
            activity.on().getYear()));
  }
}
