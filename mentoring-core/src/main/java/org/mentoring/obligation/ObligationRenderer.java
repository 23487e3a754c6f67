package org.mentoring.obligation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoring.decision.Renderer;
import org.mentoring.identity.Code;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;
import org.mentoring.text.Value;

/**
 * Tells obligations to people as sentences, in Russian or English: what, by whom, until when, how
 * many days late. A sentence names no participant. Immutable and thread-safe.
 */
public final class ObligationRenderer {
  private final Renderer renderer;
  private final Messages messages;
  private final ProgrammeDefinition definition;

  private ObligationRenderer(ProgrammeDefinition definition, Language language, Audience audience) {
    this.definition = definition;
    this.messages = Messages.of(language);
    this.renderer = Renderer.of(definition, language, audience);
  }

  /** A renderer for what is due in a programme. */
  public static ObligationRenderer of(
      ProgrammeDefinition definition, Language language, Audience audience) {
    return new ObligationRenderer(definition, language, audience);
  }

  /**
   * A line for each obligation, in their order; none for the public.
   *
   * @param asOf the day that they were judged on
   */
  public List<Line> lines(Collection<Obligation> obligations, LocalDate asOf) {
    return obligations.stream().flatMap(each -> line(each, asOf).stream()).toList();
  }

  /** The line of one obligation; empty for the public. */
  public Optional<Line> line(Obligation obligation, LocalDate asOf) {
    return renderer.lines(List.of(obligation.finding(asOf))).stream()
        .findFirst()
        .map(line -> new Line(obligation, line.found() + party(obligation), line.remedy()));
  }

  private String party(Obligation obligation) {
    Code party = obligation.window().with();
    return party == null
        ? ""
        : " " + messages.render("obligation.party", Map.of("party", Value.of(title(party))));
  }

  private String title(Code code) {
    return definition.vocabulary().stream()
        .filter(term -> term.code().equals(code))
        .findFirst()
        .map(term -> term.title().in(messages.language()))
        .orElseGet(() -> messages.nameOf(code.value()));
  }

  /**
   * An obligation in words.
   *
   * @param obligation which
   * @param told a sentence
   * @param remedy what can still be done, where something can
   */
  public record Line(Obligation obligation, String told, Optional<String> remedy) {}
}
