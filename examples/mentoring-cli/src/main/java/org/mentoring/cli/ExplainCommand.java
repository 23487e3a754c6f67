package org.mentoring.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.StepProgress;
import org.mentoring.failure.InvalidValue;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.MatchRenderer;
import org.mentoring.matching.PairExplanation;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.ProposedPair;
import org.mentoring.participant.Participant;
import org.mentoring.participant.Position;
import org.mentoring.programme.MatchingPlan;
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

  @Option(names = "--for", paramLabel = "PARTICIPANT")
  @Nullable String asking;

  @Override
  int run(Texts texts, Stages stages) {
    if (audience == Audience.PUBLIC) {
      throw Failure.usage("error.no-public", Map.of());
    }
    boolean pairForParty = audience == Audience.PARTY && named.size() == 2;
    if (pairForParty != (asking != null)) {
      throw Failure.usage(pairForParty ? "error.for-missing" : "error.for-alone", Map.of());
    }
    try (ProgrammeRun run = ProgrammeRun.open(people, terminal(), texts, stages)) {
      Explaining explaining =
          new Explaining(run, texts, stages, palette(), terminal().out(), audience);
      if (named.size() == 1) {
        explaining.person(named.get(0), people.practice);
      } else if (asking != null) {
        explaining.pairFor(asking, named.get(0), named.get(1), people.practice);
      } else {
        explaining.pair(named.get(0), named.get(1), people.practice);
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
    private final Audience audience;

    Explaining(
        ProgrammeRun run,
        Texts texts,
        Stages stages,
        Palette palette,
        PrintWriter out,
        Audience audience) {
      this.run = run;
      this.mentoring = run.mentoring();
      this.texts = texts;
      this.stages = stages;
      this.palette = palette;
      this.out = out;
      this.audience = audience;
    }

    void person(String text, @Nullable String practice) {
      ParticipantId id = find(text);
      new RunReport(run, texts, palette, out).basis();
      boolean applied = false;
      for (Practice each : run.practices(practice)) {
        for (PartyTerms party : each.parties()) {
          if (mentoring.applicants(each.id(), party.position(), run.asOf()).contains(id)) {
            applied = true;
            decided(id, each, party);
          }
        }
      }
      if (!applied) {
        out.println();
        out.println(texts.say("explain.no-application", "person", id.value()));
      }
    }

    private void decided(ParticipantId id, Practice practice, PartyTerms party) {
      Decision decision = mentoring.decide(id, practice.id(), party.position(), run.asOf());
      out.println();
      out.println(palette.heading(practice.id() + ", " + texts.nameOf(party.position())));
      new RunReport(run, texts, palette, out).decision(decision, run.renderer(audience));
      path(decision, party);
      if (decision.eligible() && practice.matching() != null) {
        propose(practice).ifPresent(proposal -> matched(id, party.position(), proposal));
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

    private void matched(ParticipantId id, Position position, MatchProposal proposal) {
      MatchReport report = report();
      proposal.result().pairs().stream()
          .filter(pair -> pair.pair().mentee().equals(id) || pair.pair().mentor().equals(id))
          .forEach(
              pair -> {
                if (audience == Audience.COORDINATOR) {
                  report.pair(pair, Optional.empty());
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

    void pair(String menteeText, String mentorText, @Nullable String named) {
      PairKey pair = new PairKey(find(menteeText), find(mentorText));
      Practice practice = run.matchingPractice(named);
      heading(pair);
      boolean mentee = mayTakePart(pair.mentee(), practice, Position.MENTEE);
      boolean mentor = mayTakePart(pair.mentor(), practice, Position.MENTOR);
      if (mentee && mentor) {
        propose(practice).ifPresent(proposal -> explained(pair, proposal));
        return;
      }
      out.println("  " + texts.say("explain.not-both"));
      MatchingPlan plan = practice.matching();
      if (plan != null) {
        PairExplanation outlook = PolicyOfRules.outlook(run, practice, plan, pair);
        out.println("  " + texts.say("explain.outlook"));
        possible(outlook);
      }
    }

    /**
     * What one of the two may read. Whatever the other lacks, and whether somebody excluded
     * somebody, comes out as the same sentence.
     */
    void pairFor(String asking, String menteeText, String mentorText, @Nullable String named) {
      PairKey pair = new PairKey(find(menteeText), find(mentorText));
      ParticipantId reader = find(asking);
      if (!reader.equals(pair.mentee()) && !reader.equals(pair.mentor())) {
        throw Failure.usage("error.for-other", Map.of());
      }
      Practice practice = run.matchingPractice(named);
      heading(pair);
      Position own = reader.equals(pair.mentee()) ? Position.MENTEE : Position.MENTOR;
      Position others = own == Position.MENTEE ? Position.MENTOR : Position.MENTEE;
      ParticipantId other = own == Position.MENTEE ? pair.mentor() : pair.mentee();
      if (!mayTakePart(reader, practice, own)) {
        return;
      }
      Optional<PairExplanation> told =
          eligible(other, practice, others)
              ? propose(practice).map(proposal -> mentoring.explain(proposal, pair))
              : Optional.empty();
      told.filter(PairExplanation::possible)
          .ifPresentOrElse(
              this::possible, () -> out.println("  " + texts.say("explain.party-nothing")));
    }

    private void heading(PairKey pair) {
      new RunReport(run, texts, palette, out).basis();
      out.println();
      out.println(
          palette.heading(
              texts.say(
                  "explain.pair",
                  Map.of(
                      "mentee", Value.of(pair.mentee().value()),
                      "mentor", Value.of(pair.mentor().value())))));
    }

    private boolean applied(ParticipantId id, Practice practice, Position position) {
      return mentoring.applicants(practice.id(), position, run.asOf()).contains(id);
    }

    private boolean eligible(ParticipantId id, Practice practice, Position position) {
      return applied(id, practice, position)
          && mentoring.decide(id, practice.id(), position, run.asOf()).eligible();
    }

    private boolean mayTakePart(ParticipantId id, Practice practice, Position position) {
      boolean applied = applied(id, practice, position);
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
        new RunReport(run, texts, palette, out).decision(decision, run.renderer(audience));
      }
      return applied && decision.eligible();
    }

    private void possible(PairExplanation explanation) {
      out.println(
          "  "
              + (explanation.possible()
                  ? texts.say("explain.possible", "score", explanation.score())
                  : texts.say("explain.impossible")));
      report().criteria(explanation);
    }

    private void explained(PairKey pair, MatchProposal proposal) {
      PairExplanation explanation = mentoring.explain(proposal, pair);
      possible(explanation);
      List<ProposedPair> near =
          proposal.result().pairs().stream()
              .filter(
                  each ->
                      each.pair().mentee().equals(pair.mentee())
                          || each.pair().mentor().equals(pair.mentor()))
              .toList();
      if (explanation.possible() && near.stream().noneMatch(each -> each.pair().equals(pair))) {
        out.println("  " + texts.say("explain.not-proposed"));
      }
      near.forEach(
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
          .forEach(report()::unmatched);
    }

    private Optional<MatchProposal> propose(Practice practice) {
      Outcome<MatchProposal> outcome =
          stages.time(
              "match",
              progress ->
                  mentoring.propose(ProgrammeRun.ACTOR, practice.id(), run.asOf(), progress));
      outcome
          .refused()
          .ifPresent(decision -> report().refusal(run.renderer(audience).lines(decision)));
      return outcome.accepted();
    }

    private MatchReport report() {
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
              () -> Spelt.unknown(text, "error.person-unknown", "error.person-misspelt"));
      ParticipantId kept = participant.mergedInto();
      if (kept == null) {
        return participant.id();
      }
      if (audience == Audience.COORDINATOR) {
        out.println(
            texts.say(
                "explain.duplicate",
                Map.of(
                    "duplicate", Value.of(participant.id().value()),
                    "kept", Value.of(kept.value()))));
      }
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
