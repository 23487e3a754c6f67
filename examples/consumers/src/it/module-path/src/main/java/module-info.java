/** A host of named modules. */
module org.example.host {
  requires org.mentoring.core;
  requires org.mentoring.csv;
  requires org.mentoring.json;
}
