package org.mentoring.mutation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

/**
 * One rule, compiled in memory as the build compiles all of them.
 *
 * @param classes by name
 * @param models the names of those that hold the rule
 */
record CompiledRule(Map<String, byte[]> classes, List<String> models) {
  private static final String CLASS = ".class";

  /**
   * Compiles a rule.
   *
   * @return empty where the compiler refuses it
   */
  static Optional<CompiledRule> of(String folder, String text) {
    KieServices services = KieServices.get();
    KieFileSystem system = services.newKieFileSystem();
    String path = folder.replace('.', '/') + "/";
    system.write("src/main/resources/" + path + "mutant.drl", text);
    KieBuilder builder = services.newKieBuilder(system, CompiledRule.class.getClassLoader());
    try {
      builder.buildAll(ExecutableModelProject.class);
    } catch (RuntimeException e) {
      // What the compiler cannot digest is a mutant as little as what it refuses.
      return Optional.empty();
    }
    if (!builder.getResults().getMessages(Message.Level.ERROR).isEmpty()) {
      return Optional.empty();
    }
    InternalKieModule module = (InternalKieModule) builder.getKieModule();
    services.getRepository().removeKieModule(module.getReleaseId());
    Map<String, byte[]> classes = new TreeMap<>();
    List<String> models = new ArrayList<>();
    for (String file : module.getFileNames()) {
      if (file.endsWith(CLASS) && file.startsWith(path)) {
        classes.put(
            file.substring(0, file.length() - CLASS.length()).replace('/', '.'),
            module.getBytes(file));
      } else if (file.endsWith("/drools-model")) {
        new String(module.getBytes(file), StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith(folder + "."))
            .forEach(models::add);
      }
    }
    return Optional.of(new CompiledRule(classes, models));
  }
}
