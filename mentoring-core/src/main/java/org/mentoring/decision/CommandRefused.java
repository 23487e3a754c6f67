package org.mentoring.decision;

import java.util.Map;
import java.util.stream.Collectors;
import org.mentoring.failure.MentoringException;

/** Thrown by {@link Outcome#orElseThrow()} alone, for callers to whom a refusal is a bug. */
public final class CommandRefused extends MentoringException {
  private static final long serialVersionUID = 1L;

  private final transient Decision decision;

  CommandRefused(Decision decision) {
    super(
        "command.refused",
        Map.of(
            "matter", decision.question().matter().value(),
            "participant", decision.question().participant().value(),
            "findings",
                decision.findings().stream().map(Finding::code).collect(Collectors.joining(","))),
        "Ask the outcome for its refusal and render the findings.");
    this.decision = decision;
  }

  /** The refusal with all findings. */
  public Decision decision() {
    return decision;
  }
}
