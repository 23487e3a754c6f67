package org.mentoring.json.happening;

/** What a handle of a file can stand for. */
enum Thing {
  PARTICIPANT("people, register"),
  FACT("record, correct, path-step"),
  PROPOSAL("propose"),
  EVENTS("plan-events"),
  MENTORSHIP("assign"),
  ACTIVITY("plan, report, meeting, check-in, event, refer, part, entry"),
  INCIDENT("incident"),
  WAIVER("waive");

  private final String namedBy;

  Thing(String namedBy) {
    this.namedBy = namedBy;
  }

  /** Where such handles come from, for problems. */
  String namedBy() {
    return namedBy;
  }
}
