package org.mentoring.spi;

import java.util.Optional;
import org.mentoring.identity.ProposalId;
import org.mentoring.matching.MatchProposal;

/** The match proposals, each in all of its versions. Thread-safe. */
public interface Proposals {
  /**
   * Keeps a proposal's next version.
   *
   * @throws org.mentoring.failure.StaleVersion if the version before is not the newest
   */
  void save(MatchProposal proposal);

  /** The newest version, if there is one. */
  Optional<MatchProposal> find(ProposalId id);
}
