/**
 * Everything kept in H2 or PostgreSQL: state that people can query, stored decisions, the journal
 * and its outbox, in one transaction, which is the library's own or the host's.
 */
@NullMarked
package org.mentoring.jdbc;

import org.jspecify.annotations.NullMarked;
