package org.mentoring.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mentoring.decision.Renderer;
import org.mentoring.matching.FreeMentor;
import org.mentoring.matching.MatchProof;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.MatchRenderer;
import org.mentoring.matching.MatchResult;
import org.mentoring.matching.PairExplanation;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.ProposedPair;
import org.mentoring.matching.SoughtMentor;
import org.mentoring.matching.Unmatched;
import org.mentoring.publication.PublicFigures;
import org.mentoring.text.Value;

/** Tells a proposal to people. */
final class MatchReport {
  private final Texts texts;
  private final Palette palette;
  private final PrintWriter out;
  private final MatchRenderer renderer;

  MatchReport(Texts texts, Palette palette, PrintWriter out, MatchRenderer renderer) {
    this.texts = texts;
    this.palette = palette;
    this.out = out;
    this.renderer = renderer;
  }

  /** Why the programme refuses to propose or to change a proposal. */
  void refusal(List<Renderer.Line> lines) {
    for (Renderer.Line line : lines) {
      out.println("  " + line.found() + "  [" + line.finding().citation() + "]");
      line.remedy().ifPresent(remedy -> out.println("    " + remedy));
    }
  }

  /** The first pairs with their reasons. */
  void pairs(MatchProposal proposal, int show) {
    List<ProposedPair> pairs = proposal.result().pairs();
    out.println();
    out.println(
        palette.heading(
            texts.say(
                "match.pairs",
                Map.of(
                    "pairs", Value.of(pairs.size()),
                    "score", Value.of(proposal.result().totalScore())))));
    Map<PairKey, String> reasons = lockReasons(proposal);
    pairs.stream()
        .limit(show)
        .forEach(pair -> pair(pair, Optional.ofNullable(reasons.get(pair.pair()))));
    // What a coordinator wanted is shown wherever it stands in the list.
    pairs.stream()
        .skip(show)
        .filter(pair -> reasons.containsKey(pair.pair()))
        .forEach(pair -> pair(pair, Optional.ofNullable(reasons.get(pair.pair()))));
    more((int) pairs.stream().skip(show).filter(pair -> !reasons.containsKey(pair.pair())).count());
  }

  /** Why a coordinator locked pairs; the last word about a pair counts. */
  static Map<PairKey, String> lockReasons(MatchProposal proposal) {
    return reasons(proposal, MatchProposal.Intervention.Locked.class);
  }

  private static Map<PairKey, String> reasons(
      MatchProposal proposal, Class<? extends MatchProposal.Intervention> kind) {
    Map<PairKey, String> reasons = new TreeMap<>();
    for (MatchProposal.Intervention each : proposal.interventions()) {
      reasons.remove(each.pair());
      if (kind.isInstance(each)) {
        reasons.put(each.pair(), each.reason());
      }
    }
    return reasons;
  }

  /** The pairs that a coordinator ruled out, with the reasons. */
  void rejected(MatchProposal proposal) {
    Map<PairKey, String> reasons = reasons(proposal, MatchProposal.Intervention.Rejected.class);
    if (reasons.isEmpty()) {
      return;
    }
    out.println();
    out.println(palette.heading(texts.say("match.rejected", "count", reasons.size())));
    reasons.forEach(
        (pair, reason) ->
            out.println("  " + pair.mentee() + " - " + pair.mentor() + ": " + reason));
  }

  /** One pair with its reasons. */
  void pair(ProposedPair pair, Optional<String> reason) {
    out.println(
        "  "
            + texts.say(
                pair.locked() ? "match.pair-locked" : "match.pair",
                Map.of(
                    "mentee", Value.of(pair.pair().mentee().value()),
                    "mentor", Value.of(pair.pair().mentor().value()),
                    "score", Value.of(pair.score())))
            + reason.map(why -> ": " + why).orElse(""));
    criteria(pair.explanation());
  }

  /** Criterion by criterion. */
  void criteria(PairExplanation explanation) {
    renderer.lines(explanation).forEach(line -> out.println("      " + line));
  }

  /** Mentees who stay without a mentor: how many for which reason, then the first with details. */
  void unmatched(MatchProposal proposal, int show) {
    List<Unmatched> unmatched = proposal.result().unmatched();
    out.println();
    out.println(palette.heading(texts.say("match.unmatched", "count", unmatched.size())));
    Map<Unmatched.Reason, Integer> counts = new TreeMap<>();
    unmatched.forEach(each -> counts.merge(each.reason(), 1, Integer::sum));
    Layout layout = new Layout();
    counts.forEach((reason, count) -> layout.row(Integer.toString(count), reason(reason)));
    layout.lines("  ").forEach(out::println);
    unmatched.stream().limit(show).forEach(this::unmatched);
    more(unmatched.size() - show);
  }

  /** Pairs that existed and are not proposed again. */
  void ended(MatchProposal proposal, int show) {
    if (proposal.current().isEmpty()) {
      return;
    }
    List<PairKey> ended = proposal.ended();
    out.println();
    out.println(
        palette.heading(
            texts.say(
                "match.kept",
                Map.of(
                    "kept", Value.of(proposal.current().size() - ended.size()),
                    "ended", Value.of(ended.size())))));
    ended.stream()
        .limit(show)
        .forEach(pair -> out.println("  " + pair.mentee() + " - " + pair.mentor()));
    more(ended.size() - show);
  }

  /** What each policy gives or would give, and what was proved. */
  void policies(MatchProposal proposal) {
    MatchResult result = proposal.result();
    out.println();
    out.println(palette.heading(texts.say("match.policies")));
    result
        .measures()
        .forEach(
            (policy, measures) ->
                out.println(
                    (policy == result.policy() ? "* " : "  ") + renderer.text(policy, measures)));
    out.println(
        "  "
            + texts.say(
                (result.proof().holds() ? "match.proved." : "match.unproved.")
                    + result.proof().kind().name()));
    if (!result.proof().gap().equals(MatchProof.Gap.NONE)) {
      out.println(
          "  "
              + texts.say(
                  "match.gap",
                  Map.of(
                      "pairs", Value.of(result.proof().gap().pairs()),
                      "points", Value.of(result.proof().gap().points()))));
    }
  }

  /** Mentors whom more mentees would rather have than they can take, the most sought first. */
  void sought(MatchProposal proposal, int show) {
    List<SoughtMentor> sought =
        proposal.result().sought().stream()
            .sorted(Comparator.comparing(SoughtMentor::sought).reversed())
            .toList();
    if (sought.isEmpty()) {
      return;
    }
    out.println();
    out.println(palette.heading(texts.say("match.sought", "count", sought.size())));
    sought.stream().limit(show).forEach(each -> out.println("  " + renderer.text(each)));
    more(sought.size() - show);
  }

  /** Mentors who keep free places, and why. */
  void free(MatchProposal proposal, int show) {
    List<FreeMentor> free = proposal.result().freeMentors();
    if (free.isEmpty()) {
      return;
    }
    out.println();
    out.println(palette.heading(texts.say("match.free", "count", free.size())));
    free.stream().limit(show).forEach(this::free);
    more(free.size() - show);
  }

  /** Why one mentor keeps free places. */
  void free(FreeMentor free) {
    List<String> lines = renderer.lines(free);
    out.println("  " + free.mentor() + "  " + (lines.isEmpty() ? "" : lines.get(0)));
    lines.stream().skip(1).forEach(line -> out.println("      " + line));
  }

  /** Why one mentee stays without a mentor. */
  void unmatched(Unmatched unmatched) {
    List<String> lines = renderer.lines(unmatched);
    out.println("  " + unmatched.mentee() + "  " + (lines.isEmpty() ? "" : lines.get(0)));
    lines.stream().skip(1).forEach(line -> out.println("      " + line));
  }

  /** The events at which the pairs could meet. */
  void events(MatchProposal proposal, int show) {
    List<MatchProposal.EventSuggestion> events = proposal.events();
    if (events.isEmpty()) {
      return;
    }
    out.println();
    out.println(palette.heading(texts.say("match.events", "count", events.size())));
    Layout layout = new Layout();
    events.stream()
        .limit(show)
        .forEach(event -> layout.row(Integer.toString(event.pairs().size()), event.municipality()));
    layout.lines("  ").forEach(out::println);
    more(events.size() - show);
  }

  /** Figures for a public page. */
  void figures(PublicFigures figures, int smallestGroup) {
    out.println(palette.heading(texts.say("public.title", "day", figures.asOf().toString())));
    String total =
        figures.totalTold()
            ? Integer.toString(figures.pairs())
            : texts.say("public.fewer", "least", smallestGroup);
    Layout layout = new Layout().row(texts.say("public.pairs"), total);
    figures
        .byMunicipality()
        .forEach((municipality, pairs) -> layout.row(municipality.name(), Integer.toString(pairs)));
    layout.lines("  ").forEach(out::println);
    if (figures.withheld() > 0) {
      out.println("  " + texts.say("public.withheld", "count", figures.withheld()));
    }
  }

  private String reason(Unmatched.Reason reason) {
    return texts.say("gap." + reason.name());
  }

  private void more(int count) {
    if (count > 0) {
      out.println("  " + texts.say("run.more", "count", count));
    }
  }

  /** The closed doors in one cell. */
  static String doors(Unmatched unmatched) {
    List<String> doors = new ArrayList<>();
    unmatched.closedBy().forEach(door -> doors.add(door.criterion() + " " + door.mentors()));
    return String.join("; ", doors);
  }
}
