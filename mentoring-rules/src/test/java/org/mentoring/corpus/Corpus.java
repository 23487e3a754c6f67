package org.mentoring.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mentoring.activity.About;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.StoredDecision;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.record.RecordTree;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Stores;
import org.mentoring.waiver.Waiver;

/**
 * The decisions of one release under one definition, with all that they rest on.
 *
 * @param definition under which they were made
 * @param stores where they are
 */
record Corpus(ProgrammeDefinition definition, Stores stores) {
  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "ProgrammeDefinition", ProgrammeDefinition.class,
          "Participant", Participant.class,
          "FactEntry", FactEntry.class,
          "Waiver", Waiver.class,
          "Particulars", Particulars.class,
          "ActivityEntry", ActivityEntry.class,
          "DossierPart", DossierPart.class,
          "StoredDecision", StoredDecision.class);

  /** What was committed for a release. */
  static Corpus of(String release, String programme) {
    String name = release + "/" + programme + ".jsonl";
    try (InputStream in = Corpus.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no corpus " + name);
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Corpus read(BufferedReader in) throws IOException {
    Stores stores = InMemoryStores.create();
    ProgrammeDefinition definition = null;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Map<?, ?> tree = JsonLines.read(line);
      Class<?> type = TYPES.get(String.valueOf(tree.get("type")));
      if (type == null) {
        throw new IllegalStateException("not of a corpus: " + tree.get("type"));
      }
      Object value = RecordTree.read(type, Objects.requireNonNull(tree.get("value")));
      if (value instanceof ProgrammeDefinition found) {
        definition = found;
      } else {
        keep(stores, value);
      }
    }
    return new Corpus(Objects.requireNonNull(definition), stores);
  }

  private static void keep(Stores stores, Object value) {
    if (value instanceof Participant participant) {
      stores.participants().add(participant);
    } else if (value instanceof FactEntry entry) {
      stores.participants().append(entry);
    } else if (value instanceof Waiver waiver) {
      stores.waivers().save(waiver);
    } else if (value instanceof Particulars mentorship) {
      stores.mentorships().save(mentorship);
    } else if (value instanceof ActivityEntry entry) {
      stores.activities().append(entry);
    } else if (value instanceof DossierPart part) {
      stores.decisions().keep(part);
    } else {
      stores.decisions().append((StoredDecision) value);
    }
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(JsonLines.line(ProgrammeDefinition.class, definition));
    for (ParticipantId id : stores.participants().ids()) {
      lines.add(JsonLines.line(Participant.class, stores.participants().find(id).orElseThrow()));
    }
    for (ParticipantId id : stores.participants().ids()) {
      for (FactEntry entry : stores.participants().history(id)) {
        lines.add(JsonLines.line(FactEntry.class, entry));
      }
      for (DossierPart part : stores.decisions().parts(id)) {
        lines.add(JsonLines.line(DossierPart.class, part));
      }
    }
    for (Waiver waiver : stores.waivers().list(null, 1_000).items()) {
      lines.add(JsonLines.line(Waiver.class, waiver));
    }
    for (Particulars mentorship :
        stores.mentorships().list(Mentorships.Which.all(), null, 1_000).items()) {
      lines.add(JsonLines.line(Particulars.class, mentorship));
    }
    for (About about : stores.activities().subjects()) {
      for (ActivityEntry entry : stores.activities().history(about)) {
        lines.add(JsonLines.line(ActivityEntry.class, entry));
      }
    }
    for (StoredDecision decision : stores.decisions().list(null, 1_000).items()) {
      lines.add(JsonLines.line(StoredDecision.class, decision));
    }
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, String.join("\n", lines) + "\n");
  }
}
