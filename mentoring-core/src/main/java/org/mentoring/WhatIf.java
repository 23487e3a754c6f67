package org.mentoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Foreseen;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Renderer;
import org.mentoring.decision.Replayed;
import org.mentoring.decision.StepProgress;
import org.mentoring.decision.StoredDecision;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.Code;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Position;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Page;
import org.mentoring.spi.RequirementEvaluator;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;
import org.mentoring.text.Value;

/**
 * What a changed definition or changed rules would mean: who would be decided otherwise. It stores
 * nothing. Thread-safe.
 */
public final class WhatIf {
  private final Workplace workplace;
  private final KnownDefinitions definitions;
  private final ProgrammeDefinition changed;
  private final RulesProvider rules;
  private final List<RequirementEvaluator> evaluators;

  WhatIf(
      Workplace workplace,
      KnownDefinitions definitions,
      ProgrammeDefinition changed,
      RulesProvider rules,
      List<RequirementEvaluator> evaluators) {
    this.workplace = workplace;
    this.definitions = definitions;
    this.changed = changed;
    this.rules = rules;
    this.evaluators = evaluators;
    // A definition that these rules cannot answer is refused here and not at the first page.
    changed(new StoresThen(workplace.stores()));
  }

  /**
   * Both explanations of one decision.
   *
   * @param before as it is or was decided, several lines
   * @param after as it would be decided, several lines
   */
  public record Explained(String before, String after) {}

  /**
   * Compares for all who apply for a position or hold it: as they are decided now, and as they
   * would be. Those whom nothing changes for are counted alone.
   *
   * @param practice a practice of the definition that holds
   * @param asOf the day that is decided about, with what is known now
   * @param after participants up to this id are left out; null: from the beginning
   * @param most looks at so many participants at most, 1 to 1,000
   * @throws MentoringException {@code practice.unknown} or {@code position.unknown} if the
   *     definition that holds does not have them
   */
  public Foreseen.Some applicants(
      String practice, Position position, LocalDate asOf, @Nullable ParticipantId after, int most) {
    Arguments.given("practice", practice, "position", position, "asOf", asOf);
    Arguments.day(workplace.today(), "asOf", asOf);
    Invariants.range("most", most, 1, 1_000);
    return workplace
        .stores()
        .work()
        .read(() -> readApplicants(practice, position, asOf, after, most));
  }

  private Foreseen.Some readApplicants(
      String practice, Position position, LocalDate asOf, @Nullable ParticipantId after, int most) {
    Mentoring mentoring = workplace.mentoring();
    Practice held = mentoring.practice(practice);
    PartyTerms party = mentoring.party(held, position);
    Instant now = mentoring.nowOfAll();
    DecidedAgain again =
        new DecidedAgain(
            changed, rules, evaluators, workplace.stores(), Clock.fixed(now, ZoneOffset.UTC));
    Comparison comparison = new Comparison();
    Page<ParticipantId> page = workplace.stores().participants().ids(after, most);
    for (ParticipantId id : page.items()) {
      Optional<Dossier> seeker = mentoring.seeker(held, position, id, asOf, now);
      if (seeker.isPresent()) {
        comparison.compare(null, workplace.eligibility().decide(held, party, seeker.get()), again);
      }
    }
    return comparison.some(page.next());
  }

  /**
   * Compares for stored decisions, on what was known when each was made: as it was decided, and as
   * it would have been.
   *
   * @param after decisions up to this id are left out; null: from the beginning
   * @param most looks at so many decisions at most, 1 to 1,000
   */
  public Foreseen.Some stored(@Nullable DecisionId after, int most) {
    Invariants.range("most", most, 1, 1_000);
    return workplace.stores().work().read(() -> readStored(after, most));
  }

  private Foreseen.Some readStored(@Nullable DecisionId after, int most) {
    Stores stores = workplace.stores();
    StoresThen then = new StoresThen(stores);
    DecidedAgain again = changed(then);
    Comparison comparison = new Comparison();
    TolerantReading.Part<StoredDecision> page = DecisionRecords.part(stores, after, most);
    SortedMap<DecisionId, UnreadableRecords.Row> unreadable = new TreeMap<>();
    page.unreadable().forEach(row -> unreadable.put(DecisionId.of(row.id()), row));
    for (StoredDecision each : page.items()) {
      gone(comparison, unreadable.headMap(each.id()));
      try {
        compare(comparison, each, then, again);
      } catch (UnreadableRecords e) {
        comparison.gone(Replaying.unreadable(each.id(), e.rows().get(0)));
      }
    }
    gone(comparison, unreadable);
    return comparison.some(page.next());
  }

  private static void gone(
      Comparison comparison, SortedMap<DecisionId, UnreadableRecords.Row> unreadable) {
    unreadable.forEach((id, row) -> comparison.gone(Replaying.unreadable(id, row)));
    unreadable.clear();
  }

  private void compare(
      Comparison comparison, StoredDecision each, StoresThen then, DecidedAgain again) {
    Stores stores = workplace.stores();
    KeptEvidence.Found found = KeptEvidence.of(each, stores);
    KeptEvidence evidence = found.evidence();
    Replayed gone = evidence == null ? found.gone() : unknown(evidence);
    if (gone != null) {
      comparison.gone(gone);
    } else if (evidence != null) {
      then.when(evidence);
      comparison.compare(each.id(), evidence.content(), again);
    }
  }

  private @Nullable Replayed unknown(KeptEvidence evidence) {
    DecisionId id = evidence.stored().id();
    Decision content = evidence.content();
    if (!DecidedAgain.knows(evidence.stored().matter())) {
      return new Replayed.RulesNotAvailable(
          id, false, new TreeSet<>(List.of(evidence.stored().matter().value())), content.basis());
    }
    return Replaying.mentorshipGone(evidence, workplace.stores())
        ? new Replayed.Tampered(id, false, new TreeSet<>(), evidence.stored().subject())
        : null;
  }

  private DecidedAgain changed(StoresThen then) {
    return new DecidedAgain(changed, rules, evaluators, then.stores(), then);
  }

  /**
   * Explains both decisions to coordinators. Where both read alike, what differs is named as well:
   * the findings and steps of each that the other has not, with codes, sources, facts and values.
   */
  public Explained explain(Foreseen.Otherwise otherwise, Language language) {
    Arguments.given("otherwise", otherwise, "language", language);
    ProgrammeDefinition held =
        definitions
            .find(otherwise.before().basis().definitionHash())
            .orElseGet(workplace::definition);
    Decision before = otherwise.before();
    Decision after = otherwise.after();
    String told = Renderer.of(held, language, Audience.COORDINATOR).text(before);
    String then = Renderer.of(changed, language, Audience.COORDINATOR).text(after);
    return told.equals(then)
        ? new Explained(
            told + apart(before, after, language), then + apart(after, before, language))
        : new Explained(told, then);
  }

  /** What one decision has and the other has not, a line each. */
  private static String apart(Decision one, Decision other, Language language) {
    Messages messages = Messages.of(language);
    StringBuilder lines = new StringBuilder();
    for (Finding each : one.findings()) {
      if (!other.findings().contains(each)) {
        lines.append("\n  ").append(messages.render("foreseen.finding", detailed(each)));
      }
    }
    for (int i = 0; i < one.path().size(); i++) {
      StepProgress step = one.path().get(i);
      if (i >= other.path().size() || !other.path().get(i).equals(step)) {
        lines
            .append("\n  ")
            .append(
                messages.render(
                    "foreseen.step",
                    Map.of(
                        "number", Value.of(i + 1),
                        "step", Value.of(step.step()),
                        "state", Value.of(step.state().name()))));
      }
    }
    return lines.toString();
  }

  private static Map<String, Value> detailed(Finding finding) {
    List<String> values = new ArrayList<>();
    finding.parameters().forEach((name, value) -> values.add(name + "=" + plain(value)));
    return Map.of(
        "requirement", Value.of(finding.requirement()),
        "code", Value.of(finding.code()),
        "effect", Value.of(finding.effect().name()),
        "source", Value.of(finding.citation().source()),
        "facts", Value.of(joined(finding.facts().stream().map(FactId::value).toList())),
        "values", Value.of(joined(values)));
  }

  private static String joined(List<String> texts) {
    return texts.isEmpty() ? "-" : String.join(" ", texts);
  }

  private static String plain(Parameter parameter) {
    if (parameter instanceof Parameter.Count count) {
      return Long.toString(count.value());
    } else if (parameter instanceof Parameter.Minutes minutes) {
      return Duration.ofMinutes(minutes.value()).toString();
    } else if (parameter instanceof Parameter.Day day) {
      return day.value().toString();
    } else if (parameter instanceof Parameter.Codes codes) {
      return codes.values().stream().map(Code::value).collect(Collectors.joining(","));
    }
    return ((Parameter.TermId) parameter).value();
  }

  private static final class Comparison {
    private final List<Foreseen> items = new ArrayList<>();
    private Foreseen.Counts counts = Foreseen.Counts.none();

    void compare(@Nullable DecisionId stored, Decision before, DecidedAgain again) {
      Optional<DecidedAgain.Lacking> lacking = again.lacking(before.question());
      if (lacking.isPresent()) {
        add(
            new Foreseen.NotAsked(
                stored, before, lacking.get().practice(), lacking.get().position()));
        return;
      }
      Decision after = again.decide(before);
      if (after.verdict() == before.verdict()
          && after.findings().equals(before.findings())
          && after.path().equals(before.path())) {
        counts = counts.andSame();
      } else {
        add(new Foreseen.Otherwise(stored, before, after));
      }
    }

    void gone(Replayed why) {
      add(new Foreseen.NotComparable(why));
    }

    private void add(Foreseen item) {
      items.add(item);
      counts = counts.and(item);
    }

    Foreseen.Some some(@Nullable String next) {
      return new Foreseen.Some(items, counts, next);
    }
  }
}
