package org.mentoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What H2 has committed is in the file, whatever happens next to the program: a copy that is made
 * between two commits is what a killed program would leave. H2 2.5.250 to 2.5.252 fail here, as
 * they find most of the last commits no more.
 */
class H2CommitsTest {
  private static final int SESSIONS = 15;
  private static final int MOST_COMMITS = 15;

  @TempDir Path folder;

  @Test
  void a_copy_of_the_file_holds_the_last_commit_at_every_moment() throws IOException {
    Random random = new Random(1);
    int committed = 0;
    for (int session = 0; session < SESSIONS; session++) {
      MVStore store = open(folder.resolve("store"));
      // So that space is used again at once, where nothing follows its chunk in the file.
      store.setRetentionTime(0);
      MVMap<Integer, String> last = store.openMap("last");
      MVMap<Integer, String> rows = store.openMap("rows");
      for (int i = 1 + random.nextInt(MOST_COMMITS); i > 0; i--) {
        committed++;
        last.put(0, Integer.toString(committed));
        for (int j = random.nextInt(4); j >= 0; j--) {
          rows.put(random.nextInt(200), "x".repeat(length(random)));
        }
        store.commit();
        assertThat(lastInCopy()).as("in session %s", session).isEqualTo(committed);
      }
      if (random.nextBoolean()) {
        store.close();
      } else {
        // As if it had been killed.
        store.closeImmediately();
      }
    }
  }

  private static MVStore open(Path file) {
    return new MVStore.Builder().fileName("async:" + file).autoCommitDisabled().open();
  }

  private static int length(Random random) {
    return random.nextInt(random.nextInt(8) == 0 ? 40_000 : 3_000);
  }

  private int lastInCopy() throws IOException {
    Path copy = folder.resolve("copy");
    Files.copy(folder.resolve("store"), copy, StandardCopyOption.REPLACE_EXISTING);
    try (MVStore found =
        new MVStore.Builder().fileName(copy.toString()).readOnly().autoCommitDisabled().open()) {
      MVMap<Integer, String> last = found.openMap("last");
      return Integer.parseInt(last.getOrDefault(0, "0"));
    }
  }

  @Test
  void a_version_that_loses_commits_keeps_nothing() {
    assertThatThrownBy(() -> EmbeddedDatabase.refuseLosing("file", "2.5.252 (2026-10-19)"))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("2.5.252");
    assertThatCode(() -> EmbeddedDatabase.refuseLosing("file", "2.4.240 (2025-09-22)"))
        .doesNotThrowAnyException();
    assertThatCode(() -> EmbeddedDatabase.refuseLosing(null, "2.5.252 (2026-10-19)"))
        .doesNotThrowAnyException();
  }
}
