package org.mentoring.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.ProposalId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.spi.Proposals;

/** Proposals in memory. Thread-safe. */
public final class InMemoryProposals implements Proposals {
  private final Map<ProposalId, MatchProposal> newest = new HashMap<>();

  private final UndoLog undo;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryProposals() {
    this(new UndoLog());
  }

  InMemoryProposals(UndoLog undo) {
    this.undo = undo;
  }

  @Override
  public synchronized void save(MatchProposal proposal) {
    MatchProposal before = newest.get(proposal.id());
    long found = before == null ? 0 : before.version();
    if (found != proposal.version() - 1) {
      throw new StaleVersion("proposal", proposal.id().value(), proposal.version() - 1, found);
    }
    newest.put(proposal.id(), proposal);
    undo.note(() -> restore(proposal.id(), before));
  }

  private synchronized void restore(ProposalId id, @Nullable MatchProposal before) {
    if (before == null) {
      newest.remove(id);
    } else {
      newest.put(id, before);
    }
  }

  @Override
  public synchronized Optional<MatchProposal> find(ProposalId id) {
    return Optional.ofNullable(newest.get(id));
  }
}
