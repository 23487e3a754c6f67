package org.mentoring.json;

import static org.mentoring.json.document.DocumentFormat.JSON;
import static org.mentoring.json.document.DocumentFormat.YAML;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.mentoring.json.document.DocumentFormat;

/** A definition with exactly one fault, and what has to be said of it. */
@SuppressWarnings("ArrayRecordComponent") // Bytes, because some of them are no text.
record BrokenDefinition(String name, DocumentFormat format, byte[] bytes, String code, int line) {
  /** A small definition without faults, one thing a line. */
  static final String WHOLE =
      """
      id: whole
      version: 1.0.0
      title: {en: Whole, ru: Целое}
      zone: Asia/Yekaterinburg
      attributes: [profession]
      scales:
        - {attribute: grade, levels: [low, high], cite: X-1}
      standards:
        - {id: selection, drafted-by: REGIONAL_OPERATOR, approved-by: COORDINATOR, approved-on: 2020-08-25, cite: X-2}
      practices:
        - id: pairs
          title: {en: Pairs, ru: Пары}
          format: TRADITIONAL
          arrangements: [INDIVIDUAL]
          cite: X-3
          parties:
            - position: MENTEE
              kinds: [PERSON]
              cite: X-3
              requirements:
                - {id: circumstance, kind: circumstance, any-of: [AT_RISK], cite: X-3}
                - {id: age, kind: age, at-least: 10, below: 18, cite: choice}
                - {id: consent, kind: consent, by: GUARDIAN, with: MENTORING_CENTRE, purpose: PARTICIPATION, cite: X-3}
              path:
                - {id: consent, needs: [consent], cite: X-3}
            - position: MENTOR
              kinds: [PERSON]
              cite: X-4
              requirements:
                - {id: training, kind: training, purpose: INITIAL, minutes: 480, cite: X-4}
                - {id: standard, kind: standard, standard: selection, cite: X-4}
          matching:
            policy: OPTIMAL
            cite: X-5
            capacity: {usual: 1, most: 3, cite: choice}
            hard:
              - {id: ahead, term: {kind: ahead, scale: grade, at-least: 1}, cite: choice}
            soft:
              - {id: interests, term: {kind: overlap, attribute: interests}, weight: 40, cite: choice}
            emphases:
              - {circumstance: AT_RISK, criterion: interests, times: 2, cite: choice}
          cadences:
            - {due: MENTOR_REPORT, by: MENTOR, every: P2W, cite: X-6}
      targets:
        - {when: {from: 2020-09-01, until: 2021-01-01}, figures: {MENTORSHIPS: 80}, cite: X-7}
      privacy: {never-published: [MENTEE], smallest-group: 5, cite: X-8}
      """;

  private static final String MOST = "capacity: {usual: 1, most: 3, cite: choice}";

  @Override
  public String toString() {
    return name;
  }

  static List<BrokenDefinition> all() {
    List<BrokenDefinition> all = new ArrayList<>();
    // The text itself.
    all.add(json("empty file", "", "shape.empty", 0));
    all.add(yaml("only a comment", "# nothing\n", "shape.empty", 0));
    all.add(bytes("UTF-16", WHOLE.getBytes(StandardCharsets.UTF_16), "shape.utf-16", 0));
    all.add(
        bytes(
            "windows-1251", WHOLE.getBytes(Charset.forName("windows-1251")), "shape.not-utf-8", 3));
    all.add(json("U+0000", "{\"id\":\n\"a\u0000b\"}", "shape.control-character", 2));
    all.add(json("not JSON", "{\"id\": \"x\"\n \"version\": 1}", "shape.syntax", 2));
    all.add(json("cut off", "{\"id\": \"x\",\n", "shape.ends-early", 2));
    all.add(json("trailing content", "{}\n{}", "shape.trailing", 2));
    all.add(
        yaml(
            "two documents",
            WHOLE + "---\nid: other\n",
            "shape.several-documents",
            (int) WHOLE.lines().count() + 2));
    all.add(json("deep nesting", "[\n".repeat(100) + "]".repeat(100), "shape.deep", 65));
    all.add(yaml("deep nesting in YAML", "[\n".repeat(100) + "]".repeat(100), "shape.deep", 65));
    all.add(yaml("a tab", "practices:\n\t- id: x\n", "shape.tab", 2));
    all.add(yaml("open quote", "id: x\nzone: \"a\nunder: []\n", "shape.quote-open", 2));
    all.add(json("YAML named JSON", "id: x\nversion: 1.0.0\n", "shape.yaml-as-json", 1));
    all.add(yaml("broken indentation", "id: x\n  version: 1.0.0\n", "shape.syntax", 2));
    all.add(json("NaN", "{\"id\": \"x\",\n \"version\": NaN}", "shape.number-not-finite", 2));
    all.add(json("root is a list", "[]", "shape.not-object", 1));
    // Values.
    all.add(
        changed(
            "duplicate key",
            "zone: Asia/Yekaterinburg",
            "zone: Asia/Yekaterinburg\nid: twice",
            "shape.key-twice",
            5));
    all.add(changed("YAML alias", "cite: X-8", "cite: *a", "shape.alias", 46));
    all.add(changed("YAML anchor", "cite: X-8", "cite: &a X-8", "shape.anchor", 46));
    all.add(changed("YAML tag", "cite: X-8", "cite: !!str X-8", "shape.tag", 46));
    all.add(changed("16.9 years", "at-least: 10", "at-least: 16.9", "shape.not-integer", 22));
    all.add(
        changed("a number as text", "at-least: 10", "at-least: \"10\"", "shape.not-integer", 22));
    all.add(
        changed(
            "a huge number",
            "minutes: 480",
            "minutes: " + "9".repeat(400),
            "shape.number-long",
            30));
    all.add(
        changed(
            "an exponent", "minutes: 480", "minutes: 1e1000000000", "shape.number-exponent", 30));
    all.add(changed("infinity", "minutes: 480", "minutes: .inf", "shape.number-not-finite", 30));
    all.add(changed("null for a number", "at-least: 10", "at-least: null", "shape.null", 22));
    all.add(
        changed(
            "a text as truth", "every: P2W", "every: P2W, calendar: yes", "shape.not-truth", 43));
    all.add(
        changed(
            "a number as text where a text is", "{en: Whole,", "{en: 12,", "shape.not-text", 3));
    all.add(
        changed(
            "a list where an object is",
            "title: {en: Whole, ru: Целое}",
            "title: [Whole]",
            "shape.not-object",
            3));
    all.add(
        changed(
            "a text where a list is",
            "attributes: [profession]",
            "attributes: profession",
            "shape.not-list",
            5));
    all.add(
        changed("an unknown key", "zone: Asia", "sourse: x\nzone: Asia", "shape.key-unknown", 4));
    all.add(changed("a missing key", "version: 1.0.0\n", "", "shape.key-missing", 1));
    all.add(changed("a requirement without a kind", "kind: age, ", "", "shape.kind-missing", 22));
    all.add(changed("an unknown kind", "kind: age,", "kind: aged,", "shape.not-choice", 22));
    all.add(
        changed(
            "an unknown format",
            "format: TRADITIONAL",
            "format: TRADITION",
            "shape.not-choice",
            13));
    all.add(changed("not a date", "from: 2020-09-01", "from: 01.09.2020", "shape.not-date", 45));
    all.add(
        changed(
            "a date that does not exist",
            "from: 2020-09-01",
            "from: 2020-02-30",
            "shape.no-such-day",
            45));
    all.add(changed("not a period", "every: P2W", "every: two weeks", "shape.not-period", 43));
    // Bounds and spellings.
    all.add(changed("too little", "minutes: 480", "minutes: 0", "number.least", 30));
    all.add(changed("too much", "at-least: 10", "at-least: 151", "number.most", 22));
    all.add(
        changed("beyond every number", "minutes: 480", "minutes: 99999999999", "number.range", 30));
    all.add(
        changed(
            "crossed bounds",
            "at-least: 10, below: 18",
            "at-least: 18, below: 10",
            "number.range",
            22));
    all.add(changed("an age without bounds", "at-least: 10, below: 18, ", "", "age.unbounded", 22));
    all.add(changed("an empty list", "any-of: [AT_RISK]", "any-of: []", "list.empty", 21));
    all.add(
        changed(
            "a value twice",
            "any-of: [AT_RISK]",
            "any-of: [AT_RISK, AT_RISK]",
            "definition.value-twice",
            21));
    all.add(changed("a blank text", "{en: Whole,", "{en: \" \",", "definition.text-blank", 3));
    all.add(
        changed(
            "a text too long",
            "{en: Whole,",
            "{en: " + "x".repeat(2_001) + ",",
            "definition.size",
            3));
    all.add(
        changed(
            "a malformed code",
            "with: MENTORING_CENTRE",
            "with: mentoring centre",
            "code.malformed",
            23));
    all.add(changed("a malformed id", "id: whole", "id: Whole", "definition.id-malformed", 1));
    all.add(
        changed("a malformed version", "version: 1.0.0", "version: v1", "version.malformed", 2));
    all.add(changed("a malformed citation", "cite: X-8", "cite: page 8", "citation.malformed", 46));
    all.add(
        changed(
            "an unknown zone", "Asia/Yekaterinburg", "Asia/Tyumen", "definition.zone-unknown", 4));
    all.add(
        changed(
            "a malformed pack",
            "zone: Asia",
            "under: [law]\nzone: Asia",
            "definition.pack-malformed",
            4));
    all.add(
        changed(
            "a period that is not positive", "every: P2W", "every: P0D", "period.notPositive", 43));
    all.add(
        changed(
            "an end before the beginning",
            "until: 2021-01-01",
            "until: 2020-09-01",
            "validity.empty",
            45));
    all.add(
        changed("a level twice", "levels: [low, high]", "levels: [low, low]", "scale.twice", 7));
    // References.
    all.add(changed("two ids alike", "id: age, kind", "id: circumstance, kind", "id.twice", 22));
    all.add(
        changed("an unknown code", "any-of: [AT_RISK]", "any-of: [AT_RISC]", "code.unknown", 21));
    all.add(
        changed(
            "a mirrored term that has no mirror",
            "term: {kind: ahead, scale: grade, at-least: 1}",
            "term: {kind: mirrored, term: {kind: former-mentor}}",
            "term.one-way",
            37));
    all.add(
        yaml(
            "ties in a practice of both directions",
            WHOLE
                .replace("format: TRADITIONAL", "format: TRADITIONAL\n    mutual: true")
                .replace("{kind: ahead, scale: grade, at-least: 1}", "{kind: former-mentor}"),
            "term.one-way",
            38));
    all.add(
        changed(
            "an unknown requirement",
            "needs: [consent]",
            "needs: [konsent]",
            "requirement.unknown",
            25));
    all.add(
        changed(
            "an unknown standard",
            "standard: selection",
            "standard: election",
            "standard.unknown",
            31));
    all.add(
        changed(
            "an unknown attribute",
            "attribute: interests",
            "attribute: hobbies",
            "attribute.unknown",
            39));
    all.add(changed("no scale", "scale: grade", "scale: profession", "scale.unknown", 37));
    all.add(
        changed(
            "an unknown criterion",
            "criterion: interests",
            "criterion: hobbies",
            "criterion.unknown",
            41));
    all.add(
        changed(
            "a party is missing",
            "position: MENTOR\n",
            "position: TUTOR\n",
            "matching.party-missing",
            11));
    yardsticks(all);
    all.addAll(matching());
    all.addAll(BrokenLife.all());
    return all;
  }

  /** Faults of what a plan may say beside criteria. */
  private static List<BrokenDefinition> matching() {
    return List.of(
        plan("a side that proposes without STABLE", "proposing: MENTOR", "matching.proposing", 36),
        plan("an unknown side", "proposing: PUPIL", "shape.not-choice", 36),
        plan("no candidates", "event: {pairs: 10, candidates: 0, cite: X-5}", "number.least", 36),
        plan("a negative price", "rematch: {disruption-price: -1, cite: X-5}", "number.least", 36),
        plan("waiting without a source", "waiting: {}", "shape.key-missing", 36),
        plan(
            "a group without the arrangement",
            "group: {least: 2, most: 3, or-none: true, cite: X-5}",
            "arrangement.not-offered",
            36),
        groups(
            "a group that never forms",
            "group: {least: 4, most: 5, cite: X-5}",
            "matching.group-beyond-capacity",
            36),
        groups("a crossed group", "group: {least: 3, most: 2, cite: X-5}", "number.range", 36),
        plan(
            "a team without the arrangement",
            "team: {least: 1, most: 2, cite: X-5}",
            "arrangement.not-offered",
            36),
        groups("a team too large", "team: {least: 1, most: 101, cite: X-5}", "number.most", 36),
        plan(
            "a share of an unknown attribute",
            "shares: [{attribute: village, value: Абатское, least: 2, cite: X-5}]",
            "attribute.unknown",
            36),
        plan(
            "two shares for one value",
            """
            shares:
                    - {attribute: group, value: a, least: 2, cite: X-5}
                    - {attribute: group, value: a, least: 3, cite: X-5}""",
            "matching.share-twice",
            38),
        plan(
            "a share of nothing",
            "shares: [{attribute: group, value: a, least: 0, cite: X-5}]",
            "number.least",
            36),
        plan(
            "a load by an unknown attribute",
            "coordinator-load: {most: 40, attribute: curator, cite: X-5}",
            "attribute.unknown",
            36),
        plan("a load of nothing", "coordinator-load: {most: 0, cite: X-5}", "number.least", 36),
        plan(
            "together by an unknown attribute",
            "together: {attribute: family, cite: X-5}",
            "attribute.unknown",
            36),
        plan("together by nothing", "together: {cite: X-5}", "shape.key-missing", 36));
  }

  private static BrokenDefinition plan(String name, String added, String code, int line) {
    return changed(name, MOST, MOST + "\n      " + added, code, line);
  }

  private static BrokenDefinition groups(String name, String added, String code, int line) {
    String text =
        WHOLE.replace("[INDIVIDUAL]", "[GROUP, TEAM]").replace(MOST, MOST + "\n      " + added);
    return yaml(name, text, code, line);
  }

  private static void yardsticks(List<BrokenDefinition> all) {
    all.add(neighbours("neighbours twice", "[[A, B], [B, A]]", "neighbours.twice"));
    all.add(neighbours("its own neighbour", "[[A, A]]", "neighbours.self"));
    all.add(neighbours("three neighbours", "[[A, B, C]]", "definition.size"));
    all.add(place("a latitude beyond the pole", "latitude: 91, longitude: 1", "number.most"));
    all.add(place("a point too fine", "latitude: 57.12345, longitude: 1", "places.fine"));
    all.add(place("a point as text", "latitude: 57N, longitude: 1", "shape.not-decimal"));
    all.add(
        place(
            "a place twice",
            "latitude: 1, longitude: 1}, {value: A, latitude: 2, longitude: 2",
            "places.twice"));
    all.add(
        changed(
            "neighbours of no attribute",
            "zone: Asia/Yekaterinburg",
            "zone: Asia/Yekaterinburg\nneighbours:\n  - {attribute: village, pairs: [[A, B]], cite: X-9}",
            "attribute.unknown",
            6));
    String ahead = "{kind: ahead, scale: grade, at-least: 1}";
    all.add(
        changed(
            "near without neighbours",
            ahead,
            "{kind: near, attribute: municipality}",
            "neighbours.unknown",
            37));
    all.add(
        changed(
            "distance without places",
            ahead,
            "{kind: distance, attribute: municipality, at-most: 50, full: 10}",
            "places.unknown",
            37));
    all.add(
        changed(
            "a distance whose bounds cross",
            ahead,
            "{kind: distance, attribute: municipality, at-most: 50, full: 60}",
            "number.range",
            37));
    all.add(
        yaml(
            "ahead without scales",
            WHOLE
                .replace("scales:\n  - {attribute: grade, levels: [low, high], cite: X-1}\n", "")
                .replace(ahead, "{kind: ahead-in-asked, asked: needs}"),
            "scale.none",
            35));
    all.add(
        yaml(
            "a neighbour that nobody can have",
            WHOLE
                .replace(
                    "zone: Asia/Yekaterinburg",
                    "zone: Asia/Yekaterinburg\nneighbours:\n"
                        + "  - {attribute: municipality, pairs: [[A, B]], cite: X-9}")
                .replace(
                    "{id: age, kind: age, at-least: 10, below: 18,",
                    "{id: age, kind: trait, attribute: municipality, any-of: [A, C],"),
            "value.unknown",
            6));
  }

  private static BrokenDefinition neighbours(String name, String pairs, String code) {
    String zone = "zone: Asia/Yekaterinburg";
    String line = "\nneighbours:\n  - {attribute: municipality, pairs: " + pairs + ", cite: X-9}";
    return changed(name, zone, zone + line, code, 6);
  }

  private static BrokenDefinition place(String name, String point, String code) {
    String zone = "zone: Asia/Yekaterinburg";
    String line = "\nplaces:\n  - {attribute: municipality, points: [{value: A, " + point;
    return changed(name, zone, zone + line + "}], cite: X-9}", code, 6);
  }

  private static BrokenDefinition changed(
      String name, String from, String to, String code, int line) {
    if (!WHOLE.contains(from) || WHOLE.indexOf(from) != WHOLE.lastIndexOf(from)) {
      throw new IllegalArgumentException(name + ": stands not exactly once: " + from);
    }
    return yaml(name, WHOLE.replace(from, to), code, line);
  }

  private static BrokenDefinition yaml(String name, String text, String code, int line) {
    return new BrokenDefinition(name, YAML, text.getBytes(StandardCharsets.UTF_8), code, line);
  }

  private static BrokenDefinition json(String name, String text, String code, int line) {
    return new BrokenDefinition(name, JSON, text.getBytes(StandardCharsets.UTF_8), code, line);
  }

  private static BrokenDefinition bytes(String name, byte[] bytes, String code, int line) {
    return new BrokenDefinition(name, YAML, bytes, code, line);
  }
}
