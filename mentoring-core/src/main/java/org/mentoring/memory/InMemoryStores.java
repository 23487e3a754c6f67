package org.mentoring.memory;

import org.mentoring.spi.Stores;

/** Stores in memory: for tests, studies and single runs. */
public final class InMemoryStores {
  private InMemoryStores() {}

  /** Empty stores. */
  public static Stores create() {
    return new Stores(
        new InMemoryParticipants(),
        new InMemoryProposals(),
        new InMemorySelectionEvents(),
        new InMemoryMentorships(),
        new InMemoryActivities(),
        new InMemoryIncidents(),
        new InMemoryWaivers(),
        new InMemoryUnitOfWork());
  }
}
