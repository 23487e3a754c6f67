package org.mentoring.mutation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A program of its own that runs the tests over mutants: it reads the name of one, a line each, and
 * answers with a line. Whoever started it ends it where a mutant goes on for ever, and starts
 * another.
 */
final class MutantRun {
  static final String READY = "ready";

  /** Asked for by this name, the rules are compiled and put together as of a mutant, unchanged. */
  static final String UNCHANGED = "unchanged ";

  private static final String MUTATED = ".MutatedRules";

  private final RulesModule module;
  private final Map<String, Mutant> mutants;
  private final Launcher launcher = LauncherFactory.create();
  private final boolean quick;

  private MutantRun(RulesModule module, boolean quick) throws IOException {
    this.module = module;
    this.quick = quick;
    this.mutants =
        module.mutants().stream().collect(Collectors.toMap(Mutant::id, Function.identity()));
  }

  /**
   * Runs.
   *
   * @param arguments the folder of the module; {@code quick} where the tests that try many cases
   *     are left out
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream answers = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    MutantRun run =
        new MutantRun(new RulesModule(Path.of(arguments[0])), List.of(arguments).contains("quick"));
    answers.println(READY);
    BufferedReader asked =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String id = asked.readLine(); id != null; id = asked.readLine()) {
      answers.println(run.of(id));
    }
    // Tests may have left threads behind.
    System.exit(0);
  }

  private String of(String id) throws IOException {
    if (id.startsWith(UNCHANGED)) {
      return unchanged(id.substring(UNCHANGED.length()));
    }
    Mutant mutant = mutants.get(id);
    if (mutant == null) {
      return "UNKNOWN";
    }
    String folder = folder(mutant.file());
    for (String text : mutant.texts()) {
      Optional<CompiledRule> compiled = CompiledRule.of(folder, text);
      if (compiled.isPresent()) {
        return run(folder, mutant.rule(), compiled.get());
      }
    }
    return Outcome.NOT_COMPILED.name();
  }

  private String unchanged(String rule) throws IOException {
    for (DrlFile file : module.files()) {
      for (DrlFile.Rule each : file.rules()) {
        if (each.name().equals(rule)) {
          String folder = folder(file.name());
          return run(folder, rule, CompiledRule.of(folder, file.alone(each)).orElseThrow());
        }
      }
    }
    return "UNKNOWN";
  }

  private String run(String folder, String rule, CompiledRule compiled) throws IOException {
    StringBuilder models = new StringBuilder();
    for (String line : module.models().lines().map(String::strip).toList()) {
      if (line.startsWith(folder + ".")) {
        MutatedRules.tell(line, rule, compiled.models());
        models.append(folder).append(MUTATED).append('\n');
      } else {
        models.append(line).append('\n');
      }
    }
    Map<String, byte[]> made = new TreeMap<>(compiled.classes());
    // The library takes a folder's rules by the names of their classes.
    made.put(folder + MUTATED, Subclass.of(MutatedRules.class, folder + MUTATED));
    MutatedClasses classes =
        new MutatedClasses(List.of(module.classes(), module.tests()), made, models.toString());
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(classes);
    try {
      for (String name : module.tests(rule)) {
        if (!(quick && name.startsWith("org.mentoring.corpus."))) {
          String failed = failed(classes, name);
          if (failed != null) {
            return Outcome.KILLED + " " + failed;
          }
        }
      }
      return Outcome.SURVIVED.name();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  /** The first test of a class that failed; null where all of them passed. */
  private @Nullable String failed(ClassLoader classes, String name) {
    Class<?> type;
    try {
      type = classes.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the tests were not compiled: " + name, e);
    }
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(type))
            .configurationParameter("jqwik.database", "")
            .configurationParameter("jqwik.reporting.onlyfailures", "true")
            .configurationParameter("jqwik.shrinking.default", "OFF")
            .build();
    FirstFailure listener = new FirstFailure();
    launcher.execute(request, listener);
    if (listener.tests == 0) {
      throw new IllegalStateException("no test was found in " + name);
    }
    return listener.failed == null ? null : type.getSimpleName() + " " + listener.failed;
  }

  private static String folder(String file) {
    return "org.mentoring.rules." + file.substring(0, file.indexOf('/'));
  }

  private static final class FirstFailure implements TestExecutionListener {
    private int tests;
    private @Nullable String failed;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      tests += test.isTest() ? 1 : 0;
      if (failed == null && result.getStatus() == TestExecutionResult.Status.FAILED) {
        failed = test.getDisplayName().replaceAll("\\s+", " ");
      }
    }
  }
}
