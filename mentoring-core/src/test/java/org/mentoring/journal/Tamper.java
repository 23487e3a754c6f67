package org.mentoring.journal;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.EventId;

/** What somebody who can write to the store could do to a chain. */
enum Tamper {
  /** One component of an entry, or of its place, is another. */
  EDIT {
    @Override
    void on(List<SealedEntry> chain, Random random) {
      int at = random.nextInt(chain.size());
      chain.set(at, edited(chain.get(at), random.nextInt(COMPONENTS)));
    }
  },
  /** An entry is another and its own hash fits. */
  EDIT_WITH_HASH {
    @Override
    void on(List<SealedEntry> chain, Random random) {
      // Of the last entry a checkpoint alone would show it.
      int at = random.nextInt(chain.size() - 1);
      SealedEntry edited = edited(chain.get(at), random.nextInt(OF_ENTRY));
      chain.set(at, SealedEntry.seal(edited.number(), edited.entry(), edited.before()));
    }
  },
  /** One entry is gone. */
  DELETE {
    @Override
    void on(List<SealedEntry> chain, Random random) {
      chain.remove(random.nextInt(chain.size() - 1));
    }
  },
  /** Several neighbours are gone. */
  DELETE_RANGE {
    @Override
    void on(List<SealedEntry> chain, Random random) {
      int from = random.nextInt(chain.size() - 1);
      chain.subList(from, from + 1 + random.nextInt(chain.size() - 1 - from)).clear();
    }
  },
  /** One entry is gone and those behind it have moved up. */
  DELETE_AND_RENUMBER {
    @Override
    void on(List<SealedEntry> chain, Random random) {
      int from = random.nextInt(chain.size() - 1);
      chain.remove(from);
      for (int i = from; i < chain.size(); i++) {
        SealedEntry each = chain.get(i);
        chain.set(i, new SealedEntry(i + 1L, each.entry(), each.before(), each.hash()));
      }
    }
  },
  /** Two entries have changed places, with their hashes and numbers. */
  SWAP_LINES {
    @Override
    void on(List<SealedEntry> chain, Random random) {
      int one = random.nextInt(chain.size());
      int other = (one + 1 + random.nextInt(chain.size() - 1)) % chain.size();
      SealedEntry first = chain.get(one);
      chain.set(one, chain.get(other));
      chain.set(other, first);
    }
  },
  /** Two entries have changed places and fit there but for their hashes. */
  SWAP_ENTRIES {
    @Override
    void on(List<SealedEntry> chain, Random random) {
      int one = random.nextInt(chain.size());
      int other = (one + 1 + random.nextInt(chain.size() - 1)) % chain.size();
      SealedEntry first = chain.get(one);
      SealedEntry second = chain.get(other);
      chain.set(one, new SealedEntry(first.number(), second.entry(), first.before(), first.hash()));
      chain.set(
          other, new SealedEntry(second.number(), first.entry(), second.before(), second.hash()));
    }
  },
  /** An entry stands twice. */
  DOUBLE {
    @Override
    void on(List<SealedEntry> chain, Random random) {
      int from = random.nextInt(chain.size());
      chain.add(from + 1 + random.nextInt(chain.size() - from), chain.get(from));
    }
  },
  /** A foreign entry stands between, sealed behind the one before it. */
  SPLICE {
    @Override
    void on(List<SealedEntry> chain, Random random) {
      splice(chain, random.nextInt(chain.size()), random);
    }
  },
  /** A foreign entry stands between and those behind it have moved down. */
  SPLICE_AND_RENUMBER {
    @Override
    void on(List<SealedEntry> chain, Random random) {
      int at = random.nextInt(chain.size());
      splice(chain, at, random);
      for (int i = at + 1; i < chain.size(); i++) {
        SealedEntry each = chain.get(i);
        chain.set(i, new SealedEntry(i + 1L, each.entry(), each.before(), each.hash()));
      }
    }
  },
  /** A foreign entry stands in the place of a true one. */
  REPLACE {
    @Override
    void on(List<SealedEntry> chain, Random random) {
      int at = random.nextInt(chain.size() - 1);
      SealedEntry there = chain.get(at);
      chain.set(
          at, SealedEntry.seal(there.number(), foreign(there.entry(), random), there.before()));
    }
  },
  /** The end is gone. */
  CUT {
    @Override
    void on(List<SealedEntry> chain, Random random) {
      chain.subList(random.nextInt(chain.size()), chain.size()).clear();
    }

    @Override
    boolean needsCheckpoint() {
      return true;
    }
  },
  /** An entry is another and all behind it are sealed anew. */
  EDIT_AND_RECHAIN {
    @Override
    void on(List<SealedEntry> chain, Random random) {
      int at = random.nextInt(chain.size());
      SealedEntry edited = edited(chain.get(at), random.nextInt(OF_ENTRY));
      rechained(chain, at, edited.entry());
    }

    @Override
    boolean needsCheckpoint() {
      return true;
    }
  },
  /** An entry is gone and all behind it are sealed anew. */
  DELETE_AND_RECHAIN {
    @Override
    void on(List<SealedEntry> chain, Random random) {
      int at = random.nextInt(chain.size() - 1);
      chain.remove(at);
      rechained(chain, at, chain.get(at).entry());
    }

    @Override
    boolean needsCheckpoint() {
      return true;
    }
  };

  /** What an entry is made of. */
  static final int OF_ENTRY = 12;

  /** And its number and its hashes. */
  static final int COMPONENTS = OF_ENTRY + 3;

  /** Does it. */
  abstract void on(List<SealedEntry> chain, Random random);

  /** Whether the chain is sound in itself afterwards. */
  boolean needsCheckpoint() {
    return false;
  }

  private static void splice(List<SealedEntry> chain, int at, Random random) {
    SealedEntry there = chain.get(at);
    chain.add(at, SealedEntry.seal(there.number(), foreign(there.entry(), random), there.before()));
  }

  private static void rechained(List<SealedEntry> chain, int from, JournalEntry first) {
    List<JournalEntry> entries = new ArrayList<>();
    chain.subList(from, chain.size()).forEach(each -> entries.add(each.entry()));
    entries.set(0, first);
    chain.subList(from, chain.size()).clear();
    String before = from == 0 ? SealedEntry.GENESIS : chain.get(from - 1).hash();
    for (JournalEntry entry : entries) {
      SealedEntry sealed = SealedEntry.seal(chain.size() + 1L, entry, before);
      chain.add(sealed);
      before = sealed.hash();
    }
  }

  static JournalEntry foreign(JournalEntry like, Random random) {
    return new JournalEntry(
        EventId.of("foreign-" + random.nextInt(1_000_000)),
        like.kind(),
        like.subjectKind(),
        like.subject(),
        like.version(),
        like.details(),
        like.command(),
        like.by(),
        like.at(),
        like.content());
  }

  static SealedEntry edited(SealedEntry sealed, int component) {
    JournalEntry e = sealed.entry();
    TreeMap<String, String> details = new TreeMap<>(e.details());
    if (component == 5) {
      details.merge("state", "x", String::concat);
    } else if (component == 6 && details.pollFirstEntry() == null) {
      details.put("added", "1");
    }
    Actor by =
        switch (component) {
          case 8 -> new Actor(e.by().id() + "x", e.by().capacity(), e.by().organisation());
          case 9 -> new Actor(e.by().id(), Code.of("SYSTEM"), e.by().organisation());
          default -> e.by();
        };
    JournalEntry edited =
        new JournalEntry(
            component == 0 ? EventId.of(e.id().value() + "x") : e.id(),
            component == 1 ? Code.of(e.kind().value() + "X") : e.kind(),
            component == 2 ? Code.of(e.subjectKind().value() + "X") : e.subjectKind(),
            component == 3 ? e.subject() + "x" : e.subject(),
            component == 4 ? e.version() + 1 : e.version(),
            details,
            component == 7 ? CommandId.of(e.command().value() + "x") : e.command(),
            by,
            component == 10 ? e.at().plus(1, ChronoUnit.MICROS) : e.at(),
            component == 11 ? e.content() == null ? "x" : null : e.content());
    return switch (component) {
      case OF_ENTRY -> new SealedEntry(sealed.number() + 1, edited, sealed.before(), sealed.hash());
      case OF_ENTRY + 1 ->
          new SealedEntry(sealed.number(), edited, other(sealed.before()), sealed.hash());
      case OF_ENTRY + 2 ->
          new SealedEntry(sealed.number(), edited, sealed.before(), other(sealed.hash()));
      default -> new SealedEntry(sealed.number(), edited, sealed.before(), sealed.hash());
    };
  }

  private static String other(String hash) {
    return (hash.startsWith("a") ? "b" : "a") + hash.substring(1);
  }
}
