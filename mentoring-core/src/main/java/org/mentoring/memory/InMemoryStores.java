package org.mentoring.memory;

import org.mentoring.spi.Stores;

/** Stores in memory: for tests, studies and single runs. */
public final class InMemoryStores {
  private InMemoryStores() {}

  /** Empty stores; their unit of work takes back what a command that throws has written. */
  public static Stores create() {
    UndoLog undo = new UndoLog();
    InMemoryJournal journal = new InMemoryJournal(undo);
    return new Stores(
        new InMemoryParticipants(undo),
        new InMemoryProposals(undo),
        new InMemorySelectionEvents(undo),
        new InMemoryMentorships(undo),
        new InMemoryActivities(undo),
        new InMemoryIncidents(undo),
        new InMemoryWaivers(undo),
        new InMemoryDecisions(undo),
        new InMemoryCommands(undo),
        journal,
        journal.outbox(),
        new InMemoryPlaces(undo),
        new InMemoryIdentities(undo),
        new InMemoryErasures(undo),
        new InMemoryUnitOfWork(undo));
  }
}
