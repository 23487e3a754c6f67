package org.mentoring.spi;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.EventId;
import org.mentoring.identity.FactId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.identity.WaiverId;

/**
 * The sources of time and ids where the embedder injects none: the only place that asks the system
 * for them.
 */
public final class SystemSources {
  private SystemSources() {}

  /** The system's clock; days are taken in the programme's zone, not in this clock's. */
  public static Clock clock() {
    return Clock.systemUTC();
  }

  /** Nanoseconds from any start, never back: for time budgets only. */
  public static LongSupplier stopwatch() {
    return System::nanoTime;
  }

  /** Numbers from 0 to below 1, for nothing that must not be guessed. Thread-safe. */
  public static DoubleSupplier chance() {
    return () -> ThreadLocalRandom.current().nextDouble();
  }

  /** Random ids of 122 bits. */
  public static Identifiers identifiers() {
    return new RandomIdentifiers();
  }

  private static final class RandomIdentifiers implements Identifiers {
    private final SecureRandom random = new SecureRandom();

    @Override
    public ParticipantId newParticipant() {
      return ParticipantId.of(UUID.randomUUID().toString());
    }

    @Override
    public FactId newFact() {
      return FactId.of(UUID.randomUUID().toString());
    }

    @Override
    public ProposalId newProposal() {
      return ProposalId.of(UUID.randomUUID().toString());
    }

    @Override
    public SelectionEventId newSelectionEvent() {
      return SelectionEventId.of(UUID.randomUUID().toString());
    }

    @Override
    public MentorshipId newMentorship() {
      return MentorshipId.of(UUID.randomUUID().toString());
    }

    @Override
    public ActivityId newActivity() {
      return ActivityId.of(UUID.randomUUID().toString());
    }

    @Override
    public IncidentId newIncident() {
      return IncidentId.of(UUID.randomUUID().toString());
    }

    @Override
    public WaiverId newWaiver() {
      return WaiverId.of(UUID.randomUUID().toString());
    }

    @Override
    public CommandId newCommand() {
      return CommandId.of(UUID.randomUUID().toString());
    }

    @Override
    public DecisionId newDecision() {
      return DecisionId.of(UUID.randomUUID().toString());
    }

    @Override
    public EventId newEvent() {
      return EventId.of(UUID.randomUUID().toString());
    }

    @Override
    public String newSalt() {
      byte[] salt = new byte[16];
      random.nextBytes(salt);
      return HexFormat.of().formatHex(salt);
    }
  }
}
