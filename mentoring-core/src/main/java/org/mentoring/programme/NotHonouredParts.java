package org.mentoring.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.programme.NotHonoured.What;
import org.mentoring.text.LocalizedText;

/**
 * Walks a definition and notes what this version does not act on. A part leaves this list when its
 * engine arrives.
 */
final class NotHonouredParts {
  /** After an answer of a survey that a target tells in per cent. */
  private static final String PERCENT = "-percent";

  private static final Code SURVEY = Code.of("SURVEY");

  /** Read without activities: by requirements, and by the reports on centres. */
  private static final Set<Code> READ_ANYHOW = Set.of(Code.of("REGISTER"), Code.of("REPORT"));

  /** Counted from mentorships. */
  private static final Set<Code> OF_MENTORSHIPS =
      Set.of(Code.of("MENTORSHIPS"), Code.of("MUNICIPALITIES"));

  /** Counted from events of all kinds. */
  private static final Set<Code> OF_EVENTS =
      Set.of(Code.of("EVENTS"), Code.of("EVENTS_PER_MUNICIPALITY"));

  /** Due without being an activity: trainings are facts about people. */
  private static final Code IN_SERVICE_TRAINING = Code.of("IN_SERVICE_TRAINING");

  /**
   * Acts that phases allow without being activities; mentoring begins where meetings are allowed.
   */
  private static final Set<Code> OF_PHASES = Set.of(Code.of("MATCHING"), Code.of("MEETING"));

  private static final Code SUMMING_UP = Code.of("SUMMING_UP");
  private static final Code EXIT_INTERVIEW = Code.of("EXIT_INTERVIEW");

  private final ProgrammeDefinition definition;
  private final List<NotHonoured> all = new ArrayList<>();
  private final Map<Code, LocalizedText> declared = new HashMap<>();

  NotHonouredParts(ProgrammeDefinition definition) {
    this.definition = definition;
    definition.words().forEach(term -> declared.put(term.code(), term.title()));
  }

  List<NotHonoured> all() {
    return List.copyOf(all);
  }

  void programme() {
    for (int i = 0; i < definition.under().size(); i++) {
      String name = definition.under().get(i);
      if (definition.packs().stream().noneMatch(pack -> pack.name().equals(name))) {
        note("pack", "under[" + i + "]", new What.Plain(name), Citation.CHOICE);
      }
    }
    for (int i = 0; i < definition.phases().size(); i++) {
      phase(definition.phases().get(i), "phases[" + i + "]");
    }
    for (int i = 0; i < definition.practices().size(); i++) {
      practice(definition.practices().get(i), "practices[" + i + "]");
    }
    CentreTerms centre = definition.centre();
    if (centre != null) {
      cadences("centre", "centre.cadences", centre.cadences());
    }
    for (int i = 0; i < definition.targets().size(); i++) {
      target(definition.targets().get(i), "targets[" + i + "].");
    }
    for (int i = 0; i < definition.records().size(); i++) {
      RecordTerms terms = definition.records().get(i);
      if (!READ_ANYHOW.contains(terms.kind()) && naming(terms).isEmpty()) {
        note("record", "records[" + i + "]", new What.Titled(terms.title()), terms.citation());
      }
    }
  }

  /** What a phase allows binds where it is a kind of activity, or an act of forming pairs. */
  private void phase(Phase phase, String path) {
    for (Code what : phase.allows()) {
      if (!OF_PHASES.contains(what) && definition.activity(what).isEmpty()) {
        note("phase", path, named(what), phase.citation());
      }
    }
  }

  /** Kinds of activity whose entries name the items of a record. */
  private List<ActivityTerms> naming(RecordTerms record) {
    return definition.activities().stream()
        .filter(terms -> record.id().equals(terms.record()))
        .toList();
  }

  private void target(Target target, String path) {
    for (Code figure : target.figures().keySet()) {
      if (!counted(target, figure)) {
        note("target", path + "figures." + figure, named(figure), target.citation());
      }
    }
    for (Code kind : target.counts()) {
      if (!isEvent(kind)) {
        note("target", path + "counts." + kind, named(kind), target.citation());
      }
    }
  }

  private boolean isEvent(Code kind) {
    return definition
        .activity(kind)
        .filter(terms -> terms.shape() == ActivityTerms.Shape.EVENT)
        .isPresent();
  }

  private boolean counted(Target target, Code figure) {
    if (OF_MENTORSHIPS.contains(figure) || definition.activity(figure).isPresent()) {
      return true;
    }
    if (OF_EVENTS.contains(figure)) {
      return definition.activities().stream()
          .map(ActivityTerms::kind)
          .filter(this::isEvent)
          .anyMatch(kind -> target.counts().isEmpty() || target.counts().contains(kind));
    }
    String item = figure.value().toLowerCase(Locale.ROOT).replace('_', '-');
    return definition.records().stream()
        .filter(record -> !naming(record).isEmpty())
        .anyMatch(record -> names(record, item) || answers(record, item));
  }

  private static boolean names(RecordTerms record, String item) {
    return record.items().stream().anyMatch(each -> each.id().equals(item));
  }

  private static boolean answers(RecordTerms record, String percent) {
    return record.kind().equals(SURVEY)
        && record.items().stream().skip(1).anyMatch(each -> (each.id() + PERCENT).equals(percent));
  }

  private void practice(Practice practice, String path) {
    What title = new What.Titled(practice.title());
    MatchingPlan plan = practice.matching();
    if (plan != null) {
      together(practice, plan, path, title);
    }
    cadences("cadence", path + ".cadences", practice.cadences());
    CompletionTerms completion = practice.completion();
    if (completion != null) {
      completion(completion, path + ".completion");
    }
  }

  private void completion(CompletionTerms completion, String path) {
    List<Code> asked = new ArrayList<>(completion.requires());
    asked.addAll(completion.answered());
    if (!completion.jointBy().isEmpty()) {
      asked.add(SUMMING_UP);
    }
    if (!completion.exitInterviews().isEmpty()) {
      asked.add(EXIT_INTERVIEW);
    }
    for (Code kind : asked) {
      if (definition.activity(kind).isEmpty()) {
        note("completion", path, named(kind), completion.citation());
      }
    }
    cadences("follow-up", path + ".follow-up", completion.followUp());
  }

  /** What each part of a plan can do, but not all of them at once. */
  private void together(Practice practice, MatchingPlan plan, String path, What title) {
    boolean bounds =
        plan.group() != null
            || plan.team() != null
            || !plan.shares().isEmpty()
            || plan.coordinatorLoad() != null
            || plan.together() != null;
    if (bounds && plan.policy() != MatchingPlan.Policy.OPTIMAL) {
      note(
          "with-bounds",
          path + ".matching.policy",
          new What.Named(plan.policy().name()),
          plan.citation());
    }
    if (bounds && practice.refusesCircles()) {
      note("with-bounds", path + ".circles-forbidden", title, practice.citation());
    }
    MatchingPlan.EventTerms event = plan.event();
    if (event != null && (bounds || practice.refusesCircles())) {
      note("event-with-bounds", path + ".matching.event", title, event.citation());
    }
  }

  /** What is due is watched if records of it are kept at all. */
  private void cadences(String code, String path, List<Cadence> cadences) {
    for (int i = 0; i < cadences.size(); i++) {
      Cadence cadence = cadences.get(i);
      if (definition.activity(cadence.due()).isEmpty()
          && !cadence.due().equals(IN_SERVICE_TRAINING)) {
        note(code, path + "[" + i + "]", named(cadence.due()), cadence.citation());
      }
    }
  }

  private What named(Code code) {
    LocalizedText title = declared.get(code);
    return title == null ? new What.Named(code.value()) : new What.Titled(title);
  }

  private void note(String code, String path, What what, Citation citation) {
    all.add(new NotHonoured("not-honoured." + code, path, what, citation));
  }
}
