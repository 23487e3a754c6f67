package org.mentoring.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.CriterionScore;
import org.mentoring.matching.FreeMentor;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.MatchRenderer;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.ProposedPair;
import org.mentoring.matching.SoughtMentor;
import org.mentoring.matching.Unmatched;
import org.mentoring.publication.PublicFigures;
import org.mentoring.text.Audience;

/** A proposal for other programs: as JSON, and as tables. */
final class MatchExport {
  private final ProgrammeRun run;
  private final Texts texts;

  MatchExport(ProgrammeRun run, Texts texts) {
    this.run = run;
    this.texts = texts;
  }

  /** One row a pair; the points of each criterion in a column of its own. */
  String pairs(MatchProposal proposal) {
    SortedSet<String> ids = new TreeSet<>();
    for (ProposedPair pair : proposal.result().pairs()) {
      pair.explanation().criteria().stream()
          .filter(score -> !score.criterion().hard())
          .forEach(score -> ids.add(score.criterion().id()));
    }
    List<String> header = new ArrayList<>(List.of("mentee", "mentor", "score", "locked", "reason"));
    Map<PairKey, String> reasons = MatchReport.lockReasons(proposal);
    header.addAll(ids);
    List<List<String>> rows = new ArrayList<>();
    for (ProposedPair pair : proposal.result().pairs()) {
      Map<String, Integer> points = new LinkedHashMap<>();
      pair.explanation()
          .criteria()
          .forEach(score -> points.put(score.criterion().id(), score.points()));
      List<String> row =
          new ArrayList<>(
              List.of(
                  pair.pair().mentee().value(),
                  pair.pair().mentor().value(),
                  Long.toString(pair.score()),
                  Boolean.toString(pair.locked()),
                  reasons.getOrDefault(pair.pair(), "")));
      ids.forEach(id -> row.add(points.containsKey(id) ? String.valueOf(points.get(id)) : ""));
      rows.add(row);
    }
    return CsvText.of(header, rows);
  }

  /** One row a mentee who stays without a mentor. */
  String unmatched(MatchProposal proposal) {
    List<List<String>> rows = new ArrayList<>();
    for (Unmatched unmatched : proposal.result().unmatched()) {
      rows.add(
          List.of(
              unmatched.mentee().value(),
              unmatched.reason().name(),
              texts.say("gap." + unmatched.reason().name()),
              Integer.toString(unmatched.mentors()),
              Integer.toString(unmatched.possible()),
              Integer.toString(unmatched.rejected()),
              MatchReport.doors(unmatched),
              String.join(" ", unmatched.taken().stream().map(ParticipantId::value).toList()),
              String.join("; ", renderer().openings(unmatched))));
    }
    return CsvText.of(
        List.of(
            "mentee",
            "reason",
            "text",
            "mentors",
            "possible",
            "rejected",
            "closed-by",
            "taken",
            "openings"),
        rows);
  }

  /** One row a mentor who is sought by more than can be taken or keeps free places. */
  String mentors(MatchProposal proposal) {
    List<List<String>> rows = new ArrayList<>();
    for (SoughtMentor sought : proposal.result().sought()) {
      rows.add(
          List.of(
              sought.mentor().value(),
              "0",
              Integer.toString(sought.sought()),
              renderer().text(sought)));
    }
    for (FreeMentor free : proposal.result().freeMentors()) {
      rows.add(
          List.of(
              free.mentor().value(),
              Integer.toString(free.places()),
              "0",
              String.join("; ", renderer().lines(free))));
    }
    rows.sort(Comparator.comparing(row -> row.get(0)));
    return CsvText.of(List.of("mentor", "free-places", "sought", "text"), rows);
  }

  private MatchRenderer renderer() {
    return MatchRenderer.of(run.definition(), texts.language(), Audience.COORDINATOR);
  }

  /** One row a pair of an event. */
  String events(MatchProposal proposal) {
    List<List<String>> rows = new ArrayList<>();
    int number = 0;
    for (MatchProposal.EventSuggestion event : proposal.events()) {
      number++;
      for (PairKey pair : event.pairs()) {
        rows.add(
            List.of(
                Integer.toString(number),
                event.municipality(),
                pair.mentee().value(),
                pair.mentor().value()));
      }
    }
    return CsvText.of(List.of("event", "municipality", "mentee", "mentor"), rows);
  }

  /** Everything about the proposal. */
  String json(MatchProposal proposal) {
    Map<String, Object> document = DecisionExport.basis(run);
    document.put("practice", proposal.practice());
    document.put("policy", proposal.policy().name());
    document.put("proposal", proposal.id().value());
    document.put("proposalVersion", proposal.version());
    document.put("totalScore", proposal.result().totalScore());
    document.put("pairs", proposal.result().pairs().stream().map(MatchExport::pair).toList());
    document.put(
        "unmatched", proposal.result().unmatched().stream().map(MatchExport::unmatched).toList());
    Map<String, Object> free = new LinkedHashMap<>();
    proposal.result().freePlaces().forEach((mentor, places) -> free.put(mentor.value(), places));
    document.put("freePlaces", free);
    MatchMeasuresJson.put(document, proposal.result());
    document.put("ended", proposal.ended().stream().map(MatchExport::key).toList());
    document.put("events", proposal.events().stream().map(MatchExport::event).toList());
    document.put(
        "interventions", proposal.interventions().stream().map(MatchExport::intervention).toList());
    return JsonText.of(document);
  }

  /** Figures that may stand on a public page. */
  static String publicFigures(PublicFigures figures) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("asOf", figures.asOf().toString());
    if (figures.totalTold()) {
      document.put("pairs", figures.pairs());
    }
    Map<String, Object> byMunicipality = new LinkedHashMap<>();
    figures.byMunicipality().forEach((place, pairs) -> byMunicipality.put(place.name(), pairs));
    document.put("byMunicipality", byMunicipality);
    document.put("municipalitiesWithheld", figures.withheld());
    return JsonText.of(document);
  }

  /** The same as a table. */
  static String publicTable(PublicFigures figures) {
    List<List<String>> rows = new ArrayList<>();
    figures
        .byMunicipality()
        .forEach((municipality, pairs) -> rows.add(List.of(municipality.name(), pairs.toString())));
    return CsvText.of(List.of("municipality", "pairs"), rows);
  }

  private static Map<String, Object> pair(ProposedPair pair) {
    Map<String, Object> told = key(pair.pair());
    told.put("score", pair.score());
    told.put("locked", pair.locked());
    List<Object> scores = new ArrayList<>();
    for (CriterionScore score : pair.explanation().criteria()) {
      scores.add(criterion(score));
    }
    told.put("criteria", scores);
    return told;
  }

  private static Map<String, Object> criterion(CriterionScore score) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("criterion", score.criterion().id());
    told.put("hard", score.criterion().hard());
    told.put("holds", score.holds());
    told.put("points", score.points());
    told.put("weight", score.criterion().weight());
    told.put("source", score.criterion().citation().source());
    List<Object> leaves = new ArrayList<>();
    for (CriterionScore.Leaf leaf : score.leaves()) {
      Map<String, Object> measured = new LinkedHashMap<>();
      measured.put("known", leaf.known());
      measured.put("holds", leaf.holds());
      measured.put("measured", leaf.measured());
      measured.put("outOf", leaf.outOf());
      leaves.add(measured);
    }
    told.put("leaves", leaves);
    return told;
  }

  private static Map<String, Object> unmatched(Unmatched unmatched) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("mentee", unmatched.mentee().value());
    told.put("reason", unmatched.reason().name());
    told.put("mentors", unmatched.mentors());
    told.put("possible", unmatched.possible());
    told.put("rejected", unmatched.rejected());
    List<Object> doors = new ArrayList<>();
    for (Unmatched.ClosedDoor door : unmatched.closedBy()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("criterion", door.criterion());
      each.put("mentors", door.mentors());
      each.put("alone", door.alone());
      doors.add(each);
    }
    told.put("closedBy", doors);
    told.put("taken", unmatched.taken().stream().map(ParticipantId::value).toList());
    told.put("openings", unmatched.openings().stream().map(MatchMeasuresJson::opening).toList());
    return told;
  }

  private static Map<String, Object> event(MatchProposal.EventSuggestion event) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("municipality", event.municipality());
    told.put("pairs", event.pairs().stream().map(MatchExport::key).toList());
    return told;
  }

  private static Map<String, Object> intervention(MatchProposal.Intervention intervention) {
    Map<String, Object> told = key(intervention.pair());
    String kind = "released";
    if (intervention instanceof MatchProposal.Intervention.Locked) {
      kind = "locked";
    } else if (intervention instanceof MatchProposal.Intervention.Rejected) {
      kind = "rejected";
    }
    told.put("kind", kind);
    told.put("by", intervention.by().id());
    told.put("reason", intervention.reason());
    return told;
  }

  private static Map<String, Object> key(PairKey pair) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("mentee", pair.mentee().value());
    told.put("mentor", pair.mentor().value());
    return told;
  }
}
