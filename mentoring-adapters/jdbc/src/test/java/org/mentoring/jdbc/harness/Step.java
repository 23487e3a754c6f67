package org.mentoring.jdbc.harness;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * One random command, told in numbers: what they choose depends on what there is when it is given.
 *
 * @param command which
 * @param who chooses among people
 * @param which chooses among what they do
 * @param how chooses days, reasons and actors
 */
record Step(Command command, int who, int which, int how) {
  /** What is tried; what carries lives on is tried more often. */
  enum Command {
    CARRY_ON(24),
    ASSIGN(6),
    REGISTER(1),
    REGISTER_AGAIN(1),
    INTEREST(2),
    TRAINING(1),
    CAPACITY(1),
    CONSENT(2),
    CORRECT(2),
    RETRACT(1),
    WITHDRAW_CONSENT(1),
    MERGE(1),
    PATH_STEP(1),
    PROPOSE(2),
    PROPOSE_AGAIN(1),
    LOCK(1),
    REJECT(1),
    REPLACE(1),
    RELEASE(1),
    PLAN_EVENTS(2),
    RANK(2),
    CLOSE_EVENT(1),
    CALL_OFF_EVENT(1),
    ASSIGN_PAIRS(1),
    STEP(2),
    PAUSE(2),
    ESCALATE(1),
    REMATCH(1),
    LEAVE(2),
    WITHDRAW(1),
    END_EARLY(1),
    MEETING(3),
    REPORT(2),
    JOINT_EVENT(1),
    EXIT_INTERVIEW(2),
    VIDEOS(1),
    RETRACT_ACTIVITY(1),
    INCIDENT(2),
    ENTRUST(2),
    INCIDENT_STEP(2),
    ESCALATE_INCIDENT(1),
    CLOSE_INCIDENT(2),
    WAIVE(2),
    REVOKE(1),
    TWICE(2),
    NAME(2),
    ERASE(3),
    KEEP_DECISION(1),
    KEEP_COMPLETION(1),
    REPLAY(1),
    SEAL(1),
    DELIVER(1),
    TIME_PASSES(4);

    private final int weight;

    Command(int weight) {
      this.weight = weight;
    }

    /** How often it is tried, beside the others. */
    int weight() {
      return weight;
    }
  }

  /** Steps with this command; small numbers are the simple ones. */
  static Arbitrary<Step> of(Command command) {
    // All alike: a few numbers that come most often would choose the same few people.
    Arbitrary<Integer> numbers =
        Arbitraries.integers()
            .between(0, 999)
            .withDistribution(RandomDistribution.uniform())
            .withoutEdgeCases();
    return Combinators.combine(numbers, numbers, numbers)
        .as((who, which, how) -> new Step(command, who, which, how));
  }
}
