package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.conformance.BenchmarkCase;
import org.mentoring.conformance.CaseState;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.Measure;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.TighteningOrder;
import org.mentoring.waiver.Waiver;

/**
 * Measures what the parties of mentorships brought on the day on which mentoring began. The rules
 * of eligibility tell what meets a requirement; they are asked about those of the standard alone.
 */
final class MeasuredParties {
  private final Workplace workplace;
  private final Instant now;

  MeasuredParties(Workplace workplace, Instant now) {
    this.workplace = workplace;
    this.now = now;
  }

  /** Whether each party in a position met one of these. */
  List<BenchmarkCase> of(
      MeasuredMentorship mentorship, Position position, List<Requirement> anyOf) {
    List<BenchmarkCase> cases = new ArrayList<>();
    for (ParticipantId party : mentorship.parties(position)) {
      LocalDate start = mentorship.start();
      cases.add(
          start == null
              ? told(mentorship, party, CaseState.NOT_YET, List.of())
              : judged(mentorship, position, party, start, anyOf));
    }
    return cases;
  }

  /** Whether the parties whose terms hold a requirement met it as it is said anew. */
  List<BenchmarkCase> restated(MeasuredMentorship mentorship, Requirement anew) {
    List<BenchmarkCase> cases = new ArrayList<>();
    for (Position position : List.of(Position.MENTOR, Position.MENTEE, Position.CENTRE)) {
      LocalDate start = mentorship.start();
      LocalDate day = start == null ? workplace.today() : start;
      boolean holds =
          own(mentorship, position, day).map(PartyTerms::requirements).orElse(List.of()).stream()
              .anyMatch(each -> each.id().equals(anew.id()));
      if (holds) {
        cases.addAll(of(mentorship, position, List.of(anew)));
      }
    }
    return cases;
  }

  private BenchmarkCase judged(
      MeasuredMentorship mentorship,
      Position position,
      ParticipantId party,
      LocalDate start,
      List<Requirement> anyOf) {
    if (workplace.erased().contains(party)) {
      return told(mentorship, party, CaseState.NOT_KNOWN, List.of(erased()));
    }
    Dossier dossier = workplace.mentoring().dossier(party, start, now);
    List<Finding> findings = found(mentorship, position, dossier, anyOf);
    Set<String> open = open(findings);
    if (anyOf.stream().anyMatch(each -> !open.contains(each.id()))) {
      return told(mentorship, party, CaseState.MET, List.of());
    }
    return told(mentorship, party, unmet(mentorship, position, dossier, anyOf, findings), findings);
  }

  private CaseState unmet(
      MeasuredMentorship mentorship,
      Position position,
      Dossier dossier,
      List<Requirement> anyOf,
      List<Finding> findings) {
    PartyTerms own = own(mentorship, position, dossier.asOf()).orElse(null);
    if (own != null && isWaived(mentorship, own, dossier, anyOf)) {
      return CaseState.WAIVED;
    }
    boolean asked =
        own != null
            && own.requirements().stream()
                .anyMatch(each -> anyOf.stream().anyMatch(one -> one.kind().equals(each.kind())));
    return asked || restsOnFacts(findings) ? CaseState.NOT_MET : CaseState.NOT_RECORDED;
  }

  /** What the programme asks for it was waived, and that is at least as much. */
  private static boolean isWaived(
      MeasuredMentorship mentorship, PartyTerms own, Dossier dossier, List<Requirement> anyOf) {
    Set<String> waived =
        mentorship.judging().eligibility().waivers(own, dossier).stream()
            .map(Waiver::requirement)
            .collect(Collectors.toSet());
    return own.requirements().stream()
        .filter(each -> waived.contains(each.id()))
        .anyMatch(each -> anyOf.stream().anyMatch(asked -> covers(each, asked)));
  }

  private static boolean covers(Requirement own, Requirement asked) {
    TighteningOrder.Standing standing = TighteningOrder.compare(own, asked);
    return standing == TighteningOrder.Standing.EQUAL
        || standing == TighteningOrder.Standing.TIGHTER;
  }

  /**
   * Whether the parties come from where one of the forms has them: each mentee with one of its
   * mentors.
   */
  BenchmarkCase ofForm(MeasuredMentorship mentorship, List<Measure.Form> forms, Citation citation) {
    LocalDate start = mentorship.start();
    if (start == null) {
      return told(mentorship, null, CaseState.NOT_YET, List.of());
    }
    if (Stream.of(Position.MENTOR, Position.MENTEE)
        .flatMap(position -> mentorship.parties(position).stream())
        .anyMatch(workplace.erased()::contains)) {
      return told(mentorship, null, CaseState.NOT_KNOWN, List.of(erased()));
    }
    SortedSet<Code> ofMentors = new TreeSet<>();
    boolean recorded = true;
    for (ParticipantId mentor : mentorship.parties(Position.MENTOR)) {
      SortedMap<Code, List<Finding>> sides =
          affiliations(
              mentorship,
              Position.MENTOR,
              mentor,
              start,
              forms.stream().map(Measure.Form::mentor).collect(Collectors.toSet()),
              citation);
      ofMentors.addAll(met(sides));
      recorded &= isOnRecord(mentorship, Position.MENTOR, start, sides);
    }
    boolean all = true;
    for (ParticipantId mentee : mentorship.parties(Position.MENTEE)) {
      SortedMap<Code, List<Finding>> sides =
          affiliations(
              mentorship,
              Position.MENTEE,
              mentee,
              start,
              forms.stream().map(Measure.Form::mentee).collect(Collectors.toSet()),
              citation);
      SortedSet<Code> ofMentee = met(sides);
      recorded &= isOnRecord(mentorship, Position.MENTEE, start, sides);
      all &=
          forms.stream()
              .anyMatch(
                  form -> ofMentors.contains(form.mentor()) && ofMentee.contains(form.mentee()));
    }
    if (all) {
      return told(mentorship, null, CaseState.MET, List.of());
    }
    return told(
        mentorship,
        null,
        recorded ? CaseState.NOT_MET : CaseState.NOT_RECORDED,
        List.of(Finding.of("benchmark.no-form", "affiliation", citation, Effect.DELAYS)));
  }

  private SortedMap<Code, List<Finding>> affiliations(
      MeasuredMentorship mentorship,
      Position position,
      ParticipantId party,
      LocalDate start,
      Set<Code> codes,
      Citation citation) {
    Dossier dossier = workplace.mentoring().dossier(party, start, now);
    List<Requirement> asked =
        codes.stream()
            .map(
                code ->
                    (Requirement)
                        new Requirement.AffiliationFits(
                            code.value(), citation, new TreeSet<>(Set.of(code)), new TreeSet<>()))
            .toList();
    SortedMap<Code, List<Finding>> found = new TreeMap<>();
    codes.forEach(code -> found.put(code, new ArrayList<>()));
    found(mentorship, position, dossier, asked).stream()
        .filter(finding -> finding.effect() != Effect.INFORMS)
        .forEach(
            finding ->
                found
                    .computeIfAbsent(Code.of(finding.requirement()), none -> new ArrayList<>())
                    .add(finding));
    return found;
  }

  private static SortedSet<Code> met(SortedMap<Code, List<Finding>> sides) {
    SortedSet<Code> met = new TreeSet<>();
    sides.forEach(
        (code, findings) -> {
          if (findings.isEmpty()) {
            met.add(code);
          }
        });
    return met;
  }

  private boolean isOnRecord(
      MeasuredMentorship mentorship,
      Position position,
      LocalDate day,
      SortedMap<Code, List<Finding>> sides) {
    return sides.values().stream().anyMatch(each -> each.isEmpty() || restsOnFacts(each))
        || own(mentorship, position, day).map(PartyTerms::requirements).orElse(List.of()).stream()
            .anyMatch(Requirement.AffiliationFits.class::isInstance);
  }

  private List<Finding> found(
      MeasuredMentorship mentorship,
      Position position,
      Dossier dossier,
      List<Requirement> requirements) {
    Workplace then = mentorship.judging().on(dossier.asOf());
    PartyTerms asked =
        new PartyTerms(
            position,
            new TreeSet<>(Arrays.asList(ParticipantKind.values())),
            requirements,
            List.of(),
            Citation.CHOICE);
    return AskedAlone.findings(
        then, then.mentoring().practice(mentorship.record().practice()), asked, dossier);
  }

  /** What the programme itself asks of a position on a day. */
  private static Optional<PartyTerms> own(
      MeasuredMentorship mentorship, Position position, LocalDate day) {
    ProgrammeDefinition definition = mentorship.judging().on(day).definition();
    if (position == Position.CENTRE) {
      return Optional.ofNullable(definition.centre()).map(CentreTerms::party);
    }
    return definition
        .practice(mentorship.record().practice())
        .flatMap((Practice practice) -> practice.party(position));
  }

  private static Set<String> open(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.effect() != Effect.INFORMS)
        .map(Finding::requirement)
        .collect(Collectors.toSet());
  }

  private static boolean restsOnFacts(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> !finding.facts().isEmpty());
  }

  private static Finding erased() {
    return Finding.of("party.erased", "party", Citation.CHOICE, Effect.REFUSES);
  }

  private static BenchmarkCase told(
      MeasuredMentorship mentorship,
      @Nullable ParticipantId party,
      CaseState state,
      List<Finding> findings) {
    return mentorship.told(party, state, findings);
  }
}
