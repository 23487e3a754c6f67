/** Trees to drafts and drafts to documents, by the names of the drafts' components. */
@NullMarked
package org.mentoring.json.internal.binding;

import org.jspecify.annotations.NullMarked;
