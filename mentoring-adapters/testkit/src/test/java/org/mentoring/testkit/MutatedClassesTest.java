package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mentoring.testkit.internal.HarnessRounds;

/**
 * What PIT found in the classes of the modules: its reports are read where they lie, judged, and
 * told on the page of results (rows P). It runs by its own commands, which CONTRIBUTING.md has.
 */
class MutatedClassesTest {
  private static final Path ROOT = Path.of("..", "..");

  /** Of the core nine in ten have to be killed, of adapters four in five. */
  private static int least(String module) {
    return module.equals("mentoring-core") ? 90 : 80;
  }

  /** How many mutants there were of a package, and how many no test noticed. */
  private record Count(int all, int killed) {
    Count and(boolean dead) {
      return new Count(all + 1, killed + (dead ? 1 : 0));
    }

    double hundredths() {
      return 100.0 * killed / all;
    }
  }

  @TestFactory
  Stream<DynamicTest> enough_of_the_mutants_of_each_package_are_killed() throws IOException {
    if (!HarnessRounds.release()) {
      return Stream.empty();
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (Path module : modules()) {
      Path report = module.resolve("target").resolve("pit-reports").resolve("mutations.xml");
      if (Files.exists(report)) {
        String name = module.getFileName().toString();
        byPackage(report)
            .forEach(
                (inside, count) ->
                    tests.add(DynamicTest.dynamicTest(inside, () -> judge(name, inside, count))));
      }
    }
    return tests.stream();
  }

  private static void judge(String module, String inside, Count count) {
    HarnessRounds harness =
        HarnessRounds.of(
            "P-" + inside,
            "search by PIT for a change of a class that no test notices",
            1,
            1,
            "mentoring-adapters/testkit",
            null);
    harness.run(
        number ->
            assertThat(count.hundredths())
                .as("killed of the mutants of %s", inside)
                .isGreaterThanOrEqualTo(least(module)));
    harness.tell(
        String.format(
            Locale.ROOT,
            "%.1f %%: %,d of %,d mutants killed",
            count.hundredths(),
            count.killed(),
            count.all()));
  }

  private static List<Path> modules() throws IOException {
    List<Path> all = new ArrayList<>(List.of(ROOT.resolve("mentoring-core")));
    try (Stream<Path> adapters = Files.list(ROOT.resolve("mentoring-adapters"))) {
      adapters.filter(Files::isDirectory).sorted().forEach(all::add);
    }
    return all;
  }

  private static SortedMap<String, Count> byPackage(Path report) throws IOException {
    try (InputStream in = Files.newInputStream(report)) {
      return byPackage(in);
    } catch (XMLStreamException e) {
      throw new AssertionError(report + " is no report of PIT", e);
    }
  }

  private static SortedMap<String, Count> byPackage(InputStream report) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader reader = factory.createXMLStreamReader(report);
    SortedMap<String, Count> counts = new TreeMap<>();
    boolean dead = false;
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (reader.getLocalName().equals("mutation")) {
        dead = Boolean.parseBoolean(reader.getAttributeValue(null, "detected"));
      } else if (reader.getLocalName().equals("mutatedClass")) {
        String type = reader.getElementText();
        boolean killed = dead;
        counts.merge(
            type.substring(0, type.lastIndexOf('.')),
            new Count(0, 0).and(killed),
            (before, one) -> before.and(killed));
      }
    }
    return counts;
  }

  @Test
  void a_report_is_counted_by_packages() throws Exception {
    String report =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <mutations partial="true">
        <mutation detected='true' status='KILLED'><mutatedClass>org.one.A</mutatedClass></mutation>
        <mutation detected='false' status='SURVIVED'><mutatedClass>org.one.B$C</mutatedClass></mutation>
        <mutation detected='false' status='NO_COVERAGE'><mutatedClass>org.one.B</mutatedClass></mutation>
        <mutation detected='true' status='TIMED_OUT'><mutatedClass>org.two.D</mutatedClass></mutation>
        </mutations>
        """;

    assertThat(byPackage(new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(Map.of("org.one", new Count(3, 1), "org.two", new Count(1, 1)));
  }
}
