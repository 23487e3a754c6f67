package org.mentoring.json.lines;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoring.failure.Invariants;

/**
 * What an export or an import has seen of a file. Two that are equal saw the same programme.
 *
 * @param programme the definition's id
 * @param version the definition's version
 * @param definitionHash the definition's hash
 * @param lines how many there are before the last, the head among them
 * @param sha256 the digest of those lines, 64 hexadecimal digits
 * @param counts how many records there are of each kind, by the kind's name in the file
 */
public record ProgrammeFile(
    String programme,
    String version,
    String definitionHash,
    long lines,
    String sha256,
    SortedMap<String, Long> counts) {
  /** Copies. */
  public ProgrammeFile {
    Invariants.present("ProgrammeFile", programme, version, definitionHash, sha256);
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }
}
