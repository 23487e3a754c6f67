/** Generators and contracts for tests. */
@NullMarked
package org.mentoring.testkit;

import org.jspecify.annotations.NullMarked;
