package org.mentoring.validation.people;

import java.util.List;
import org.mentoring.failure.InvalidInput;
import org.mentoring.failure.Problem;

/**
 * What came of reading a source of people: those who can be taken, and everything that is wrong
 * with the others. One broken row never keeps the good ones out. Immutable and thread-safe.
 *
 * @param accepted in the order of the source
 * @param problems by place; those without a line concern the whole source
 * @param read how many people the source holds, accepted or not
 */
public record PeopleImport(List<ParticipantInput> accepted, List<Problem> problems, int read) {
  /** Sorts the problems and copies. */
  public PeopleImport {
    accepted = List.copyOf(accepted);
    problems = problems.stream().sorted().distinct().toList();
  }

  /** Nothing could be read. */
  public static PeopleImport failed(List<Problem> problems) {
    return new PeopleImport(List.of(), problems, 0);
  }

  /** How many people were left out. */
  public int refused() {
    return read - accepted.size();
  }

  /**
   * The people, for callers who take all or nothing.
   *
   * @throws InvalidInput if there is any problem
   */
  public List<ParticipantInput> orElseThrow() {
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
    return accepted;
  }

  /** Redacted: the numbers alone. */
  @Override
  public String toString() {
    return "PeopleImport[read="
        + read
        + ", accepted="
        + accepted.size()
        + ", problems="
        + problems.size()
        + "]";
  }
}
