package org.mentoring.decision;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.VocabularyTerm;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.text.LocalizedText;
import org.mentoring.text.Messages;
import org.mentoring.text.Value;

/**
 * Tells decisions to people: in Russian or English, for an audience. What the audience may not read
 * is left out here. Immutable and thread-safe.
 */
public final class Renderer {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

  /**
   * Findings that tell that an incident is open. Parties hear only that the centre has to decide:
   * who may not read an incident, as a mentor whom it names, must not learn of it so.
   */
  private static final Set<String> OF_INCIDENTS =
      Set.of(
          "completion.incident-open",
          "risk.incident-open",
          "risk.incident-overdue",
          "risk.incident-step-overdue",
          "risk.incident-demand-open",
          "mentorship.incident-open",
          "mentorship.ending-incident-open",
          "mentorship.party-in-incident",
          "command.activity-paused-pair",
          "command.activity-mentor-in-incident");

  private static final Pattern ITEM = Pattern.compile("[A-Z][A-Z0-9_]*\\.[A-Z][A-Z0-9_]*");

  private final Messages messages;
  private final Audience audience;
  private final Map<String, LocalizedText> titles = new TreeMap<>();

  private Renderer(ProgrammeDefinition definition, Messages messages, Audience audience) {
    this.messages = messages;
    this.audience = audience;
    for (VocabularyTerm term : definition.words()) {
      titles.put(term.code().value(), term.title());
    }
    for (Practice practice : definition.practices()) {
      practice.parties().forEach(party -> party.requirements().forEach(this::title));
      MentorshipTerms mentorship = practice.mentorship();
      if (mentorship != null) {
        mentorship.path().forEach(step -> titles.putIfAbsent(step.id(), step.title()));
        mentorship.ladder().forEach(rung -> titles.putIfAbsent(rung.id(), rung.title()));
      }
    }
    CanonicalForm.visit(definition.packs(), Requirement.class, this::title);
    definition
        .activities()
        .forEach(terms -> titles.putIfAbsent(terms.kind().value(), terms.title()));
    CentreTerms centre = definition.centre();
    if (centre != null) {
      centre.requirements().forEach(this::title);
      centre.models().forEach(model -> titles.put(model.id(), model.title()));
    }
    for (IncidentProcedure procedure : definition.incidents()) {
      titles.putIfAbsent(procedure.id(), procedure.title());
      procedure.steps().forEach(step -> titles.putIfAbsent(step.id(), step.title()));
    }
  }

  /** A renderer for a definition's decisions. */
  public static Renderer of(ProgrammeDefinition definition, Language language, Audience audience) {
    return new Renderer(definition, Messages.of(language), audience);
  }

  /** A renderer with further texts, for findings of an embedder's own evaluators. */
  public static Renderer of(ProgrammeDefinition definition, Messages messages, Audience audience) {
    return new Renderer(definition, messages, audience);
  }

  /** The verdict of a decision as a word: what is complete is not called eligible. */
  public String verdict(Decision decision) {
    String key = "verdict." + decision.question().matter() + "." + decision.verdict();
    return messages.find(key, Map.of()).orElseGet(() -> verdict(decision.verdict()));
  }

  private void title(Requirement requirement) {
    if (requirement instanceof Requirement.AttestationGiven attestation) {
      titles.put(requirement.id(), attestation.title());
      titles.putIfAbsent(attestation.code().value(), attestation.title());
    } else if (requirement instanceof Requirement.Order order) {
      titles.put(requirement.id(), order.title());
    } else if (requirement instanceof Requirement.Extension extension) {
      titles.put(requirement.id(), extension.title());
    }
  }

  /** The verdict as a word. */
  public String verdict(Verdict verdict) {
    return messages.render("code." + verdict.name());
  }

  /** The findings that the audience may read, the weightiest first; none for the public. */
  public List<Line> lines(Decision decision) {
    if (audience == Audience.PUBLIC) {
      return List.of();
    }
    return lines(decision.findings());
  }

  /** The same for findings that stand alone; none for the public. */
  public List<Line> lines(Collection<Finding> findings) {
    return audience == Audience.PUBLIC
        ? List.of()
        : findings.stream().map(this::told).distinct().map(this::line).toList();
  }

  /**
   * The whole decision as a text of several lines. For the public it is the verdict's word alone.
   */
  public String text(Decision decision) {
    StringBuilder out = new StringBuilder(verdict(decision));
    if (audience == Audience.PUBLIC) {
      return out.toString();
    }
    out.append("  ").append(decision.question().participant());
    List<Line> lines = lines(decision);
    for (Line line : lines) {
      out.append("\n  ").append(line.finding().code()).append("  ").append(line.found());
      out.append("  [").append(line.finding().citation()).append(']');
    }
    List<String> next = new ArrayList<>();
    lines.forEach(line -> line.remedy().ifPresent(next::add));
    if (!next.isEmpty()) {
      out.append('\n')
          .append(messages.render("code.NEXT"))
          .append(": ")
          .append(String.join("; ", next));
    }
    return out.toString();
  }

  /** For a party neither words nor codes tell an incident, nor how many there are. */
  private Finding told(Finding finding) {
    return audience == Audience.PARTY && OF_INCIDENTS.contains(finding.code())
        ? Finding.of("party.centre-decides", "centre", Citation.CHOICE, Effect.DELAYS)
        : finding;
  }

  private Line line(Finding finding) {
    Map<String, Value> values = values(finding);
    String found =
        messages
            .find("finding." + finding.code(), values)
            .orElseGet(() -> messages.render("code.UNNAMED_FINDING") + " " + finding.code());
    return new Line(readable(finding), found, messages.find("remedy." + finding.code(), values));
  }

  /** The finding without what the audience may not read, for those who pass it on as it is. */
  private Finding readable(Finding finding) {
    if (audience == Audience.COORDINATOR) {
      return finding;
    }
    SortedMap<String, Parameter> parameters = new TreeMap<>(finding.parameters());
    parameters.values().removeIf(parameter -> parameter.sensitivity() == Sensitivity.STAFF_ONLY);
    return new Finding(
        finding.code(),
        finding.requirement(),
        finding.citation(),
        finding.effect(),
        finding.facts(),
        parameters);
  }

  private Map<String, Value> values(Finding finding) {
    Map<String, Value> values = new TreeMap<>();
    values.put("requirement", Value.of(title(finding.requirement())));
    finding.parameters().forEach((name, parameter) -> values.put(name, value(parameter)));
    return values;
  }

  private Value value(Parameter parameter) {
    if (audience == Audience.PARTY && parameter.sensitivity() == Sensitivity.STAFF_ONLY) {
      return new Value(messages.render("code.WITHHELD"), 0L);
    }
    if (parameter instanceof Parameter.Count count) {
      return Value.of(count.value());
    }
    if (parameter instanceof Parameter.Minutes minutes) {
      return new Value(duration(minutes.value()), minutes.value());
    }
    if (parameter instanceof Parameter.Day day) {
      return Value.of(DAY.format(day.value()));
    }
    if (parameter instanceof Parameter.Codes codes) {
      return Value.of(
          codes.values().stream()
              .map(Code::value)
              .map(this::title)
              .collect(Collectors.joining(", ")));
    }
    String id = ((Parameter.TermId) parameter).value();
    return Value.of(messages.find("attribute." + id, Map.of()).orElseGet(() -> item(id)));
  }

  /** What a completion asks of one party is named by both. */
  private String item(String id) {
    int dot = id.indexOf('.');
    return ITEM.matcher(id).matches()
        ? title(id.substring(0, dot)) + " (" + title(id.substring(dot + 1)) + ")"
        : title(id);
  }

  private String duration(long minutes) {
    List<String> parts = new ArrayList<>();
    if (minutes >= 60) {
      parts.add(messages.render("code.HOURS", Map.of("n", Value.of(minutes / 60))));
    }
    if (minutes % 60 != 0 || minutes == 0) {
      parts.add(messages.render("code.MINUTES", Map.of("n", Value.of(minutes % 60))));
    }
    return String.join(" ", parts);
  }

  private String title(String code) {
    LocalizedText title = titles.get(code);
    return title == null ? messages.nameOf(code) : title.in(messages.language());
  }

  /**
   * A finding in words.
   *
   * @param finding what it tells, without the values that the audience may not read
   * @param found what was found
   * @param remedy what is missing to get to yes, where something can be done
   */
  public record Line(Finding finding, String found, Optional<String> remedy) {}
}
