/** Requirements judged by Drools. */
@NullMarked
package org.mentoring.rules;

import org.jspecify.annotations.NullMarked;
