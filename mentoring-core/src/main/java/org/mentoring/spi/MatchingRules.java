package org.mentoring.spi;

import java.util.List;
import org.mentoring.criterion.Criterion;

/** Infers which criteria bind and which count, and how much. A pure function. Thread-safe. */
public interface MatchingRules {
  /** The criteria for a kind of mentee, by id, no id twice. */
  List<Criterion> criteria(PolicyCase question);
}
