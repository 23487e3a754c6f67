/** Requirements judged by Drools rules that are compiled while building. */
module org.mentoring.rules {
  requires static transitive org.jspecify;
  requires transitive org.mentoring.core;
  requires org.drools.canonicalmodel;
  requires org.drools.core;
  requires org.drools.kiesession;
  requires org.drools.modelcompiler;
  requires org.kie.api;
  // Drools' automatic modules log with it and cannot say so.
  requires org.slf4j;

  exports org.mentoring.rules;

  provides org.mentoring.spi.RulesProvider with
      org.mentoring.rules.DroolsRules;
}
