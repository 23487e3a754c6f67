package org.mentoring.year.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Items of the definitions that no test of their requirement notices alone, each with why. */
final class ExcusedItems {
  private static final Map<String, List<String>> EXCUSED =
      Map.ofEntries(
          // Shells: what they hold is left out item by item, and that there is nothing else to ask
          // is what they say.
          Map.entry("S0-07", List.of("CompletionTerms")),
          Map.entry("S0-09", List.of("PartyTerms MENTEE", "PartyTerms MENTOR")),
          Map.entry(
              "S0-10",
              List.of(
                  "Practice school-family",
                  "PartyTerms MENTEE",
                  "PartyTerms MENTOR",
                  "PartyTerms CHILD",
                  "PartyTerms TEACHER")),
          Map.entry(
              "S0-14",
              List.of("Practice individual-support", "PartyTerms MENTEE", "PartyTerms MENTOR")),
          // A phase that allows nothing: its days are as closed as those of no phase.
          Map.entry("S0-02", List.of("Phase preparatory")),
          Map.entry("S0-06", List.of("PartyTerms MENTEE", "PartyTerms MENTOR")),
          // A practice is never left out whole: what it asks has citations of its own.
          Map.entry("S0-01", List.of("Practice peer")),
          Map.entry("S1-01", List.of("Practice own-centre", "Practice with-ngo")),
          Map.entry(
              "S4-01", List.of("Practice traditional", "Practice reverse", "Practice partnership")),
          // Shells: who holds which position is asked by requirements of other citations.
          Map.entry(
              "S3-02",
              List.of(
                  "PartyTerms ALUMNUS",
                  "PartyTerms MENTOR",
                  "PartyTerms TUTOR",
                  "PartyTerms COORDINATOR")),
          // Shells: their steps are left out one by one; who agrees and pauses are choices.
          Map.entry("S1-03", List.of("MentorshipTerms", "MentorshipTerms")),
          // They give a register its name; who stands in it is told without one.
          Map.entry("S1-02", List.of("RecordTerms mentees", "RecordTerms mentors")),
          Map.entry(
              "S3-06",
              List.of(
                  "RecordTerms alumni-club",
                  "RecordTerms territorial-groups",
                  "RecordTerms communities")),
          // A shell: what it holds has citations of its own and is left out item by item; its kinds
          // of participant are plain values that the registration of people decides.
          Map.entry("S1-04", List.of("PartyTerms MENTEE", "PartyTerms MENTEE")),
          Map.entry("S1-05", List.of("PartyTerms MENTOR", "PartyTerms MENTOR")),
          Map.entry("S3-01", List.of("PartyTerms MENTEE", "PartyTerms MENTEE")),
          Map.entry("S3-05", List.of("PartyTerms MENTOR")),
          Map.entry("S3-07", List.of("CentreTerms")),
          Map.entry("S4-05", List.of("Practice navigators")),
          Map.entry("S2-01", List.of("Practice adolescents", "PartyTerms MENTEE")),
          Map.entry("S2-04", List.of("PartyTerms MENTOR")),
          // Likewise: who agrees, pauses and silences are choices and of other sources.
          Map.entry("S2-07", List.of("MentorshipTerms")),
          // Likewise: how events plan pairs is an item of its own, the policy is a choice.
          Map.entry("S2-06", List.of("MatchingPlan STABLE")),
          // Anybody records it, and the completion that asks for it keeps the kind itself there.
          Map.entry("S1-10", List.of("ActivityTerms SUMMING_UP")));

  /** Codes that only parts carry which are never left out whole. */
  private static final Set<String> WHOLLY = Set.of("S0-01", "S3-02", "S4-01");

  private ExcusedItems() {}

  static boolean isWholly(String code) {
    return WHOLLY.contains(code);
  }

  /** By type and name, as the knock-out names them. */
  static List<String> of(String code) {
    return EXCUSED.getOrDefault(code, List.of());
  }
}
