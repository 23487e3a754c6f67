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
      Invariants.text("name.given", given, 200);
      Invariants.text("name.family", family, 200);
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
  record PositionHeld(Position position, @Nullable String practice) implements Fact {}

  /**
   * An application to take part.
   *
   * @param position as what
   * @param wayIn how it came
   */
  record Application(Position position, WayIn wayIn) implements Fact {}

  /**
   * A referral to the programme.
   *
   * @param by the referring authority
   */
  record Referral(Code by) implements Fact {}

  /**
   * An authority's decision about the participant, as the juvenile affairs commission's on a
   * minor's participation.
   *
   * @param authority who decided
   * @param matter on what, as {@code PARTICIPATION}
   * @param outcome how
   */
  record AuthorityDecision(Code authority, Code matter, Outcome outcome) implements Fact {}

  /**
   * An individual profile of a minor in the fixed form.
   *
   * @param preparedBy by whom
   */
  record BackgroundProfile(Code preparedBy) implements Fact {}

  /**
   * An entry in a preventive register.
   *
   * @param register as {@code COMMISSION} or {@code SCHOOL}
   */
  record PreventiveRegistration(Code register) implements Fact {
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
  record FamilyMeeting(Code with) implements Fact {}

  /**
   * Consent was given; the fact's validity tells from when until when.
   *
   * @param by in which capacity
   * @param giver who gave it; null where the giver is not registered as a participant
   * @param with to whom it was given
   * @param purpose for what
   */
  record Consent(ConsentGiver by, @Nullable ParticipantId giver, Code with, Code purpose)
      implements Fact {}

  /**
   * Consent was withdrawn, from the first day of this fact's validity.
   *
   * @param consent the consent that ended
   */
  record ConsentWithdrawal(FactId consent) implements Fact {}

  /**
   * A document was handed in.
   *
   * @param document of the package of documents
   */
  record DocumentHandedIn(Code document) implements Fact {}

  /**
   * A clearance certificate; the fact's validity may tell an expiry that stands on it.
   *
   * @param certificate as {@code CRIMINAL_RECORD}
   * @param issuedOn the day it was issued
   * @param outcome positive: nothing found against work with minors
   */
  record ClearanceCertificate(Code certificate, LocalDate issuedOn, Outcome outcome)
      implements Fact {
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
  record Interview(Code by, Mode mode, Outcome outcome) implements Fact {}

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
      Invariants.range("training.minutes", minutes, 1, 100_000);
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
      Invariants.text("standard", standard, 64);
    }
  }

  /**
   * Where a participant comes from, as {@code INFORMAL_COMMUNITY} or {@code
   * DEPARTMENTAL_INSTITUTION}.
   *
   * @param affiliation the kind
   */
  record Affiliation(Code affiliation) implements Fact {}

  /**
   * An entry in a register or bank.
   *
   * @param register the register
   */
  record RegisterEntry(Code register) implements Fact {}

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
      Invariants.text("interest", topic, 200);
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
      Invariants.text("offer", topic, 200);
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
      windows = Invariants.notEmpty("availability", windows).stream().sorted().toList();
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
  }

  /**
   * This participant and the other are not to be brought together.
   *
   * @param other the other
   */
  record Exclusion(ParticipantId other) implements Fact {}

  /**
   * Somebody vouches for something that only the definition names.
   *
   * @param code what is vouched for
   * @param by in which capacity
   */
  record Attestation(Code code, Code by) implements Fact {}

  /**
   * The participant promised to stay for some time.
   *
   * @param time positive
   */
  record Commitment(Period time) implements Fact {
    /** Refuses a period that is not positive. */
    public Commitment {
      Invariants.holds(
          !time.isNegative() && !time.isZero(),
          "period.notPositive",
          "commitment",
          "a positive period");
    }
  }

  /**
   * A reference was taken up.
   *
   * @param outcome how it came out
   */
  record ReferenceChecked(Outcome outcome) implements Fact {}
}
