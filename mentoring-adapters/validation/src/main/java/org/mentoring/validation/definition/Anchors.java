package org.mentoring.validation.definition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the parts that a definition's own check names by their ids stand in its draft. */
final class Anchors {
  private final Map<String, String> paths = new HashMap<>();
  private final Set<String> declared = new HashSet<>();

  Anchors(ProgrammeDefinitionDraft draft) {
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
    if (draft.attributes() != null) {
      declared.addAll(draft.attributes());
    }
    each(draft.practices(), "practices", this::practice);
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

  private void practice(PracticeDraft practice, String at) {
    String anchor = "practice:" + practice.id();
    add(anchor, at, practice.id());
    each(practice.parties(), at + ".parties", (party, partyAt) -> party(anchor, party, partyAt));
    MatchingDraft matching = practice.matching();
    if (matching != null) {
      matching(anchor, matching, at + ".matching");
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
    each(
        party.requirements(),
        at + ".requirements",
        (one, oneAt) -> add(practice + "/requirement:" + one.id(), oneAt, one.id()));
    each(
        party.path(), at + ".path", (one, oneAt) -> add(anchor + "/step:" + one.id(), oneAt, null));
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
