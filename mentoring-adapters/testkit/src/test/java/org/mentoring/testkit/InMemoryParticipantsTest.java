package org.mentoring.testkit;

import org.mentoring.memory.InMemoryParticipants;
import org.mentoring.spi.Participants;

class InMemoryParticipantsTest extends ParticipantsContract {
  @Override
  protected Participants empty() {
    return new InMemoryParticipants();
  }
}
