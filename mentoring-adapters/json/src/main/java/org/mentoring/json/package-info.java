/** JSON and YAML, in and out. */
@NullMarked
package org.mentoring.json;

import org.jspecify.annotations.NullMarked;
