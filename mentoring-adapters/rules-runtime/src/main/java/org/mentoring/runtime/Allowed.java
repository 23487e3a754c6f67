package org.mentoring.runtime;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What own rules may refer to: the values of the library, and of Java what computes and knows no
 * clock, chance, file, network, thread or reflection. It keeps authors from mistakes; it is no
 * sandbox.
 */
final class Allowed {
  /** Packages whose classes are values. */
  private static final Set<String> PACKAGES =
      Set.of(
          "org.mentoring.activity",
          "org.mentoring.criterion",
          "org.mentoring.decision",
          "org.mentoring.identity",
          "org.mentoring.mentorship",
          "org.mentoring.obligation",
          "org.mentoring.participant",
          "org.mentoring.programme",
          "org.mentoring.time",
          "org.mentoring.waiver",
          "java.math",
          "java.time");

  private static final Set<String> CLASSES =
      Set.of(
          OwnFinding.class.getName(),
          PartyCase.class.getName(),
          Held.class.getName(),
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.CharSequence",
          "java.lang.Character",
          "java.lang.Comparable",
          "java.lang.Double",
          "java.lang.Enum",
          "java.lang.Exception",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Iterable",
          "java.lang.Long",
          "java.lang.Math",
          "java.lang.Number",
          "java.lang.Object",
          "java.lang.Record",
          "java.lang.RuntimeException",
          "java.lang.Short",
          "java.lang.String",
          "java.lang.StringBuilder",
          "java.util.ArrayList",
          "java.util.Arrays",
          "java.util.Collection",
          "java.util.Collections",
          "java.util.Comparator",
          "java.util.Iterator",
          "java.util.List",
          "java.util.Map",
          "java.util.Objects",
          "java.util.Optional",
          "java.util.OptionalInt",
          "java.util.Set",
          "java.util.SortedMap",
          "java.util.SortedSet",
          "java.util.TreeMap",
          "java.util.TreeSet");

  /** What the engine itself writes around the author's words. */
  private static final Set<String> ENGINE =
      Set.of(
          "org.drools.model.",
          "org.drools.modelcompiler.dsl.",
          "org.drools.modelcompiler.util.EvaluationUtil",
          "org.drools.core.base.accumulators.",
          "org.drools.util.DateUtils",
          "org.kie.api.runtime.rule.AccumulateFunction");

  /** Of these no more than the methods named. */
  private static final Map<String, Set<String>> ONLY =
      Map.ofEntries(
          Map.entry("java.lang.System", Set.of("arraycopy")),
          Map.entry("java.lang.Class", Set.of()),
          Map.entry("java.lang.invoke.LambdaMetafactory", Set.of("metafactory", "altMetafactory")),
          Map.entry("java.lang.invoke.StringConcatFactory", Set.of("makeConcatWithConstants")),
          Map.entry("java.lang.invoke.MethodHandles", Set.of()),
          Map.entry("java.lang.invoke.MethodHandles$Lookup", Set.of()),
          Map.entry("java.lang.invoke.MethodType", Set.of()),
          Map.entry("java.lang.invoke.SerializedLambda", Set.of()),
          Map.entry("java.util.Locale", Set.of()),
          Map.entry("org.drools.model.Drools", Set.of("insert")));

  /** Of none of the classes allowed. */
  private static final Set<String> NEVER =
      Set.of(
          "now", "random", "shuffle", "getClass", "wait", "notify", "notifyAll", "systemDefault");

  /** They read properties of the system; others of these names do not. */
  private static final Map<String, Set<String>> NOT =
      Map.of(
          "java.lang.Boolean", Set.of("getBoolean"),
          "java.lang.Integer", Set.of("getInteger"),
          "java.lang.Long", Set.of("getLong"));

  /** They lie in packages of values, and tell the time. */
  private static final Set<String> CLOCKS = Set.of("java.time.Clock", "java.time.InstantSource");

  private Allowed() {}

  /** The packages and classes that may be imported, to tell them. */
  static SortedSet<String> imports() {
    SortedSet<String> all = new TreeSet<>(CLASSES);
    all.removeIf(name -> name.startsWith("java.lang."));
    PACKAGES.forEach(name -> all.add(name + ".*"));
    return all;
  }

  /** Whether a file may import it. */
  static boolean mayImport(String target) {
    return !target.contains("$") && (CLASSES.contains(target) || inPackages(target));
  }

  private static boolean inPackages(String name) {
    return !CLOCKS.contains(name)
        && PACKAGES.stream().anyMatch(allowed -> name.startsWith(allowed + "."));
  }

  /**
   * Whether what was compiled may name a class.
   *
   * @param own the package of the rules
   */
  static boolean mayName(String className, String own) {
    return className.startsWith(own + ".")
        || CLASSES.contains(className)
        || ONLY.containsKey(className)
        || inPackages(className)
        || ENGINE.stream().anyMatch(className::startsWith);
  }

  /** Whether what was compiled may call a method of a class that it may name. */
  static boolean mayCall(String className, String method) {
    if (NEVER.contains(method) || NOT.getOrDefault(className, Set.of()).contains(method)) {
      return false;
    }
    Set<String> only = ONLY.get(className);
    return only == null || only.contains(method);
  }
}
