package org.mentoring.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.mentoring.text.Value;

/** Writes results to files, in UTF-8. */
final class Output {
  private Output() {}

  /** Writes a file, or to the terminal where none is named. */
  static void write(String text, @org.jspecify.annotations.Nullable String file, PrintWriter out) {
    if (file == null) {
      out.print(text);
      return;
    }
    Path path = path(file);
    try {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(path, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unwritable(file);
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
