package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.h2.compress.CompressDeflate;
import org.h2.compress.CompressLZF;
import org.h2.compress.Compressor;
import org.h2.mvstore.DataUtils;

/**
 * The pages of an H2 file as they were before they were compressed: whoever has the file can do
 * this, and a search in the compressed bytes would find nothing at all. Also pages that nothing in
 * the file points at any more.
 */
final class H2Pages {
  private static final int BLOCK = 4_096;
  private static final int COMPRESSED = 2;
  private static final int COMPRESSED_HIGH = 4;

  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private int pages;

  private H2Pages() {}

  /** The content of all pages, one after the other. */
  static byte[] of(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    H2Pages found = new H2Pages();
    // The first two blocks tell where the newest chunk is.
    for (int at = 2 * BLOCK; at + BLOCK <= bytes.limit(); at += BLOCK) {
      found.chunk(bytes, at);
    }
    assertThat(found.pages).as("pages of the file").isPositive();
    return found.read.toByteArray();
  }

  /** A chunk begins with a line in hexadecimal figures, and its pages follow. */
  private void chunk(ByteBuffer bytes, int at) {
    String begin = new String(bytes.array(), at, BLOCK, StandardCharsets.ISO_8859_1);
    int end = begin.indexOf('\n');
    if (!begin.startsWith("chunk:") || end < 0) {
      return;
    }
    Map<String, String> header = DataUtils.parseMap(begin.substring(0, end).strip());
    int count = Integer.parseInt(header.getOrDefault("pages", "0"), 16);
    int position = at + end + 1;
    for (int i = 0; i < count; i++) {
      int length = bytes.getInt(position);
      // Of a chunk that nothing points at any more others may have taken the rest.
      if (length <= 0 || position + length > bytes.limit()) {
        return;
      }
      page(bytes.slice(position, length));
      position += length;
    }
  }

  private void page(ByteBuffer page) {
    page.getInt();
    page.getShort();
    DataUtils.readVarInt(page);
    DataUtils.readVarInt(page);
    int keys = DataUtils.readVarInt(page);
    int type = page.get();
    if ((type & DataUtils.PAGE_TYPE_NODE) != 0) {
      page.position(page.position() + (keys + 1) * Long.BYTES);
      for (int i = 0; i <= keys; i++) {
        DataUtils.readVarLong(page);
      }
    }
    pages++;
    boolean compressed = (type & COMPRESSED) != 0;
    int added = compressed ? DataUtils.readVarInt(page) : 0;
    byte[] content = new byte[page.remaining()];
    page.get(content);
    if (compressed) {
      byte[] expanded = new byte[content.length + added];
      Compressor compressor =
          (type & COMPRESSED_HIGH) != 0 ? new CompressDeflate() : new CompressLZF();
      compressor.expand(content, 0, content.length, expanded, 0, expanded.length);
      content = expanded;
    }
    read.writeBytes(content);
  }
}
