package org.mentoring.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mentoring.decision.Basis;
import org.mentoring.decision.Decision;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Question;
import org.mentoring.decision.StoredDecision;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.EventId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.CommandRecord;
import org.mentoring.journal.Erasure;
import org.mentoring.journal.JournalEntry;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.spi.Stores;

/** A command that writes state, a decision, its command and its entry of the journal. */
final class SampleCommand {
  private static final Instant NOW = Instant.parse("2020-09-01T08:00:00Z");
  private static final Actor BY = Actor.coordinator("c-1", "centre-1");

  private SampleCommand() {}

  /** Registers somebody and decides about the same. */
  static String carryOut(Stores stores, String id) {
    return stores.work().run(() -> written(stores, id));
  }

  /** How much of it there is: 0 or 5. */
  static long traces(Stores stores, String id) {
    long found = stores.participants().find(ParticipantId.of(id)).isPresent() ? 1 : 0;
    found += stores.participants().history(ParticipantId.of(id)).size();
    found += stores.decisions().find(DecisionId.of("d-" + id)).isPresent() ? 1 : 0;
    found += stores.commands().find(CommandId.of("c-" + id)).isPresent() ? 1 : 0;
    found +=
        stores.journal().waiting(1_000).stream()
            .filter(entry -> entry.id().value().equals("e-" + id))
            .count();
    return found;
  }

  static Erasure erasure(String of) {
    return new Erasure(ParticipantId.of(of), NOW, BY, Code.of("CONSENT_WITHDRAWN"));
  }

  private static String written(Stores stores, String id) {
    ParticipantId person = ParticipantId.of(id);
    stores.participants().add(Participant.of(person, ParticipantKind.PERSON, List.of()));
    stores.participants().append(SampleFacts.fact("f-" + id, id));
    DossierPart part =
        stores
            .decisions()
            .keep(new DossierPart(person, 1, "5".repeat(32), CanonicalForm.sha256OfText(id)));
    stores
        .decisions()
        .append(
            StoredDecision.of(
                DecisionId.of("d-" + id),
                CommandId.of("c-" + id),
                NOW,
                new TreeSet<>(List.of(part.reference())),
                "5".repeat(32),
                decision(person)));
    stores
        .commands()
        .append(
            new CommandRecord(
                CommandId.of("c-" + id),
                Code.of("REGISTER"),
                BY,
                NOW,
                true,
                id,
                new TreeSet<>(),
                List.of(DecisionId.of("d-" + id))));
    stores
        .journal()
        .append(
            List.of(
                new JournalEntry(
                    EventId.of("e-" + id),
                    Code.of("PARTICIPANT_REGISTERED"),
                    Code.of("PARTICIPANT"),
                    id,
                    1,
                    new TreeMap<>(),
                    CommandId.of("c-" + id),
                    BY,
                    NOW,
                    null)));
    return id;
  }

  private static Decision decision(ParticipantId person) {
    return Decision.of(
        new Question(
            Code.of("PARTICIPATION"),
            person,
            "adolescents",
            Position.MENTEE,
            LocalDate.of(2020, 9, 1),
            NOW),
        List.of(
            Finding.of("mentee.age.too-young", "mentee-age", Citation.of("S2"), Effect.REFUSES)),
        List.of(),
        new Basis(
            "tyumen",
            "1.0.0",
            "1".repeat(64),
            "2".repeat(64),
            new TreeSet<>(List.of("age@1")),
            "3".repeat(64)));
  }
}
