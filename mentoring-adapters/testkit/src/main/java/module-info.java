/** Generators, synthetic regions and contracts for tests of one's own. */
module org.mentoring.testkit {
  requires transitive org.jspecify;
  requires transitive net.jqwik.api;
  requires transitive org.assertj.core;
  requires transitive org.mentoring.core;
  requires transitive org.mentoring.validation;
  requires transitive org.junit.jupiter.api;
  requires org.junit.platform.launcher;
  requires org.mentoring.csv;
  requires org.mentoring.json;

  uses org.mentoring.spi.RulesProvider;

  exports org.mentoring.testkit;
  exports org.mentoring.testkit.invariant;
  exports org.mentoring.testkit.simulation;
}
