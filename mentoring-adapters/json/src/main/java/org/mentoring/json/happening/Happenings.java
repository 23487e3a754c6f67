package org.mentoring.json.happening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mentoring.programme.ProgrammeDefinition;

/**
 * A file of dated happenings, read and checked: a programme and what happens in it, in the order in
 * which it becomes known. Immutable and thread-safe.
 */
public final class Happenings {
  private final String source;
  private final ProgrammeDefinition definition;
  private final List<Happening> inOrder;

  Happenings(String source, ProgrammeDefinition definition, List<Happening> inOrder) {
    this.source = source;
    this.definition = definition;
    this.inOrder = List.copyOf(inOrder);
  }

  /** The name of the file, without its folders. */
  public String source() {
    return source;
  }

  /** The programme in which it happens. */
  public ProgrammeDefinition definition() {
    return definition;
  }

  /**
   * The same happenings in another programme: what would have come of them. A practice that the
   * other one lacks is refused when it is played.
   */
  public Happenings under(ProgrammeDefinition other) {
    return new Happenings(source, other, inOrder);
  }

  /** All that happens, in the order in which it becomes known; the people's facts among them. */
  public List<Happening> inOrder() {
    return inOrder;
  }

  /** The last day on which something becomes known; empty if nothing happens. */
  public Optional<LocalDate> lastDay() {
    return inOrder.isEmpty()
        ? Optional.empty()
        : Optional.of(inOrder.get(inOrder.size() - 1).known());
  }

  /** Redacted: the source and how much happens. */
  @Override
  public String toString() {
    return "Happenings[" + source + ", " + inOrder.size() + "]";
  }
}
