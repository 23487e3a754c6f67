package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoring.decision.StoredDecision;
import org.mentoring.erasure.Reapplied;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Erasure;
import org.mentoring.journal.Verification;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.spi.Activities;
import org.mentoring.spi.Decisions;
import org.mentoring.spi.Identities;
import org.mentoring.spi.Incidents;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Participants;
import org.mentoring.spi.Proposals;
import org.mentoring.spi.SelectionEvents;
import org.mentoring.spi.Stores;
import org.mentoring.spi.Waivers;

/** After an erasure no canary of the erased is left, and all canaries of the others are. */
class CanaryLifeTest {
  private static final Actor OPERATOR =
      new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator-1");

  @Test
  void every_canary_of_everybody_is_in_the_stores_before_anybody_is_erased() {
    CanaryLife life = CanaryLife.lived(InMemoryStores.create(), 4, 7);

    assertThat(life.lost(new TreeSet<>())).isEmpty();
    for (ParticipantId person : life.people()) {
      assertThat(life.leaks(List.of(person)))
          .as(person.value())
          .hasSizeGreaterThan(life.canaries(person).all().size());
    }
  }

  @Property(tries = 40)
  void who_is_erased_leaves_no_canary_and_takes_none_of_others_along(
      @ForAll @IntRange(min = 1, max = 5) int pairs, @ForAll long seed) {
    Stores stores = InMemoryStores.create();
    CanaryLife life = CanaryLife.lived(stores, pairs, seed);
    life.mentoring().journal().seal();
    Map<String, String> before = StoredText.of(stores);

    SortedSet<ParticipantId> erased = someErased(life, seed);

    assertThat(life.leaks(erased)).isEmpty();
    assertThat(life.lost(erased)).isEmpty();
    assertOthersIntact(stores, before, erased);
    life.mentoring().journal().seal();
    Verification verified = life.mentoring().journal().verify();
    assertThat(verified.faults()).isEmpty();
    assertThat(verified.unsealed()).isZero();
  }

  @Property(tries = 15)
  void erasures_are_carried_out_again_on_an_old_backup(
      @ForAll @IntRange(min = 1, max = 4) int pairs, @ForAll long seed) {
    CanaryLife life = CanaryLife.lived(InMemoryStores.create(), pairs, seed);
    SortedSet<ParticipantId> erased = someErased(life, seed);
    List<Erasure> kept = new ArrayList<>(life.mentoring().erasure().erasures());
    ParticipantId stranger = ParticipantId.of("stranger");
    kept.add(new Erasure(stranger, Instant.EPOCH, CanaryLife.COORDINATOR, Code.of("ON_DEMAND")));

    CanaryLife backup = CanaryLife.lived(InMemoryStores.create(), pairs, seed);
    Reapplied first = backup.mentoring().erasure().reapply(OPERATOR, kept);
    List<Erasure> then = backup.mentoring().erasure().erasures();
    Reapplied second = backup.mentoring().erasure().reapply(OPERATOR, kept);

    assertThat(backup.leaks(erased)).isEmpty();
    assertThat(backup.lost(erased)).isEmpty();
    assertThat(first.erased()).containsAll(erased);
    assertThat(first.unknown()).containsExactly(stranger);
    assertThat(first.openMentorships()).isEmpty();
    assertThat(then).isEqualTo(life.mentoring().erasure().erasures());
    assertThat(second.erased()).isEmpty();
    assertThat(second.before()).isEqualTo(first.erased());
    assertThat(backup.mentoring().erasure().erasures()).isEqualTo(then);
  }

  /** Each store that forgets to take one thing away is found out. */
  @ParameterizedTest
  @CsvSource({
    "participants, erase",
    "proposals, redact",
    "selectionEvents, redact",
    "mentorships, redact",
    "activities, redact",
    "incidents, redact",
    "waivers, save",
    "decisions, redact",
    "decisions, forget",
    "identities, release"
  })
  void a_store_that_forgets_to_erase_is_found_out(String store, String method) {
    Stores stores = InMemoryStores.create();
    Switch planted = new Switch();
    CanaryLife life = CanaryLife.lived(forgetful(stores, store, method, planted), 6, 3);
    planted.on = true;
    SortedSet<ParticipantId> all = life.people();
    all.forEach(life::erase);

    assertThat(life.leaks(all)).isNotEmpty();
  }

  @Test
  void stores_that_forget_nothing_are_not_found_fault_with() {
    Stores stores = InMemoryStores.create();
    CanaryLife life = CanaryLife.lived(forgetful(stores, "none", "none", new Switch()), 6, 3);
    SortedSet<ParticipantId> all = life.people();
    all.forEach(life::erase);

    assertThat(life.leaks(all)).isEmpty();
  }

  private static SortedSet<ParticipantId> someErased(CanaryLife life, long seed) {
    SortedSet<ParticipantId> erased = new TreeSet<>();
    Random random = new Random(~seed);
    for (ParticipantId person : life.people()) {
      if (random.nextInt(3) == 0) {
        life.erase(person);
        erased.add(person);
      }
    }
    return erased;
  }

  /** What does not name the erased is what it was, and decisions that rest on others are whole. */
  private static void assertOthersIntact(
      Stores stores, Map<String, String> before, SortedSet<ParticipantId> erased) {
    Map<String, String> after = StoredText.of(stores);
    before.forEach(
        (place, text) -> {
          boolean names =
              erased.stream()
                  .anyMatch(
                      id ->
                          text.contains("\"" + id + "\"")
                              || text.contains("\"" + id + "-again\"")
                              || place.endsWith(" " + id)
                              || place.endsWith(" " + id + "-again"));
          boolean grows = place.contains("entries") || place.equals("erasures");
          if (!names && !grows && !ofMentorshipOf(erased, stores, text)) {
            assertThat(after.get(place)).as(place).isEqualTo(text);
          }
        });
    for (StoredDecision each : stores.decisions().list(null, 1_000).items()) {
      boolean restsOnErased =
          each.parts().stream()
              .anyMatch(part -> stores.erasures().find(part.participant()).isPresent());
      assertThat(each.isShell()).isEqualTo(restsOnErased);
      assertThat(each.intact()).isTrue();
    }
  }

  /** What is about a mentorship names its parties by that alone. */
  private static boolean ofMentorshipOf(
      SortedSet<ParticipantId> erased, Stores stores, String text) {
    return erased.stream()
        .flatMap(id -> stores.mentorships().of(id).stream())
        .anyMatch(mentorship -> text.contains("\"" + mentorship.id() + "\""));
  }

  private static final class Switch {
    private boolean on;
  }

  private static Stores forgetful(Stores whole, String store, String method, Switch planted) {
    return new Stores(
        forgetful(
            Participants.class,
            whole.participants(),
            store.equals("participants"),
            method,
            planted),
        forgetful(Proposals.class, whole.proposals(), store.equals("proposals"), method, planted),
        forgetful(
            SelectionEvents.class,
            whole.selectionEvents(),
            store.equals("selectionEvents"),
            method,
            planted),
        forgetful(
            Mentorships.class, whole.mentorships(), store.equals("mentorships"), method, planted),
        forgetful(
            Activities.class, whole.activities(), store.equals("activities"), method, planted),
        forgetful(Incidents.class, whole.incidents(), store.equals("incidents"), method, planted),
        forgetful(Waivers.class, whole.waivers(), store.equals("waivers"), method, planted),
        forgetful(Decisions.class, whole.decisions(), store.equals("decisions"), method, planted),
        whole.commands(),
        whole.journal(),
        whole.outbox(),
        whole.places(),
        forgetful(
            Identities.class, whole.identities(), store.equals("identities"), method, planted),
        whole.erasures(),
        whole.programmes(),
        whole.work());
  }

  private static <T> T forgetful(
      Class<T> port, T whole, boolean forgets, String forgotten, Switch planted) {
    if (!forgets) {
      return whole;
    }
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (planted.on && method.getName().equals(forgotten)) {
                return method.getReturnType() == List.class ? List.of() : null;
              }
              try {
                return method.invoke(whole, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            }));
  }
}
