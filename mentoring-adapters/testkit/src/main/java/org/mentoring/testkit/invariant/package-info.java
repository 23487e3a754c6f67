/** What must hold of every programme, whatever its definition: to be checked over any stores. */
@NullMarked
package org.mentoring.testkit.invariant;

import org.jspecify.annotations.NullMarked;
