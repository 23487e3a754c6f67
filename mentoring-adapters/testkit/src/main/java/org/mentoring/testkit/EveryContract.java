package org.mentoring.testkit;

import org.junit.jupiter.api.Nested;
import org.mentoring.spi.Activities;
import org.mentoring.spi.Incidents;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Participants;
import org.mentoring.spi.Proposals;
import org.mentoring.spi.SelectionEvents;
import org.mentoring.spi.Stores;
import org.mentoring.spi.Waivers;

/**
 * What all stores keep: every contract of a store at once. Extend it in the tests of a set of
 * stores and give it an empty one each time.
 */
public abstract class EveryContract {
  /** For the test framework. */
  protected EveryContract() {}

  /** Stores that hold nothing, with the unit of work that spans them. */
  protected abstract Stores empty();

  @Nested
  class OfParticipants extends ParticipantsContract {
    @Override
    protected Participants empty() {
      return EveryContract.this.empty().participants();
    }
  }

  @Nested
  class OfProposals extends ProposalsContract {
    @Override
    protected Proposals empty() {
      return EveryContract.this.empty().proposals();
    }
  }

  @Nested
  class OfSelectionEvents extends SelectionEventsContract {
    @Override
    protected SelectionEvents empty() {
      return EveryContract.this.empty().selectionEvents();
    }
  }

  @Nested
  class OfMentorships extends MentorshipsContract {
    @Override
    protected Mentorships empty() {
      return EveryContract.this.empty().mentorships();
    }
  }

  @Nested
  class OfActivities extends ActivitiesContract {
    @Override
    protected Activities empty() {
      return EveryContract.this.empty().activities();
    }
  }

  @Nested
  class OfIncidents extends IncidentsContract {
    @Override
    protected Incidents empty() {
      return EveryContract.this.empty().incidents();
    }
  }

  @Nested
  class OfWaivers extends WaiversContract {
    @Override
    protected Waivers empty() {
      return EveryContract.this.empty().waivers();
    }
  }

  @Nested
  class OfDecisions extends DecisionsContract {
    @Override
    protected Stores empty() {
      return EveryContract.this.empty();
    }
  }

  @Nested
  class OfCommands extends CommandsContract {
    @Override
    protected Stores empty() {
      return EveryContract.this.empty();
    }
  }

  @Nested
  class OfJournal extends JournalContract {
    @Override
    protected Stores empty() {
      return EveryContract.this.empty();
    }
  }

  @Nested
  class OfPlaces extends PlacesContract {
    @Override
    protected Stores empty() {
      return EveryContract.this.empty();
    }
  }

  @Nested
  class OfIdentities extends IdentitiesContract {
    @Override
    protected Stores empty() {
      return EveryContract.this.empty();
    }
  }

  @Nested
  class OfErasures extends ErasuresContract {
    @Override
    protected Stores empty() {
      return EveryContract.this.empty();
    }
  }

  @Nested
  class OfProgrammes extends ProgrammesContract {
    @Override
    protected Stores empty() {
      return EveryContract.this.empty();
    }
  }

  @Nested
  class AsAWhole extends UnitOfWorkContract {
    @Override
    protected Stores empty() {
      return EveryContract.this.empty();
    }
  }

  @Nested
  class ForAnImport extends RestoringContract {
    @Override
    protected Stores empty() {
      return EveryContract.this.empty();
    }
  }
}
