package org.mentoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.RecordTerms;
import org.mentoring.publication.PublicAward;
import org.mentoring.publication.PublicAwards;
import org.mentoring.publication.PublicName;

/**
 * The published awards: entries of a kind whose record is of kind {@code AWARD}. The kind {@code
 * AWARD} says who won, {@code AWARD_CERTIFICATE} and {@code AWARD_GIFT} what was handed over.
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
    List<RecordTerms.Item> items = new ArrayList<>();
    Map<String, Integer> order = new HashMap<>();
    for (RecordTerms terms : workplace.definition().records()) {
      if (terms.kind().equals(AWARD)) {
        for (RecordTerms.Item item : terms.items()) {
          order.putIfAbsent(item.id(), items.size());
          items.add(item);
        }
      }
    }
    List<Given> given =
        record.activities().stream().map(this::given).flatMap(Optional::stream).toList();
    List<Placed> told = new ArrayList<>();
    int withheld = 0;
    for (Given each : given.stream().distinct().toList()) {
      Integer place = order.get(each.item());
      if (!each.kind().equals(AWARD) || place == null) {
        continue;
      }
      Dossier winner = workplace.mentoring().dossier(each.winner(), record.asOf());
      Optional<PublicName> name = PublicName.of(winner, workplace.definition().privacy());
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
                    given.contains(new Given(CERTIFICATE, each.item(), each.winner(), each.year())),
                    given.contains(new Given(GIFT, each.item(), each.winner(), each.year())))));
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

  private Optional<Given> given(Activity activity) {
    if (!(activity.about() instanceof About.OfParticipant of)
        || !(activity.happened() instanceof Happened.Entry entry)
        || entry.item() == null) {
      return Optional.empty();
    }
    Optional<ActivityTerms> terms = workplace.definition().activity(activity.kind());
    return terms.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Given(
                activity.kind(),
                Objects.requireNonNull(entry.item()),
                of.participant(),
                activity.on().getYear()));
  }
}
