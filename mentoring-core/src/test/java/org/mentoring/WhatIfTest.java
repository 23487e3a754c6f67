package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.TODAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Foreseen;
import org.mentoring.decision.StepProgress;
import org.mentoring.decision.StoredDecision;
import org.mentoring.decision.Verdict;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.spi.Stores;
import org.mentoring.text.Language;
import org.mentoring.text.LocalizedText;

class WhatIfTest {
  private static final String PRACTICE = "adolescents";

  private final Stores stores = InMemoryStores.create();
  private final SmallProgramme programme =
      new SmallProgramme(SmallProgramme.definition(List.of()), stores);
  private final Mentoring mentoring = programme.mentoring;
  private final List<StoredDecision> kept = new ArrayList<>();

  @BeforeEach
  void three_mentors_of_whom_one_handed_the_passport_in_and_one_is_not_trained() {
    programme.mentor("a", "Tyumen");
    ParticipantId withPassport = programme.mentor("b", "Tyumen");
    programme.fact(withPassport, new Fact.DocumentHandedIn(Code.of("PASSPORT")));
    ParticipantId untrained = programme.person("c");
    programme.fact(untrained, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF));
    programme.mentee("d", "Tyumen");
    for (String id : List.of("a", "b", "c")) {
      kept.add(
          mentoring
              .decisions()
              .keep(COORDINATOR, ParticipantId.of(id), PRACTICE, Position.MENTOR, TODAY)
              .orElseThrow());
    }
  }

  private static ProgrammeDefinition withPassport() {
    return SmallProgramme.definition(
        List.of(),
        List.of(
            new Requirement.Documents(
                "passport", Citation.CHOICE, new TreeSet<>(List.of(Code.of("PASSPORT"))))));
  }

  private static ProgrammeDefinition practices(List<Practice> practices) {
    ProgrammeDefinition plain = SmallProgramme.definition(List.of());
    return new ProgrammeDefinition(
        plain.id(),
        plain.version(),
        plain.title(),
        null,
        plain.zone(),
        List.of(),
        plain.phases(),
        plain.vocabulary(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        practices,
        null,
        List.of(),
        List.of(),
        plain.privacy());
  }

  @Test
  void the_same_definition_changes_nothing() {
    WhatIf same = mentoring.decisions().whatIf(SmallProgramme.definition(List.of()));
    assertThat(same.stored(null, 100)).isEqualTo(new Foreseen.Some(List.of(), same(3), null));
    assertThat(same.applicants(PRACTICE, Position.MENTOR, TODAY, null, 100))
        .isEqualTo(new Foreseen.Some(List.of(), same(3), null));
  }

  @Test
  void a_further_requirement_is_foreseen_for_each_with_both_explanations_and_nothing_is_stored() {
    WhatIf passport = mentoring.decisions().whatIf(withPassport());
    Foreseen.Some some = passport.applicants(PRACTICE, Position.MENTOR, TODAY, null, 100);
    assertThat(some.counts()).isEqualTo(new Foreseen.Counts(1, 1, 1, 0, 0, 0, 0));
    assertThat(some.items())
        .extracting(item -> ((Foreseen.Otherwise) item).before().question().participant().value())
        .containsExactly("a", "c");
    Foreseen.Otherwise first = (Foreseen.Otherwise) some.items().get(0);
    assertThat(first.verdictChanged()).isTrue();
    assertThat(first.before().verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(first.after().verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(((Foreseen.Otherwise) some.items().get(1)).verdictChanged()).isFalse();
    for (Language language : Language.values()) {
      WhatIf.Explained both = passport.explain(first, language);
      assertThat(both.after()).hasSizeGreaterThan(both.before().length()).doesNotContain("{");
    }
    assertThat(stores.decisions().list(null, 100).items()).hasSize(3);
  }

  private static Foreseen.Counts same(long all) {
    return new Foreseen.Counts(all, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void where_both_explanations_read_alike_what_differs_is_named() {
    Decision decided = Objects.requireNonNull(kept.get(2).decision());
    Finding first =
        Finding.of("house.rule", "house-rule", Citation.CHOICE, decided.findings().get(0).effect());
    Decision before = changed(decided, first.on(List.of(FactId.of("f-own"))), List.of());
    Decision after =
        changed(
            decided,
            first.on(List.of(FactId.of("f-other"))),
            List.of(new StepProgress("meeting", StepProgress.State.DONE)));
    WhatIf whatIf = mentoring.decisions().whatIf(SmallProgramme.definition(List.of()));
    for (Language language : Language.values()) {
      WhatIf.Explained both = whatIf.explain(new Foreseen.Otherwise(null, before, after), language);
      assertThat(both.before()).contains("f-own").doesNotContain("f-other", "{");
      assertThat(both.after()).contains("f-other", "meeting").doesNotContain("f-own", "{");
    }
  }

  private static Decision changed(Decision one, Finding finding, List<StepProgress> path) {
    return Decision.of(one.question(), List.of(finding), path, one.basis());
  }

  @Test
  void decisions_of_which_nothing_can_be_foreseen_are_counted_apart() {
    mentoring
        .erasure()
        .erase(COORDINATOR, ParticipantId.of("a"), Code.of("ON_DEMAND"), TODAY)
        .orElseThrow();
    Foreseen.Counts counts =
        mentoring.decisions().whatIf(withPassport()).stored(null, 100).counts();
    assertThat(counts).isEqualTo(new Foreseen.Counts(1, 0, 1, 0, 0, 1, 0));
    assertThat(
            mentoring.decisions().whatIf(practices(List.of(renamed()))).stored(null, 100).counts())
        .isEqualTo(new Foreseen.Counts(0, 0, 0, 2, 0, 1, 0));
  }

  @Test
  void stored_decisions_are_compared_on_what_was_known_when_they_were_made() {
    programme.fact(ParticipantId.of("a"), new Fact.DocumentHandedIn(Code.of("PASSPORT")));
    WhatIf passport = mentoring.decisions().whatIf(withPassport());
    Foreseen.Some some = passport.stored(null, 100);
    assertThat(some.items())
        .extracting(Foreseen::stored)
        .containsExactly(kept.get(0).id(), kept.get(2).id());
    assertThat(passport.applicants(PRACTICE, Position.MENTOR, TODAY, null, 100).items()).hasSize(1);
  }

  @Test
  void pages_hang_together() {
    WhatIf passport = mentoring.decisions().whatIf(withPassport());
    List<Foreseen> all = new ArrayList<>();
    long compared = 0;
    ParticipantId after = null;
    do {
      Foreseen.Some page = passport.applicants(PRACTICE, Position.MENTOR, TODAY, after, 1);
      all.addAll(page.items());
      compared += page.counts().all();
      String next = page.next();
      after = next == null ? null : ParticipantId.of(next);
    } while (after != null);
    assertThat(compared).isEqualTo(3);
    assertThat(all).hasSize(2);
  }

  private static Practice renamed() {
    Practice plain = SmallProgramme.definition(List.of()).practices().get(0);
    return new Practice(
        "juniors",
        plain.title(),
        plain.format(),
        plain.arrangements(),
        false,
        false,
        plain.parties(),
        null,
        List.of(),
        null,
        plain.citation());
  }

  @Test
  void a_practice_or_position_that_the_changed_definition_lacks_is_told() {
    Practice plain = SmallProgramme.definition(List.of()).practices().get(0);
    Practice menteesAlone =
        new Practice(
            plain.id(),
            plain.title(),
            plain.format(),
            plain.arrangements(),
            false,
            false,
            List.of(plain.party(Position.MENTEE).orElseThrow()),
            null,
            List.of(),
            null,
            plain.citation());
    assertThat(
            mentoring.decisions().whatIf(practices(List.of(menteesAlone))).stored(null, 1).items())
        .containsExactly(
            new Foreseen.NotAsked(
                kept.get(0).id(), kept.get(0).decision(), PRACTICE, Position.MENTOR));
    Foreseen.Some some =
        mentoring
            .decisions()
            .whatIf(practices(List.of(renamed())))
            .applicants(PRACTICE, Position.MENTOR, TODAY, null, 100);
    assertThat(some.items()).hasSize(3);
    assertThat((Foreseen.NotAsked) some.items().get(0))
        .extracting(Foreseen.NotAsked::practice, Foreseen.NotAsked::position)
        .containsExactly(PRACTICE, null);
  }

  @Test
  void a_changed_definition_that_asks_for_an_unknown_evaluator_is_refused_at_once() {
    ProgrammeDefinition asking =
        SmallProgramme.definition(
            List.of(),
            List.of(
                new Requirement.Extension(
                    "swims",
                    Citation.CHOICE,
                    "org.example.swimming",
                    1,
                    new TreeMap<>(),
                    new LocalizedText("Swims", "Плавает"))));
    DecisionRecords decisions = mentoring.decisions();
    assertThatThrownBy(() -> decisions.whatIf(asking))
        .isInstanceOf(MentoringException.class)
        .hasMessageContaining("extension.unknown");
  }
}
