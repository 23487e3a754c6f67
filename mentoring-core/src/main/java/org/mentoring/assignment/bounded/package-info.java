/**
 * Matching under bounds on more than one pair: sizes of groups and teams, shares, loads, who goes
 * together. What nests is solved here, exactly and with a proof; the rest by an engine that is
 * added.
 */
@NullMarked
package org.mentoring.assignment.bounded;

import org.jspecify.annotations.NullMarked;
