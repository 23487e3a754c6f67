package org.mentoring.spi;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Carries out a command as a whole: what it writes is kept all together or, if it throws, not at
 * all. Commands run one at a time, or side by side where one that was too late is refused with
 * {@link org.mentoring.failure.StaleVersion}, which its caller may give again. Thread-safe.
 */
public interface UnitOfWork {
  /**
   * The code of the exception by which a command ends that came upon something another instance,
   * whose clock is ahead, recorded later than what it had written already. Run again it counts
   * that; so whoever has taken back what it wrote runs it again, and who cannot tells its caller.
   */
  String LATER = "clock.later";

  /**
   * Runs a command. A call from within a running command joins it.
   *
   * @param command what to do
   * @return what the command returns
   */
  <T> T run(Supplier<T> command);

  /**
   * Runs a query that reads several things, so that they belong together as far as the stores can
   * see to that.
   *
   * @param query what to read; it writes nothing
   * @return what the query returns
   */
  default <T> T read(Supplier<T> query) {
    return query.get();
  }

  /**
   * What the clock of the stores reads, which all instances over them share: an instance whose own
   * clock is far ahead of it is refused its commands.
   *
   * @return empty where they have none, as by default
   */
  default Optional<Instant> time() {
    return Optional.empty();
  }
}
