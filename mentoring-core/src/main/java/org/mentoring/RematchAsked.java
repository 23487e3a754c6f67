package org.mentoring;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Position;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.MentorshipTerms.RematchTerms;

/** Who may ask for another mentor, and who decides on it. */
final class RematchAsked {
  private static final Code MENTEE = Code.of(Position.MENTEE.name());
  private static final Code MENTOR = Code.of(Position.MENTOR.name());

  private RematchAsked() {}

  /**
   * What stands in the way goes to the change. A definition that does not say how a mentor is
   * replaced restricts nothing but that whoever asks is of this mentorship.
   *
   * @param who the mentor or mentee who asks; null where another party does, and where there is
   *     only one
   */
  static void check(
      Workplace workplace, MentorshipChange change, Code askedBy, @Nullable ParticipantId who) {
    ParticipantId asking = asking(workplace, change, askedBy, who);
    MentorshipTerms mentorship = change.practice().mentorship();
    RematchTerms terms = mentorship == null ? null : mentorship.rematch();
    if (terms == null || terms.decidedBy() == null) {
      EarlyEndings.askedForItself(workplace, change, askedBy);
    }
    if (terms == null
        || terms.decidedBy() == null
        || terms.decidedBy().equals(change.by().capacity())) {
      // The office that decides is not held in a mentorship of one's own.
      change.refuse(new RestingRights(workplace).end(change.by(), change.record()));
    }
    if (terms == null) {
      return;
    }
    Integer fromAge = terms.childFromAge();
    boolean child = askedBy.equals(MENTEE) && fromAge != null;
    if (!terms.askedBy().contains(askedBy) && !child) {
      SortedSet<Code> allowed = new TreeSet<>(terms.askedBy());
      if (fromAge != null) {
        allowed.add(MENTEE);
      }
      change.refuse(
          about("mentorship.rematch-not-asked-by", terms)
              .with("allowed", Parameter.codes(allowed)));
    }
    if (child && fromAge != null && asking != null && change.record().mentees().contains(asking)) {
      ofAge(workplace, change, terms, fromAge, asking);
    }
    if (terms.decidedBy() != null && !terms.decidedBy().equals(change.by().capacity())) {
      change.refuse(
          about("mentorship.not-decided-by", terms)
              .with("capacity", Parameter.code(terms.decidedBy())));
    }
  }

  /** The id by which the mentorship names whoever asks. */
  private static @Nullable ParticipantId asking(
      Workplace workplace, MentorshipChange change, Code askedBy, @Nullable ParticipantId who) {
    SortedSet<ParticipantId> side =
        askedBy.equals(MENTEE)
            ? change.record().mentees()
            : askedBy.equals(MENTOR) ? change.record().mentors() : new TreeSet<>();
    if (side.isEmpty()) {
      return who;
    }
    if (who == null && side.size() == 1) {
      return side.first();
    }
    MergedParties merged = new MergedParties(workplace.mentoring(), workplace.now());
    for (ParticipantId each : side) {
      if (who != null && merged.same(each, who)) {
        return each;
      }
    }
    change.refuse(
        Workplace.refusal("mentorship.who-asks", "who").with("askedBy", Parameter.code(askedBy)));
    return null;
  }

  private static void ofAge(
      Workplace workplace,
      MentorshipChange change,
      RematchTerms terms,
      int fromAge,
      ParticipantId child) {
    Optional<LocalDate> birth =
        workplace.mentoring().dossier(child, change.on(), workplace.now()).birthDate();
    if (birth.isEmpty()) {
      change.refuse(
          about("mentorship.age-unknown", terms).with("participant", Parties.named(child)));
    } else if (change.on().isBefore(birth.get().plusYears(fromAge))) {
      change.refuse(
          about("mentorship.child-too-young", terms)
              .with("participant", Parties.named(child))
              .with("age", Parameter.count(fromAge)));
    }
  }

  private static Finding about(String code, RematchTerms terms) {
    return Workplace.refusal(code, "rematch", terms.citation());
  }
}
