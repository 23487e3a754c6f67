package org.mentoring.programme;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.participant.Position;
import org.mentoring.programme.ActivityTerms.About;
import org.mentoring.programme.ActivityTerms.Shape;
import org.mentoring.programme.Cadence.OwedFor;

/**
 * The references between the parts of a definition that say how mentorships and centres live. What
 * is due or asked for must be a kind of activity, as far as the definition declares such kinds:
 * definitions that declare none keep as valid as they were.
 */
final class LifeCheck {
  /** Due without being an activity: trainings are facts about people. */
  private static final Code IN_SERVICE_TRAINING = Code.of("IN_SERVICE_TRAINING");

  private static final SortedSet<String> POSITIONS =
      names(Stream.of(Position.values()).map(Position::name));

  /** Periods of months and of days are compared as they fall from this day. */
  private static final LocalDate YARDSTICK = LocalDate.of(2021, 1, 1);

  private final DefinitionCheck.Parts parts;
  private final FoundProblems found;
  private final Map<Code, ActivityTerms> kinds = new HashMap<>();
  private final SortedSet<String> calendars;

  LifeCheck(DefinitionCheck.Parts parts, FoundProblems found) {
    this.parts = parts;
    this.found = found;
    parts.activities().forEach(terms -> kinds.putIfAbsent(terms.kind(), terms));
    calendars = names(parts.calendars().stream().map(DayCalendar::id));
  }

  void all() {
    activities();
    new BudgetCheck(found).all(parts.records());
    found.once("calendars", parts.calendars().stream().map(DayCalendar::id), "calendar:");
    incidents();
    RestsOnCheck restsOn = new RestsOnCheck(kinds, found);
    for (Practice practice : parts.practices()) {
      String at = "practice:" + practice.id();
      for (PartyTerms party : practice.parties()) {
        party
            .path()
            .forEach(
                step -> restsOn.of(at + "/party:" + party.position() + "/step:" + step.id(), step));
      }
      MentorshipTerms mentorship = practice.mentorship();
      if (mentorship != null) {
        MentorshipPathCheck.of(at, mentorship, restsOn, found);
      }
      found.once(
          "cadences",
          practice.cadences().stream().map(Cadence::id).filter(Objects::nonNull),
          at + "/cadence:");
      cadences(at + "/cadence:", practice.cadences(), OwedFor.MENTORSHIP);
      CompletionTerms completion = practice.completion();
      if (completion != null) {
        completion(at, completion);
      }
      models(at, practice);
      asked(practice);
    }
    CentreTerms centre = parts.centre();
    if (centre != null) {
      centre.path().forEach(step -> restsOn.of("centre/step:" + step.id(), step));
      found.once("models", centre.models().stream().map(OrganisationalModel::id), "centre/model:");
      cadences("centre/cadence:", centre.cadences(), OwedFor.CENTRE);
    }
    waivers();
  }

  private void models(String at, Practice practice) {
    CentreTerms centre = parts.centre();
    SortedSet<String> known =
        names(
            centre == null
                ? Stream.empty()
                : centre.models().stream().map(OrganisationalModel::id));
    for (String model : practice.models()) {
      if (!known.contains(model)) {
        found.unknown("model.unknown", at + "/models", model, known);
      }
    }
  }

  private void activities() {
    SortedSet<String> records = names(parts.records().stream().map(RecordTerms::id));
    found.once("records", parts.records().stream().map(RecordTerms::id), "record:");
    found.once(
        "activities", parts.activities().stream().map(one -> one.kind().value()), "activity:");
    for (ActivityTerms terms : parts.activities()) {
      String at = "activity:" + terms.kind();
      String record = terms.record();
      if (record != null && !records.contains(record)) {
        found.unknown("record.unknown", at + "/record", record, records);
      }
      fits(at, "record", record != null, terms, Shape.ENTRY, Shape.EVENT);
      fits(at, "most-pairs", terms.mostPairs() != null, terms, Shape.EVENT);
      fits(at, "joint", terms.joint(), terms, Shape.EVENT);
      fits(at, "mode", terms.mode() != null, terms, Shape.EVENT, Shape.MEETING);
      fits(at, "answers", terms.answers() != null, terms, Shape.ENTRY, Shape.EVENT);
      Code answers = terms.answers();
      if (answers != null && !answerable(terms, kinds.get(answers))) {
        found.add(
            "activity.answers",
            at + "/answers",
            Map.of("found", answers.value(), "kind", terms.kind().value()));
      }
      for (Code ground : terms.restsOn()) {
        if (!bears(terms, ground)) {
          found.add(
              "activity.rests-on",
              at + "/rests-on",
              Map.of("found", ground.value(), "kind", terms.kind().value()));
        }
      }
      Code enters = terms.enters();
      if (enters != null && (terms.shape() != Shape.ENTRY || terms.about() != About.PARTICIPANT)) {
        found.add(
            "activity.enters",
            at + "/enters",
            Map.of("found", enters.value(), "kind", terms.kind().value()));
      }
      opens(at, terms);
      practices(at, terms);
    }
  }

  private void opens(String at, ActivityTerms terms) {
    boolean ofSomebody = terms.shape() == Shape.ENTRY && terms.about() == About.PARTICIPANT;
    SortedSet<String> items = items(terms);
    for (Position position : terms.opens()) {
      if (!ofSomebody || !items.contains(ActivityTerms.item(position))) {
        found.add(
            "activity.opens",
            at + "/opens",
            Map.of(
                "found", position.name(),
                "item", ActivityTerms.item(position),
                "kind", terms.kind().value()));
      }
    }
  }

  private void practices(String at, ActivityTerms terms) {
    if (!terms.practices().isEmpty() && terms.about() != About.MENTORSHIP) {
      found.add(
          "activity.practices",
          at + "/practices",
          Map.of("found", terms.about().name(), "kind", terms.kind().value()));
    }
    SortedSet<String> known = names(parts.practices().stream().map(Practice::id));
    for (String practice : terms.practices()) {
      if (!known.contains(practice)) {
        found.unknown("activity.practice-unknown", at + "/practices", practice, known);
      }
    }
  }

  /** What a practice waits for must be recorded in it. */
  private void asked(Practice practice) {
    SortedSet<Code> asked = new TreeSet<>();
    practice.cadences().forEach(cadence -> asked.add(cadence.due()));
    MentorshipTerms mentorship = practice.mentorship();
    if (mentorship != null) {
      mentorship.path().forEach(step -> asked.addAll(step.restsOn()));
    }
    CompletionTerms completion = practice.completion();
    if (completion != null) {
      asked.addAll(completion.requires());
      completion.followUp().forEach(cadence -> asked.add(cadence.due()));
      if (!completion.jointBy().isEmpty()) {
        asked.add(CompletionTerms.SUMMING_UP);
      }
      if (!completion.exitInterviews().isEmpty()) {
        asked.add(CompletionTerms.EXIT_INTERVIEW);
      }
    }
    for (Code kind : asked) {
      ActivityTerms terms = kinds.get(kind);
      if (terms != null
          && !terms.practices().isEmpty()
          && !terms.practices().contains(practice.id())) {
        found.add(
            "activity.practice-asks",
            "activity:" + kind + "/practices",
            Map.of("kind", kind.value(), "practice", practice.id()));
      }
    }
  }

  /** Whether records of the ground can be there first, of the same subject or attended by it. */
  private boolean bears(ActivityTerms terms, Code ground) {
    ActivityTerms first = kinds.get(ground);
    return first != null
        && (first.about() == terms.about()
            || (terms.about() == About.PARTICIPANT && first.shape() == Shape.EVENT))
        && !leadsTo(terms.kind(), List.of(ground), new HashSet<>());
  }

  /** Whether one of the kinds is this one, or rests on it at once or over others. */
  private boolean leadsTo(Code kind, List<Code> from, Set<Code> seen) {
    for (Code each : from) {
      ActivityTerms terms = kinds.get(each);
      if (each.equals(kind)
          || (terms != null && seen.add(each) && leadsTo(kind, terms.restsOn(), seen))) {
        return true;
      }
    }
    return false;
  }

  /** One kind answers another about the same, item by item of the same record. */
  private static boolean answerable(ActivityTerms terms, @Nullable ActivityTerms asked) {
    return asked != null
        && !asked.kind().equals(terms.kind())
        && asked.about() == terms.about()
        && Objects.equals(asked.record(), terms.record());
  }

  /** A key that a kind of this shape could never meet would be said in vain. */
  private void fits(String at, String key, boolean said, ActivityTerms terms, Shape... shapes) {
    if (said && !List.of(shapes).contains(terms.shape())) {
      found.add(
          "activity.shape",
          at + "/" + key,
          Map.of(
              "found", terms.shape().name(),
              "key", key,
              "allowed", Stream.of(shapes).map(Shape::name).collect(Collectors.joining(", "))));
    }
  }

  private void incidents() {
    found.once("incidents", parts.incidents().stream().map(IncidentProcedure::id), "incident:");
    Map<Code, String> claimed = new HashMap<>();
    for (IncidentProcedure procedure : parts.incidents()) {
      String at = "incident:" + procedure.id();
      for (Code kind : procedure.kinds()) {
        String other = claimed.putIfAbsent(kind, procedure.id());
        if (other != null && !other.equals(procedure.id())) {
          found.add(
              "incident.kind-twice", at + "/kinds", Map.of("found", kind.value(), "other", other));
        }
      }
      found.once(
          "steps", procedure.steps().stream().map(IncidentProcedure.Step::id), at + "/step:");
      for (IncidentProcedure.Step step : procedure.steps()) {
        if (longer(step.within(), procedure.within())) {
          found.add(
              "incident.step-late",
              at + "/step:" + step.id(),
              Map.of(
                  "found", String.valueOf(step.within()),
                  "most", String.valueOf(procedure.within())));
        }
      }
    }
  }

  private static boolean longer(@Nullable Period period, @Nullable Period than) {
    return period != null && than != null && YARDSTICK.plus(period).isAfter(YARDSTICK.plus(than));
  }

  private void cadences(String prefix, List<Cadence> cadences, OwedFor usually) {
    Map<Code, Integer> seen = new HashMap<>();
    for (Cadence cadence : cadences) {
      // The same thing may be due in several ways: the second is #2.
      String at = prefix + cadence.due() + "#" + seen.merge(cadence.due(), 1, Integer::sum);
      boolean misplaced = cadence.isBesidePairs() && usually != OwedFor.CENTRE;
      if (misplaced) {
        found.add(
            "cadence.of-centres",
            at + "/owed-for",
            Map.of("found", String.valueOf(cadence.owedFor())));
      }
      if (cadence.owedFor() == OwedFor.HOLDER && !POSITIONS.contains(cadence.by().value())) {
        found.unknown("cadence.holder", at + "/by", cadence.by().value(), POSITIONS);
      }
      ActivityTerms terms = kinds.get(cadence.due());
      if (terms == null && !cadence.due().equals(IN_SERVICE_TRAINING)) {
        undeclared("cadence.not-an-activity", at + "/due", cadence.due());
      }
      OwedFor owedFor = cadence.owedFor() == null ? usually : cadence.owedFor();
      if (cadence.due().equals(IN_SERVICE_TRAINING)
          && owedFor != OwedFor.MENTOR
          && owedFor != OwedFor.MENTEE) {
        found.add("cadence.training", at + "/due", Map.of("found", owedFor.name()));
      }
      if (terms != null && !misplaced && !isLookedFor(terms, owedFor)) {
        found.add(
            "cadence.about",
            at + "/due",
            Map.of(
                "found", terms.about().name(),
                "kind", terms.kind().value(),
                "owed", owedFor.name()));
      }
      if (cadence.calendar() && isMixed(cadence.every())) {
        found.add(
            "cadence.calendar", at + "/every", Map.of("found", String.valueOf(cadence.every())));
      }
      String skips = cadence.skips();
      if (skips != null && !calendars.contains(skips)) {
        found.unknown("calendar.unknown", at + "/skips", skips, calendars);
      }
      String item = cadence.item();
      if (item != null && terms != null && !items(terms).contains(item)) {
        found.unknown("cadence.item", at + "/item", item, items(terms));
      }
      boolean eventDue =
          terms == null ? !cadence.due().equals(IN_SERVICE_TRAINING) : terms.shape() == Shape.EVENT;
      if (cadence.asksWhoCame() && !eventDue) {
        found.add(
            "cadence.attended",
            at + (cadence.attendedBy() != null ? "/attended-by" : "/below-age"),
            Map.of("kind", cadence.due().value()));
      }
      if (!cadence.with().isEmpty()
          && terms != null
          && terms.shape() != Shape.CHECK_IN
          && terms.shape() != Shape.PART) {
        found.add(
            "cadence.with",
            at + "/with",
            Map.of("found", terms.shape().name(), "kind", terms.kind().value()));
      }
    }
  }

  private SortedSet<String> items(ActivityTerms terms) {
    return names(
        parts.records().stream()
            .filter(record -> record.id().equals(terms.record()))
            .flatMap(record -> record.items().stream())
            .map(RecordTerms.Item::id));
  }

  /** Whether records of a kind can meet what is owed for somebody: who came to an event did so. */
  private static boolean isLookedFor(ActivityTerms terms, OwedFor owedFor) {
    if (owedFor == OwedFor.CENTRE || owedFor == OwedFor.HOLDER || owedFor == OwedFor.WAITING) {
      return terms.about() == About.PARTICIPANT;
    }
    return terms.shape() == Shape.EVENT
        || terms.about() == About.MENTORSHIP
        || (terms.about() == About.PARTICIPANT && owedFor != OwedFor.MENTORSHIP);
  }

  /** The calendar has months and it has weeks, but no periods of a month and a week. */
  @SuppressWarnings("JavaPeriodGetDays") // days beside months are what is looked for
  static boolean isMixed(Period every) {
    return every.toTotalMonths() != 0 && every.getDays() != 0;
  }

  private void completion(String practice, CompletionTerms completion) {
    String at = practice + "/completion";
    for (Code kind : completion.requires()) {
      ActivityTerms terms = kinds.get(kind);
      if (terms == null) {
        undeclared("completion.not-an-activity", at + "/requires", kind);
      } else if (terms.about() != About.MENTORSHIP
          && (terms.about() != About.PARTICIPANT || terms.shape() != Shape.EVENT)) {
        found.add("completion.about", at + "/requires", Map.of("found", kind.value()));
      }
    }
    for (Code kind : completion.answered()) {
      ActivityTerms terms = kinds.get(kind);
      boolean answers = kinds.values().stream().anyMatch(one -> kind.equals(one.answers()));
      if (terms == null) {
        undeclared("completion.not-an-activity", at + "/answered", kind);
      } else if (terms.about() != About.PARTICIPANT || !answers) {
        found.add("completion.answered", at + "/answered", Map.of("found", kind.value()));
      }
    }
    String phase = completion.afterPhase();
    if (phase != null) {
      afterPhase(at + "/after-phase", phase);
    }
    if (!completion.jointBy().isEmpty()) {
      part(at + "/joint-by", CompletionTerms.SUMMING_UP);
    }
    if (!completion.exitInterviews().isEmpty()) {
      part(at + "/exit-interviews", CompletionTerms.EXIT_INTERVIEW);
    }
    found.once(
        "endings",
        completion.endings().stream().map(ending -> ending.reason().value()),
        practice + "/ending:");
    cadences(practice + "/follow-up:", completion.followUp(), OwedFor.MENTORSHIP);
  }

  /** A phase that is never over would let nothing be complete. */
  private void afterPhase(String at, String phase) {
    SortedSet<String> known = names(parts.phases().stream().map(Phase::id));
    if (!known.contains(phase)) {
      found.unknown("phase.unknown", at, phase, known);
    } else if (parts.phases().stream()
        .anyMatch(each -> each.id().equals(phase) && each.when().until() == null)) {
      found.add("completion.phase-endless", at, Map.of("found", phase));
    }
  }

  /** Where parties give their parts, a kind of activity must take them. */
  private void part(String at, Code kind) {
    ActivityTerms terms = kinds.get(kind);
    boolean takes =
        terms != null && terms.shape() == Shape.PART && terms.about() == About.MENTORSHIP;
    if (!takes && !kinds.isEmpty()) {
      found.add("completion.part-missing", at, Map.of("found", kind.value()));
    }
  }

  private void undeclared(String code, String at, Code kind) {
    if (!kinds.isEmpty()) {
      found.unknown(code, at, kind.value(), names(kinds.keySet().stream()));
    }
  }

  /** What terms of waivers can name. */
  static SortedSet<String> waivable(List<Practice> practices, @Nullable CentreTerms centre) {
    SortedSet<String> known = new TreeSet<>();
    RequirementKinds.all().forEach(kind -> known.add(kind.substring(0, kind.indexOf('@'))));
    for (Practice practice : practices) {
      for (PartyTerms party : practice.parties()) {
        party.requirements().forEach(requirement -> known.add(requirement.id()));
      }
      practice.cadences().forEach(cadence -> known.add(cadence.due().value()));
      CompletionTerms completion = practice.completion();
      if (completion != null) {
        known.addAll(completion.names());
        completion.followUp().forEach(cadence -> known.add(cadence.due().value()));
      }
    }
    if (centre != null) {
      centre.requirements().forEach(requirement -> known.add(requirement.id()));
      centre.cadences().forEach(cadence -> known.add(cadence.due().value()));
    }
    return known;
  }

  private void waivers() {
    WaiverTerms waivers = parts.waivers();
    if (waivers == null) {
      return;
    }
    SortedSet<String> known = waivable(parts.practices(), parts.centre());
    for (String never : waivers.never()) {
      if (!known.contains(never)) {
        found.unknown("waiver.unknown", "waivers/never", never, known);
      }
    }
  }

  private static SortedSet<String> names(Stream<?> values) {
    return values.map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
  }
}
