package org.mentoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.incident.IncidentDeadline;
import org.mentoring.mentorship.Particulars;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.programme.Practice;

/**
 * Who may read what of an incident. An actor who is a participant acts under that id, so that
 * whoever is concerned is recognised in every capacity: nobody reads an incident about oneself,
 * whatever office one holds besides.
 */
final class IncidentReading {
  /** What one is by taking part in a mentorship: no office, so it opens no other's incident. */
  private static final Set<Code> PARTIES =
      Set.of(
          Code.of("MENTOR"),
          Code.of("MENTEE"),
          Code.of("GUARDIAN"),
          Code.of("CHILD"),
          Code.of("FAMILY"),
          Code.of("SELF"),
          Code.of("ALUMNUS"),
          Code.of("EMPLOYEE"));

  private static final Code MENTOR = Code.of("MENTOR");
  private static final Code MENTEE = Code.of("MENTEE");

  /** How much somebody may read. */
  enum Access {
    /** Everything. */
    FULL,
    /** What one reported oneself. */
    OWN,
    /** That there is one, and what has to be known of it to act. */
    RESTRICTED,
    /** Not even that. */
    NONE
  }

  private final Workplace workplace;

  IncidentReading(Workplace workplace) {
    this.workplace = workplace;
  }

  static boolean isParty(Code capacity) {
    return PARTIES.contains(capacity);
  }

  Access access(Actor reader, Incident incident) {
    IncidentProcedure procedure = procedure(incident);
    boolean concerned = concerned(reader, incident);
    if (!concerned && mayReadAll(reader, incident, procedure)) {
      return Access.FULL;
    }
    if (reported(reader, incident)) {
      return Access.OWN;
    }
    return isIn(reader, incident) || !isParty(reader.capacity()) ? Access.RESTRICTED : Access.NONE;
  }

  private boolean mayReadAll(Actor reader, Incident incident, IncidentProcedure procedure) {
    boolean reads = procedure.readers().contains(reader.capacity());
    Particulars mentorship = mentorship(incident).orElse(null);
    if (mentorship != null && takesPart(reader, mentorship)) {
      // A head of a centre who is the mentor of this child reads no more than any mentor.
      return reads
          && ((reader.capacity().equals(MENTOR) && isOneOf(reader, mentorship.mentors()))
              || (reader.capacity().equals(MENTEE) && isOneOf(reader, mentorship.mentees())));
    }
    if (mentorship == null && takesPart(reader, incident)) {
      return false;
    }
    return reader.equals(incident.responsible())
        || (reads
            && !isParty(reader.capacity())
            && !ofOtherCentre(reader, incident)
            && !ofOtherMunicipality(reader, incident));
  }

  /**
   * Whether somebody holds an office in the handling: in a capacity that the algorithm or the path
   * of the mentorship names, without a part in it, and not for another centre.
   */
  boolean handles(Actor actor, Incident incident) {
    return !isParty(actor.capacity())
        && offices(incident).contains(actor.capacity())
        && !concerned(actor, incident)
        && !takesPart(actor, incident)
        && !ofOtherCentre(actor, incident)
        && !ofOtherMunicipality(actor, incident);
  }

  private Set<Code> offices(Incident incident) {
    IncidentProcedure procedure = procedure(incident);
    Set<Code> offices = new TreeSet<>(procedure.readers());
    offices.add(procedure.responsible());
    offices.addAll(procedure.escalatesTo());
    procedure.steps().forEach(step -> offices.add(step.owner()));
    List<Particulars> mentorships = mentorships(incident);
    workplace.definition().practices().stream()
        .filter(
            each ->
                mentorships.isEmpty()
                    || mentorships.stream().anyMatch(one -> one.practice().equals(each.id())))
        .map(Practice::mentorship)
        .filter(Objects::nonNull)
        .forEach(terms -> terms.path().forEach(step -> offices.add(step.owner())));
    return offices;
  }

  /**
   * Whether the actor acts for a centre, and the incident is of others: where it is about no
   * mentorship, of those who look after whom it is about.
   */
  boolean ofOtherCentre(Actor actor, Incident incident) {
    List<Particulars> mentorships = mentorships(incident);
    if (!mentorships.isEmpty()) {
      return mentorships.stream().allMatch(each -> ofOtherCentre(actor, each));
    }
    List<ParticipantId> people = people(incident).stream().filter(this::isKnown).toList();
    LookingAfter after = new LookingAfter(workplace, actor, new ActorStanding(workplace, actor));
    return incident.mentorship() == null
        && !people.isEmpty()
        && people.stream().allMatch(after::isForOthersToHandle);
  }

  /** Whom it names; where it names nobody and no mentorship, the participant who reported it. */
  private SortedSet<ParticipantId> people(Incident incident) {
    SortedSet<ParticipantId> people = new TreeSet<>(incident.concerns());
    if (people.isEmpty() && incident.mentorship() == null) {
      reporter(incident).ifPresent(people::add);
    }
    return people;
  }

  private Optional<ParticipantId> reporter(Incident incident) {
    return Optional.of(ParticipantId.of(incident.by().id()))
        .filter(each -> isParty(incident.by().capacity()) && isKnown(each));
  }

  private boolean isKnown(ParticipantId id) {
    return workplace.stores().participants().find(id).isPresent();
  }

  /** Whether the reader acts for a centre, and the mentorship belongs to another one. */
  boolean ofOtherCentre(Actor reader, @Nullable Particulars mentorship) {
    return mentorship != null && new ActorStanding(workplace, reader).isOfOtherCentre(mentorship);
  }

  /**
   * Whether the actor's organisation is registered with a municipality, and whom the incident is
   * about are all known to live, or to be looked after, in others. What nobody recorded tells
   * nothing: an organisation of the whole region is registered without a municipality; but a
   * commission without a remit, which decides of nobody, handles nothing either. A regional
   * operator's address is no bound of it.
   */
  private boolean ofOtherMunicipality(Actor actor, Incident incident) {
    SortedSet<ParticipantId> about = people(incident);
    mentorships(incident).stream()
        .map(Particulars::withAllParties)
        .forEach(
            mentorship -> {
              about.addAll(mentorship.mentees());
              if (mentorship.centre() != null) {
                about.add(mentorship.centre());
              }
            });
    return ofOtherMunicipality(actor, about);
  }

  /** The same for people and organisations. */
  boolean ofOtherMunicipality(Actor actor, Set<ParticipantId> about) {
    LookingAfter after = new LookingAfter(workplace, actor, new ActorStanding(workplace, actor));
    if (after.isOperator()) {
      return false;
    } else if (actor.capacity().equals(Offices.COMMISSION) && !after.hasRemit()) {
      return true;
    }
    FactsOnRecord facts = new FactsOnRecord(workplace);
    Set<String> own = facts.municipalities(ParticipantId.of(actor.organisation()));
    if (own.isEmpty()) {
      return false;
    }
    Set<String> places = new TreeSet<>();
    about.forEach(each -> places.addAll(facts.municipalities(each)));
    if (places.isEmpty()) {
      about.stream()
          .filter(this::isKnown)
          .forEach(each -> places.addAll(after.places(each, after.nowOrLast(each))));
    }
    // Of two towns it is not known which is its own: that makes it one of neither.
    return !places.isEmpty() && (own.size() > 1 || !places.containsAll(own));
  }

  boolean reported(Actor actor, Incident incident) {
    return actor.id().equals(incident.by().id())
        && actor.organisation().equals(incident.by().organisation());
  }

  /** Whether the incident is about the actor or its child, under whatever id it was registered. */
  boolean concerned(Actor actor, Incident incident) {
    return isOneOf(actor, incident.concerns())
        || incident.concerns().stream()
            .anyMatch(new ActorStanding(workplace, actor).guardianship()::wasEver);
  }

  /**
   * Whether the actor is mentor, mentee or guardian of the mentorship that it is about. Where none
   * is named, of any that there is or was of those whom it concerns, and of the participant who
   * reported it: a child that tells of its mentor names neither itself nor a mentorship.
   */
  boolean takesPart(Actor actor, Incident incident) {
    Stream<Particulars> about =
        incident.mentorship() == null
            ? Stream.concat(incident.concerns().stream(), reporter(incident).stream())
                .flatMap(this::registrations)
                .flatMap(each -> workplace.stores().mentorships().of(each).stream())
                .distinct()
            : mentorship(incident).stream();
    return about.anyMatch(mentorship -> takesPart(actor, mentorship))
        || (isAboutNoPair(incident) && wasPaired(actor, incident));
  }

  /** Nothing tells of which pair it is, so that it may be about any. */
  private boolean isAboutNoPair(Incident incident) {
    return incident.mentorship() == null
        && people(incident).stream()
            .flatMap(this::registrations)
            .allMatch(each -> workplace.stores().mentorships().of(each).isEmpty());
  }

  /**
   * In a pair that there was from its day to the report: whoever ends it since does not come out of
   * it, and whoever is paired later takes no incident from the one who handles it.
   */
  private boolean wasPaired(Actor actor, Incident incident) {
    LocalDate reported = reportedOn(incident);
    return registrations(ParticipantId.of(actor.id()))
        .flatMap(each -> workplace.stores().mentorships().of(each).stream())
        .filter(each -> each.stateOn(reported).isPresent())
        .filter(each -> each.closure() == null || !each.closure().on().isBefore(incident.on()))
        .anyMatch(each -> isIn(actor, each.withAllParties()));
  }

  private Stream<ParticipantId> registrations(ParticipantId id) {
    return workplace.stores().participants().find(id).isEmpty()
        ? Stream.of(id)
        : workplace.mentoring().registrations(id, workplace.now()).stream();
  }

  /** Also for who left it: an office gives nobody more of what was its own mentorship. */
  boolean takesPart(Actor actor, Particulars mentorship) {
    return new ActorStanding(workplace, actor).isOnRecord(mentorship);
  }

  /** Whoever left learns no more of what happens to those who stayed. */
  boolean isIn(Actor actor, Incident incident) {
    return mentorship(incident)
        .map(mentorship -> mentorship.withPartiesOn(incident.on()))
        .filter(then -> isIn(actor, then))
        .isPresent();
  }

  boolean isIn(Actor actor, Particulars mentorship) {
    return isOneOf(actor, mentorship.mentors()) || isOneOf(actor, mentorship.mentees());
  }

  /**
   * Whether it is about the mentorship, or names no mentorship and concerns who was a party of this
   * one on its day: a child that left since does not take the incident along.
   */
  boolean touches(Incident incident, Particulars mentorship) {
    if (incident.mentorship() != null) {
      return incident.mentorship().equals(mentorship.id());
    }
    Particulars then = partiesThen(incident, mentorship);
    return concernsOne(incident, then.mentors()) || concernsOne(incident, then.mentees());
  }

  /** With the parties of its day, also those who left on that very day. */
  static Particulars partiesThen(Incident incident, Particulars mentorship) {
    return mentorship.withPartiesOn(incident.on().minusDays(1));
  }

  /** Whether it names one of them, under whatever registration. */
  boolean concernsOne(Incident incident, Set<ParticipantId> people) {
    return incident.concerns().stream()
        .map(this::keeper)
        .anyMatch(concerned -> people.stream().map(this::keeper).anyMatch(concerned::equals));
  }

  /**
   * What a demand is of: the mentorship that is named, or all those of whom it concerns that were
   * open when it was reported, also where a child left between its day and the report.
   */
  List<Particulars> mentorships(Incident incident) {
    if (incident.mentorship() != null) {
      return mentorship(incident).stream().toList();
    }
    LocalDate reported = reportedOn(incident);
    return incident.concerns().stream()
        .flatMap(each -> workplace.stores().mentorships().of(each).stream())
        .filter(each -> each.closure() == null || !each.closure().on().isBefore(reported))
        .filter(each -> touches(incident, each))
        .distinct()
        .toList();
  }

  private boolean isOneOf(Actor actor, Set<ParticipantId> people) {
    ParticipantId self = keeper(ParticipantId.of(actor.id()));
    return people.stream().map(this::keeper).anyMatch(self::equals);
  }

  ParticipantId keeper(ParticipantId id) {
    return workplace.stores().participants().find(id).isEmpty()
        ? id
        : workplace.mentoring().keeper(id);
  }

  Optional<Particulars> mentorship(Incident incident) {
    return Optional.ofNullable(incident.mentorship())
        .flatMap(workplace.stores().mentorships()::find);
  }

  IncidentProcedure procedure(Incident incident) {
    return workplace.definition().incidents().stream()
        .filter(each -> each.id().equals(incident.procedure()))
        .findFirst()
        .orElseThrow(
            () ->
                new MentoringException(
                    "procedure.unknown",
                    Map.of("incident", incident.id().value()),
                    "Run it under a definition that has the algorithm it was reported under."));
  }

  /** The day of the report in the programme's zone. */
  LocalDate reportedOn(Incident incident) {
    return LocalDate.ofInstant(incident.recordedAt(), workplace.definition().zone());
  }

  List<IncidentDeadline> deadlines(Incident incident) {
    return IncidentDeadline.of(incident, procedure(incident), reportedOn(incident));
  }
}
