package org.mentoring.json.people;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.validation.people.FactInput;
import org.mentoring.validation.people.FactShape;
import org.mentoring.validation.people.ParticipantInput;
import org.mentoring.validation.people.PeopleIntake;

/**
 * Writes people as {@link PeopleJsonReader} reads them: what is written and read again is equal,
 * but for the place. People of whom that is not so are refused before anything is written.
 */
public final class PeopleJsonWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private PeopleJsonWriter() {}

  /**
   * Writes the people in their order, in UTF-8, and closes the stream.
   *
   * @throws org.mentoring.failure.InvalidInput if somebody would not be read again as it is: texts
   *     with control characters, days before 1900 or after 2099, withdrawals apart from their
   *     consent
   * @throws IOException if the stream cannot be written
   */
  public static void write(Collection<ParticipantInput> people, OutputStream out)
      throws IOException {
    PeopleIntake.requireReadable(people);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new com.fasterxml.jackson.core.util.DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      json.writeArrayFieldStart("participants");
      for (ParticipantInput person : people) {
        write(person, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(ParticipantInput person, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", person.id().value());
    if (person.kind() != ParticipantKind.PERSON) {
      json.writeStringField("kind", person.kind().name());
    }
    if (!person.references().isEmpty()) {
      json.writeArrayFieldStart("references");
      for (var reference : person.references()) {
        json.writeStartObject();
        json.writeStringField("system", reference.system());
        json.writeStringField("value", reference.value());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeArrayFieldStart("facts");
    for (FactInput input : person.facts()) {
      write(input, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(FactInput input, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", input.fact().kind());
    for (Map.Entry<String, Object> value : FactShape.valuesOf(input.fact()).entrySet()) {
      json.writeFieldName(value.getKey());
      if (value.getValue() instanceof Long number) {
        json.writeNumber(number);
      } else if (value.getValue() instanceof List<?> list) {
        json.writeStartArray();
        for (Object each : list) {
          json.writeString(each.toString());
        }
        json.writeEndArray();
      } else {
        json.writeString(value.getValue().toString());
      }
    }
    json.writeStringField("from", input.validity().from().toString());
    if (input.validity().until() != null) {
      json.writeStringField("until", input.validity().until().toString());
    }
    if (input.withdrawn() != null) {
      json.writeStringField("withdrawn", input.withdrawn().toString());
    }
    json.writeEndObject();
  }
}
