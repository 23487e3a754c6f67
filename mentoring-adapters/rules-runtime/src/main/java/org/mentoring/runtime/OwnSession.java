package org.mentoring.runtime;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.kie.api.KieBase;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.rule.ConsequenceException;
import org.mentoring.failure.MentoringException;

/**
 * Runs cases through the rules of one pack. Each run has a pooled session to itself, and no pack
 * sees another's. Thread-safe.
 */
final class OwnSession implements AutoCloseable {
  private static final String UNKNOWN = "?";

  private final String pack;
  private final SortedMap<String, RuleTerms> terms;
  private final Set<String> rules;
  private final int limit;
  private final Supplier<KieBase> load;
  private final KieSessionsPool pool;

  /**
   * @param terms of the rules, by their names
   * @param limit so many rules may fire in one case
   * @param load a base of the rules, another one each time
   */
  OwnSession(String pack, SortedMap<String, RuleTerms> terms, int limit, Supplier<KieBase> load) {
    this.pack = pack;
    this.terms = terms;
    this.rules = terms.keySet();
    this.limit = limit;
    this.load = load;
    this.pool = load.get().newKieSessionsPool(1);
  }

  /**
   * What the rules insert, in no order that means anything.
   *
   * @throws MentoringException {@code own-rules.firing-limit}, {@code own-rules.failed}
   */
  List<OwnFinding> run(Collection<?> facts) {
    KieSession session = pool.newKieSession();
    AtomicReference<String> last = new AtomicReference<>(UNKNOWN);
    int fired;
    try {
      facts.forEach(session::insert);
      fired =
          session.fireAllRules(
              match -> {
                last.set(match.getRule().getName());
                return true;
              },
              limit + 1);
      if (fired <= limit) {
        return session.getObjects(new ClassObjectFilter(OwnFinding.class)).stream()
            .map(OwnFinding.class::cast)
            .toList();
      }
    } catch (RuntimeException e) {
      throw failed(e);
    } catch (StackOverflowError e) {
      throw failed(exhausting(facts), e.getClass().getName());
    } finally {
      session.dispose();
    }
    throw new MentoringException(
        "own-rules.firing-limit",
        Map.of("pack", pack, "rule", last.get(), "limit", Integer.toString(limit)),
        "Mend the rule, which seems to join everything with everything; or raise the limit of the pack.");
  }

  /** The engine does not tell which rule it was, so each is tried alone. */
  private String exhausting(Collection<?> facts) {
    return rules.stream().filter(rule -> exhausts(rule, facts)).findFirst().orElse(UNKNOWN);
  }

  private boolean exhausts(String rule, Collection<?> facts) {
    KieBase alone = load.get();
    rules.stream()
        .filter(other -> !other.equals(rule))
        .forEach(other -> alone.removeRule("own." + pack, other));
    KieSession session = alone.newKieSession();
    try {
      facts.forEach(session::insert);
      session.fireAllRules(limit + 1);
      return false;
    } catch (StackOverflowError e) {
      return true;
    } catch (RuntimeException e) {
      return false;
    } finally {
      session.dispose();
    }
  }

  /** Neither its message nor its cause: they may hold what the rule read about a person. */
  private MentoringException failed(RuntimeException e) {
    String rule = UNKNOWN;
    Throwable deepest = e;
    for (Throwable at = e; at != null; at = at.getCause()) {
      deepest = at;
      if (at instanceof ConsequenceException consequence && consequence.getRule() != null) {
        rule = consequence.getRule().getName();
      }
      String words = String.valueOf(at.getMessage());
      if (rule.equals(UNKNOWN)) {
        rule =
            rules.stream()
                .filter(name -> words.contains('"' + name + '"'))
                .findFirst()
                .orElse(rule);
      }
    }
    return failed(rule, deepest.getClass().getName());
  }

  /**
   * @param rule its name
   */
  MentoringException failed(String rule, String what) {
    RuleTerms known = terms.get(rule);
    String place = known == null ? UNKNOWN : known.place().toString();
    return new MentoringException(
        "own-rules.failed",
        Map.of("pack", pack, "rule", rule, "place", place, "exception", what),
        "Mend the rule; no decision is made while it fails.");
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
