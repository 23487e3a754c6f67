package org.mentoring.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Criterion;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.matching.MatchRenderer;
import org.mentoring.programme.DeepCheck;
import org.mentoring.programme.Flaw;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.NotHonoured;
import org.mentoring.programme.PackRule;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Phase;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RulePack;
import org.mentoring.rules.DroolsRules;
import org.mentoring.spi.RulesProvider;
import org.mentoring.text.Audience;
import org.mentoring.text.Value;
import org.mentoring.time.Validity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a definition and tells every fault at once. */
@Command(name = "check")
final class CheckCommand extends ProgrammeCommand {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DEFINITION",
      descriptionKey = "definition-named")
  @Nullable String definition;

  @Mixin PackOptions laid = new PackOptions();

  @Option(names = "--list")
  boolean list;

  @Option(names = "--deep")
  boolean deep;

  @Override
  int run(Texts texts, Stages stages) {
    PrintWriter out = terminal().out();
    if (list) {
      DefinitionSource.versions().forEach(out::println);
      return ExitCode.OK;
    }
    String named = definition;
    if (named == null) {
      throw Failure.usage(
          "error.definition-needed",
          Map.of("allowed", Value.of(String.join(", ", BuiltInProgrammes.names()))));
    }
    ProgrammeDefinition read =
        stages.time("definition", progress -> laid.laidOver(DefinitionSource.read(named)));
    tell(read, texts, out);
    return deep ? looked(read, stages, texts, out) : ExitCode.OK;
  }

  private static int looked(ProgrammeDefinition read, Stages stages, Texts texts, PrintWriter out) {
    DeepCheck check = stages.time("deep", progress -> DeepCheck.of(read));
    out.println(
        check.flaws().isEmpty()
            ? texts.say("check.no-flaw", Map.of())
            : texts.say("check.flaws", "count", check.flaws().size()));
    check.flaws().forEach(flaw -> tell(flaw, texts, out));
    if (!check.undecided().isEmpty()) {
      out.println(texts.say("check.undecided", "count", check.undecided().size()));
      check.undecided().forEach(flaw -> tell(flaw, texts, out));
    }
    return check.flaws().isEmpty() ? ExitCode.OK : ExitCode.LEFT_OUT;
  }

  private static void tell(Flaw flaw, Texts texts, PrintWriter out) {
    LocalDate day = flaw.day();
    out.println(
        "  "
            + flaw.path()
            + ": "
            + flaw.text(texts.messages())
            + (day == null ? "" : " (" + texts.say("check.from", "day", day.toString()) + ")"));
  }

  private void tell(ProgrammeDefinition read, Texts texts, PrintWriter out) {
    out.println(palette().heading(read.title().in(texts.language())));
    out.println(
        texts.say(
            "check.valid",
            Map.of(
                "id", Value.of(read.id()),
                "version", Value.of(read.version().toString()),
                "hash", Value.of(read.hash()))));
    try (RulesProvider rules = DroolsRules.create()) {
      ProgrammeDefinition laidOver = read.on(lastChange(read));
      for (Practice practice : laidOver.practices()) {
        Practice bare = read.practice(practice.id()).orElseThrow();
        tell(laidOver, practice, bare, rules, texts, out);
      }
    }
    read.packs().forEach(pack -> tell(pack, texts, out));
    // A deep check tells them among its flaws.
    for (Validity gap : deep ? List.<Validity>of() : Phase.gaps(read.phases())) {
      LocalDate until = gap.until();
      if (until != null) {
        out.println(
            texts.say(
                "check.phase-gap",
                Map.of(
                    "from",
                    Value.of(gap.from().toString()),
                    "until",
                    Value.of(until.minusDays(1).toString()))));
      }
    }
    List<NotHonoured> missing = NotHonoured.in(read);
    if (!missing.isEmpty()) {
      out.println(texts.say("check.not-honoured", "count", missing.size()));
      missing.forEach(each -> out.println("  " + each.path() + ": " + each.text(texts.messages())));
    }
  }

  /** The day since which all rules of packs are in force that have not ended by then. */
  private static LocalDate lastChange(ProgrammeDefinition read) {
    return read.packs().stream()
        .flatMap(pack -> pack.rules().stream())
        .flatMap(rule -> Stream.ofNullable(rule.from()))
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.EPOCH);
  }

  private static void tell(RulePack pack, Texts texts, PrintWriter out) {
    out.println(
        "  "
            + texts.say(
                "check.pack",
                Map.of(
                    "name", Value.of(pack.name()),
                    "title", Value.of(pack.title().in(texts.language())),
                    "count", Value.of(pack.rules().size()))));
    for (PackRule rule : pack.rules()) {
      LocalDate from = rule.from();
      LocalDate until = rule.until();
      out.println(
          "    "
              + rule.code()
              + (from == null && until == null ? "" : ": ")
              + (from == null ? "" : texts.say("check.from", "day", from.toString()))
              + (from == null || until == null ? "" : " ")
              + (until == null ? "" : texts.say("check.until", "day", until.toString()))
              + "  ["
              + rule.citation()
              + "]");
    }
  }

  private static void tell(
      ProgrammeDefinition read,
      Practice practice,
      Practice bare,
      RulesProvider rules,
      Texts texts,
      PrintWriter out) {
    MatchingPlan plan = practice.matching();
    List<Criterion> inferred =
        plan == null ? List.of() : PolicyOfRules.inferred(rules, read, practice, plan);
    out.println(
        "  "
            + practice.id()
            + ": "
            + texts.say("check.requirements", "count", requirements(bare))
            + ", "
            + texts.say("check.criteria", "count", plan == null ? 0 : plan.criteria().size())
            + (plan == null ? "" : texts.say("check.inferred", "count", inferred.size())));
    if (plan != null) {
      PlanLines.of(plan, texts).forEach(line -> out.println("    " + line));
    }
    List<Criterion> told = new ArrayList<>(ofPacks(plan, bare.matching()));
    told.addAll(inferred);
    MatchRenderer renderer = MatchRenderer.of(told, texts.messages(), Audience.COORDINATOR);
    told.forEach(
        criterion ->
            out.println(
                "    "
                    + criterion.id()
                    + ": "
                    + renderer.title(criterion)
                    + "  ["
                    + criterion.citation()
                    + "]"));
  }

  /** The criteria that packs add to those of a plan. */
  private static List<Criterion> ofPacks(@Nullable MatchingPlan plan, @Nullable MatchingPlan bare) {
    return plan == null || bare == null
        ? List.of()
        : plan.criteria().stream()
            .filter(criterion -> !bare.criteria().contains(criterion))
            .toList();
  }

  private static long requirements(Practice practice) {
    long count = 0;
    for (PartyTerms party : practice.parties()) {
      count += party.requirements().size();
    }
    return count;
  }
}
