package org.mentoring.testkit;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Proves that tests cover what they claim to {@link Covers cover}: it runs those of one requirement
 * with the requirement left out of the programme, and looks whether an assertion notices.
 *
 * <p>The tests take a {@link KnockOut} as a parameter, through {@link KnockOutParameter}, and put
 * their definition through it:
 *
 * <pre>{@code
 * @ExtendWith(KnockOutParameter.class)
 * class ReportsAreDueTest {
 *   private final Mentoring mentoring;
 *
 *   ReportsAreDueTest(KnockOut knockOut) {
 *     mentoring = Mentoring.of(knockOut.in(BuiltInProgrammes.read("tyumen-2020"))).build();
 *   }
 *
 *   @Covers("S2-08")
 *   @Test
 *   void a_report_that_was_not_written_is_overdue() { ... }
 * }
 * }</pre>
 *
 * <p>Not thread-safe; it runs tests of JUnit Jupiter, in the thread that asks.
 */
public final class CoverageProof {
  private final List<Class<?>> testClasses;

  private CoverageProof(List<Class<?>> testClasses) {
    this.testClasses = List.copyOf(testClasses);
  }

  /** How a test came out. */
  public enum Result {
    /** Nothing failed. */
    PASSED,
    /** An assertion did not hold. */
    ASSERTION_FAILED,
    /** It failed before an assertion could: its setup broke. That proves nothing. */
    BROKEN,
    /** It was not run, or gave up. */
    SKIPPED
  }

  /** A proof over the tests of classes. */
  public static CoverageProof over(Class<?>... testClasses) {
    return new CoverageProof(List.of(testClasses));
  }

  /** The codes that tests claim to cover, with the names of those tests. */
  public SortedMap<String, SortedSet<String>> claims() {
    SortedMap<String, SortedSet<String>> claims = new TreeMap<>();
    for (Class<?> type : testClasses) {
      for (java.lang.reflect.Method method : type.getDeclaredMethods()) {
        for (Covers covers : method.getAnnotationsByType(Covers.class)) {
          claims
              .computeIfAbsent(covers.value(), code -> new TreeSet<>())
              .add(type.getSimpleName() + "." + method.getName());
        }
      }
    }
    return Collections.unmodifiableSortedMap(claims);
  }

  /** Runs the tests that claim a code, or all of them, with nothing left out. */
  public SortedMap<String, Result> run(Optional<String> code) {
    return run(code, KnockOut.none());
  }

  /**
   * Runs the tests that claim a code with something left out.
   *
   * @param code empty: all tests
   * @param knockOut what is left out
   * @return how each came out, by name
   */
  public SortedMap<String, Result> run(Optional<String> code, KnockOut knockOut) {
    Results results = new Results();
    launcher().execute(request(code, knockOut), results);
    return Collections.unmodifiableSortedMap(results.byTest);
  }

  /**
   * What is wrong with the coverage of a code; empty if it is proved: a test claims it, all such
   * tests pass, and with the knock-out an assertion of one of them fails.
   */
  public Optional<String> objection(String code, KnockOut knockOut) {
    SortedMap<String, Result> whole = run(Optional.of(code));
    if (whole.isEmpty()) {
      return Optional.of(code + ": no test covers it");
    }
    if (!whole.values().stream().allMatch(Result.PASSED::equals)) {
      return Optional.of(code + ": not all of its tests pass: " + whole);
    }
    SortedMap<String, Result> without = run(Optional.of(code), knockOut);
    return without.containsValue(Result.ASSERTION_FAILED)
        ? Optional.empty()
        : Optional.of(code + ": no assertion notices that it is left out: " + without);
  }

  private static Launcher launcher() {
    return LauncherFactory.create(
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build());
  }

  private LauncherDiscoveryRequest request(Optional<String> code, KnockOut knockOut) {
    PostDiscoveryFilter claimed = test -> FilterResult.includedIf(claims(test, code));
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(
            testClasses.stream().<DiscoverySelector>map(DiscoverySelectors::selectClass).toList())
        .filters(EngineFilter.includeEngines("junit-jupiter"), claimed)
        .configurationParameter(KnockOutParameter.KEY, knockOut.toString())
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
        .build();
  }

  private static boolean claims(TestDescriptor test, Optional<String> code) {
    return code.isEmpty()
        || test.getSource()
            .filter(MethodSource.class::isInstance)
            .map(MethodSource.class::cast)
            .map(MethodSource::getJavaMethod)
            .map(method -> method.getAnnotationsByType(Covers.class))
            .map(all -> Stream.of(all).anyMatch(covers -> covers.value().equals(code.get())))
            .orElse(false);
  }

  private static final class Results implements TestExecutionListener {
    private final SortedMap<String, Result> byTest = new TreeMap<>();

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      note(test, Result.SKIPPED);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      note(
          test,
          switch (result.getStatus()) {
            case SUCCESSFUL -> Result.PASSED;
            case ABORTED -> Result.SKIPPED;
            case FAILED ->
                result.getThrowable().filter(AssertionError.class::isInstance).isPresent()
                    ? Result.ASSERTION_FAILED
                    : Result.BROKEN;
          });
    }

    /** Of a test called with several arguments: an assertion counts, then what broke. */
    private void note(TestIdentifier test, Result result) {
      String name = name(test);
      if (name != null && (test.isTest() || result != Result.PASSED)) {
        byTest.merge(name, result, (one, other) -> worse(one, other));
      }
    }

    private static Result worse(Result one, Result other) {
      List<Result> order =
          List.of(Result.ASSERTION_FAILED, Result.BROKEN, Result.SKIPPED, Result.PASSED);
      return order.indexOf(one) <= order.indexOf(other) ? one : other;
    }

    private static @org.jspecify.annotations.Nullable String name(TestIdentifier test) {
      return test.getSource()
          .map(
              source ->
                  source instanceof MethodSource method
                      ? simple(method.getClassName()) + "." + method.getMethodName()
                      : test.getDisplayName())
          .orElse(null);
    }

    private static String simple(String className) {
      return className.substring(
          Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }
  }
}
