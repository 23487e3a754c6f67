package org.mentoring.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoring.Mentoring;
import org.mentoring.decision.Outcome;
import org.mentoring.failure.InvalidValue;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.text.Value;
import picocli.CommandLine.Option;

/** What a coordinator changes in a proposal, each with a reason. */
final class Interventions {
  @Option(names = "--lock", paramLabel = "MENTEE=MENTOR:REASON")
  List<String> locks = new ArrayList<>();

  @Option(names = "--reject", paramLabel = "MENTEE=MENTOR:REASON")
  List<String> rejections = new ArrayList<>();

  @Option(names = "--replace", paramLabel = "MENTEE=MENTOR=OTHER:REASON")
  List<String> replacements = new ArrayList<>();

  /** Carries them out: locks first, then rejections, then replacements; stops at a refusal. */
  Outcome<MatchProposal> apply(Mentoring mentoring, Actor by, MatchProposal first) {
    Outcome<MatchProposal> outcome = new Outcome.Accepted<>(first);
    for (String text : locks) {
      Wish wish = Wish.of("--lock", text, 2, mentoring);
      outcome = next(outcome, proposal -> mentoring.lock(by, proposal, wish.pair(), wish.reason));
    }
    for (String text : rejections) {
      Wish wish = Wish.of("--reject", text, 2, mentoring);
      outcome = next(outcome, proposal -> mentoring.reject(by, proposal, wish.pair(), wish.reason));
    }
    for (String text : replacements) {
      Wish wish = Wish.of("--replace", text, 3, mentoring);
      outcome =
          next(
              outcome,
              proposal ->
                  mentoring.replace(by, proposal, wish.pair(), wish.people.get(2), wish.reason));
    }
    return outcome;
  }

  private static Outcome<MatchProposal> next(Outcome<MatchProposal> before, Step step) {
    Optional<MatchProposal> proposal = before.accepted();
    return proposal.isPresent() ? step.take(proposal.get()) : before;
  }

  @FunctionalInterface
  private interface Step {
    Outcome<MatchProposal> take(MatchProposal proposal);
  }

  private record Wish(List<ParticipantId> people, String reason) {
    PairKey pair() {
      return new PairKey(people.get(0), people.get(1));
    }

    /** Ids may hold colons, so the reason begins after the first one that ends a known id. */
    static Wish of(String option, String text, int people, Mentoring mentoring) {
      String[] parts = text.split("=", people);
      if (parts.length < people || text.indexOf(':') < 0) {
        throw Failure.usage("error.intervention", Map.of("option", Value.of(option)));
      }
      List<ParticipantId> ids = new ArrayList<>();
      for (int i = 0; i < people - 1; i++) {
        ids.add(known(parts[i], mentoring).orElseThrow(unknown(parts[i])));
      }
      String last = parts[people - 1];
      for (int colon = last.indexOf(':'); colon >= 0; colon = last.indexOf(':', colon + 1)) {
        Optional<ParticipantId> id = known(last.substring(0, colon), mentoring);
        String reason = last.substring(colon + 1).strip();
        if (id.isPresent()) {
          if (reason.isEmpty() || reason.length() > 500) {
            throw Failure.usage("error.reason", Map.of("option", Value.of(option)));
          }
          ids.add(id.get());
          return new Wish(List.copyOf(ids), reason);
        }
      }
      int colon = last.indexOf(':');
      throw unknown(colon < 0 ? last : last.substring(0, colon)).get();
    }

    private static Optional<ParticipantId> known(String text, Mentoring mentoring) {
      try {
        ParticipantId id = ParticipantId.of(text.strip());
        return mentoring.participant(id).map(participant -> id);
      } catch (InvalidValue e) {
        return Optional.empty();
      }
    }

    private static java.util.function.Supplier<Failure> unknown(String text) {
      return () -> Spelt.unknown(text, "error.person-unknown", "error.person-misspelt");
    }
  }
}
