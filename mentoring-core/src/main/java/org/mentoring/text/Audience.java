package org.mentoring.text;

/**
 * Who reads an explanation. What a reader may not see is left out by the renderer, not by the
 * caller.
 */
public enum Audience {
  /** Staff of the programme: everything that a finding holds. */
  COORDINATOR,
  /** A party, about itself: never another party's facts. */
  PARTY,
  /** Everybody: figures only, nothing about a person (S2-17). */
  PUBLIC
}
