package org.mentoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoring.failure.MentoringException;
import org.mentoring.spi.Stores;

/** A program that did not bring Flyway along. */
class WithoutFlywayTest {
  private static final String OURS = "org.mentoring.jdbc.";

  /** Loads this module anew, as if Flyway were not there. */
  private static final class NoFlyway extends ClassLoader {
    NoFlyway() {
      super(WithoutFlywayTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.flywaydb.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith(OURS)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? ours(name) : loaded;
      }
    }

    private Class<?> ours(String name) throws ClassNotFoundException {
      try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  private final ClassLoader without = new NoFlyway();
  private final JdbcDataSource source = new JdbcDataSource();

  WithoutFlywayTest() {
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  private void run(String mode) throws Throwable {
    Class<?> migrations = without.loadClass(OURS + "Migrations");
    assertThat(migrations).isNotSameAs(Migrations.class);
    Object constant =
        List.of(migrations.getEnumConstants()).stream()
            .filter(each -> each.toString().equals(mode))
            .findFirst()
            .orElseThrow();
    called(
        migrations.getMethod("run", DataSource.class, settings().getClass()),
        constant,
        source,
        settings());
  }

  private Object settings() throws Throwable {
    return called(without.loadClass(OURS + "StoreSettings").getMethod("standard"), null);
  }

  private static Object called(
      Method method, @org.jspecify.annotations.Nullable Object on, Object... arguments)
      throws Throwable {
    try {
      Object answer = method.invoke(on, arguments);
      return answer == null ? "nothing" : answer;
    } catch (InvocationTargetException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MIGRATE", "VALIDATE"})
  void what_needs_flyway_says_what_to_add(Migrations mode) {
    assertThatThrownBy(() -> run(mode.name()))
        .isInstanceOfSatisfying(
            MentoringException.class,
            e -> {
              assertThat(e.getClass().getSimpleName()).isEqualTo("StoreFailure");
              assertThat(e.code()).isEqualTo("migration.flyway-missing");
              assertThat(e.attributes()).containsEntry("mode", mode.name());
              assertThat(e.hint())
                  .contains("org.flywaydb:flyway-core", "flyway-database-postgresql", "NONE");
            });
  }

  @Test
  void with_none_tables_that_somebody_else_made_are_worked_with() throws Throwable {
    PostgresServer.execute(source, "create schema \"mentoring\"");
    for (String version :
        List.of("V1__state", "V2__decisions_and_journal", "V3__definitions", "V4__newest_fact")) {
      PostgresServer.execute(source, sql(version));
    }
    run("NONE");

    Class<?> connections = without.loadClass(OURS + "ConnectionSource");
    Object owned = called(connections.getMethod("owned", DataSource.class), null, source);
    Stores stores =
        (Stores)
            called(
                without
                    .loadClass(OURS + "JdbcStores")
                    .getMethod("open", connections, settings().getClass()),
                null,
                owned,
                settings());
    SampleCommand.carryOut(stores, "a");
    assertThat(SampleCommand.traces(stores, "a")).isEqualTo(5);
  }

  private static String sql(String version) throws IOException {
    try (InputStream in =
        WithoutFlywayTest.class.getResourceAsStream("migration/h2/" + version + ".sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .replace("${schema}", "mentoring");
    }
  }
}
