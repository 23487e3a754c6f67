/**
 * Stores that keep everything in memory: for tests, studies and embedders who keep their own data.
 */
@NullMarked
package org.mentoring.memory;

import org.jspecify.annotations.NullMarked;
