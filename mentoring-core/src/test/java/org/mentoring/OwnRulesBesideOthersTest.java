package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.KeptObligations.REPORT;
import static org.mentoring.KeptObligations.at;
import static org.mentoring.KeptObligations.day;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.conformance.BenchmarkCase;
import org.mentoring.conformance.BenchmarkResult;
import org.mentoring.conformance.CaseState;
import org.mentoring.conformance.ConformanceReport;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.obligation.Obligation;
import org.mentoring.participant.Fact;
import org.mentoring.programme.Benchmark;
import org.mentoring.programme.Measure;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RulePack;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/** Own rules judge who is a party; they say nothing of what the library asks about beside that. */
class OwnRulesBesideOthersTest {
  private static final LocalDate AS_OF = day("2021-02-28");
  private static final LocalizedText TITLE = new LocalizedText("Title", "Название");

  private final ProgrammeDefinition definition = KeptObligations.definition();
  private final KeptObligations kept = new KeptObligations(definition);

  private Mentoring with() {
    return Mentoring.of(definition)
        .stores(kept.stores)
        .clock(Clock.fixed(at("2021-03-01"), ZoneOffset.UTC))
        .rules(
            new FurtherRules(
                SmallProgramme.rules(), new TreeSet<>(Set.of("own.town.many-need-approval"))))
        .build();
  }

  private void consents(String mentee, Validity days) {
    kept.mentoring
        .record(
            SmallProgramme.COORDINATOR,
            ParticipantId.of(mentee),
            new Fact.Consent(
                Fact.ConsentGiver.GUARDIAN, null, SmallProgramme.CENTRE, Code.of("PARTICIPATION")),
            days)
        .orElseThrow();
  }

  @Test
  void an_own_rule_is_no_missing_consent_where_a_consent_was_renewed() {
    kept.programme.now.set(at("2021-03-01"));
    MentorshipId mentorship = kept.mentorship("a", "mentor", "child", "2020-10-05");
    consents("child", Validity.between(day("2020-10-01"), day("2021-01-01")));
    consents("child", Validity.from(day("2021-01-01")));

    List<Obligation> without = kept.mentoring.oversight().obligations(mentorship, AS_OF);

    assertThat(KeptObligations.told(without, REPORT))
        .contains("MENTOR_REPORT 1 OVERDUE", "MENTOR_REPORT 8 OVERDUE");
    assertThat(with().oversight().obligations(mentorship, AS_OF)).isEqualTo(without);
  }

  @Test
  void a_standard_is_measured_by_its_own_requirements_alone() {
    kept.programme.now.set(at("2021-03-01"));
    kept.mentorship("a", "mentor", "child", "2020-10-05");
    kept.programme.fact(ParticipantId.of("mentor"), new Fact.Interest("chess"));
    RulePack standard =
        new RulePack(
            "standard",
            "1",
            RulePack.Layer.STANDARD,
            TITLE,
            null,
            List.of(),
            List.of(
                SmallPacks.asks("passport", null, SmallPacks.documents("passport", "PASSPORT"))),
            List.of(
                new Benchmark(
                    "form",
                    TITLE,
                    null,
                    null,
                    new Measure.OneOfForms(
                        List.of(
                            new Measure.Form(
                                Code.of("MENTORING_CENTRE"), Code.of("INFORMAL_COMMUNITY")))),
                    SmallPacks.LAW)));

    ConformanceReport without = kept.mentoring.reports().conformance(standard, null, AS_OF);

    assertThat(without.benchmarks())
        .flatExtracting(BenchmarkResult::cases)
        .extracting(BenchmarkCase::state)
        .containsExactly(CaseState.MET, CaseState.NOT_RECORDED);
    assertThat(with().reports().conformance(standard, null, AS_OF)).isEqualTo(without);
  }
}
