package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.BusyProgramme.COORDINATOR;
import static org.mentoring.BusyProgramme.TODAY;
import static org.mentoring.BusyProgramme.day;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.mentoring.centre.Centre;
import org.mentoring.centre.ModelStanding;
import org.mentoring.centre.RegisterLine;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.StepProgress;
import org.mentoring.decision.Verdict;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.spi.Page;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;

class CentresTest {
  private final BusyProgramme busy = new BusyProgramme();
  private final Mentoring mentoring = busy.mentoring;
  private final ParticipantId centre = busy.centre;

  private List<String> found() {
    Decision decision = mentoring.decideCentre(centre, TODAY);
    for (Language language : Language.values()) {
      List<Finding> ours =
          decision.findings().stream()
              .filter(finding -> finding.code().startsWith("centre."))
              .toList();
      assertThat(mentoring.renderer(language, Audience.COORDINATOR).lines(ours))
          .allSatisfy(line -> assertThat(line.found()).doesNotContain("{", "centre."));
    }
    return decision.findings().stream()
        .map(finding -> finding.code() + " " + finding.requirement())
        .toList();
  }

  private void trained() {
    busy.fact(
        centre,
        new Fact.Training(
            Fact.TrainingKind.ORGANISERS,
            null,
            60,
            Fact.Mode.IN_PERSON,
            Code.of("METHODOLOGY_CENTRE")));
  }

  private void coordinated() {
    ParticipantId coordinator = busy.person("coordinator");
    busy.fact(coordinator, new Fact.PositionHeld(Position.COORDINATOR, null));
    busy.fact(coordinator, new Fact.AttachedTo(centre, Code.of("CENTRE")));
  }

  private ParticipantId partner(String id) {
    ParticipantId partner = busy.organisation(id);
    busy.fact(partner, new Fact.AttachedTo(centre, Code.of("PARTNER")));
    return partner;
  }

  @Test
  void a_centre_starts_only_with_its_list_of_documents_complete() {
    trained();
    coordinated();
    busy.fact(centre, new Fact.DocumentHandedIn(Code.of("STATUTE")));
    assertThat(found()).contains("documents.missing centre-documents");
    assertThat(mentoring.decideCentre(centre, TODAY).verdict()).isEqualTo(Verdict.NOT_YET);
    Instant before = mentoring.now();
    busy.later();

    busy.fact(centre, new Fact.DocumentHandedIn(Code.of("PLAN_OF_WORK")));

    assertThat(mentoring.decideCentre(centre, TODAY).verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(mentoring.decideCentre(centre, TODAY, before).verdict()).isEqualTo(Verdict.NOT_YET);
  }

  @Test
  void the_documents_are_cited_as_the_terms_of_centres_are() {
    assertThat(mentoring.decideCentre(centre, TODAY).findings())
        .filteredOn(finding -> finding.code().equals("documents.missing"))
        .extracting(finding -> finding.citation().source())
        .containsExactly("S1-15");
  }

  @Test
  void only_an_organisation_can_be_a_centre() {
    assertThat(mentoring.decideCentre(busy.mentor, TODAY).findings())
        .extracting(Finding::code)
        .contains("party.kind");
  }

  @Test
  void one_organisational_model_must_be_open_to_it() {
    assertThat(found()).contains("centre.role-vacant model-1", "centre.agreement-missing model-2");
    assertThat(mentoring.organisationalModels(centre, TODAY))
        .extracting(ModelStanding::open)
        .containsExactly(false, false);

    coordinated();

    assertThat(found()).noneMatch(finding -> finding.contains("model"));
    assertThat(mentoring.organisationalModels(centre, TODAY))
        .extracting(ModelStanding::open)
        .containsExactly(true, false);
  }

  @Test
  void an_agreement_of_positions_holds_of_both_whoever_it_was_recorded_of() {
    ParticipantId outside = busy.organisation("ngo");
    busy.fact(outside, new Fact.Agreement(centre, Code.of("POSITIONS")));

    assertThat(mentoring.organisationalModels(centre, TODAY))
        .extracting(ModelStanding::open)
        .containsExactly(false, true);
    assertThat(mentoring.centre(centre, TODAY).orElseThrow().agreements())
        .containsOnlyKeys(Code.of("POSITIONS"));
    assertThat(found()).noneMatch(finding -> finding.contains("model"));
  }

  @Test
  void too_few_partners_are_told_of_and_hold_nothing_up() {
    partner("studio");
    assertThat(mentoring.decideCentre(centre, TODAY).findings())
        .filteredOn(finding -> finding.code().equals("centre.partners-few"))
        .extracting(finding -> finding.effect().name())
        .containsExactly("INFORMS");
    partner("club");
    assertThat(found()).noneMatch(finding -> finding.startsWith("centre.partners-few"));
  }

  @Test
  void a_centre_is_known_with_those_who_stand_by_it() {
    ParticipantId studio = partner("studio");
    ParticipantId host = busy.organisation("host");
    busy.fact(host, new Fact.AttachedTo(centre, Code.of("HOST")));
    ParticipantId left = busy.centre("left");
    ParticipantId right = busy.centre("right");
    busy.fact(centre, new Fact.AttachedTo(left, Code.of("NEIGHBOUR")));
    busy.fact(right, new Fact.AttachedTo(centre, Code.of("NEIGHBOUR")));

    Centre known = mentoring.centre(centre, TODAY).orElseThrow();

    assertThat(known.partners()).containsExactly(studio);
    assertThat(known.hosts()).containsExactly(host);
    assertThat(known.neighbours()).containsExactly(left, right);
    assertThat(known.since()).isEqualTo(day(-60));
    assertThat(mentoring.centres(TODAY))
        .extracting(Centre::id)
        .containsExactly(centre, left, right);
    assertThat(mentoring.centres(day(-61))).isEmpty();
    assertThat(mentoring.centre(host, TODAY)).isEmpty();
  }

  @Test
  void a_centre_that_was_merged_into_another_is_that_one() {
    ParticipantId again = busy.centre("again");
    ParticipantId studio = busy.organisation("studio");
    busy.fact(studio, new Fact.AttachedTo(again, Code.of("PARTNER")));

    mentoring
        .merge(
            new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator"),
            centre,
            again,
            "the same centre")
        .orElseThrow();

    assertThat(mentoring.centres(TODAY)).extracting(Centre::id).containsExactly(centre);
    assertThat(mentoring.centre(again, TODAY).orElseThrow().partners()).containsExactly(studio);
  }

  @Test
  void a_centre_keeps_registers_of_its_mentees_and_mentors_page_by_page() {
    busy.fact(busy.mentor, new Fact.AttachedTo(centre, Code.of("CENTRE")));
    ParticipantId waiting = busy.mentor("waiting");
    busy.fact(waiting, new Fact.AttachedTo(centre, Code.of("CENTRE")));
    ParticipantId foreign = busy.mentor("foreign");
    busy.fact(foreign, new Fact.AttachedTo(busy.centre("elsewhere"), Code.of("CENTRE")));
    busy.menteeInPair("second");

    Page<RegisterLine> first = mentoring.register(centre, Position.MENTOR, TODAY, null, 2);
    Page<RegisterLine> second = mentoring.register(centre, Position.MENTOR, TODAY, first.next(), 2);

    assertThat(first.items())
        .extracting(line -> line.participant().value())
        .containsExactly("mentor", "mentor-of-second");
    assertThat(second.items())
        .extracting(line -> line.participant().value())
        .containsExactly("waiting");
    assertThat(second.next()).isNull();
    assertThat(first.items().get(0).mentorships()).containsExactly(busy.pair);
    assertThat(first.items().get(0).since()).isEqualTo(day(-60));
    assertThat(second.items().get(0).mentorships()).isEmpty();
    assertThat(mentoring.register(centre, Position.MENTEE, TODAY, null, 10).items())
        .extracting(line -> line.participant().value())
        .containsExactly("child", "second");
  }

  @Test
  void a_register_does_not_show_mentorships_that_have_ended() {
    busy.mentorship("over", busy.mentor, busy.child, MentorshipState.CLOSED);

    assertThat(mentoring.register(centre, Position.MENTEE, TODAY, null, 10).items())
        .flatExtracting(RegisterLine::mentorships)
        .containsExactly(MentorshipId.of("pair"));
  }

  @Test
  void a_programme_that_says_nothing_of_centres_decides_about_none() {
    SmallProgramme small = new SmallProgramme();
    ParticipantId person = small.person("a");

    assertThatThrownBy(() -> small.mentoring.decideCentre(person, SmallProgramme.TODAY))
        .asInstanceOf(InstanceOfAssertFactories.type(MentoringException.class))
        .extracting(MentoringException::code)
        .isEqualTo("centre.undeclared");
    assertThat(small.mentoring.centres(SmallProgramme.TODAY)).isEmpty();
  }

  @Test
  void steps_of_a_centres_path_are_recorded_in_their_order() {
    assertThat(
            SmallProgramme.codes(
                mentoring.recordStep(
                    COORDINATOR, centre, null, Position.CENTRE, "premises", TODAY)))
        .containsExactly("command.step-skips");
    trained();
    mentoring
        .recordStep(COORDINATOR, centre, null, Position.CENTRE, "premises", TODAY)
        .orElseThrow();
    mentoring
        .recordStep(COORDINATOR, centre, "adolescents", Position.CENTRE, "opening", TODAY)
        .orElseThrow();

    assertThat(mentoring.decideCentre(centre, TODAY).path())
        .extracting(StepProgress::state)
        .containsOnly(StepProgress.State.DONE);
    assertThat(mentoring.decideCentre(centre, day(-1)).path())
        .extracting(StepProgress::state)
        .containsExactly(
            StepProgress.State.DONE,
            StepProgress.State.RECORDED_BY_PERSON,
            StepProgress.State.RECORDED_BY_PERSON);
  }
}
