/** Trees to drafts of people, for every document that holds people. */
@NullMarked
package org.mentoring.json.internal.people;

import org.jspecify.annotations.NullMarked;
