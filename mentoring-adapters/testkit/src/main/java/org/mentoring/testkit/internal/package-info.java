/** What the tests of this project's modules share, and no user needs: not exported. */
@NullMarked
package org.mentoring.testkit.internal;

import org.jspecify.annotations.NullMarked;
