package org.mentoring.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Renderer;
import org.mentoring.decision.StepProgress;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.text.Audience;

/** Decisions for other programs: as JSON, and as a table with one row a finding. */
final class DecisionExport {
  private static final List<String> HEADER =
      List.of(
          "participant",
          "practice",
          "position",
          "verdict",
          "requirement",
          "code",
          "source",
          "effect",
          "found",
          "next");

  private final ProgrammeRun run;
  private final Audience audience;

  DecisionExport(ProgrammeRun run, Audience audience) {
    this.run = run;
    this.audience = audience;
  }

  /** One row a finding; one row without finding for who has none. */
  String csv(List<ProgrammeRun.Decided> all) {
    List<List<String>> rows = new ArrayList<>();
    Renderer renderer = run.renderer(audience);
    for (ProgrammeRun.Decided decided : all) {
      for (Decision decision : decided.decisions()) {
        List<String> begin =
            List.of(
                decision.question().participant().value(),
                decided.practice().id(),
                decided.position().name(),
                decision.verdict().name());
        List<Renderer.Line> lines = renderer.lines(decision);
        if (lines.isEmpty()) {
          rows.add(row(begin, List.of("", "", "", "", "", "")));
        }
        for (Renderer.Line line : lines) {
          rows.add(
              row(
                  begin,
                  List.of(
                      line.finding().requirement(),
                      line.finding().code(),
                      line.finding().citation().source(),
                      line.finding().effect().name(),
                      line.found(),
                      line.remedy().orElse(""))));
        }
      }
    }
    return CsvText.of(HEADER, rows);
  }

  private static List<String> row(List<String> begin, List<String> end) {
    List<String> row = new ArrayList<>(begin);
    row.addAll(end);
    return row;
  }

  /** Everything: the basis, the counts, the decisions and who was left out. */
  String json(List<ProgrammeRun.Decided> all) {
    Map<String, Object> document = basis(run);
    document.put("people", people());
    document.put("counts", all.stream().map(DecisionExport::counts).toList());
    Renderer renderer = run.renderer(audience);
    List<Object> decisions = new ArrayList<>();
    for (ProgrammeRun.Decided decided : all) {
      decided.decisions().forEach(decision -> decisions.add(decision(decided, decision, renderer)));
    }
    document.put("decisions", decisions);
    document.put("problems", run.problems());
    return JsonText.of(document);
  }

  /** The verdicts in figures, for a public page. */
  static Map<String, Object> publicCounts(ProgrammeRun run, List<ProgrammeRun.Decided> all) {
    int least = run.definition().privacy().smallestGroup();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("programme", run.definition().id());
    document.put("version", run.definition().version().toString());
    document.put("asOf", run.asOf().toString());
    document.put("smallestGroup", least);
    List<Object> counts = new ArrayList<>();
    for (ProgrammeRun.Decided decided : all) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("practice", decided.practice().id());
      told.put("position", decided.position().name());
      Summary.verdicts(decided.decisions())
          .forEach(
              (verdict, count) -> {
                if (count == 0 || count >= least) {
                  told.put(verdict.name(), count);
                }
              });
      counts.add(told);
    }
    document.put("counts", counts);
    return document;
  }

  static Map<String, Object> basis(ProgrammeRun run) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("programme", run.definition().id());
    document.put("version", run.definition().version().toString());
    document.put("definitionHash", run.definition().hash());
    document.put("ruleSetHash", run.mentoring().ruleSetHash());
    document.put("asOf", run.asOf().toString());
    return document;
  }

  private Map<String, Object> people() {
    Map<String, Object> people = new LinkedHashMap<>();
    people.put("read", run.read());
    people.put("taken", run.intake().registered());
    people.put("leftOut", run.leftOut());
    List<Object> duplicates = new ArrayList<>();
    for (Intake.Duplicate duplicate : run.intake().duplicates()) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("duplicate", duplicate.duplicate().value());
      told.put("kept", duplicate.kept().value());
      duplicates.add(told);
    }
    people.put("duplicates", duplicates);
    people.put(
        "withoutPosition", run.withoutPosition().stream().map(ParticipantId::value).toList());
    return people;
  }

  private static Map<String, Object> counts(ProgrammeRun.Decided decided) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("practice", decided.practice().id());
    counts.put("position", decided.position().name());
    Map<Verdict, Integer> verdicts = Summary.verdicts(decided.decisions());
    verdicts.forEach((verdict, count) -> counts.put(verdict.name(), count));
    return counts;
  }

  private static Map<String, Object> decision(
      ProgrammeRun.Decided decided, Decision decision, Renderer renderer) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("participant", decision.question().participant().value());
    told.put("practice", decided.practice().id());
    told.put("position", decided.position().name());
    told.put("verdict", decision.verdict().name());
    List<Object> findings = new ArrayList<>();
    for (Renderer.Line line : renderer.lines(decision)) {
      Map<String, Object> finding = new LinkedHashMap<>();
      finding.put("requirement", line.finding().requirement());
      finding.put("code", line.finding().code());
      finding.put("source", line.finding().citation().source());
      finding.put("effect", line.finding().effect().name());
      finding.put("found", line.found());
      line.remedy().ifPresent(next -> finding.put("next", next));
      finding.put("facts", line.finding().facts().stream().map(FactId::value).toList());
      findings.add(finding);
    }
    told.put("findings", findings);
    Map<String, Object> path = new LinkedHashMap<>();
    for (StepProgress step : decision.path()) {
      path.put(step.step(), step.state().name());
    }
    told.put("path", path);
    return told;
  }
}
