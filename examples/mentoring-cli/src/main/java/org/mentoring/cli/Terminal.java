package org.mentoring.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

/**
 * What a command reads from and writes to.
 *
 * @param in standard input
 * @param out results
 * @param err errors and progress
 * @param colour whether colours may be used
 * @param nanos measures how long something takes
 */
record Terminal(
    InputStream in, PrintWriter out, PrintWriter err, boolean colour, LongSupplier nanos) {}
