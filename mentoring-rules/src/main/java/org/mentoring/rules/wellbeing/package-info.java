/** How those who serve a programme bear it, as the rules read it. */
@NullMarked
package org.mentoring.rules.wellbeing;

import org.jspecify.annotations.NullMarked;
