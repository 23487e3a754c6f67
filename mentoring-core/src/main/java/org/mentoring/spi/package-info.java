/** Ports: what the library asks of rules, stores and sources of time and ids. */
@NullMarked
package org.mentoring.spi;

import org.jspecify.annotations.NullMarked;
