/** People, families and organisations, and the dated facts that are known about them. */
@NullMarked
package org.mentoring.participant;

import org.jspecify.annotations.NullMarked;
