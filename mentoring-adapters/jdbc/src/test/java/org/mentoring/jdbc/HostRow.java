package org.mentoring.jdbc;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the host's own. */
@Entity
@Table(name = "host_row")
class HostRow {
  @Id private String id = "";

  /** For Hibernate. */
  protected HostRow() {}

  HostRow(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }
}
