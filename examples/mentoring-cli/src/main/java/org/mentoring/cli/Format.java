package org.mentoring.cli;

/** How a result is spelt. */
enum Format {
  TABLE,
  JSON,
  CSV
}
