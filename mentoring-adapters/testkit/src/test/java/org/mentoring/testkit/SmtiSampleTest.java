package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.mentoring.assignment.Edges;
import org.mentoring.assignment.Proposing;
import org.mentoring.assignment.StabilityChecker;
import org.mentoring.assignment.StableEngine;
import org.mentoring.assignment.StableMatching;
import org.mentoring.assignment.StableProblem;
import org.mentoring.assignment.StepListener;

/**
 * 200 published problems with ties and incomplete lists (daehiff/qubo-max-smti, MIT); those whom
 * both name are acceptable to each other.
 */
class SmtiSampleTest {
  @Test
  void if_one_side_proposes_every_answer_is_stable_and_all_have_the_published_2846_pairs()
      throws IOException {
    assertThat(stablePairs(Proposing.MENTEES)).isEqualTo(2846);
  }

  @Test
  void if_the_other_side_proposes_every_answer_is_stable_and_one_pair_is_missing_at_most()
      throws IOException {
    assertThat(stablePairs(Proposing.MENTORS)).isBetween(2845, 2846);
  }

  private static int stablePairs(Proposing proposing) throws IOException {
    Optional<Path> file = SharedData.file("smti-sample", "instances.jsonl");
    Assumptions.assumeTrue(
        file.isPresent(),
        "the sample is not here: set -Dmentoring.shared to the folder that holds data/");
    ObjectMapper mapper = new ObjectMapper();
    List<String> lines = Files.readAllLines(file.get());
    int pairs = 0;
    int known = 0;

    for (String line : lines) {
      JsonNode instance = mapper.readTree(line);
      StableProblem problem = problem(instance, proposing);
      StableMatching matching = StableEngine.solve(problem, StepListener.NONE);
      assertThat(StabilityChecker.blockingPairs(problem, matching::edgeOf)).isEmpty();
      int most = instance.get("opt_size").asInt();
      assertThat(matching.pairs()).isLessThanOrEqualTo(most);
      pairs += matching.pairs();
      known += most;
    }

    assertThat(lines).hasSize(200);
    assertThat(known).isEqualTo(2846);
    return pairs;
  }

  private static StableProblem problem(JsonNode instance, Proposing proposing) {
    int size = instance.get("size").asInt();
    Edges.Builder edges = Edges.builder(size);
    int[] menteeRanks = new int[size * size];
    int[] mentorRanks = new int[size * size];
    int count = 0;
    for (int mentee = 0; mentee < size; mentee++) {
      int[] possible = new int[size];
      int from = count;
      for (int mentor = 0; mentor < size; mentor++) {
        JsonNode given = instance.get("males_pref").path("M" + mentee).path("W" + mentor);
        JsonNode returned = instance.get("females_pref").path("W" + mentor).path("M" + mentee);
        if (given.isInt() && returned.isInt()) {
          menteeRanks[count] = given.intValue();
          mentorRanks[count] = returned.intValue();
          possible[count++ - from] = mentor;
        }
      }
      edges.mentee(possible, new int[size], count - from);
    }
    int[] places = new int[size];
    Arrays.fill(places, 1);
    return StableProblem.of(
        edges.build(),
        places,
        Arrays.copyOf(menteeRanks, count),
        Arrays.copyOf(mentorRanks, count),
        proposing);
  }
}
