/** Programmes, people, decisions and matching in plain Java. */
module org.mentoring.core {
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports org.mentoring;
  exports org.mentoring.assignment;
  exports org.mentoring.criterion;
  exports org.mentoring.decision;
  exports org.mentoring.digest;
  exports org.mentoring.failure;
  exports org.mentoring.identity;
  exports org.mentoring.matching;
  exports org.mentoring.memory;
  exports org.mentoring.participant;
  exports org.mentoring.programme;
  exports org.mentoring.publication;
  exports org.mentoring.spi;
  exports org.mentoring.text;
  exports org.mentoring.time;

  uses org.mentoring.spi.RulesProvider;
}
