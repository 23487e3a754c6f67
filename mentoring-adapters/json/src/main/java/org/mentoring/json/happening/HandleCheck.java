package org.mentoring.json.happening;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Place;
import org.mentoring.json.internal.tree.Faults;

/** Looks whether every handle stands for something that was there before. Not thread-safe. */
final class HandleCheck {
  private final Map<Thing, Map<String, Place>> named = new EnumMap<>(Thing.class);
  private final Map<Thing, Map<String, Place>> later = new EnumMap<>(Thing.class);
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
   */
  static void of(List<Happening> inOrder, Collection<String> people, Faults told) {
    HandleCheck check = new HandleCheck(told);
    people.forEach(
        handle -> check.of(check.named, Thing.PARTICIPANT).put(handle, Place.of(handle)));
    inOrder.forEach(happening -> check.introduce(happening, check.later));
    inOrder.forEach(check::look);
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
    if (known.containsKey(reference.handle())) {
      return;
    }
    Place other = of(later, reference.thing()).get(reference.handle());
    if (other != null) {
      told.add(
          "happening.handle-early",
          reference.place(),
          Map.of("handle", reference.handle(), "line", Integer.toString(other.line())));
    } else {
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

  private Map<String, Place> of(Map<Thing, Map<String, Place>> handles, Thing thing) {
    return handles.computeIfAbsent(thing, each -> new TreeMap<>());
  }
}
