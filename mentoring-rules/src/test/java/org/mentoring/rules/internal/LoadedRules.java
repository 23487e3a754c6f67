package org.mentoring.rules.internal;

import java.util.Collection;
import java.util.List;
import org.kie.api.definition.rule.Rule;

/** What the loaded base says of its rules. */
public final class LoadedRules {
  /**
   * A rule of the base.
   *
   * @param folder its package
   * @param name its name
   * @param code {@code @code}
   * @param source {@code @source}
   * @param kind {@code @kind}
   */
  public record LoadedRule(String folder, String name, String code, String source, String kind) {}

  private LoadedRules() {}

  public static List<LoadedRule> all() {
    return PrebuiltRules.folders().stream()
        .flatMap(folder -> PrebuiltRules.load(folder).getKiePackages().stream())
        .flatMap(folder -> folder.getRules().stream())
        .map(LoadedRules::loaded)
        .toList();
  }

  private static LoadedRule loaded(Rule rule) {
    return new LoadedRule(
        rule.getPackageName(),
        rule.getName(),
        text(rule, "code"),
        text(rule, "source"),
        text(rule, "kind"));
  }

  private static String text(Rule rule, String key) {
    Object value = rule.getMetaData().get(key);
    if (value instanceof Collection<?> values && values.size() == 1) {
      value = values.iterator().next();
    }
    return String.valueOf(value);
  }
}
