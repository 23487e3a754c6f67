package org.mentoring.testkit;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.mentoring.criterion.Attribute;
import org.mentoring.failure.Place;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.validation.people.FactInput;
import org.mentoring.validation.people.ParticipantInput;

/**
 * The public sample of jonodrew/mentor-match (Open Government Licence v3.0). Its people are
 * invented, and each row is taken as a person of its own: the files hold nothing by which a mentee
 * could be known again among the mentors.
 */
final class CivilServiceSample {
  static final LocalDate DAY = LocalDate.of(2022, 1, 1);

  private CivilServiceSample() {}

  /** The folder of the sample, if somebody put it where the tests look for it. */
  static Optional<Path> folder() {
    return SharedData.file("civil-service-mentor-match-small");
  }

  static List<ParticipantInput> read(Path folder, Position position) throws IOException {
    boolean mentees = position == Position.MENTEE;
    Path file = folder.resolve(mentees ? "mentees.csv" : "mentors.csv");
    List<ParticipantInput> people = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
      for (NamedCsvRecord row : rows) {
        List<FactInput> facts = new ArrayList<>();
        facts.add(FactInput.from(new Fact.PositionHeld(position, null), DAY));
        trait(facts, "grade", row.getField("grade"));
        trait(facts, "organisation", row.getField("organisation"));
        trait(facts, "profession", row.getField("profession"));
        String asked = row.getField(mentees ? "identity to match" : "characteristics");
        for (String each : asked.split(", ", -1)) {
          trait(facts, mentees ? "identity" : "characteristics", each);
        }
        String id =
            String.format(Locale.ROOT, "%s-%02d", mentees ? "mentee" : "mentor", people.size());
        Place place =
            new Place(file.getFileName().toString(), (int) row.getStartingLineNumber(), 0, null);
        people.add(
            new ParticipantInput(
                ParticipantId.of(id), ParticipantKind.PERSON, new TreeSet<>(), facts, place));
      }
    }
    return people;
  }

  private static void trait(List<FactInput> facts, String attribute, String value) {
    if (!value.isBlank()) {
      facts.add(FactInput.from(new Fact.Trait(Attribute.of(attribute), value), DAY));
    }
  }
}
