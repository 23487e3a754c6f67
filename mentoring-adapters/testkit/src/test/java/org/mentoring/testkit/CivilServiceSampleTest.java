package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.mentoring.identity.FactId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.matching.Candidate;
import org.mentoring.matching.MatchRequest;
import org.mentoring.matching.MatchResult;
import org.mentoring.matching.Matcher;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.Position;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.validation.people.FactInput;
import org.mentoring.validation.people.ParticipantInput;

class CivilServiceSampleTest {
  @Test
  void civil_service_sample_gives_35_pairs_and_score_750() throws IOException {
    Optional<Path> folder = CivilServiceSample.folder();
    Assumptions.assumeTrue(
        folder.isPresent(),
        "the sample is not here: set -Dmentoring.shared to the folder that holds data/");
    ProgrammeDefinition definition = BuiltInProgrammes.read("civil-service-mentoring");
    MatchingPlan plan = definition.practices().get(0).matching();
    MatchRequest request =
        new MatchRequest(
            candidates(folder.get(), Position.MENTEE),
            candidates(folder.get(), Position.MENTOR),
            List.of(plan.criteria()),
            definition.scales(),
            new TreeSet<>(),
            new TreeSet<>());

    MatchResult result = new Matcher().match(request);

    assertThat(result.pairs()).hasSize(35);
    assertThat(result.totalScore()).isEqualTo(750);
    assertThat(result.unmatched()).hasSize(15);
  }

  private static List<Candidate> candidates(Path folder, Position position) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    Instant known = CivilServiceSample.DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
    for (ParticipantInput person : CivilServiceSample.read(folder, position)) {
      List<KnownFact> facts = new ArrayList<>();
      for (FactInput input : person.facts()) {
        FactId id = FactId.of(person.id() + "-" + facts.size());
        facts.add(new KnownFact(id, input.fact(), input.validity(), known));
      }
      candidates.add(
          new Candidate(
              new Dossier(person.id(), person.kind(), facts, CivilServiceSample.DAY, known), 1, 0));
    }
    return candidates;
  }
}
