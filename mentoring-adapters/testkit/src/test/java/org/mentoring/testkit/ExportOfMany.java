package org.mentoring.testkit;

import static org.mentoring.testkit.StoredSamples.mentorship;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.json.lines.ProgrammeExport;
import org.mentoring.json.lines.ProgrammeFile;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;
import org.mentoring.spi.Stores;

/** Exports so many mentorships as a process of its own, whose memory is what the test gives it. */
final class ExportOfMany {
  private ExportOfMany() {}

  /**
   * Prints lines and digest.
   *
   * @param arguments how many mentorships; {@code hoard} to keep all that was read, as a broken
   *     export would
   */
  public static void main(String[] arguments) throws IOException {
    Stores empty = InMemoryStores.create();
    Made made = new Made(Integer.parseInt(arguments[0]), arguments.length > 1);
    Stores stores =
        new Stores(
            empty.participants(),
            empty.proposals(),
            empty.selectionEvents(),
            made,
            empty.activities(),
            empty.incidents(),
            empty.waivers(),
            empty.decisions(),
            empty.commands(),
            empty.journal(),
            empty.outbox(),
            empty.places(),
            empty.identities(),
            empty.erasures(),
            empty.programmes(),
            empty.work());
    ProgrammeFile file =
        ProgrammeExport.write(
            stores, BuiltInProgrammes.read("tyumen-2020"), OutputStream.nullOutputStream());
    System.out.println(file.lines() + " " + file.sha256());
  }

  /** Mentorships that are made when they are asked for. */
  private static final class Made implements Mentorships {
    private final int count;
    private final boolean hoards;
    private final List<Particulars> hoard = new ArrayList<>();

    Made(int count, boolean hoards) {
      this.count = count;
      this.hoards = hoards;
    }

    @Override
    public Page<Particulars> list(Which which, @Nullable MentorshipId after, int most) {
      int from = after == null ? 0 : Integer.parseInt(after.value().substring(2)) + 1;
      int end = Math.min(count, from + most);
      List<Particulars> items = new ArrayList<>();
      for (int i = from; i < end; i++) {
        String number = String.format(java.util.Locale.ROOT, "%09d", i);
        items.add(
            mentorship(
                "m-" + number,
                "mentor-" + number,
                "mentee-" + number,
                null,
                MentorshipState.PROPOSED,
                MentorshipState.AGREED));
      }
      if (hoards) {
        hoard.addAll(items);
      }
      return new Page<>(items, end < count ? items.get(items.size() - 1).id().value() : null);
    }

    @Override
    public void save(Particulars mentorship) {
      throw new UnsupportedOperationException("made, not kept");
    }

    @Override
    public void restore(Particulars mentorship) {
      throw new UnsupportedOperationException("made, not kept");
    }

    @Override
    public void redact(Particulars redacted) {
      throw new UnsupportedOperationException("made, not kept");
    }

    @Override
    public Optional<Particulars> find(MentorshipId id) {
      return Optional.empty();
    }

    @Override
    public List<Particulars> of(ParticipantId participant) {
      return List.of();
    }
  }
}
