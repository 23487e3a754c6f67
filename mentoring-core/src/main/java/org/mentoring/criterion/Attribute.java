package org.mentoring.criterion;

import java.util.Set;
import java.util.regex.Pattern;
import org.mentoring.failure.InvalidValue;

/**
 * The name of something that participants have and criteria compare: built in are those below, a
 * definition may declare more.
 *
 * @param name lower case with hyphens, 1 to 64 characters
 */
public record Attribute(String name) implements Comparable<Attribute> {
  private static final Pattern ALLOWED = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  /** Where the participant lives; one value. */
  public static final Attribute MUNICIPALITY = new Attribute("municipality");

  /** The group, class or team the participant belongs to. */
  public static final Attribute GROUP = new Attribute("group");

  /** The organisation that the participant is affiliated with. */
  public static final Attribute ORGANISATION = new Attribute("organisation");

  /** Who coordinates the participant; one value. */
  public static final Attribute COORDINATOR = new Attribute("coordinator");

  /** Interests; a set. */
  public static final Attribute INTERESTS = new Attribute("interests");

  /** What the participant needs; a set. */
  public static final Attribute NEEDS = new Attribute("needs");

  /** What the participant offers; a set. */
  public static final Attribute OFFERS = new Attribute("offers");

  /** Languages spoken; a set. */
  public static final Attribute LANGUAGES = new Attribute("languages");

  /** All attributes that need no declaration in a definition. */
  public static final Set<Attribute> BUILT_IN =
      Set.of(MUNICIPALITY, GROUP, ORGANISATION, COORDINATOR, INTERESTS, NEEDS, OFFERS, LANGUAGES);

  /** Refuses other spellings with {@code attribute.malformed}. */
  public Attribute {
    if (!ALLOWED.matcher(name).matches()) {
      throw new InvalidValue(
          "attribute.malformed",
          "attribute",
          "lower case letters, digits and '-', starting with a letter");
    }
  }

  /** The attribute with this name. */
  public static Attribute of(String name) {
    return new Attribute(name);
  }

  @Override
  public int compareTo(Attribute other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
