package org.mentoring.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The columns of people's tables: for each its kind of fact and the order of the parts of an entry.
 */
final class PeopleColumns {
  static final String ID = "id";
  static final String KIND = "kind";
  static final String REFERENCES = "references";
  static final String SINCE = "since";
  static final String TRAIT = "trait:";

  /** Traits so common that their columns need no prefix. */
  static final List<String> PLAIN_TRAITS =
      List.of("municipality", "group", "organisation", "languages", "gender");

  private static final List<String> OF_THE_PERSON = List.of(ID, KIND, REFERENCES, SINCE);
  private static final Pattern ATTRIBUTE = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Map<String, Column> BY_NAME = columns();

  private PeopleColumns() {}

  /**
   * A column of facts.
   *
   * @param parts names of the components in the order of an entry; with one part, {@code /} is an
   *     ordinary character
   * @param fixed components that the column itself tells
   */
  record Column(String name, String kind, List<String> parts, Map<String, Object> fixed) {
    Column {
      parts = List.copyOf(parts);
      fixed = Map.copyOf(fixed);
    }
  }

  static boolean ofThePerson(String name) {
    return OF_THE_PERSON.contains(name);
  }

  static Optional<Column> named(String name) {
    if (name.startsWith(TRAIT)) {
      String attribute = name.substring(TRAIT.length());
      return ATTRIBUTE.matcher(attribute).matches()
          ? Optional.of(trait(name, attribute))
          : Optional.empty();
    }
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The column that a fact of a kind is written to. */
  static Column of(String kind, Map<String, Object> values) {
    if (kind.equals("trait")) {
      String attribute = (String) values.getOrDefault("attribute", "");
      return trait(PLAIN_TRAITS.contains(attribute) ? attribute : TRAIT + attribute, attribute);
    }
    return BY_NAME.values().stream()
        .filter(column -> column.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  /**
   * All names in the order in which they are written; traits without a column of their own come
   * last.
   */
  static List<String> names() {
    return Stream.concat(OF_THE_PERSON.stream(), BY_NAME.keySet().stream()).toList();
  }

  private static Column trait(String name, String attribute) {
    return new Column(name, "trait", List.of("value"), Map.of("attribute", attribute));
  }

  private static Map<String, Column> columns() {
    List<Column> all = new ArrayList<>();
    all.add(column("born", "birth", "date"));
    all.add(column("name", "person-name", "given", "family"));
    all.add(column("positions", "position-held", "position", "practice"));
    all.add(column("applications", "application", "position", "wayIn"));
    all.add(column("referrals", "referral", "by"));
    all.add(column("decisions", "authority-decision", "authority", "matter", "outcome"));
    all.add(column("profiles", "background-profile", "preparedBy"));
    all.add(column("registers", "preventive-registration", "register"));
    all.add(column("circumstances", "circumstance", "code"));
    all.add(column("family-meetings", "family-meeting", "with"));
    all.add(column("guardians", "guardian", "guardian"));
    all.add(column("consents", "consent", "by", "with", "purpose", "giver"));
    all.add(column("documents", "document-handed-in", "document"));
    all.add(column("clearances", "clearance-certificate", "certificate", "issuedOn", "outcome"));
    all.add(column("interviews", "interview", "by", "mode", "outcome"));
    all.add(column("trainings", "training", "purpose", "minutes", "mode", "by", "course"));
    all.add(column("assessments", "selection-assessment", "standard", "outcome"));
    all.add(column("reference-checks", "reference-checked", "outcome"));
    all.add(column("commitments", "commitment", "time"));
    all.add(column("attestations", "attestation", "code", "by"));
    all.add(column("affiliations", "affiliation", "affiliation"));
    all.add(column("register-entries", "register-entry", "register"));
    PLAIN_TRAITS.forEach(attribute -> all.add(trait(attribute, attribute)));
    all.add(column("interests", "interest", "topic"));
    all.add(column("needs", "need", "topic"));
    all.add(column("offers", "offer", "topic"));
    all.add(column("availability", "availability", "windows"));
    all.add(column("capacity", "mentoring-capacity", "mentees"));
    all.add(column("exclusions", "exclusion", "other"));
    all.add(column("wishes", "wish", "attribute", "value"));
    all.add(column("siblings", "sibling", "other"));
    all.add(column("mentored-by", "mentored-by", "mentor"));
    all.add(column("former-mentors", "former-mentor", "mentor"));
    all.add(column("in-service", "in-service", "occupation", "since"));
    all.add(column("attachments", "attached-to", "organisation", "as"));
    all.add(column("members", "member", "member", "as"));
    all.add(column("agreements", "agreement", "with", "matter"));
    all.add(column("steps", "step-recorded", "position", "step", "practice"));
    Map<String, Column> byName = new LinkedHashMap<>();
    all.forEach(each -> byName.put(each.name(), each));
    return byName;
  }

  private static Column column(String name, String kind, String... parts) {
    return new Column(name, kind, List.of(parts), Map.of());
  }
}
