package org.mentoring.corpus;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Happened;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StateChange;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.OrganisationalModel;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;
import org.mentoring.time.Validity;

/** Makes the decisions of a release under a definition. The same definition gives the same ones. */
final class CorpusMaker {
  private static final LocalDate DAY = LocalDate.of(2020, 9, 1);
  private static final Actor COORDINATOR = Actor.coordinator("c-1", "centre-1");

  private final ProgrammeDefinition definition;
  private final Stores stores = InMemoryStores.create();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2020-09-01T06:00:00Z"));
  private final Mentoring mentoring;
  private int people;

  private CorpusMaker(ProgrammeDefinition definition, RulesProvider rules) {
    this.definition = definition;
    this.mentoring =
        Mentoring.of(definition)
            .rules(rules)
            .stores(stores)
            .identifiers(new SequentialIdentifiers())
            .clock(clock())
            .build();
  }

  static Corpus make(ProgrammeDefinition definition, RulesProvider rules) {
    CorpusMaker maker = new CorpusMaker(definition, rules);
    for (Practice practice : definition.practices()) {
      practice.parties().forEach(party -> maker.party(practice, party));
      maker.mentorships(practice);
    }
    maker.centre();
    maker.merged(definition.practices().get(0));
    maker.waived(definition.practices().get(0));
    return new Corpus(definition, maker.stores);
  }

  /** Of each requirement: missing, then not met, then met; and met once, but not any more. */
  private void party(Practice practice, PartyTerms party) {
    Answers answers = new Answers(party, DAY);
    boolean open = false;
    for (Requirement asked : party.requirements()) {
      if (asked instanceof Requirement.Order order) {
        tooEarly(practice, party, order);
        continue;
      }
      ParticipantId person = person(party);
      for (Requirement each : party.requirements()) {
        if (!each.id().equals(asked.id())) {
          record(person, answers.good(each));
        }
      }
      keep(practice, party, person, DAY);
      List<FactId> bad = record(person, answers.bad(asked, open));
      keep(practice, party, person, DAY);
      bad.forEach(fact -> mentoring.retract(COORDINATOR, fact, "made up").orElseThrow());
      record(person, open ? answers.ended(asked) : answers.good(asked));
      keep(practice, party, person, DAY);
      open = !open;
    }
    ParticipantId whole = person(party);
    party.requirements().forEach(each -> record(whole, answers.good(each)));
    keep(practice, party, whole, DAY);
    keep(practice, party, whole, DAY.minusDays(30));
    keep(practice, party, whole, DAY.plusYears(8));
    keep(practice, party, person(party), DAY);
    party.requirements().stream()
        .filter(Requirement.ConsentGiven.class::isInstance)
        .forEach(consent -> withdrawn(practice, party, whole));
  }

  private void withdrawn(Practice practice, PartyTerms party, ParticipantId person) {
    stores.participants().history(person).stream()
        .filter(org.mentoring.participant.FactEntry.Recorded.class::isInstance)
        .map(org.mentoring.participant.FactEntry.Recorded.class::cast)
        .filter(entry -> entry.fact() instanceof Fact.Consent)
        .findFirst()
        .ifPresent(
            entry ->
                mentoring.withdrawConsent(COORDINATOR, entry.id(), DAY.minusDays(1)).orElseThrow());
    keep(practice, party, person, DAY);
  }

  private void tooEarly(Practice practice, PartyTerms party, Requirement.Order order) {
    Answers answers = new Answers(party, DAY);
    ParticipantId person = person(party);
    for (Requirement each : party.requirements()) {
      for (Answers.Said said : answers.good(each)) {
        LocalDate from =
            each.id().equals(order.requirement()) ? DAY.minusDays(90) : said.validity().from();
        record(person, List.of(new Answers.Said(said.fact(), Validity.from(from))));
      }
    }
    keep(practice, party, person, DAY);
  }

  private void merged(Practice practice) {
    PartyTerms party = practice.parties().get(practice.parties().size() - 1);
    Answers answers = new Answers(party, DAY);
    ParticipantId first = person(party);
    ParticipantId second = person(party);
    int half = party.requirements().size() / 2;
    for (int i = 0; i < party.requirements().size(); i++) {
      record(i < half ? first : second, answers.good(party.requirements().get(i)));
    }
    keep(practice, party, first, DAY);
    keep(practice, party, second, DAY);
    mentoring.merge(COORDINATOR, first, second, "made up").orElseThrow();
    keep(practice, party, first, DAY);
    keep(practice, party, second, DAY);
  }

  private void waived(Practice practice) {
    PartyTerms party = practice.party(Position.MENTOR).orElseThrow();
    Requirement training =
        party.requirements().stream()
            .filter(Requirement.TrainingDone.class::isInstance)
            .findFirst()
            .orElseThrow();
    Answers answers = new Answers(party, DAY);
    ParticipantId person = person(party);
    party.requirements().stream()
        .filter(each -> !each.id().equals(training.id()))
        .forEach(each -> record(person, answers.good(each)));
    Code authority = java.util.Objects.requireNonNull(definition.waivers()).authorities().first();
    org.mentoring.identity.WaiverId waiver =
        mentoring
            .waivers()
            .waive(
                new Actor("w-1", authority, "authority-1"),
                training.id(),
                person,
                null,
                "made up",
                DAY,
                DAY.plusDays(30))
            .orElseThrow();
    keep(practice, party, person, DAY);
    tick();
    mentoring
        .waivers()
        .revoke(new Actor("w-1", authority, "authority-1"), waiver, "made up")
        .orElseThrow();
    keep(practice, party, person, DAY);
  }

  private void centre() {
    CentreTerms terms = java.util.Objects.requireNonNull(definition.centre());
    PartyTerms party = terms.party();
    Answers answers = new Answers(party, DAY);
    ParticipantId centre = person(party);
    record(
        centre,
        List.of(
            new Answers.Said(
                new Fact.PositionHeld(Position.CENTRE, null), Validity.from(DAY.minusDays(90)))));
    keepCentre(centre);
    for (Requirement each : party.requirements()) {
      record(centre, answers.good(each));
      keepCentre(centre);
      ParticipantId partner = person(party);
      record(partner, days(new Fact.AttachedTo(centre, Code.of("PARTNER"))));
    }
    keepCentre(centre);
    for (OrganisationalModel model : terms.models()) {
      Code matter = model.agreement();
      if (matter != null) {
        ParticipantId host = person(party);
        record(host, days(new Fact.Agreement(centre, matter)));
      }
      for (Code kept : model.keeps()) {
        if (kept.equals(Code.of("COORDINATOR"))) {
          ParticipantId staff =
              mentoring
                  .register(COORDINATOR, named(), ParticipantKind.PERSON, List.of())
                  .orElseThrow();
          record(staff, days(new Fact.PositionHeld(Position.COORDINATOR, null)));
          record(staff, days(new Fact.AttachedTo(centre, Code.of("CENTRE"))));
        }
      }
      keepCentre(centre);
    }
  }

  private static List<Answers.Said> days(Fact fact) {
    return List.of(new Answers.Said(fact, Validity.from(DAY.minusDays(30))));
  }

  /** In each state that a mentorship comes to, with less and less missing. */
  private void mentorships(Practice practice) {
    if (practice.completion() == null) {
      return;
    }
    List<MentorshipState> all = new ArrayList<>();
    for (MentorshipState state :
        List.of(
            MentorshipState.PROPOSED,
            MentorshipState.AGREED,
            MentorshipState.ACTIVE,
            MentorshipState.PAUSED,
            MentorshipState.CLOSING)) {
      all.add(state);
      Particulars mentorship = mentorship(practice, all);
      stores.mentorships().save(mentorship);
      keepCompletion(mentorship.id());
      for (Code kind : practice.completion().requires()) {
        happened(
            mentorship.id(),
            kind,
            new Happened.EventHeld(Fact.Mode.IN_PERSON, mentorship.mentees(), new TreeSet<>()));
        keepCompletion(mentorship.id());
      }
      for (Code party : practice.completion().exitInterviews()) {
        happened(mentorship.id(), Code.of("EXIT_INTERVIEW"), new Happened.PartGiven(party));
        keepCompletion(mentorship.id());
      }
      for (Code party : practice.completion().jointBy()) {
        happened(mentorship.id(), Code.of("SUMMING_UP"), new Happened.PartGiven(party));
        keepCompletion(mentorship.id());
      }
      if (state == MentorshipState.PAUSED) {
        all.remove(MentorshipState.PAUSED);
      }
    }
  }

  private Particulars mentorship(Practice practice, List<MentorshipState> states) {
    MentorshipId id = MentorshipId.of(practice.id() + "-" + states.size() + "-" + last(states));
    ParticipantId mentor = person(practice.party(Position.MENTOR).orElseThrow());
    ParticipantId mentee = person(practice.party(Position.MENTEE).orElseThrow());
    List<StateChange> changes = new ArrayList<>();
    LocalDate on = DAY.minusMonths(7);
    LocalDate started = null;
    for (MentorshipState state : states) {
      changes.add(new StateChange(state, on, COORDINATOR, null, "", now.get()));
      if (state == MentorshipState.ACTIVE) {
        started = on;
      }
      on = on.plusDays(20);
    }
    boolean paused = last(states) == MentorshipState.PAUSED;
    return new Particulars(
        id,
        1,
        practice.id(),
        Arrangement.INDIVIDUAL,
        new TreeSet<>(List.of(mentor)),
        new TreeSet<>(List.of(mentee)),
        null,
        null,
        null,
        List.of(),
        started,
        paused
            ? List.of(
                new org.mentoring.mentorship.Pause(
                    on.minusDays(20), null, "made up", COORDINATOR, null, null))
            : List.of(),
        List.of(),
        List.of(),
        changes,
        null);
  }

  private static MentorshipState last(List<MentorshipState> states) {
    return states.get(states.size() - 1);
  }

  private int activities;

  private void happened(MentorshipId mentorship, Code kind, Happened happened) {
    tick();
    stores
        .activities()
        .append(
            new ActivityEntry.Recorded(
                new Activity(
                    ActivityId.of("activity-" + ++activities),
                    kind,
                    About.mentorship(mentorship),
                    DAY.minusDays(2),
                    happened,
                    null,
                    COORDINATOR,
                    now.get())));
    tick();
  }

  private ParticipantId named() {
    people++;
    return ParticipantId.of(String.format(java.util.Locale.ROOT, "p-%03d", people));
  }

  private ParticipantId person(PartyTerms party) {
    tick();
    return mentoring.register(COORDINATOR, named(), party.kinds().first(), List.of()).orElseThrow();
  }

  private List<FactId> record(ParticipantId person, List<Answers.Said> said) {
    List<FactId> facts = new ArrayList<>();
    for (Answers.Said each : said) {
      facts.add(mentoring.record(COORDINATOR, person, each.fact(), each.validity()).orElseThrow());
    }
    return facts;
  }

  private void keep(Practice practice, PartyTerms party, ParticipantId person, LocalDate asOf) {
    mentoring
        .decisions()
        .keep(COORDINATOR, person, practice.id(), party.position(), asOf)
        .orElseThrow();
  }

  private void keepCentre(ParticipantId centre) {
    mentoring.decisions().keepCentre(COORDINATOR, centre, DAY).orElseThrow();
  }

  private void keepCompletion(MentorshipId mentorship) {
    mentoring.decisions().keepCompletion(COORDINATOR, mentorship, DAY).orElseThrow();
  }

  private void tick() {
    now.updateAndGet(instant -> instant.plusSeconds(60));
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(@Nullable ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.get();
      }
    };
  }
}
