package org.mentoring.mutation;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The bytes of a class that is another one under a name of its own. */
final class Subclass {
  private static final int JAVA_17 = 61;
  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int METHOD = 10;
  private static final int NAME_AND_TYPE = 12;
  private static final int PUBLIC = 1;
  private static final int PUBLIC_SUPER = 0x21;

  private Subclass() {}

  /**
   * Makes it.
   *
   * @param of a public class with a public constructor without parameters
   */
  static byte[] of(Class<?> of, String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(0xCAFEBABE);
      out.writeInt(JAVA_17);
      constants(out, of.getName().replace('.', '/'), name.replace('.', '/'));
      shorts(out, PUBLIC_SUPER, 2, 4, 0, 0);
      constructor(out);
      shorts(out, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void constants(DataOutputStream out, String of, String name) throws IOException {
    shorts(out, 10);
    text(out, name);
    out.writeByte(CLASS);
    shorts(out, 1);
    text(out, of);
    out.writeByte(CLASS);
    shorts(out, 3);
    text(out, "<init>");
    text(out, "()V");
    out.writeByte(NAME_AND_TYPE);
    shorts(out, 5, 6);
    out.writeByte(METHOD);
    shorts(out, 4, 7);
    text(out, "Code");
  }

  /** Calls the constructor of the other one, and no more. */
  private static void constructor(DataOutputStream out) throws IOException {
    shorts(out, 1, PUBLIC, 5, 6, 1, 9);
    byte[] code = {0x2a, (byte) 0xb7, 0, 8, (byte) 0xb1};
    out.writeInt(12 + code.length);
    shorts(out, 1, 1);
    out.writeInt(code.length);
    out.write(code);
    shorts(out, 0, 0);
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    out.writeByte(UTF8);
    out.writeUTF(text);
  }

  private static void shorts(DataOutputStream out, int... values) throws IOException {
    for (int value : values) {
      out.writeShort(value);
    }
  }
}
