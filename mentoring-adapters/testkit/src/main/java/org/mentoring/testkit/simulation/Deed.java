package org.mentoring.testkit.simulation;

/** What may happen next in a town. */
enum Deed {
  /** The next thing that a pair needs, or the next pair; nothing comes far without it. */
  CARRY_ON(20),
  /** Somebody comes, and gets what the programme asks. */
  ARRIVE(3),
  /** Somebody is registered of whom nothing is known. */
  STRANGER(1),
  /** Something becomes known of somebody. */
  RECORD(2),
  /** A consent is given anew. */
  CONSENT(1),
  /** A consent is taken back. */
  WITHDRAW_CONSENT(1),
  /** Pairs are proposed. */
  PROPOSE(2),
  /** A mentor and a mentee are brought together. */
  ASSIGN(3),
  /** A pair meets. */
  MEET(2),
  /** What a pair owes by now is done, reports first of all. */
  REPORT(2),
  /** A pair rests. */
  PAUSE(2),
  /** Something happens to a child or a mentor. */
  INCIDENT(2),
  /** An incident is dealt with. */
  SETTLE(2),
  /** A mentor leaves, and the mentee may have another one. */
  REPLACE(1),
  /** A pair ends before its time. */
  END_EARLY(1),
  /** Somebody is erased. */
  ERASE(1),
  /** What waits in the journal is sealed. */
  SEAL(1),
  /** Days go by. */
  TIME_PASSES(2);

  private final int weight;

  Deed(int weight) {
    this.weight = weight;
  }

  /** How often it is tried, beside the others. */
  int weight() {
    return weight;
  }
}
