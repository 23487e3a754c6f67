package org.mentoring.json.internal.tree;

/** How far two words are from each other. */
final class Spelling {
  private static final int LONGEST = 64;

  private Spelling() {}

  /** Levenshtein's distance of the first 64 characters. */
  static int distance(String left, String right) {
    String a = left.length() > LONGEST ? left.substring(0, LONGEST) : left;
    String b = right.length() > LONGEST ? right.substring(0, LONGEST) : right;
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
