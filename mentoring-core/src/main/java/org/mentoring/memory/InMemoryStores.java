package org.mentoring.memory;

import org.mentoring.spi.Stores;

/** Stores in memory: for tests, studies and single runs. */
public final class InMemoryStores {
  private InMemoryStores() {}

  /**
   * Empty stores; their unit of work takes back what a command that throws has written. Until a
   * unit is done, other threads see what was there before it.
   */
  public static Stores create() {
    UndoLog units = new UndoLog();
    InMemoryJournal journal = new InMemoryJournal(units);
    return new Stores(
        new InMemoryParticipants(units),
        new InMemoryProposals(units),
        new InMemorySelectionEvents(units),
        new InMemoryMentorships(units),
        new InMemoryActivities(units),
        new InMemoryIncidents(units),
        new InMemoryWaivers(units),
        new InMemoryDecisions(units),
        new InMemoryCommands(units),
        journal,
        journal.outbox(),
        new InMemoryPlaces(units),
        new InMemoryIdentities(units),
        new InMemoryErasures(units),
        new InMemoryProgrammes(units),
        new InMemoryUnitOfWork(units));
  }
}
