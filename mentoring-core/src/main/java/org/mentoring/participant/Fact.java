package org.mentoring.participant;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;

/**
 * Something that holds of a participant for some time. A fact is never edited: it is corrected or
 * retracted, and what was known before stays known. New kinds are added in minor releases, so
 * switches over facts outside this library need a default. No {@code toString} of a fact shows
 * personal data.
 */
public sealed interface Fact {
  /** The kind's stable name in files: lower case with hyphens. */
  default String kind() {
    return FactKinds.nameOf(getClass());
  }

  /** How somebody was spoken to. */
  enum Mode {
    /** In the same room. */
    IN_PERSON,
    /** At a distance. */
    ONLINE
  }

  /** How a decision or an assessment came out. */
  enum Outcome {
    /** Yes. */
    POSITIVE,
    /** No. */
    NEGATIVE,
    /** Neither: a person has to look. */
    INCONCLUSIVE
  }

  /** What a training is for. */
  enum TrainingKind {
    /** Before the first assignment. */
    INITIAL,
    /** While mentoring. */
    IN_SERVICE,
    /** Of children and parents, before the assignment. */
    PREPARATION,
    /** Of those who organise mentoring. */
    ORGANISERS
  }

  /** How a participant came to the programme. */
  enum WayIn {
    /** Referred by the juvenile affairs commission. */
    COMMISSION,
    /** The family registered itself. */
    FAMILY,
    /** Registered for oneself, as a mentor on the site. */
    SELF,
    /** Invited by the operator or a centre. */
    INVITATION
  }

  /** In which capacity consent is given. */
  enum ConsentGiver {
    /** Parent or other legal representative. */
    GUARDIAN,
    /** The child itself. */
    CHILD,
    /** The participant, of age, for itself. */
    SELF,
    /** An employee, for work as a mentor. */
    EMPLOYEE
  }

  /**
   * The birth date. Ages are counted in whole years; who is born on 29 February comes of age on 1
   * March in a common year.
   *
   * @param date the day
   */
  record Birth(LocalDate date) implements Fact {
    /** Refuses a missing value. */
    public Birth {
      Invariants.present("Birth", date);
    }

    @Override
    public String toString() {
      return "Birth[…]";
    }
  }

  /**
   * A name, kept only for the embedding system's own displays. No decision reads it.
   *
   * @param given given name, 1 to 200 characters
   * @param family family name, 1 to 200 characters
   */
  record PersonName(String given, String family) implements Fact {
    /** Refuses blank or overlong names. */
    public PersonName {
      Invariants.present("PersonName", given, family);
      Invariants.text("name.given", given, 200);
      Invariants.text("name.family", family, 200);
    }

    /**
     * One spelling of the name, for comparing and never for display. It makes no difference how
     * forms write a name: case, white space, the letter yo, dashes and apostrophes, the order of
     * the words, as given and family name are swapped. Nor does what nobody sees: characters
     * without a shape, and Latin letters that look like Cyrillic ones. Lookalikes of other scripts,
     * slips of the pen and a patronymic do make one.
     */
    public String normalised() {
      return NameSpelling.of(given, family);
    }

    @Override
    public String toString() {
      return "PersonName[…]";
    }
  }

  /**
   * A position held in a practice; the fact's validity tells since when.
   *
   * @param position the position
   * @param practice the practice's id; null for the whole programme
   */
  record PositionHeld(Position position, @Nullable String practice) implements Fact {
    /** Refuses a missing value. */
    public PositionHeld {
      Invariants.present("PositionHeld", position);
    }

    @Override
    public String toString() {
      return "PositionHeld[…]";
    }
  }

  /**
   * An application to take part.
   *
   * @param position as what
   * @param wayIn how it came
   */
  record Application(Position position, WayIn wayIn) implements Fact {
    /** Refuses a missing value. */
    public Application {
      Invariants.present("Application", position, wayIn);
    }

    @Override
    public String toString() {
      return "Application[…]";
    }
  }

  /**
   * A referral to the programme.
   *
   * @param by the referring authority
   */
  record Referral(Code by) implements Fact {
    /** Refuses a missing value. */
    public Referral {
      Invariants.present("Referral", by);
    }

    @Override
    public String toString() {
      return "Referral[…]";
    }
  }

  /**
   * An authority's decision about the participant, as the juvenile affairs commission's on a
   * minor's participation.
   *
   * @param authority who decided
   * @param matter on what, as {@code PARTICIPATION}
   * @param outcome how
   */
  record AuthorityDecision(Code authority, Code matter, Outcome outcome) implements Fact {
    /** Refuses a missing value. */
    public AuthorityDecision {
      Invariants.present("AuthorityDecision", authority, matter, outcome);
    }

    @Override
    public String toString() {
      return "AuthorityDecision[…]";
    }
  }

  /**
   * An individual profile of a minor in the fixed form.
   *
   * @param preparedBy by whom
   */
  record BackgroundProfile(Code preparedBy) implements Fact {
    /** Refuses a missing value. */
    public BackgroundProfile {
      Invariants.present("BackgroundProfile", preparedBy);
    }

    @Override
    public String toString() {
      return "BackgroundProfile[…]";
    }
  }

  /**
   * An entry in a preventive register.
   *
   * @param register as {@code COMMISSION} or {@code SCHOOL}
   */
  record PreventiveRegistration(Code register) implements Fact {
    /** Refuses a missing value. */
    public PreventiveRegistration {
      Invariants.present("PreventiveRegistration", register);
    }

    @Override
    public String toString() {
      return "PreventiveRegistration[…]";
    }
  }

  /**
   * A circumstance of a mentee, as {@code DIFFICULT_LIFE_SITUATION}.
   *
   * @param code the circumstance
   */
  record Circumstance(Code code) implements Fact {
    /** Refuses a missing value. */
    public Circumstance {
      Invariants.present("Circumstance", code);
    }

    @Override
    public String toString() {
      return "Circumstance[…]";
    }
  }

  /**
   * The family was met individually.
   *
   * @param with by whom
   */
  record FamilyMeeting(Code with) implements Fact {
    /** Refuses a missing value. */
    public FamilyMeeting {
      Invariants.present("FamilyMeeting", with);
    }

    @Override
    public String toString() {
      return "FamilyMeeting[…]";
    }
  }

  /**
   * Consent was given; the fact's validity tells from when until when.
   *
   * @param by in which capacity
   * @param giver who gave it; null where the giver is not registered as a participant; for a {@code
   *     GUARDIAN} one who is on record as that, by {@link Guardian}, on the first day of this fact
   * @param with to whom it was given
   * @param purpose for what
   */
  record Consent(ConsentGiver by, @Nullable ParticipantId giver, Code with, Code purpose)
      implements Fact {
    /** Refuses a missing value. */
    public Consent {
      Invariants.present("Consent", by, with, purpose);
    }

    @Override
    public String toString() {
      return "Consent[…]";
    }
  }

  /**
   * Consent was withdrawn, from the first day of this fact's validity.
   *
   * @param consent the consent that ended
   */
  record ConsentWithdrawal(FactId consent) implements Fact {
    /** Refuses a missing value. */
    public ConsentWithdrawal {
      Invariants.present("ConsentWithdrawal", consent);
    }

    @Override
    public String toString() {
      return "ConsentWithdrawal[…]";
    }
  }

  /**
   * A document was handed in.
   *
   * @param document of the package of documents
   */
  record DocumentHandedIn(Code document) implements Fact {
    /** Refuses a missing value. */
    public DocumentHandedIn {
      Invariants.present("DocumentHandedIn", document);
    }

    @Override
    public String toString() {
      return "DocumentHandedIn[…]";
    }
  }

  /**
   * A clearance certificate; the fact's validity may tell an expiry that stands on it.
   *
   * @param certificate as {@code CRIMINAL_RECORD}
   * @param issuedOn the day it was issued
   * @param outcome positive: nothing found against work with minors
   */
  record ClearanceCertificate(Code certificate, LocalDate issuedOn, Outcome outcome)
      implements Fact {
    /** Refuses a missing value. */
    public ClearanceCertificate {
      Invariants.present("ClearanceCertificate", certificate, issuedOn, outcome);
    }

    @Override
    public String toString() {
      return "ClearanceCertificate[" + certificate + "]";
    }
  }

  /**
   * An interview was held.
   *
   * @param by the interviewer's capacity, as {@code CENTRE_HEAD}
   * @param mode how
   * @param outcome how it came out
   */
  record Interview(Code by, Mode mode, Outcome outcome) implements Fact {
    /** Refuses a missing value. */
    public Interview {
      Invariants.present("Interview", by, mode, outcome);
    }

    @Override
    public String toString() {
      return "Interview[…]";
    }
  }

  /**
   * A training was completed; several add up.
   *
   * @param purpose what for
   * @param course the course's code; null where the training is no named course
   * @param minutes 1 to 100,000
   * @param mode how
   * @param by who held it
   */
  record Training(TrainingKind purpose, @Nullable Code course, int minutes, Mode mode, Code by)
      implements Fact {
    /** Refuses a length out of range. */
    public Training {
      Invariants.present("Training", purpose, mode, by);
      Invariants.range("training.minutes", minutes, 1, 100_000);
    }

    @Override
    public String toString() {
      return "Training[…]";
    }
  }

  /**
   * An assessment against a selection standard.
   *
   * @param standard the standard's id in the definition
   * @param outcome positive: met
   */
  record SelectionAssessment(String standard, Outcome outcome) implements Fact {
    /** Refuses a blank or overlong id. */
    public SelectionAssessment {
      Invariants.present("SelectionAssessment", standard, outcome);
      Invariants.text("standard", standard, 64);
    }

    @Override
    public String toString() {
      return "SelectionAssessment[…]";
    }
  }

  /**
   * Where a participant comes from, as {@code INFORMAL_COMMUNITY} or {@code
   * DEPARTMENTAL_INSTITUTION}.
   *
   * @param affiliation the kind
   */
  record Affiliation(Code affiliation) implements Fact {
    /** Refuses a missing value. */
    public Affiliation {
      Invariants.present("Affiliation", affiliation);
    }

    @Override
    public String toString() {
      return "Affiliation[…]";
    }
  }

  /**
   * An entry in a register or bank.
   *
   * @param register the register
   */
  record RegisterEntry(Code register) implements Fact {
    /** Refuses a missing value. */
    public RegisterEntry {
      Invariants.present("RegisterEntry", register);
    }

    @Override
    public String toString() {
      return "RegisterEntry[…]";
    }
  }

  /**
   * A value of an attribute that criteria compare: municipality, group, organisation, languages, or
   * one that the definition declares.
   *
   * @param attribute which
   * @param value 1 to 200 characters
   */
  record Trait(Attribute attribute, String value) implements Fact {
    /** Refuses a blank or overlong value. */
    public Trait {
      Invariants.present("Trait", attribute, value);
      Invariants.text("trait.value", value, 200);
    }

    @Override
    public String toString() {
      return "Trait[" + attribute + "]";
    }
  }

  /**
   * An interest.
   *
   * @param topic 1 to 200 characters
   */
  record Interest(String topic) implements Fact {
    /** Refuses a blank or overlong topic. */
    public Interest {
      Invariants.present("Interest", topic);
      Invariants.text("interest", topic, 200);
    }

    @Override
    public String toString() {
      return "Interest[…]";
    }
  }

  /**
   * Something that the participant needs.
   *
   * @param topic 1 to 200 characters
   */
  record Need(String topic) implements Fact {
    /** Refuses a blank or overlong topic. */
    public Need {
      Invariants.present("Need", topic);
      Invariants.text("need", topic, 200);
    }

    @Override
    public String toString() {
      return "Need[…]";
    }
  }

  /**
   * Something that the participant offers.
   *
   * @param topic 1 to 200 characters
   */
  record Offer(String topic) implements Fact {
    /** Refuses a blank or overlong topic. */
    public Offer {
      Invariants.present("Offer", topic);
      Invariants.text("offer", topic, 200);
    }

    @Override
    public String toString() {
      return "Offer[…]";
    }
  }

  /**
   * Free time of a usual week.
   *
   * @param windows at least one
   */
  record Availability(List<WeeklyWindow> windows) implements Fact {
    /** Refuses an empty list; sorts and copies. */
    public Availability {
      Invariants.present("Availability", windows);
      windows = Invariants.notEmpty("availability", windows).stream().sorted().toList();
    }

    @Override
    public String toString() {
      return "Availability[…]";
    }
  }

  /**
   * How many mentees a mentor is ready to accompany at the same time.
   *
   * @param mentees 0 to 1,000
   */
  record MentoringCapacity(int mentees) implements Fact {
    /** Refuses a number out of range. */
    public MentoringCapacity {
      Invariants.range("capacity", mentees, 0, 1_000);
    }

    @Override
    public String toString() {
      return "MentoringCapacity[…]";
    }
  }

  /**
   * This participant and the other are not to be brought together.
   *
   * @param other the other
   */
  record Exclusion(ParticipantId other) implements Fact {
    /** Refuses a missing value. */
    public Exclusion {
      Invariants.present("Exclusion", other);
    }

    @Override
    public String toString() {
      return "Exclusion[…]";
    }
  }

  /**
   * A wish that the other party has a value of an attribute, as a gender. Several wishes of one
   * attribute: any of their values will do.
   *
   * @param attribute of the other party
   * @param value 1 to 200 characters
   */
  record Wish(Attribute attribute, String value) implements Fact {
    /** Refuses a blank or overlong value. */
    public Wish {
      Invariants.present("Wish", attribute, value);
      Invariants.text("wish.value", value, 200);
    }

    @Override
    public String toString() {
      return "Wish[" + attribute + "]";
    }
  }

  /**
   * The other is a sibling; recorded of one of them, it holds of both.
   *
   * @param other the sibling
   */
  record Sibling(ParticipantId other) implements Fact {
    /** Refuses a missing value. */
    public Sibling {
      Invariants.present("Sibling", other);
    }

    @Override
    public String toString() {
      return "Sibling[…]";
    }
  }

  /**
   * Recorded of a child: a person or an organisation, as a children's home, is its guardian; the
   * validity tells how long, and what begins before the 18th birthday does not hold after it. Of
   * whom one was ever recorded, only those speak whose guardianship holds on the day; a consent
   * names no other as the guardian who gave it. Recorded, corrected and taken back by the staff
   * that stands over the child, never by a party.
   *
   * @param guardian the guardian
   */
  record Guardian(ParticipantId guardian) implements Fact {
    /** Refuses a missing value. */
    public Guardian {
      Invariants.present("Guardian", guardian);
    }

    @Override
    public String toString() {
      return "Guardian[…]";
    }
  }

  /**
   * Recorded of a mentee: a mentorship with the mentor is open. It holds for the time of the
   * mentorship; once that is over, the mentor counts as a former one.
   *
   * @param mentor the mentor
   */
  record MentoredBy(ParticipantId mentor) implements Fact {
    /** Refuses a missing value. */
    public MentoredBy {
      Invariants.present("MentoredBy", mentor);
    }

    @Override
    public String toString() {
      return "MentoredBy[…]";
    }
  }

  /**
   * Recorded of a mentee: a mentorship with the mentor is over. For one whose time is known, {@link
   * MentoredBy} with its end says the same.
   *
   * @param mentor the mentor
   */
  record FormerMentor(ParticipantId mentor) implements Fact {
    /** Refuses a missing value. */
    public FormerMentor {
      Invariants.present("FormerMentor", mentor);
    }

    @Override
    public String toString() {
      return "FormerMentor[…]";
    }
  }

  /**
   * The participant belongs to an organisation or stands by it; the validity tells how long. Of a
   * mentee, a mentor or a member of staff: {@code CENTRE}. Of an organisation: {@code PARTNER} (the
   * partner of that centre), {@code NEIGHBOUR} (that centre is its neighbour; recorded of one of
   * them, it holds of both), {@code HOST} (the organisation hosts that centre).
   *
   * @param organisation the organisation
   * @param as in which relation
   */
  record AttachedTo(ParticipantId organisation, Code as) implements Fact {
    /** Refuses a missing value. */
    public AttachedTo {
      Invariants.present("AttachedTo", organisation, as);
    }

    @Override
    public String toString() {
      return "AttachedTo[…]";
    }
  }

  /**
   * Recorded of a family, an organisation or a group: a person belongs to it and takes part for it,
   * as the parents and children of a family and the teachers of a school; the validity tells how
   * long.
   *
   * @param member the person
   * @param as in which position; what the practice asks of it is asked of the member
   */
  record Member(ParticipantId member, Position as) implements Fact {
    /** Refuses a missing value. */
    public Member {
      Invariants.present("Member", member, as);
    }

    @Override
    public String toString() {
      return "Member[…]";
    }
  }

  /**
   * The participant and another have agreed on a matter, as a centre and an outside organisation on
   * their {@code POSITIONS} (S1-01). Recorded of one of them, it holds of both.
   *
   * @param with the other party
   * @param matter on what
   */
  record Agreement(ParticipantId with, Code matter) implements Fact {
    /** Refuses a missing value. */
    public Agreement {
      Invariants.present("Agreement", with, matter);
    }

    @Override
    public String toString() {
      return "Agreement[…]";
    }
  }

  /**
   * A step of the participant's path that no requirement tells was taken, on the first day of the
   * validity; it has no end. Recorded only when the steps before it are done.
   *
   * @param practice the practice's id; null for the path of a centre
   * @param position whose path
   * @param step the step's id
   */
  record StepRecorded(@Nullable String practice, Position position, String step) implements Fact {
    /** Refuses a blank or overlong id. */
    public StepRecorded {
      Invariants.present("StepRecorded", position, step);
      Invariants.text("step", step, 64);
    }

    @Override
    public String toString() {
      return "StepRecorded[…]";
    }
  }

  /**
   * The participant serves in an occupation, as teaching. The validity tells how long this is so;
   * the length of service counts from its start, which may be long before the fact was recorded.
   *
   * @param occupation as {@code TEACHING}
   * @param since the first day of service, breaks left out of account
   */
  record InService(Code occupation, LocalDate since) implements Fact {
    /** Refuses a missing value. */
    public InService {
      Invariants.present("InService", occupation, since);
    }

    @Override
    public String toString() {
      return "InService[…]";
    }
  }

  /**
   * Somebody vouches for something that only the definition names.
   *
   * @param code what is vouched for
   * @param by in which capacity
   */
  record Attestation(Code code, Code by) implements Fact {
    /** Refuses a missing value. */
    public Attestation {
      Invariants.present("Attestation", code, by);
    }

    @Override
    public String toString() {
      return "Attestation[…]";
    }
  }

  /**
   * The participant promised to stay for some time.
   *
   * @param time positive
   */
  record Commitment(Period time) implements Fact {
    /** Refuses a period that is not positive. */
    public Commitment {
      Invariants.present("Commitment", time);
      Invariants.holds(
          !time.isNegative() && !time.isZero(),
          "period.notPositive",
          "commitment",
          "a positive period");
    }

    @Override
    public String toString() {
      return "Commitment[…]";
    }
  }

  /**
   * A reference was taken up.
   *
   * @param outcome how it came out
   */
  record ReferenceChecked(Outcome outcome) implements Fact {
    /** Refuses a missing value. */
    public ReferenceChecked {
      Invariants.present("ReferenceChecked", outcome);
    }

    @Override
    public String toString() {
      return "ReferenceChecked[…]";
    }
  }
}
