package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.BusyProgramme.COORDINATOR;
import static org.mentoring.BusyProgramme.TODAY;
import static org.mentoring.BusyProgramme.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Leaving;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Fact.ConsentGiver;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.time.Validity;

/** How far the word of whoever says to be a guardian goes, where none was ever put on record. */
class GuardianByWordTest {
  private static final String OF_ANOTHER = "command.consent-of-another";
  private static final String NOT_OWN = "command.not-own-dossier";
  private static final Fact INTEREST = new Fact.Interest("chess");
  private static final Fact APPLICATION = new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY);

  private final BusyProgramme busy = new BusyProgramme();
  private final Mentoring mentoring = busy.mentoring;

  private static Actor guardian(String id) {
    return guardian(id, "home");
  }

  private static Actor guardian(String id, String organisation) {
    return new Actor(id, Code.of("GUARDIAN"), organisation);
  }

  private static List<String> found(Outcome<?> outcome) {
    return outcome
        .refused()
        .map(refused -> refused.findings().stream().map(Finding::code).toList())
        .orElse(List.of());
  }

  private static Fact.Consent consent(@Nullable ParticipantId giver) {
    return new Fact.Consent(
        ConsentGiver.GUARDIAN, giver, Code.of("MENTORING_CENTRE"), Code.of("PARTICIPATION"));
  }

  private Outcome<FactId> tells(Actor by, ParticipantId about, Fact fact) {
    return mentoring.record(by, about, fact, Validity.from(TODAY));
  }

  private ParticipantId family(String id) {
    return mentoring
        .register(COORDINATOR, ParticipantId.of(id), ParticipantKind.FAMILY, List.of())
        .orElseThrow();
  }

  private ParticipantId born(String id, LocalDate date) {
    ParticipantId person = busy.person(id);
    mentoring.record(COORDINATOR, person, new Fact.Birth(date), Validity.from(date)).orElseThrow();
    return person;
  }

  @Test
  void it_goes_for_nobody_of_whom_nothing_tells_that_it_is_a_child() {
    ParticipantId mother = busy.person("mother");
    busy.fact(mother, INTEREST);
    ParticipantId organiser = busy.person("organiser");
    busy.fact(organiser, new Fact.PositionHeld(Position.ORGANISER, null));

    for (ParticipantId about : List.of(busy.centre, mother, organiser, busy.mentor)) {
      for (Fact fact : List.of(INTEREST, APPLICATION, new Fact.Exclusion(busy.child))) {
        assertThat(found(tells(guardian("nobody"), about, fact)))
            .as(about + " " + fact)
            .containsExactly(NOT_OWN);
      }
      assertThat(found(tells(guardian("nobody"), about, consent(null))))
          .as(about.value())
          .containsExactly(OF_ANOTHER);
    }
  }

  @Test
  void it_goes_for_a_mentee_for_whoever_was_one_and_for_whoever_is_known_to_be_a_minor() {
    ParticipantId referred = busy.person("referred");
    busy.fact(referred, new Fact.Referral(Code.of("SCHOOL")));
    ParticipantId holds = busy.person("holds");
    busy.fact(holds, new Fact.PositionHeld(Position.MENTEE, null));
    ParticipantId paired = busy.person("paired");
    busy.mentorship(
        "over", busy.mentor("elm"), paired, MentorshipState.PROPOSED, MentorshipState.ENDED);
    ParticipantId applied = busy.person("applied");
    mentoring
        .record(COORDINATOR, applied, APPLICATION, Validity.between(day(-30), day(-10)))
        .orElseThrow();
    ParticipantId family = family("family");
    busy.fact(family, APPLICATION);
    ParticipantId young = born("young", TODAY.minusYears(9));
    busy.fact(young, new Fact.Application(Position.MENTOR, Fact.WayIn.INVITATION));

    for (ParticipantId child :
        List.of(busy.child, referred, holds, paired, applied, family, young)) {
      assertThat(tells(guardian("mother"), child, INTEREST).accepted())
          .as(child.value())
          .isPresent();
      FactId given = tells(guardian("mother"), child, consent(null)).orElseThrow();
      assertThat(mentoring.withdrawConsent(guardian("mother"), given, TODAY).accepted())
          .as(child.value())
          .isPresent();
    }
    ParticipantId grown = born("grown", TODAY.minusYears(18));
    busy.fact(grown, APPLICATION);
    assertThat(found(tells(guardian("mother"), grown, INTEREST))).containsExactly(NOT_OWN);
  }

  @Test
  void a_family_brings_a_child_of_whom_nothing_is_on_record_and_first_tells_that_it_applies() {
    ParticipantId kid = busy.person("kid");
    ParticipantId lad = busy.person("lad");

    assertThat(found(tells(guardian("mother"), kid, INTEREST))).containsExactly(NOT_OWN);
    for (Fact other :
        List.of(
            new Fact.Exclusion(busy.child),
            new Fact.Application(Position.MENTOR, Fact.WayIn.SELF))) {
      assertThat(found(tells(guardian("mother"), kid, other))).containsExactly(NOT_OWN);
    }
    assertThat(found(tells(guardian("mentor"), kid, APPLICATION))).containsExactly(NOT_OWN);
    assertThat(found(tells(guardian("mother"), busy.organisation("club"), APPLICATION)))
        .containsExactly(NOT_OWN);
    tells(guardian("mother"), kid, APPLICATION).orElseThrow();
    tells(guardian("mother"), lad, new Fact.Referral(Code.of("FAMILY"))).orElseThrow();

    for (ParticipantId each : List.of(kid, lad)) {
      assertThat(tells(guardian("mother"), each, consent(null)).accepted()).isPresent();
    }
  }

  private MentorshipId group(ParticipantId... children) {
    return group(List.of(), children);
  }

  private MentorshipId group(List<Leaving> leavings, ParticipantId... children) {
    MentorshipId one =
        busy.mentorship("many", busy.mentor("ash"), children[0], MentorshipState.ACTIVE);
    Particulars alone = busy.stores.mentorships().find(one).orElseThrow();
    busy.stores
        .mentorships()
        .save(
            new Particulars(
                alone.id(),
                alone.version() + 1,
                alone.practice(),
                Arrangement.GROUP,
                alone.mentors(),
                new TreeSet<>(Set.of(children)),
                alone.centre(),
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                alone.changes(),
                null,
                leavings,
                null,
                List.of()));
    return one;
  }

  private Outcome<ActivityId> part(Actor by, MentorshipId group, LocalDate on, Happened part) {
    return busy.record(by, "SUMMING_UP", About.mentorship(group), on, part);
  }

  @Test
  void of_who_left_a_group_it_gives_no_part_though_one_child_is_left() {
    ParticipantId lad = busy.menteeInPair("lad");
    Leaving left =
        new Leaving(
            lad,
            false,
            day(-3),
            Code.of("MOVED"),
            Code.of("MENTEE"),
            "why",
            COORDINATOR,
            "",
            busy.now.get());
    MentorshipId group = group(List.of(left), busy.child);
    Happened of = new Happened.PartGiven(Code.of("GUARDIAN"), lad);

    assertThat(found(part(guardian("stranger"), group, day(-5), of)))
        .contains("command.activity-part-of-another");
    busy.fact(lad, new Fact.Guardian(ParticipantId.of("mother")));
    assertThat(found(part(guardian("mother"), group, day(-5), of)))
        .doesNotContain("command.activity-part-of-another");
    assertThat(
            found(
                part(
                    guardian("aunt"),
                    group,
                    TODAY,
                    new Happened.PartGiven(Code.of("GUARDIAN"), busy.child))))
        .doesNotContain("command.activity-part-of-another");
  }

  @Test
  void in_a_group_it_gives_no_consent_and_takes_back_the_own_one() {
    FactId own = tells(guardian("mother"), busy.child, consent(null)).orElseThrow();
    group(busy.child, busy.menteeInPair("lad"));

    assertThat(found(tells(guardian("mother"), busy.child, consent(null))))
        .containsExactly(OF_ANOTHER);
    for (String id : List.of("stranger", "mentor")) {
      for (FactId each : List.of(own, busy.consent)) {
        assertThat(found(mentoring.withdrawConsent(guardian(id), each, TODAY)))
            .as(id)
            .containsExactly(OF_ANOTHER);
      }
    }
    FactId withdrawal = mentoring.withdrawConsent(guardian("mother"), own, TODAY).orElseThrow();
    assertThat(found(mentoring.retract(guardian("mother"), withdrawal, "yet")))
        .containsExactly(OF_ANOTHER);
  }

  @Test
  void who_gave_a_consent_takes_it_back_also_after_it_wants_to_be_a_mentor() {
    ParticipantId mother = busy.person("mother");
    FactId own = tells(guardian("mother"), busy.child, consent(null)).orElseThrow();
    busy.fact(mother, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF));

    assertThat(found(tells(guardian("mother"), busy.child, consent(null))))
        .containsExactly(OF_ANOTHER);
    assertThat(found(mentoring.withdrawConsent(guardian("mother"), busy.consent, TODAY)))
        .containsExactly(OF_ANOTHER);
    assertThat(mentoring.withdrawConsent(guardian("mother"), own, TODAY).accepted()).isPresent();
  }

  @Test
  void whoever_ever_mentored_the_child_or_stands_for_an_organisation_that_does_is_not_believed() {
    ParticipantId elm = busy.person("elm");
    busy.mentorship("over", elm, busy.child, MentorshipState.PROPOSED, MentorshipState.ENDED);
    ParticipantId school = busy.organisation("school-4");
    busy.mentorship("of-school", school, busy.child, MentorshipState.ACTIVE);

    for (Actor each : List.of(guardian("elm"), guardian("teacher", "school-4"))) {
      assertThat(found(tells(each, busy.child, consent(null))))
          .as(each.toString())
          .containsExactly(OF_ANOTHER);
      assertThat(found(tells(each, busy.child, INTEREST)))
          .as(each.toString())
          .containsExactly(NOT_OWN);
    }
    assertThat(tells(guardian("mother"), busy.child, INTEREST).accepted()).isPresent();
    // Where a pupil's mother is on record, it is nothing to her that the school mentors.
    busy.fact(busy.child, new Fact.Guardian(ParticipantId.of("mother")));
    assertThat(tells(guardian("mother", "school-4"), busy.child, INTEREST).accepted()).isPresent();
  }

  @Test
  void the_people_of_an_organisation_whom_the_child_excludes_are_not_believed() {
    busy.fact(busy.child, new Fact.Exclusion(busy.organisation("childrens-home")));

    assertThat(found(tells(guardian("tutor-1", "childrens-home"), busy.child, INTEREST)))
        .containsExactly(NOT_OWN);
    assertThat(tells(guardian("tutor-1"), busy.child, INTEREST).accepted()).isPresent();
  }

  @Test
  void in_stores_from_before_the_last_whom_a_consent_names_is_believed_and_nobody_else() {
    ParticipantId mother = busy.person("mother");
    busy.person("aunt");
    int number = 0;
    for (String giver : List.of("aunt", "mother")) {
      number++;
      busy.stores
          .participants()
          .append(
              new FactEntry.Recorded(
                  FactId.of("old-" + number),
                  busy.child,
                  consent(ParticipantId.of(giver)),
                  Validity.from(day(-50 + number)),
                  busy.now.get(),
                  COORDINATOR,
                  null,
                  null));
    }

    for (String each : List.of("stranger", "aunt")) {
      assertThat(found(tells(guardian(each), busy.child, INTEREST))).as(each).contains(NOT_OWN);
      assertThat(found(mentoring.withdrawConsent(guardian(each), FactId.of("old-2"), TODAY)))
          .as(each)
          .containsExactly(OF_ANOTHER);
    }
    assertThat(tells(guardian("mother"), busy.child, INTEREST).accepted()).isPresent();
    busy.fact(busy.child, new Fact.Guardian(ParticipantId.of("aunt")));
    assertThat(tells(guardian("aunt"), busy.child, INTEREST).accepted()).isPresent();
    assertThat(found(tells(guardian(mother.value()), busy.child, INTEREST)))
        .containsExactly(NOT_OWN);
  }
}
