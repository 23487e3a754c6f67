package org.mentoring.rules.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * Loads the rules that were compiled while this module was built.
 *
 * <p>Drools' public API finds them through XML and Maven coordinates, with a compiler at hand.
 * Naming the generated classes ourselves needs neither, and starts several times faster.
 */
final class PrebuiltRules {

  static final String MODEL_CLASSES = "META-INF/kie/org.mentoring/mentoring-rules/drools-model";
  private static final String VERSION_LINE = "Drools-Model-Version:";

  private PrebuiltRules() {}

  /** Creates a base of all rules; costly enough to be kept, and safe to share between threads. */
  static KieBase load() {
    List<Model> models = new ArrayList<>();
    for (String className : modelClassNames()) {
      models.add(instantiate(className));
    }
    return KieBaseBuilder.createKieBaseFromModel(
        models, RuleBaseFactory.newKnowledgeBaseConfiguration());
  }

  static List<String> modelClassNames() {
    return listed().stream().filter(line -> !line.startsWith(VERSION_LINE)).sorted().toList();
  }

  /** The version of Drools that compiled the rules. */
  static String engineVersion() {
    return listed().stream()
        .filter(line -> line.startsWith(VERSION_LINE))
        .map(line -> line.substring(VERSION_LINE.length()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException(MODEL_CLASSES + " does not tell who compiled it"));
  }

  private static List<String> listed() {
    try (InputStream list = PrebuiltRules.class.getResourceAsStream("/" + MODEL_CLASSES)) {
      if (list == null) {
        throw new IllegalStateException(
            MODEL_CLASSES + " is missing: this module was built without kie-maven-plugin");
      }
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(MODEL_CLASSES + " cannot be read", e);
    }
  }

  private static Model instantiate(String className) {
    try {
      return Class.forName(className).asSubclass(Model.class).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "The compiled rules " + className + " cannot be loaded; maybe the jar was repackaged", e);
    }
  }
}
