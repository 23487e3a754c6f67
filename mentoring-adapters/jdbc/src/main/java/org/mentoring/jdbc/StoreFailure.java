package org.mentoring.jdbc;

import java.util.Map;
import org.mentoring.failure.MentoringException;

/**
 * The database refused or was not there. What it said may hold data of people, so its words are
 * left out; its SQLSTATE is in the attributes.
 */
public final class StoreFailure extends MentoringException {
  private static final long serialVersionUID = 1L;

  private final boolean retryable;

  StoreFailure(String code, Map<String, String> attributes, String hint, boolean retryable) {
    super(code, attributes, hint);
    this.retryable = retryable;
  }

  /** Whether the same command may well succeed in a new transaction. */
  public boolean retryable() {
    return retryable;
  }
}
