package org.mentoring.testkit;

import org.mentoring.failure.Invariants;

/**
 * How often something is missing or wrong in a synthetic region, in people of a hundred. The
 * defaults are guesses that make every reason for a "not yet" occur in a region of a few hundred
 * people; they are no statistics.
 *
 * @param onlyOneRegister mentees on one of the two registers instead of both
 * @param noRegister mentees on none
 * @param selfRegistered mentees whose family registered itself, instead of the commission's
 *     referral
 * @param noCommissionDecision mentees whom the commission has not decided on yet
 * @param negativeCommissionDecision mentees whom it refused
 * @param noFamilyMeeting mentees whose family has not been met
 * @param noConsent mentees without the guardians' consent
 * @param withdrawnConsent mentees whose guardians withdrew it
 * @param wrongAge mentees under or over the age of an adolescent
 * @param departmental mentors from a departmental institution
 * @param expiredClearance mentors whose certificate has run out
 * @param noClearance mentors without one
 * @param incompleteDocuments mentors with a document missing
 * @param noInterview mentors who were not interviewed
 * @param partialTraining mentors with six of eight hours
 * @param noTraining mentors without training
 * @param standardNotMet mentors who did not meet the selection standard
 * @param underageMentor mentors who are not of age
 * @param twoMentees mentors who are ready for two mentees at once
 * @param threeMentees mentors who are ready for three
 * @param duplicates people who are registered a second time, under another reference
 */
public record Gaps(
    int onlyOneRegister,
    int noRegister,
    int selfRegistered,
    int noCommissionDecision,
    int negativeCommissionDecision,
    int noFamilyMeeting,
    int noConsent,
    int withdrawnConsent,
    int wrongAge,
    int departmental,
    int expiredClearance,
    int noClearance,
    int incompleteDocuments,
    int noInterview,
    int partialTraining,
    int noTraining,
    int standardNotMet,
    int underageMentor,
    int twoMentees,
    int threeMentees,
    int duplicates) {
  /** Refuses rates below 0 or above 100. */
  public Gaps {
    int[] rates = {
      onlyOneRegister,
      noRegister,
      selfRegistered,
      noCommissionDecision,
      negativeCommissionDecision,
      noFamilyMeeting,
      noConsent,
      withdrawnConsent,
      wrongAge,
      departmental,
      expiredClearance,
      noClearance,
      incompleteDocuments,
      noInterview,
      partialTraining,
      noTraining,
      standardNotMet,
      underageMentor,
      twoMentees,
      threeMentees,
      duplicates
    };
    for (int rate : rates) {
      Invariants.range("gaps", rate, 0, 100);
    }
  }

  /** The defaults. */
  public static Gaps usual() {
    return new Gaps(55, 3, 40, 12, 3, 6, 8, 3, 4, 9, 10, 6, 8, 7, 9, 6, 5, 2, 12, 5, 2);
  }

  /** Nothing is missing: everybody can take part. */
  public static Gaps none() {
    return new Gaps(0, 0, 40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
