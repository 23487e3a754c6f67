package org.mentoring.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.mentoring.failure.InvalidInput;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.Problem;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.text.Language;
import org.mentoring.text.Value;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * The command line. It uses the library through its public API only, as an embedder would; {@link
 * ExitCode} tells what the process answers with. All input and output is UTF-8 unless the command
 * line says otherwise.
 */
@Command(name = "mentoring", mixinStandardHelpOptions = true)
public final class MentoringCommand {
  /** So many records that cannot be read are named on a screen. */
  private static final int UNREADABLE_SHOWN = 50;

  private static final Map<String, Supplier<ProgrammeCommand>> COMMANDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("check", CheckCommand::new),
              Map.entry("complete", CompleteCommand::new),
              Map.entry("conformance", ConformanceCommand::new),
              Map.entry("decide", DecideCommand::new),
              Map.entry("demo", DemoCommand::new),
              Map.entry("due", DueCommand::new),
              Map.entry("erase", EraseCommand::new),
              Map.entry("erasures", ErasuresCommand::new),
              Map.entry("explain", ExplainCommand::new),
              Map.entry("export", ExportCommand::new),
              Map.entry("import", ImportCommand::new),
              Map.entry("match", MatchCommand::new),
              Map.entry("migrate", MigrateCommand::new),
              Map.entry("progress", ProgressCommand::new),
              Map.entry("replay", ReplayCommand::new),
              Map.entry("retention", RetentionCommand::new),
              Map.entry("run", RunCommand::new),
              Map.entry("seal", SealCommand::new),
              Map.entry("verify", VerifyCommand::new),
              Map.entry("what-if", WhatIfCommand::new)));

  /** The dialect that fits, by the problem that tells of another one. */
  private static final Map<String, String> FITTING_DIALECTS =
      Map.of(
          "csv.looks-like-russian-spreadsheet", "russian",
          "csv.looks-like-russian-utf8", "russian-utf8",
          "csv.is-utf-8", "standard",
          "csv.header-commas", "standard");

  private final Terminal terminal;
  private final List<String> arguments;

  private MentoringCommand(Terminal terminal, List<String> arguments) {
    this.terminal = terminal;
    this.arguments = arguments;
  }

  /** Runs the command line and ends the process. */
  public static void main(String[] arguments) {
    // Before a library asks for it: nothing is logged to the terminal.
    System.setProperty("org.jboss.logging.provider", "slf4j");
    boolean colour = isTerminal() && System.getenv("NO_COLOR") == null;
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    int exitCode = run(new Terminal(System.in, out, err, colour, System::nanoTime), arguments);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /** From Java 22 on there is a console even where the output goes into a file. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException beforeJava22) {
      return true;
    }
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
  }

  /**
   * Runs the command line within a process that goes on.
   *
   * @param in standard input
   * @param out takes results
   * @param err takes errors and progress
   * @param arguments as in a shell
   * @return the exit code
   */
  public static int run(InputStream in, PrintWriter out, PrintWriter err, String... arguments) {
    int exitCode = run(new Terminal(in, out, err, false, System::nanoTime), arguments);
    out.flush();
    err.flush();
    return exitCode;
  }

  private static int run(Terminal terminal, String... arguments) {
    return new MentoringCommand(terminal, List.of(arguments)).execute();
  }

  private int execute() {
    Texts texts = Texts.in(language());
    CommandLine line = new CommandLine(this);
    // Only the command that is asked for: looking at the others' options takes time.
    String asked = arguments.isEmpty() ? "" : arguments.get(0);
    COMMANDS.forEach(
        (name, supplier) -> {
          if (!COMMANDS.containsKey(asked) || name.equals(asked)) {
            ProgrammeCommand command = supplier.get();
            command.use(terminal);
            CommandLine sub = new CommandLine(command);
            sub.getCommandSpec().mixinStandardHelpOptions(true);
            line.addSubcommand(name, sub);
          }
        });
    line.setResourceBundle(texts.help());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.registerConverter(LocalDate.class, MentoringCommand::day);
    line.registerConverter(Instant.class, MentoringCommand::instant);
    line.registerConverter(Dialect.class, Dialect::named);
    line.getCommandSpec().version(version());
    line.setParameterExceptionHandler((e, given) -> misspelt(e, texts));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, texts));
    line.setExecutionStrategy(
        parsed -> {
          if (CommandLine.executeHelpRequest(parsed) != null) {
            return ExitCode.OK;
          }
          if (!parsed.hasSubcommand()) {
            line.usage(terminal.out());
            return ExitCode.USAGE;
          }
          return new CommandLine.RunLast().execute(parsed);
        });
    return line.execute(arguments.toArray(String[]::new));
  }

  /** Errors of the command line itself are told in the language that it asks for, too. */
  private Language language() {
    int at = arguments.indexOf("--lang");
    boolean russian =
        arguments.contains("--lang=ru")
            || (at >= 0
                && at + 1 < arguments.size()
                && arguments.get(at + 1).toLowerCase(Locale.ROOT).equals("ru"));
    return russian ? Language.RU : Language.EN;
  }

  private static String version() {
    String version = MentoringCommand.class.getPackage().getImplementationVersion();
    return "mentoring " + (version == null ? "" : version);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException("day");
    }
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException("instant");
    }
  }

  private int misspelt(ParameterException e, Texts texts) {
    PrintWriter err = terminal.err();
    err.println(Misspelling.text(e, texts));
    err.println(
        texts.say("error.help", "command", e.getCommandLine().getCommandSpec().qualifiedName()));
    return ExitCode.USAGE;
  }

  private int failed(Exception e, Texts texts) {
    PrintWriter err = terminal.err();
    int exitCode;
    if (e instanceof Failure failure) {
      err.println(failure.text(texts));
      exitCode = failure.exitCode();
    } else if (e instanceof InvalidInput invalid) {
      List<Problem> problems = invalid.problems();
      err.println(texts.say("error.problems", "count", problems.size()));
      // Only a check promises every fault: on other commands they would flood the screen.
      int shown = arguments.get(0).equals("check") ? problems.size() : RunReport.PROBLEMS_SHOWN;
      problems.stream().limit(shown).forEach(problem -> err.println("  " + texts.say(problem)));
      if (problems.size() > shown) {
        err.println("  " + texts.say("run.more", "count", problems.size() - shown));
      }
      problems.stream()
          .map(problem -> FITTING_DIALECTS.get(problem.code()))
          .filter(Objects::nonNull)
          .distinct()
          .forEach(dialect -> err.println(texts.say("hint.dialect", "dialect", dialect)));
      exitCode = ExitCode.INPUT;
    } else if (e instanceof UnreadableRecords unreadable) {
      List<UnreadableRecords.Row> rows = unreadable.rows();
      err.println(texts.say("error.unreadable", "count", rows.size()));
      rows.stream()
          .limit(UNREADABLE_SHOWN)
          .forEach(row -> err.println("  " + row.text() + " (" + row.place() + ")"));
      if (rows.size() > UNREADABLE_SHOWN) {
        err.println("  " + texts.say("run.more", "count", rows.size() - UNREADABLE_SHOWN));
      }
      exitCode = ExitCode.INPUT;
    } else if (e instanceof MentoringException known) {
      err.println(
          texts.say(
              "error.library",
              Map.of("text", Value.of(texts.say(known)), "code", Value.of(known.code()))));
      exitCode = ExitCode.INPUT;
    } else {
      err.println(texts.say("error.bug", "kind", e.getClass().getName()));
      exitCode = ExitCode.BUG;
    }
    if (arguments.contains("--debug")) {
      trace(e);
    }
    return exitCode;
  }

  /** Without messages: those of other libraries may repeat what they were given. */
  private void trace(Throwable thrown) {
    Throwable current = thrown;
    while (current != null) {
      terminal.err().println(current.getClass().getName());
      for (StackTraceElement frame : current.getStackTrace()) {
        terminal.err().println("  at " + frame);
      }
      current = current.getCause();
    }
  }
}
