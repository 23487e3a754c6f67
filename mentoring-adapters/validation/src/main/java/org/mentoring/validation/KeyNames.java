package org.mentoring.validation;

import java.util.Locale;

/** How components of drafts are called in files: {@code atLeast} is {@code at-least} there. */
public final class KeyNames {
  private KeyNames() {}

  /** The key of a component. */
  public static String of(String component) {
    return component.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
