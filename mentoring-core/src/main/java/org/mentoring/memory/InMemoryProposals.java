package org.mentoring.memory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.spi.Page;
import org.mentoring.spi.Proposals;

/** Proposals in memory. Thread-safe. */
public final class InMemoryProposals implements Proposals {
  private final Kept<ProposalId, MatchProposal> newest;
  private final UndoLog units;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryProposals() {
    this(new UndoLog());
  }

  InMemoryProposals(UndoLog units) {
    this.units = units;
    this.newest = Kept.sorted(units);
  }

  @Override
  public void save(MatchProposal proposal) {
    units.write(() -> saved(proposal));
  }

  private void saved(MatchProposal proposal) {
    MatchProposal before = newest.get(proposal.id());
    long found = before == null ? 0 : before.version();
    if (found != proposal.version() - 1) {
      throw new StaleVersion("proposal", proposal.id().value(), proposal.version() - 1, found);
    }
    newest.put(proposal.id(), proposal);
  }

  @Override
  public void restore(MatchProposal proposal) {
    units.write(() -> restored(proposal));
  }

  private void restored(MatchProposal proposal) {
    if (newest.get(proposal.id()) != null) {
      throw new MentoringException(
          "proposal.exists",
          Map.of("proposal", proposal.id().value()),
          "Import into empty stores.");
    }
    newest.put(proposal.id(), proposal);
  }

  @Override
  public Optional<MatchProposal> find(ProposalId id) {
    return Optional.ofNullable(newest.get(id));
  }

  @Override
  public List<MatchProposal> naming(ParticipantId participant) {
    return newest.values(proposal -> names(proposal, participant));
  }

  private static boolean names(MatchProposal proposal, ParticipantId participant) {
    AtomicBoolean found = new AtomicBoolean();
    CanonicalForm.visit(
        proposal,
        ParticipantId.class,
        each -> {
          if (each.equals(participant)) {
            found.set(true);
          }
        });
    return found.get();
  }

  @Override
  public Page<MatchProposal> list(@Nullable ProposalId after, int most) {
    return Pages.of(newest, after, most, each -> each.id().value());
  }

  @Override
  public void redact(MatchProposal redacted) {
    units.write(() -> replaced(redacted));
  }

  private void replaced(MatchProposal redacted) {
    MatchProposal before = newest.get(redacted.id());
    long found = before == null ? 0 : before.version();
    if (before == null || found != redacted.version() - 1) {
      throw new StaleVersion("proposal", redacted.id().value(), redacted.version() - 1, found);
    }
    newest.put(redacted.id(), redacted);
  }
}
