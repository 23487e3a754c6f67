package org.mentoring.rules.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the DRL files define, read without Drools so that its own omissions are seen. */
final class DrlSources {

  private static final Path FOLDER = Path.of("src/main/resources");
  private static final Pattern COMMENT =
      Pattern.compile("(?s:/\\*.*?\\*/)|(?m:^[ \\t]*(?://|#).*$)");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)");
  private static final Pattern RULE =
      Pattern.compile("(?m)^\\s*rule\\s+(?:\"([^\"]+)\"|'([^']+)'|([\\w.-]+))");

  private DrlSources() {}

  /** Package and name of every rule in every file, sorted. */
  static List<String> ruleNames() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".drl"))
          .flatMap(file -> ruleNames(read(file)).stream())
          .sorted()
          .toList();
    }
  }

  static List<String> ruleNames(String drl) {
    String source = COMMENT.matcher(drl).replaceAll("");
    String inPackage =
        PACKAGE.matcher(source).results().map(found -> found.group(1)).findFirst().orElseThrow();
    return RULE.matcher(source)
        .results()
        .map(
            found ->
                Stream.of(found.group(1), found.group(2), found.group(3))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow())
        .map(name -> inPackage + ": " + name)
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
