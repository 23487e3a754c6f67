package org.mentoring.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.identity.Citation;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.time.Validity;

/** Short ways to write parties and criteria down. */
final class People {
  private People() {}

  static Dossier dossier(String id, Fact... facts) {
    List<KnownFact> known = new ArrayList<>();
    for (Fact fact : facts) {
      known.add(
          new KnownFact(
              FactId.of(id + "-" + known.size()),
              fact,
              Validity.from(RandomRequests.AS_OF.minusDays(1)),
              RandomRequests.KNOWN_AT));
    }
    return new Dossier(
        ParticipantId.of(id),
        ParticipantKind.PERSON,
        known,
        RandomRequests.AS_OF,
        RandomRequests.KNOWN_AT);
  }

  static Candidate mentee(String id, Fact... facts) {
    return new Candidate(dossier(id, facts), 1, 0);
  }

  static Candidate mentor(String id, int places, Fact... facts) {
    return new Candidate(dossier(id, facts), places, 0);
  }

  static Fact town(String name) {
    return new Fact.Trait(Attribute.MUNICIPALITY, name);
  }

  static Criterion hard(String id, Term term) {
    return new Criterion(id, term, new Force.Hard(), Citation.CHOICE);
  }

  static Criterion soft(String id, Term term, int weight) {
    return new Criterion(id, term, new Force.Soft(weight), Citation.CHOICE);
  }

  static PairKey pair(String mentee, String mentor) {
    return new PairKey(ParticipantId.of(mentee), ParticipantId.of(mentor));
  }

  static MatchRequest request(
      List<Candidate> mentees, List<Candidate> mentors, Criterion... criteria) {
    return new MatchRequest(
        mentees,
        mentors,
        List.of(List.of(criteria)),
        List.of(RandomRequests.GRADES),
        new TreeSet<>(),
        new TreeSet<>());
  }

  static MatchRequest with(MatchRequest request, List<PairKey> locked, List<PairKey> rejected) {
    return request.with(new TreeSet<>(locked), new TreeSet<>(rejected));
  }
}
