package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Happened;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryActivities;

class ActivityArbitrariesTest {
  @Provide
  Arbitrary<List<Activity>> activities() {
    return ActivityArbitraries.activities().list().ofMaxSize(8).uniqueElements(Activity::id);
  }

  @Example
  void every_shape_of_record_comes_up() {
    Set<Class<?>> seen = new HashSet<>();
    ActivityArbitraries.happened().sampleStream().limit(500).forEach(e -> seen.add(e.getClass()));
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.asList(Happened.class.getPermittedSubclasses()));
  }

  @Property(tries = 100)
  void a_store_gives_back_each_activity_under_its_subject_and_to_all_who_took_part(
      @ForAll("activities") List<Activity> activities) {
    InMemoryActivities store = new InMemoryActivities();
    activities.forEach(each -> store.append(new ActivityEntry.Recorded(each)));
    for (Activity each : activities) {
      assertThat(store.find(each.id())).contains(each);
      assertThat(store.history(each.about())).contains(new ActivityEntry.Recorded(each));
      if (each.happened() instanceof Happened.EventHeld event) {
        for (ParticipantId attended : event.attended()) {
          assertThat(store.attended(attended)).contains(new ActivityEntry.Recorded(each));
        }
      }
    }
    assertThat(store.subjects().stream().mapToInt(each -> store.history(each).size()).sum())
        .isEqualTo(activities.size());
  }

  @Property(tries = 100)
  void no_free_text_of_an_activity_shows_when_it_is_logged(
      @ForAll("activities") List<Activity> activities) {
    for (Activity each : activities) {
      assertThat(each.toString()).isEqualTo("Activity[" + each.id() + ", " + each.kind() + "]");
      if (each.happened() instanceof Happened.MentorReport report) {
        assertThat(report.toString()).contains("Note[…]").doesNotContain("text=");
      }
    }
  }
}
