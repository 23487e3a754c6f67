package org.mentoring.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.MentoringException;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.programme.ProgrammeDefinition;

/** The library for YAML is optional: a program that reads JSON alone runs without its jar. */
class WithoutYamlTest {
  @Test
  void json_is_read_and_written_without_the_yaml_library() throws Exception {
    assertThat(inside(JsonBackAndForth.class)).isEqualTo("demo");
  }

  @Test
  void yaml_asked_for_names_the_jar_that_is_missing() throws Exception {
    assertThat(inside(ReadingYaml.class)).isEqualTo(told());
  }

  @Test
  void a_second_attempt_is_told_the_same() throws Exception {
    assertThat(inside(ReadingYamlTwice.class)).isEqualTo(told());
  }

  @Test
  void writing_yaml_names_the_jar_too() throws Exception {
    assertThat(inside(WritingYaml.class)).isEqualTo(told());
  }

  private static String told() {
    return "yaml.missing {needed=com.fasterxml.jackson.dataformat:jackson-dataformat-yaml} "
        + "Add jackson-dataformat-yaml to the class path, or give the document as JSON.";
  }

  private static Object inside(Class<?> program) throws Exception {
    Class<?> loaded = new Loader().loadClass(program.getName());
    try {
      return ((Callable<?>) loaded.getDeclaredConstructor().newInstance()).call();
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    }
  }

  private static String failure(Callable<?> attempt) throws Exception {
    try {
      return "no failure but " + attempt.call();
    } catch (MentoringException e) {
      return e.code() + " " + e.attributes() + " " + e.hint();
    }
  }

  private static final byte[] YAML = "id: demo\n".getBytes(StandardCharsets.UTF_8);

  private static ProgrammeDefinition definition() {
    String json = BrokenDefinition.wholeAsJson();
    try (DefinitionReader reader = DefinitionReader.open()) {
      return reader.read(
          "whole.json", json.getBytes(StandardCharsets.UTF_8), DocumentFormat.JSON);
    }
  }

  /** Reads JSON, writes it and reads it again. */
  public static final class JsonBackAndForth implements Callable<String> {
    @Override
    public String call() {
      String again = DefinitionWriter.write(definition(), DocumentFormat.JSON);
      try (DefinitionReader reader = DefinitionReader.open()) {
        return reader
            .read("again", again.getBytes(StandardCharsets.UTF_8), DocumentFormat.JSON)
            .id()
            .value();
      }
    }
  }

  /** Reads YAML. */
  public static final class ReadingYaml implements Callable<String> {
    @Override
    public String call() throws Exception {
      try (DefinitionReader reader = DefinitionReader.open()) {
        return failure(() -> reader.read("a.yaml", YAML, DocumentFormat.YAML));
      }
    }
  }

  /** Reads YAML where it was refused before. */
  public static final class ReadingYamlTwice implements Callable<String> {
    @Override
    public String call() throws Exception {
      new ReadingYaml().call();
      return new ReadingYaml().call();
    }
  }

  /** Writes YAML. */
  public static final class WritingYaml implements Callable<String> {
    @Override
    public String call() throws Exception {
      ProgrammeDefinition definition = definition();
      return failure(() -> DefinitionWriter.write(definition, DocumentFormat.YAML));
    }
  }

  /** Loads this module and Jackson anew, but finds no YAML. */
  private static final class Loader extends ClassLoader {
    Loader() {
      super(WithoutYamlTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("com.fasterxml.jackson.dataformat.") || name.startsWith("org.yaml.")) {
        throw new ClassNotFoundException(name);
      }
      boolean anew =
          name.startsWith("org.mentoring.json.") || name.startsWith("com.fasterxml.jackson.");
      if (!anew) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String resource = name.replace('.', '/') + ".class";
      try (InputStream in = Objects.requireNonNull(getResourceAsStream(resource), resource)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
