/** The decisions of each release, made again by every later one. */
@NullMarked
package org.mentoring.corpus;

import org.jspecify.annotations.NullMarked;
