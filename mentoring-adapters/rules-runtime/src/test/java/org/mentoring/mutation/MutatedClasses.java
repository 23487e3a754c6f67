package org.mentoring.mutation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The classes and tests of {@code mentoring-rules}, loaded anew, over rules of which one is
 * changed: the list that the library finds its compiled rules by names others. So the library needs
 * no entrance for mutants.
 */
final class MutatedClasses extends ClassLoader {
  static final String MODELS = "META-INF/kie/org.mentoring/mentoring-rules/drools-model";

  private static final List<String> OURS = List.of("org.mentoring.rules.", "org.mentoring.corpus.");

  private final List<Path> folders;
  private final Map<String, byte[]> compiled;
  private final byte[] models;

  /**
   * Loads them.
   *
   * @param folders of classes and of tests
   * @param compiled the classes of the mutant
   * @param models the list of models, a line each
   */
  MutatedClasses(List<Path> folders, Map<String, byte[]> compiled, String models) {
    super(MutatedClasses.class.getClassLoader());
    this.folders = folders;
    this.compiled = compiled;
    this.models = models.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (OURS.stream().noneMatch(name::startsWith)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte @Nullable [] bytes = compiled.get(name);
    String file = name.replace('.', '/') + ".class";
    for (int i = 0; bytes == null && i < folders.size(); i++) {
      Path path = folders.get(i).resolve(file);
      if (Files.exists(path)) {
        bytes = read(path);
      }
    }
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    for (Path folder : folders) {
      Path path = folder.resolve(name);
      if (Files.exists(path)) {
        try {
          return path.toUri().toURL();
        } catch (MalformedURLException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return null;
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    return name.equals(MODELS) ? new ByteArrayInputStream(models) : super.getResourceAsStream(name);
  }

  private static byte[] read(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
