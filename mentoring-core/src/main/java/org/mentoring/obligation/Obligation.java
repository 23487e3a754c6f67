package org.mentoring.obligation;

/**
 * Something that is due once, and how it stands.
 *
 * @param window what and when
 * @param state how it stands
 */
public record Obligation(ObligationWindow window, ObligationState state) {}
