package org.mentoring.jdbc.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.h2.jdbcx.JdbcDataSource;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.spi.Journal;
import org.mentoring.spi.Stores;

/**
 * A program that is killed. It makes itself ready, waits for a line that says what to do, and tells
 * what it did on its output.
 */
final class KilledClient {
  /** Where it works, and which bug is planted. */
  enum Kind {
    /** An H2 file. */
    H2,
    /** A PostgreSQL server. */
    POSTGRESQL,
    /** A planted bug: a commit returns half a second before it is in the file. */
    H2_WRITING_LATE,
    /** A planted bug: commands are told before they are committed. */
    H2_TELLING_EARLY,
    /** A planted bug: each write is committed by itself. */
    H2_IN_PIECES,
    /** A planted bug: commands are told before they are committed. */
    POSTGRESQL_TELLING_EARLY,
    /** A planted bug: each write is committed by itself. */
    POSTGRESQL_IN_PIECES
  }

  private KilledClient() {}

  /**
   * Waits for a line with a kind, a name and a folder or URL, and begins.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // Whatever takes long the first time.
    new KilledWork(InMemoryStores.create(), "warm", line -> {}).run(10);
    out.println("ready");
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String order = orders.readLine();
    if (order != null) {
      String[] words = order.split(" ", 3);
      work(Kind.valueOf(words[0]), words[1], words[2], out);
    }
  }

  private static void work(Kind kind, String name, String where, PrintStream out) {
    KilledWork work = new KilledWork(stores(kind, where), name, out::println);
    if (kind == Kind.H2_TELLING_EARLY || kind == Kind.POSTGRESQL_TELLING_EARLY) {
      work.runTellingEarly();
    } else {
      work.run();
    }
  }

  private static Stores stores(Kind kind, String where) {
    return switch (kind) {
      case H2, H2_TELLING_EARLY -> ProofDatabase.fileStores(Path.of(where));
      case H2_IN_PIECES -> inPieces(ProofDatabase.fileStores(Path.of(where)));
      case H2_WRITING_LATE -> {
        JdbcDataSource late = new JdbcDataSource();
        late.setURL(
            "jdbc:h2:file:"
                + Path.of(where).resolve("test")
                + ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1");
        late.setUser("sa");
        late.setPassword("");
        yield ProofDatabase.storesOn(late);
      }
      case POSTGRESQL, POSTGRESQL_TELLING_EARLY -> serverStores(where);
      case POSTGRESQL_IN_PIECES -> inPieces(serverStores(where));
    };
  }

  private static Stores serverStores(String url) {
    return ProofDatabase.storesOn(ProofDatabase.pooled(url));
  }

  private static Stores inPieces(Stores given) {
    // So that nearly every kill hits between two writes.
    Journal slow = Planted.slow(Journal.class, given.journal(), "append", Duration.ofMillis(20));
    return Planted.inPieces(Planted.in(given, Journal.class, slow));
  }
}
