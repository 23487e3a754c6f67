package org.mentoring.testkit.invariant;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;
import org.mentoring.mentorship.PinnedVersion;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;

/**
 * What judges by the versions of a programme that mentorships are pinned to, as stores keep them.
 */
final class JudgingVersions {
  private final Mentoring current;
  private final PinnedVersion currentVersion;
  private final Stores stores;
  private final RulesProvider rules;
  private final Instant now;
  private final Map<PinnedVersion, Mentoring> found = new HashMap<>();
  private final Map<PinnedVersion, String> missing = new HashMap<>();

  /**
   * @param now not before anything that is asked about became known
   */
  JudgingVersions(Mentoring current, Stores stores, RulesProvider rules, Instant now) {
    this.current = current;
    this.currentVersion = PinnedVersion.of(current.definition());
    this.stores = stores;
    this.rules = rules;
    this.now = now;
  }

  /** Null where it cannot be had; then {@link #why} tells why. */
  @Nullable Mentoring of(@Nullable PinnedVersion pinned) {
    if (pinned == null || pinned.equals(currentVersion)) {
      return current;
    }
    if (!found.containsKey(pinned) && !missing.containsKey(pinned)) {
      look(pinned);
    }
    return found.get(pinned);
  }

  String why(@Nullable PinnedVersion pinned) {
    return pinned == null ? "" : missing.getOrDefault(pinned, "");
  }

  private void look(PinnedVersion pinned) {
    String named = pinned.programme() + " " + pinned.version();
    try {
      ProgrammeDefinition kept = stores.programmes().find(pinned.definitionHash()).orElse(null);
      // Under the hash of a version may stand something else: whoever wrote there is not trusted.
      if (kept == null || !PinnedVersion.of(kept).equals(pinned)) {
        missing.put(pinned, "no such version is kept as " + named);
        return;
      }
      Mentoring judging =
          Mentoring.of(kept)
              .rules(rules)
              .stores(stores)
              .clock(Clock.fixed(now, ZoneOffset.UTC))
              .build();
      found.put(pinned, judging);
    } catch (InvalidValue e) {
      missing.put(pinned, named + " cannot be read: " + e.code());
    } catch (MentoringException e) {
      if (!e.code().equals("record.malformed") && !e.code().equals("extension.unknown")) {
        throw e;
      }
      missing.put(pinned, named + " cannot be judged by: " + e.code());
    }
  }
}
