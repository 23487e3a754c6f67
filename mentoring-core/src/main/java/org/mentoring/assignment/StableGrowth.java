package org.mentoring.assignment;

import java.util.Arrays;

/**
 * Makes a stable matching greater where ties allow it. An asker with a free place takes the place
 * of one whom the asked side ranks no higher, that one goes on to another, and so on until somebody
 * reaches a free place: a chain. Along it nobody asked loses, and no asker passes over one who would
 * strictly rather have it; so the matching stays stable, and each chain adds a pair.
 */
final class StableGrowth {
  private final PreferenceLists lists;
  private final int[] edgeOf;
  private final int[] first;
  private final int[] following;
  private final int[] preceding;
  private final int[] worst;
  private final int[] free;
  private final int[] gained;
  private final int[] lost;
  private final int[] askerSeen;
  private final int[] askedSeen;
  private final int[] queue;
  private int stamp;
}
