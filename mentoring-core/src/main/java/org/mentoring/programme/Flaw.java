package org.mentoring.programme;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Citation;
import org.mentoring.text.Messages;
import org.mentoring.text.Value;

/**
 * Something in a valid definition that cannot be meant: nobody can meet it, nothing can reach it,
 * or it never matters. Found by {@link DeepCheck}. Immutable and thread-safe.
 *
 * @param code as {@code flaw.ages-apart}, or {@code undecided.trait-values} for what the check
 *     cannot decide; the message's key is {@code problem.<code>}
 * @param path the part, by its ids, as {@code practice:adolescents/requirement:mentor-age}
 * @param day the first day of those on which it is so, where the rules of packs make that differ;
 *     null: it is so on every day
 * @param witness what shows it: the names and bounds that the sentence tells, by their names
 * @param citation where the part comes from
 */
public record Flaw(
    String code,
    String path,
    @Nullable LocalDate day,
    SortedMap<String, String> witness,
    Citation citation)
    implements Comparable<Flaw> {
  private static final String UNDECIDED = "undecided.";

  /** Sorts and copies. */
  public Flaw {
    witness = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) witness));
  }

  /** Whether the check could not decide it: it may be well meant. */
  public boolean isUndecided() {
    return code.startsWith(UNDECIDED);
  }

  Flaw on(@Nullable LocalDate first) {
    return new Flaw(code, path, first, witness, citation);
  }

  /** The sentence for people. */
  public String text(Messages messages) {
    SortedMap<String, Value> values = new TreeMap<>();
    witness.forEach((name, value) -> values.put(name, Value.of(value)));
    values.put("cite", Value.of(citation.source()));
    return messages.render("problem." + code, values);
  }

  /** By path, code and witness. */
  @Override
  public int compareTo(Flaw other) {
    int order = path.compareTo(other.path);
    if (order == 0) {
      order = code.compareTo(other.code);
    }
    return order != 0 ? order : witness.toString().compareTo(other.witness.toString());
  }
}
