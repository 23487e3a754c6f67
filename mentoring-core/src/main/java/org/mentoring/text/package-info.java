/** Words for people: languages, audiences and messages. */
@NullMarked
package org.mentoring.text;

import org.jspecify.annotations.NullMarked;
