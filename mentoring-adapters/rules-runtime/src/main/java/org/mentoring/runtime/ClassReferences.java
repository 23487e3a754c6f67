package org.mentoring.runtime;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a compiled class names, read from its constant pool. */
final class ClassReferences {
  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;

  private ClassReferences() {}

  /** One entry of the pool: up to two indices, or a text. */
  private record Entry(int tag, int first, int second, String text) {}

  /**
   * What own rules may not use, as {@code java.lang.System} or {@code java.time.LocalDate.now}.
   *
   * @param own the package of the rules
   */
  static SortedSet<String> notAllowed(byte[] classFile, String own) {
    SortedSet<String> found = new TreeSet<>();
    List<Entry> pool = pool(classFile);
    for (Entry entry : pool) {
      if (entry.tag == CLASS) {
        String name = className(pool.get(entry.first).text);
        if (!name.isEmpty() && !Allowed.mayName(name, own)) {
          found.add(name);
        }
      } else if (entry.tag == METHOD || entry.tag == INTERFACE_METHOD || entry.tag == FIELD) {
        String owner = className(pool.get(pool.get(entry.first).first).text);
        String member = pool.get(pool.get(entry.second).first).text;
        if (!owner.isEmpty()
            && (!Allowed.mayName(owner, own)
                || (entry.tag != FIELD && !Allowed.mayCall(owner, member)))) {
          found.add(owner + "." + member);
        }
      }
    }
    return found;
  }

  /** The class itself, or what an array holds; empty for numbers. */
  private static String className(String internal) {
    String name = internal.replace('/', '.');
    int depth = 0;
    while (depth < name.length() && name.charAt(depth) == '[') {
      depth++;
    }
    if (depth == 0) {
      return name;
    }
    return name.charAt(depth) == 'L' ? name.substring(depth + 1, name.length() - 1) : "";
  }

  private static List<Entry> pool(byte[] classFile) {
    Entry none = new Entry(0, 0, 0, "");
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
      in.skipNBytes(8);
      int count = in.readUnsignedShort();
      List<Entry> pool = new ArrayList<>(count);
      pool.add(none);
      while (pool.size() < count) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case UTF8 -> pool.add(new Entry(tag, 0, 0, in.readUTF()));
          case CLASS -> pool.add(new Entry(tag, in.readUnsignedShort(), 0, ""));
          case FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE ->
              pool.add(new Entry(tag, in.readUnsignedShort(), in.readUnsignedShort(), ""));
          // Numbers of eight bytes take two places.
          case 5, 6 -> {
            in.skipNBytes(8);
            pool.add(none);
            pool.add(none);
          }
          // Strings, method types, modules and packages.
          case 8, 16, 19, 20 -> {
            in.skipNBytes(2);
            pool.add(none);
          }
          case 15 -> {
            in.skipNBytes(3);
            pool.add(none);
          }
          case 3, 4, 17, 18 -> {
            in.skipNBytes(4);
            pool.add(none);
          }
          default -> throw new IllegalStateException("a class file with an entry of kind " + tag);
        }
      }
      return pool;
    } catch (IOException e) {
      throw new UncheckedIOException("a class file that ends early", e);
    }
  }
}
