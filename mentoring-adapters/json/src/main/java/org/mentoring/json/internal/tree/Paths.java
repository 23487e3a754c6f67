package org.mentoring.json.internal.tree;

/** Paths inside a document, as {@code practices[0].parties[1].cite}. */
public final class Paths {
  private Paths() {}

  /** The path of a member. */
  public static String member(String parent, String key) {
    String safe = Faults.printable(key);
    return parent.isEmpty() ? safe : parent + "." + safe;
  }

  /** The path of an element. */
  public static String element(String parent, int index) {
    return parent + "[" + index + "]";
  }

  /** Whether the inner path is the outer one or lies in it. */
  public static boolean within(String outer, String inner) {
    return outer.isEmpty()
        || inner.equals(outer)
        || inner.startsWith(outer + ".")
        || inner.startsWith(outer + "[");
  }

  /** The path of what holds this, or null at the root. */
  public static String parent(String path) {
    int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return end < 0 ? "" : path.substring(0, end);
  }
}
