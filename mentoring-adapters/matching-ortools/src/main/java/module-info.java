/** Matching under bounds that no flow expresses, by OR-Tools. */
module org.mentoring.ortools {
  requires static transitive org.jspecify;
  requires transitive org.mentoring.core;
  // Named after its file; its natives cannot be on a module path at all.
  requires ortools.java;

  exports org.mentoring.ortools;

  provides org.mentoring.spi.BoundedEngine with
      org.mentoring.ortools.OrToolsEngine;
}
