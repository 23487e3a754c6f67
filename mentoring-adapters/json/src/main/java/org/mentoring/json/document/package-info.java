/** What is said about a document before it is read: its format and the limits of reading. */
@NullMarked
package org.mentoring.json.document;

import org.jspecify.annotations.NullMarked;
