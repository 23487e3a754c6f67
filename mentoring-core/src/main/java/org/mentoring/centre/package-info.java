/** Mentoring centres: who stands by them, what they may do, and the registers that they keep. */
@NullMarked
package org.mentoring.centre;

import org.jspecify.annotations.NullMarked;
