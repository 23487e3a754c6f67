package org.mentoring.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Renderer;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.Position;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.spi.RulesProvider;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.time.Validity;

/**
 * Says in a test what a definition asks: given these facts, expect these findings. For definitions
 * of one's own, and for packs that were laid over them ({@link ProgrammeDefinition#withPacks}):
 * what is in force on the day is asked, and nothing else of them.
 *
 * <pre>{@code
 * PartyVerifier mentors =
 *     PartyVerifier.of(rules, definition, "adolescents", Position.MENTOR, LocalDate.of(2021, 3, 1));
 * mentors.given(adult, trained, interviewed).finds("clearance.missing");
 * mentors.given(adult, trained, interviewed, cleared).isAdmitted();
 * }</pre>
 *
 * <p>Where it fails, the whole explanation is told in English. Immutable and as thread-safe as the
 * rules.
 */
public final class PartyVerifier {
  private final RulesProvider rules;
  private final ProgrammeDefinition definition;
  private final String practice;
  private final Position position;
  private final LocalDate day;
  private final List<Given> facts;

  /**
   * What is known.
   *
   * @param validity null for a year before the day on which it was given
   */
  private record Given(Fact fact, @Nullable Validity validity, LocalDate on) {
    Validity validity(LocalDate asked) {
      // On a day long before it was given, a birth must not be unknown.
      LocalDate earlier = asked.isBefore(on) ? asked : on;
      return validity == null ? Validity.from(earlier.minusYears(1)) : validity;
    }
  }

  private PartyVerifier(
      RulesProvider rules,
      ProgrammeDefinition definition,
      String practice,
      Position position,
      LocalDate day,
      List<Given> facts) {
    this.rules = rules;
    this.definition = definition;
    this.practice = practice;
    this.position = position;
    this.day = day;
    this.facts = List.copyOf(facts);
  }

  /**
   * About one position of one practice on one day, of somebody of whom nothing is known.
   *
   * @param rules that judge; closed by whoever opened them
   * @param practice the practice's id
   * @throws IllegalArgumentException if the definition has no such practice or position there
   */
  public static PartyVerifier of(
      RulesProvider rules,
      ProgrammeDefinition definition,
      String practice,
      Position position,
      LocalDate day) {
    PartyVerifier verifier =
        new PartyVerifier(rules, definition, practice, position, day, List.of());
    verifier.party(definition);
    return verifier;
  }

  /**
   * The same with further facts, which hold since a year before this day, or before an earlier one
   * that is asked about.
   */
  public PartyVerifier given(Fact... further) {
    List<Given> all = new ArrayList<>(facts);
    for (Fact each : further) {
      all.add(new Given(each, null, day));
    }
    return new PartyVerifier(rules, definition, practice, position, day, all);
  }

  /** The same with a further fact. */
  public PartyVerifier given(Fact further, Validity validity) {
    List<Given> all = new ArrayList<>(facts);
    all.add(new Given(further, validity, day));
    return new PartyVerifier(rules, definition, practice, position, day, all);
  }

  /**
   * The same on another day, by the rules that are in force then. What was given is known on that
   * day, and holds as long as was said: what was given with a validity may begin later.
   */
  public PartyVerifier on(LocalDate other) {
    return new PartyVerifier(rules, definition, practice, position, other, facts);
  }

  /** What the rules find. */
  public List<Finding> findings() {
    ProgrammeDefinition asked = definition.on(day);
    PartyTerms party = party(asked);
    Instant known = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    List<KnownFact> all = new ArrayList<>();
    for (Given each : facts) {
      FactId id = FactId.of(String.format(Locale.ROOT, "f-%02d", all.size() + 1));
      all.add(new KnownFact(id, each.fact(), each.validity(day), known));
    }
    Dossier dossier =
        new Dossier(ParticipantId.of("somebody"), party.kinds().first(), all, day, known);
    return rules
        .eligibility()
        .evaluate(new EligibilityCase(asked, practice(asked), party, dossier));
  }

  /**
   * Exactly these are found, whatever they do, each as often as it is named.
   *
   * @throws AssertionError if others are, or not all of them
   */
  public PartyVerifier finds(String... codes) {
    List<Finding> found = findings();
    List<String> expected = List.of(codes).stream().sorted().toList();
    if (!found.stream().map(Finding::code).sorted().toList().equals(expected)) {
      throw new AssertionError("expected exactly " + expected + told(found));
    }
    return this;
  }

  /**
   * These are found, perhaps beside others.
   *
   * @throws AssertionError if one of them is not
   */
  public PartyVerifier findsAmongOthers(String... codes) {
    List<Finding> found = findings();
    List<String> missing = new ArrayList<>(List.of(codes));
    missing.removeAll(found.stream().map(Finding::code).toList());
    if (!missing.isEmpty()) {
      throw new AssertionError("expected " + missing + " as well" + told(found));
    }
    return this;
  }

  /**
   * Nothing is in the way; what only informs may be found.
   *
   * @throws AssertionError if anything is
   */
  public PartyVerifier isAdmitted() {
    List<Finding> found = findings();
    if (found.stream().anyMatch(each -> each.effect() != Effect.INFORMS)) {
      throw new AssertionError("expected that nothing is in the way" + told(found));
    }
    return this;
  }

  private Practice practice(ProgrammeDefinition asked) {
    return asked
        .practice(practice)
        .orElseThrow(() -> new IllegalArgumentException("no practice " + practice));
  }

  private PartyTerms party(ProgrammeDefinition asked) {
    return practice(asked)
        .party(position)
        .orElseThrow(() -> new IllegalArgumentException("no " + position + " in " + practice));
  }

  private String told(List<Finding> found) {
    StringBuilder text = new StringBuilder(", but found");
    Renderer renderer = Renderer.of(definition.on(day), Language.EN, Audience.COORDINATOR);
    for (Renderer.Line line : renderer.lines(found)) {
      text.append("\n  ").append(line.finding().code()).append(": ").append(line.found());
      line.remedy().ifPresent(remedy -> text.append(" - ").append(remedy));
      text.append("\n    ").append(CanonicalForm.of(line.finding()));
    }
    return found.isEmpty() ? text.append(" nothing").toString() : text.toString();
  }
}
