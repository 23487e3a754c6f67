/** CSV, in and out. */
@NullMarked
package org.mentoring.csv;

import org.jspecify.annotations.NullMarked;
