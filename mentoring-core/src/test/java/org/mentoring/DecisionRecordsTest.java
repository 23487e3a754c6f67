package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.TODAY;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Decision;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Foreseen;
import org.mentoring.decision.Question;
import org.mentoring.decision.Replayed;
import org.mentoring.decision.StoredDecision;
import org.mentoring.decision.Verdict;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryProgrammes;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Position;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.spi.Page;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;
import org.mentoring.time.Validity;

class DecisionRecordsTest {
  @Test
  void a_part_prints_neither_its_salt_nor_its_digest() {
    DossierPart part =
        DossierPart.of(ParticipantId.of("kid"), "0123456789abcdef".repeat(2), List.of());

    assertThat(part.toString()).contains("kid").doesNotContain("0123456789abcdef", part.digest());
  }

  private static final String PRACTICE = "adolescents";

  private final Stores stores = InMemoryStores.create();
  private final ProgrammeDefinition definition = SmallProgramme.definition(List.of());
  private final SmallProgramme programme = new SmallProgramme(definition, stores);
  private final Mentoring mentoring = programme.mentoring;
  private final DecisionRecords decisions = mentoring.decisions();

  private StoredDecision kept(ParticipantId id) {
    return decisions.keep(COORDINATOR, id, PRACTICE, Position.MENTOR, TODAY).orElseThrow();
  }

  private Mentoring over(ProgrammeDefinition other, RulesProvider rules) {
    return Mentoring.of(other)
        .earlier(definition)
        .stores(stores)
        .identifiers(new SequentialIdentifiers())
        .rules(rules)
        .build();
  }

  private Stores withoutDefinitions() {
    return new Stores(
        stores.participants(),
        stores.proposals(),
        stores.selectionEvents(),
        stores.mentorships(),
        stores.activities(),
        stores.incidents(),
        stores.waivers(),
        stores.decisions(),
        stores.commands(),
        stores.journal(),
        stores.outbox(),
        stores.places(),
        stores.identities(),
        stores.erasures(),
        new InMemoryProgrammes(),
        stores.work());
  }

  private static ProgrammeDefinition stricter() {
    return SmallProgramme.definition(
        List.of(),
        List.of(
            new Requirement.Documents(
                "passport", Citation.CHOICE, new TreeSet<>(List.of(Code.of("PASSPORT"))))));
  }

  @Test
  void a_decision_that_is_kept_is_the_one_that_is_made_and_is_found_by_id_and_by_person() {
    ParticipantId mentor = programme.mentor("m", "Tyumen");
    StoredDecision kept = kept(mentor);
    Decision made = mentoring.decide(mentor, PRACTICE, Position.MENTOR, TODAY);
    assertThat(kept.decision()).isNotNull();
    assertThat(kept.decision().verdict()).isEqualTo(made.verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(kept.decision().basis().dossierDigest()).isEmpty();
    assertThat(decisions.find(kept.id())).contains(kept);
    assertThat(decisions.of(mentor)).containsExactly(kept);
    assertThat(decisions.of(ParticipantId.of("nobody"))).isEmpty();
    assertThat(decisions.list(null, 10).items()).containsExactly(kept);
    assertThat(mentoring.command(kept.command()).orElseThrow().result())
        .isEqualTo(kept.id().value());
  }

  @Test
  void nobody_admits_oneself() {
    ParticipantId mentor = programme.mentor("m", "Tyumen");
    Actor oneself = new Actor("m", Code.of("MENTOR"), "centre-1");
    assertThat(
            SmallProgramme.codes(decisions.keep(oneself, mentor, PRACTICE, Position.MENTOR, TODAY)))
        .containsExactly("command.decision-not-for-parties");
    assertThat(decisions.list(null, 10).items()).isEmpty();
  }

  @Test
  void what_is_recorded_later_even_at_the_same_instant_does_not_change_a_decision() {
    ParticipantId mentor = programme.mentor("m", "Tyumen");
    ParticipantId novice = programme.person("n");
    StoredDecision yes = kept(mentor);
    StoredDecision no = kept(novice);
    assertThat(no.decision().verdict()).isEqualTo(Verdict.NOT_YET);
    mentoring
        .retract(COORDINATOR, programme.training(novice, 480), "typed by mistake")
        .orElseThrow();
    programme.training(novice, 480);
    stores.participants().history(mentor).stream()
        .filter(entry -> entry instanceof FactEntry.Recorded)
        .map(entry -> ((FactEntry.Recorded) entry).id())
        .toList()
        .forEach(fact -> mentoring.retract(COORDINATOR, fact, "wrong").orElseThrow());
    assertThat(mentoring.decide(mentor, PRACTICE, Position.MENTOR, TODAY).eligible()).isFalse();
    assertThat(mentoring.decide(novice, PRACTICE, Position.MENTOR, TODAY).eligible()).isTrue();
    assertThat(decisions.replay(yes.id())).isEqualTo(new Replayed.Identical(yes.id()));
    assertThat(decisions.replay(no.id())).isEqualTo(new Replayed.Identical(no.id()));
  }

  @Test
  void what_another_instance_records_at_the_very_same_instant_does_not_matter_either() {
    ParticipantId novice = programme.person("n");
    StoredDecision no = kept(novice);
    stores
        .participants()
        .append(
            new FactEntry.Recorded(
                FactId.of("elsewhere"),
                novice,
                new Fact.Training(
                    Fact.TrainingKind.INITIAL, null, 480, Fact.Mode.IN_PERSON, Code.of("CENTRE")),
                Validity.from(TODAY),
                no.decision().question().knownAt(),
                COORDINATOR,
                null,
                null));
    assertThat(
            mentoring
                .decide(
                    novice, PRACTICE, Position.MENTOR, TODAY, no.decision().question().knownAt())
                .eligible())
        .isTrue();
    assertThat(decisions.replay(no.id())).isEqualTo(new Replayed.Identical(no.id()));
  }

  @Test
  void a_merge_that_is_found_out_later_does_not_change_a_decision() {
    ParticipantId first = programme.person("a");
    ParticipantId second = programme.mentor("b", "Tyumen");
    StoredDecision before = kept(first);
    StoredDecision other = kept(second);
    mentoring.merge(COORDINATOR, second, first, "one person").orElseThrow();
    StoredDecision after = kept(first);
    assertThat(after.parts()).hasSize(2);
    assertThat(after.subject()).isEqualTo(second.value());
    programme.training(second, 60);
    for (StoredDecision each : List.of(before, other, after)) {
      assertThat(decisions.replay(each.id())).isEqualTo(new Replayed.Identical(each.id()));
    }
    assertThat(decisions.of(first)).hasSize(3);
  }

  @Test
  void whoever_is_erased_takes_along_what_rests_on_them_and_nothing_else() {
    ParticipantId gone = programme.mentor("gone", "Tyumen");
    ParticipantId stays = programme.mentor("stays", "Tyumen");
    StoredDecision ofGone = kept(gone);
    StoredDecision ofStays = kept(stays);
    stores.decisions().forget(gone);
    stores.participants().erase(gone);
    Replayed erased = new Replayed.Erased(ofGone.id(), new TreeSet<>(List.of(gone)));
    assertThat(decisions.replay(ofGone.id())).isEqualTo(erased);
    stores.decisions().redact(ofGone.shell());
    assertThat(decisions.replay(ofGone.id())).isEqualTo(erased);
    assertThat(decisions.replay(ofStays.id())).isEqualTo(new Replayed.Identical(ofStays.id()));
    Replayed.Some all = decisions.replayAll(null, 10);
    assertThat(all.counts()).isEqualTo(new Replayed.Counts(1, 0, 0, 1, 0));
    assertThat(all.items()).containsExactly(erased);
    assertThat(mentoring.decisions().whatIf(definition).stored(null, 10).items())
        .containsExactly(new Foreseen.NotComparable(erased));
  }

  @Test
  void a_decision_that_was_written_over_is_told_from_one_that_was_made() {
    ParticipantId novice = programme.person("n");
    StoredDecision no = kept(novice);
    Decision content = no.decision();
    StoredDecision forged =
        new StoredDecision(
            no.id(),
            no.command(),
            no.matter(),
            no.subject(),
            no.at(),
            no.parts(),
            no.salt(),
            new Decision(
                content.question(), Verdict.ELIGIBLE, List.of(), content.path(), content.basis()),
            no.digest());
    stores.decisions().redact(forged);
    assertThat(decisions.replay(no.id()))
        .isEqualTo(new Replayed.Tampered(no.id(), true, new TreeSet<>(), null));
  }

  @Test
  void a_history_that_lost_an_entry_is_told() {
    ParticipantId mentor = programme.mentor("m", "Tyumen");
    StoredDecision kept = kept(mentor);
    stores.participants().erase(mentor);
    assertThat(decisions.replay(kept.id()))
        .isEqualTo(new Replayed.Tampered(kept.id(), false, new TreeSet<>(List.of(mentor)), null));
  }

  @Test
  void a_decision_whose_part_was_exchanged_is_told() {
    ParticipantId mentor = programme.mentor("m", "Tyumen");
    StoredDecision kept = kept(mentor);
    DossierPart.Reference real = kept.parts().first();
    stores
        .decisions()
        .redact(
            StoredDecision.of(
                kept.id(),
                kept.command(),
                kept.at(),
                new TreeSet<>(
                    List.of(new DossierPart.Reference(mentor, real.entries() - 1, real.digest()))),
                kept.salt(),
                kept.decision()));
    assertThat(decisions.replay(kept.id()))
        .isEqualTo(new Replayed.Tampered(kept.id(), false, new TreeSet<>(List.of(mentor)), null));
  }

  @Test
  void a_decision_under_an_earlier_version_replays_where_that_version_is_at_hand() {
    ParticipantId mentor = programme.mentor("m", "Tyumen");
    StoredDecision kept = kept(mentor);
    Mentoring later = over(stricter(), SmallProgramme.rules());
    assertThat(later.decide(mentor, PRACTICE, Position.MENTOR, TODAY).eligible()).isFalse();
    assertThat(later.decisions().replay(kept.id())).isEqualTo(new Replayed.Identical(kept.id()));
    Mentoring.Builder without =
        Mentoring.of(stricter())
            .identifiers(new SequentialIdentifiers())
            .rules(SmallProgramme.rules());
    assertThat(without.stores(stores).build().decisions().replay(kept.id()))
        .as("the store has kept it")
        .isEqualTo(new Replayed.Identical(kept.id()));
    assertThat(without.stores(withoutDefinitions()).build().decisions().replay(kept.id()))
        .isEqualTo(
            new Replayed.RulesNotAvailable(
                kept.id(), true, new TreeSet<>(), kept.decision().basis()));
  }

  @Test
  void under_other_rules_a_decision_replays_if_they_have_all_its_semantic_versions() {
    ParticipantId mentor = programme.mentor("m", "Tyumen");
    StoredDecision kept = kept(mentor);
    RulesProvider moved = OtherRules.named("2".repeat(64), kept.decision().basis().kinds());
    assertThat(over(definition, moved).decisions().replay(kept.id()))
        .isEqualTo(new Replayed.Identical(kept.id()));
    RulesProvider newer = OtherRules.named("2".repeat(64), new TreeSet<>(List.of("training@2")));
    assertThat(over(definition, newer).decisions().replay(kept.id()))
        .isEqualTo(
            new Replayed.RulesNotAvailable(
                kept.id(), false, kept.decision().basis().kinds(), kept.decision().basis()));
  }

  @Test
  void an_outcome_that_was_changed_without_a_new_version_is_a_difference() {
    ParticipantId novice = programme.person("n");
    StoredDecision no = kept(novice);
    RulesProvider broken = OtherRules.findingNothing(no.decision().basis().kinds());
    Replayed replayed = over(definition, broken).decisions().replay(no.id());
    assertThat(replayed).isInstanceOf(Replayed.Different.class);
    Replayed.Different different = (Replayed.Different) replayed;
    assertThat(different.stored()).isEqualTo(no.decision());
    assertThat(different.again().verdict()).isEqualTo(Verdict.ELIGIBLE);
  }

  @Test
  void a_matter_that_nobody_here_decides_is_not_guessed_at() {
    ParticipantId mentor = programme.mentor("m", "Tyumen");
    StoredDecision kept = kept(mentor);
    Decision content = kept.decision();
    Decision foreign =
        Decision.of(
            new Question(Code.of("AWARD"), mentor, PRACTICE, Position.MENTOR, TODAY, kept.at()),
            content.findings(),
            content.path(),
            content.basis());
    StoredDecision other =
        StoredDecision.of(
            DecisionId.of("other"), kept.command(), kept.at(), kept.parts(), kept.salt(), foreign);
    stores.decisions().append(other);
    assertThat(decisions.replay(other.id()))
        .isEqualTo(
            new Replayed.RulesNotAvailable(
                other.id(), false, new TreeSet<>(List.of("AWARD")), content.basis()));
  }

  @Test
  void pages_of_replays_hang_together() {
    ParticipantId mentor = programme.mentor("m", "Tyumen");
    for (int i = 0; i < 7; i++) {
      kept(mentor);
    }
    Replayed.Counts counts = Replayed.Counts.none();
    DecisionId after = null;
    int pages = 0;
    do {
      Replayed.Some page = decisions.replayAll(after, 3);
      counts = counts.and(page.counts());
      after = page.next();
      pages++;
    } while (after != null);
    assertThat(pages).isEqualTo(3);
    assertThat(counts).isEqualTo(new Replayed.Counts(7, 0, 0, 0, 0));
    assertThat(counts.all()).isEqualTo(7);
  }

  @Test
  void a_decision_that_is_not_there_is_told() {
    assertThatThrownBy(() -> decisions.replay(DecisionId.of("none")))
        .isInstanceOf(MentoringException.class)
        .hasMessageContaining("decision.unknown");
  }

  @Test
  void a_decision_is_kept_once_however_often_it_is_asked_for() {
    ParticipantId mentor = programme.mentor("m", "Tyumen");
    CommandId command = CommandId.of("admission");
    mentoring.once(
        command, () -> decisions.keep(COORDINATOR, mentor, PRACTICE, Position.MENTOR, TODAY));
    mentoring.once(
        command, () -> decisions.keep(COORDINATOR, mentor, PRACTICE, Position.MENTOR, TODAY));
    assertThat(decisions.list(null, 10).items()).hasSize(1);
  }

  @Test
  void a_page_is_bounded() {
    assertThatThrownBy(() -> decisions.replayAll(null, 0)).isInstanceOf(InvalidValue.class);
    Page<StoredDecision> none = decisions.list(null, 1);
    assertThat(none.next()).isNull();
  }

  /** Rules of the small programme under another name. */
  private static final class OtherRules {
    static RulesProvider named(String hash, SortedSet<String> kinds) {
      return new Renamed(SmallProgramme.rules(), hash, kinds, false);
    }

    static RulesProvider findingNothing(SortedSet<String> kinds) {
      return new Renamed(SmallProgramme.rules(), "1".repeat(64), kinds, true);
    }
  }

  private record Renamed(RulesProvider given, String hash, SortedSet<String> kinds, boolean silent)
      implements RulesProvider {
    @Override
    public org.mentoring.spi.EligibilityRules eligibility() {
      return silent ? question -> List.<Finding>of() : given.eligibility();
    }

    @Override
    public org.mentoring.spi.MatchingRules matching() {
      return given.matching();
    }

    @Override
    public org.mentoring.spi.ObligationRules obligations() {
      return given.obligations();
    }

    @Override
    public org.mentoring.spi.CompletionRules completion() {
      return given.completion();
    }

    @Override
    public org.mentoring.spi.RiskRules risks() {
      return given.risks();
    }

    @Override
    public org.mentoring.spi.IncidentRules incidents() {
      return given.incidents();
    }

    @Override
    public void close() {
      given.close();
    }
  }
}
