package org.mentoring.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.spi.Page;
import org.mentoring.spi.Proposals;

/** Match proposals. */
final class JdbcProposals implements Proposals {
  private final Sessions sessions;
  private final VersionedTable<MatchProposal> proposals;
  private final NamedParticipants named;

  JdbcProposals(Sessions sessions, Tables tables) {
    this.sessions = sessions;
    named = new NamedParticipants(tables, "proposal_participant", "proposal");
    proposals =
        new VersionedTable<>(
            tables,
            new VersionedTable.Kind<>(
                "proposal",
                "proposal",
                MatchProposal.class,
                each -> each.id().value(),
                MatchProposal::version,
                List.of(
                    Column.text("practice", MatchProposal::practice),
                    Column.day("as_of", MatchProposal::asOf)),
                JdbcProposals::names,
                named));
  }

  @Override
  public void save(MatchProposal proposal) {
    sessions.together(
        handle -> {
          proposals.save(handle, proposal);
          return name(handle, proposal, proposal.version() == 1);
        });
  }

  @Override
  public void restore(MatchProposal proposal) {
    sessions.together(
        handle -> {
          proposals.restore(handle, proposal);
          return name(handle, proposal, true);
        });
  }

  @Override
  public void redact(MatchProposal redacted) {
    sessions.together(
        handle -> {
          proposals.redact(handle, redacted);
          return name(handle, redacted, false);
        });
  }

  private boolean name(Handle handle, MatchProposal proposal, boolean fresh) {
    return named.replace(handle, proposal.id().value(), fresh, names(proposal));
  }

  private static SortedSet<ParticipantId> names(MatchProposal proposal) {
    SortedSet<ParticipantId> names = new TreeSet<>();
    CanonicalForm.visit(proposal, ParticipantId.class, names::add);
    return names;
  }

  @Override
  public Optional<MatchProposal> find(ProposalId id) {
    return sessions.on(handle -> proposals.find(handle, id.value()));
  }

  @Override
  public List<MatchProposal> naming(ParticipantId participant) {
    return sessions.on(handle -> proposals.naming(handle, participant));
  }

  @Override
  public Page<MatchProposal> list(@Nullable ProposalId after, int most) {
    return sessions.on(
        handle -> proposals.page(handle, after == null ? null : after.value(), most));
  }

  List<UnreadableRecords.Row> misplaced(Handle handle, Collection<String> ids) {
    return proposals.misplaced(handle, ids);
  }
}
