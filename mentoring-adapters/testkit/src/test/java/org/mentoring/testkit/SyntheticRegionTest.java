package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.csv.CsvOptions;
import org.mentoring.csv.PeopleCsvReader;
import org.mentoring.failure.Place;
import org.mentoring.json.people.PeopleJsonReader;
import org.mentoring.participant.Fact;
import org.mentoring.validation.people.ParticipantInput;
import org.mentoring.validation.people.PeopleImport;

class SyntheticRegionTest {
  private static final SyntheticRegion REGION = SyntheticRegion.standard();
  private static final int DEMO_MENTEES = 440;
  private static final int DEMO_MENTORS = 570;

  @Test
  void the_region_has_the_26_municipalities_of_the_programme() {
    assertThat(SyntheticRegion.municipalities()).hasSize(26).doesNotHaveDuplicates();
    assertThat(municipalitiesOf(REGION.people()))
        .containsExactlyInAnyOrderElementsOf(SyntheticRegion.municipalities());
  }

  @Test
  void the_same_settings_make_the_same_bytes_and_another_seed_makes_others() throws IOException {
    SyntheticRegion other =
        new SyntheticRegion(7, REGION.asOf(), REGION.mentees(), REGION.mentors(), REGION.gaps());
    assertThat(csv(SyntheticRegion.standard())).isEqualTo(csv(REGION)).isNotEqualTo(csv(other));
  }

  @Test
  void what_is_written_as_csv_is_read_without_a_problem_and_equal() throws IOException {
    PeopleImport read =
        PeopleCsvReader.of(CsvOptions.strict())
            .read(new ByteArrayInputStream(csv(REGION)), "region.csv");
    assertThat(read.problems()).isEmpty();
    List<ParticipantInput> people = REGION.people();
    Place place = people.get(0).place();
    assertThat(read.accepted().stream().map(each -> each.at(place)).toList()).isEqualTo(people);
  }

  @Test
  void what_is_written_as_json_is_read_without_a_problem_and_equal() throws IOException {
    SyntheticRegion small = REGION.sized(50, 60);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    small.writeJson(out);
    PeopleImport read =
        PeopleJsonReader.open().read(new ByteArrayInputStream(out.toByteArray()), "region.json");
    assertThat(read.problems()).isEmpty();
    List<ParticipantInput> people = small.people();
    Place place = people.get(0).place();
    assertThat(read.accepted().stream().map(each -> each.at(place)).toList()).isEqualTo(people);
  }

  /** Write it anew with {@code -Dmentoring.demo.write=true} after a change of the generator. */
  @Test
  void the_committed_demo_is_what_the_generator_makes() throws IOException {
    Path demo = Path.of("..", "..", "examples", "mentoring-cli", "src", "main", "resources");
    Path file = demo.resolve(Path.of("org", "mentoring", "cli", "demo", "people.csv"));
    byte[] made = csv(REGION.sized(DEMO_MENTEES, DEMO_MENTORS));
    if (Boolean.getBoolean("mentoring.demo.write")) {
      Files.createDirectories(file.getParent());
      Files.write(file, made);
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(made);
  }

  @Test
  void every_gap_of_real_life_occurs() {
    List<ParticipantInput> people = REGION.people();
    assertThat(people).hasSizeGreaterThan(2_300);
    assertThat(people).anyMatch(each -> each.id().value().endsWith("-again"));
    assertThat(people)
        .anyMatch(each -> each.facts().stream().anyMatch(input -> input.withdrawn() != null));
    assertThat(people)
        .anyMatch(each -> minutes(each) == 360)
        .anyMatch(each -> minutes(each) == 480);
    assertThat(people)
        .anyMatch(
            each ->
                each.facts().stream()
                    .anyMatch(
                        input ->
                            input.fact() instanceof Fact.ClearanceCertificate
                                && input.validity().endedBy(REGION.asOf())));
    assertThat(people)
        .anyMatch(each -> registers(each) == 1)
        .anyMatch(each -> registers(each) == 2);
  }

  @Test
  void without_gaps_everybody_has_the_whole_training() {
    SyntheticRegion complete = new SyntheticRegion(1, REGION.asOf(), 0, 200, Gaps.none());
    assertThat(complete.people()).hasSize(200).allMatch(each -> minutes(each) == 480);
  }

  private static byte[] csv(SyntheticRegion region) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    region.writeCsv(out);
    return out.toByteArray();
  }

  private static int minutes(ParticipantInput person) {
    return person.facts().stream()
        .filter(input -> input.fact() instanceof Fact.Training)
        .mapToInt(input -> ((Fact.Training) input.fact()).minutes())
        .sum();
  }

  private static long registers(ParticipantInput person) {
    return person.facts().stream()
        .filter(input -> input.fact() instanceof Fact.PreventiveRegistration)
        .count();
  }

  private static List<String> municipalitiesOf(List<ParticipantInput> people) {
    return people.stream()
        .flatMap(each -> each.facts().stream())
        .map(input -> input.fact())
        .filter(fact -> fact instanceof Fact.Trait)
        .map(fact -> ((Fact.Trait) fact).value())
        .distinct()
        .toList();
  }
}
