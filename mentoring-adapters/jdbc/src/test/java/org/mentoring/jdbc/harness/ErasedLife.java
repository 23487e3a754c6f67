package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.StoredDecision;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.JournalEntry;
import org.mentoring.json.lines.ErasureFile;
import org.mentoring.json.lines.ProgrammeExport;
import org.mentoring.spi.Stores;
import org.mentoring.testkit.CanaryLife;

/**
 * A random life of which some people, at random, were erased by the command; and what bytes may
 * tell of them then. What stands for a person are the canaries, the hashes of the identity and the
 * salts of what was known: with a salt left, guesses could be tried.
 */
final class ErasedLife {
  private final Stores stores;
  private final CanaryLife life;
  private final SortedSet<ParticipantId> erased = new TreeSet<>();
  private final Map<ParticipantId, List<String>> parts = new LinkedHashMap<>();
  private final Map<ParticipantId, List<String>> decisions = new LinkedHashMap<>();
  private final Map<ParticipantId, List<String>> claims = new LinkedHashMap<>();

  private ErasedLife(Stores stores, CanaryLife life) {
    this.stores = stores;
    this.life = life;
  }

  /**
   * Lives it.
   *
   * @param number the seed
   * @param stores empty
   * @param bug what is planted into them; none usually
   * @param erasing what is done when all have lived and nobody was erased yet
   */
  static ErasedLife of(int number, Stores stores, UnaryOperator<Stores> bug, Runnable erasing) {
    Random random = new Random(number);
    ErasedLife lived =
        new ErasedLife(stores, CanaryLife.lived(bug.apply(stores), 2 + random.nextInt(3), number));
    erasing.run();
    lived.note();
    List<ParticipantId> people = new ArrayList<>(lived.life.people());
    Collections.shuffle(people, random);
    // Somebody stays whose canaries must be found.
    for (ParticipantId each : people.subList(0, 1 + random.nextInt(people.size() - 1))) {
      lived.keepsBooks(random);
      lived.life.erase(each);
      lived.erased.add(each);
    }
    return lived;
  }

  /** Events are sealed and handed out at any time. */
  private void keepsBooks(Random random) {
    if (random.nextBoolean()) {
      life.mentoring().journal().seal();
    }
    if (random.nextBoolean()) {
      stores.outbox().deliver(1 + random.nextInt(50), events -> {});
    }
  }

  /**
   * Remembers salts and hashes of identities, which nobody can tell any more once they are erased.
   */
  private void note() {
    for (ParticipantId registration : stores.participants().ids()) {
      ParticipantId person = ParticipantId.of(registration.value().replace("-again", ""));
      for (DossierPart each : stores.decisions().parts(registration)) {
        note(parts, person, each.salt());
      }
      for (StoredDecision each : stores.decisions().restingOn(registration)) {
        note(decisions, person, each.salt());
      }
      for (String hash : stores.identities().of(registration)) {
        note(claims, person, hash);
      }
    }
    assertThat(claims).as("identities that are claimed").containsOnlyKeys(life.people());
  }

  private static void note(
      Map<ParticipantId, List<String>> salts, ParticipantId person, @Nullable String salt) {
    if (salt != null) {
      salts.computeIfAbsent(person, any -> new ArrayList<>()).add(salt);
    }
  }

  /** Everything that leaves a programme. */
  ByteScan scan() throws IOException {
    ByteScan scan = new ByteScan();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ProgrammeExport.write(stores, out);
    scan.add("export", out.toByteArray());
    return scan;
  }

  /** Nothing of those who were erased is anywhere, and of the others everything is everywhere. */
  void check(ByteScan scan) throws IOException {
    List<String> leaks = new ArrayList<>(life.leaks(erased));
    assertThat(life.lost(erased)).as("lost in the stores").isEmpty();
    ByteScan opaque = opaque();
    for (ParticipantId person : life.people()) {
      List<String> canaries = life.canaries(person).all();
      found(canaries, opaque, leaks);
      found(claims.getOrDefault(person, List.of()), opaque, leaks);
      if (erased.contains(person)) {
        found(canaries, scan, leaks);
        found(parts.getOrDefault(person, List.of()), scan, leaks);
        found(decisions.getOrDefault(person, List.of()), scan, leaks);
        found(claims.getOrDefault(person, List.of()), scan, leaks);
      } else {
        List<String> stay = new ArrayList<>(life.canaries(person).own());
        stay.addAll(parts.getOrDefault(person, List.of()));
        stay.addAll(claims.getOrDefault(person, List.of()));
        for (String each : stay) {
          assertThat(scan.without(each)).as("blind to " + each + " of " + person).isEmpty();
        }
      }
    }
    assertThat(leaks).as("leaks of " + erased).isEmpty();
  }

  private static void found(List<String> signs, ByteScan scan, List<String> leaks) {
    for (String sign : signs) {
      scan.places(sign).forEach(place -> leaks.add(sign + " in " + place));
    }
  }

  /** What may hold nothing of anybody: events for others, and the list of who was erased. */
  private ByteScan opaque() throws IOException {
    ByteScan opaque = new ByteScan();
    StringBuilder events = new StringBuilder();
    stores.journal().sealed(0, 10_000).forEach(each -> events.append(each.entry()).append('\n'));
    stores
        .outbox()
        .deliver(
            10_000,
            handed -> {
              for (JournalEntry each : handed) {
                events.append(each).append('\n');
              }
            });
    opaque.add("events", events.toString().getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ErasureFile.write(stores.erasures().all(), out);
    opaque.add("erasures", out.toByteArray());
    return opaque;
  }
}
