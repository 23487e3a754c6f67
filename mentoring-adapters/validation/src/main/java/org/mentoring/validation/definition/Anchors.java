package org.mentoring.validation.definition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.programme.CompletionTerms;

/** Where the parts that a definition's own check names by their ids stand in its draft. */
final class Anchors {
  private final Map<String, String> paths = new HashMap<>();
  private final Set<String> declared = new HashSet<>();
  private final Set<String> demanded = new HashSet<>();

  private Anchors() {}

  /**
   * The parts of a pack.
   *
   * @param prefix of their anchors
   * @param at the path before theirs
   */
  static Anchors of(RulePackDraft draft, String prefix, String at) {
    Anchors anchors = new Anchors();
    anchors.pack(draft, prefix, at);
    return anchors;
  }

  private void pack(RulePackDraft draft, String prefix, String at) {
    each(
        draft.vocabulary(),
        at + "vocabulary",
        (one, oneAt) -> add(prefix + "vocabulary:" + one.code(), oneAt, null));
    each(
        draft.rules(),
        at + "rules",
        (one, oneAt) -> add(prefix + "rule:" + one.code(), oneAt, null));
    each(
        draft.benchmarks(),
        at + "benchmarks",
        (one, oneAt) -> add(prefix + "benchmark:" + one.code(), oneAt, null));
  }

  Anchors(ProgrammeDefinitionDraft draft) {
    each(
        draft.packs(),
        "packs",
        (one, at) -> pack(one, "pack:" + one.id() + "@" + one.version() + "/", at + "."));
    each(draft.standards(), "standards", (one, at) -> add("standard:" + one.id(), at, one.id()));
    each(draft.phases(), "phases", (one, at) -> add("phase:" + one.id(), at, one.id()));
    each(
        draft.vocabulary(),
        "vocabulary",
        (one, at) -> add("vocabulary:" + one.code(), at, one.code()));
    each(
        draft.scales(),
        "scales",
        (one, at) -> add("scale:" + one.attribute(), at, one.attribute()));
    each(
        draft.neighbours(),
        "neighbours",
        (one, at) -> add("neighbours:" + one.attribute(), at, null));
    each(draft.places(), "places", (one, at) -> add("places:" + one.attribute(), at, null));
    if (draft.attributes() != null) {
      declared.addAll(draft.attributes());
    }
    each(draft.practices(), "practices", this::practice);
    each(draft.records(), "records", this::record);
    each(draft.calendars(), "calendars", (one, at) -> add("calendar:" + one.id(), at, one.id()));
    each(draft.activities(), "activities", this::activity);
    each(draft.incidents(), "incidents", this::incident);
    if (draft.waivers() != null) {
      add("waivers/never", "waivers.never", null);
    }
    RetentionDraft retention = draft.retention();
    if (retention != null) {
      each(
          retention.rules(),
          "retention.rules",
          (one, at) -> add("retention:" + one.id(), at, one.id()));
    }
    CentreDraft centre = draft.centre();
    if (centre != null) {
      requirements("centre", centre.requirements(), centre.path(), "centre");
      each(
          centre.models(),
          "centre.models",
          (one, at) -> add("centre/model:" + one.id(), at, one.id()));
      cadences("centre/cadence:", centre.cadences(), "centre.cadences");
    }
  }

  /**
   * The path of an anchor, or null if the draft has no such part; of two parts alike, the later
   * one.
   */
  @Nullable String pathOf(String anchor) {
    return paths.get(anchor);
  }

  /** Whether the draft declares this id or code, rightly or not. */
  boolean declares(@Nullable String name) {
    return declared.contains(name);
  }

  /** Whether a completion of the draft asks for what bears this name, rightly or not. */
  boolean demands(@Nullable String name) {
    return demanded.contains(name);
  }

  private void practice(PracticeDraft practice, String at) {
    String anchor = "practice:" + practice.id();
    add(anchor, at, practice.id());
    add(anchor + "/models", at + ".models", null);
    each(practice.parties(), at + ".parties", (party, partyAt) -> party(anchor, party, partyAt));
    MatchingDraft matching = practice.matching();
    if (matching != null) {
      matching(anchor, matching, at + ".matching");
    }
    MentorshipDraft mentorship = practice.mentorship();
    if (mentorship != null) {
      mentorship(anchor, mentorship, at + ".mentorship");
    }
    cadences(anchor + "/cadence:", practice.cadences(), at + ".cadences");
    CompletionDraft completion = practice.completion();
    if (completion != null) {
      completion(anchor, completion, at + ".completion");
    }
  }

  private void matching(String practice, MatchingDraft matching, String at) {
    each(
        matching.hard(),
        at + ".hard",
        (one, oneAt) -> add(practice + "/criterion:" + one.id(), oneAt, one.id()));
    each(
        matching.soft(),
        at + ".soft",
        (one, oneAt) -> add(practice + "/criterion:" + one.id(), oneAt, one.id()));
    each(
        matching.emphases(),
        at + ".emphases",
        (one, oneAt) ->
            add(practice + "/emphasis:" + one.circumstance(), oneAt + ".criterion", null));
    each(
        matching.shares(),
        at + ".shares",
        (one, oneAt) ->
            add(practice + "/share:" + one.attribute() + "=" + one.value(), oneAt, null));
    for (String part : List.of("proposing", "group", "team", "coordinator-load", "together")) {
      add(practice + "/" + part, at + "." + part, null);
    }
  }

  private void party(String practice, PartyDraft party, String at) {
    String anchor = practice + "/party:" + party.position();
    add(anchor, at, party.position() == null ? null : party.position().name());
    requirements(practice, party.requirements(), null, at);
    requirements(anchor, null, party.path(), at);
  }

  private void requirements(
      String anchor,
      @Nullable List<RequirementDraft> requirements,
      @Nullable List<StepDraft> path,
      String at) {
    each(
        requirements,
        at + ".requirements",
        (one, oneAt) -> add(anchor + "/requirement:" + one.id(), oneAt, one.id()));
    each(path, at + ".path", (one, oneAt) -> step(anchor + "/step:" + one.id(), oneAt, null));
  }

  private void mentorship(String practice, MentorshipDraft mentorship, String at) {
    each(
        mentorship.path(),
        at + ".path",
        (one, oneAt) -> step(practice + "/taken:" + one.id(), oneAt, one.id()));
    each(
        mentorship.ladder(),
        at + ".ladder",
        (one, oneAt) -> add(practice + "/rung:" + one.id(), oneAt, one.id()));
    each(
        mentorship.silences(),
        at + ".silences",
        (one, oneAt) -> add(practice + "/silence:" + one.party(), oneAt, null));
  }

  private void step(String anchor, String at, @Nullable String name) {
    add(anchor, at, name);
    add(anchor + "/rests-on", at + ".rests-on", null);
  }

  private void completion(String practice, CompletionDraft completion, String at) {
    names(completion.requires(), null);
    names(completion.answered(), null);
    names(completion.jointBy(), CompletionTerms.SUMMING_UP);
    names(completion.exitInterviews(), CompletionTerms.EXIT_INTERVIEW);
    for (String part :
        List.of("requires", "joint-by", "exit-interviews", "after-phase", "answered")) {
      add(practice + "/completion/" + part, at + "." + part, null);
    }
    each(
        completion.endings(),
        at + ".endings",
        (one, oneAt) -> add(practice + "/ending:" + one.reason(), oneAt, one.reason()));
    cadences(practice + "/follow-up:", completion.followUp(), at + ".follow-up");
  }

  /** What a completion asks for, as a waiver names it: of each party, and all that it gives. */
  private void names(@Nullable List<String> asked, @Nullable Code kind) {
    if (asked != null) {
      for (String one : asked) {
        demanded.add(one);
        demanded.add(kind == null ? one : kind + "." + one);
      }
    }
  }

  private void cadences(String prefix, @Nullable List<CadenceDraft> cadences, String at) {
    Map<String, Integer> seen = new HashMap<>();
    each(
        cadences,
        at,
        (one, oneAt) -> {
          if (one.id() != null) {
            add(prefix + one.id(), oneAt, one.id());
          }
          String due = String.valueOf(one.due());
          String anchor = prefix + due + "#" + seen.merge(due, 1, Integer::sum);
          for (String part :
              List.of(
                  "due",
                  "by",
                  "owed-for",
                  "every",
                  "attended-by",
                  "below-age",
                  "skips",
                  "with",
                  "item")) {
            add(anchor + "/" + part, oneAt + "." + part, null);
          }
        });
  }

  private void record(RecordDraft record, String at) {
    String anchor = "record:" + record.id();
    add(anchor, at, record.id());
    add(anchor + "/total", at + ".total", null);
    each(
        record.items(),
        at + ".items",
        (one, oneAt) -> add(anchor + "/item:" + one.id(), oneAt, null));
  }

  private void activity(ActivityDraft activity, String at) {
    String anchor = "activity:" + activity.kind();
    add(anchor, at, activity.kind());
    for (String part :
        List.of(
            "record",
            "most-pairs",
            "joint",
            "mode",
            "answers",
            "rests-on",
            "enters",
            "opens",
            "practices")) {
      add(anchor + "/" + part, at + "." + part, null);
    }
  }

  private void incident(IncidentDraft incident, String at) {
    String anchor = "incident:" + incident.id();
    add(anchor, at, incident.id());
    add(anchor + "/kinds", at + ".kinds", null);
    each(
        incident.steps(),
        at + ".steps",
        (one, oneAt) -> add(anchor + "/step:" + one.id(), oneAt, one.id()));
  }

  private void add(String anchor, String path, @Nullable String name) {
    paths.put(anchor, path);
    if (name != null) {
      declared.add(name);
    }
  }

  private interface Visitor<T> {
    void visit(T value, String path);
  }

  private static <T> void each(@Nullable List<T> values, String path, Visitor<T> visitor) {
    if (values != null) {
      for (int i = 0; i < values.size(); i++) {
        if (values.get(i) != null) {
          visitor.visit(values.get(i), path + "[" + i + "]");
        }
      }
    }
  }
}
