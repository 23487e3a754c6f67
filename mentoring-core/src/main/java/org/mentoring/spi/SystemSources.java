package org.mentoring.spi;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
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

  /**
   * UUIDs that nobody can guess. Those of people, proposals, mentorships, incidents and waivers are
   * random throughout and tell nothing (version 4). Those of what is only ever added (commands,
   * decisions, events, facts, activities) begin with the time (version 7 of RFC 9562), so that a
   * store finds what was stored together in one place: a million of them are read in order, and not
   * one by one from everywhere.
   */
  public static Identifiers identifiers() {
    return new RandomIdentifiers();
  }

  private static final class RandomIdentifiers implements Identifiers {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER = (1L << COUNTER_BITS) - 1;

    private final SecureRandom random = new SecureRandom();

    /** Milliseconds, and below them a counter: no id comes before an earlier one. */
    private final AtomicLong last = new AtomicLong();

    private final Clock clock = clock();

    private String ordered() {
      long now = clock.millis() << COUNTER_BITS;
      long next = last.accumulateAndGet(now, (before, time) -> Math.max(before + 1, time));
      return new UUID(
              ((next >>> COUNTER_BITS) << 16) | VERSION | (next & COUNTER),
              VARIANT | (random.nextLong() >>> 2))
          .toString();
    }

    @Override
    public ParticipantId newParticipant() {
      return ParticipantId.of(UUID.randomUUID().toString());
    }

    @Override
    public FactId newFact() {
      return FactId.of(ordered());
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
      return ActivityId.of(ordered());
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
      return CommandId.of(ordered());
    }

    @Override
    public DecisionId newDecision() {
      return DecisionId.of(ordered());
    }

    @Override
    public EventId newEvent() {
      return EventId.of(ordered());
    }

    @Override
    public String newSalt() {
      byte[] salt = new byte[16];
      random.nextBytes(salt);
      return HexFormat.of().formatHex(salt);
    }
  }
}
