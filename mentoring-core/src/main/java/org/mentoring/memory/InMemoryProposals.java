package org.mentoring.memory;

import java.util.Optional;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.ProposalId;
import org.mentoring.matching.MatchProposal;
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
  public Optional<MatchProposal> find(ProposalId id) {
    return Optional.ofNullable(newest.get(id));
  }
}
