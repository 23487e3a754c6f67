/** Ids, codes and actors: how things and people are named without telling who they are. */
@NullMarked
package org.mentoring.identity;

import org.jspecify.annotations.NullMarked;
