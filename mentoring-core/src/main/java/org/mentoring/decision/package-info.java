/** Decisions: a verdict with all of its findings, and how they are told to people. */
@NullMarked
package org.mentoring.decision;

import org.jspecify.annotations.NullMarked;
