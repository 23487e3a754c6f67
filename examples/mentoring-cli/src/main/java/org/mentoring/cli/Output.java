package org.mentoring.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.text.Value;

/**
 * Writes results to files, in UTF-8: each whole or not at all, and never over the file of a store.
 */
final class Output {
  private Output() {}

  /** Writes what a file is to hold. */
  interface Content<T> {
    T into(OutputStream out) throws IOException;
  }

  /** Writes a file, or to the terminal where none is named. */
  static void write(String text, @Nullable String file, PrintWriter out) {
    if (file == null) {
      out.print(text);
      return;
    }
    try {
      Path path = target(file);
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw unwritable(file);
    }
    write(
        file,
        stream -> {
          stream.write(text.getBytes(StandardCharsets.UTF_8));
          return file;
        });
  }

  /**
   * Writes a file. Until all of it is written, what was there before stays.
   *
   * @throws Failure if it cannot be written, or is that of a store
   */
  static <T> T write(String file, Content<T> content) {
    try {
      Path path = target(file);
      // A device or a pipe is no file that another could take the place of.
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
          return content.into(out);
        }
      }
      return whole(path, content);
    } catch (IOException e) {
      throw unwritable(file);
    }
  }

  private static <T> T whole(Path path, Content<T> content) throws IOException {
    Path absolute = path.toAbsolutePath();
    Path part = Files.createTempFile(absolute.getParent(), absolute.getFileName() + ".", ".part");
    try {
      T written;
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
        written = content.into(out);
        out.flush();
        channel.force(true);
      }
      move(part, absolute);
      return written;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Writes files into a folder that is made if need be; files of the same names are replaced. */
  static void write(Map<String, String> files, String folder) {
    Path path = path(folder);
    try {
      Files.createDirectories(path);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(path.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw unwritable(folder);
    }
  }

  /** What is really written to. */
  private static Path target(String named) throws IOException {
    Path path = path(named);
    Path real = Files.exists(path) ? path.toRealPath() : path;
    if (String.valueOf(real.getFileName()).toLowerCase(Locale.ROOT).endsWith(OpenStore.ENDING)) {
      throw Failure.output("error.output-store", Map.of("file", Value.of(named)));
    }
    return real;
  }

  private static Path path(String named) {
    try {
      return Path.of(named);
    } catch (InvalidPathException e) {
      throw unwritable(named);
    }
  }

  private static Failure unwritable(String named) {
    return Failure.output("error.output", Map.of("file", Value.of(named)));
  }
}
