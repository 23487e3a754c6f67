package org.mentoring.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.identity.WaiverId;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;
import org.mentoring.spi.Stores;

/**
 * Everything that stores give out, as text: each record in its canonical form, by a name. Stores
 * under test hold few records, so all of them are read at once.
 */
public final class StoredText {
  private static final int MOST = 500;

  private StoredText() {}

  /**
   * All records of all stores that can be listed.
   *
   * @return the canonical form of each, by the store's name and the record's id or number
   */
  public static Map<String, String> of(Stores stores) {
    Map<String, String> all = new LinkedHashMap<>();
    for (ParticipantId id :
        paged(
            after ->
                stores.participants().ids(after == null ? null : ParticipantId.of(after), MOST))) {
      put(all, "participant " + id, stores.participants().find(id).orElse(null));
      put(all, "history " + id, stores.participants().history(id));
      put(all, "parts " + id, stores.decisions().parts(id));
      put(all, "places " + id, stores.places().of(id));
    }
    for (var each :
        paged(
            after -> stores.proposals().list(after == null ? null : ProposalId.of(after), MOST))) {
      put(all, "proposal " + each.id(), each);
    }
    for (var each :
        paged(
            after ->
                stores
                    .selectionEvents()
                    .list(after == null ? null : SelectionEventId.of(after), MOST))) {
      put(all, "selection event " + each.id(), each);
    }
    for (var each :
        paged(
            after ->
                stores
                    .mentorships()
                    .list(
                        Mentorships.Which.all(),
                        after == null ? null : MentorshipId.of(after),
                        MOST))) {
      put(all, "mentorship " + each.id(), each);
    }
    for (var each :
        paged(
            after -> stores.incidents().list(after == null ? null : IncidentId.of(after), MOST))) {
      put(all, "incident " + each.id(), each);
    }
    for (var each :
        paged(after -> stores.waivers().list(after == null ? null : WaiverId.of(after), MOST))) {
      put(all, "waiver " + each.id(), each);
    }
    for (var each :
        paged(
            after -> stores.decisions().list(after == null ? null : DecisionId.of(after), MOST))) {
      put(all, "decision " + each.id(), each);
    }
    for (var each :
        paged(after -> stores.commands().list(after == null ? null : CommandId.of(after), MOST))) {
      put(all, "command " + each.id(), each);
    }
    int number = 0;
    for (var each : paged(after -> stores.activities().list(after, MOST))) {
      put(all, "activity entry " + number++, each);
    }
    stores
        .activities()
        .subjects()
        .forEach(about -> put(all, "history of " + about, stores.activities().history(about)));
    put(all, "waiting entries", stores.journal().waiting(10_000));
    put(all, "sealed entries", stores.journal().sealed(0, 10_000));
    put(all, "erasures", stores.erasures().all());
    return all;
  }

  private static void put(Map<String, String> all, String name, @Nullable Object value) {
    all.put(name, CanonicalForm.of(value));
  }

  private static <T> List<T> paged(Function<@Nullable String, Page<T>> list) {
    List<T> all = new ArrayList<>();
    String after = null;
    do {
      Page<T> page = list.apply(after);
      all.addAll(page.items());
      after = page.next();
    } while (after != null);
    return all;
  }
}
