package org.example.host;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.mentoring.Mentoring;
import org.mentoring.csv.CsvOptions;
import org.mentoring.csv.PeopleCsvReader;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.json.DefinitionReader;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ProgrammeDefinition;

/** Reads a definition and people and decides, every library a module. */
public final class Host {
  private Host() {}

  /** Prints what was read, what was decided and in which modules. */
  public static void main(String[] arguments) throws IOException {
    ProgrammeDefinition definition;
    try (DefinitionReader reader = DefinitionReader.open()) {
      definition =
          reader.read("tyumen", BuiltInProgrammes.text("tyumen-2020"), DocumentFormat.YAML);
    }
    System.out.println(definition.id());

    InputStream people =
        new ByteArrayInputStream("no,such,columns\n1,2,3\n".getBytes(StandardCharsets.UTF_8));
    System.out.println(
        PeopleCsvReader.of(CsvOptions.strict()).read(people, "people.csv").problems().isEmpty());

    try (Mentoring mentoring = Mentoring.of(definition).build()) {
      Actor me = Actor.coordinator("anna", "centre-1");
      ParticipantId mentor = ParticipantId.of("mentor-7");
      mentoring.register(me, mentor, ParticipantKind.PERSON, List.of()).orElseThrow();
      System.out.println(
          mentoring
              .decide(mentor, "adolescents", Position.MENTOR, LocalDate.of(2020, 9, 1))
              .verdict());
    }

    ModuleLayer.boot().modules().stream()
        .filter(module -> module.isNamed() && module.getName().startsWith("org.mentoring."))
        .map(Module::getName)
        .sorted()
        .forEach(System.out::println);
  }
}
