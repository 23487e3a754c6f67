/** What the law of 2025 does to waiting, as a simulated programme shows it. */
@NullMarked
package org.mentoring.study;

import org.jspecify.annotations.NullMarked;
