package org.mentoring.identity;

import org.mentoring.failure.Invariants;

/**
 * Who gives a command: an opaque id, in which capacity, for which organisation. Every command names
 * one.
 *
 * @param id opaque, spelt as an id; never a name. Ids of actors and of participants are one name
 *     space: who acts under a participant's id is that participant, also in an office
 * @param capacity in which capacity the actor acts, as {@code COORDINATOR} or {@code
 *     JUVENILE_AFFAIRS_COMMISSION}
 * @param organisation the opaque id of the organisation
 */
public record Actor(String id, Code capacity, String organisation) {
  /** Refuses malformed ids with {@code id.malformed}. */
  public Actor {
    Invariants.present("actor", id, capacity, organisation);
    IdText.checked("actor", id);
    IdText.checked("actor.organisation", organisation);
  }

  /** A coordinator of an organisation. */
  public static Actor coordinator(String id, String organisation) {
    return new Actor(id, Code.of("COORDINATOR"), organisation);
  }
}
