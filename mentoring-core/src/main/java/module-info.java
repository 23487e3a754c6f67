/** Programmes, people, decisions and matching in plain Java. */
module org.mentoring.core {
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports org.mentoring;
  exports org.mentoring.activity;
  exports org.mentoring.assignment;
  exports org.mentoring.assignment.bounded;
  exports org.mentoring.centre;
  exports org.mentoring.choosing;
  exports org.mentoring.conformance;
  exports org.mentoring.criterion;
  exports org.mentoring.decision;
  exports org.mentoring.digest;
  exports org.mentoring.erasure;
  exports org.mentoring.failure;
  exports org.mentoring.identity;
  exports org.mentoring.incident;
  exports org.mentoring.indicator;
  exports org.mentoring.journal;
  exports org.mentoring.journey;
  exports org.mentoring.matching;
  exports org.mentoring.memory;
  exports org.mentoring.mentorship;
  exports org.mentoring.obligation;
  exports org.mentoring.participant;
  exports org.mentoring.programme;
  exports org.mentoring.publication;
  exports org.mentoring.record;
  exports org.mentoring.spi;
  exports org.mentoring.text;
  exports org.mentoring.time;
  exports org.mentoring.waiver;

  uses org.mentoring.assignment.bounded.BoundedEngine;
  uses org.mentoring.spi.RulesProvider;
}
