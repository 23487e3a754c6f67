package org.mentoring.rules.fact;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Requirement;

/**
 * A fact as the rules read it: flat, so that the engine can index it, and with its standing on the
 * day of the decision. The records are named as the core's facts.
 */
public sealed interface JudgedFact {
  /** Since when and until when. */
  Standing standing();

  /** Names the fact in findings. */
  default FactId getId() {
    return standing().id();
  }

  /** Whether it holds on the day of the decision; otherwise it has ended. */
  default boolean isCurrent() {
    return standing().current();
  }

  /**
   * A birth date, and the whole years since.
   *
   * @param date the day; for comparing two of them, never for findings
   * @param years completed on the day of the decision
   */
  record Birth(Standing standing, LocalDate date, int years) implements JudgedFact {
    @Override
    public String toString() {
      return "Birth[…]";
    }
  }

  /**
   * A position held.
   *
   * @param practice the practice's id; null for the whole programme
   */
  record PositionHeld(Standing standing, Position position, @Nullable String practice)
      implements JudgedFact {}

  /** Somebody who belongs to a party that is no person. */
  record Member(Standing standing, Position position, ParticipantId member) implements JudgedFact {
    @Override
    public String toString() {
      return "Member[…]";
    }
  }

  /** An application. */
  record Application(Standing standing, Position position, Fact.WayIn wayIn)
      implements JudgedFact {}

  /**
   * A referral.
   *
   * @param by the authority
   * @param wayIn the way in that a referral by this authority is; null where it is none
   */
  record Referral(Standing standing, Code by, Fact.@Nullable WayIn wayIn) implements JudgedFact {}

  /** An authority's decision. */
  record AuthorityDecision(Standing standing, Code authority, Code matter, Fact.Outcome outcome)
      implements JudgedFact {}

  /** An individual profile. */
  record BackgroundProfile(Standing standing, Code preparedBy) implements JudgedFact {}

  /** An entry in a preventive register. */
  record PreventiveRegistration(Standing standing, Code register) implements JudgedFact {
    @Override
    public String toString() {
      return "PreventiveRegistration[…]";
    }
  }

  /** A circumstance. */
  record Circumstance(Standing standing, Code code) implements JudgedFact {
    @Override
    public String toString() {
      return "Circumstance[…]";
    }
  }

  /** The family was met. */
  record FamilyMeeting(Standing standing, Code with) implements JudgedFact {
    /** Whether it was with the same body. */
    public boolean resembles(FamilyMeeting other) {
      return with.equals(other.with);
    }

    /** Whether it is the meeting that is asked for. */
    public boolean answers(Requirement.FamilyMet required) {
      return with.equals(required.with());
    }
  }

  /**
   * Consent that was given.
   *
   * @param withdrawn the first day on which it was withdrawn; null if it was not
   */
  record Consent(
      Standing standing,
      Fact.ConsentGiver by,
      Code with,
      Code purpose,
      @Nullable LocalDate withdrawn)
      implements JudgedFact {
    /** Whether it is the consent that is asked for, whatever has become of it. */
    public boolean answers(Requirement.ConsentGiven required) {
      return by == required.by()
          && with.equals(required.with())
          && purpose.equals(required.purpose());
    }

    /** Whether it is for what is asked for, but of somebody else or to somebody else. */
    public boolean misses(Requirement.ConsentGiven required) {
      return purpose.equals(required.purpose()) && !answers(required);
    }

    /** Whether it says the same, perhaps of another person. */
    public boolean resembles(Consent other) {
      return by == other.by && with.equals(other.with) && purpose.equals(other.purpose);
    }
  }

  /**
   * Consent that was withdrawn.
   *
   * @param consent which
   * @param day from which on
   */
  record ConsentWithdrawal(Standing standing, FactId consent, LocalDate day)
      implements JudgedFact {}

  /** A document on file. */
  record DocumentHandedIn(Standing standing, Code document) implements JudgedFact {}

  /** A clearance certificate. No component may begin with "is": the engine takes it for a flag. */
  record ClearanceCertificate(
      Standing standing, Code certificate, LocalDate dateOfIssue, Fact.Outcome outcome)
      implements JudgedFact {
    /** Whether it still counts on a day, if such certificates count for a period. */
    public boolean inDate(LocalDate day, Period validFor) {
      return day.isBefore(expiry(validFor));
    }

    /** The first day on which it no longer counts. */
    public LocalDate expiry(Period validFor) {
      LocalDate lapses = standing.endsAfter(dateOfIssue, validFor);
      return lapses == null ? LocalDate.MAX : lapses;
    }

    /** Whether it was issued after another one; what was recorded later wins on the same day. */
    public boolean supersedes(ClearanceCertificate other) {
      int order = dateOfIssue.compareTo(other.dateOfIssue);
      if (order == 0) {
        order = standing.recordedAt().compareTo(other.standing.recordedAt());
      }
      return order == 0 ? standing.id().compareTo(other.standing.id()) > 0 : order > 0;
    }
  }

  /** An interview. */
  record Interview(Standing standing, Code by, Fact.Mode mode, Fact.Outcome outcome)
      implements JudgedFact {}

  /** A training. */
  record Training(
      Standing standing,
      Fact.TrainingKind purpose,
      @Nullable Code course,
      int minutes,
      Fact.Mode mode,
      Code by)
      implements JudgedFact {}

  /** An assessment against a selection standard. */
  record SelectionAssessment(Standing standing, String standard, Fact.Outcome outcome)
      implements JudgedFact {}

  /** Where somebody comes from. */
  record Affiliation(Standing standing, Code affiliation) implements JudgedFact {}

  /** An entry in a register or bank. */
  record RegisterEntry(Standing standing, Code register) implements JudgedFact {}

  /** A value of an attribute. */
  record Trait(Standing standing, String attribute, String value) implements JudgedFact {
    @Override
    public String toString() {
      return "Trait[" + attribute + "]";
    }
  }

  /** Somebody vouches. */
  record Attestation(Standing standing, Code code, Code by) implements JudgedFact {
    /** Whether it still counts on a day, if attestations count for a period; null: without end. */
    public boolean inDate(LocalDate day, @Nullable Period validFor) {
      return day.isBefore(expiry(validFor));
    }

    /** The first day on which it no longer counts. */
    public LocalDate expiry(@Nullable Period validFor) {
      LocalDate lapses = standing.endsAfter(standing.from(), validFor);
      return lapses == null ? LocalDate.MAX : lapses;
    }
  }

  /** A promise to stay. */
  record Commitment(Standing standing, Period time) implements JudgedFact {
    /** Whether it is for a time at least, counted from its first day. */
    public boolean lasts(Period required) {
      return !staysUntil().isBefore(wouldStayUntil(required));
    }

    /** The first day after the promised time. */
    public LocalDate staysUntil() {
      return Standing.later(standing.from(), time);
    }

    /** The first day after another time from the same day on. */
    public LocalDate wouldStayUntil(Period other) {
      return Standing.later(standing.from(), other);
    }
  }

  /** A reference that was taken up. */
  record ReferenceChecked(Standing standing, Fact.Outcome outcome) implements JudgedFact {}
}
