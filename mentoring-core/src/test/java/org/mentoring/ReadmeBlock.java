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

  /**
   * What the README tells; where the run is given -Drights.write=true it is renewed as well, so
   * that the run that changes it fails and the next one does not.
   */
  String renewed(String text) throws IOException {
    String all = Files.readString(readme);
    int from = all.indexOf(begin()) + begin().length();
    int until = all.indexOf(end());
    if (Boolean.getBoolean("rights.write")) {
      Files.writeString(readme, all.substring(0, from) + text + all.substring(until));
    }
    return all.substring(from, until);
  }
}
