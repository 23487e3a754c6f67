/** A strict tree of a JSON or YAML document in which every node knows its line, column and path. */
@NullMarked
package org.mentoring.json.internal.tree;

import org.jspecify.annotations.NullMarked;
