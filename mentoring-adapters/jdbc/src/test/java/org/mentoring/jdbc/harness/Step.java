package org.mentoring.jdbc.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

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
    TIME_PASSES(4);

    private final int weight;

    Command(int weight) {
      this.weight = weight;
    }
  }

  private static final List<Command> WEIGHTED = weighted();

  private static List<Command> weighted() {
    List<Command> all = new ArrayList<>();
    for (Command each : Command.values()) {
      for (int i = 0; i < each.weight; i++) {
        all.add(each);
      }
    }
    return List.copyOf(all);
  }

  /** Up to fifty, the same for the same seed. */
  static List<Step> sequence(long seed) {
    Random random = new Random(seed);
    List<Step> steps = new ArrayList<>();
    int count = 1 + random.nextInt(50);
    for (int i = 0; i < count; i++) {
      steps.add(
          new Step(
              WEIGHTED.get(random.nextInt(WEIGHTED.size())),
              random.nextInt(1_000),
              random.nextInt(1_000),
              random.nextInt(1_000)));
    }
    return List.copyOf(steps);
  }
}
