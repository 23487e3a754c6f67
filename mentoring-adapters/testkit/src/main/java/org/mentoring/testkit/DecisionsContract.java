package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.testkit.RecordSamples.decision;
import static org.mentoring.testkit.RecordSamples.part;
import static org.mentoring.testkit.StoredSamples.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.StoredDecision;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.spi.Decisions;
import org.mentoring.spi.Page;
import org.mentoring.spi.Stores;

/**
 * What every store of decisions keeps. Extend it in the tests of a store and give it an empty one
 * each time.
 */
public abstract class DecisionsContract {
  private static final ParticipantId ANNA = ParticipantId.of("anna");

  /** For the test framework. */
  protected DecisionsContract() {}

  /** Stores that hold nothing, with the unit of work that spans them. */
  protected abstract Stores empty();

  @Test
  void a_decision_is_found_as_it_was_kept() {
    Decisions store = empty().decisions();
    DossierPart anna = store.keep(part("anna", 3));
    DossierPart boris = store.keep(part("boris", 0));
    StoredDecision kept = decision("d-1", "anna", anna, boris);
    store.append(kept);
    assertThat(store.find(kept.id())).contains(kept);
    assertThat(store.find(kept.id()).orElseThrow().intact()).isTrue();
    assertThat(store.find(DecisionId.of("d-2"))).isEmpty();
  }

  @Test
  void a_decision_without_parts_is_kept_too() {
    Decisions store = empty().decisions();
    StoredDecision kept = decision("d-1", "anna");
    store.append(kept);
    assertThat(store.find(kept.id())).contains(kept);
  }

  @Test
  void a_taken_id_is_refused_and_the_first_stays() {
    Decisions store = empty().decisions();
    StoredDecision first = decision("d-1", "anna");
    store.append(first);
    refused("decision.exists", () -> store.append(decision("d-1", "boris")));
    assertThat(store.find(first.id())).contains(first);
  }

  @Test
  void a_decision_on_a_part_that_is_not_there_is_refused_and_not_kept() {
    Decisions store = empty().decisions();
    DossierPart anna = store.keep(part("anna", 3));
    refused("part.unknown", () -> store.append(decision("d-1", "anna", anna, part("anna", 4))));
    assertThat(store.find(DecisionId.of("d-1"))).isEmpty();
    assertThat(store.restingOn(ANNA)).isEmpty();
  }

  @Test
  void decisions_resting_on_a_person_are_listed_by_id_each_once() {
    Decisions store = empty().decisions();
    DossierPart early = store.keep(part("anna", 1));
    DossierPart late = store.keep(part("anna", 2));
    DossierPart boris = store.keep(part("boris", 1));
    store.append(decision("d-3", "anna", early));
    store.append(decision("d-1", "boris", late, boris));
    store.append(decision("D-2", "boris", boris));
    store.append(decision("d-2", "anna", early, late));
    assertThat(store.restingOn(ANNA))
        .extracting(each -> each.id().value())
        .containsExactly("d-1", "d-2", "d-3");
    assertThat(store.restingOn(ParticipantId.of("boris")))
        .extracting(each -> each.id().value())
        .containsExactly("D-2", "d-1");
    assertThat(store.restingOn(ParticipantId.of("nobody"))).isEmpty();
  }

  @Test
  void all_are_listed_in_pages_by_id() {
    Decisions store = empty().decisions();
    for (String id : List.of("b", "B", "a-1", "a", "c", "a.1")) {
      store.append(decision(id, "anna"));
    }
    List<String> listed = new ArrayList<>();
    @Nullable DecisionId after = null;
    do {
      Page<StoredDecision> page = store.list(after, 2);
      assertThat(page.items()).hasSize(2);
      page.items().forEach(each -> listed.add(each.id().value()));
      after = page.next() == null ? null : DecisionId.of(page.next());
    } while (after != null);
    assertThat(listed).containsExactly("B", "a", "a-1", "a.1", "b", "c");
    refused("number.range", () -> store.list(null, 0));
    refused("number.range", () -> store.list(null, 1_001));
  }

  @Test
  void many_are_asked_about_as_one_is() {
    Decisions store = empty().decisions();
    List<ParticipantId> people = new ArrayList<>(List.of(ParticipantId.of("nobody")));
    List<StoredDecision> decisions = new ArrayList<>();
    for (int i = 0; i < 130; i++) {
      DossierPart early = store.keep(part("p-" + i, 2));
      DossierPart late = store.keep(part("p-" + i, 10));
      StoredDecision decision = decision("d-" + i, "p-" + i, early, late);
      store.append(decision);
      decisions.add(decision);
      people.add(late.participant());
    }
    Map<ParticipantId, List<DossierPart>> parts = store.parts(people);
    for (ParticipantId each : people) {
      assertThat(parts.getOrDefault(each, List.of())).isEqualTo(store.parts(each));
      assertThat(store.naming(each)).isEqualTo(store.restingOn(each));
    }
    assertThat(store.parts(List.of())).isEmpty();
    assertThat(store.unlisted(decisions)).isEmpty();
    assertThat(store.unlisted(List.of())).isEmpty();
  }

  @Test
  void of_two_parts_with_as_many_entries_the_first_stays() {
    Decisions store = empty().decisions();
    DossierPart first = part("anna", 3);
    assertThat(store.keep(first)).isEqualTo(first);
    DossierPart second =
        new DossierPart(ANNA, 3, "f".repeat(32), "another digest, of another salt");
    assertThat(store.keep(second)).isEqualTo(first);
    store.keep(part("anna", 11));
    store.keep(part("anna", 2));
    store.keep(part("boris", 1));
    assertThat(store.parts(ANNA))
        .containsExactly(part("anna", 2), part("anna", 3), part("anna", 11));
    assertThat(store.parts(ParticipantId.of("nobody"))).isEmpty();
  }

  @Test
  void a_shell_stands_in_the_place_of_its_decision_and_still_names_its_parts() {
    Decisions store = empty().decisions();
    StoredDecision kept = decision("d-1", "anna", store.keep(part("anna", 3)));
    store.append(kept);
    store.redact(kept.shell());
    StoredDecision shell = store.find(kept.id()).orElseThrow();
    assertThat(shell).isEqualTo(kept.shell());
    assertThat(shell.digest()).isEqualTo(kept.digest());
    assertThat(store.restingOn(ANNA)).containsExactly(shell);
    refused("decision.unknown", () -> store.redact(decision("d-2", "anna").shell()));
  }

  @Test
  void forgetting_a_person_takes_the_salts_and_leaves_other_people_theirs() {
    Decisions store = empty().decisions();
    store.keep(part("anna", 1));
    store.keep(part("anna", 2));
    store.keep(part("boris", 1));
    store.forget(ANNA);
    assertThat(store.parts(ANNA))
        .containsExactly(part("anna", 1).withoutSalt(), part("anna", 2).withoutSalt());
    assertThat(store.parts(ParticipantId.of("boris"))).containsExactly(part("boris", 1));
    store.forget(ANNA);
    store.forget(ParticipantId.of("nobody"));
    assertThat(store.parts(ANNA)).hasSize(2).allMatch(DossierPart::erased);
  }

  @Test
  void a_unit_of_work_that_throws_takes_everything_back() {
    Stores stores = empty();
    Decisions store = stores.decisions();
    StoredDecision kept = decision("d-1", "anna", store.keep(part("anna", 1)));
    store.append(kept);
    Faults.within(
        stores,
        () -> {
          store.keep(part("anna", 2));
          store.append(decision("d-2", "anna", part("anna", 2)));
          store.redact(kept.shell());
          store.forget(ANNA);
        });
    assertThat(store.list(null, 10).items()).containsExactly(kept);
    assertThat(store.parts(ANNA)).containsExactly(part("anna", 1));
    assertThat(store.restingOn(ANNA)).containsExactly(kept);
  }

  @Test
  void of_parts_that_are_kept_at_once_one_stays_and_everybody_gets_it() {
    Stores stores = empty();
    List<DossierPart> said =
        Races.among(
            8,
            number ->
                stores
                    .work()
                    .run(
                        () ->
                            stores
                                .decisions()
                                .keep(
                                    new DossierPart(
                                        ANNA,
                                        5,
                                        String.format(Locale.ROOT, "%032d", number),
                                        "digest-" + number))));
    assertThat(stores.decisions().parts(ANNA)).hasSize(1);
    assertThat(said).containsOnly(stores.decisions().parts(ANNA).get(0));
  }
}
