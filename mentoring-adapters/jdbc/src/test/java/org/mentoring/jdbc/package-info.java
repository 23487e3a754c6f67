/** Tests. */
@NullMarked
package org.mentoring.jdbc;

import org.jspecify.annotations.NullMarked;
