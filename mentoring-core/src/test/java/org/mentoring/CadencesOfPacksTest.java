package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mentoring.KeptObligations.CHECK_IN;
import static org.mentoring.KeptObligations.MENTOR;
import static org.mentoring.KeptObligations.REPORT;
import static org.mentoring.KeptObligations.at;
import static org.mentoring.KeptObligations.day;
import static org.mentoring.SmallPacks.law;
import static org.mentoring.SmallPacks.pack;
import static org.mentoring.SmallPacks.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.Problem;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.obligation.Obligation;
import org.mentoring.participant.Fact;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.DeepCheck;
import org.mentoring.programme.Flaw;
import org.mentoring.programme.PackChange;
import org.mentoring.programme.PackRule;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RulePack;
import org.mentoring.programme.TighteningOrder;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;
import org.mentoring.time.Validity;

/** Packs bring what is due, and make what is due tighter, by the days of its periods. */
class CadencesOfPacksTest {
  private static final Instant ALWAYS = at("2030-01-01");
  private static final Code MENTEE = Code.of("MENTEE");
  private static final Code GUARDIAN = Code.of("GUARDIAN");

  private static Cadence reports(String every, @Nullable String grace) {
    return cadence(REPORT, MENTOR, every, grace).named("reports");
  }

  private static Cadence cadence(Code due, Code by, String every, @Nullable String grace) {
    return new Cadence(
        due,
        by,
        Period.parse(every),
        1,
        false,
        grace == null ? null : Period.parse(grace),
        null,
        SmallPacks.LAW);
  }

  private static Cadence contact(Code... with) {
    return Cadence.builder(CHECK_IN, KeptObligations.CENTRE, Period.ofMonths(1), SmallPacks.LAW)
        .with(List.of(with))
        .id("contact")
        .build();
  }

  private static PackRule adds(Cadence cadence, @Nullable String from, @Nullable String until) {
    return new PackRule(
        "adds-" + cadence.id(),
        from == null ? null : day(from),
        until == null ? null : day(until),
        new PackChange.CadenceAdded(new TreeSet<>(), cadence),
        SmallPacks.LAW);
  }

  private static PackRule restates(Cadence cadence, @Nullable String from, @Nullable String until) {
    return new PackRule(
        "restates-" + cadence.id(),
        from == null ? null : day(from),
        until == null ? null : day(until),
        new PackChange.CadenceRestated(new TreeSet<>(), cadence),
        SmallPacks.LAW);
  }

  private static List<Cadence> woven(RulePack... packs) {
    return KeptObligations.definition()
        .withPacks(List.of(packs))
        .on(day("2020-10-01"))
        .practices()
        .get(0)
        .cadences();
  }

  private static List<Cadence> own() {
    return KeptObligations.definition().practices().get(0).cadences();
  }

  private static List<Problem> refused(RulePack... packs) {
    InvalidDefinition refusal = catchThrowableOfType(InvalidDefinition.class, () -> woven(packs));
    assertThat(refusal).isNotNull();
    return refusal.problems();
  }

  /** The periods, as {@code "P14D 3 2020-10-29"}. */
  private static List<String> asked(PackRule rule, Code due, String asOf) {
    KeptObligations kept =
        new KeptObligations(KeptObligations.definition().withPacks(List.of(law(rule))));
    MentorshipId id = kept.mentorship("s-1", "m-1", "e-1", "2020-10-01");
    return obligations(kept, id, asOf).stream()
        .filter(each -> each.window().cadence().due().equals(due))
        .filter(each -> each.window().cadence().id() != null)
        .map(
            each ->
                each.window().cadence().every()
                    + " "
                    + each.window().number()
                    + " "
                    + each.window().opens())
        .toList();
  }

  private static List<Obligation> obligations(KeptObligations kept, MentorshipId id, String asOf) {
    return kept.mentoring.oversight().obligations(id, day(asOf), ALWAYS);
  }

  @Test
  void what_a_pack_adds_is_due_in_periods_that_lie_in_its_days() {
    assertThat(asked(adds(contact(MENTEE), "2020-12-15", "2021-03-15"), CHECK_IN, "2021-06-01"))
        .containsExactly("P1M 4 2021-01-01", "P1M 5 2021-02-01");
    assertThat(asked(adds(contact(MENTEE), null, null), CHECK_IN, "2020-11-15"))
        .containsExactly("P1M 1 2020-10-01", "P1M 2 2020-11-01", "P1M 3 2020-12-01");
  }

  @Test
  void a_tighter_cadence_takes_the_place_of_the_periods_on_all_of_whose_days_it_holds() {
    assertThat(asked(restates(reports("P1W", null), "2020-11-05", null), REPORT, "2020-11-20"))
        .containsExactly(
            "P14D 1 2020-10-01",
            "P14D 2 2020-10-15",
            "P14D 3 2020-10-29",
            "P7D 6 2020-11-05",
            "P7D 7 2020-11-12",
            "P7D 8 2020-11-19",
            "P7D 9 2020-11-26");
  }

  @Test
  void a_law_that_ends_within_a_period_leaves_what_the_programme_asks() {
    assertThat(asked(restates(reports("P1W", null), null, "2020-10-20"), REPORT, "2020-11-10"))
        .containsExactly(
            "P7D 1 2020-10-01",
            "P7D 2 2020-10-08",
            "P14D 2 2020-10-15",
            "P14D 3 2020-10-29",
            "P14D 4 2020-11-12");
  }

  @Test
  void what_is_overdue_by_a_pack_names_the_source_of_the_pack() {
    KeptObligations kept =
        new KeptObligations(
            KeptObligations.definition()
                .withPacks(List.of(law(adds(contact(MENTEE), null, null)))));
    MentorshipId id = kept.mentorship("s-1", "m-1", "e-1", "2020-10-01");
    kept.checkIn(id, "2020-10-20", "MENTEE");
    List<Obligation> contacts =
        obligations(kept, id, "2020-12-15").stream()
            .filter(each -> "contact".equals(each.window().cadence().id()))
            .toList();
    assertThat(contacts)
        .extracting(each -> each.state() + " " + each.finding(day("2020-12-15")).citation())
        .containsExactly("MET L2", "OVERDUE L2", "DUE L2", "UPCOMING L2");
  }

  @Test
  void what_the_programme_asks_at_least_as_tightly_is_not_asked_twice() {
    assertThat(woven(law(adds(cadence(REPORT, MENTOR, "P4W", "P3D").named("law"), null, null))))
        .isEqualTo(own());
    assertThat(woven(law(adds(cadence(REPORT, MENTOR, "P4W", null).named("law"), null, null))))
        .hasSize(own().size() + 1);
  }

  @Test
  void of_two_packs_the_tighter_cadence_counts_and_of_two_alike_one() {
    Cadence weekly = cadence(REPORT, MENTOR, "P1W", null);
    RulePack one = law(adds(weekly.named("b"), null, null));
    RulePack alike = pack("one", RulePack.Layer.STANDARD, adds(weekly.named("a"), null, null));
    assertThat(woven(one, alike))
        .extracting(Cadence::id)
        .contains("a", "reports")
        .doesNotContain("b");
    RulePack tighter =
        pack(
            "one",
            RulePack.Layer.STANDARD,
            adds(cadence(REPORT, MENTOR, "P1D", null).named("z"), null, null));
    assertThat(woven(one, tighter)).extracting(Cadence::id).contains("z").doesNotContain("b");
  }

  @Test
  void a_cadence_is_restated_more_tightly_alone_and_both_places_are_told() {
    assertThat(woven(law(restates(reports("P1W", "P1D"), null, null))))
        .hasSize(own().size())
        .first()
        .isEqualTo(reports("P1W", "P1D"));
    List<Problem> loosened = refused(law(restates(reports("P4W", null), null, null)));
    assertThat(loosened).extracting(Problem::code).containsExactly("pack.incomparable");
    assertThat(Messages.of(Language.EN).render(loosened.get(0)))
        .contains(
            "law@1 rule:restates-reports [L2]", "practice:adolescents/cadence:reports [S2-08]");
    assertThat(refused(law(restates(reports("P4W", "P3D"), null, null))))
        .extracting(Problem::code, problem -> problem.parameters().get("parameters"))
        .containsExactly(tuple("pack.loosened", "every"));
    assertThat(refused(law(restates(reports("P2W", "P5D"), null, null))))
        .extracting(Problem::code, problem -> problem.parameters().get("parameters"))
        .containsExactly(tuple("pack.loosened", "grace"));
    assertThat(refused(law(restates(contact(MENTEE), null, null))))
        .extracting(Problem::code)
        .containsExactly("pack.restated-unknown");
  }

  @Test
  void a_whole_period_may_lie_in_days_off_unless_both_end_together() {
    assertThat(TighteningOrder.compare(skipping("P2W"), skipping("P1M")))
        .isEqualTo(TighteningOrder.Standing.INCOMPARABLE);
    assertThat(TighteningOrder.compare(skipping("P2W"), skipping("P4W")))
        .isEqualTo(TighteningOrder.Standing.TIGHTER);
    assertThat(TighteningOrder.compare(cadence(CHECK_IN, MENTOR, "P2W", null), skipping("P1M")))
        .isEqualTo(TighteningOrder.Standing.TIGHTER);
  }

  private static Cadence skipping(String every) {
    return Cadence.builder(CHECK_IN, MENTOR, Period.parse(every), SmallPacks.LAW)
        .skips("may")
        .build();
  }

  @Test
  void the_programme_may_not_ask_less_than_a_pack_under_the_same_id() {
    assertThat(refused(law(adds(reports("P1W", null), null, null))))
        .extracting(Problem::code)
        .containsExactly("pack.loosened");
    assertThat(woven(law(adds(reports("P4W", "P1W"), null, null)))).isEqualTo(own());
  }

  @Test
  void a_cadence_of_a_pack_has_an_id() {
    assertThatThrownBy(
            () ->
                new PackChange.CadenceAdded(new TreeSet<>(), cadence(REPORT, MENTOR, "P1W", null)))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> assertThat(refusal.code()).isEqualTo("pack.cadence-unnamed"));
  }

  @Test
  void what_the_programme_keeps_no_records_of_is_not_asked_and_told_by_the_deep_check() {
    ProgrammeDefinition laid =
        SmallMentorships.definition().withPacks(List.of(law(adds(contact(MENTEE), null, null))));
    assertThat(laid.on(day("2020-10-01")).practices().get(0).cadences()).isEmpty();
    assertThat(DeepCheck.of(laid).flaws())
        .extracting(Flaw::code, flaw -> flaw.witness().get("kinds"))
        .containsExactly(tuple("flaw.rule-unrecorded", "CHECK_IN"));
    ProgrammeDefinition kept =
        KeptObligations.definition().withPacks(List.of(law(adds(contact(MENTEE), null, null))));
    assertThat(DeepCheck.of(kept).flaws()).isEmpty();
  }

  @Test
  void with_the_guardian_of_an_adult_nobody_has_to_be_in_contact() {
    PackRule rule = adds(contact(MENTEE, GUARDIAN), null, null);
    assertThat(partiesOf(rule, "1990-03-01")).containsOnly(MENTEE);
    assertThat(partiesOf(rule, "2006-03-01")).containsOnly(MENTEE, GUARDIAN);
  }

  private static List<@Nullable Code> partiesOf(PackRule rule, String birth) {
    KeptObligations kept =
        new KeptObligations(KeptObligations.definition().withPacks(List.of(law(rule))));
    ParticipantId mentee = kept.person("e-1");
    kept.mentoring
        .record(
            SmallProgramme.COORDINATOR,
            mentee,
            new Fact.Birth(day(birth)),
            Validity.from(day(birth)))
        .orElseThrow();
    kept.mentoring
        .record(
            SmallProgramme.COORDINATOR,
            mentee,
            new Fact.Consent(
                Fact.ConsentGiver.GUARDIAN, null, SmallProgramme.CENTRE, Code.of("PARTICIPATION")),
            Validity.from(day("2020-09-01")))
        .orElseThrow();
    MentorshipId id = kept.mentorship("s-1", "m-1", "e-1", "2020-10-01");
    return obligations(kept, id, "2020-12-15").stream()
        .map(Obligation::window)
        .filter(window -> "contact".equals(window.cadence().id()))
        .map(window -> window.with())
        .distinct()
        .toList();
  }

  @Test
  void what_is_due_of_the_programme_alone_stays_as_it_was_under_a_pack() {
    KeptObligations plain = new KeptObligations();
    KeptObligations under =
        new KeptObligations(
            KeptObligations.definition()
                .withPacks(List.of(law(adds(contact(MENTEE), "2020-11-05", null)))));
    for (KeptObligations each : List.of(plain, under)) {
      each.mentorship("s-1", "m-1", "e-1", "2020-10-01");
    }
    LocalDate asOf = day("2020-12-15");
    assertThat(
            KeptObligations.told(
                obligations(under, MentorshipId.of("s-1"), asOf.toString()).stream()
                    .filter(each -> !"contact".equals(each.window().cadence().id()))
                    .toList()))
        .isEqualTo(
            KeptObligations.told(obligations(plain, MentorshipId.of("s-1"), asOf.toString())));
  }
}
