/** The library at the command line. */
@NullMarked
package org.mentoring.cli;

import org.jspecify.annotations.NullMarked;
