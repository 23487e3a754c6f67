/**
 * Changes the library's rules one place at a time and asks its tests whether they notice: the proof
 * that the rules are tested, for tools that change classes do not see rules.
 */
@org.jspecify.annotations.NullMarked
package org.mentoring.mutation;
