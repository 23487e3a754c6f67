package org.mentoring.testkit;

/**
 * What one thread spent on something, for tests of whatever reads files: no input may cost more
 * than {@link #MOST_NANOS} and {@link #MOST_BYTES}, however it was altered; see {@link
 * AlteredBytes}. Everything that was allocated counts, also what was free again at once: no more
 * was held. Let a parser read something first, so that classes are loaded. Immutable.
 *
 * @param nanos of a processor
 * @param bytes of memory
 */
public record Spent(long nanos, long bytes) {
  /** Two seconds. */
  public static final long MOST_NANOS = 2_000_000_000L;

  /** 64 MB. */
  public static final long MOST_BYTES = 64L << 20;

  /**
   * Does something and tells what it cost.
   *
   * @throws IllegalStateException on a JVM that does not count what threads spend, or where {@code
   *     jdk.management} is not among the modules
   */
  public static Spent of(Runnable what) {
    long nanos = ofThread("getThreadCpuTime");
    long bytes = ofThread("getThreadAllocatedBytes");
    what.run();
    return new Spent(
        ofThread("getThreadCpuTime") - nanos, ofThread("getThreadAllocatedBytes") - bytes);
  }

  /**
   * Does something, which may spend no more than any input may cost.
   *
   * @param which names it where it fails
   * @throws AssertionError if it spends more, or throws one
   * @throws IllegalStateException as {@link #of}
   */
  public static void bounded(String which, Runnable what) {
    Spent spent;
    try {
      spent = of(what);
    } catch (AssertionError e) {
      throw new AssertionError(which + ": " + e.getMessage(), e);
    }
    spent.assertBounded(which);
  }

  void assertBounded(String which) {
    if (nanos >= MOST_NANOS) {
      throw new AssertionError(which + " took " + nanos + " nanoseconds of a processor");
    }
    if (bytes >= MOST_BYTES) {
      throw new AssertionError(which + " took " + bytes + " bytes");
    }
  }

  /** By reflection: this module reads no module of management. */
  private static long ofThread(String figure) {
    try {
      Object threads =
          Class.forName("java.lang.management.ManagementFactory")
              .getMethod("getThreadMXBean")
              .invoke(null);
      return (long)
          Class.forName("com.sun.management.ThreadMXBean")
              .getMethod(figure, long.class)
              .invoke(threads, Thread.currentThread().getId());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
