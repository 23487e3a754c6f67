package org.mentoring.jdbc.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mentoring.Mentoring;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.CommandId;
import org.mentoring.spi.Stores;

/** Something that is to be fully done or fully absent. */
interface Deed {
  /** Does it. */
  void on(ProofProgramme programme, CommandId id);

  /** How to come to it. */
  interface Prepared {
    /** Prepares. */
    Deed in(Scene scene);

    /** Whether it can be asked for by its id. */
    boolean named();

    /** Whether it is done on stores that hold nothing any more. */
    default boolean onNothing() {
      return false;
    }
  }

  /** All commands, and what is no command. */
  static List<Map.Entry<String, Prepared>> all() {
    List<Map.Entry<String, Prepared>> all = new ArrayList<>();
    UseCases.all().forEach((name, useCase) -> all.add(Map.entry(name, new Command(useCase))));
    RecordUseCases.ofCentres()
        .forEach((name, each) -> all.add(Map.entry(name, new OfCentre(each))));
    RecordUseCases.unnamed().forEach((name, work) -> all.add(Map.entry(name, new Work(work))));
    RecordUseCases.imports().forEach((name, work) -> all.add(Map.entry(name, new Import(work))));
    return List.copyOf(all);
  }

  /** A command. */
  record Command(UseCases.UseCase useCase) implements Prepared {
    @Override
    public Deed in(Scene scene) {
      Function<Mentoring, Outcome<?>> command = useCase.on(scene);
      return (programme, id) ->
          programme.mentoring.once(id, UseCases.untyped(() -> command.apply(programme.mentoring)));
    }

    @Override
    public boolean named() {
      return true;
    }
  }

  /** A command where there are centres. */
  record OfCentre(UseCases.UseCase useCase) implements Prepared {
    @Override
    public Deed in(Scene scene) {
      Function<Mentoring, Outcome<?>> command = useCase.on(scene);
      return (programme, id) -> {
        Mentoring mentoring = programme.withCentres().mentoring;
        mentoring.once(id, UseCases.untyped(() -> command.apply(mentoring)));
      };
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
      return (programme, id) -> prepared.accept(programme.mentoring);
    }

    @Override
    public boolean named() {
      return false;
    }
  }

  /** A programme that comes from a file. */
  record Import(Function<Scene, Consumer<Stores>> work) implements Prepared {
    @Override
    public Deed in(Scene scene) {
      Consumer<Stores> prepared = work.apply(scene);
      return (programme, id) -> prepared.accept(programme.stores);
    }

    @Override
    public boolean named() {
      return false;
    }

    @Override
    public boolean onNothing() {
      return true;
    }
  }
}
