package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.BusyProgramme.HEAD;
import static org.mentoring.BusyProgramme.day;
import static org.mentoring.BusyProgramme.item;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;

/** An ordered record never has an item more often than the one before it, on any day. */
class OrderedRecordsPropertyTest {
  private static final List<String> MODULES = List.of("module-1", "module-2", "module-3");

  private final BusyProgramme busy = new BusyProgramme();
  private final About centre = About.participant(busy.centre);

  /** What somebody tries: an item on a day, or the record of so many places back taken back. */
  record Try(int item, int day, boolean takesBack) {}

  @Provide
  Arbitrary<List<Try>> tries() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(-5, 0),
            Arbitraries.of(false, false, false, true))
        .as(Try::new)
        .list()
        .ofMaxSize(20);
  }

  @Property(tries = 150)
  void no_illegal_sequence_is_accepted_and_no_legal_one_refused(@ForAll("tries") List<Try> tries) {
    for (Try each : tries) {
      List<Activity> before = busy.mentoring.activities().of(centre);
      if (each.takesBack()) {
        if (!before.isEmpty()) {
          Activity wrong = before.get(each.item() % before.size());
          List<Activity> left = new ArrayList<>(before);
          left.remove(wrong);
          assertThat(busy.mentoring.activities().retract(HEAD, wrong.id(), "wrong").accepted())
              .matches(accepted -> accepted.isPresent() == legal(placed(left)));
        }
      } else {
        List<int[]> placed = placed(before);
        placed.add(new int[] {each.day(), each.item()});
        assertThat(
                busy.record(
                        HEAD,
                        "ORGANISERS_MODULE",
                        centre,
                        day(each.day()),
                        item(MODULES.get(each.item())))
                    .accepted())
            .matches(accepted -> accepted.isPresent() == legal(placed));
      }
      assertThat(legal(placed(busy.mentoring.activities().of(centre)))).isTrue();
    }
  }

  @AfterTry
  void empty() {
    // Each try begins with no modules: the last ones are taken back first.
    List<Activity> left = new ArrayList<>(busy.mentoring.activities().of(centre));
    while (!left.isEmpty()) {
      left.removeIf(
          each ->
              busy.mentoring
                  .activities()
                  .retract(HEAD, each.id(), "for the next try")
                  .accepted()
                  .isPresent());
    }
  }

  private static List<int[]> placed(List<Activity> activities) {
    List<int[]> placed = new ArrayList<>();
    for (Activity each : activities) {
      String item = ((Happened.Entry) each.happened()).item();
      placed.add(
          new int[] {
            (int) java.time.temporal.ChronoUnit.DAYS.between(day(0), each.on()),
            MODULES.indexOf(item)
          });
    }
    return placed;
  }

  /** By definition, and slowly: on every day each item up to then at most as often as the last. */
  private static boolean legal(List<int[]> placed) {
    for (int day = -5; day <= 0; day++) {
      int until = day;
      long[] times = new long[3];
      placed.stream().filter(each -> each[0] <= until).forEach(each -> times[each[1]]++);
      if (times[1] > times[0] || times[2] > times[1]) {
        return false;
      }
    }
    return true;
  }
}
