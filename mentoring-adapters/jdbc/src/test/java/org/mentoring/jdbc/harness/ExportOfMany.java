package org.mentoring.jdbc.harness;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.json.lines.ProgrammeExport;
import org.mentoring.json.lines.ProgrammeFile;
import org.mentoring.mentorship.Particulars;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;
import org.mentoring.spi.Stores;

/** Exports a database as a program of its own, whose memory is what the test gives it. */
final class ExportOfMany {
  /** What it is told to keep all that it reads. */
  static final String HOARD = "hoard";

  private ExportOfMany() {}

  /**
   * Prints the number of mentorships, of lines, and the digest.
   *
   * @param arguments the folder of a database in a file, or the address of a server's; {@link
   *     #HOARD} to keep all that was read, as a broken export would
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments[0].startsWith("jdbc:")) {
      try (HikariDataSource pool = ProofDatabase.pooled(arguments[0])) {
        export(ProofDatabase.storesOn(pool), arguments);
      }
    } else {
      export(ProofDatabase.fileStores(Path.of(arguments[0])), arguments);
    }
    // The file stays open as long as the program runs.
    System.exit(0);
  }

  private static void export(Stores stores, String... arguments) throws IOException {
    Stores exported =
        arguments.length > 1 && arguments[1].equals(HOARD)
            ? Planted.in(stores, Mentorships.class, new Hoarding(stores.mentorships()))
            : stores;
    ProgrammeFile file = ProgrammeExport.write(exported, OutputStream.nullOutputStream());
    System.out.println(file.counts().get("mentorship") + " " + file.lines() + " " + file.sha256());
  }

  /** Keeps all that was ever listed. */
  private record Hoarding(Mentorships stored, List<Particulars> hoard) implements Mentorships {
    Hoarding(Mentorships stored) {
      this(stored, new ArrayList<>());
    }

    @Override
    public Page<Particulars> list(Which which, @Nullable MentorshipId after, int most) {
      Page<Particulars> page = stored.list(which, after, most);
      hoard.addAll(page.items());
      return page;
    }

    @Override
    public void save(Particulars mentorship) {
      stored.save(mentorship);
    }

    @Override
    public void restore(Particulars mentorship) {
      stored.restore(mentorship);
    }

    @Override
    public void redact(Particulars redacted) {
      stored.redact(redacted);
    }

    @Override
    public Optional<Particulars> find(MentorshipId id) {
      return stored.find(id);
    }

    @Override
    public List<Particulars> of(ParticipantId participant) {
      return stored.of(participant);
    }
  }
}
