package org.mentoring.year.scenario;

import java.util.List;
import java.util.Map;

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

  private ExcusedItems() {}

  /** By type and name, as the knock-out names them. */
  static List<String> of(String code) {
    return EXCUSED.getOrDefault(code, List.of());
  }
}
