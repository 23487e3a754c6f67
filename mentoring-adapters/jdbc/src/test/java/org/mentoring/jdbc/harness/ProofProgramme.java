package org.mentoring.jdbc.harness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.mentoring.Mentoring;
import org.mentoring.criterion.Attribute;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.DefinitionReader;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.internal.prebuilt.PrebuiltDefinition;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Identifiers;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;
import org.mentoring.time.Validity;

/** The programme that the harnesses run, on stores that are handed in. */
final class ProofProgramme {
  static final String PRACTICE = "adolescents";
  static final Actor COORDINATOR = Actor.coordinator("c-1", "centre-1");
  static final Actor HEAD = new Actor("h-1", Code.of("CENTRE_HEAD"), "centre-1");
  static final Actor OPERATOR = new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator");
  static final Actor COMMISSION =
      new Actor("k-1", Code.of("JUVENILE_AFFAIRS_COMMISSION"), "commission");
  static final Code CENTRE = Code.of("MENTORING_CENTRE");

  /** The system property that names a file of {@link #writePrebuilt}. */
  static final String PREBUILT = "harness.definition";

  static final ProgrammeDefinition DEFINITION = definition();

  private static final String CENTRES =
      """
      centre:
        cite: choice
        requirements:
          - {id: centre-application, kind: intake, position: CENTRE, any-of: [SELF], cite: choice}
        path:
          - {id: application, needs: [centre-application], owner: MENTORING_CENTRE, title: {en: application, ru: заявка}, cite: choice}

      """;

  /** Costly to load, and the same for all. */
  static final RulesProvider RULES =
      ServiceLoader.load(RulesProvider.class).findFirst().orElseThrow();

  final Stores stores;
  final Mentoring mentoring;
  private final Identifiers identifiers;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2020-10-01T06:00:00Z"));

  ProofProgramme(Stores stores, Identifiers identifiers) {
    this(stores, identifiers, UnaryOperator.identity());
  }

  /** One that knows earlier versions. */
  ProofProgramme(Stores stores, Identifiers identifiers, ProgrammeDefinition... earlier) {
    this(stores, identifiers, builder -> builder.earlier(earlier));
  }

  ProofProgramme(
      Stores stores, Identifiers identifiers, UnaryOperator<Mentoring.Builder> furnished) {
    this(DEFINITION, stores, identifiers, furnished);
  }

  private ProofProgramme(
      ProgrammeDefinition definition,
      Stores stores,
      Identifiers identifiers,
      UnaryOperator<Mentoring.Builder> furnished) {
    this.stores = stores;
    this.identifiers = identifiers;
    this.mentoring =
        furnished
            .apply(
                Mentoring.of(definition)
                    .stores(stores)
                    .identifiers(identifiers)
                    .clock(new SetClock(now))
                    .rules(RULES))
            .build();
  }

  /** The same at the same time, where mentorships are run by centres. */
  ProofProgramme withCentres() {
    ProofProgramme with =
        new ProofProgramme(WithCentres.DEFINITION, stores, identifiers, UnaryOperator.identity());
    with.at(this);
    return with;
  }

  void passes(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  /** Has the other one's time. */
  void at(ProofProgramme other) {
    now.set(other.now.get());
  }

  LocalDate today() {
    return LocalDate.ofInstant(now.get(), DEFINITION.zone());
  }

  Validity sinceYesterday() {
    return Validity.from(today().minusDays(1));
  }

  ParticipantId person(String id) {
    return mentoring
        .register(COORDINATOR, ParticipantId.of(id), ParticipantKind.PERSON, List.of())
        .orElseThrow();
  }

  void fact(ParticipantId about, Fact fact) {
    mentoring.record(COORDINATOR, about, fact, sinceYesterday()).orElseThrow();
  }

  /** Somebody who may be a mentor. */
  ParticipantId mentor(String id, int places) {
    ParticipantId mentor = person(id);
    fact(mentor, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF));
    fact(mentor, new Fact.Trait(Attribute.MUNICIPALITY, "Ishim"));
    fact(
        mentor,
        new Fact.Training(
            Fact.TrainingKind.INITIAL, null, 60, Fact.Mode.IN_PERSON, OPERATOR.capacity()));
    fact(mentor, new Fact.MentoringCapacity(places));
    mentoring.recordStep(HEAD, mentor, PRACTICE, Position.MENTOR, "welcome", today()).orElseThrow();
    return mentor;
  }

  /** Somebody who may be a mentee, whose guardian consents. */
  ParticipantId mentee(String id) {
    ParticipantId mentee = person(id);
    fact(mentee, new Fact.Birth(LocalDate.of(2006, 3, 1)));
    fact(mentee, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
    fact(mentee, new Fact.Trait(Attribute.MUNICIPALITY, "Ishim"));
    fact(mentee, consent());
    return mentee;
  }

  static Fact consent() {
    return new Fact.Consent(Fact.ConsentGiver.GUARDIAN, null, CENTRE, Code.of("PARTICIPATION"));
  }

  /** For a program that is to start quickly: the form that takes no YAML parser to read. */
  static void writePrebuilt(Path file) throws IOException {
    Files.writeString(file, PrebuiltDefinition.of(document(), DEFINITION));
  }

  private static ProgrammeDefinition definition() {
    try {
      String prebuilt = System.getProperty(PREBUILT);
      return prebuilt == null
          ? read(document())
          : PrebuiltDefinition.read(Files.readAllBytes(Path.of(prebuilt)), document())
              .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same programme under another version. */
  static ProgrammeDefinition definition(String version) {
    return changed("version: 1.0.0", "version: " + version);
  }

  /** Read once, by whoever asks for it first: programs that are killed never do. */
  private static final class WithCentres {
    static final ProgrammeDefinition DEFINITION =
        changed("activities:\n", CENTRES + "activities:\n");
  }

  private static ProgrammeDefinition changed(String before, String after) {
    try {
      String text = new String(document(), StandardCharsets.UTF_8);
      return read(text.replace(before, after).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProgrammeDefinition read(byte[] document) throws IOException {
    try (DefinitionReader reader = DefinitionReader.open()) {
      return reader.read("proof.yaml", new ByteArrayInputStream(document), DocumentFormat.YAML);
    }
  }

  private static byte[] document() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ProofProgramme.class.getResourceAsStream("proof.yaml"))) {
      return in.readAllBytes();
    }
  }

  private static final class SetClock extends Clock {
    private final AtomicReference<Instant> now;

    SetClock(AtomicReference<Instant> now) {
      this.now = now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }
}
