package org.mentoring.rules.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.programme.RequirementKinds;

/** The rules' texts, which lie beside the compiled rules so that a hash can name them. */
public final class RuleSources {
  /** A jar cannot be asked for the files of a folder, so they are listed; a test compares. */
  static final List<String> FILES =
      List.of(
          "completion/completion.drl",
          "eligibility/consent.drl",
          "eligibility/decision.drl",
          "eligibility/order.drl",
          "eligibility/paper.drl",
          "eligibility/person.drl",
          "eligibility/selection.drl",
          "eligibility/standing.drl",
          "eligibility/training.drl",
          "incident/incident.drl",
          "matching/format.drl",
          "matching/plan.drl",
          "matching/safety.drl",
          "obligation/state.drl",
          "risk/ladder.drl",
          "risk/risk.drl",
          "wellbeing/burn-out.drl");

  private static final Pattern MARK = Pattern.compile("@kind\\(\"([a-z-]+@[0-9]+)\"\\)");

  private static final String FOLDER = "/org/mentoring/rules/";

  private RuleSources() {}

  /**
   * SHA-256 over the rules, the engine that compiled them and the kinds of requirement with their
   * versions. Line ends do not count.
   */
  public static String hash() {
    List<String> parts = new ArrayList<>();
    parts.add(PrebuiltRules.engineVersion());
    parts.addAll(RequirementKinds.all());
    for (String file : FILES) {
      parts.add(file);
      parts.add(read(file).replace("\r\n", "\n"));
    }
    return CanonicalForm.sha256(parts);
  }

  /** The semantic versions that rules are marked with, as {@code training@1}. */
  public static SortedSet<String> kinds() {
    SortedSet<String> kinds = new TreeSet<>();
    for (String file : FILES) {
      Matcher marks = MARK.matcher(read(file));
      while (marks.find()) {
        kinds.add(marks.group(1));
      }
    }
    return Collections.unmodifiableSortedSet(kinds);
  }

  private static String read(String file) {
    try (InputStream in = RuleSources.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException(
            FOLDER + file + " is missing; maybe the jar was repackaged");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(FOLDER + file + " cannot be read", e);
    }
  }
}
