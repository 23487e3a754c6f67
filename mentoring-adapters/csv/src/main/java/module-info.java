/** People as CSV, in and out. */
module org.mentoring.csv {
  requires static transitive org.jspecify;
  requires transitive org.mentoring.core;
  requires transitive org.mentoring.validation;
  requires de.siegmar.fastcsv;

  exports org.mentoring.csv;
}
