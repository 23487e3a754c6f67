package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mentoring.ErasureCommands;
import org.mentoring.JournalCommands;
import org.mentoring.Mentoring;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.CommandId;
import org.mentoring.json.lines.ProgrammeImport;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.spi.Outbox;
import org.mentoring.spi.Stores;
import org.mentoring.spi.UnitOfWork;

/**
 * G4 gives every command: whatever of the library's public methods writes is seen from inside while
 * the use cases run, so that the next one cannot be forgotten.
 */
class EveryCommandTest {
  /** What writes without being a command: all that these have in public, but for what reads. */
  private static final Map<Class<?>, Set<String>> READING =
      Map.of(
          JournalCommands.class,
          Set.of("unsealed", "checkpoint", "verify", "undelivered"),
          ErasureCommands.class,
          Set.of("erasures", "find", "retentionDue"),
          ProgrammeImport.class,
          Set.of());

  private static final SortedSet<String> WRITING = new TreeSet<>();
  private static final SortedSet<String> SEEN = new TreeSet<>();
  private static final SortedSet<String> SILENT = new TreeSet<>();

  @BeforeAll
  static void give_all() {
    for (Class<?> type : types()) {
      Arrays.stream(type.getDeclaredMethods())
          .filter(method -> writes(type, method))
          .map(method -> name(type, method.getName(), method.getParameterTypes()))
          .forEach(WRITING::add);
    }
    int number = 0;
    for (Map.Entry<String, Deed.Prepared> each : Deed.all()) {
      SortedSet<String> seen = given(each, ++number);
      if (Collections.disjoint(seen, WRITING)) {
        SILENT.add(each.getKey());
      }
      SEEN.addAll(seen);
    }
  }

  @Test
  void every_public_method_that_writes_is_given_by_a_use_case() {
    assertThat(WRITING).hasSizeGreaterThan(55);
    SortedSet<String> forgotten = new TreeSet<>(WRITING);
    forgotten.removeAll(SEEN);
    assertThat(forgotten).as("add a use case to UseCases").isEmpty();
  }

  @Test
  void every_use_case_gives_a_public_method_that_writes() {
    assertThat(SILENT).isEmpty();
  }

  /** Little of a command is seen where it is refused. */
  @Test
  void every_use_case_is_accepted_but_for_the_one_that_is_to_be_refused() {
    SortedSet<String> refused = new TreeSet<>();
    int number = 0;
    for (Map.Entry<String, UseCases.UseCase> each : UseCases.all().entrySet()) {
      ProofProgramme programme =
          new ProofProgramme(
              InMemoryStores.create(), new SequentialIdentifiers(), UseCases.EARLIER);
      Scene scene = new Scene(programme, ++number);
      if (each.getValue().on(scene).apply(programme.mentoring).accepted().isEmpty()) {
        refused.add(each.getKey());
      }
    }
    assertThat(refused).containsExactly("refused");
  }

  @Test
  void a_use_case_that_is_taken_out_is_missed() {
    SortedSet<String> seen = new TreeSet<>();
    int number = 0;
    for (Map.Entry<String, Deed.Prepared> each : Deed.all()) {
      number++;
      if (!each.getKey().equals("leave")) {
        seen.addAll(given(each, number));
      }
    }
    SortedSet<String> forgotten = new TreeSet<>(WRITING);
    forgotten.removeAll(seen);
    assertThat(forgotten).singleElement().asString().startsWith("MentorshipCommands.leave(");
  }

  /** The programme, and all that it hands out. */
  private static Set<Class<?>> types() {
    Set<Class<?>> types = new LinkedHashSet<>(READING.keySet());
    Deque<Class<?>> next = new ArrayDeque<>(List.of(Mentoring.class));
    while (!next.isEmpty()) {
      Class<?> type = next.remove();
      types.add(type);
      for (Method method : type.getDeclaredMethods()) {
        Class<?> handedOut = method.getReturnType();
        if (Modifier.isPublic(method.getModifiers())
            && handedOut.getPackage() == Mentoring.class.getPackage()
            && !types.contains(handedOut)) {
          next.add(handedOut);
        }
      }
    }
    return types;
  }

  private static boolean writes(Class<?> type, Method method) {
    if (!Modifier.isPublic(method.getModifiers()) || method.isSynthetic()) {
      return false;
    }
    Set<String> reading = READING.get(type);
    return method.getReturnType() == Outcome.class
        || (reading != null && !reading.contains(method.getName()));
  }

  private static SortedSet<String> given(Map.Entry<String, Deed.Prepared> use, int number) {
    Stores stores = InMemoryStores.create();
    SequentialIdentifiers identifiers = new SequentialIdentifiers();
    ProofProgramme programme = new ProofProgramme(stores, identifiers, UseCases.EARLIER);
    Deed deed = use.getValue().in(new Scene(programme, number));
    SortedSet<String> seen = new TreeSet<>();
    Stores watched = watched(use.getValue().onNothing() ? InMemoryStores.create() : stores, seen);
    ProofProgramme on = new ProofProgramme(watched, identifiers, UseCases.EARLIER);
    on.at(programme);
    deed.on(on, CommandId.of(use.getKey()));
    return seen;
  }

  /** Whatever writes begins its work here, and is then among the callers. */
  private static Stores watched(Stores given, SortedSet<String> seen) {
    return new Stores(
        given.participants(),
        given.proposals(),
        given.selectionEvents(),
        given.mentorships(),
        given.activities(),
        given.incidents(),
        given.waivers(),
        given.decisions(),
        given.commands(),
        given.journal(),
        watched(Outbox.class, given.outbox(), seen),
        given.places(),
        given.identities(),
        given.erasures(),
        given.programmes(),
        watched(UnitOfWork.class, given.work(), seen));
  }

  private static <T> T watched(Class<T> type, T given, SortedSet<String> seen) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              seen.addAll(callers());
              try {
                return method.invoke(given, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  /** What a use case called, with what that called under the same name. */
  private static List<String> callers() {
    List<StackFrame> frames =
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
            .walk(all -> all.collect(Collectors.toList()));
    Collections.reverse(frames);
    List<String> called = new ArrayList<>();
    for (int i = 1; i < frames.size(); i++) {
      if (isUseCase(frames.get(i - 1)) && !isUseCase(frames.get(i))) {
        StackFrame first = frames.get(i);
        for (int j = i; j < frames.size() && alike(first, frames.get(j)); j++) {
          called.add(
              name(
                  first.getDeclaringClass(),
                  first.getMethodName(),
                  frames.get(j).getMethodType().parameterArray()));
        }
      }
    }
    return called;
  }

  private static boolean isUseCase(StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    return type == UseCases.class || type == RecordUseCases.class || type == Scene.class;
  }

  private static boolean alike(StackFrame first, StackFrame other) {
    return first.getDeclaringClass() == other.getDeclaringClass()
        && first.getMethodName().equals(other.getMethodName());
  }

  private static String name(Class<?> type, String method, Class<?>[] parameters) {
    return Arrays.stream(parameters)
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", type.getSimpleName() + "." + method + "(", ")"));
  }
}
