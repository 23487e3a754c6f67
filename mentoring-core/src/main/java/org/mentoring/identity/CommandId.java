package org.mentoring.identity;

/**
 * The opaque id of a command. Whoever gives a command chooses it, so that a repeated command is
 * carried out once.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ : -}, starting with a letter or digit
 */
public record CommandId(String value) implements Comparable<CommandId> {
  /** Refuses a malformed id with {@code id.malformed}. */
  public CommandId {
    IdText.checked("command", value);
  }

  /** The id with this text. */
  public static CommandId of(String value) {
    return new CommandId(value);
  }

  @Override
  public int compareTo(CommandId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
