package org.mentoring.rules.incident;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.programme.IncidentProcedure;

/** What the rules of incidents read. */
public sealed interface IncidentFact {
  /**
   * The incident, with what was known of it at the end of the day.
   *
   * @param procedure the id of its algorithm
   * @param citation where the algorithm comes from
   * @param day that is asked about
   * @param entrusted whether somebody is responsible
   * @param responsible the capacity that has to be
   * @param told when somebody was told last; null if nobody was
   * @param next who is to be told next; null if all have been told
   * @param ladder whether the algorithm names anybody to tell
   * @param effect what is demanded of the mentorship; null for nothing
   */
  record Open(
      String procedure,
      Citation citation,
      LocalDate day,
      boolean entrusted,
      Code responsible,
      @Nullable LocalDate told,
      @Nullable Code next,
      boolean ladder,
      IncidentProcedure.@Nullable Effect effect)
      implements IncidentFact {
    /** Something has to be done. */
    public Finding delays(String code) {
      return Finding.of(code, procedure, citation, Effect.DELAYS);
    }

    /** A person has to look. */
    public Finding asksReview(String code) {
      return Finding.of(code, procedure, citation, Effect.ASKS_REVIEW);
    }

    /** Worth knowing. */
    public Finding informs(String code) {
      return Finding.of(code, procedure, citation, Effect.INFORMS);
    }
  }

  /**
   * Something that was not done by the end of the day.
   *
   * @param step the step; null for closing the incident
   * @param owner the capacity that has to do it
   * @param lastDay the last day on which it is in time
   */
  record Outstanding(@Nullable String step, Code owner, LocalDate lastDay) implements IncidentFact {
    /** Whether it was late already when somebody was told, so that telling answered it. */
    public boolean answeredBy(@Nullable LocalDate told) {
      return told != null && told.isAfter(lastDay);
    }
  }

  /**
   * The mentorship that the incident is about.
   *
   * @param state at the end of the day
   * @param rested whether it has rested at any time since the report
   */
  record Pair(MentorshipState state, boolean rested) implements IncidentFact {
    /** Whether the relationship has not ended. */
    public boolean open() {
      return state.open();
    }
  }

  /** An id that only staff reads. */
  static Parameter term(String id) {
    return new Parameter.TermId(id, Sensitivity.STAFF_ONLY);
  }

  /** A word that only staff reads. */
  static Parameter code(Code word) {
    return Parameter.code(word).as(Sensitivity.STAFF_ONLY);
  }

  /** So many days after a day. */
  static Parameter daysAfter(LocalDate day, LocalDate later) {
    return new Parameter.Count(
        java.time.temporal.ChronoUnit.DAYS.between(day, later), Sensitivity.TERMS);
  }
}
