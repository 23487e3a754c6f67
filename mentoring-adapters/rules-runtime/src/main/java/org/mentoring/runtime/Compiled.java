package org.mentoring.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

/** Rules that were compiled, and not loaded yet; or what the compiler has against them. */
final class Compiled {
  private static final String CLASS = ".class";

  /** The engine's repository of what it compiled is one for all. */
  private static final Object ONE_AT_A_TIME = new Object();

  private final SortedMap<String, byte[]> classes = new TreeMap<>();
  private final List<String> models = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final String own;

  /**
   * What the compiler said.
   *
   * @param line of the file; 0 or less where it does not know
   */
  record Fault(int line, String words) {}

  private Compiled(String own) {
    this.own = own;
  }

  /**
   * Compiles files as the rules of the library are compiled.
   *
   * @param own their package
   */
  static Compiled of(String own, List<String> files) {
    Compiled compiled = new Compiled(own);
    synchronized (ONE_AT_A_TIME) {
      compiled.compile(files);
    }
    return compiled;
  }

  private void compile(List<String> files) {
    KieServices services = KieServices.get();
    KieFileSystem system = services.newKieFileSystem();
    for (int i = 0; i < files.size(); i++) {
      system.write(
          "src/main/resources/" + own.replace('.', '/') + "/rules" + i + ".drl", files.get(i));
    }
    KieBuilder builder = services.newKieBuilder(system, Compiled.class.getClassLoader());
    builder.buildAll(ExecutableModelProject.class);
    for (Message message : builder.getResults().getMessages(Message.Level.ERROR)) {
      boolean ofFile = message.getPath() != null && message.getPath().endsWith(".drl");
      faults.add(new Fault(ofFile ? message.getLine() : 0, DrlReading.told(message.getText())));
    }
    if (faults.isEmpty()) {
      InternalKieModule module = (InternalKieModule) builder.getKieModule();
      services.getRepository().removeKieModule(module.getReleaseId());
      keep(module);
    }
  }

  private void keep(InternalKieModule module) {
    String folder = own.replace('.', '/') + "/";
    for (String file : module.getFileNames()) {
      if (file.endsWith(CLASS) && file.startsWith(folder)) {
        String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
        classes.put(name, module.getBytes(file));
      } else if (file.endsWith("/drools-model")) {
        new String(module.getBytes(file), java.nio.charset.StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith(own + "."))
            .forEach(models::add);
      }
    }
  }

  /** What is wrong; nothing where all was compiled. */
  List<Fault> faults() {
    return faults;
  }

  /** What it uses and must not. */
  SortedSet<String> notAllowed() {
    SortedSet<String> found = new TreeSet<>();
    classes.values().forEach(each -> found.addAll(ClassReferences.notAllowed(each, own)));
    return found;
  }

  /** Loads the rules into a base of their own. */
  KieBase load() {
    OwnClasses loader = new OwnClasses(classes);
    List<Model> loaded = new ArrayList<>();
    for (String name : models) {
      try {
        loaded.add(loader.loadClass(name).asSubclass(Model.class).getConstructor().newInstance());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("what was compiled cannot be loaded: " + name, e);
      }
    }
    return KieBaseBuilder.createKieBaseFromModel(
        loaded, RuleBaseFactory.newKnowledgeBaseConfiguration());
  }

  /** The classes of one pack; a pack sees no other. */
  private static final class OwnClasses extends ClassLoader {
    private final Map<String, byte[]> classes;

    OwnClasses(Map<String, byte[]> classes) {
      super(Compiled.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte @Nullable [] found = classes.get(name);
      if (found == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, found, 0, found.length);
    }
  }
}
