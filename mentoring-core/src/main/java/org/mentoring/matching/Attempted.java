package org.mentoring.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer under bounds, or why there is none.
 *
 * @param answer null where something stands in the way
 * @param refusals what does
 */
record Attempted(PolicyAnswers.@Nullable Answer answer, List<MatchRefusal> refusals) {}
