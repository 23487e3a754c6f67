/** What the rules read: a dossier's facts, flattened. Not for use outside this module. */
@NullMarked
package org.mentoring.rules.fact;

import org.jspecify.annotations.NullMarked;
