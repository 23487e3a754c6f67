package org.mentoring.testkit.simulation;

/**
 * Chance that can be had again. Every question has a stream of its own, named by what it is about,
 * so that two variants of a study meet the same luck wherever they ask the same, whatever else
 * differs between them: common random numbers. SplitMix64 (Steele, Lea, Flood 2014) over a hash
 * (FNV-1a) of the seed and the name; written out here, so that it is the same on every machine and
 * for every Java.
 */
final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private final long seed;

  Chance(long seed) {
    this.seed = seed;
  }

  /** The stream of one question. */
  Stream of(String... about) {
    long hash = FNV_OFFSET;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      hash = (hash ^ ((seed >>> shift) & 0xFF)) * FNV_PRIME;
    }
    for (String part : about) {
      for (int i = 0; i < part.length(); i++) {
        hash = (hash ^ part.charAt(i)) * FNV_PRIME;
      }
      hash = (hash ^ 0x1F) * FNV_PRIME;
    }
    return new Stream(mix(hash));
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** Numbers of one question, one after the other. */
  static final class Stream {
    private long state;

    private Stream(long state) {
      this.state = state;
    }

    /** 0 inclusive to 1 exclusive. */
    double unit() {
      state += GOLDEN;
      return (mix(state) >>> 11) * 0x1.0p-53;
    }

    boolean happens(double share) {
      return unit() < share;
    }

    /** 0 inclusive to the bound exclusive. */
    int below(int bound) {
      return (int) (unit() * bound);
    }

    /** How long something takes to happen that happens so often in a unit of time. */
    double until(double rate) {
      double unit = unit();
      return rate == 0 ? Double.POSITIVE_INFINITY : -StrictMath.log(1 - unit) / rate;
    }

    /** Whole days with a mean, exponentially; at least one where the mean is above 0. */
    int days(double mean) {
      double unit = unit();
      return mean == 0 ? 0 : (int) Math.max(1, StrictMath.ceil(-mean * StrictMath.log(1 - unit)));
    }
  }
}
