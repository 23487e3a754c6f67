package org.mentoring.json.happening;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What could still be read of a happening that is at fault, so that what rests on it is not told as
 * a fault too, and its own handles are looked for.
 *
 * @param verb null if it could not be read
 * @param as the handle that it gives; null if it gives none or a misspelt one
 * @param misspelt whether a handle stands there that could not be read
 * @param references the handles among its values
 */
record Unread(
    @Nullable Verb verb, @Nullable String as, boolean misspelt, List<Reference> references) {
  Unread {
    references = List.copyOf(references);
  }

  /** Whether it may give a handle to something of this kind. */
  boolean mayName(Thing thing) {
    Verb known = verb;
    if (known == null) {
      return true;
    }
    return known.equals(PeopleVerbs.REGISTER) ? thing == Thing.PARTICIPANT : known.names() == thing;
  }
}
