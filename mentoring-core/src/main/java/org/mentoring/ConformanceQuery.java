package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mentoring.conformance.BenchmarkCase;
import org.mentoring.conformance.BenchmarkResult;
import org.mentoring.conformance.CaseState;
import org.mentoring.conformance.ConformanceReport;
import org.mentoring.conformance.Unjudged;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Position;
import org.mentoring.programme.Benchmark;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.Measure;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.PackChange;
import org.mentoring.programme.PackRule;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.RulePack;
import org.mentoring.programme.SelectionStandard;

/**
 * Measures a programme by the benchmarks of a pack: mentorships that were open in the time, and
 * what the definition lays down. A mentorship is measured by what was in force when mentoring
 * began.
 */
final class ConformanceQuery {
  private static final Set<Code> PARTIES =
      Set.of(Code.of("MENTOR"), Code.of("MENTEE"), Code.of("GUARDIAN"), Code.of("CHILD"));

  private final Workplace workplace;
  private final @Nullable LocalDate from;
  private final LocalDate asOf;
  private final List<MeasuredMentorship> measured = new ArrayList<>();
  private final List<NotJudged> notJudged = new ArrayList<>();
  private final MeasuredParties parties;
  private final MeasuredCourse course;

  ConformanceQuery(Workplace workplace, ProgrammeRecord record, @Nullable LocalDate from) {
    this.workplace = workplace;
    this.from = from;
    this.asOf = record.asOf();
    Instant now = workplace.now();
    this.parties = new MeasuredParties(workplace, now);
    this.course = new MeasuredCourse(workplace, from, asOf, now);
    record.mentorships().forEach(each -> add(each, now));
  }

  private void add(Particulars mentorship, Instant now) {
    Optional<MentorshipState> state = mentorship.stateOn(asOf);
    Optional<MentorshipCourse> begun = MentorshipCourse.of(mentorship, asOf, now);
    LocalDate closedOn = begun.map(MentorshipCourse::closedOn).orElse(null);
    boolean over = closedOn != null && from != null && closedOn.isBefore(from);
    // What was withdrawn before it began is no case.
    if (state.isEmpty() || over || (begun.isEmpty() && !state.get().open())) {
      return;
    }
    Optional<Finding> unknown = workplace.notJudged(mentorship);
    if (unknown.isPresent()) {
      notJudged.add(
          new NotJudged(
              mentorship,
              unknown.get(),
              begun.map(MentorshipCourse::start).orElse(null),
              closedOn));
      return;
    }
    Workplace judging = workplace.judging(mentorship);
    if (judging.definition().practice(mentorship.practice()).isPresent()) {
      measured.add(
          new MeasuredMentorship(
              mentorship, judging, begun.map(MentorshipCourse::start).orElse(null), closedOn));
    }
  }

  /**
   * A mentorship of whose version nothing is known but what is on record of the mentorship itself.
   *
   * @param start the first day of mentoring; null before
   * @param closedOn the day on which the relationship ended; null while it runs
   */
  private record NotJudged(
      Particulars mentorship,
      Finding why,
      @Nullable LocalDate start,
      @Nullable LocalDate closedOn) {
    BenchmarkCase told(boolean due) {
      return new BenchmarkCase(
          mentorship.practice(),
          mentorship.id(),
          mentorship.mentors(),
          mentorship.mentees(),
          null,
          due ? CaseState.NOT_KNOWN : CaseState.NOT_YET,
          List.of(why));
    }
  }

  /** Of which day a benchmark asks. */
  private enum Act {
    START,
    CLOSURE
  }

  ConformanceReport by(RulePack pack) {
    Map<String, PackRule> rules = new TreeMap<>();
    pack.rules().forEach(rule -> rules.put(rule.code(), rule));
    List<BenchmarkResult> results = new ArrayList<>();
    for (Benchmark benchmark : pack.benchmarks()) {
      PackRule rule = rules.remove(benchmark.code());
      Measure measure = benchmark.measure();
      Predicate<LocalDate> inForce =
          day -> benchmark.inForce(day) && (rule == null || rule.inForce(day));
      results.add(
          new BenchmarkResult(
              benchmark.code(),
              benchmark.title(),
              benchmark.citation(),
              measure == null ? unjudged(rule) : unjudged(measure),
              measure == null
                  ? cases(rule, inForce)
                  : cases(measure, benchmark.citation(), inForce)));
    }
    for (PackRule rule : pack.rules()) {
      if (rules.containsKey(rule.code())) {
        results.add(
            new BenchmarkResult(
                rule.code(), null, rule.citation(), unjudged(rule), cases(rule, rule::inForce)));
      }
    }
    return new ConformanceReport(pack.name(), pack.title(), from, asOf, results);
  }

  private static @Nullable Unjudged unjudged(Measure measure) {
    return measure instanceof Measure.ByPeople ? Unjudged.BY_PEOPLE : null;
  }

  private @Nullable Unjudged unjudged(@Nullable PackRule rule) {
    PackChange change = rule == null ? null : rule.change();
    Cadence cadence = cadence(change);
    boolean judged =
        (cadence != null && standsAlone(cadence))
            || change instanceof PackChange.AgreementAdded
            || (change instanceof PackChange.RequirementAdded added
                && isOfMentorship(added.position())
                && standsAlone(added.requirement()))
            || (change instanceof PackChange.RequirementRestated restated
                && standsAlone(restated.requirement()))
            || (change instanceof PackChange.CompletionAdded asked
                && !terms(asked, Citation.CHOICE).names().isEmpty());
    return judged ? null : Unjudged.OF_NO_CASE;
  }

  private static boolean isOfMentorship(Position position) {
    return position == Position.MENTOR
        || position == Position.MENTEE
        || position == Position.CENTRE;
  }

  /** Whether it can be judged beside no other requirement, and where the pack is not laid. */
  private boolean standsAlone(Requirement requirement) {
    return requirement instanceof Requirement.StandardMet standard
        ? workplace.definition().standard(standard.standard()).isPresent()
        : !(requirement instanceof Requirement.Order)
            && !(requirement instanceof Requirement.Extension);
  }

  private static @Nullable Cadence cadence(@Nullable PackChange change) {
    if (change instanceof PackChange.CadenceAdded added) {
      return added.cadence();
    }
    return change instanceof PackChange.CadenceRestated restated ? restated.cadence() : null;
  }

  /** Whether it is kept for mentorships, and by days that the definition knows. */
  private boolean standsAlone(Cadence cadence) {
    String skips = cadence.skips();
    return (cadence.owedFor() == null || cadence.owedFor() == Cadence.OwedFor.MENTORSHIP)
        && (skips == null
            || workplace.definition().calendars().stream()
                .anyMatch(calendar -> calendar.id().equals(skips)));
  }

  /** What a rule asks of a completion, whatever the practice asks. */
  private static CompletionTerms terms(PackChange.CompletionAdded added, Citation citation) {
    return new CompletionTerms(
        added.requires(),
        added.jointBy(),
        added.exitInterviews(),
        added.atLeast(),
        null,
        List.of(),
        List.of(),
        citation,
        added.answered());
  }

  private List<BenchmarkCase> cases(@Nullable PackRule rule, Predicate<LocalDate> inForce) {
    if (rule == null || unjudged(rule) != null) {
      return List.of();
    }
    PackChange change = rule.change();
    if (change instanceof PackChange.CompletionAdded added) {
      CompletionTerms terms = terms(added, rule.citation());
      return each(
          inForce, Act.CLOSURE, rule::concerns, mentorship -> course.completion(mentorship, terms));
    }
    return each(
        inForce,
        Act.START,
        rule::concerns,
        mentorship -> {
          if (change instanceof PackChange.RequirementAdded added) {
            return parties.of(mentorship, added.position(), List.of(added.requirement()));
          }
          if (change instanceof PackChange.RequirementRestated restated) {
            return parties.restated(mentorship, restated.requirement());
          }
          Cadence cadence = cadence(change);
          if (cadence != null) {
            return List.of(course.kept(mentorship, List.of(cadence)));
          }
          return change instanceof PackChange.AgreementAdded added
              ? List.of(course.agreements(mentorship, added.by(), rule.citation()))
              : List.of();
        });
  }

  private List<BenchmarkCase> cases(
      Measure measure, Citation citation, Predicate<LocalDate> inForce) {
    if (measure instanceof Measure.LaidDown provided) {
      return inForce.test(asOf) ? laidDown(provided.provision(), citation) : List.of();
    }
    if (measure instanceof Measure.ByPeople) {
      return List.of();
    }
    if (measure instanceof Measure.ExitInterviews interviews) {
      return each(
          inForce,
          Act.CLOSURE,
          practice -> true,
          mentorship -> course.exitInterviews(mentorship, interviews.with(), citation));
    }
    return each(
        inForce,
        Act.START,
        practice -> true,
        mentorship -> {
          if (measure instanceof Measure.AnyRequirement asked) {
            return parties.of(mentorship, asked.position(), asked.anyOf());
          }
          if (measure instanceof Measure.KeptCadences kept) {
            return List.of(course.kept(mentorship, kept.cadences()));
          }
          return measure instanceof Measure.OneOfForms forms
              ? List.of(parties.ofForm(mentorship, forms.anyOf(), citation))
              : List.of();
        });
  }

  /**
   * The cases of all mentorships that are measured.
   *
   * @param act what is measured; it is yet to come where there is no day of it
   */
  private List<BenchmarkCase> each(
      Predicate<LocalDate> inForce,
      Act act,
      Predicate<Practice> concerned,
      Function<MeasuredMentorship, List<BenchmarkCase>> judged) {
    List<BenchmarkCase> cases = new ArrayList<>();
    for (NotJudged each : notJudged) {
      LocalDate day = act == Act.START ? each.start() : each.closedOn();
      // What never began has no closure to be asked about.
      boolean none = act == Act.CLOSURE && day != null && each.start() == null;
      // Of a practice that the version in force does not know either, nobody can tell.
      boolean other =
          workplace
              .definition()
              .practice(each.mentorship().practice())
              .filter(practice -> !concerned.test(practice))
              .isPresent();
      if (!none && !other && inForce.test(day == null ? asOf : day)) {
        cases.add(each.told(day != null));
      }
    }
    for (MeasuredMentorship mentorship : measured) {
      LocalDate day = act == Act.START ? mentorship.start() : mentorship.closedOn();
      Practice practice = mentorship.judging().mentoring().practice(mentorship.record().practice());
      if (inForce.test(day == null ? asOf : day) && concerned.test(practice)) {
        cases.addAll(judged.apply(mentorship));
      }
    }
    return cases;
  }

  private List<BenchmarkCase> laidDown(Measure.Provision provision, Citation citation) {
    ProgrammeDefinition definition = workplace.on(asOf).definition();
    return definition.practices().stream()
        .map(
            practice -> {
              boolean there = laysDown(definition, practice, provision);
              return new BenchmarkCase(
                  practice.id(),
                  null,
                  new TreeSet<>(),
                  new TreeSet<>(),
                  null,
                  there ? CaseState.MET : CaseState.NOT_MET,
                  there
                      ? List.of()
                      : List.of(
                          Finding.of(
                                  "benchmark.not-laid-down", practice.id(), citation, Effect.DELAYS)
                              .with("provision", Parameter.code(provision))));
            })
        .toList();
  }

  private boolean laysDown(
      ProgrammeDefinition definition, Practice practice, Measure.Provision provision) {
    CompletionTerms completion = practice.completion();
    MentorshipTerms terms = practice.mentorship();
    return switch (provision) {
      case SELECTION_STANDARD ->
          practice.party(Position.MENTOR).map(PartyTerms::requirements).orElse(List.of()).stream()
              .filter(Requirement.StandardMet.class::isInstance)
              .map(each -> ((Requirement.StandardMet) each).standard())
              .flatMap(id -> definition.standard(id).stream())
              .anyMatch(this::isApproved);
      case PLANNED_CLOSURE -> completion != null;
      case EARLY_CLOSURE -> completion != null && !completion.endings().isEmpty();
      case CLOSURE_BY_PARTY ->
          completion != null
              && completion.endings().stream()
                  .anyMatch(ending -> ending.askedBy().stream().anyMatch(PARTIES::contains));
      case REMATCH -> terms != null && terms.rematch() != null;
    };
  }

  private boolean isApproved(SelectionStandard standard) {
    LocalDate approved = standard.approvedOn();
    return approved != null && !approved.isAfter(asOf);
  }
}
