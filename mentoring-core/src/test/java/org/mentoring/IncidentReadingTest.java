package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.SmallIncidents.CANARY;
import static org.mentoring.SmallIncidents.CHILD;
import static org.mentoring.SmallIncidents.COMMISSIONER;
import static org.mentoring.SmallIncidents.COORDINATOR;
import static org.mentoring.SmallIncidents.FAMILY;
import static org.mentoring.SmallIncidents.GUARDIAN;
import static org.mentoring.SmallIncidents.HEAD;
import static org.mentoring.SmallIncidents.MENTEE;
import static org.mentoring.SmallIncidents.MENTOR;
import static org.mentoring.SmallIncidents.MENTOR_CRISIS;
import static org.mentoring.SmallIncidents.OF_OPERATOR;
import static org.mentoring.SmallIncidents.OTHER_HEAD;
import static org.mentoring.SmallIncidents.OTHER_MENTOR;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.Note;
import org.mentoring.criterion.Attribute;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.IncidentView;
import org.mentoring.incident.IncidentView.Full;
import org.mentoring.incident.IncidentView.Own;
import org.mentoring.incident.IncidentView.Restricted;
import org.mentoring.incident.NewIncident;
import org.mentoring.incident.Resolution;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StateChange;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.spi.Stores;
import org.mentoring.time.Validity;

class IncidentReadingTest {
  private final SmallIncidents small = new SmallIncidents();
  private final IncidentCommands commands = small.commands;

  @Test
  void readers_and_the_responsible_person_read_everything_and_others_that_there_is_one() {
    IncidentId id = small.entrusted(GUARDIAN, MENTOR_CRISIS, small.active());
    Actor stillHead = new Actor("h-9", HEAD.capacity(), "centre-9");

    assertThat(commands.view(HEAD, id)).isInstanceOf(Full.class);
    assertThat(commands.view(OF_OPERATOR, id)).isInstanceOf(Full.class);
    assertThat(commands.view(stillHead, id)).isInstanceOf(Full.class);
    assertThat(commands.view(COORDINATOR, id)).isInstanceOf(Restricted.class);
    assertThat(commands.view(COMMISSIONER, id)).isInstanceOf(Restricted.class);
  }

  @Test
  void whoever_was_responsible_before_reads_no_longer() {
    IncidentId id = small.entrusted(COORDINATOR, FAMILY, small.active());
    assertThat(commands.view(HEAD, id)).isInstanceOf(Full.class);

    commands.entrust(COORDINATOR, id, OTHER_HEAD, small.today()).orElseThrow();

    assertThat(commands.view(HEAD, id)).isInstanceOf(Restricted.class);
    assertThat(commands.view(OTHER_HEAD, id)).isInstanceOf(Full.class);
  }

  @Test
  void a_reporter_reads_the_own_words_and_not_what_came_of_them() {
    IncidentId id = small.reported(GUARDIAN, CHILD, small.active());

    IncidentView view = commands.view(GUARDIAN, id);

    assertThat(view).isInstanceOf(Own.class);
    assertThat(((Own) view).what()).isEqualTo(Note.of(CANARY));
  }

  @Test
  void a_colleague_of_the_reporter_does_not_read_the_report() {
    IncidentId id = small.reported(OTHER_MENTOR, MENTOR_CRISIS, small.active());

    assertThat(commands.view(OTHER_MENTOR, id)).isInstanceOf(Own.class);
    assertThat(commands.view(MENTOR, id)).isInstanceOf(Restricted.class);
    unknownTo(new Actor("mentor-3", Code.of("MENTOR"), OTHER_MENTOR.organisation()), id);
  }

  @Test
  void a_mentor_does_not_read_an_incident_about_himself_whatever_office_he_holds() {
    MentorshipId mentorship = small.active();
    NewIncident about = small.of(MENTOR_CRISIS, null, small.mentor);
    IncidentId alone = commands.report(COORDINATOR, about).orElseThrow();
    IncidentId paired = small.reported(COORDINATOR, MENTOR_CRISIS, mentorship);
    Actor asHead = new Actor("mentor-1", HEAD.capacity(), "centre-1");

    unknownTo(MENTOR, alone);
    assertThat(commands.view(asHead, alone)).isInstanceOf(Restricted.class);
    assertThat(commands.view(asHead, paired)).isInstanceOf(Restricted.class);
    assertThat(commands.view(MENTOR, paired)).isInstanceOf(Restricted.class);
  }

  @Test
  void who_is_in_the_pair_neither_reads_nor_handles_where_the_report_names_no_mentorship() {
    MentorshipId mentorship = small.active();
    Actor asHead = new Actor("mentor-1", HEAD.capacity(), "centre-1");
    IncidentId running = small.reported(GUARDIAN, SmallIncidents.CHILD, null);

    assertKeptFrom(asHead, running);
    IncidentCommands commands = small.commands;
    assertThat(SmallProgramme.codes(commands.entrust(COORDINATOR, running, asHead, small.today())))
        .contains("command.incident-responsible-involved");
    assertThat(commands.view(HEAD, running)).isInstanceOf(Full.class);

    small
        .mentorships
        .commands()
        .endEarly(
            COORDINATOR,
            mentorship,
            SmallMentorships.UNWILLING,
            SmallMentorships.GUARDIAN,
            "it is over",
            small.today())
        .orElseThrow();
    small.mentorships.days(1);
    IncidentId later = small.reported(GUARDIAN, SmallIncidents.CHILD, null);
    assertKeptFrom(asHead, later);
    assertThat(commands.view(HEAD, later)).isInstanceOf(Full.class);
  }

  @Test
  void who_reports_of_itself_and_names_nobody_is_whom_it_is_about() {
    MentorshipId pair = small.active();
    Actor asHead = new Actor("mentor-1", HEAD.capacity(), "centre-1");
    IncidentId id = commands.report(MENTEE, small.of(SmallIncidents.CHILD, null)).orElseThrow();

    assertKeptFrom(asHead, id);
    assertThat(small.mentorships.now(pair).particulars().state()).isEqualTo(MentorshipState.PAUSED);
    assertThat(SmallProgramme.codes(commands.entrust(COORDINATOR, id, asHead, small.today())))
        .contains("command.incident-responsible-involved");
    assertThat(commands.view(MENTEE, id)).isInstanceOf(Own.class);
    assertThat(commands.view(HEAD, id)).isInstanceOf(Full.class);
    assertThat(commands.view(commissioner("Ishim"), id)).isInstanceOf(Restricted.class);
    assertThat(commands.view(commissioner("Tyumen"), id)).isInstanceOf(Full.class);
    commands.entrust(HEAD, id, HEAD, small.today()).orElseThrow();
    commands.takeStep(HEAD, id, "child-safe", small.today()).orElseThrow();
  }

  @Test
  void a_mentee_is_that_also_if_it_reports_as_itself() {
    MentorshipId pair = small.active();
    Actor self = new Actor(MENTEE.id(), Code.of("SELF"), MENTEE.organisation());
    IncidentId id = commands.report(self, small.of(CHILD, null)).orElseThrow();

    assertKeptFrom(new Actor("mentor-1", HEAD.capacity(), "centre-1"), id);
    assertThat(small.mentorships.now(pair).particulars().state()).isEqualTo(MentorshipState.PAUSED);
  }

  @Test
  void a_guardian_who_reports_names_whom_it_is_about() {
    small.active();

    assertThat(SmallProgramme.codes(commands.report(GUARDIAN, small.of(CHILD, null))))
        .containsExactly("command.incident-names-nobody");
    assertThat(commands.report(GUARDIAN, small.of(CHILD, null, small.mentee)).accepted())
        .isPresent();
  }

  @Test
  void what_names_nobody_is_handled_by_nobody_who_is_in_a_pair() {
    small.active();
    Actor asHead = new Actor("mentor-1", HEAD.capacity(), "centre-1");
    IncidentId id = commands.report(COMMISSIONER, small.of(CHILD, null)).orElseThrow();

    assertKeptFrom(asHead, id);
    assertThat(SmallProgramme.codes(commands.entrust(COORDINATOR, id, asHead, small.today())))
        .contains("command.incident-responsible-involved");
    assertThat(commands.view(HEAD, id)).isInstanceOf(Full.class);

    MentorshipId pair =
        small.mentorships.mentoring.mentorships().of(small.mentor).get(0).particulars().id();
    small
        .mentorships
        .commands()
        .endEarly(
            COORDINATOR,
            pair,
            SmallMentorships.UNWILLING,
            SmallMentorships.AS_MENTOR,
            "it is over",
            small.today())
        .orElseThrow();
    assertKeptFrom(asHead, id);
  }

  @Test
  void who_handles_what_names_nobody_goes_on_with_it_when_paired_later() {
    IncidentId id = commands.report(COMMISSIONER, small.of(CHILD, null)).orElseThrow();
    commands.entrust(COORDINATOR, id, HEAD, small.today()).orElseThrow();
    small.mentorships.days(1);
    small.mentorships.active(small.mentorships.mentor(HEAD.id()), small.mentee);

    assertThat(commands.view(HEAD, id)).isInstanceOf(Full.class);
    assertThat(commands.takeStep(HEAD, id, "child-safe", small.today()).accepted()).isPresent();
  }

  @Test
  void before_its_first_centre_it_is_of_the_centres_of_the_town_that_the_family_told() {
    Mentoring mentoring = small.mentorships.mentoring;
    for (String town : List.of("Tobolsk", "Ishim")) {
      ParticipantId centre = organisation("centre-of-" + town);
      for (Fact fact :
          List.of(
              new Fact.PositionHeld(Position.CENTRE, null),
              new Fact.Trait(Attribute.MUNICIPALITY, town))) {
        mentoring.record(OF_OPERATOR, centre, fact, Validity.from(small.today())).orElseThrow();
      }
    }
    ParticipantId kid = small.mentorships.programme.person("kid");
    for (Fact fact :
        List.of(
            new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY),
            new Fact.Trait(Attribute.MUNICIPALITY, "Tobolsk"))) {
      mentoring.record(GUARDIAN, kid, fact, Validity.from(small.today())).orElseThrow();
    }
    small.mentorships.programme.later();
    Actor ishim = new Actor("z", HEAD.capacity(), "centre-of-Ishim");
    Actor tobolsk = new Actor("t", HEAD.capacity(), "centre-of-Tobolsk");
    mentoring
        .record(ishim, kid, new Fact.Interest("chess"), Validity.from(small.today()))
        .orElseThrow();
    IncidentId id = commands.report(GUARDIAN, small.of(CHILD, null, kid)).orElseThrow();

    assertKeptFrom(ishim, id);
    assertThat(SmallProgramme.codes(commands.entrust(ishim, id, ishim, small.today())))
        .isNotEmpty();
    assertThat(commands.view(tobolsk, id)).isInstanceOf(Full.class);
    assertThat(commands.entrust(tobolsk, id, tobolsk, small.today()).accepted()).isPresent();
  }

  @Test
  void without_a_mentorship_it_is_of_the_centre_that_looks_after_the_child_or_did_last() {
    ParticipantId centre = organisation("centre-1");
    organisation("centre-2");
    small.mentorships.programme.fact(small.mentee, new Fact.AttachedTo(centre, Code.of("CENTRE")));
    IncidentId named = small.reported(GUARDIAN, SmallIncidents.CHILD, null);
    IncidentId told = commands.report(MENTEE, small.of(SmallIncidents.CHILD, null)).orElseThrow();

    for (IncidentId each : List.of(named, told)) {
      assertKeptFrom(OTHER_HEAD, each);
      assertThat(SmallProgramme.codes(commands.entrust(HEAD, each, OTHER_HEAD, small.today())))
          .contains("command.incident-other-centre");
      assertThat(commands.view(HEAD, each)).isInstanceOf(Full.class);
      assertThat(commands.view(COMMISSIONER, each)).isInstanceOf(Full.class);
      assertThat(commands.entrust(HEAD, each, HEAD, small.today()).accepted()).isPresent();
    }
  }

  @Test
  void after_its_pair_ended_it_is_of_the_centre_that_ran_it() {
    ParticipantId centre = organisation("centre-1");
    MentorshipCommands pairs = small.mentorships.commands();
    MentorshipId pair =
        pairs
            .assign(COORDINATOR, small.mentorships.terms(small.mentor, small.mentee).at(centre))
            .orElseThrow()
            .id();
    pairs.withdraw(COORDINATOR, pair, "why", small.today()).orElseThrow();
    small.mentorships.days(3);
    IncidentId id = small.reported(GUARDIAN, SmallIncidents.CHILD, null);

    assertKeptFrom(OTHER_HEAD, id);
    assertThat(commands.view(HEAD, id)).isInstanceOf(Full.class);
  }

  private ParticipantId organisation(String id) {
    return small
        .mentorships
        .mentoring
        .register(COORDINATOR, ParticipantId.of(id), ParticipantKind.ORGANISATION, List.of())
        .orElseThrow();
  }

  private void assertKeptFrom(Actor actor, IncidentId id) {
    assertThat(small.commands.view(actor, id)).isInstanceOf(Restricted.class);
    assertThat(small.commands.takeStep(actor, id, "child-safe", small.today()).accepted())
        .isEmpty();
    assertThat(small.commands.entrust(actor, id, HEAD, small.today()).accepted()).isEmpty();
    assertThat(
            small
                .commands
                .close(actor, id, Resolution.of(Note.of("nothing happened")), small.today())
                .accepted())
        .isEmpty();
  }

  @Test
  void a_mentor_whom_the_algorithm_lets_read_reads_of_the_own_pair_and_not_of_himself() {
    MentorshipId mentorship = small.active();
    IncidentId of = small.reported(COORDINATOR, FAMILY, mentorship);
    IncidentId about =
        commands.report(COORDINATOR, small.of(FAMILY, mentorship, small.mentor)).orElseThrow();

    assertThat(commands.view(MENTOR, of)).isInstanceOf(Full.class);
    assertThat(commands.view(MENTOR, about)).isInstanceOf(Restricted.class);
    assertThat(commands.view(MENTEE, of)).isInstanceOf(Restricted.class);
    unknownTo(OTHER_MENTOR, of);
  }

  @Test
  void whoever_is_concerned_is_recognised_under_an_earlier_id() {
    ParticipantId twice = small.mentorships.programme.person("mentor-1b");
    IncidentId id =
        commands.report(COORDINATOR, small.of(MENTOR_CRISIS, null, small.mentor)).orElseThrow();
    small
        .mentorships
        .mentoring
        .merge(COORDINATOR, twice, small.mentor, "the same person")
        .orElseThrow();

    assertThat(commands.view(new Actor("mentor-1b", HEAD.capacity(), "centre-1"), id))
        .isInstanceOf(Restricted.class);
    assertThat(commands.view(new Actor("mentor-1", HEAD.capacity(), "centre-1"), id))
        .isInstanceOf(Restricted.class);
  }

  @Test
  void other_parties_do_not_even_learn_that_there_is_one() {
    MentorshipId mentorship = small.active();
    IncidentId id = small.reported(COORDINATOR, CHILD, mentorship);

    unknownTo(OTHER_MENTOR, id);
    unknownTo(GUARDIAN, id);
    assertThat(commands.open(OTHER_MENTOR)).isEmpty();
    assertThat(commands.of(OTHER_MENTOR, mentorship)).isEmpty();
    assertThat(commands.overdue(OTHER_MENTOR, small.today().plusYears(1), null, 10).items())
        .isEmpty();
    assertThat(commands.open(MENTOR)).singleElement().isInstanceOf(Restricted.class);
  }

  @Test
  void the_head_of_another_centre_does_not_read_the_incidents_of_this_one() {
    Stores stores = InMemoryStores.create();
    Mentoring mentoring =
        Mentoring.of(SmallIncidents.definition())
            .stores(stores)
            .rules(SmallProgramme.rules())
            .build();
    for (String centre : List.of("centre-1", "centre-2")) {
      mentoring
          .register(COORDINATOR, ParticipantId.of(centre), ParticipantKind.ORGANISATION, List.of())
          .orElseThrow();
      mentoring
          .record(
              OF_OPERATOR,
              ParticipantId.of(centre),
              new Fact.PositionHeld(Position.CENTRE, null),
              org.mentoring.time.Validity.from(small.today()))
          .orElseThrow();
    }
    MentorshipId mentorship = atCentre(stores, "centre-1");
    IncidentId id =
        mentoring
            .incidents()
            .report(
                COORDINATOR,
                new NewIncident(
                    MENTOR_CRISIS, mentorship, new TreeSet<>(), small.today(), Note.of(CANARY)))
            .orElseThrow();

    assertThat(mentoring.incidents().view(HEAD, id)).isInstanceOf(Full.class);
    assertThat(mentoring.incidents().view(OTHER_HEAD, id)).isInstanceOf(Restricted.class);
    assertThat(mentoring.incidents().view(OF_OPERATOR, id)).isInstanceOf(Full.class);
    assertThat(mentoring.incidents().entrust(OTHER_HEAD, id, OTHER_HEAD, small.today()).accepted())
        .isEmpty();
    assertThat(mentoring.incidents().entrust(HEAD, id, OTHER_HEAD, small.today()).accepted())
        .isEmpty();
    assertThat(mentoring.incidents().entrust(HEAD, id, HEAD, small.today()).accepted()).isPresent();
  }

  @Test
  void a_commission_of_another_municipality_does_not_read_in_full() {
    MentorshipId mentorship = small.active();
    IncidentId id = small.reported(GUARDIAN, CHILD, mentorship);
    IncidentId ofChild = small.reported(GUARDIAN, CHILD, null);

    for (IncidentId each : List.of(id, ofChild)) {
      assertThat(commands.view(COMMISSIONER, each)).isInstanceOf(Full.class);
      assertThat(commands.view(commissioner("Tyumen"), each)).isInstanceOf(Full.class);
      assertThat(commands.view(commissioner("Ishim"), each)).isInstanceOf(Restricted.class);
    }
  }

  @Test
  void of_whom_no_town_is_told_that_of_the_centre_which_brought_it_in_counts() {
    ParticipantId centre = organisation("centre-1");
    small
        .mentorships
        .mentoring
        .record(
            OF_OPERATOR,
            centre,
            new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen"),
            Validity.from(small.today()))
        .orElseThrow();
    ParticipantId kid = small.mentorships.programme.person("kid");
    small.mentorships.programme.fact(kid, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
    IncidentId id = commands.report(GUARDIAN, small.of(CHILD, null, kid)).orElseThrow();

    assertKeptFrom(commissioner("Ishim"), id);
    assertThat(commands.view(commissioner("Tyumen"), id)).isInstanceOf(Full.class);
  }

  @Test
  void a_commission_whose_remit_nobody_told_neither_reads_nor_handles_an_incident() {
    IncidentId ofPair = small.reported(GUARDIAN, CHILD, small.active());
    IncidentId ofChild = small.reported(GUARDIAN, CHILD, null);
    IncidentId ofNobody = commands.report(HEAD, small.of(CHILD, null)).orElseThrow();
    Actor unknown = new Actor("k-5", COMMISSIONER.capacity(), "commission-of-nowhere");
    Actor untold = new Actor("k-6", COMMISSIONER.capacity(), "commission-of-no-town");
    organisation(untold.organisation());

    for (IncidentId each : List.of(ofPair, ofChild, ofNobody)) {
      assertKeptFrom(unknown, each);
      assertKeptFrom(untold, each);
      assertThat(commands.view(COMMISSIONER, each)).isInstanceOf(Full.class);
    }
    IncidentId own = commands.report(unknown, small.of(CHILD, null, small.mentee)).orElseThrow();
    assertThat(commands.view(unknown, own)).isInstanceOf(Own.class);
    commands.entrust(COMMISSIONER, own, HEAD, small.today()).orElseThrow();
  }

  /** Of a commission that is registered with the municipality for which it decides. */
  private Actor commissioner(String municipality) {
    ParticipantId commission = ParticipantId.of("commission-of-" + municipality);
    Mentoring mentoring = small.mentorships.mentoring;
    if (mentoring.participant(commission).isEmpty()) {
      mentoring
          .register(COORDINATOR, commission, ParticipantKind.ORGANISATION, List.of())
          .orElseThrow();
      mentoring
          .record(
              OF_OPERATOR,
              commission,
              new Fact.Trait(Attribute.MUNICIPALITY, municipality),
              Validity.from(small.today().minusMonths(1)))
          .orElseThrow();
    }
    return new Actor("k-9", COMMISSIONER.capacity(), commission.value());
  }

  @Test
  void an_unknown_mentorship_or_incident_is_thrown_by_queries() {
    assertThatThrownBy(() -> commands.of(HEAD, MentorshipId.of("nowhere")))
        .isInstanceOf(MentoringException.class)
        .hasMessageContaining("mentorship.unknown");
    unknownTo(HEAD, IncidentId.of("nowhere"));
  }

  @Test
  void a_restricted_reader_is_told_what_has_to_be_known_to_act() {
    MentorshipId mentorship = small.active();
    IncidentId id = small.reported(GUARDIAN, CHILD, mentorship);

    Restricted view = (Restricted) commands.view(COORDINATOR, id);

    assertThat(view.mentorship()).isEqualTo(mentorship);
    assertThat(view.open()).isTrue();
    assertThat(view.entrusted()).isFalse();
  }

  @Test
  void a_restricted_reader_is_told_neither_demand_nor_deadline_of_any_algorithm() {
    MentorshipId mentorship = small.active();
    for (Code kind : List.of(SmallIncidents.CHILD, MENTOR_CRISIS, FAMILY)) {
      IncidentId id = small.reported(GUARDIAN, kind, mentorship);
      assertThat(Restricted.class.getRecordComponents())
          .extracting(java.lang.reflect.RecordComponent::getName)
          .containsExactly("id", "mentorship", "reportedOn", "open", "entrusted");
      assertThat(commands.overdue(COORDINATOR, small.today().plusYears(1), null, 10).items())
          .isEmpty();
      assertThat(commands.view(COORDINATOR, id)).isInstanceOf(Restricted.class);
    }
  }

  @Test
  void no_words_of_people_stand_in_what_is_printed_refused_or_thrown() {
    IncidentId id = small.entrusted(GUARDIAN, CHILD, small.active());
    Note canary = Note.of(CANARY);
    commands.escalate(HEAD, id, canary, small.today()).orElseThrow();
    Resolution resolution =
        Resolution.of(canary)
            .leavingOut("child-safe", canary)
            .leavingOut("talked", canary)
            .leavingOut("written-up", canary);
    commands.close(HEAD, id, resolution, small.today()).orElseThrow();
    Full full = (Full) commands.view(COMMISSIONER, id);

    assertThat(
            List.of(
                small.of(CHILD, null).toString(),
                full.toString(),
                String.valueOf(full.closure()),
                full.escalations().toString(),
                resolution.toString(),
                commands.view(GUARDIAN, id).toString(),
                commands.view(COORDINATOR, id).toString(),
                commands.close(HEAD, id, resolution, small.today()).toString(),
                commands.of(COMMISSIONER, full.mentorship()).toString(),
                commands.open(COMMISSIONER).toString()))
        .allSatisfy(text -> assertThat(text).doesNotContain(CANARY, "CHILD_CRISIS"));
    assertThatThrownBy(() -> commands.close(HEAD, id, resolution, small.today()).orElseThrow())
        .hasMessageNotContaining(CANARY);
  }

  @Test
  void the_record_itself_does_not_print_what_it_is_about() {
    Stores stores = InMemoryStores.create();
    Mentoring mentoring =
        Mentoring.of(SmallIncidents.definition())
            .stores(stores)
            .rules(SmallProgramme.rules())
            .build();
    mentoring
        .incidents()
        .report(
            COORDINATOR,
            new NewIncident(CHILD, null, new TreeSet<>(), small.today(), Note.of(CANARY)))
        .orElseThrow();

    assertThat(stores.incidents().open())
        .singleElement()
        .satisfies(open -> assertThat(open.toString()).doesNotContain(CANARY, "CHILD_CRISIS"));
  }

  private void unknownTo(Actor reader, IncidentId id) {
    assertThatThrownBy(() -> commands.view(reader, id))
        .isInstanceOf(MentoringException.class)
        .hasMessageContaining("incident.unknown");
    assertThatThrownBy(() -> commands.findings(reader, id, small.today()))
        .hasMessageContaining("incident.unknown");
  }

  private MentorshipId atCentre(Stores stores, String centre) {
    Particulars proposed =
        new Particulars(
            MentorshipId.of("mentorship-1"),
            1,
            SmallMentorships.PRACTICE,
            Arrangement.INDIVIDUAL,
            new TreeSet<>(Set.of(small.mentor)),
            new TreeSet<>(Set.of(small.mentee)),
            ParticipantId.of(centre),
            null,
            null,
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new StateChange(
                    MentorshipState.PROPOSED,
                    small.today(),
                    COORDINATOR,
                    null,
                    "",
                    small.mentorships.mentoring.now())),
            null);
    stores.mentorships().save(proposed);
    return proposed.id();
  }
}
