package org.mentoring.rules.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
  private static final String PACKAGE = "org.mentoring.rules.";
  private static final String VERSION_LINE = "Drools-Model-Version:";

  private PrebuiltRules() {}

  /** A base of the rules in one folder; costly enough to be kept, safe to share between threads. */
  static KieBase load(String folder) {
    String start = PACKAGE + folder + ".";
    List<Model> models =
        modelClassNames().stream()
            .filter(name -> name.startsWith(start))
            .map(PrebuiltRules::instantiate)
            .toList();
    if (models.isEmpty()) {
      throw new IllegalStateException(MODEL_CLASSES + " names no rules in " + start);
    }
    return KieBaseBuilder.createKieBaseFromModel(
        models, RuleBaseFactory.newKnowledgeBaseConfiguration());
  }

  /** The folders that rules lie in, sorted. */
  static SortedSet<String> folders() {
    return modelClassNames().stream()
        .map(name -> name.substring(PACKAGE.length(), name.lastIndexOf('.')))
        .collect(Collectors.toCollection(TreeSet::new));
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
