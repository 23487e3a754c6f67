/** Records as trees of texts, numbers and lists, for stores and files, and back without loss. */
@NullMarked
package org.mentoring.record;

import org.jspecify.annotations.NullMarked;
