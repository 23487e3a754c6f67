package org.mentoring;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.PinnedVersion;
import org.mentoring.obligation.Obligation;

/**
 * What moving a mentorship to another version of its programme changes for it.
 *
 * @param mentorship as it is now
 * @param from the version before; null if it was pinned to none
 * @param to the version from now on
 * @param before how it stood on the day by the version before; null if that one is not known
 * @param after how it stands on the day by the version from now on
 */
public record VersionMove(
    Mentorship mentorship,
    @Nullable PinnedVersion from,
    PinnedVersion to,
    @Nullable Standing before,
    Standing after) {
  /** Refuses nulls. */
  public VersionMove {
    Invariants.present("VersionMove", mentorship, to, after);
  }

  /** Whether anything is judged otherwise; true as well where the version before is not known. */
  public boolean changes() {
    return before == null || !after.sameAs(before);
  }

  /**
   * How a mentorship stands by one version.
   *
   * @param parties whether each mentor and mentee may take part, with all findings
   * @param obligations how it stands with what is due
   * @param completion whether it is complete, with everything that is missing
   */
  public record Standing(
      SortedMap<ParticipantId, Decision> parties,
      List<Obligation> obligations,
      Decision completion) {
    /** Sorts and copies. */
    public Standing {
      Invariants.present("Standing", completion);
      parties = Collections.unmodifiableSortedMap(new TreeMap<>(parties));
      obligations = List.copyOf(obligations);
    }

    /** The same verdicts and findings, though by another version. */
    private boolean sameAs(Standing other) {
      return parties.keySet().equals(other.parties.keySet())
          && parties.entrySet().stream()
              .allMatch(each -> same(each.getValue(), other.parties.get(each.getKey())))
          && obligations.equals(other.obligations)
          && same(completion, other.completion);
    }

    private static boolean same(Decision one, @Nullable Decision other) {
      return other != null
          && one.verdict() == other.verdict()
          && one.findings().equals(other.findings());
    }
  }
}
