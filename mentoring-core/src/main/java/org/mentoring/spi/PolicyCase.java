package org.mentoring.spi;

import java.util.SortedSet;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Code;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;

/**
 * One case for the matching rules: all mentees with the same circumstances share it.
 *
 * @param definition the programme
 * @param practice one of its practices, with a plan
 * @param plan the practice's plan
 * @param circumstances of the mentee
 */
public record PolicyCase(
    ProgrammeDefinition definition,
    Practice practice,
    MatchingPlan plan,
    SortedSet<Code> circumstances) {
  /** Sorts and copies. */
  public PolicyCase {
    circumstances = Invariants.sorted(circumstances);
  }
}
