/** Files of dated happenings, and their replay through the commands of a running programme. */
@NullMarked
package org.mentoring.json.happening;

import org.jspecify.annotations.NullMarked;
