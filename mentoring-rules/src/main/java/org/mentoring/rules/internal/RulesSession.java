package org.mentoring.rules.internal;

import java.util.Collection;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.rule.ConsequenceException;
import org.mentoring.failure.MentoringException;

/**
 * Runs facts through the rules of one folder. A session that is given back is emptied node by node,
 * whatever was asked of it, so each question has a base that knows its own rules only. Sessions are
 * pooled, for building one costs as much as two decisions; each run has a session to itself.
 * Thread-safe.
 */
public final class RulesSession implements AutoCloseable {
  private final KieSessionsPool pool;

  private RulesSession(KieBase rules) {
    this.pool = rules.newKieSessionsPool(1);
  }

  /** Loads the rules of a folder. */
  public static RulesSession load(String folder) {
    return new RulesSession(PrebuiltRules.load(folder));
  }

  /**
   * What the rules insert of one type, in no order that means anything.
   *
   * @throws MentoringException if a rule refuses what it was given
   */
  public <T> List<T> run(Collection<?> facts, Class<T> wanted) {
    KieSession session = pool.newKieSession();
    try {
      facts.forEach(session::insert);
      session.fireAllRules();
      return session.getObjects(new ClassObjectFilter(wanted)).stream().map(wanted::cast).toList();
    } catch (ConsequenceException e) {
      // What a rule refuses by name stays readable for whoever asked.
      if (e.getCause() instanceof MentoringException refusal) {
        throw refusal;
      }
      throw e;
    } finally {
      session.dispose();
    }
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
