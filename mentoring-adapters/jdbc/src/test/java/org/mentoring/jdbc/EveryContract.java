package org.mentoring.jdbc;

import org.junit.jupiter.api.Nested;
import org.mentoring.spi.Activities;
import org.mentoring.spi.Incidents;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Participants;
import org.mentoring.spi.Proposals;
import org.mentoring.spi.SelectionEvents;
import org.mentoring.spi.Stores;
import org.mentoring.spi.Waivers;
import org.mentoring.testkit.ActivitiesContract;
import org.mentoring.testkit.CommandsContract;
import org.mentoring.testkit.DecisionsContract;
import org.mentoring.testkit.ErasuresContract;
import org.mentoring.testkit.IdentitiesContract;
import org.mentoring.testkit.IncidentsContract;
import org.mentoring.testkit.JournalContract;
import org.mentoring.testkit.MentorshipsContract;
import org.mentoring.testkit.ParticipantsContract;
import org.mentoring.testkit.PlacesContract;
import org.mentoring.testkit.ProgrammesContract;
import org.mentoring.testkit.ProposalsContract;
import org.mentoring.testkit.RestoringContract;
import org.mentoring.testkit.SelectionEventsContract;
import org.mentoring.testkit.UnitOfWorkContract;
import org.mentoring.testkit.WaiversContract;

/** What all stores keep, over one database. */
abstract class EveryContract {
  abstract Stores empty();

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
