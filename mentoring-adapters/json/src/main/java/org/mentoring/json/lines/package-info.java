/**
 * A whole programme as JSON lines: one record a line, in an order that only depends on what is
 * stored, with a digest at the end. Written and read as streams.
 */
@NullMarked
package org.mentoring.json.lines;

import org.jspecify.annotations.NullMarked;
