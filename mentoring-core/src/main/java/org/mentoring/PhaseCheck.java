package org.mentoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.programme.Phase;
import org.mentoring.programme.ProgrammeDefinition;

/** Whether a dated phase of the programme allows an act on its day. */
final class PhaseCheck {
  /** Pairs are proposed and brought together. */
  static final Code MATCHING = Code.of("MATCHING");

  private static final Code MEETING = Code.of("MEETING");

  private final ProgrammeDefinition definition;

  PhaseCheck(ProgrammeDefinition definition) {
    this.definition = definition;
  }

  /** Pairs form only where a phase allows it; in a programme without phases always. */
  Optional<Finding> matching(String code, LocalDate on) {
    return definition.phases().isEmpty() ? Optional.empty() : closed(code, MATCHING, on);
  }

  /** Mentoring begins in a phase that allows meetings, where the definition has such. */
  Optional<Finding> beginning(LocalDate on) {
    return named("mentorship.phase-closed", MEETING, on);
  }

  /** A kind of activity that some phase names is recorded only of the days of such phases. */
  Optional<Finding> activity(Code kind, LocalDate on) {
    return named("command.activity-phase", kind, on);
  }

  private Optional<Finding> named(String code, Code what, LocalDate on) {
    return allowing(what).isEmpty() ? Optional.empty() : closed(code, what, on);
  }

  private Optional<Finding> closed(String code, Code what, LocalDate on) {
    List<Phase> allowing = allowing(what);
    if (allowing.stream().anyMatch(phase -> phase.when().contains(on))) {
      return Optional.empty();
    }
    Citation citation = allowing.isEmpty() ? Citation.CHOICE : allowing.get(0).citation();
    return Optional.of(
        Workplace.refusal(code, "phases", citation)
            .with("what", Parameter.code(what))
            .with("day", Parameter.day(on))
            .with("phases", Parameter.term(told(allowing))));
  }

  private List<Phase> allowing(Code what) {
    return definition.phases().stream().filter(phase -> phase.allows().contains(what)).toList();
  }

  /** Each with its first and its last day, which read the same in every language. */
  private static String told(List<Phase> phases) {
    return phases.isEmpty()
        ? "-"
        : phases.stream().map(PhaseCheck::told).collect(Collectors.joining(", "));
  }

  private static String told(Phase phase) {
    LocalDate until = phase.when().until();
    return phase.id()
        + " ("
        + phase.when().from()
        + "/"
        + (until == null ? ".." : until.minusDays(1).toString())
        + ")";
  }
}
