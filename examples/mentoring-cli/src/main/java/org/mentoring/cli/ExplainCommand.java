package org.mentoring.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoring.Mentoring;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Renderer;
import org.mentoring.decision.StepProgress;
import org.mentoring.failure.InvalidValue;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.MatchRenderer;
import org.mentoring.matching.PairExplanation;
import org.mentoring.matching.PairKey;
import org.mentoring.participant.Participant;
import org.mentoring.participant.Position;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.PathStep;
import org.mentoring.programme.Practice;
import org.mentoring.text.Audience;
import org.mentoring.text.LocalizedText;
import org.mentoring.text.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells all about a person, or why two people can or cannot be a pair. */
@Command(name = "explain")
final class ExplainCommand extends ProgrammeCommand {
  @Mixin PeopleOptions people = new PeopleOptions();

  @Parameters(index = "0..*", arity = "1..2", paramLabel = "PERSON", descriptionKey = "persons")
  List<String> named = new ArrayList<>();

  @Option(names = "--audience", paramLabel = "coordinator|party", defaultValue = "COORDINATOR")
  Audience audience = Audience.COORDINATOR;

  @Override
  int run(Texts texts, Stages stages) {
    if (audience == Audience.PUBLIC) {
      throw Failure.usage("error.no-public", Map.of());
    }
    try (ProgrammeRun run = ProgrammeRun.open(people, terminal(), texts, stages)) {
      Explaining explaining = new Explaining(run, texts, stages, palette(), terminal().out());
      if (named.size() == 1) {
        explaining.person(named.get(0), people.practice, audience);
      } else {
        explaining.pair(named.get(0), named.get(1), people.practice, audience);
      }
      return run.exitCode();
    }
  }

  private static final class Explaining {
    private final ProgrammeRun run;
    private final Mentoring mentoring;
    private final Texts texts;
    private final Stages stages;
    private final Palette palette;
    private final PrintWriter out;

    Explaining(ProgrammeRun run, Texts texts, Stages stages, Palette palette, PrintWriter out) {
      this.run = run;
      this.mentoring = run.mentoring();
      this.texts = texts;
      this.stages = stages;
      this.palette = palette;
      this.out = out;
    }

    void person(
        String text, @org.jspecify.annotations.Nullable String practice, Audience audience) {
      ParticipantId id = find(text);
      new RunReport(run, texts, palette, out).basis();
      boolean applied = false;
      for (Practice each : run.practices(practice)) {
        for (PartyTerms party : each.parties()) {
          if (mentoring.applicants(each.id(), party.position(), run.asOf()).contains(id)) {
            applied = true;
            decided(id, each, party, audience);
          }
        }
      }
      if (!applied) {
        out.println();
        out.println(texts.say("explain.no-application", "person", id.value()));
      }
    }

    private void decided(ParticipantId id, Practice practice, PartyTerms party, Audience audience) {
      Decision decision = mentoring.decide(id, practice.id(), party.position(), run.asOf());
      out.println();
      out.println(palette.heading(practice.id() + ", " + texts.nameOf(party.position())));
      new RunReport(run, texts, palette, out).decision(decision, run.renderer(audience));
      path(decision, party);
      if (decision.eligible() && practice.matching() != null) {
        propose(practice).ifPresent(proposal -> matched(id, party.position(), proposal, audience));
      }
    }

    private void path(Decision decision, PartyTerms party) {
      if (decision.path().isEmpty()) {
        return;
      }
      out.println("    " + texts.say("explain.path"));
      Layout layout = new Layout();
      for (StepProgress step : decision.path()) {
        layout.row(texts.say("step." + step.state().name()), title(step, party));
      }
      layout.lines("      ").forEach(out::println);
    }

    private String title(StepProgress progress, PartyTerms party) {
      for (PathStep step : party.path()) {
        LocalizedText title = step.title();
        if (step.id().equals(progress.step()) && title != null) {
          return title.in(texts.language());
        }
      }
      return progress.step();
    }

    private void matched(
        ParticipantId id, Position position, MatchProposal proposal, Audience audience) {
      MatchReport report = report(audience);
      proposal.result().pairs().stream()
          .filter(pair -> pair.pair().mentee().equals(id) || pair.pair().mentor().equals(id))
          .forEach(
              pair -> {
                if (audience == Audience.COORDINATOR) {
                  report.pair(pair);
                } else {
                  out.println("  " + texts.say("explain.proposed"));
                }
              });
      proposal.result().unmatched().stream()
          .filter(unmatched -> unmatched.mentee().equals(id))
          .forEach(report::unmatched);
      Integer free = proposal.result().freePlaces().get(id);
      if (position == Position.MENTOR && free != null) {
        out.println("  " + texts.say("explain.free", "count", free));
      }
    }

    void pair(
        String menteeText,
        String mentorText,
        @org.jspecify.annotations.Nullable String named,
        Audience audience) {
      PairKey pair = new PairKey(find(menteeText), find(mentorText));
      Practice practice = run.matchingPractice(named);
      new RunReport(run, texts, palette, out).basis();
      out.println();
      out.println(
          palette.heading(
              texts.say(
                  "explain.pair",
                  Map.of(
                      "mentee", Value.of(pair.mentee().value()),
                      "mentor", Value.of(pair.mentor().value())))));
      boolean mentee = mayTakePart(pair.mentee(), practice, Position.MENTEE, audience);
      boolean mentor = mayTakePart(pair.mentor(), practice, Position.MENTOR, audience);
      if (mentee && mentor) {
        propose(practice).ifPresent(proposal -> explained(pair, proposal, audience));
      } else {
        out.println("  " + texts.say("explain.not-both"));
      }
    }

    private boolean mayTakePart(
        ParticipantId id, Practice practice, Position position, Audience audience) {
      boolean applied = mentoring.applicants(practice.id(), position, run.asOf()).contains(id);
      Decision decision = mentoring.decide(id, practice.id(), position, run.asOf());
      if (!applied) {
        out.println(
            "  "
                + texts.say(
                    "explain.not-applied",
                    Map.of(
                        "person", Value.of(id.value()),
                        "position", Value.of(texts.nameOf(position)))));
      } else if (!decision.eligible()) {
        Renderer renderer = run.renderer(audience);
        if (audience == Audience.COORDINATOR) {
          new RunReport(run, texts, palette, out).decision(decision, renderer);
        } else {
          // To whom of the two the findings belong, the other need not know.
          out.println("  " + id + "  " + renderer.verdict(decision.verdict()));
        }
      }
      return applied && decision.eligible();
    }

    private void explained(PairKey pair, MatchProposal proposal, Audience audience) {
      PairExplanation explanation = mentoring.explain(proposal, pair);
      out.println(
          "  "
              + (explanation.possible()
                  ? texts.say("explain.possible", "score", explanation.score())
                  : texts.say("explain.impossible")));
      report(audience).criteria(explanation);
      if (audience != Audience.COORDINATOR) {
        return;
      }
      proposal.result().pairs().stream()
          .filter(
              each ->
                  each.pair().mentee().equals(pair.mentee())
                      || each.pair().mentor().equals(pair.mentor()))
          .forEach(
              each ->
                  out.println(
                      "  "
                          + texts.say(
                              each.pair().equals(pair)
                                  ? "explain.is-proposed"
                                  : "explain.is-with-other",
                              Map.of(
                                  "mentee", Value.of(each.pair().mentee().value()),
                                  "mentor", Value.of(each.pair().mentor().value()),
                                  "score", Value.of(each.score())))));
      proposal.result().unmatched().stream()
          .filter(each -> each.mentee().equals(pair.mentee()))
          .forEach(report(audience)::unmatched);
    }

    private Optional<MatchProposal> propose(Practice practice) {
      Outcome<MatchProposal> outcome =
          stages.time(
              "match",
              progress ->
                  mentoring.propose(ProgrammeRun.ACTOR, practice.id(), run.asOf(), progress));
      outcome
          .refused()
          .ifPresent(
              decision ->
                  report(Audience.COORDINATOR)
                      .refusal(run.renderer(Audience.COORDINATOR).lines(decision)));
      return outcome.accepted();
    }

    private MatchReport report(Audience audience) {
      return new MatchReport(
          texts, palette, out, MatchRenderer.of(run.definition(), texts.language(), audience));
    }

    /** By id, or by a reference as {@code system:key}; of a duplicate the one that was kept. */
    private ParticipantId find(String text) {
      Optional<Participant> found = byId(text);
      if (found.isEmpty()) {
        found = byReference(text);
      }
      Participant participant =
          found.orElseThrow(
              () -> Failure.usage("error.person-unknown", Map.of("name", Value.of(text))));
      ParticipantId kept = participant.mergedInto();
      if (kept == null) {
        return participant.id();
      }
      out.println(
          texts.say(
              "explain.duplicate",
              Map.of(
                  "duplicate", Value.of(participant.id().value()),
                  "kept", Value.of(kept.value()))));
      return find(kept.value());
    }

    private Optional<Participant> byId(String text) {
      try {
        return mentoring.participant(ParticipantId.of(text));
      } catch (InvalidValue e) {
        return Optional.empty();
      }
    }

    private Optional<Participant> byReference(String text) {
      int colon = text.indexOf(':');
      if (colon < 1) {
        return Optional.empty();
      }
      try {
        return mentoring.participant(
            new ExternalReference(text.substring(0, colon), text.substring(colon + 1)));
      } catch (InvalidValue e) {
        return Optional.empty();
      }
    }
  }
}
