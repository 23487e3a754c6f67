package org.mentoring.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mentoring.text.Spelling;
import org.mentoring.text.Value;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a command line, in the reader's language. */
final class Misspelling {
  private Misspelling() {}

  static String text(ParameterException e, Texts texts) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched, texts);
    }
    if (e instanceof MissingParameterException missing) {
      List<String> names = missing.getMissing().stream().map(Misspelling::name).toList();
      return texts.say("usage.missing", "names", String.join(", ", names));
    }
    if (e instanceof OverwrittenOptionException twice) {
      return texts.say("usage.twice", "name", name(twice.getOverwritten()));
    }
    ArgSpec argument = e.getArgSpec();
    String value = e.getValue();
    if (argument == null || value == null) {
      return argument == null
          ? texts.say("usage.other")
          : texts.say("usage.missing", "names", name(argument));
    }
    Class<?> type = argument.auxiliaryTypes()[0];
    if (type == java.time.LocalDate.class) {
      return texts.say(
          "usage.day",
          Map.of("name", Value.of(name(argument)), "found", Value.of(Spelt.argument(value))));
    }
    if (type == java.time.Instant.class) {
      return texts.say(
          "usage.instant",
          Map.of("name", Value.of(name(argument)), "found", Value.of(Spelt.argument(value))));
    }
    return texts.say(
        "usage.value",
        Map.of(
            "name",
            Value.of(name(argument)),
            "found",
            Value.of(Spelt.argument(value)),
            "allowed",
            Value.of(allowed(argument, type))));
  }

  private static String unknown(UnmatchedArgumentException e, Texts texts) {
    String found = String.join(" ", e.getUnmatched().stream().map(Spelt::argument).toList());
    List<String> known = new ArrayList<>(e.getCommandLine().getCommandSpec().optionsMap().keySet());
    known.addAll(e.getCommandLine().getSubcommands().keySet());
    return texts.say(
        "usage.unknown",
        Map.of(
            "found",
            Value.of(found),
            "nearest",
            Value.of(String.join(", ", Spelling.nearest(e.getUnmatched().get(0), known, 2)))));
  }

  private static String allowed(ArgSpec argument, Class<?> type) {
    if (!type.isEnum()) {
      return argument.paramLabel();
    }
    List<String> names = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      names.add(((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    return String.join(", ", names);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
