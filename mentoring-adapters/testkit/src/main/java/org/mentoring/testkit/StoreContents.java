package org.mentoring.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.identity.WaiverId;
import org.mentoring.journal.Checkpoint;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.SealedEntry;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;
import org.mentoring.spi.Stores;

/**
 * Everything that stores give out, as lines that can be compared: two sets of stores that were
 * given the same commands under the same ids and times must give the same lines.
 */
public final class StoreContents {
  /** Small, so that paging is used too. */
  private static final int PAGE = 7;

  private final Stores stores;
  private final List<String> lines = new ArrayList<>();

  private StoreContents(Stores stores) {
    this.stores = stores;
  }

  /**
   * All of it. Seals what is not sealed and hands out what was not handed out, at most 10,000
   * entries of each: both are looked at too.
   *
   * @param stores with few records: the lines are held in memory
   * @return a line for each record and each answer of the ports
   */
  public static List<String> of(Stores stores) {
    StoreContents observed = new StoreContents(stores);
    observed.people();
    observed.matching();
    observed.life();
    observed.records();
    return List.copyOf(observed.lines);
  }

  private static long seal(Stores stores) {
    return stores
        .work()
        .run(
            () -> {
              Checkpoint end =
                  stores.journal().last().orElse(new Checkpoint(0, SealedEntry.GENESIS));
              List<SealedEntry> sealed = new ArrayList<>();
              for (JournalEntry each : stores.journal().waiting(10_000)) {
                SealedEntry next = SealedEntry.seal(end.number() + 1, each, end.hash());
                sealed.add(next);
                end = next.checkpoint();
              }
              stores.journal().seal(sealed);
              return (long) sealed.size();
            });
  }

  private void line(String what, @Nullable Object seen) {
    lines.add(what + " " + CanonicalForm.of(seen));
  }

  private void people() {
    for (ParticipantId id : stores.participants().ids()) {
      line("participant", stores.participants().find(id).orElseThrow());
      line("history", stores.participants().history(id));
      line("mentorships of " + id, ids(stores.mentorships().of(id), each -> each.id().value()));
      line("proposals of " + id, ids(stores.proposals().naming(id), each -> each.id().value()));
      line(
          "events of " + id, ids(stores.selectionEvents().inviting(id), each -> each.id().value()));
      line("incidents of " + id, ids(stores.incidents().concerning(id), each -> each.id().value()));
      line("waivers of " + id, ids(stores.waivers().of(id), each -> each.id().value()));
      line("attended by " + id, stores.activities().attended(id));
      line("resting on " + id, ids(stores.decisions().restingOn(id), each -> each.id().value()));
      line("parts of " + id, stores.decisions().parts(id));
      line("places of " + id, stores.places().of(id));
    }
    line(
        "ids",
        paged(after -> stores.participants().ids(parsed(after, ParticipantId::of), PAGE)).stream()
            .map(ParticipantId::value)
            .toList());
    line("erasures", stores.erasures().all());
  }

  private void matching() {
    each("proposal", after -> stores.proposals().list(parsed(after, ProposalId::of), PAGE));
    each(
        "event", after -> stores.selectionEvents().list(parsed(after, SelectionEventId::of), PAGE));
  }

  private void life() {
    each(
        "mentorship",
        after ->
            stores
                .mentorships()
                .list(Mentorships.Which.all(), parsed(after, MentorshipId::of), PAGE));
    List<ActivityEntry> entries = paged(after -> stores.activities().list(after, PAGE));
    entries.forEach(entry -> line("activity", entry));
    for (ActivityEntry entry : entries) {
      if (entry instanceof ActivityEntry.Recorded recorded) {
        ActivityId id = recorded.activity().id();
        line("activity " + id, stores.activities().find(id).orElseThrow());
      }
    }
    // Which order is up to the store; that it is stable is for its contract.
    SortedMap<String, About> subjects = new TreeMap<>();
    stores.activities().subjects().forEach(about -> subjects.put(CanonicalForm.of(about), about));
    subjects.forEach((text, about) -> line(text, stores.activities().history(about)));
    each("incident", after -> stores.incidents().list(parsed(after, IncidentId::of), PAGE));
    line("open incidents", ids(stores.incidents().open(), each -> each.id().value()));
    each("waiver", after -> stores.waivers().list(parsed(after, WaiverId::of), PAGE));
  }

  private void records() {
    each("decision", after -> stores.decisions().list(parsed(after, DecisionId::of), PAGE));
    each("command", after -> stores.commands().list(parsed(after, CommandId::of), PAGE));
    line("programmes", stores.programmes().hashes());
    line("in force", stores.programmes().inForce().orElse(null));
    line("unsealed", stores.journal().unsealed());
    line("sealed now", seal(stores));
    stores.journal().sealed(0, 10_000).forEach(entry -> line("sealed", entry));
    line("waiting", stores.outbox().waiting());
    List<JournalEntry> handed = new ArrayList<>();
    stores.outbox().deliver(10_000, handed::addAll);
    line("handed out", ids(handed, each -> each.id().value()).stream().sorted().toList());
  }

  private <T> void each(String what, Function<@Nullable String, Page<T>> page) {
    paged(page).forEach(item -> line(what, item));
  }

  private static <T> List<T> paged(Function<@Nullable String, Page<T>> page) {
    List<T> all = new ArrayList<>();
    String after = null;
    do {
      Page<T> next = page.apply(after);
      all.addAll(next.items());
      after = next.next();
    } while (after != null);
    return all;
  }

  private static <I> @Nullable I parsed(@Nullable String after, Function<String, I> of) {
    return after == null ? null : of.apply(after);
  }

  private static <T> List<String> ids(List<T> items, Function<T, String> id) {
    return items.stream().map(id).toList();
  }
}
