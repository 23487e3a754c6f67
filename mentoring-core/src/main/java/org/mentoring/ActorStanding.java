package org.mentoring;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Agreement;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.OrganisationalModel;
import org.mentoring.programme.ProgrammeDefinition;

/**
 * What the library itself knows of an actor. A capacity is taken at its word, but whoever is on
 * record as a party does not cease to be one by acting in another capacity.
 */
final class ActorStanding {
  static final Code MENTOR = Code.of("MENTOR");
  static final Code MENTEE = Code.of("MENTEE");
  static final Code GUARDIAN = Code.of("GUARDIAN");
  private static final Set<Code> PARTIES = Set.of(MENTOR, MENTEE, GUARDIAN);
  private static final Code CENTRE = Code.of("CENTRE");

  private final Workplace workplace;
  private final Actor by;
  private final Guardianship guardianship;

  /** For one look: what it has read of dossiers it does not read again. */
  ActorStanding(Workplace workplace, Actor by) {
    this.workplace = workplace;
    this.by = by;
    this.guardianship = new Guardianship(workplace, by, this);
  }

  /** A refusal of what parties of mentorships ask the programme's staff for. */
  static Optional<Finding> refusalOfParty(Actor by) {
    return OwnRecords.isParty(by.capacity())
        ? Optional.of(
            Workplace.refusal("erasure.by-party", "capacity")
                .with("capacity", Parameter.code(by.capacity())))
        : Optional.empty();
  }

  /** A refusal of what is for the programme's staff, and done to many at once. */
  static Optional<Finding> forStaff(Actor by) {
    return OwnRecords.isParty(by.capacity())
        ? Optional.of(
            Workplace.refusal("command.for-staff", "capacity")
                .with("capacity", Parameter.code(by.capacity())))
        : Optional.empty();
  }

  /** Whether the actor is, or says to be, a party of what a record is about. */
  boolean isParty(About about) {
    if (PARTIES.contains(by.capacity())) {
      return true;
    }
    return about instanceof About.OfMentorship of
        && workplace
            .stores()
            .mentorships()
            .find(of.mentorship())
            .filter(this::isOnRecord)
            .isPresent();
  }

  /**
   * As which party of a mentorship the actor stands: as what it is on record, else as what it says
   * to be; empty for those who are no party.
   */
  Optional<Code> party(Particulars mentorship) {
    if (mentorship.mentors().stream().anyMatch(this::is)) {
      return Optional.of(MENTOR);
    } else if (mentorship.mentees().stream().anyMatch(this::is)) {
      return Optional.of(MENTEE);
    }
    return Optional.of(by.capacity()).filter(PARTIES::contains);
  }

  /**
   * A refusal of whoever is a party of a mentorship, or was one until it left, and acts in it in an
   * office: what is asked of the staff is asked so that the parties do not answer for themselves.
   */
  Optional<Finding> refusalInOffice(Particulars mentorship) {
    Particulars all = mentorship.withAllParties();
    return refusalInOffice(all.mentors(), all.mentees(), all.agreements());
  }

  /** The same where there is no mentorship yet. */
  Optional<Finding> refusalInOffice(
      SortedSet<ParticipantId> mentors,
      SortedSet<ParticipantId> mentees,
      List<Agreement> agreements) {
    return !IncidentReading.isParty(by.capacity()) && isOnRecord(mentors, mentees, agreements)
        ? Optional.of(partyInOffice())
        : Optional.empty();
  }

  /** Whoever was in a mentorship with one of them gives it no other mentor in an office. */
  Optional<Finding> refusalOfPast(SortedSet<ParticipantId> mentees) {
    return mentees.stream().filter(this::isKnown).anyMatch(this::hasPart)
        ? Optional.of(partyInOffice())
        : Optional.empty();
  }

  private Finding partyInOffice() {
    return Workplace.refusal("mentorship.party-in-office", "capacity")
        .with("capacity", Parameter.code(by.capacity()));
  }

  /**
   * Whether the actor acts in an office, and it is itself, or is or was in a mentorship of its own.
   */
  boolean hasPart(ParticipantId participant) {
    return refusalInOffice(new TreeSet<>(), new TreeSet<>(Set.of(participant)), List.of())
            .isPresent()
        || mentorships(participant).anyMatch(each -> refusalInOffice(each).isPresent());
  }

  /** Whether the actor is or was a party of a mentorship, in whichever capacity it acts. */
  boolean isOnRecord(Particulars mentorship) {
    Particulars all = mentorship.withAllParties();
    return isOnRecord(all.mentors(), all.mentees(), all.agreements());
  }

  private boolean isOnRecord(
      SortedSet<ParticipantId> mentors,
      SortedSet<ParticipantId> mentees,
      List<Agreement> agreements) {
    return mentors.stream().anyMatch(this::is)
        || mentees.stream().anyMatch(this::is)
        || agreements.stream().anyMatch(this::agreedAsGuardian)
        || mentees.stream().anyMatch(this::isGuardianByRecord)
        || mentors.stream().filter(guardianship::isMinor).anyMatch(this::isGuardianByRecord);
  }

  private boolean agreedAsGuardian(Agreement agreement) {
    return agreement.party().equals(GUARDIAN)
        && agreement.by().capacity().equals(GUARDIAN)
        && is(ParticipantId.of(agreement.by().id()));
  }

  private boolean isGuardianByRecord(ParticipantId mentee) {
    return guardianship.wasEver(mentee);
  }

  /** Whose guardian the actor is. */
  Guardianship guardianship() {
    return guardianship;
  }

  /** Mentors and mentees agree each for itself, guardians for their child, staff for everybody. */
  boolean mayAgree(Particulars mentorship, Code party, ParticipantId forWhom) {
    Code own = party(mentorship).orElse(null);
    if (own == null) {
      return !OwnRecords.isParty(by.capacity())
          || is(forWhom)
          || (OwnRecords.isGuardian(by.capacity())
              && party.equals(GUARDIAN)
              && guardianship.speaksFor(forWhom, mentorship));
    }
    return own.equals(party)
        && own.equals(by.capacity())
        && (own.equals(GUARDIAN) ? guardianship.speaksFor(forWhom, mentorship) : is(forWhom));
  }

  /**
   * Whether the actor acts for a centre, and the mentorship belongs to another one. An organisation
   * stands in for the centre by an agreement in the matter that the mentorship's own organisational
   * model asks for, and by no other.
   */
  boolean isOfOtherCentre(Particulars mentorship) {
    ProgrammeDefinition definition =
        workplace
            .mentoring()
            .judging(mentorship)
            .map(Mentoring::definition)
            .orElse(workplace.definition());
    return isOfOtherCentre(
        mentorship.centre(), matters(definition, mentorship.practice(), mentorship.model()));
  }

  /** The same of one that is to be. */
  boolean isOfOtherCentre(NewMentorship terms) {
    return isOfOtherCentre(
        terms.centre(), matters(workplace.definition(), terms.practice(), terms.model()));
  }

  private static SortedSet<Code> matters(
      ProgrammeDefinition definition, String practice, @Nullable String model) {
    if (model == null) {
      return new TreeSet<>();
    }
    return matters(
        definition,
        each ->
            each.id().equals(model)
                && definition.practice(practice).stream().anyMatch(one -> one.runsUnder(model)));
  }

  private static SortedSet<Code> matters(
      ProgrammeDefinition definition, Predicate<OrganisationalModel> which) {
    CentreTerms terms = definition.centre();
    SortedSet<Code> matters = new TreeSet<>();
    if (terms != null) {
      terms.models().stream()
          .filter(which)
          .map(OrganisationalModel::agreement)
          .filter(Objects::nonNull)
          .forEach(matters::add);
    }
    return matters;
  }

  /**
   * Whether the actor acts for a centre, and a record about a centre belongs to another one.
   * Whoever acts in a capacity of a centre's staff acts for its organisation, whether that is
   * registered or not; in another office only for an organisation that is registered as a centre.
   */
  boolean isOfOtherCentre(@Nullable ParticipantId centre) {
    return isOfOtherCentre(centre, matters(workplace.definition(), model -> true));
  }

  private boolean isOfOtherCentre(@Nullable ParticipantId centre, SortedSet<Code> matters) {
    // An operator is over the centres of the region, also one that runs a centre itself.
    if (centre == null
        || IncidentReading.isParty(by.capacity())
        || by.capacity().equals(Offices.OPERATOR)
        || isOf(centre)) {
      return false;
    }
    ParticipantId own = ParticipantId.of(by.organisation());
    boolean actsAsCentre = isCentre(own) || wantsToBeCentre(own);
    return actsAsCentre
        || (Offices.isStaffOfCentres(by.capacity()) && !standsInFor(own, centre, matters));
  }

  /** Whether a fact tells that an organisation is a centre, or wants to be one. */
  static boolean isOfCentre(Fact fact) {
    return (fact instanceof Fact.Application application
            && application.position() == Position.CENTRE)
        || (fact instanceof Fact.PositionHeld held && held.position() == Position.CENTRE);
  }

  private boolean isOf(ParticipantId centre) {
    return same(ParticipantId.of(by.organisation()), centre);
  }

  /** By an agreement on record of the centre, or as a part of it. */
  private boolean standsInFor(ParticipantId own, ParticipantId centre, SortedSet<Code> matters) {
    return new OrganisationsOnRecord(workplace, this)
            .hasAgreement(centre, own, matters, workplace.today())
        || (isKnown(own)
            && dossier(own)
                .current(Fact.AttachedTo.class)
                .filter(attached -> attached.as().equals(CENTRE))
                .anyMatch(attached -> attached.organisation().equals(centre)));
  }

  /** Whether an organisation that has such an agreement with a centre stands in for it. */
  boolean isForModels(Fact.Agreement agreement) {
    return mattersOfModels().contains(agreement.matter());
  }

  /** In which matters an organisation agrees with a centre that it stands in for. */
  SortedSet<Code> mattersOfModels() {
    return matters(workplace.definition(), model -> true);
  }

  /** Whether another actor is this one in whichever office. */
  boolean isBy(Actor other) {
    return by.id().equals(other.id());
  }

  boolean isKnown(ParticipantId participant) {
    return workplace.stores().participants().find(participant).isPresent();
  }

  private Dossier dossier(ParticipantId participant) {
    return workplace.mentoring().dossier(participant, workplace.today(), workplace.now());
  }

  boolean wantsToBeCentre(ParticipantId organisation) {
    return isKnown(organisation)
        && dossier(organisation)
            .current(Fact.Application.class)
            .anyMatch(application -> application.position() == Position.CENTRE);
  }

  /** Whether an organisation is registered as a centre. */
  boolean isCentre(ParticipantId organisation) {
    return isKnown(organisation) && Attachments.isCentre(dossier(organisation));
  }

  /**
   * Whether a participant is the actor, its child by what is on record, or one whom the actor is in
   * an open mentorship with.
   */
  boolean isOwn(ParticipantId participant) {
    return is(participant)
        || isGuardianByRecord(participant)
        || openMentorships(participant).anyMatch(this::isOnRecord);
  }

  /**
   * Whether the actor holds an office here, and tells what counts for itself, its mentor or its
   * mentee: what one says of oneself in one's own name is another matter.
   */
  private boolean isInOfficeFor(ParticipantId participant) {
    return !OwnRecords.isParty(by.capacity()) && isOneOrMore(participant) && isOwn(participant);
  }

  /** A refusal of whoever attests in an office what is asked of itself, its mentor or mentee. */
  Optional<Finding> refusalOfOwn(ParticipantId about, Fact fact) {
    return OwnRecords.attests(fact, is(about)) && isInOfficeFor(about)
        ? Optional.of(ownRecord(fact.kind()))
        : Optional.empty();
  }

  /** The same for what was done: with whom one is paired, on that rests one's own completion. */
  Optional<Finding> refusalOfOwn(Code kind, About about, Happened happened) {
    return isOwn(about, happened) ? Optional.of(ownRecord(kind.value())) : Optional.empty();
  }

  /** Whether the actor holds an office, and a record is of its own part or of its own pair. */
  boolean isOwn(About about, Happened happened) {
    if (OwnRecords.isParty(by.capacity())) {
      return false;
    }
    SortedSet<ParticipantId> named = new TreeSet<>();
    if (about instanceof About.OfParticipant of && isOneOrMore(of.participant())) {
      named.add(of.participant());
    }
    if (happened instanceof Happened.EventHeld event) {
      named.addAll(event.attended());
    }
    if (named.isEmpty()) {
      return false;
    }
    List<ParticipantId> own = named.stream().filter(this::isOwn).toList();
    // An event of many is seen by many: that the own child was among them is no word of one's own.
    boolean amongOthers =
        happened instanceof Happened.EventHeld event
            && event.attended().containsAll(own)
            && own.size() < named.size()
            && own.stream().noneMatch(this::isPairedWith);
    return !own.isEmpty() && !amongOthers;
  }

  private boolean isPairedWith(ParticipantId participant) {
    return is(participant)
        || openMentorships(participant)
            .anyMatch(
                each ->
                    each.mentors().stream().anyMatch(this::is)
                        || each.mentees().stream().anyMatch(this::is));
  }

  private Stream<Particulars> openMentorships(ParticipantId participant) {
    return mentorships(participant).filter(each -> each.state().open());
  }

  private Stream<Particulars> mentorships(ParticipantId participant) {
    return workplace.mentoring().registrations(participant, workplace.now()).stream()
        .flatMap(each -> workplace.stores().mentorships().of(each).stream());
  }

  /** Whether two registrations are of the same participant. */
  boolean same(ParticipantId one, ParticipantId other) {
    return one.equals(other)
        || (isKnown(one)
            && isKnown(other)
            && workplace.mentoring().keeper(one).equals(workplace.mentoring().keeper(other)));
  }

  /** Whether it is registered, and no organisation. */
  boolean isOneOrMore(ParticipantId participant) {
    return isKnown(participant) && !isOrganisation(participant);
  }

  boolean isOrganisation(ParticipantId participant) {
    return workplace
        .stores()
        .participants()
        .find(participant)
        .filter(found -> found.kind() == ParticipantKind.ORGANISATION)
        .isPresent();
  }

  private Finding ownRecord(String of) {
    return Workplace.refusal("command.own-record-in-office", of)
        .with("capacity", Parameter.code(by.capacity()));
  }

  /** Whether the actor is a participant, under whichever of its registrations. */
  boolean is(ParticipantId participant) {
    if (by.id().equals(participant.value())) {
      return true;
    }
    return same(ParticipantId.of(by.id()), participant);
  }
}
