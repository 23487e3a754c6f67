/** Programme definitions, people and happenings as JSON and, if its jar is there, YAML. */
module org.mentoring.json {
  requires static transitive org.jspecify;
  requires transitive org.mentoring.core;
  requires transitive org.mentoring.validation;
  requires com.fasterxml.jackson.core;
  requires static com.fasterxml.jackson.dataformat.yaml;

  exports org.mentoring.json;
  exports org.mentoring.json.document;
  exports org.mentoring.json.happening;
  exports org.mentoring.json.lines;
  exports org.mentoring.json.people;
}
