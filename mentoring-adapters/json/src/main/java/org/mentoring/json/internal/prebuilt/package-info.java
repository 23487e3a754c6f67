/** Definitions that were read when this module was built; not for use outside this module. */
@NullMarked
package org.mentoring.json.internal.prebuilt;

import org.jspecify.annotations.NullMarked;
