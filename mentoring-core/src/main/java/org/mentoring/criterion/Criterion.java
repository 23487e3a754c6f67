package org.mentoring.criterion;

import org.mentoring.identity.Citation;

/**
 * A term with its force and its source.
 *
 * @param id unique within a policy; explanations name it
 * @param term the question
 * @param force hard, or points
 * @param citation where it comes from
 */
public record Criterion(String id, Term term, Force force, Citation citation)
    implements Comparable<Criterion> {
  /** Whether a pair must meet it. */
  public boolean hard() {
    return force instanceof Force.Hard;
  }

  /** Points at full degree; 0 for a hard criterion. */
  public int weight() {
    return force instanceof Force.Soft soft ? soft.weight() : 0;
  }

  @Override
  public int compareTo(Criterion other) {
    return id.compareTo(other.id);
  }
}
