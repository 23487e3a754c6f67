/** Programmes, people, decisions and matching in plain Java. */
module org.mentoring.core {
  requires static transitive org.jspecify;
  requires org.slf4j;
}
