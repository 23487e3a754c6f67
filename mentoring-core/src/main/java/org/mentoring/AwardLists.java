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
 * AWARD_FORM} in what form the winner of a year got it: {@code certificate}, {@code gift}, {@code
 * publication}. A programme whose forms know a publication publishes only those that were.
 */
final class AwardLists {
  private static final Code AWARD = Code.of("AWARD");
  private static final Code FORM = Code.of("AWARD_FORM");
  private static final String PUBLICATION = "publication";

  private final Workplace workplace;
  private final ProgrammeRecord record;

  AwardLists(Workplace workplace, ProgrammeRecord record) {
    this.workplace = workplace;
    this.record = record;
  }

  private record Given(Code kind, String item, ParticipantId winner, int year) {}

  private record Placed(int order, PublicAward award) {}

  PublicAwards published() {
    List<RecordTerms.Item> items = items(AWARD);
    boolean formOfItsOwn = items(FORM).stream().anyMatch(form -> form.id().equals(PUBLICATION));
    List<Given> given =
        record.activities().stream().map(this::given).flatMap(Optional::stream).distinct().toList();
    List<Placed> told = new ArrayList<>();
    int withheld = 0;
    for (Given each : given) {
      int place = items.stream().map(RecordTerms.Item::id).toList().indexOf(each.item());
      if (!each.kind().equals(AWARD)
          || place < 0
          || (formOfItsOwn && !given.contains(form(each, PUBLICATION)))) {
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
                    given.contains(form(each, "certificate")),
                    given.contains(form(each, "gift")))));
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

  private static Given form(Given award, String item) {
    return new Given(FORM, item, award.winner(), award.year());
  }

  /** The items of the record that a kind names. */
  private List<RecordTerms.Item> items(Code kind) {
    return workplace.definition().activity(kind).map(ActivityTerms::record).stream()
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
