package org.mentoring.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mentoring.decision.Finding;
import org.mentoring.matching.FreeMentor;
import org.mentoring.matching.MatchProof;
import org.mentoring.matching.MatchResult;
import org.mentoring.matching.Opening;
import org.mentoring.matching.PolicyMeasures;
import org.mentoring.matching.SoughtMentor;

/** What a matching tells beyond its pairs, for other programs. */
final class MatchMeasuresJson {
  private MatchMeasuresJson() {}

  static void put(Map<String, Object> document, MatchResult result) {
    Map<String, Object> measures = new LinkedHashMap<>();
    result.measures().forEach((policy, each) -> measures.put(policy.name(), measures(each)));
    document.put("measures", measures);
    document.put("proof", proof(result.proof()));
    document.put("sought", result.sought().stream().map(MatchMeasuresJson::sought).toList());
    document.put(
        "freeMentors", result.freeMentors().stream().map(MatchMeasuresJson::free).toList());
  }

  private static Map<String, Object> measures(PolicyMeasures measures) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("pairs", measures.pairs());
    told.put("kept", measures.kept());
    told.put("totalScore", measures.totalScore());
    if (measures.leastScore() >= 0) {
      told.put("leastScore", measures.leastScore());
    }
    if (measures.blockingPairs() >= 0) {
      told.put("blockingPairs", measures.blockingPairs());
    }
    return told;
  }

  private static Map<String, Object> proof(MatchProof proof) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("kind", proof.kind().name());
    told.put("holds", proof.holds());
    told.put("faults", proof.faults());
    told.put("gapPairs", proof.gap().pairs());
    told.put("gapPoints", proof.gap().points());
    return told;
  }

  private static Map<String, Object> sought(SoughtMentor sought) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("mentor", sought.mentor().value());
    told.put("places", sought.places());
    told.put("sought", sought.sought());
    SoughtMentor.Gain gain = sought.gain();
    if (gain != null) {
      told.put("onePlaceMorePairs", gain.pairs());
      told.put("onePlaceMorePoints", gain.points());
    }
    return told;
  }

  private static Map<String, Object> free(FreeMentor free) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("mentor", free.mentor().value());
    told.put("places", free.places());
    told.put("reason", free.reason().name());
    told.put("mentees", free.mentees());
    told.put("possible", free.possible());
    told.put("rejected", free.rejected());
    Map<String, Object> doors = new LinkedHashMap<>();
    free.closedBy().forEach(door -> doors.put(door.criterion(), door.mentors()));
    told.put("closedBy", doors);
    return told;
  }

  /** A smallest change that would open a door. */
  static Map<String, Object> opening(Opening opening) {
    Map<String, Object> told = new LinkedHashMap<>();
    if (opening instanceof Opening.OnePlaceMore place) {
      told.put("kind", "one-place-more");
      told.put("mentor", place.mentor().value());
      told.put("score", place.score());
      told.put("pairMore", place.pairMore());
    } else if (opening instanceof Opening.OneMentorMore more) {
      told.put("kind", "one-mentor-more");
      told.put("attribute", more.attribute().name());
      told.put("values", more.values());
    } else if (opening instanceof Opening.OneCriterion near) {
      told.put("kind", "one-criterion");
      told.put("mentor", near.mentor().value());
      told.put("criterion", near.criterion().criterion().id());
    } else if (opening instanceof Opening.OneMentorReady ready) {
      told.put("kind", "one-mentor-ready");
      told.put("mentor", ready.mentor().value());
      told.put("missing", ready.missing().stream().map(Finding::code).toList());
    }
    return told;
  }
}
