package org.mentoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a README that a test compares with what the library does, between two marks. */
record ReadmeBlock(Path readme, String name) {
  private String begin() {
    return "<!-- " + name + " -->\n";
  }

  private String end() {
    return "<!-- end of " + name + " -->";
  }

  String text() throws IOException {
    String all = Files.readString(readme);
    return all.substring(all.indexOf(begin()) + begin().length(), all.indexOf(end()));
  }

  /** Renews the README where the run is given -Drights.write=true. */
  void writeIfAsked(String text) throws IOException {
    if (Boolean.getBoolean("rights.write")) {
      String all = Files.readString(readme);
      Files.writeString(
          readme,
          all.substring(0, all.indexOf(begin()) + begin().length())
              + text
              + all.substring(all.indexOf(end())));
    }
  }
}
