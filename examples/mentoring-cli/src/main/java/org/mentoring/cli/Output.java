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
import java.util.LinkedHashMap;
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

  private static <T> T whole(Path target, Content<T> content) throws IOException {
    Path part = beside(target);
    try {
      T written = filled(part, content);
      move(part, target);
      return written;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Path beside(Path target) throws IOException {
    Path absolute = target.toAbsolutePath();
    return Files.createTempFile(absolute.getParent(), absolute.getFileName() + ".", ".part");
  }

  private static <T> T filled(Path part, Content<T> content) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
      T written = content.into(out);
      out.flush();
      channel.force(true);
      return written;
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Writes files into a folder that is made if need be; files of the same names are replaced once
   * all of the new ones are whole.
   *
   * @throws Failure if one cannot be written; what was there before stays
   */
  static void write(Map<String, String> files, String folder) {
    Path path = path(folder);
    Map<Path, Path> targets = new LinkedHashMap<>();
    try {
      Files.createDirectories(path);
      try {
        for (Map.Entry<String, String> file : files.entrySet()) {
          Path target = target(path.resolve(file.getKey()).toString());
          if (Files.exists(target) && !Files.isRegularFile(target)) {
            // Found out while moving, it would leave the new beside the old.
            throw unwritable(target.toString());
          }
          Path part = beside(target);
          targets.put(part, target);
          filled(
              part,
              out -> {
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                return target;
              });
        }
        for (Map.Entry<Path, Path> each : targets.entrySet()) {
          move(each.getKey(), each.getValue());
        }
      } finally {
        for (Path part : targets.keySet()) {
          Files.deleteIfExists(part);
        }
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
