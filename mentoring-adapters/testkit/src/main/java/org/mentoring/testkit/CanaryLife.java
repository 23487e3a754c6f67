package org.mentoring.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.Progress;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.choosing.EventDate;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.choosing.Ranking;
import org.mentoring.criterion.Attribute;
import org.mentoring.erasure.ErasureAct;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.FactId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.incident.NewIncident;
import org.mentoring.incident.Resolution;
import org.mentoring.json.DefinitionReader;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Stores;
import org.mentoring.time.Validity;

/**
 * A small life of a programme in which everything that is told of a person holds a canary of that
 * person: facts and references, and the texts of proposals, events, mentorships, activities,
 * incidents and waivers. Whoever then erases somebody looks for the canaries that are left, in
 * {@link StoredText} or in the bytes of files and dumps. The same seed gives the same life. For one
 * thread.
 */
public final class CanaryLife {
  /** The day on which the whole life takes place. */
  public static final LocalDate TODAY = LocalDate.of(2020, 10, 1);

  /** Runs the programme. */
  public static final Actor COORDINATOR = Actor.coordinator("c-1", "centre-1");

  private static final Actor HEAD = new Actor("h-1", Code.of("CENTRE_HEAD"), "centre-1");
  private static final Actor OPERATOR = new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "region-1");
  private static final Code CENTRE = Code.of("MENTORING_CENTRE");
  private static final Code ON_DEMAND = Code.of("ON_DEMAND");
  private static final String PRACTICE = "pairs";
  private static final String TOWN = "Город Тюмень";

  /** No secret: the life is nobody's, and must be the same each time. */
  private static final byte[] IDENTITY_KEY =
      "identities of canaries".getBytes(StandardCharsets.US_ASCII);

  private final Stores stores;
  private final Mentoring mentoring;
  private final Random random;
  private final Map<ParticipantId, Canaries> canaries = new LinkedHashMap<>();
  private final List<PairKey> pairs = new ArrayList<>();

  private CanaryLife(Stores stores, Random random) {
    this.stores = stores;
    this.random = random;
    mentoring =
        Mentoring.of(definition())
            .stores(stores)
            .clock(
                Clock.fixed(
                    Instant.from(TODAY.atTime(6, 0).atOffset(ZoneOffset.UTC)), ZoneId.of("UTC")))
            .identifiers(new SequentialIdentifiers())
            .identityKey(IDENTITY_KEY)
            .rules(new PermissiveRules())
            .build();
  }

  /**
   * Lives a life in stores that are empty.
   *
   * @param pairs how many mentors with a mentee each, at least 1; a mentee who finds no mentor
   *     comes on top
   * @param seed which life
   */
  public static CanaryLife lived(Stores stores, int pairs, long seed) {
    CanaryLife life = new CanaryLife(stores, new Random(seed));
    for (int i = 0; i < pairs; i++) {
      life.pairs.add(
          new PairKey(
              life.person("mentee-" + i, Position.MENTEE, TOWN),
              life.person("mentor-" + i, Position.MENTOR, TOWN)));
    }
    ParticipantId alone = ParticipantId.of("alone");
    life.canaries.put(alone, new Canaries(life.canaries.size()));
    life.person(
        "alone", Position.MENTEE, Objects.requireNonNull(life.canaries.get(alone)).own("TOPIC"));
    life.matching();
    life.pairs.forEach(life::mentorship);
    life.workshop();
    return life;
  }

  /** The programme of the life; it stays open. */
  public Mentoring mentoring() {
    return mentoring;
  }

  /** Everybody, by id; merged registrations are not among them. */
  public SortedSet<ParticipantId> people() {
    return new TreeSet<>(canaries.keySet());
  }

  /** The canaries of one of the {@link #people()}. */
  public Canaries canaries(ParticipantId person) {
    return Objects.requireNonNull(canaries.get(person), "one of the people");
  }

  /** Erases one of the people through the programme. */
  public ErasureAct erase(ParticipantId person) {
    return mentoring.erasure().erase(COORDINATOR, person, ON_DEMAND, TODAY).orElseThrow();
  }

  /**
   * What the stores still tell of people who were erased: canaries, references by which they are
   * found, identities that are claimed for them, rankings by and of them, why they were paired,
   * salts of their dossier parts, decisions that rest on these and are no shells. Each with the
   * place; empty where nothing leaked.
   */
  public List<String> leaks(Collection<ParticipantId> erased) {
    List<String> leaks = new ArrayList<>();
    CanarySearch search = new CanarySearch(stores);
    for (ParticipantId person : erased) {
      leaks.addAll(search.of(person, canaries(person)));
      for (ParticipantId each : List.of(person, again(person))) {
        leaks.addAll(search.of(each, reference(each, canaries(person))));
      }
    }
    return leaks;
  }

  /**
   * What is gone of people who were not erased: their own canaries that stand nowhere any more.
   * Empty where nothing was lost.
   */
  public List<String> lost(Collection<ParticipantId> erased) {
    List<String> lost = new ArrayList<>();
    Collection<String> texts = StoredText.of(stores).values();
    for (ParticipantId person : people()) {
      if (!erased.contains(person)) {
        canaries(person).own().stream()
            .filter(canary -> texts.stream().noneMatch(text -> text.contains(canary)))
            .forEach(canary -> lost.add(canary + " of " + person));
      }
    }
    return lost;
  }

  private static ProgrammeDefinition definition() {
    try (DefinitionReader reader = DefinitionReader.open();
        InputStream in = CanaryLife.class.getResourceAsStream("canary-programme.json")) {
      return reader.read(
          "canary-programme.json",
          Objects.requireNonNull(in, "a resource of this library").readAllBytes(),
          DocumentFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ParticipantId again(ParticipantId person) {
    return ParticipantId.of(person + "-again");
  }

  private static ExternalReference reference(ParticipantId id, Canaries canaries) {
    return new ExternalReference("portal", canaries.own("PORTAL") + " " + id);
  }

  private ParticipantId person(String name, Position position, String town) {
    ParticipantId id = ParticipantId.of(name);
    Canaries own = canaries.computeIfAbsent(id, any -> new Canaries(canaries.size()));
    registered(id, own);
    fact(id, new Fact.Birth(own.birth()));
    fact(id, new Fact.PersonName(own.own("GIVEN"), own.own("FAMILY")));
    fact(id, new Fact.Application(position, Fact.WayIn.SELF));
    fact(id, new Fact.Trait(Attribute.MUNICIPALITY, town));
    fact(id, new Fact.Interest("chess"));
    fact(id, new Fact.Need(own.own("NEED")));
    fact(id, new Fact.Wish(Attribute.GENDER, own.own("TOPIC")));
    if (position == Position.MENTEE) {
      fact(
          id, new Fact.Consent(Fact.ConsentGiver.GUARDIAN, null, CENTRE, Code.of("PARTICIPATION")));
    } else {
      fact(
          id,
          new Fact.Training(
              Fact.TrainingKind.INITIAL, null, 60, Fact.Mode.IN_PERSON, OPERATOR.capacity()));
    }
    FactId wrong = fact(id, new Fact.Interest(own.own("WRONG")));
    mentoring
        .correct(
            COORDINATOR,
            wrong,
            new Fact.Interest("go"),
            Validity.from(TODAY.minusMonths(1)),
            own.told())
        .orElseThrow();
    if (random.nextBoolean()) {
      ParticipantId again = again(id);
      registered(again, own);
      fact(again, new Fact.Offer(own.own("OFFER")));
      mentoring.merge(COORDINATOR, id, again, own.told()).orElseThrow();
    } else {
      fact(id, new Fact.Offer(own.own("OFFER")));
    }
    FactId retracted = fact(id, new Fact.Interest(own.own("WRONG") + " too"));
    mentoring.retract(COORDINATOR, retracted, own.told()).orElseThrow();
    return id;
  }

  private void registered(ParticipantId id, Canaries own) {
    mentoring
        .register(COORDINATOR, id, ParticipantKind.PERSON, List.of(reference(id, own)))
        .orElseThrow();
  }

  private FactId fact(ParticipantId about, Fact fact) {
    return mentoring
        .record(COORDINATOR, about, fact, Validity.from(TODAY.minusMonths(1)))
        .orElseThrow();
  }

  private String told(PairKey pair) {
    return Canaries.told(List.of(canaries(pair.mentee()), canaries(pair.mentor())));
  }

  /** Proposes, overrules, and lets people choose at an event. */
  private void matching() {
    MatchProposal proposal =
        mentoring.propose(COORDINATOR, PRACTICE, TODAY, Progress.NONE).orElseThrow();
    PairKey first = pairs.get(0);
    proposal = mentoring.lock(COORDINATOR, proposal, first, told(first)).orElseThrow();
    if (pairs.size() > 1) {
      PairKey crossed = new PairKey(pairs.get(1).mentee(), first.mentor());
      proposal = mentoring.reject(COORDINATOR, proposal, crossed, told(crossed)).orElseThrow();
    }
    List<MentorSelectionEvent> events =
        mentoring
            .planEvents(COORDINATOR, proposal, List.of(new EventDate(TOWN, TODAY)))
            .orElseThrow()
            .events();
    for (MentorSelectionEvent planned : events) {
      MentorSelectionEvent event = planned;
      for (ParticipantId mentee : event.mentees()) {
        event = ranked(event, mentee, Position.MENTEE);
      }
      for (ParticipantId mentor : event.mentors().keySet()) {
        event = ranked(event, mentor, Position.MENTOR);
      }
      int end = random.nextInt(3);
      if (end == 0) {
        String everybody = Canaries.told(event.mentees().stream().map(this::canaries).toList());
        mentoring.callOffEvent(COORDINATOR, event, shortened(everybody)).orElseThrow();
      } else if (end == 1) {
        mentoring.closeEvent(COORDINATOR, event).orElseThrow();
      }
    }
  }

  private static String shortened(String reason) {
    return reason.length() > 500 ? reason.substring(0, 500) : reason;
  }

  private MentorSelectionEvent ranked(
      MentorSelectionEvent event, ParticipantId by, Position position) {
    SortedSet<PairKey> possible = new TreeSet<>();
    for (PairKey pair : pairs) {
      if (position == Position.MENTEE ? pair.mentee().equals(by) : pair.mentor().equals(by)) {
        possible.add(pair);
      }
    }
    List<ParticipantId> named =
        possible.stream()
            .map(pair -> position == Position.MENTEE ? pair.mentor() : pair.mentee())
            .filter(
                each ->
                    event.invites(
                        each, position == Position.MENTEE ? Position.MENTOR : Position.MENTEE))
            .toList();
    return mentoring
        .recordRanking(COORDINATOR, event, Ranking.strict(by, position, named))
        .orElseThrow();
  }

  /** From the assignment to an early end, with everything that people may write on the way. */
  private void mentorship(PairKey pair) {
    MentorshipId id =
        mentoring
            .mentorships()
            .assign(
                COORDINATOR,
                NewMentorship.individual(PRACTICE, pair.mentor(), pair.mentee(), TODAY))
            .orElseThrow()
            .id();
    String told = told(pair);
    if (random.nextInt(4) == 0) {
      mentoring.mentorships().withdraw(HEAD, id, told, TODAY).orElseThrow();
      return;
    }
    mentoring.mentorships().start(COORDINATOR, id, TODAY).orElseThrow();
    mentoring.mentorships().escalate(HEAD, id, "warning", told, TODAY).orElseThrow();
    mentoring.mentorships().pause(HEAD, id, told, TODAY).orElseThrow();
    mentoring.mentorships().resume(HEAD, id, told, TODAY).orElseThrow();
    activities(pair, id, told);
    if (random.nextBoolean()) {
      incident(pair, random.nextBoolean() ? id : null, told);
    }
    waivers(pair, id, told);
    if (random.nextBoolean()) {
      mentoring.mentorships().pause(HEAD, id, told, TODAY).orElseThrow();
    }
    mentoring
        .mentorships()
        .endEarly(HEAD, id, Code.of("MOVED"), Code.of("MENTOR"), told, TODAY)
        .orElseThrow();
  }

  private void activities(PairKey pair, MentorshipId id, String told) {
    Note note = Note.of(told);
    ActivityId report =
        recorded(
            "MENTOR_REPORT",
            About.mentorship(id),
            new Happened.MentorReport(note, note, note),
            note);
    if (random.nextBoolean()) {
      mentoring.activities().retract(COORDINATOR, report, told).orElseThrow();
    }
    recorded(
        "SUPPORT_CHAT",
        About.participant(pair.mentor()),
        new Happened.Entry(null, new TreeSet<>(List.of(pair.mentee())), 1),
        note);
  }

  private ActivityId recorded(String kind, About about, Happened happened, Note note) {
    return mentoring
        .activities()
        .record(COORDINATOR, Code.of(kind), about, TODAY, happened, note)
        .orElseThrow();
  }

  private void incident(PairKey pair, @Nullable MentorshipId id, String told) {
    Note note = Note.of(told);
    IncidentId incident =
        mentoring
            .incidents()
            .report(
                COORDINATOR,
                new NewIncident(
                    Code.of("CHILD_CRISIS"),
                    id,
                    id == null
                        ? new TreeSet<>(List.of(pair.mentee(), pair.mentor()))
                        : new TreeSet<>(List.of(pair.mentee())),
                    TODAY,
                    note))
            .orElseThrow();
    mentoring.incidents().entrust(HEAD, incident, HEAD, TODAY).orElseThrow();
    mentoring.incidents().escalate(HEAD, incident, note, TODAY).orElseThrow();
    mentoring.incidents().takeStep(HEAD, incident, "child-safe", TODAY).orElseThrow();
    mentoring
        .incidents()
        .close(HEAD, incident, Resolution.of(note).leavingOut("talked", note), TODAY)
        .orElseThrow();
  }

  private void waivers(PairKey pair, MentorshipId id, String told) {
    WaiverId ofMentor =
        mentoring
            .waivers()
            .waive(
                OPERATOR,
                "mentor-training",
                pair.mentor(),
                null,
                canaries(pair.mentor()).told(),
                TODAY,
                TODAY.plusMonths(1))
            .orElseThrow();
    mentoring.waivers().revoke(OPERATOR, ofMentor, canaries(pair.mentor()).told()).orElseThrow();
    mentoring
        .waivers()
        .waive(OPERATOR, "MENTOR_REPORT", null, id, told, TODAY, TODAY.plusMonths(1))
        .orElseThrow();
  }

  /** Some come to it, and the note names them all. */
  private void workshop() {
    SortedSet<ParticipantId> came = new TreeSet<>();
    for (ParticipantId each : people()) {
      if (random.nextBoolean()) {
        came.add(each);
      }
    }
    if (!came.isEmpty()) {
      recorded(
          "WORKSHOP",
          About.programme(),
          new Happened.EventHeld(Fact.Mode.IN_PERSON, came, new TreeSet<>()),
          Note.of(Canaries.told(came.stream().map(this::canaries).toList())));
    }
  }
}
