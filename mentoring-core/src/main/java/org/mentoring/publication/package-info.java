/** What may leave for a public page. */
@NullMarked
package org.mentoring.publication;

import org.jspecify.annotations.NullMarked;
