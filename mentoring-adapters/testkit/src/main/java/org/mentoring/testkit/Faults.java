package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.mentoring.spi.Stores;

/** Something that goes wrong at the end of a command. */
final class Faults {
  private Faults() {}

  private static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Runs a command in a unit of work that then throws. */
  static void within(Stores stores, Runnable command) {
    assertThatThrownBy(
            () ->
                stores
                    .work()
                    .run(
                        () -> {
                          command.run();
                          throw new Fault();
                        }))
        .isInstanceOf(Fault.class);
  }
}
