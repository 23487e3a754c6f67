package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.BusyProgramme.HEAD;
import static org.mentoring.BusyProgramme.TODAY;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Renderer;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.Fact;
import org.mentoring.programme.NotHonoured;
import org.mentoring.programme.Phase;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.text.LocalizedText;
import org.mentoring.text.Messages;
import org.mentoring.time.Validity;

/** What a dated phase allows binds, and a refusal says which phase would allow it. */
class PhasesTest {
  private static final Citation CITE = Citation.of("S0-02");
  private static final Phase AUTUMN =
      phase("autumn", TODAY.minusMonths(1), TODAY.minusDays(5), "MATCHING", "MEETING");

  private static Phase phase(String id, LocalDate from, LocalDate until, String... allows) {
    return new Phase(
        id,
        new LocalizedText(id, id),
        Validity.between(from, until),
        new TreeSet<>(Arrays.stream(allows).map(Code::of).toList()),
        CITE);
  }

  private static ProgrammeDefinition definition(Phase... phases) {
    ProgrammeDefinition busy = BusyProgramme.definition();
    return new ProgrammeDefinition(
        busy.id(),
        busy.version(),
        busy.title(),
        null,
        busy.zone(),
        busy.under(),
        List.of(phases),
        busy.vocabulary(),
        busy.scales(),
        busy.neighbours(),
        busy.places(),
        busy.attributes(),
        busy.standards(),
        busy.practices(),
        busy.centre(),
        busy.targets(),
        busy.records(),
        busy.activities(),
        busy.incidents(),
        busy.calendars(),
        busy.waivers(),
        busy.privacy());
  }

  private static List<Finding> recorded(BusyProgramme busy, String kind, LocalDate on) {
    Happened met = Happened.Meeting.held(Fact.Mode.IN_PERSON, 60);
    Happened done = kind.equals("MEETING") ? met : new Happened.Entry(null, new TreeSet<>(), 1);
    return busy.mentoring
        .activities()
        .record(HEAD, Code.of(kind), About.mentorship(busy.pair), on, done, null)
        .refused()
        .map(decision -> decision.findings())
        .orElse(List.of());
  }

  @Test
  void a_kind_of_activity_that_a_phase_names_is_recorded_of_no_day_outside_it() {
    BusyProgramme busy = new BusyProgramme(InMemoryStores.create(), definition(AUTUMN));

    assertThat(recorded(busy, "MEETING", TODAY.minusDays(6))).isEmpty();
    assertThat(recorded(busy, "MEETING", TODAY.minusDays(5)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("command.activity-phase");
              assertThat(finding.citation()).isEqualTo(CITE);
              assertThat(finding.parameters())
                  .containsEntry("phases", Parameter.term("autumn (2020-09-01/2020-09-25)"));
            });
    assertThat(recorded(busy, "SUPPORT_CHAT", TODAY.minusDays(5))).isEmpty();
  }

  @Test
  void a_refusal_names_the_phases_that_allow_it_in_both_languages() {
    BusyProgramme busy = new BusyProgramme(InMemoryStores.create(), definition(AUTUMN));
    Finding finding = recorded(busy, "MEETING", TODAY).get(0);

    for (Language language : Language.values()) {
      assertThat(
              Renderer.of(busy.mentoring.definition(), Messages.of(language), Audience.COORDINATOR)
                  .lines(List.of(finding)))
          .singleElement()
          .extracting(Renderer.Line::found)
          .asString()
          .contains("autumn (2020-09-01/2020-09-25)");
    }
  }

  @Test
  void where_no_phase_names_a_kind_it_is_recorded_of_any_day() {
    Phase matching = phase("autumn", TODAY.minusMonths(1), TODAY.minusDays(5), "MATCHING");
    BusyProgramme busy = new BusyProgramme(InMemoryStores.create(), definition(matching));

    assertThat(recorded(busy, "MEETING", TODAY)).isEmpty();
  }

  @Test
  void what_no_phase_can_allow_is_not_honoured_and_everything_else_is() {
    assertThat(NotHonoured.in(definition(AUTUMN)))
        .extracting(NotHonoured::code)
        .doesNotContain("not-honoured.phase");
    assertThat(NotHonoured.in(definition(phase("spring", TODAY, TODAY.plusDays(1), "GUARDIAN"))))
        .filteredOn(part -> part.code().equals("not-honoured.phase"))
        .singleElement()
        .satisfies(part -> assertThat(part.text(Messages.of(Language.EN))).contains("S0-02"));
  }

  @Test
  void days_between_the_phases_are_a_gap_and_phases_that_meet_or_overlap_leave_none() {
    LocalDate day = LocalDate.of(2024, 7, 1);
    Phase first = phase("first", day.minusMonths(6), day);
    Phase within = phase("within", day.minusMonths(5), day.minusMonths(4));
    Phase meets = phase("meets", day, day.plusDays(1));
    Phase later = phase("later", day.plusMonths(2), day.plusMonths(8));

    assertThat(Phase.gaps(List.of(later, within, first)))
        .containsExactly(Validity.between(day, day.plusMonths(2)));
    assertThat(Phase.gaps(List.of(first, within, meets))).isEmpty();
    assertThat(Phase.gaps(List.of())).isEmpty();
  }
}
