package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mentoring.SmallMentorships.AS_MENTOR;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.GUARDIAN;
import static org.mentoring.SmallMentorships.MENTEE;
import static org.mentoring.SmallMentorships.MOVED;
import static org.mentoring.SmallMentorships.UNWILLING;
import static org.mentoring.SmallPacks.FROM;
import static org.mentoring.SmallPacks.law;
import static org.mentoring.SmallPacks.rule;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.Problem;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.DeepCheck;
import org.mentoring.programme.EarlyEnding;
import org.mentoring.programme.Flaw;
import org.mentoring.programme.PackChange;
import org.mentoring.programme.PackChange.EndingTightened;
import org.mentoring.programme.ProgrammeDefinition;

/** Packs ask more of a completion, and never less. */
class CompletionsOfPacksTest {
  private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
  private static final Code EVENT = Code.of("GRADUATION_EVENT");

  private static PackChange asks(
      List<Code> requires,
      Set<Code> jointBy,
      List<Code> interviews,
      @Nullable String atLeast,
      EndingTightened... endings) {
    return new PackChange.CompletionAdded(
        new TreeSet<>(),
        requires,
        new TreeSet<>(jointBy),
        interviews,
        atLeast == null ? null : Period.parse(atLeast),
        List.of(),
        List.of(endings));
  }

  private static PackChange atLeast(String length) {
    return asks(List.of(), Set.of(), List.of(), length);
  }

  private static PackChange ending(Code reason, @Nullable String atLeast) {
    return asks(
        List.of(),
        Set.of(),
        List.of(),
        null,
        new EndingTightened(reason, atLeast == null ? null : Period.parse(atLeast)));
  }

  /** Where a guardian and a mentor sum up after three months at least. */
  private static ProgrammeDefinition plain() {
    return SmallWaivers.definition("consent");
  }

  private static CompletionTerms under(ProgrammeDefinition plain, PackChange... changes) {
    return Objects.requireNonNull(laid(plain, changes).on(DAY).practices().get(0).completion());
  }

  private static ProgrammeDefinition laid(ProgrammeDefinition plain, PackChange... changes) {
    List<org.mentoring.programme.PackRule> rules = new java.util.ArrayList<>();
    for (PackChange change : changes) {
      rules.add(rule("rule-" + rules.size(), FROM, change));
    }
    return plain.withPacks(List.of(law(rules.toArray(new org.mentoring.programme.PackRule[0]))));
  }

  private static List<Problem> refused(ProgrammeDefinition plain, PackChange... changes) {
    InvalidDefinition refusal =
        catchThrowableOfType(InvalidDefinition.class, () -> laid(plain, changes));
    assertThat(refusal).isNotNull();
    return refusal.problems();
  }

  @Test
  void what_a_pack_asks_is_added_with_its_source_and_nothing_is_taken_away() {
    CompletionTerms own = Objects.requireNonNull(plain().practices().get(0).completion());
    CompletionTerms woven =
        under(plain(), asks(List.of(EVENT), Set.of(MENTEE, GUARDIAN), List.of(AS_MENTOR), null));
    assertThat(woven.requires()).containsExactly(EVENT);
    assertThat(woven.jointBy()).containsExactly(GUARDIAN, MENTEE, AS_MENTOR);
    assertThat(woven.exitInterviews()).containsExactly(AS_MENTOR);
    assertThat(woven.atLeast()).isEqualTo(own.atLeast());
    assertThat(woven.followUp()).isEqualTo(own.followUp());
    assertThat(woven.citationOf("GRADUATION_EVENT")).isEqualTo(SmallPacks.LAW);
    assertThat(woven.citationOf("SUMMING_UP.MENTEE")).isEqualTo(SmallPacks.LAW);
    assertThat(woven.citationOf("SUMMING_UP.GUARDIAN")).isEqualTo(own.citation());
    assertThat(woven.citationOf("LENGTH")).isEqualTo(own.citation());
  }

  @Test
  void it_is_asked_from_the_first_day_of_the_rule_on() {
    ProgrammeDefinition laid = laid(plain(), atLeast("P6M"));
    assertThat(laid.on(FROM.minusDays(1)).practices()).isEqualTo(plain().practices());
    CompletionTerms woven = Objects.requireNonNull(laid.on(FROM).practices().get(0).completion());
    assertThat(woven.atLeast()).isEqualTo(Period.ofMonths(6));
    assertThat(woven.citationOf("LENGTH")).isEqualTo(SmallPacks.LAW);
  }

  @Test
  void of_two_lengths_the_longer_one_counts_and_none_that_cannot_be_compared() {
    assertThat(under(plain(), atLeast("P1M")).atLeast()).isEqualTo(Period.ofMonths(3));
    assertThat(under(plain(), atLeast("P1M")).citationOf("LENGTH")).isNotEqualTo(SmallPacks.LAW);
    assertThat(under(plain(), atLeast("P6M"), atLeast("P1Y"), atLeast("P5M")).atLeast())
        .isEqualTo(Period.ofYears(1));
    assertThat(refused(plain(), atLeast("P90D")))
        .extracting(
            Problem::code,
            problem -> problem.parameters().get("restating"),
            problem -> problem.parameters().get("restated"))
        .containsExactly(
            tuple(
                "pack.incomparable",
                "law@1 rule:rule-0 [L2]",
                "practice:adolescents/completion [choice]"));
  }

  @Test
  void where_the_definition_does_not_say_when_something_is_complete_a_pack_does_not_either() {
    ProgrammeDefinition silent = SmallProgramme.definition(List.of());
    ProgrammeDefinition laid = laid(silent, atLeast("P6M"));
    assertThat(laid.on(DAY).practices().get(0).completion()).isNull();
    assertThat(DeepCheck.of(laid).flaws())
        .extracting(Flaw::code)
        .containsExactly("flaw.rule-nowhere");
  }

  @Test
  void an_ending_counts_as_completed_later_or_never_and_stays_open_to_whoever_may_ask() {
    ProgrammeDefinition small = SmallMentorships.definition();
    EarlyEnding later = moved(under(small, ending(MOVED, "P60D")));
    assertThat(later.asCompleted()).isTrue();
    assertThat(later.atLeast()).isEqualTo(Period.ofDays(60));
    assertThat(later.citation()).isEqualTo(SmallPacks.LAW);
    assertThat(moved(under(small, ending(MOVED, "P10D"))))
        .isEqualTo(moved(Objects.requireNonNull(small.practices().get(0).completion())));
    assertThat(moved(under(small, ending(MOVED, null))).asCompleted()).isFalse();
    assertThat(under(small, ending(MOVED, null), ending(MOVED, "P60D")))
        .isEqualTo(under(small, ending(MOVED, null)));
    // What never counted as completed does not begin to.
    assertThat(under(small, ending(UNWILLING, "P60D")).endings())
        .isEqualTo(Objects.requireNonNull(small.practices().get(0).completion()).endings());
    assertThat(refused(small, ending(MOVED, "P1M")))
        .extracting(Problem::code, problem -> problem.parameters().get("restated"))
        .containsExactly(tuple("pack.incomparable", "practice:adolescents/ending:MOVED [S1-03]"));
  }

  private static EarlyEnding moved(CompletionTerms terms) {
    return terms.endings().stream()
        .filter(each -> each.reason().equals(MOVED))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void who_moves_away_too_soon_by_the_law_of_the_day_has_not_completed() {
    assertThat(completedAfter(40, ending(MOVED, "P60D"), LocalDate.of(2020, 11, 1))).isFalse();
    assertThat(completedAfter(60, ending(MOVED, "P60D"), LocalDate.of(2020, 11, 1))).isTrue();
    assertThat(completedAfter(40, ending(MOVED, "P60D"), LocalDate.of(2020, 12, 1))).isTrue();
  }

  private static boolean completedAfter(int days, PackChange change, LocalDate from) {
    SmallMentorships small =
        new SmallMentorships(
            SmallMentorships.definition(),
            InMemoryStores.create(),
            builder -> builder.pack(law(rule("moved", from, change))));
    MentorshipId id = small.active(small.mentor("m-1"), small.mentee("e-1"));
    small.days(days);
    return Objects.requireNonNull(
            small
                .commands()
                .endEarly(COORDINATOR, id, MOVED, MENTEE, "moved", small.today())
                .orElseThrow()
                .particulars()
                .closure())
        .asCompleted();
  }

  @Test
  void a_rule_that_asks_for_nothing_is_refused() {
    assertThatThrownBy(() -> asks(List.of(), Set.of(), List.of(), null))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> assertThat(refusal.code()).isEqualTo("pack.completion-empty"));
  }

  @Test
  void of_records_that_the_programme_does_not_keep_nothing_is_asked() {
    ProgrammeDefinition small = SmallMentorships.definition();
    PackChange change = asks(List.of(EVENT), Set.of(MENTEE), List.of(MENTEE), "P6M");
    CompletionTerms woven = under(small, change);
    assertThat(woven.requires()).isEmpty();
    assertThat(woven.jointBy()).isEmpty();
    assertThat(woven.exitInterviews()).isEmpty();
    assertThat(woven.atLeast()).isEqualTo(Period.ofMonths(6));
    assertThat(DeepCheck.of(laid(small, change)).flaws())
        .extracting(Flaw::code, flaw -> flaw.witness().get("kinds"))
        .contains(tuple("flaw.rule-unrecorded", "EXIT_INTERVIEW, GRADUATION_EVENT, SUMMING_UP"));
  }

  @Test
  void the_citation_of_terms_is_that_of_the_definition_where_no_pack_says_otherwise() {
    assertThat(
            new CompletionTerms(List.of(), new TreeSet<>(), List.of(), Citation.CHOICE)
                .citationOf("LENGTH"))
        .isEqualTo(Citation.CHOICE);
  }
}
