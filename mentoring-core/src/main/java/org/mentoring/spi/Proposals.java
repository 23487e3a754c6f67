package org.mentoring.spi;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.ParticipantId;
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

  /**
   * Adds a proposal as it is, at the version that it has: for imports.
   *
   * @throws org.mentoring.failure.MentoringException {@code proposal.exists} if the id is taken
   */
  void restore(MatchProposal proposal);

  /** The newest version, if there is one. */
  Optional<MatchProposal> find(ProposalId id);

  /** The newest versions of those that name a participant, by id. */
  List<MatchProposal> naming(ParticipantId participant);

  /**
   * All, by id.
   *
   * @param after ids up to this one are left out; null: from the beginning
   * @param most at most so many, 1 to 1,000
   */
  Page<MatchProposal> list(@Nullable ProposalId after, int most);

  /**
   * Puts a redacted form in the place of the newest version: same id, next version, so that whoever
   * has read what is redacted here is too late to write it back.
   *
   * @throws org.mentoring.failure.StaleVersion if the version there is not the one before
   */
  void redact(MatchProposal redacted);
}
