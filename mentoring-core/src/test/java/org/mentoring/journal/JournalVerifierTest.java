package org.mentoring.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.failure.InvalidValue;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.EventId;
import org.mentoring.journal.JournalFault.Kind;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

/** Tampers with chains at random, in as many ways as there are. */
class JournalVerifierTest {
  /** How many tampers are tried in all; a release tries ten times as many. */
  private static final int TAMPERS = Integer.getInteger("mentoring.tampers", 1_000);

  /** What chains can be tampered with is found by these; the others are about decisions. */
  private static final Set<Kind> OF_CHAINS =
      EnumSet.of(
          Kind.MISSING, Kind.OUT_OF_ORDER, Kind.CHANGED, Kind.BROKEN, Kind.CUT, Kind.REWRITTEN);

  private static List<SealedEntry> made(int length, Random random) {
    List<SealedEntry> chain = new ArrayList<>();
    String before = SealedEntry.GENESIS;
    for (int i = 1; i <= length; i++) {
      SealedEntry sealed = SealedEntry.seal(i, entry(i, random), before);
      chain.add(sealed);
      before = sealed.hash();
    }
    return chain;
  }

  private static JournalEntry entry(int number, Random random) {
    TreeMap<String, String> details = new TreeMap<>();
    if (random.nextBoolean()) {
      details.put("state", "AGREED");
      details.put("mentors", "m-" + random.nextInt(10));
    }
    return new JournalEntry(
        EventId.of("e-" + number),
        Code.of("MENTORSHIP_CHANGED"),
        Code.of("MENTORSHIP"),
        "m-" + random.nextInt(5),
        random.nextInt(3),
        details,
        CommandId.of("c-" + number / 3),
        Actor.coordinator("c-1", "centre-1"),
        Instant.parse("2020-09-01T08:00:00Z").plusSeconds(number),
        random.nextBoolean() ? "%064x".formatted(random.nextLong()) : null);
  }

  private static Checkpoint endOf(List<SealedEntry> chain) {
    SealedEntry last = chain.get(chain.size() - 1);
    return new Checkpoint(last.number(), last.hash());
  }

  private static Verification verified(
      List<SealedEntry> chain, List<Checkpoint> checkpoints, Set<Kind> sought) {
    JournalVerifier verifier = new JournalVerifier(checkpoints, sought);
    chain.forEach(verifier::next);
    return verifier.done(0);
  }

  /** One tampered chain. */
  private record Case(Tamper tamper, List<SealedEntry> chain, Checkpoint checkpoint) {
    static Case of(Tamper tamper, long seed) {
      Random random = new Random(seed);
      List<SealedEntry> chain = made(3 + random.nextInt(20), random);
      Checkpoint checkpoint = endOf(chain);
      List<SealedEntry> tampered = new ArrayList<>(chain);
      tamper.on(tampered, random);
      assertThat(tampered).as("%s %d does something", tamper, seed).isNotEqualTo(chain);
      return new Case(tamper, tampered, checkpoint);
    }

    boolean foundBy(Set<Kind> sought) {
      List<Checkpoint> checkpoints = tamper.needsCheckpoint() ? List.of(checkpoint) : List.of();
      return !verified(chain, checkpoints, sought).intact();
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_tamper_is_found(Tamper tamper) {
    int rounds = TAMPERS / Tamper.values().length + 1;
    for (long seed = 0; seed < rounds; seed++) {
      assertThat(Case.of(tamper, seed).foundBy(OF_CHAINS)).as("seed %d", seed).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.INCLUDE,
      names = {"MISSING", "OUT_OF_ORDER", "CHANGED", "BROKEN", "CUT", "REWRITTEN"})
  void a_verifier_that_is_blind_to_one_kind_lets_tampers_through(Kind blind) {
    Set<Kind> sought = EnumSet.copyOf(OF_CHAINS);
    sought.remove(blind);
    Map<Tamper, Integer> missed = new EnumMap<>(Tamper.class);
    for (Tamper tamper : Tamper.values()) {
      for (long seed = 0; seed < 70; seed++) {
        if (!Case.of(tamper, seed).foundBy(sought)) {
          missed.merge(tamper, 1, Integer::sum);
        }
      }
    }
    assertThat(missed).isNotEmpty();
  }

  @Test
  void without_a_checkpoint_a_chain_that_was_cut_or_rewritten_is_like_a_true_one() {
    for (Tamper tamper : Tamper.values()) {
      if (tamper.needsCheckpoint()) {
        Case tampered = Case.of(tamper, 7);
        assertThat(verified(tampered.chain(), List.of(), OF_CHAINS).intact())
            .as("%s", tamper)
            .isTrue();
      }
    }
  }

  @Test
  void a_true_chain_is_sound_with_all_its_checkpoints() {
    List<SealedEntry> chain = made(30, new Random(1));
    List<Checkpoint> checkpoints = new ArrayList<>();
    checkpoints.add(new Checkpoint(0, SealedEntry.GENESIS));
    chain.forEach(each -> checkpoints.add(new Checkpoint(each.number(), each.hash())));
    Verification found = JournalVerifier.verify(chain.stream(), checkpoints, 4);
    assertThat(found).isEqualTo(new Verification(30, 4, List.of()));
    assertThat(JournalVerifier.verify(chain.subList(0, 0).stream(), List.of(), 0))
        .isEqualTo(new Verification(0, 0, List.of()));
  }

  @Test
  void faults_name_the_entries() {
    List<SealedEntry> chain = made(9, new Random(1));
    Checkpoint end = endOf(chain);
    chain.subList(7, 9).clear();
    chain.subList(1, 4).clear();
    chain.set(2, Tamper.edited(chain.get(2), 3));
    chain.add(chain.get(0));
    assertThat(JournalVerifier.verify(chain.stream(), List.of(end), 0))
        .isEqualTo(
            new Verification(
                7,
                0,
                List.of(
                    new JournalFault(Kind.MISSING, 2, 4, null),
                    JournalFault.at(Kind.CHANGED, 6),
                    JournalFault.at(Kind.OUT_OF_ORDER, 1),
                    new JournalFault(Kind.CUT, 8, 9, null))));
  }

  @Test
  void what_cannot_be_read_is_told_and_the_rest_is_looked_at() {
    List<SealedEntry> chain = made(4, new Random(1));
    JournalVerifier verifier = new JournalVerifier();
    verifier.next(chain.get(0));
    verifier.unreadable();
    verifier.next(chain.get(2));
    verifier.next(Tamper.edited(chain.get(3), 3));
    assertThat(verifier.done(0).faults())
        .containsExactly(JournalFault.at(Kind.UNREADABLE, 2), JournalFault.at(Kind.CHANGED, 4));
  }

  @Test
  void checkpoints_that_contradict_each_other_are_refused() {
    assertThatThrownBy(
            () -> new JournalVerifier(List.of(new Checkpoint(3, "a"), new Checkpoint(3, "b"))))
        .isInstanceOf(InvalidValue.class);
    JournalVerifier other = new JournalVerifier(List.of(new Checkpoint(0, "a")));
    assertThat(other.done(0).faults()).containsExactly(JournalFault.at(Kind.REWRITTEN, 0));
  }

  @Test
  void no_more_faults_are_told_than_anybody_reads() {
    List<SealedEntry> chain = made(1_200, new Random(1));
    chain.replaceAll(each -> Tamper.edited(each, 3));
    assertThat(JournalVerifier.verify(chain.stream(), List.of(), 0).faults())
        .hasSize(Verification.MOST_FAULTS);
  }

  @Test
  void a_verification_is_told_in_both_languages() {
    Verification found =
        new Verification(
            4217,
            21,
            List.of(
                new JournalFault(Kind.MISSING, 2, 4, null),
                JournalFault.of(Kind.DECISION_CHANGED, "d-1")));
    assertThat(found.told(Messages.of(Language.EN)))
        .containsExactly(
            "sealed to 4217, 21 unsealed",
            "3 entries are missing, 2 to 4",
            "decision d-1 was changed");
    assertThat(found.told(Messages.of(Language.RU)))
        .containsExactly(
            "запечатано до 4217, не запечатано: 21",
            "не хватает 3 записей, с 2 по 4",
            "решение d-1 изменено");
    assertThat(new Verification(0, 0, List.of()).told(Messages.of(Language.EN)))
        .containsExactly("sealed to 0, 0 unsealed", "no fault was found");
    for (Kind kind : Kind.values()) {
      for (Language language : Language.values()) {
        assertThat(new JournalFault(kind, 1, 2, "s").told(Messages.of(language))).isNotBlank();
      }
    }
  }
}
