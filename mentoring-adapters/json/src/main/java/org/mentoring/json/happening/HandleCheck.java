package org.mentoring.json.happening;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Place;
import org.mentoring.json.internal.tree.Faults;

/** Looks whether every handle stands for something that was there before. Not thread-safe. */
final class HandleCheck {
  private final Map<Thing, Map<String, Place>> named = new EnumMap<>(Thing.class);
  private final Map<Thing, Map<String, Place>> later = new EnumMap<>(Thing.class);
  private final EnumMap<Thing, Set<String>> excused = new EnumMap<>(Thing.class);
  private final Set<Thing> unsure = EnumSet.noneOf(Thing.class);
  private final Faults told;

  private HandleCheck(Faults told) {
    this.told = told;
    for (Thing thing : Thing.values()) {
      named.put(thing, new TreeMap<>());
      later.put(thing, new HashMap<>());
    }
  }

  /**
   * Tells handles that stand for nothing, too early ones and those that stand for two things.
   *
   * @param inOrder all happenings in the order in which they become known
   * @param people handles of the people of the file
   * @param peopleMissing whether some people could not be read
   * @param unread what is left of happenings at fault: what rests on them is not told as well
   */
  static void of(
      List<Happening> inOrder,
      Collection<String> people,
      boolean peopleMissing,
      List<Unread> unread,
      Faults told) {
    HandleCheck check = new HandleCheck(told);
    if (peopleMissing) {
      check.unsure.add(Thing.PARTICIPANT);
    }
    unread.forEach(check::excuse);
    people.forEach(
        handle -> check.of(check.named, Thing.PARTICIPANT).put(handle, Place.of(handle)));
    inOrder.forEach(happening -> check.introduce(happening, check.later));
    inOrder.forEach(check::look);
    unread.stream()
        .flatMap(each -> each.references().stream())
        .filter(each -> !check.of(check.later, each.thing()).containsKey(each.handle()))
        .forEach(check::look);
  }

  private void excuse(Unread unread) {
    for (Thing thing : Thing.values()) {
      String as = unread.as();
      if (unread.mayName(thing) && unread.misspelt()) {
        unsure.add(thing);
      }
      if (unread.mayName(thing) && as != null) {
        of(excused, thing).add(as);
      }
    }
    Verb verb = unread.verb();
    if (verb == null || verb.equals(PeopleVerbs.REGISTER)) {
      unread.references().forEach(who -> of(excused, who.thing()).add(who.handle()));
      if (unread.references().isEmpty()) {
        unsure.add(Thing.PARTICIPANT);
      }
    }
  }

  private void look(Happening happening) {
    if (happening.registers()) {
      introduce(happening, named);
    }
    happening.references().forEach(this::look);
    if (!happening.registers()) {
      Place taken = introduce(happening, named);
      String as = happening.as();
      if (taken != null && as != null) {
        told.add(
            "happening.handle-twice",
            happening.place(),
            Map.of("handle", as, "line", Integer.toString(taken.line())));
      }
    }
  }

  private void look(Reference reference) {
    Map<String, Place> known = of(named, reference.thing());
    if (known.containsKey(reference.handle())
        || of(excused, reference.thing()).contains(reference.handle())) {
      return;
    }
    Place other = of(later, reference.thing()).get(reference.handle());
    if (other != null) {
      told.add(
          "happening.handle-early",
          reference.place(),
          Map.of("handle", reference.handle(), "line", Integer.toString(other.line())));
    } else if (!unsure.contains(reference.thing())) {
      told.add(
          "happening.handle-unknown",
          reference.place(),
          Map.of(
              "handle", reference.handle(),
              "maybe", Faults.nearest(reference.handle(), known.keySet()),
              "named", reference.thing().namedBy()));
    }
  }

  /** Where the handle stood already, or null. */
  private @Nullable Place introduce(Happening happening, Map<Thing, Map<String, Place>> into) {
    if (happening.registers()) {
      happening
          .references()
          .forEach(who -> of(into, Thing.PARTICIPANT).putIfAbsent(who.handle(), happening.place()));
      return null;
    }
    String as = happening.as();
    Thing thing = happening.call().names();
    return as == null || thing == null ? null : of(into, thing).putIfAbsent(as, happening.place());
  }

  private static Set<String> of(EnumMap<Thing, Set<String>> handles, Thing thing) {
    return handles.computeIfAbsent(thing, each -> new TreeSet<>());
  }

  private Map<String, Place> of(Map<Thing, Map<String, Place>> handles, Thing thing) {
    return handles.computeIfAbsent(thing, each -> new TreeMap<>());
  }
}
