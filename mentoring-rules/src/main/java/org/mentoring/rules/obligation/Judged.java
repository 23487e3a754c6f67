package org.mentoring.rules.obligation;

import org.mentoring.obligation.ObligationState;

/**
 * How a window stands.
 *
 * @param place of the window in its case
 * @param state how it stands
 */
public record Judged(int place, ObligationState state) {}
