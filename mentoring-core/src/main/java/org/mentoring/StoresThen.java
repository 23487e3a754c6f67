package org.mentoring;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;
import org.mentoring.spi.Participants;
import org.mentoring.spi.Stores;

/**
 * Stores as they were when a decision was made; they are only read. Of whom the decision rests on
 * there is what its parts tell, entry by entry: times alone would let in what was recorded at the
 * very same one. Of anybody else there is what was known by then.
 */
final class StoresThen extends Clock {
  private final Stores given;
  private final AtomicReference<KeptEvidence> evidence = new AtomicReference<>();

  StoresThen(Stores given) {
    this.given = given;
  }

  /** Which decision it is about from now on. */
  void when(KeptEvidence made) {
    evidence.set(made);
  }

  private KeptEvidence evidence() {
    KeptEvidence current = evidence.get();
    if (current == null) {
      throw new IllegalStateException("no decision named");
    }
    return current;
  }

  @Override
  public Instant instant() {
    KeptEvidence current = evidence.get();
    return current == null ? Instant.EPOCH : current.stored().at();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  Stores stores() {
    return new Stores(
        new PeopleThen(),
        given.proposals(),
        given.selectionEvents(),
        new MentorshipsThen(),
        given.activities(),
        given.incidents(),
        given.waivers(),
        given.decisions(),
        given.commands(),
        given.journal(),
        given.outbox(),
        given.places(),
        given.identities(),
        given.erasures(),
        given.programmes(),
        given.work());
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("what was is only read");
  }

  private final class PeopleThen implements Participants {
    @Override
    public void add(Participant participant) {
      throw readOnly();
    }

    @Override
    public void update(Participant participant) {
      throw readOnly();
    }

    @Override
    public void append(FactEntry entry) {
      throw readOnly();
    }

    @Override
    public void erase(ParticipantId id) {
      throw readOnly();
    }

    @Override
    public Optional<Participant> find(ParticipantId id) {
      return given.participants().find(id).map(this::then);
    }

    @Override
    public Optional<Participant> find(ExternalReference reference) {
      return given.participants().find(reference).map(this::then);
    }

    /** Had it been merged by then, the decision would rest on the one that is kept as well. */
    private Participant then(Participant now) {
      ParticipantId into = now.mergedInto();
      return into != null && rests(now.id()) && !rests(into)
          ? new Participant(now.id(), now.kind(), now.references(), null, now.version())
          : now;
    }

    private boolean rests(ParticipantId id) {
      return evidence().histories().containsKey(id);
    }

    /** Whoever has nothing to do with what was decided is not in it. */
    @Override
    public List<ParticipantId> ids() {
      return List.copyOf(new TreeSet<>(evidence().histories().keySet()));
    }

    @Override
    public Page<ParticipantId> ids(@Nullable ParticipantId after, int most) {
      throw new UnsupportedOperationException("no decision reads people page by page");
    }

    @Override
    public List<FactEntry> history(ParticipantId id) {
      List<FactEntry> then = evidence().histories().get(id);
      // It was counted then, though another instance's clock was ahead.
      return then == null
          ? given.participants().history(id)
          : ProgrammeClock.knownBy(then, evidence().content().question().knownAt());
    }

    @Override
    public Optional<ParticipantId> about(FactId fact) {
      return given.participants().about(fact);
    }
  }

  private final class MentorshipsThen implements Mentorships {
    @Override
    public void save(Particulars mentorship) {
      throw readOnly();
    }

    @Override
    public void redact(Particulars redacted) {
      throw readOnly();
    }

    @Override
    public void restore(Particulars mentorship) {
      throw readOnly();
    }

    /** What the deciding command did itself bears the time of its own decision. */
    @Override
    public Optional<Particulars> find(MentorshipId id) {
      return given
          .mentorships()
          .find(id)
          .flatMap(
              now ->
                  now.knownAt(
                      evidence().content().question().knownAt(),
                      evidence().stored().command().value()));
    }

    @Override
    public List<Particulars> of(ParticipantId participant) {
      return given.mentorships().of(participant);
    }

    @Override
    public Page<Particulars> list(Which which, @Nullable MentorshipId after, int most) {
      return given.mentorships().list(which, after, most);
    }
  }
}
