package org.mentoring.rules.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;
import org.mentoring.obligation.ObligationWindow;
import org.mentoring.rules.internal.RulesSession;

/** Puts the windows of a case before the rules. */
public final class WindowFacts {
  private WindowFacts() {}

  /**
   * How each window stands, in the order of the windows.
   *
   * @throws IllegalStateException if the rules give a window no state or two
   */
  public static List<Obligation> judged(
      RulesSession session, List<ObligationWindow> windows, LocalDate asOf) {
    if (windows.isEmpty()) {
      return List.of();
    }
    List<WindowFact> facts = new ArrayList<>(windows.size());
    for (int i = 0; i < windows.size(); i++) {
      facts.add(WindowFact.of(i, windows.get(i), asOf));
    }
    @Nullable ObligationState[] states = new ObligationState[facts.size()];
    for (Judged judged : session.run(facts, Judged.class)) {
      if (states[judged.place()] != null) {
        throw new IllegalStateException("two states for one of the windows");
      }
      states[judged.place()] = judged.state();
    }
    List<Obligation> obligations = new ArrayList<>(windows.size());
    for (int i = 0; i < states.length; i++) {
      ObligationState state = states[i];
      if (state == null) {
        throw new IllegalStateException("no state for one of the windows");
      }
      obligations.add(new Obligation(windows.get(i), state));
    }
    return List.copyOf(obligations);
  }
}
