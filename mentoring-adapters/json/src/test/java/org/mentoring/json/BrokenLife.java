package org.mentoring.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mentoring.json.document.DocumentFormat;

/** Definitions with exactly one fault in what they say of the life of mentorships and centres. */
final class BrokenLife {
  /** What {@link BrokenDefinition#WHOLE} says of reports, and all that may follow. */
  static final String WHOLE =
      BrokenDefinition.WHOLE.replace(
          """
              cadences:
                - {due: MENTOR_REPORT, by: MENTOR, every: P2W, cite: X-6}
          """,
          """
              mentorship:
                path:
                  - {id: assignment, stage: ASSIGNMENT, owner: COORDINATOR, title: {en: a, ru: а}, cite: X-9}
                  - {id: start, stage: START, after: [assignment], owner: COORDINATOR, title: {en: b, ru: б}, cite: X-9}
                  - {id: support, after: [start], rests-on: [GRADUATION_EVENT], owner: COORDINATOR, title: {en: c, ru: в}, cite: X-9}
                silences:
                  - {party: MENTOR, longer-than: P3W, cite: X-9}
                ladder:
                  - {id: warning, title: {en: d, ru: г}, cite: X-9}
                  - {id: parting, ends: true, title: {en: e, ru: д}, cite: X-9}
                rematch: {asked-by: [GUARDIAN], child-from-age: 14, cite: X-9}
                cite: X-9
              models: [own]
              cadences:
                - {due: MENTOR_REPORT, by: MENTOR, every: P2W, cite: X-6, id: reports}
                - {due: CHECK_IN, by: COORDINATOR, every: P1M, times: 2, duration: P1M, with: [MENTEE], cite: X-6}
                - {due: CHECK_IN, by: COORDINATOR, every: P1M, after: P1M, with: [MENTOR], skips: holidays, cite: X-6}
              completion:
                requires: [GRADUATION_EVENT]
                joint-by: [MENTEE, MENTOR]
                exit-interviews: [MENTOR]
                endings:
                  - {reason: MOVED, as-completed: true, at-least: P6M, cite: X-9}
                cite: X-9
          centre:
            requirements:
              - {id: form, kind: documents, kinds: [APPLICATION_FORM], cite: X-10}
              - {id: module, kind: course, course: PREPARATION, cite: X-10}
              - {id: form-first, kind: order, requirement: module, after: [form], title: {en: f, ru: е}, cite: X-10}
            path:
              - {id: opening, needs: [form], cite: X-10}
            models:
              - {id: own, title: {en: g, ru: ж}, cite: X-10}
            cadences:
              - {due: GRADUATION_EVENT, by: MENTORING_CENTRE, every: P1Y, cite: X-10}
            cite: X-10
          records:
            - {id: awards, kind: AWARD, title: {en: h, ru: з}, cite: X-11}
            - id: budget
              kind: BUDGET
              title: {en: t, ru: ф}
              items:
                - {id: speakers, title: {en: u, ru: х}, amount: 100000, cost: {price: 20000, units: 5, own: 10000, requested: 90000}}
                - {id: bank, title: {en: v, ru: ц}, amount: 2600, cost: {price: 2600, units: 1, own: 0, requested: 2600}}
              total: 102600
              cite: X-11
          activities:
            - {kind: MENTOR_REPORT, shape: REPORT, about: MENTORSHIP, title: {en: i, ru: и}, cite: X-12}
            - {kind: CHECK_IN, shape: CHECK_IN, about: MENTORSHIP, title: {en: j, ru: к}, cite: X-12}
            - {kind: GRADUATION_EVENT, shape: EVENT, about: PARTICIPANT, most-pairs: 10, title: {en: k, ru: л}, cite: X-12}
            - {kind: SUMMING_UP, shape: PART, about: MENTORSHIP, title: {en: l, ru: м}, cite: X-12}
            - {kind: EXIT_INTERVIEW, shape: PART, about: MENTORSHIP, title: {en: m, ru: н}, cite: X-12}
            - {kind: AWARD, shape: ENTRY, about: PROGRAMME, record: awards, title: {en: n, ru: о}, cite: X-12}
          calendars:
            - {id: holidays, title: {en: o, ru: п}, days: [{from: 2021-01-01, until: 2021-01-10}, {from: 2021-06-01, until: 2021-09-01}], cite: X-13}
          incidents:
            - id: children
              kinds: [CHILD_CRISIS]
              responsible: CENTRE_HEAD
              within: P2W
              steps:
                - {id: safe, owner: CENTRE_HEAD, within: P1D, title: {en: p, ru: р}}
              title: {en: q, ru: с}
              cite: X-14
            - {id: mentors, kinds: [MENTOR_CRISIS], responsible: CENTRE_HEAD, title: {en: r, ru: т}, cite: X-14}
          waivers: {authorities: [COORDINATOR], never: [consent, clearance, training], longest: P6M, cite: X-15}
          phases:
            - {id: open-ended, title: {en: s, ru: у}, when: {from: 2021-01-01}, cite: X-16}
          """);

  private BrokenLife() {}

  static List<BrokenDefinition> all() {
    return List.of(
        // Mentorships.
        changed(
            "a step after none that is there", "after: [start]", "after: [begin]", "step.unknown"),
        changed("a step after itself", "after: [start]", "after: [support]", "step.circle"),
        changed(
            "a step twice",
            "{id: support, after: [start]",
            "{id: start, after: [assignment]",
            "id.twice"),
        changed(
            "a step that rests on nothing on record",
            "rests-on: [GRADUATION_EVENT]",
            "rests-on: [WORKSHOP]",
            "step.not-an-activity"),
        changed(
            "a step that rests on something about the programme",
            "rests-on: [GRADUATION_EVENT]",
            "rests-on: [AWARD]",
            "step.about"),
        changed(
            "an assignment that rests on what comes after it",
            "{id: assignment, stage: ASSIGNMENT,",
            "{id: assignment, stage: ASSIGNMENT, rests-on: [CHECK_IN],",
            "step.about"),
        changed(
            "a party's step that rests on a mentorship",
            "{id: opening, needs: [form],",
            "{id: opening, rests-on: [CHECK_IN],",
            "step.about"),
        changed(
            "a step by requirements that rests on an activity",
            "needs: [form],",
            "needs: [form], rests-on: [GRADUATION_EVENT],",
            "step.rests-in-vain"),
        changed(
            "a stage twice", "{id: support,", "{id: support, stage: START,", "step.stage-twice"),
        changed(
            "the summing-up before the start",
            "{id: assignment, stage: ASSIGNMENT",
            "{id: assignment, stage: COMPLETION",
            "step.stage-order",
            1),
        changed("a stage that is none", "stage: START", "stage: BEGIN", "shape.not-choice"),
        changed(
            "silence of somebody else", "{party: MENTOR,", "{party: COORDINATOR,", "silence.party"),
        changed(
            "silence of no length", "longer-than: P3W", "longer-than: P0D", "period.notPositive"),
        changed("a rung twice", "{id: parting,", "{id: warning,", "id.twice"),
        changed(
            "a rung after the end",
            "{id: warning,",
            "{id: warning, ends: true,",
            "rung.after-end",
            1),
        changed("nobody asks for a rematch", "asked-by: [GUARDIAN]", "asked-by: []", "list.empty"),
        changed("an age of no child", "child-from-age: 14", "child-from-age: 151", "number.most"),
        // What is due.
        changed(
            "what nothing can meet",
            "{due: MENTOR_REPORT, by",
            "{due: FOLLOW_UP_REPORT, by",
            "cadence.not-an-activity"),
        changed(
            "a cadence id twice",
            "skips: holidays, cite: X-6",
            "skips: holidays, cite: X-6, id: reports",
            "id.twice"),
        changed("an unknown calendar", "skips: holidays", "skips: holiday", "calendar.unknown"),
        changed(
            "with whom where that is not told",
            "every: P2W, cite",
            "every: P2W, with: [MENTOR], cite",
            "cadence.with"),
        changed(
            "who came to what is no event",
            "every: P2W, cite",
            "every: P2W, attended-by: MENTEE, cite",
            "cadence.attended"),
        changed(
            "a timing that is none",
            "every: P1Y,",
            "every: P1Y, timing: BEFORE,",
            "shape.not-choice"),
        changed(
            "a centre owes what is about mentorships",
            "- {due: GRADUATION_EVENT, by",
            "- {due: MENTOR_REPORT, by",
            "cadence.about"),
        changed(
            "training of a mentorship",
            "- {due: MENTOR_REPORT, by",
            "- {due: IN_SERVICE_TRAINING, by",
            "cadence.training"),
        changed(
            "a month and a week of the calendar",
            "every: P1Y,",
            "every: P1M1W, calendar: true,",
            "cadence.calendar"),
        // Lengths and numbers that make no sense.
        changed(
            "a first period of no length",
            "every: P1M, after: P1M,",
            "every: P1M, after: P0D,",
            "period.notPositive"),
        changed(
            "a grace of no length",
            "every: P2W, cite",
            "every: P2W, grace: P0W, cite",
            "period.notPositive"),
        changed("a series of no length", "duration: P1M", "duration: P0M", "period.notPositive"),
        changed("a cadence of no length", "every: P1Y,", "every: P0Y,", "period.notPositive"),
        changed(
            "a cadence that is due no time",
            "times: 2, duration",
            "times: 0, duration",
            "number.least"),
        changed("a negative cadence", "every: P1Y,", "every: P-1Y,", "shape.not-period"),
        changed(
            "a buffer of no length",
            "child-from-age: 14",
            "child-from-age: 14, buffer: P0D",
            "period.notPositive"),
        changed(
            "a rung that lasts no time",
            "{id: warning,",
            "{id: warning, lasts: P0D,",
            "period.notPositive"),
        changed("completed after no time", "at-least: P6M", "at-least: P0M", "period.notPositive"),
        changed(
            "an incident to be closed at once", "within: P2W", "within: P0D", "period.notPositive"),
        changed(
            "a step of an algorithm without time",
            "within: P1D",
            "within: P0D",
            "period.notPositive"),
        changed("waivers of no length", "longest: P6M", "longest: P0M", "period.notPositive"),
        changed(
            "a mentorship that may be complete at once",
            "requires: [GRADUATION_EVENT]",
            "at-least: P0D\n      requires: [GRADUATION_EVENT]",
            "period.notPositive"),
        changed(
            "a mentorship that may never pause",
            "rematch: {asked-by",
            "longest-pause: P0D\n      rematch: {asked-by",
            "period.notPositive"),
        changed(
            "an award of less than nothing",
            "{id: awards, kind: AWARD,",
            "{id: awards, kind: AWARD, items: [{id: one, title: {en: s, ru: у}, amount: -1}],",
            "number.least"),
        // Completion.
        changed(
            "completion by nothing on record",
            "requires: [GRADUATION_EVENT]",
            "requires: [WORKSHOP]",
            "completion.not-an-activity"),
        changed(
            "completion by something about the programme",
            "requires: [GRADUATION_EVENT]",
            "requires: [AWARD]",
            "completion.about"),
        changed(
            "completion with a phase that nobody declared",
            "requires: [GRADUATION_EVENT]",
            "after-phase: spring\n      requires: [GRADUATION_EVENT]",
            "phase.unknown"),
        changed(
            "completion with a phase that never ends",
            "requires: [GRADUATION_EVENT]",
            "after-phase: open-ended\n      requires: [GRADUATION_EVENT]",
            "completion.phase-endless"),
        changed(
            "a joint act without parts",
            "{kind: SUMMING_UP, shape: PART",
            "{kind: SUMMING_UP, shape: REPORT",
            "completion.part-missing",
            "joint-by:"),
        changed(
            "interviews without parts",
            "{kind: EXIT_INTERVIEW, shape: PART",
            "{kind: EXIT_INTERVIEW, shape: REPORT",
            "completion.part-missing",
            "exit-interviews:"),
        changed(
            "an ending twice",
            "- {reason: MOVED,",
            "- {reason: MOVED, cite: X-9}\n        - {reason: MOVED,",
            "id.twice",
            1),
        // Centres.
        changed(
            "a centre's requirement twice",
            "{id: form-first, kind",
            "{id: module, kind",
            "id.twice"),
        changed("a centre's unknown need", "needs: [form]", "needs: [from]", "requirement.unknown"),
        changed("an order of nothing", "after: [form]", "after: [from]", "order.unknown"),
        changed("an order of itself", "after: [form]", "after: [module]", "order.itself"),
        changed(
            "a model twice",
            "- {id: own,",
            "- {id: own, title: {en: g, ru: ж}, cite: X-10}\n    - {id: own,",
            "id.twice",
            1),
        changed("an unknown model", "models: [own]", "models: [won]", "model.unknown"),
        changed(
            "what a practice owes to whoever holds a position",
            "{due: MENTOR_REPORT, by: MENTOR, every: P2W, cite",
            "{due: MENTOR_REPORT, by: MENTOR, owed-for: WAITING, every: P2W, cite",
            "cadence.of-centres"),
        changed(
            "a duty of whoever holds what is no position",
            "{due: GRADUATION_EVENT, by: MENTORING_CENTRE, every",
            "{due: GRADUATION_EVENT, by: MENTORING_CENTRE, owed-for: HOLDER, every",
            "cadence.holder"),
        changed(
            "members of a person",
            "{id: training, kind: training, purpose: INITIAL, minutes: 480, cite: X-4}",
            "{id: training, kind: members, position: TEACHER, at-least: 2, cite: X-4}",
            "members.of-person"),
        // Activities.
        changed(
            "a ground about something else",
            "record: awards,",
            "record: awards, rests-on: [GRADUATION_EVENT],",
            "activity.rests-on"),
        changed(
            "a kind that rests on itself",
            "record: awards,",
            "record: awards, rests-on: [AWARD],",
            "activity.rests-on"),
        changed(
            "a register that the programme itself is entered in",
            "record: awards,",
            "record: awards, enters: AWARD,",
            "activity.enters"),
        changed(
            "a position that the programme itself takes",
            "record: awards,",
            "record: awards, opens: [MENTOR],",
            "activity.opens"),
        changed(
            "a practice of what is about the programme",
            "record: awards,",
            "record: awards, practices: [pairs],",
            "activity.practices"),
        changed(
            "a record of an unknown practice",
            "- {kind: MENTOR_REPORT, shape: REPORT,",
            "- {kind: MENTOR_REPORT, practices: [pairs, pears], shape: REPORT,",
            "activity.practice-unknown"),
        askedElsewhere(),
        // Budgets.
        changed("a line that is not price times units", "units: 5", "units: 6", "budget.line"),
        changed(
            "a line whose shares are not its amount", "own: 10000", "own: 1000", "budget.shares"),
        changed(
            "a budget whose lines are not its total",
            "total: 102600",
            "total: 102500",
            "budget.total"),
        changed(
            "a budget without a total",
            "    total: 102600\n",
            "",
            "budget.incomplete",
            "- id: budget"),
        changed(
            "a total of what is no budget",
            "- {id: awards, kind: AWARD,",
            "- {id: awards, kind: AWARD, total: 1,",
            "budget.elsewhere"),
        changed(
            "an answer to what is about something else",
            "record: awards,",
            "record: awards, answers: GRADUATION_EVENT,",
            "activity.answers"),
        changed(
            "an item that no record has",
            "every: P2W, cite",
            "every: P2W, item: last, cite",
            "cadence.item"),
        changed(
            "a completion that waits for answers that nothing gives",
            "requires: [GRADUATION_EVENT]",
            "answered: [GRADUATION_EVENT]\n      requires: [GRADUATION_EVENT]",
            "completion.answered"),
        changed(
            "a sign of time that is counted",
            "position: MENTOR\n",
            "position: MENTOR\n        burn-out: [{sign: UNRECOGNISED, more-than: 3, kind: AWARD, helps: [AWARD], cite: X-3}]\n",
            "burn-out.bound",
            1),
        changed(
            "a sign of load with a kind of activity",
            "position: MENTOR\n",
            "position: MENTOR\n        burn-out: [{sign: LOAD, more-than: 3, kind: AWARD, helps: [AWARD], cite: X-3}]\n",
            "burn-out.kind",
            1),
        changed("an unknown record", "record: awards", "record: award", "record.unknown"),
        changed(
            "a kind twice",
            "- {kind: MENTOR_REPORT, shape",
            "- {kind: CHECK_IN, shape: CHECK_IN, about: MENTORSHIP, title: {en: j, ru: к}, cite: X-12}\n"
                + "  - {kind: MENTOR_REPORT, shape",
            "id.twice",
            2),
        changed(
            "pairs at what is no event",
            "shape: REPORT, about",
            "shape: REPORT, most-pairs: 10, about",
            "activity.shape"),
        changed("no pairs", "most-pairs: 10", "most-pairs: 0", "number.least"),
        changed("a shape that is none", "shape: EVENT", "shape: PARTY", "shape.not-choice"),
        // Calendars, incidents, waivers.
        changed("days without an end", ", until: 2021-09-01", "", "calendar.endless"),
        changed(
            "days that overlap", "from: 2021-06-01", "from: 2021-01-05", "calendar.overlapping"),
        changed(
            "a kind of incident in two algorithms",
            "kinds: [MENTOR_CRISIS]",
            "kinds: [CHILD_CRISIS]",
            "incident.kind-twice"),
        changed("a step later than all", "within: P1D", "within: P3W", "incident.step-late"),
        changed("an algorithm twice", "{id: mentors, kinds", "{id: children, kinds", "id.twice"),
        changed(
            "an incident of an unknown kind",
            "kinds: [MENTOR_CRISIS]",
            "kinds: [MENTOR_CRYSIS]",
            "code.unknown"),
        changed(
            "a waiver of nothing",
            "never: [consent, clearance, training]",
            "never: [consent, clearence]",
            "waiver.unknown"),
        changed(
            "a waiver of the part of nobody",
            "never: [consent, clearance, training]",
            "never: [consent, SUMMING_UP.GUARDIAN]",
            "waiver.unknown"),
        changed(
            "a waiver by a name that is none",
            "never: [consent, clearance, training]",
            "never: [consent, summing_up]",
            "waiver.name-malformed"),
        changed(
            "waivers by nobody", "authorities: [COORDINATOR]", "authorities: []", "list.empty"));
  }

  private static BrokenDefinition askedElsewhere() {
    String name = "a practice that waits for what is recorded in another one";
    String text =
        changed(
                name,
                "- {kind: MENTOR_REPORT, shape: REPORT,",
                "- {kind: MENTOR_REPORT, practices: [second], shape: REPORT,")
            .replace(
                "\ncentre:\n",
                """

                  - id: second
                    title: {en: Second, ru: Второе}
                    format: PEER
                    arrangements: [INDIVIDUAL]
                    parties: []
                    cite: X-3
                centre:
                """);
    return broken(
        name, text, "activity.practice-asks", lineAt(text, text.indexOf("kind: MENTOR_REPORT")));
  }

  private static BrokenDefinition changed(String name, String from, String to, String code) {
    return changed(name, from, to, code, 0);
  }

  /**
   * @param below the fault stands so many lines below the first line of the change
   */
  private static BrokenDefinition changed(
      String name, String from, String to, String code, int below) {
    String text = changed(name, from, to);
    return broken(name, text, code, lineAt(text, WHOLE.indexOf(from)) + below);
  }

  private static BrokenDefinition changed(
      String name, String from, String to, String code, String toldAt) {
    String text = changed(name, from, to);
    return broken(name, text, code, lineAt(text, text.indexOf(toldAt)));
  }

  private static String changed(String name, String from, String to) {
    if (!WHOLE.contains(from) || WHOLE.indexOf(from) != WHOLE.lastIndexOf(from)) {
      throw new IllegalArgumentException(name + ": stands not exactly once: " + from);
    }
    return WHOLE.replace(from, to);
  }

  private static BrokenDefinition broken(String name, String text, String code, int line) {
    return new BrokenDefinition(
        name, DocumentFormat.YAML, text.getBytes(StandardCharsets.UTF_8), code, line);
  }

  private static int lineAt(String text, int at) {
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
