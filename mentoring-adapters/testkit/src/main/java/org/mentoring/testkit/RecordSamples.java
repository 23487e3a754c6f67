package org.mentoring.testkit;

import static org.mentoring.testkit.StoredSamples.ACTOR;
import static org.mentoring.testkit.StoredSamples.DAY;
import static org.mentoring.testkit.StoredSamples.NOW;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
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
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.EventId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.CommandRecord;
import org.mentoring.journal.Erasure;
import org.mentoring.journal.JournalEntry;
import org.mentoring.participant.Position;
import org.mentoring.spi.Places;

/** What the contracts put on record: decisions, commands, events. */
final class RecordSamples {
  private static final String SALT = "0123456789abcdef".repeat(2);

  private RecordSamples() {}

  static DossierPart part(String person, long entries) {
    return new DossierPart(
        ParticipantId.of(person),
        entries,
        SALT,
        CanonicalForm.sha256OfText("of " + person + " " + entries));
  }

  static SortedSet<DossierPart.Reference> references(DossierPart... parts) {
    SortedSet<DossierPart.Reference> all = new TreeSet<>();
    Arrays.stream(parts).map(DossierPart::reference).forEach(all::add);
    return all;
  }

  static Decision made(String subject) {
    return Decision.of(
        new Question(
            Code.of("PARTICIPATION"),
            ParticipantId.of(subject),
            "adolescents",
            Position.MENTEE,
            DAY,
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

  static StoredDecision decision(String id, String subject, DossierPart... parts) {
    return StoredDecision.of(
        DecisionId.of(id), CommandId.of("of-" + id), NOW, references(parts), SALT, made(subject));
  }

  static CommandRecord command(String id) {
    return new CommandRecord(
        CommandId.of(id),
        Code.of("ASSIGN_MENTORSHIP"),
        ACTOR,
        NOW,
        true,
        "m-" + id,
        new TreeSet<>(),
        List.of(DecisionId.of("d-2"), DecisionId.of("d-1")),
        "4".repeat(64),
        "5".repeat(64));
  }

  static CommandRecord refusedCommand(String id) {
    return new CommandRecord(
        CommandId.of(id),
        Code.of("ASSIGN_MENTORSHIP"),
        ACTOR,
        NOW,
        false,
        null,
        new TreeSet<>(List.of("party.kind", "age.unknown")),
        List.of());
  }

  static JournalEntry entry(String id) {
    return new JournalEntry(
        EventId.of(id),
        Code.of("MENTORSHIP_CHANGED"),
        Code.of("MENTORSHIP"),
        "m-1",
        3,
        new TreeMap<>(Map.of("state", "AGREED", "practice", "подростки")),
        CommandId.of("of-" + id),
        ACTOR,
        NOW.plusNanos(123_456_000),
        CanonicalForm.sha256OfText(id));
  }

  static List<JournalEntry> entries(String... ids) {
    return Arrays.stream(ids).map(RecordSamples::entry).toList();
  }

  static Places.Place place(String mentor, String scope, int number, String mentorship) {
    return new Places.Place(
        ParticipantId.of(mentor),
        scope,
        number,
        MentorshipId.of(mentorship),
        ParticipantId.of("mentee-" + mentorship));
  }

  static Erasure erasure(String participant, String reason) {
    return new Erasure(ParticipantId.of(participant), NOW, ACTOR, Code.of(reason));
  }
}
