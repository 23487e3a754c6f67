package org.mentoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.JournalCommands;
import org.mentoring.Mentoring;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.json.lines.ProgrammeExport;
import org.mentoring.json.lines.ProgrammeFile;
import org.mentoring.json.lines.ProgrammeImport;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.spi.Stores;

/** An import, and somebody else who writes to the same stores while they are still empty. */
@Timeout(120)
class ImportsAtOnceTest {
  private static final Actor ACTOR = Actor.coordinator("c-1", "centre-1");

  private final ExecutorService others = Executors.newFixedThreadPool(2);

  @AfterEach
  void stop() {
    others.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void of_two_imports_one_is_kept_and_the_other_is_refused(Dialect dialect) throws Exception {
    try (OpenDatabase database = new OpenDatabase(dialect)) {
      Held first = new Held(file("a"));
      Future<ProgrammeFile> one = others.submit(() -> read(first, database.stores()));
      first.begun.await();
      Future<ProgrammeFile> two =
          others.submit(() -> read(new ByteArrayInputStream(file("b")), database.stores()));
      database.untilBlocked(1);
      first.goOn.countDown();

      assertThat(one.get().lines()).isPositive();
      refused(two);
      assertThat(database.stores().participants().ids()).containsExactly(ParticipantId.of("a"));
      assertThat(JournalCommands.verify(database.stores(), List.of()).intact()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void a_first_command_waits_for_an_import_and_is_given_on_what_was_imported(Dialect dialect)
      throws Exception {
    try (OpenDatabase database = new OpenDatabase(dialect)) {
      Held file = new Held(file("a"));
      Future<ProgrammeFile> imported = others.submit(() -> read(file, database.stores()));
      file.begun.await();
      Future<Boolean> registered = others.submit(() -> register(database.stores(), "b"));
      database.untilBlocked(1);
      file.goOn.countDown();

      assertThat(imported.get().lines()).isPositive();
      assertThat(registered.get()).isTrue();
      assertThat(database.stores().participants().ids())
          .containsExactly(ParticipantId.of("a"), ParticipantId.of("b"));
      assertThat(database.stores().programmes().takenUp()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void an_import_that_comes_after_a_first_command_is_refused_and_nothing_of_it_is_kept(
      Dialect dialect) throws Exception {
    try (OpenDatabase database = new OpenDatabase(dialect)) {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      Stores stores = database.stores();
      Future<Boolean> registered =
          others.submit(
              () ->
                  stores
                      .work()
                      .run(
                          () -> {
                            boolean done = register(stores, "b");
                            begun.countDown();
                            awaited(goOn);
                            return done;
                          }));
      begun.await();
      Future<ProgrammeFile> imported =
          others.submit(() -> read(new ByteArrayInputStream(file("a")), database.stores()));
      database.untilBlocked(1);
      goOn.countDown();

      assertThat(registered.get()).isTrue();
      refused(imported);
      assertThat(database.stores().participants().ids()).containsExactly(ParticipantId.of("b"));
    }
  }

  private static void refused(Future<ProgrammeFile> imported) {
    assertThatThrownBy(imported::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            MentoringException.class, e -> assertThat(e.code()).isEqualTo("import.not-empty"));
  }

  private static ProgrammeFile read(java.io.InputStream in, Stores stores) throws IOException {
    return ProgrammeImport.read(in, "programme.jsonl", stores);
  }

  private static byte[] file(String person) throws IOException {
    Stores stores = InMemoryStores.create();
    register(stores, person);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ProgrammeExport.write(stores, out);
    return out.toByteArray();
  }

  private static boolean register(Stores stores, String person) {
    try (Mentoring mentoring =
        Mentoring.of(BuiltInProgrammes.read("tyumen-2020")).stores(stores).build()) {
      return mentoring
          .register(ACTOR, ParticipantId.of(person), ParticipantKind.PERSON, List.of())
          .accepted()
          .isPresent();
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A file of which nothing comes before it is let go. */
  private static final class Held extends FilterInputStream {
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);

    Held(byte[] file) {
      super(new ByteArrayInputStream(file));
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      begun.countDown();
      awaited(goOn);
      return super.read(into, from, most);
    }
  }
}
