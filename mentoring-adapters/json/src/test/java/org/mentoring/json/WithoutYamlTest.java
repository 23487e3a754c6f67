package org.mentoring.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.MentoringException;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.programme.ProgrammeDefinition;

/** The library for YAML is optional: a program that reads JSON alone runs without its jar. */
class WithoutYamlTest {
  @Test
  void json_is_read_and_written_without_the_yaml_library() throws Exception {
    assertThat(inside(JsonBackAndForth.class)).isEqualTo("tyumen-2020");
  }

  @Test
  void yaml_asked_for_names_the_jar_that_is_missing() throws Exception {
    assertThat(inside(ReadingYaml.class)).isEqualTo(told("give"));
  }

  @Test
  void a_second_attempt_is_told_the_same() throws Exception {
    assertThat(inside(ReadingYamlTwice.class)).isEqualTo(told("give"));
  }

  @Test
  void writing_yaml_names_the_jar_too() throws Exception {
    assertThat(inside(WritingYaml.class)).isEqualTo(told("write"));
  }

  private static String told(String verb) {
    return "yaml.missing {needed=com.fasterxml.jackson.dataformat:jackson-dataformat-yaml} "
        + "Add jackson-dataformat-yaml to the class path, or "
        + verb
        + " the document as JSON.";
  }

  private static Object inside(Class<?> program) throws Exception {
    Class<?> loaded = new Loader().loadClass(program.getName());
    try {
      String json =
          DefinitionWriter.write(BuiltInProgrammes.read("tyumen-2020"), DocumentFormat.JSON);
      @SuppressWarnings("unchecked")
      Function<String, Object> made =
          (Function<String, Object>) loaded.getDeclaredConstructor().newInstance();
      return made.apply(json);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    }
  }

  private static String failure(Supplier<?> attempt) {
    try {
      return "no failure but " + attempt.get();
    } catch (MentoringException e) {
      return e.code() + " " + e.attributes() + " " + e.hint();
    }
  }

  private static final byte[] YAML = "id: demo\n".getBytes(StandardCharsets.UTF_8);

  private static ProgrammeDefinition definition(String json) {
    try (DefinitionReader reader = DefinitionReader.open()) {
      return reader.read("whole.json", json.getBytes(StandardCharsets.UTF_8), DocumentFormat.JSON);
    }
  }

  /** Reads JSON, writes it and reads it again. */
  public static final class JsonBackAndForth implements Function<String, String> {
    @Override
    public String apply(String json) {
      String again = DefinitionWriter.write(definition(json), DocumentFormat.JSON);
      try (DefinitionReader reader = DefinitionReader.open()) {
        return reader
            .read("again", again.getBytes(StandardCharsets.UTF_8), DocumentFormat.JSON)
            .id();
      }
    }
  }

  /** Reads YAML. */
  public static final class ReadingYaml implements Function<String, String> {
    @Override
    public String apply(String json) {
      try (DefinitionReader reader = DefinitionReader.open()) {
        return failure(() -> reader.read("a.yaml", YAML, DocumentFormat.YAML));
      }
    }
  }

  /** Reads YAML where it was refused before. */
  public static final class ReadingYamlTwice implements Function<String, String> {
    @Override
    public String apply(String json) {
      new ReadingYaml().apply(json);
      return new ReadingYaml().apply(json);
    }
  }

  /** Writes YAML. */
  public static final class WritingYaml implements Function<String, String> {
    @Override
    public String apply(String json) {
      ProgrammeDefinition definition = definition(json);
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
