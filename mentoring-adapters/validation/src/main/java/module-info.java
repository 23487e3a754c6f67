/** Drafts of what comes from outside, checked with Jakarta Validation. */
module org.mentoring.validation {
  requires static transitive org.jspecify;
  requires transitive jakarta.validation;
  requires transitive org.mentoring.core;
  requires org.hibernate.validator;

  exports org.mentoring.validation;
  exports org.mentoring.validation.constraint;
  exports org.mentoring.validation.definition;
  exports org.mentoring.validation.people;

  opens org.mentoring.validation.constraint;
  opens org.mentoring.validation.definition;
  opens org.mentoring.validation.people;
}
