package org.mentoring.programme;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.time.Validity;

/** What the dates of the phases leave no room for. */
final class PhaseFlaws {
  private static final Code MATCHING = Code.of("MATCHING");
  private static final Code MEETING = Code.of("MEETING");

  private final ProgrammeDefinition definition;
  private final List<Phase> phases;
  private final List<Flaw> found = new ArrayList<>();

  PhaseFlaws(ProgrammeDefinition definition) {
    this.definition = definition;
    phases = definition.phases();
  }

  List<Flaw> all() {
    if (!phases.isEmpty()) {
      gaps();
      definition.practices().stream()
          .filter(practice -> practice.matching() != null || practice.mentorship() != null)
          .forEach(this::practice);
      end(phases).ifPresent(this::centre);
    }
    return found;
  }

  private void note(String code, String path, Citation citation, Map<String, String> witness) {
    found.add(new Flaw(code, path, null, new TreeMap<>(witness), citation));
  }

  private void gaps() {
    for (Validity gap : Phase.gaps(phases)) {
      LocalDate until = gap.until();
      if (until != null) {
        String next =
            phases.stream()
                .filter(phase -> phase.when().from().equals(until))
                .map(Phase::id)
                .findFirst()
                .orElseThrow();
        note(
            "flaw.phase-gap",
            "phase:" + next,
            phases.get(0).citation(),
            Map.of(
                "from", gap.from().toString(),
                "until", until.minusDays(1).toString(),
                "phase", next));
      }
    }
  }

  private List<Phase> allowing(Code what) {
    return phases.stream().filter(phase -> phase.allows().contains(what)).toList();
  }

  private static LocalDate first(Collection<Phase> some) {
    return some.stream()
        .map(phase -> phase.when().from())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** The day after the last; nothing if one of them has no end. */
  static Optional<LocalDate> end(Collection<Phase> some) {
    return some.stream().anyMatch(phase -> phase.when().until() == null)
        ? Optional.empty()
        : some.stream()
            .map(phase -> Optional.ofNullable(phase.when().until()))
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder());
  }

  private static String told(Collection<Phase> some) {
    return some.stream().map(Phase::id).collect(Collectors.joining(", "));
  }

  private void practice(Practice practice) {
    String at = "practice:" + practice.id();
    List<Phase> matching = allowing(MATCHING);
    if (matching.isEmpty()) {
      note("flaw.no-matching", at, practice.citation(), Map.of("phases", told(phases)));
      return;
    }
    LocalDate assigned = first(matching);
    List<Phase> meeting = allowing(MEETING);
    Optional<LocalDate> lastMeeting = meeting.isEmpty() ? Optional.empty() : end(meeting);
    if (lastMeeting.isPresent() && !lastMeeting.get().isAfter(assigned)) {
      note(
          "flaw.never-begins",
          at,
          practice.citation(),
          Map.of(
              "matching", told(matching),
              "assigned", assigned.toString(),
              "meeting", told(meeting),
              "until", lastMeeting.get().minusDays(1).toString()));
      return;
    }
    LocalDate started =
        meeting.isEmpty()
            ? assigned
            : meeting.stream()
                .filter(phase -> isAfter(phase.when().until(), assigned))
                .map(phase -> later(phase.when().from(), assigned))
                .min(Comparator.naturalOrder())
                .orElse(assigned);
    end(phases).ifPresent(end -> due(at, practice, assigned, started, end));
    completion(at, practice, assigned);
  }

  private static boolean isAfter(@Nullable LocalDate until, LocalDate day) {
    return until == null || until.isAfter(day);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private void due(
      String at, Practice practice, LocalDate assigned, LocalDate started, LocalDate end) {
    int number = 0;
    for (Cadence cadence : practice.cadences()) {
      number++;
      LocalDate from = cadence.from() == Cadence.From.ASSIGNMENT ? assigned : started;
      Period after = cadence.after();
      LocalDate counted = after == null ? from : from.plus(after);
      boolean late = counted.plus(cadence.every()).isAfter(end);
      boolean never = !counted.isBefore(end);
      if (never || (late && cadence.timing() != Cadence.Timing.AHEAD)) {
        note(
            never || !cadence.calendar() ? "flaw.cadence-beyond" : "undecided.cadence-beyond",
            at + "/cadence:" + cadence.due() + "#" + number,
            cadence.citation(),
            Map.of(
                "due", cadence.due().value(),
                "every", cadence.every().toString(),
                "from", counted.toString(),
                "end", end.minusDays(1).toString()));
      }
    }
    silences(at, practice, started, end);
    CompletionTerms completion = practice.completion();
    if (completion != null) {
      Period atLeast = completion.atLeast();
      if (atLeast != null && started.plus(atLeast).isAfter(end)) {
        note(
            "flaw.length-beyond",
            at + "/completion",
            completion.citationOf(CompletionTerms.item(CompletionTerms.LENGTH, null)),
            Map.of(
                "length", atLeast.toString(),
                "from", started.toString(),
                "end", end.minusDays(1).toString()));
      }
    }
  }

  /**
   * The start counts as news of everybody, and a silence is told on the day after it has lasted.
   */
  private void silences(String at, Practice practice, LocalDate started, LocalDate end) {
    MentorshipTerms terms = practice.mentorship();
    if (terms == null) {
      return;
    }
    for (MentorshipTerms.Silence silence : terms.silences()) {
      if (!started.plus(silence.longerThan()).isBefore(end.minusDays(1))) {
        note(
            "flaw.silence-beyond",
            at + "/silence:" + silence.party(),
            silence.citation(),
            Map.of(
                "party", silence.party().value(),
                "longer", silence.longerThan().toString(),
                "from", started.toString(),
                "end", end.minusDays(1).toString()));
      }
    }
  }

  /** A centre may have been one before the first phase, and owe things since. */
  private void centre(LocalDate end) {
    CentreTerms centre = definition.centre();
    if (centre == null) {
      return;
    }
    LocalDate from = first(phases);
    int number = 0;
    for (Cadence cadence : centre.cadences()) {
      number++;
      Period after = cadence.after();
      LocalDate counted = after == null ? from : from.plus(after);
      boolean ahead = cadence.timing() == Cadence.Timing.AHEAD && counted.isBefore(end);
      if (!ahead && counted.plus(cadence.every()).isAfter(end)) {
        note(
            "undecided.centre-beyond",
            "centre/cadence:" + cadence.due() + "#" + number,
            cadence.citation(),
            Map.of(
                "due", cadence.due().value(),
                "every", cadence.every().toString(),
                "from", counted.toString(),
                "end", end.minusDays(1).toString()));
      }
    }
  }

  /** What a completion asks for is recorded of the days of its phases alone. */
  private void completion(String at, Practice practice, LocalDate assigned) {
    CompletionTerms completion = practice.completion();
    if (completion == null) {
      return;
    }
    List<Code> asked = new ArrayList<>(completion.requires());
    if (!completion.jointBy().isEmpty()) {
      asked.add(CompletionTerms.SUMMING_UP);
    }
    if (!completion.exitInterviews().isEmpty()) {
      asked.add(CompletionTerms.EXIT_INTERVIEW);
    }
    for (Code kind : asked) {
      boolean ofMentorships =
          definition
              .activity(kind)
              .filter(terms -> terms.about() == ActivityTerms.About.MENTORSHIP)
              .isPresent();
      List<Phase> allowing = allowing(kind);
      Optional<LocalDate> end = allowing.isEmpty() ? Optional.empty() : end(allowing);
      if (ofMentorships && end.isPresent() && !end.get().isAfter(assigned)) {
        note(
            isWaivable(completion, kind) ? "undecided.completion-over" : "flaw.completion-over",
            at + "/completion",
            completion.citationOf(CompletionTerms.item(kind, null)),
            Map.of(
                "what", kind.value(),
                "phases", told(allowing),
                "until", end.get().minusDays(1).toString(),
                "assigned", assigned.toString()));
      }
    }
  }

  /** Whether all that is asked of a kind may be waived, the part of each party too. */
  private boolean isWaivable(CompletionTerms completion, Code kind) {
    WaiverTerms waivers = definition.waivers();
    boolean whole = waivers != null && waivers.mayBeWaived(kind.value());
    if (waivers == null || !whole || completion.requires().contains(kind)) {
      return whole;
    }
    return (kind.equals(CompletionTerms.SUMMING_UP)
            ? completion.jointBy()
            : completion.exitInterviews())
        .stream()
            .allMatch(
                party ->
                    waivers.mayBeWaived(party.value())
                        && waivers.mayBeWaived(CompletionTerms.item(kind, party)));
  }
}
