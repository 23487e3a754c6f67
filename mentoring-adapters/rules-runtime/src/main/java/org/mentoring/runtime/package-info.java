/**
 * An embedder's own rules beside the library's, written as DRL or as tables and compiled when they
 * are loaded. They are program code, from trusted authors only.
 */
@NullMarked
package org.mentoring.runtime;

import org.jspecify.annotations.NullMarked;
