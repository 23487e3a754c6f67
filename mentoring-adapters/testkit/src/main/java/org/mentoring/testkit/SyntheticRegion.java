package org.mentoring.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.mentoring.csv.CsvOptions;
import org.mentoring.csv.PeopleCsvWriter;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.Place;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.people.PeopleJsonWriter;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.validation.people.FactInput;
import org.mentoring.validation.people.ParticipantInput;

/**
 * Invented people of an invented region, for demonstrations, tests and measurements: the 26
 * municipalities of the Tyumen programme by name (S2-18), adolescents and mentors, most of them
 * ready, others with the gaps of real life. Small municipalities have fewer mentors than mentees.
 * There are no names, only opaque ids; any likeness is chance. The same settings make the same
 * bytes on every machine. Immutable and thread-safe.
 *
 * @param seed of the random numbers
 * @param asOf the day that the region looks right on; nothing in it happens later
 * @param mentees how many, 0 to 1,000,000
 * @param mentors how many, 0 to 1,000,000
 * @param gaps what is missing how often
 */
public record SyntheticRegion(long seed, LocalDate asOf, int mentees, int mentors, Gaps gaps) {
  private static final List<String> MUNICIPALITIES = load();

  /**
   * The cities and the district around Tyumen, by place in the list of the original; they draw more
   * people.
   */
  private static final List<Integer> LARGE = List.of(2, 3, 4, 5, 20);

  /** Refuses sizes out of range. */
  public SyntheticRegion {
    Invariants.range("region.mentees", mentees, 0, 1_000_000);
    Invariants.range("region.mentors", mentors, 0, 1_000_000);
  }

  /** 1,000 mentees and 1,300 mentors with the usual gaps, on 1 October 2020. */
  public static SyntheticRegion standard() {
    return new SyntheticRegion(2020, LocalDate.of(2020, 10, 1), 1_000, 1_300, Gaps.usual());
  }

  /** This region with other numbers of people. */
  public SyntheticRegion sized(int newMentees, int newMentors) {
    return new SyntheticRegion(seed, asOf, newMentees, newMentors, gaps);
  }

  /** The municipalities by their names in the programme, in its order. */
  public static List<String> municipalities() {
    return MUNICIPALITIES;
  }

  /** The people: mentees, mentors, then those who are registered a second time. */
  public List<ParticipantInput> people() {
    List<ParticipantInput> people = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < mentees; i++) {
      SyntheticPerson person = new SyntheticPerson(random.split(), asOf, gaps);
      String municipality = MUNICIPALITIES.get(placeOf(person, 45));
      add(people, "mentee", i, person, person.mentee(municipality));
    }
    for (int i = 0; i < mentors; i++) {
      SyntheticPerson person = new SyntheticPerson(random.split(), asOf, gaps);
      String municipality = MUNICIPALITIES.get(placeOf(person, 72));
      add(people, "mentor", i, person, person.mentor(municipality));
    }
    return List.copyOf(people);
  }

  /**
   * Writes the people as CSV and closes the stream.
   *
   * @throws IOException if the stream cannot be written
   */
  public void writeCsv(OutputStream out) throws IOException {
    PeopleCsvWriter.of(CsvOptions.strict()).write(people(), out);
  }

  /**
   * Writes the people as JSON and closes the stream.
   *
   * @throws IOException if the stream cannot be written
   */
  public void writeJson(OutputStream out) throws IOException {
    PeopleJsonWriter.write(people(), out);
  }

  /** More mentors than mentees live in the large places, so that the small ones lack them. */
  private static int placeOf(SyntheticPerson person, int shareOfLarge) {
    return person.happens(shareOfLarge)
        ? LARGE.get(person.upTo(LARGE.size()))
        : person.upTo(MUNICIPALITIES.size());
  }

  private void add(
      List<ParticipantInput> people,
      String role,
      int number,
      SyntheticPerson person,
      List<FactInput> facts) {
    String id = String.format(Locale.ROOT, "%s-%05d", role, number + 1);
    String first = role.equals("mentee") ? "commission" : "site";
    people.add(input(id, first, number, facts));
    if (person.happens(gaps.duplicates())) {
      String second = role.equals("mentee") ? "school" : "operator";
      people.add(input(id + "-again", second, number, person.registeredAgain(facts)));
    }
  }

  private static ParticipantInput input(
      String id, String system, int number, List<FactInput> facts) {
    ExternalReference reference =
        new ExternalReference(system, String.format(Locale.ROOT, "%06d", number * 7 + 1));
    return new ParticipantInput(
        ParticipantId.of(id),
        ParticipantKind.PERSON,
        Invariants.sorted(List.of(reference)),
        facts,
        Place.of("synthetic-region"));
  }

  private static List<String> load() {
    try (InputStream in = SyntheticRegion.class.getResourceAsStream("tyumen-municipalities.txt")) {
      if (in == null) {
        throw new IllegalStateException("missing resource tyumen-municipalities.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("unreadable resource tyumen-municipalities.txt", e);
    }
  }
}
