/** How the rules are loaded and run; not for use outside this module. */
@NullMarked
package org.mentoring.rules.internal;

import org.jspecify.annotations.NullMarked;
