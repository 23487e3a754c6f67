package org.mentoring.jdbc.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mentoring.Mentoring;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.CommandId;

/** Something that is to be fully done or fully absent. */
interface Deed {
  /** Does it. */
  void on(Mentoring mentoring, CommandId id);

  /** How to come to it. */
  interface Prepared {
    /** Prepares. */
    Deed in(Scene scene);

    /** Whether it can be asked for by its id. */
    boolean named();
  }

  /** All commands, and what is no command. */
  static List<Map.Entry<String, Prepared>> all() {
    List<Map.Entry<String, Prepared>> all = new ArrayList<>();
    UseCases.all().forEach((name, useCase) -> all.add(Map.entry(name, new Command(useCase))));
    UseCases.unnamed().forEach((name, work) -> all.add(Map.entry(name, new Work(work))));
    return List.copyOf(all);
  }

  /** A command. */
  record Command(UseCases.UseCase useCase) implements Prepared {
    @Override
    public Deed in(Scene scene) {
      Function<Mentoring, Outcome<?>> command = useCase.on(scene);
      return (mentoring, id) ->
          mentoring.once(id, UseCases.untyped(() -> command.apply(mentoring)));
    }

    @Override
    public boolean named() {
      return true;
    }
  }

  /** Work that has no id. */
  record Work(Function<Scene, Consumer<Mentoring>> work) implements Prepared {
    @Override
    public Deed in(Scene scene) {
      Consumer<Mentoring> prepared = work.apply(scene);
      return (mentoring, id) -> prepared.accept(mentoring);
    }

    @Override
    public boolean named() {
      return false;
    }
  }
}
