package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.JqwikException;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.mentoring.Mentoring;
import org.mentoring.criterion.Term;
import org.mentoring.decision.Finding;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;

/** No public type of the core that holds values is without values for properties. */
class EveryDomainTypeTest {
  @Example
  void every_public_record_enumeration_and_sealed_type_has_values_but_what_only_the_library_makes()
      throws Exception {
    Map<String, String> without = new TreeMap<>();
    List<Class<?>> types = types();
    for (Class<?> type : types) {
      try {
        Object value = MentoringArbitraries.of(type).sample();
        assertThat(type.isInstance(value)).as(type.getName()).isTrue();
      } catch (IllegalArgumentException | IllegalStateException | JqwikException e) {
        without.put(type.getName(), String.valueOf(e.getMessage()));
      }
    }

    assertThat(without.keySet()).isEqualTo(DomainArbitraries.OF_THE_LIBRARY);
    assertThat(types).hasSizeGreaterThan(300).contains(Fact.class, Fact.Consent.class, Term.class);
  }

  @Property(tries = 50)
  @Domain(DomainContext.Global.class)
  @Domain(MentoringDomain.class)
  void the_domain_gives_what_a_property_asks_for(
      @ForAll Requirement requirement,
      @ForAll Fact fact,
      @ForAll Finding finding,
      @ForAll Dossier dossier,
      @ForAll ProgrammeDefinition definition) {
    assertThat(requirement.kind()).isNotEmpty();
    assertThat(fact.kind()).isNotEmpty();
    assertThat(finding.code()).isNotNull();
    assertThat(dossier.facts()).isNotNull();
    assertThat(definition.practices()).isNotEmpty();
  }

  private static List<Class<?>> types() throws IOException, URISyntaxException {
    URI place = Mentoring.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path folder = Path.of(place);
    if (Files.isDirectory(folder)) {
      return types(folder);
    }
    try (FileSystem jar = FileSystems.newFileSystem(folder)) {
      return types(jar.getPath("/"));
    }
  }

  private static List<Class<?>> types(Path folder) throws IOException {
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).sorted().toList()) {
        String name =
            folder
                .relativize(file)
                .toString()
                .replaceAll("[/\\\\]", ".")
                .replaceAll("\\.class$", "");
        if (!name.equals("module-info") && !name.contains(".internal.")) {
          add(types, name);
        }
      }
    }
    return types;
  }

  private static void add(List<Class<?>> types, String name) {
    try {
      Class<?> type = Class.forName(name, false, Mentoring.class.getClassLoader());
      boolean open = true;
      for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
        open &= Modifier.isPublic(each.getModifiers());
      }
      if (open && (type.isRecord() || type.isEnum() || type.isSealed())) {
        types.add(type);
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
