package org.mentoring.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.text.Language;
import org.mentoring.time.Validity;

/** The pack of a town, and cases for it. */
final class Town {
  static final LocalDate DAY = LocalDate.of(2020, 11, 2);
  static final ProgrammeDefinition PROGRAMME = BuiltInProgrammes.read("tyumen-2020");
  static final String CODE = "own.town.many-need-approval";
  private static final String HEAD =
      """
      package own.town;
      import org.mentoring.identity.Code;
      import org.mentoring.participant.Fact;
      import org.mentoring.participant.Fact.*;
      import org.mentoring.participant.Position;
      import org.mentoring.runtime.Held;
      import org.mentoring.runtime.OwnFinding;
      import org.mentoring.runtime.PartyCase;
      import java.time.LocalDate;
      import java.util.List;

      """;

  private Town() {}

  static String resource(String name) {
    try (InputStream in = Town.class.getResourceAsStream(name)) {
      return new String(
          java.util.Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> texts(String name) {
    Properties read = new Properties();
    try {
      read.load(new StringReader(resource(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> all = new TreeMap<>();
    read.forEach((key, value) -> all.put((String) key, (String) value));
    return all;
  }

  static OwnRules.Builder pack() {
    return OwnRules.named("town", "1.0.0")
        .drl("town.drl", resource("town.drl"))
        .texts(Language.EN, texts("town_en.properties"))
        .texts(Language.RU, texts("town_ru.properties"));
  }

  /** Texts that say no more than the code. */
  static OwnRules.Builder told(OwnRules.Builder pack, String... codes) {
    for (Language language : Language.values()) {
      Map<String, String> texts = new TreeMap<>();
      for (String code : codes) {
        texts.put("finding." + code, code);
        texts.put("remedy." + code, code);
      }
      pack.texts(language, texts);
    }
    return pack;
  }

  /** The head of a file, eleven lines; what follows stands from line 12 on. */
  static String head() {
    return HEAD;
  }

  /** A rule of seven lines. */
  static String rule(String name, String when, String then) {
    return """
        rule "own.town.%1$s"
            @code("own.town.%1$s") @source("Order-1") @effect("REFUSES")
        when
            %2$s
        then
            %3$s
        end
        """
        .replace("%1$s", name)
        .replace("%2$s", when)
        .replace("%3$s", then);
  }

  static String inserting(String name) {
    return "insert(OwnFinding.of(\"own.town." + name + "\"));";
  }

  static EligibilityCase mentor(Fact... facts) {
    return party(Position.MENTOR, facts);
  }

  static EligibilityCase party(Position position, Fact... facts) {
    Practice practice = PROGRAMME.practices().get(0);
    List<KnownFact> known = new ArrayList<>();
    for (Fact fact : facts) {
      known.add(
          new KnownFact(
              FactId.of("f-" + known.size()),
              fact,
              Validity.from(LocalDate.of(1990, 1, 1)),
              Instant.parse("2020-10-01T00:00:00Z")));
    }
    return new EligibilityCase(
        PROGRAMME,
        practice,
        practice.party(position).orElseThrow(),
        new Dossier(
            ParticipantId.of("p-1"),
            ParticipantKind.PERSON,
            known,
            DAY,
            Instant.parse("2020-11-02T06:00:00Z")));
  }
}
