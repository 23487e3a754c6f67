package org.mentoring.benchmarks;

/** A process that does nothing: what the JVM takes alone. */
final class NoWork {
  private NoWork() {}

  /** Returns. */
  public static void main(String[] arguments) {}
}
