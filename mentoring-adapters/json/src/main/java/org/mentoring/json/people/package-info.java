/** People as JSON, in and out, every fact in full. */
@NullMarked
package org.mentoring.json.people;

import org.jspecify.annotations.NullMarked;
