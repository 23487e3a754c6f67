/**
 * What happened, in an order that can be proved: commands, events, the journal's sealed chain and
 * its verifier. Nothing here holds personal data: opaque ids and codes alone.
 */
@NullMarked
package org.mentoring.journal;

import org.jspecify.annotations.NullMarked;
