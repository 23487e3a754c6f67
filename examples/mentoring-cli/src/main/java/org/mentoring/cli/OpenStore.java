package org.mentoring.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.jdbc.ConnectionSource;
import org.mentoring.jdbc.EmbeddedDatabase;
import org.mentoring.jdbc.JdbcStores;
import org.mentoring.jdbc.Migrations;
import org.mentoring.jdbc.StoreFailure;
import org.mentoring.jdbc.StoreSettings;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Programmes;
import org.mentoring.spi.Stores;
import org.mentoring.text.Value;

/** The stores of a programme: an embedded file, or a database by its URL. */
final class OpenStore implements AutoCloseable {
  private static final String URL = "jdbc:";

  /** Others may lose what they acknowledged, or keep the bytes of what was erased. */
  private static final String POSTGRESQL = "jdbc:postgresql:";

  private static final String OUTSTANDING = "migration.outstanding";

  /** What the file of a store ends with. */
  static final String ENDING = ".mv.db";

  private static final String USER = "MENTORING_STORE_USER";
  private static final String PASSWORD = "MENTORING_STORE_PASSWORD";

  private final String name;
  private final Stores stores;
  private final @Nullable EmbeddedDatabase embedded;
  private final @Nullable UrlConnections remote;

  /** The file, if it was not there before. */
  private @Nullable Path made;

  private OpenStore(
      String name,
      Stores stores,
      @Nullable EmbeddedDatabase embedded,
      @Nullable UrlConnections remote) {
    this.name = name;
    this.stores = stores;
    this.embedded = embedded;
    this.remote = remote;
  }

  /**
   * Opens what is there.
   *
   * @throws Failure if no store is named, or the file is not there
   */
  static OpenStore existing(StoreOptions options) {
    return open(options, there(options), OpenStore::validated);
  }

  /**
   * Opens what is there, and brings its tables up to this release.
   *
   * @throws Failure if no store is named, or the file is not there
   */
  static OpenStore migrated(StoreOptions options) {
    return open(options, there(options), Migrations.MIGRATE::run);
  }

  private static String there(StoreOptions options) {
    String named = needed(options);
    if (!named.startsWith(URL) && !Files.exists(file(named))) {
      throw Failure.input("error.store-missing", Map.of("file", Value.of(named)));
    }
    return named;
  }

  /**
   * Opens what is to be filled, and makes it if need be.
   *
   * @throws Failure if no store is named, or it holds something
   */
  static OpenStore empty(StoreOptions options) {
    String named = needed(options);
    Path file = named.startsWith(URL) ? null : file(named);
    boolean there = file == null || Files.exists(file);
    OpenStore store = open(options, named, OpenStore::made);
    store.made = there ? null : file;
    Stores stores = store.stores();
    if (!stores.participants().ids(null, 1).items().isEmpty()
        || !stores.mentorships().list(Mentorships.Which.all(), null, 1).items().isEmpty()
        || !stores.commands().list(null, 1).items().isEmpty()) {
      store.close();
      throw Failure.input("error.store-not-empty", Map.of());
    }
    return store;
  }

  private static String needed(StoreOptions options) {
    String named = options.store;
    if (named == null) {
      throw Failure.usage("error.store-needed", Map.of());
    }
    return named;
  }

  /** Looks at the tables, or makes them. */
  private interface Tables {
    void prepare(DataSource connections, StoreSettings settings);
  }

  private static void validated(DataSource connections, StoreSettings settings) {
    try {
      Migrations.VALIDATE.run(connections, settings);
    } catch (StoreFailure e) {
      if (isOfEarlierRelease(e)) {
        throw Failure.input("error.store-earlier", Map.of());
      }
      throw e.code().equals(OUTSTANDING)
          ? Failure.input("error.store-schema", Map.of("schema", Value.of(settings.schema())))
          : e;
    }
  }

  /** What an earlier release made is refused before anything in it is changed. */
  private static void made(DataSource connections, StoreSettings settings) {
    try {
      Migrations.VALIDATE.run(connections, settings);
    } catch (StoreFailure e) {
      if (isOfEarlierRelease(e)) {
        throw Failure.input("error.store-earlier", Map.of());
      }
      if (!e.code().equals(OUTSTANDING)) {
        throw e;
      }
      Migrations.MIGRATE.run(connections, settings);
    }
  }

  /** Where not even the first version is there, nobody made the tables. */
  private static boolean isOfEarlierRelease(StoreFailure failure) {
    return failure.code().equals(OUTSTANDING)
        && !failure.attributes().getOrDefault("missing", "").startsWith("1 ");
  }

  private static OpenStore open(StoreOptions options, String named, Tables tables) {
    StoreSettings settings = new StoreSettings(options.schema);
    if (named.startsWith(URL)) {
      if (!named.startsWith(POSTGRESQL)) {
        throw Failure.input("error.store-driver", Map.of());
      }
      UrlConnections connections =
          new UrlConnections(named, given(options.user, USER), given(options.password, PASSWORD));
      try {
        tables.prepare(connections, settings);
      } catch (RuntimeException e) {
        connections.close();
        throw e;
      }
      // A URL may hold a password: it is told nowhere.
      return new OpenStore(
          URL, JdbcStores.open(ConnectionSource.owned(connections), settings), null, connections);
    }
    EmbeddedDatabase database = EmbeddedDatabase.open(file(named));
    try {
      tables.prepare(database.connections(), settings);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    return new OpenStore(
        String.valueOf(file(named).getFileName()),
        JdbcStores.open(ConnectionSource.owned(database.connections()), settings),
        database,
        null);
  }

  private static @Nullable String given(@Nullable String option, String variable) {
    return option == null ? System.getenv(variable) : option;
  }

  private static Path file(String named) {
    try {
      return Path.of(named.endsWith(ENDING) ? named : named + ENDING);
    } catch (InvalidPathException e) {
      throw Failure.input("error.store-missing", Map.of("file", Value.of(named)));
    }
  }

  /** By what results call it. */
  String name() {
    return name;
  }

  Stores stores() {
    return stores;
  }

  /**
   * The definition that is in force here.
   *
   * @throws Failure if none is, as in a store that an earlier release made, or if it was changed
   */
  ProgrammeDefinition definition() {
    return readableDefinition()
        .orElseThrow(
            () ->
                holdsDefinitions()
                    ? Failure.faults("error.definition-altered", Map.of())
                    : Failure.usage("error.definition-needed", Map.of()));
  }

  /** The definition that is in force here, if it is still what was stored. */
  Optional<ProgrammeDefinition> readableDefinition() {
    Programmes programmes = stores.programmes();
    try {
      String hash = programmes.inForce().map(Programmes.InForce::hash).orElse(null);
      return hash == null
          ? Optional.empty()
          : programmes.find(hash).filter(each -> each.hash().equals(hash));
    } catch (UnreadableRecords e) {
      return Optional.empty();
    }
  }

  private boolean holdsDefinitions() {
    Programmes programmes = stores.programmes();
    try {
      return !programmes.hashes().isEmpty() || programmes.inForce().isPresent();
    } catch (UnreadableRecords e) {
      return true;
    }
  }

  /**
   * What was deleted is no longer in the file.
   *
   * @return whether it was done; a database leaves the bytes where they are for a while
   */
  boolean compact() {
    if (embedded == null) {
      return false;
    }
    embedded.compact();
    return true;
  }

  /**
   * Closes what nothing came to, and takes the file away if it was made for it: an empty one would
   * look like a store.
   */
  void abandon() {
    close();
    if (made != null) {
      try {
        Files.deleteIfExists(made);
      } catch (IOException e) {
        throw Failure.input("error.file-unreadable", Map.of("file", Value.of(name)));
      }
    }
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
    if (remote != null) {
      remote.close();
    }
  }
}
