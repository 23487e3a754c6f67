package org.mentoring.mutation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.model.EntryPoint;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Query;
import org.drools.model.Rule;
import org.drools.model.TypeMetaData;

/**
 * The rules of one package, of which one is replaced by its mutant. The library makes it by its
 * name, as it makes every model of rules, so that what it is of is told beforehand; each package
 * has a subclass that bears its name.
 */
public class MutatedRules implements Model {
  private static volatile Told told;

  private final Model all;
  private final List<Rule> rules = new ArrayList<>();

  /**
   * What it is of.
   *
   * @param model the name of the class of the package's rules
   * @param rule that is replaced
   * @param mutant the names of the classes of what it is replaced by
   */
  private record Told(String model, String rule, List<String> mutant) {}

  /** Of what was told last. */
  public MutatedRules() throws ReflectiveOperationException {
    Told now = told;
    all = made(now.model());
    Map<String, Object> said = Map.of();
    for (Rule rule : all.getRules()) {
      if (rule.getName().equals(now.rule())) {
        said = rule.getMetaData();
      } else {
        rules.add(rule);
      }
    }
    for (String name : now.mutant()) {
      for (Rule rule : made(name).getRules()) {
        rules.add(saying(rule, said));
      }
    }
  }

  /** Tells what the next one is of. */
  static void tell(String model, String rule, List<String> mutant) {
    told = new Told(model, rule, mutant);
  }

  private static Model made(String name) throws ReflectiveOperationException {
    return Thread.currentThread()
        .getContextClassLoader()
        .loadClass(name)
        .asSubclass(Model.class)
        .getConstructor()
        .newInstance();
  }

  /** What a rule says of itself is compiled otherwise in memory than while building. */
  private static Rule saying(Rule rule, Map<String, Object> said) {
    return (Rule)
        Proxy.newProxyInstance(
            Rule.class.getClassLoader(),
            new Class<?>[] {Rule.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getMetaData") && method.getParameterCount() == 0) {
                return said;
              }
              try {
                return method.invoke(rule, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  @Override
  public String getName() {
    return all.getName();
  }

  @Override
  public String getPackageName() {
    return all.getPackageName();
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public List<Global> getGlobals() {
    return all.getGlobals();
  }

  @Override
  public List<Rule> getRules() {
    return rules;
  }

  @Override
  public List<Query> getQueries() {
    return all.getQueries();
  }

  @Override
  public List<TypeMetaData> getTypeMetaDatas() {
    return all.getTypeMetaDatas();
  }

  @Override
  public List<EntryPoint> getEntryPoints() {
    return all.getEntryPoints();
  }
}
