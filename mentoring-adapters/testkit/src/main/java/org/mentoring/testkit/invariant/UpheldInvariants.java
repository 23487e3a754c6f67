package org.mentoring.testkit.invariant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mentoring.Mentoring;
import org.mentoring.failure.Invariants;
import org.mentoring.journal.JournalFault;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;

/**
 * Looks through a programme for breaches of what must hold everywhere: one that was simulated, or
 * the real one of an embedder. It writes nothing. Mentorships, the journal and what is public are
 * looked at whole; of people, decisions are made again for some. Each mentorship is judged by the
 * version that it was pinned to when it was assigned, as the stores keep it; what cannot be judged
 * so is a breach that says "not looked at".
 *
 * <p>What it does not do: whether the parties of a mentorship might take part is decided by the
 * library itself ({@link Mentoring#decide}), so by the rules that admitted them. That finds who
 * came in past the commands, and no fault of the rules. Capacity, circles, agreements and what is
 * public are counted and compared by code of its own. Who was left over in a proposal is not asked
 * for reasons. Of another version that has requirements of an embedder's own nothing is told but
 * that it was not looked at, for their evaluators are not at hand. Immutable: each method gives
 * another one.
 *
 * <pre>{@code
 * List<Breach> breaches = UpheldInvariants.of(mentoring, stores, rules).breaches(today);
 * }</pre>
 */
public final class UpheldInvariants {
  private final Mentoring mentoring;
  private final Stores stores;
  private final RulesProvider rules;
  private final int people;
  private final Set<Invariant> asked;
  private final List<String> pages;

  private UpheldInvariants(
      Mentoring mentoring,
      Stores stores,
      RulesProvider rules,
      int people,
      Set<Invariant> asked,
      List<String> pages) {
    this.mentoring = mentoring;
    this.stores = stores;
    this.rules = rules;
    this.people = people;
    this.asked = Collections.unmodifiableSet(EnumSet.copyOf(asked));
    this.pages = List.copyOf(pages);
  }

  /**
   * All invariants but {@link Invariant#ZONE_AND_LOCALE}, for which the defaults of the whole JVM
   * have to be changed for a moment.
   *
   * @param stores those of the programme
   * @param rules those of the programme; mentorships of the version in force are judged by those
   *     that {@code mentoring} has
   */
  public static UpheldInvariants of(Mentoring mentoring, Stores stores, RulesProvider rules) {
    EnumSet<Invariant> usual = EnumSet.complementOf(EnumSet.of(Invariant.ZONE_AND_LOCALE));
    return new UpheldInvariants(mentoring, stores, rules, 200, usual, List.of());
  }

  /**
   * The same with {@link Invariant#ZONE_AND_LOCALE}: for tests, and not for a JVM that does other
   * work.
   */
  public UpheldInvariants underOtherDefaults() {
    Set<Invariant> more = EnumSet.copyOf(asked);
    more.add(Invariant.ZONE_AND_LOCALE);
    return new UpheldInvariants(mentoring, stores, rules, people, more, pages);
  }

  /** Some invariants only. */
  public UpheldInvariants only(Invariant first, Invariant... further) {
    return new UpheldInvariants(
        mentoring, stores, rules, people, EnumSet.of(first, further), pages);
  }

  /**
   * Decides anew about so many people of each position, evenly out of all; 200 if nothing is said.
   *
   * @param most 1 to 1,000,000
   */
  public UpheldInvariants people(int most) {
    Invariants.range("invariants.people", most, 1, 1_000_000);
    return new UpheldInvariants(mentoring, stores, rules, most, asked, pages);
  }

  /** Looks into these texts as well for what is personal: an embedder's own public pages. */
  public UpheldInvariants publishing(List<String> further) {
    List<String> all = new ArrayList<>(pages);
    all.addAll(further);
    return new UpheldInvariants(mentoring, stores, rules, people, asked, all);
  }

  /**
   * What does not hold, sorted; empty if all does.
   *
   * @param asOf the day for which people are decided about and public pages are made
   */
  public List<Breach> breaches(LocalDate asOf) {
    Set<Breach> found = new TreeSet<>();
    StandingMentorships standing = new StandingMentorships(mentoring, stores, rules);
    if (asked.contains(Invariant.PARTIES_MAY_TAKE_PART)) {
      standing.parties(found);
    }
    if (asked.contains(Invariant.WITHIN_CAPACITY)) {
      standing.capacity(found);
    }
    if (asked.contains(Invariant.NO_CIRCLE)) {
      standing.circles(found);
    }
    new DecisionsAgain(mentoring, rules, people, asked).look(asOf, found);
    if (asked.contains(Invariant.REASONED)) {
      new Reasons(mentoring.definition()).stored(stores, found);
    }
    if (asked.contains(Invariant.JOURNAL)) {
      for (JournalFault fault : mentoring.journal().verify().faults()) {
        found.add(new Breach(Invariant.JOURNAL, fault.subject(), fault.kind().name()));
      }
    }
    if (asked.contains(Invariant.NOTHING_PERSONAL_IN_PUBLIC)) {
      new PublicTexts(mentoring, stores).look(asOf, pages, found);
    }
    return List.copyOf(found);
  }
}
