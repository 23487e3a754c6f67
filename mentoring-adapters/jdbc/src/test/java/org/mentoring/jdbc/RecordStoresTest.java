package org.mentoring.jdbc;

import org.junit.jupiter.api.Nested;
import org.mentoring.spi.Stores;
import org.mentoring.testkit.CommandsContract;
import org.mentoring.testkit.DecisionsContract;
import org.mentoring.testkit.ErasuresContract;
import org.mentoring.testkit.IdentitiesContract;
import org.mentoring.testkit.JournalContract;
import org.mentoring.testkit.PlacesContract;

/** The stores of decisions and of what happened keep their contracts on each database. */
class RecordStoresTest {
  @Nested
  class InH2 {
    @Nested
    class OfDecisions extends DecisionsContract {
      @Override
      protected Stores empty() {
        return Databases.empty(Dialect.H2);
      }
    }

    @Nested
    class OfCommands extends CommandsContract {
      @Override
      protected Stores empty() {
        return Databases.empty(Dialect.H2);
      }
    }

    @Nested
    class OfJournal extends JournalContract {
      @Override
      protected Stores empty() {
        return Databases.empty(Dialect.H2);
      }
    }

    @Nested
    class OfPlaces extends PlacesContract {
      @Override
      protected Stores empty() {
        return Databases.empty(Dialect.H2);
      }
    }

    @Nested
    class OfIdentities extends IdentitiesContract {
      @Override
      protected Stores empty() {
        return Databases.empty(Dialect.H2);
      }
    }

    @Nested
    class OfErasures extends ErasuresContract {
      @Override
      protected Stores empty() {
        return Databases.empty(Dialect.H2);
      }
    }
  }

  @Nested
  class InPostgresql {
    @Nested
    class OfDecisions extends DecisionsContract {
      @Override
      protected Stores empty() {
        return Databases.empty(Dialect.POSTGRESQL);
      }
    }

    @Nested
    class OfCommands extends CommandsContract {
      @Override
      protected Stores empty() {
        return Databases.empty(Dialect.POSTGRESQL);
      }
    }

    @Nested
    class OfJournal extends JournalContract {
      @Override
      protected Stores empty() {
        return Databases.empty(Dialect.POSTGRESQL);
      }
    }

    @Nested
    class OfPlaces extends PlacesContract {
      @Override
      protected Stores empty() {
        return Databases.empty(Dialect.POSTGRESQL);
      }
    }

    @Nested
    class OfIdentities extends IdentitiesContract {
      @Override
      protected Stores empty() {
        return Databases.empty(Dialect.POSTGRESQL);
      }
    }

    @Nested
    class OfErasures extends ErasuresContract {
      @Override
      protected Stores empty() {
        return Databases.empty(Dialect.POSTGRESQL);
      }
    }
  }
}
