/** Drafts of what comes from outside, checked with Jakarta Validation. */
module org.mentoring.validation {
  requires static transitive org.jspecify;
  requires transitive jakarta.validation;
  requires transitive org.mentoring.core;
  requires org.hibernate.validator;
}
