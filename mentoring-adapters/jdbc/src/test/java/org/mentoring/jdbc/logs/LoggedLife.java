package org.mentoring.jdbc.logs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.mentoring.Mentoring;
import org.mentoring.criterion.Attribute;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.json.lines.ProgrammeExport;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;
import org.mentoring.testkit.Canaries;
import org.mentoring.testkit.CanaryLife;
import org.mentoring.time.Validity;

/**
 * A program of its own, for loggers are made once: lives are lived in a database, commands fail,
 * people are judged by the rules, and all that anybody logs meanwhile, at every level, is looked
 * through. It tells what it found on its output.
 */
final class LoggedLife {
  private static final LocalDate DAY = LocalDate.of(2020, 10, 1);
  private static final Instant KNOWN = Instant.parse("2020-10-01T06:00:00Z");
  private static final Actor COORDINATOR = Actor.coordinator("c-1", "centre-1");
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1971, 1, 1);
  private static final int PAIRS = 8;

  /** The driver writes whatever it sends; only who asks for that gets it. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  private static final SimpleFormatter FORMATTER = new SimpleFormatter();

  private LoggedLife() {}

  /**
   * Runs.
   *
   * @param arguments {@code h2}, {@code postgresql} or {@code planted}; and how many people are
   *     judged
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream caught = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(caught);
    System.setErr(caught);
    catchJavaLogging();
    DRIVER.setLevel(Level.INFO);
    if (arguments[0].equals("planted")) {
      planted();
    } else {
      lived(arguments[0]);
      judged(Integer.parseInt(arguments[1]));
    }
    Caught.take("output", printed.toString(StandardCharsets.UTF_8), null);
    Caught.leaks().forEach(each -> answers.println("leak " + each));
    Caught.logged().forEach((logger, count) -> answers.println("logged " + logger + " " + count));
    if (arguments[0].equals("postgresql")) {
      answers.println("driver " + ofDriver());
    }
    answers.println("end");
    // Pools may have left threads behind.
    System.exit(0);
  }

  private static void catchJavaLogging() {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.ALL);
    root.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            Caught.take(
                "java " + record.getLoggerName(),
                FORMATTER.formatMessage(record) + Arrays.toString(record.getParameters()),
                record.getThrown());
          }

          @Override
          public void flush() {
            // Nothing waits.
          }

          @Override
          public void close() {
            // Nothing is open.
          }
        });
  }

  private static void lived(String where) throws IOException {
    Path folder = Files.createTempDirectory("logged");
    try (ProofDatabase database =
        where.equals("h2") ? ProofDatabase.h2(folder) : ProofDatabase.postgresql()) {
      Stores stores = database.emptied();
      CanaryLife life = CanaryLife.lived(stores, PAIRS, 5);
      ProgrammeExport.write(stores, new ByteArrayOutputStream());
      life.mentoring().journal().seal();
      life.mentoring().journal().verify();
      refused(stores, life);
      life.erase(life.people().first());
    } finally {
      try (var files = Files.list(folder)) {
        for (Path each : files.toList()) {
          Files.delete(each);
        }
      }
      Files.delete(folder);
    }
  }

  /** What a database refuses it tells with the values; a host logs what it catches. */
  private static void refused(Stores stores, CanaryLife life) {
    ParticipantId somebody = life.people().first();
    List<ExternalReference> references =
        List.copyOf(stores.participants().find(somebody).orElseThrow().references());
    failing(
        () ->
            stores
                .participants()
                .add(
                    Participant.of(
                        ParticipantId.of("another"), ParticipantKind.PERSON, references)));
    failing(
        () ->
            stores
                .participants()
                .add(Participant.of(somebody, ParticipantKind.PERSON, references)));
    failing(() -> stores.participants().append(stores.participants().history(somebody).get(0)));
  }

  private static void failing(Runnable command) {
    try {
      command.run();
    } catch (MentoringException e) {
      Caught.take("exceptions", e + " " + e.attributes() + " " + e.hint(), e);
      return;
    }
    throw new IllegalStateException("nothing was refused");
  }

  /** By the library's rules. */
  private static void judged(int people) {
    ProgrammeDefinition definition = BuiltInProgrammes.read("tyumen-2020");
    Stores stores = InMemoryStores.create();
    try (Mentoring mentoring =
        Mentoring.of(definition)
            .rules(ServiceLoader.load(RulesProvider.class).findFirst().orElseThrow())
            .stores(stores)
            .clock(Clock.fixed(KNOWN, ZoneOffset.UTC))
            .build()) {
      Practice practice = definition.practices().get(0);
      for (int number = 0; number < people; number++) {
        ParticipantId id = known(stores, number);
        mentoring.decide(
            id, practice.id(), number % 2 == 0 ? Position.MENTEE : Position.MENTOR, DAY);
      }
    }
  }

  private static ParticipantId known(Stores stores, int number) {
    ParticipantId id = ParticipantId.of("p-" + number);
    String canary = new Canaries(number).told();
    stores
        .participants()
        .add(
            Participant.of(
                id, ParticipantKind.PERSON, List.of(new ExternalReference("portal", canary))));
    List<Fact> facts =
        new ArrayList<>(
            List.of(
                new Fact.Birth(FIRST_BIRTH.plusDays(number)),
                new Fact.PersonName(canary, canary),
                new Fact.Trait(Attribute.MUNICIPALITY, canary),
                new Fact.Interest(canary),
                new Fact.Need(canary),
                new Fact.Offer(canary),
                new Fact.Wish(Attribute.GENDER, canary),
                new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY),
                new Fact.PreventiveRegistration(Code.of("JUVENILE_AFFAIRS_COMMISSION"))));
    for (int i = 0; i < facts.size(); i++) {
      stores
          .participants()
          .append(
              new FactEntry.Recorded(
                  FactId.of(id + "-" + i),
                  id,
                  facts.get(i),
                  Validity.from(DAY.minusMonths(1)),
                  KNOWN,
                  COORDINATOR,
                  null,
                  null));
    }
    return id;
  }

  /** Of each way to a log one leak. */
  private static void planted() {
    org.slf4j.LoggerFactory.getLogger("planted").trace("of {}", new Canaries(1).told());
    org.slf4j.LoggerFactory.getLogger("planted")
        .debug("failed", new IllegalStateException(new Canaries(2).told()));
    Logger java = Logger.getLogger("planted");
    java.log(Level.FINEST, "of {0}", new Canaries(3).told());
    System.getLogger("planted").log(System.Logger.Level.TRACE, new Canaries(4).told());
    System.out.println(new Canaries(5).told());
    System.err.println(FIRST_BIRTH.plusDays(6));
  }

  /** How much of it the driver tells once it is asked to tell everything. */
  private static long ofDriver() {
    DRIVER.setLevel(Level.ALL);
    try (ProofDatabase database = ProofDatabase.postgresql()) {
      CanaryLife.lived(database.emptied(), 1, 5);
    }
    return Caught.leaks().stream().filter(each -> each.startsWith("java org.postgresql")).count();
  }
}
