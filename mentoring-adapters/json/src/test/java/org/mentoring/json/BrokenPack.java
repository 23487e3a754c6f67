package org.mentoring.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule pack with exactly one fault, and what has to be said of it.
 *
 * @param laid whether the fault shows only where the pack is laid over {@link BrokenLife#WHOLE}
 */
record BrokenPack(String name, String text, String code, int line, boolean laid) {
  /** A small pack without faults, one thing a line. */
  static final String WHOLE =
      """
      id: law
      version: 1.0.0
      layer: FEDERAL_LAW
      title: {en: Law, ru: Закон}
      vocabulary:
        - {code: LAW_REGISTER, title: {en: register, ru: реестр}}
      rules:
        - code: in-register
          from: 2025-02-05
          until: 2030-01-01
          change: {kind: requirement, position: MENTOR, requirement: {id: law-register, kind: register, register: LAW_REGISTER, cite: L1}}
          cite: L1
        - code: more-hours
          change: {kind: restatement, practices: [pairs], requirement: {id: training, kind: training, purpose: INITIAL, minutes: 600, cite: L2}}
          cite: L2
        - code: never
          change: {kind: never-waived, names: [consent, clearance]}
          cite: L1
        - code: older
          change: {kind: criterion, criterion: {id: gap, term: {kind: age-gap, at-least: 5}, cite: L3}}
          cite: L3
        - code: agreed
          change: {kind: agreement, by: [MENTOR, GUARDIAN]}
          cite: L4
        - code: escalation
          change: {kind: escalation, silences: [{party: MENTOR, longer-than: P3W, cite: L5}], buffer: P2W}
          cite: L5
        - code: more-reports
          change: {kind: cadence-restatement, cadence: {id: reports, due: MENTOR_REPORT, by: MENTOR, every: P1W, cite: L9}}
          cite: L9
        - code: visited
          change: {kind: cadence, cadence: {id: law-contact, due: CHECK_IN, by: COORDINATOR, every: P6W, with: [MENTOR, MENTEE], cite: L9}}
          cite: L9
        - code: completed
          change: {kind: completion, exit-interviews: [MENTEE], at-least: P1Y, endings: [{reason: MOVED, at-least: P9M}]}
          cite: L9
      benchmarks:
        - {code: agreed, title: {en: All agree, ru: Все согласны}, cite: L4}
        - code: contacts
          title: {en: Contacts, ru: Беседы}
          from: 2025-03-01
          until: 2031-01-01
          measure: {kind: cadence, cadences: [{due: CHECK_IN, by: COORDINATOR, every: P1M, with: [MENTOR], cite: L6}]}
          cite: L6
        - code: helped
          title: {en: Documents, ru: Документы}
          measure: {kind: requirement, position: MENTEE, any-of: [{id: passport, kind: documents, kinds: [PASSPORT], cite: L7}]}
          cite: L7
        - code: talks
          title: {en: Exit interviews, ru: Беседы при завершении}
          measure: {kind: exit-interview, with: [MENTEE]}
          cite: L7
        - code: replaced
          title: {en: Replacement, ru: Замена}
          measure: {kind: laid-down, provision: REMATCH}
          cite: L8
        - code: forms
          title: {en: Forms, ru: Формы}
          measure: {kind: form, any-of: [{mentor: EMPLOYER, mentee: EMPLOYEE}]}
          cite: L8
        - code: looked-at
          title: {en: Looked at, ru: Смотрит человек}
          measure: {kind: by-people}
          cite: L8
      """;

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name;
  }

  static List<BrokenPack> all() {
    List<BrokenPack> all = new ArrayList<>();
    all.add(read("no layer", "layer: FEDERAL_LAW\n", "", "shape.key-missing", 1));
    all.add(read("unknown layer", "FEDERAL_LAW", "COUNTY_LAW", "shape.not-choice"));
    all.add(read("unknown key", "layer: FED", "leyer: x\nlayer: FED", "shape.key-unknown"));
    all.add(read("a number for a version", "version: 1.0.0", "version: 2020", "shape.not-text"));
    all.add(
        read("a version with a space", "version: 1.0.0", "version: v 1", "pack.version-malformed"));
    all.add(read("an id in capitals", "id: law\n", "id: LAW\n", "definition.id-malformed"));
    all.add(read("a title in one language", ", ru: Закон}", "}", "shape.key-missing"));
    all.add(
        read("no rules", WHOLE.substring(WHOLE.indexOf("rules:")), "rules: []\n", "list.empty"));
    all.add(read("a rule twice", "code: older", "code: never", "id.twice"));
    all.add(read("a rule without a code", "- code: agreed\n    ch", "- ch", "shape.key-missing"));
    all.add(
        read(
            "a rule without a source",
            "GUARDIAN]}\n    cite: L4",
            "GUARDIAN]}",
            "shape.key-missing",
            22));
    all.add(read("no day", "from: 2025-02-05", "from: 2025-02-30", "shape.no-such-day"));
    all.add(
        read(
            "an end before the beginning",
            "until: 2030-01-01",
            "until: 2024-01-01",
            "validity.empty"));
    all.add(read("an unknown change", "kind: agreement", "kind: agreed", "shape.not-choice"));
    all.add(read("a change of no kind", "{kind: agreement, ", "{", "shape.kind-missing"));
    all.add(read("an unknown position", "position: MENTOR", "position: MENTR", "shape.not-choice"));
    all.add(
        read(
            "an unknown kind of requirement",
            "kind: register,",
            "kind: registr,",
            "shape.not-choice"));
    all.add(read("an unknown code", "register: LAW_", "register: LOW_", "code.unknown"));
    all.add(read("a requirement of nothing", "minutes: 600", "minutes: 0", "number.least"));
    all.add(read("nothing that nobody waives", "[consent, clearance]", "[]", "list.empty"));
    all.add(
        read(
            "a criterion with a weight",
            "at-least: 5}, cite",
            "at-least: 5}, weight: 5, cite",
            "shape.key-unknown"));
    all.add(read("agreement of nobody", "by: [MENTOR, GUARDIAN]", "by: []", "list.empty"));
    all.add(read("no time to wait", "buffer: P2W", "buffer: P0D", "period.notPositive"));
    all.add(
        read(
            "a word twice",
            "rules:\n",
            "  - {code: LAW_REGISTER, title: {en: again, ru: снова}}\nrules:\n",
            "id.twice"));

    all.add(read("a cadence without an id", "{id: law-contact, ", "{", "pack.cadence-unnamed"));
    all.add(
        read(
            "a completion that asks for nothing",
            ", exit-interviews: [MENTEE], at-least: P1Y, endings: [{reason: MOVED, at-least: P9M}]",
            "",
            "pack.completion-empty"));
    all.add(
        read("an ending after no time", "at-least: P9M", "at-least: P0D", "period.notPositive"));
    all.add(read("a cadence of nothing", "every: P6W", "every: P0D", "period.notPositive"));

    all.add(read("a benchmark twice", "code: helped", "code: contacts", "id.twice"));
    all.add(
        read(
            "a benchmark without a measure",
            "{code: agreed, title",
            "{code: agrees, title",
            "benchmark.without-measure"));
    all.add(read("an unknown measure", "kind: by-people", "kind: by-hand", "shape.not-choice"));
    all.add(
        read("an unknown provision", "provision: REMATCH", "provision: CARE", "shape.not-choice"));
    all.add(
        read(
            "a benchmark of nobody in a mentorship",
            "position: MENTEE, any-of",
            "position: TUTOR, any-of",
            "benchmark.position",
            lineOf("- code: helped")));
    all.add(
        read(
            "a benchmark that leans on a standard",
            "kind: documents, kinds: [PASSPORT]",
            "kind: standard, standard: none",
            "benchmark.of-a-definition",
            lineOf("- code: helped")));
    all.add(
        read(
            "a benchmark of centres",
            "every: P1M, with",
            "every: P1M, owed-for: CENTRE, with",
            "benchmark.owed-for",
            lineOf("- code: contacts")));
    all.add(
        read(
            "a benchmark that skips days",
            "every: P1M, with",
            "every: P1M, skips: holidays, with",
            "benchmark.skips",
            lineOf("- code: contacts")));
    all.add(
        read(
            "calendar periods of months and days",
            "every: P1M, with",
            "every: P1M1D, calendar: true, with",
            "cadence.calendar",
            lineOf("- code: contacts")));
    all.add(read("an exit interview with nobody", "with: [MENTEE]", "with: []", "list.empty"));
    all.add(read("an unknown form", "mentee: EMPLOYEE", "mentee: EMPLOYE", "code.unknown"));
    all.add(
        read(
            "a benchmark that is over before it begins",
            "until: 2031-01-01",
            "until: 2025-01-01",
            "validity.empty"));

    all.add(laid("fewer hours", "minutes: 600", "minutes: 60", "pack.loosened"));
    all.add(
        laid(
            "fewer hours in one way",
            "minutes: 600",
            "minutes: 60, mode: IN_PERSON",
            "pack.incomparable"));
    all.add(
        laid(
            "another kind by the same id",
            "kind: training, purpose: INITIAL, minutes: 600",
            "kind: documents, kinds: [PASSPORT]",
            "pack.incomparable"));
    all.add(
        laid("nothing that is restated", "id: training", "id: trainings", "pack.restated-unknown"));
    all.add(
        laid(
            "an unknown practice",
            "practices: [pairs]",
            "practices: [teams]",
            "pack.practice-unknown"));
    all.add(
        laid(
            "a requirement that the programme loosens",
            "position: MENTOR, requirement: {id: law-register, kind: register, register: LAW_REGISTER",
            "position: MENTEE, requirement: {id: age, kind: age, at-least: 14, below: 18",
            "pack.loosened"));
    all.add(
        laid(
            "an unknown step",
            "position: MENTOR,",
            "position: MENTOR, step: nowhere,",
            "pack.step-unknown"));
    all.add(
        laid(
            "a criterion that is there",
            "id: gap, term",
            "id: ahead, term",
            "pack.criterion-restated"));
    all.add(
        laid(
            "a criterion of an unknown attribute",
            "{kind: age-gap, at-least: 5}",
            "{kind: same, attribute: colour}",
            "attribute.unknown"));
    all.add(
        laid(
            "an unknown standard",
            "kind: register, register: LAW_REGISTER",
            "kind: standard, standard: none",
            "standard.unknown"));
    all.add(laid("reports less often", "every: P1W", "every: P4W", "pack.loosened"));
    all.add(laid("reports every nine days", "every: P1W", "every: P9D", "pack.incomparable"));
    all.add(
        laid(
            "reports more often and later",
            "every: P1W",
            "every: P1W, grace: P3D",
            "pack.incomparable"));
    all.add(
        laid(
            "nothing due that is restated",
            "{id: reports",
            "{id: report",
            "pack.restated-unknown"));
    all.add(
        laid(
            "reports that the programme asks less often",
            "{id: law-contact, due: CHECK_IN, by: COORDINATOR, every: P6W, with: [MENTOR, MENTEE]",
            "{id: reports, due: MENTOR_REPORT, by: MENTOR, every: P1W",
            "pack.loosened"));
    all.add(
        laid(
            "days off of no calendar",
            "every: P6W",
            "every: P6W, skips: vacation",
            "calendar.unknown"));
    all.add(
        laid(
            "a talk with somebody who is asked for reports",
            "due: CHECK_IN, by: COORDINATOR, every: P6W",
            "due: MENTOR_REPORT, by: COORDINATOR, every: P6W",
            "cadence.with"));
    all.add(
        laid(
            "a length that is neither longer nor shorter",
            "at-least: P9M",
            "at-least: P181D",
            "pack.incomparable"));
    all.add(
        laid(
            "a completion by what nobody can answer",
            "{kind: completion, ",
            "{kind: completion, answered: [GRADUATION_EVENT], ",
            "completion.answered"));
    all.add(laid("an unknown name", "[consent, cl", "[concent, cl", "waiver.unknown"));
    return all;
  }

  private static BrokenPack read(String name, String find, String put, String code) {
    return read(name, find, put, code, lineOf(find));
  }

  private static BrokenPack read(String name, String find, String put, String code, int line) {
    return made(name, find, put, code, line, false);
  }

  private static BrokenPack laid(String name, String find, String put, String code) {
    return made(name, find, put, code, lineOf(find), true);
  }

  private static BrokenPack made(
      String name, String find, String put, String code, int line, boolean laid) {
    if (!WHOLE.contains(find)) {
      throw new IllegalArgumentException(find);
    }
    return new BrokenPack(name, WHOLE.replace(find, put), code, line, laid);
  }

  private static int lineOf(String find) {
    return (int) WHOLE.substring(0, WHOLE.indexOf(find)).lines().count()
        + (atLineStart(find) ? 1 : 0);
  }

  private static boolean atLineStart(String find) {
    int at = WHOLE.indexOf(find);
    return at == 0 || WHOLE.charAt(at - 1) == '\n';
  }
}
