package org.mentoring.testkit;

import org.junit.jupiter.api.Nested;
import org.mentoring.memory.InMemoryActivities;
import org.mentoring.memory.InMemoryIncidents;
import org.mentoring.memory.InMemoryMentorships;
import org.mentoring.memory.InMemoryProposals;
import org.mentoring.memory.InMemorySelectionEvents;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.memory.InMemoryWaivers;
import org.mentoring.spi.Activities;
import org.mentoring.spi.Incidents;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Proposals;
import org.mentoring.spi.SelectionEvents;
import org.mentoring.spi.Stores;
import org.mentoring.spi.Waivers;

class InMemoryStoresTest {
  @Nested
  class OfProposals extends ProposalsContract {
    @Override
    protected Proposals empty() {
      return new InMemoryProposals();
    }
  }

  @Nested
  class OfSelectionEvents extends SelectionEventsContract {
    @Override
    protected SelectionEvents empty() {
      return new InMemorySelectionEvents();
    }
  }

  @Nested
  class OfMentorships extends MentorshipsContract {
    @Override
    protected Mentorships empty() {
      return new InMemoryMentorships();
    }
  }

  @Nested
  class OfActivities extends ActivitiesContract {
    @Override
    protected Activities empty() {
      return new InMemoryActivities();
    }
  }

  @Nested
  class OfIncidents extends IncidentsContract {
    @Override
    protected Incidents empty() {
      return new InMemoryIncidents();
    }
  }

  @Nested
  class OfWaivers extends WaiversContract {
    @Override
    protected Waivers empty() {
      return new InMemoryWaivers();
    }
  }

  @Nested
  class OfDecisions extends DecisionsContract {
    @Override
    protected Stores empty() {
      return InMemoryStores.create();
    }
  }

  @Nested
  class OfCommands extends CommandsContract {
    @Override
    protected Stores empty() {
      return InMemoryStores.create();
    }
  }

  @Nested
  class OfJournal extends JournalContract {
    @Override
    protected Stores empty() {
      return InMemoryStores.create();
    }
  }

  @Nested
  class OfPlaces extends PlacesContract {
    @Override
    protected Stores empty() {
      return InMemoryStores.create();
    }
  }

  @Nested
  class OfIdentities extends IdentitiesContract {
    @Override
    protected Stores empty() {
      return InMemoryStores.create();
    }
  }

  @Nested
  class OfErasures extends ErasuresContract {
    @Override
    protected Stores empty() {
      return InMemoryStores.create();
    }
  }

  @Nested
  class OfProgrammes extends ProgrammesContract {
    @Override
    protected Stores empty() {
      return InMemoryStores.create();
    }
  }

  @Nested
  class AsAWhole extends UnitOfWorkContract {
    @Override
    protected Stores empty() {
      return InMemoryStores.create();
    }
  }

  @Nested
  class ForAnImport extends RestoringContract {
    @Override
    protected Stores empty() {
      return InMemoryStores.create();
    }
  }
}
