package org.mentoring.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.mentoring.Mentoring;
import org.mentoring.json.BuiltInProgrammes;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The committed pages and pictures are those of the committed numbers. */
class StudyPageTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)\\n```$");
  private static final Pattern SNIPPET = Pattern.compile("(?ms)^ *// [a-z-]+\\n(.*?)\\n+ *// end$");

  private record Box(String text, double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private static Results committed() throws IOException {
    return Results.parse(Files.readString(Path.of("results.csv")));
  }

  /** After a change of pages or pictures: run with -Dstudy.write=FOLDER. */
  @Test
  void pages_and_pictures_are_those_of_the_numbers_beside_them() throws IOException {
    String folder = System.getProperty("study.write");
    if (folder != null) {
      LawStudy.write(committed(), Path.of(folder));
    }
    for (Map.Entry<String, String> file : StudyPage.files(committed()).entrySet()) {
      assertThat(Files.readString(Path.of(file.getKey())))
          .as(file.getKey())
          .isEqualTo(file.getValue());
    }
    assertThat(committed().csv()).isEqualTo(Files.readString(Path.of("results.csv")));
  }

  /** Where it fails the study is to be simulated anew: CONTRIBUTING.md tells how. */
  @Test
  void the_numbers_were_made_under_the_rules_that_are_found() throws IOException {
    try (Mentoring mentoring = Mentoring.of(BuiltInProgrammes.read("tyumen-2020")).build()) {
      assertThat(committed().restsOn("rules")).isEqualTo(mentoring.ruleSetHash());
    }
  }

  @Test
  void no_label_of_a_picture_covers_another_or_leaves_it() throws Exception {
    for (Map.Entry<String, String> file : StudyPage.files(committed()).entrySet()) {
      if (!file.getKey().endsWith(".svg")) {
        continue;
      }
      List<Box> boxes = boxes(file.getValue());
      assertThat(boxes).as(file.getKey()).hasSizeGreaterThan(10);
      for (int i = 0; i < boxes.size(); i++) {
        Box one = boxes.get(i);
        assertThat(one.left()).as(file.getKey() + " " + one).isNotNegative();
        assertThat(one.right()).as(file.getKey() + " " + one).isLessThanOrEqualTo(680);
        assertThat(boxes.subList(i + 1, boxes.size()))
            .as(file.getKey() + " " + one)
            .noneMatch(one::meets);
      }
    }
  }

  /** As wide as letters of a common font are, a little more. */
  private static List<Box> boxes(String svg) throws Exception {
    NodeList texts =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
            .getElementsByTagName("text");
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < texts.getLength(); i++) {
      Element text = (Element) texts.item(i);
      double size = Double.parseDouble(text.getAttribute("font-size"));
      double width = text.getTextContent().length() * size * 0.55;
      double x = Double.parseDouble(text.getAttribute("x"));
      double y = Double.parseDouble(text.getAttribute("y"));
      double left =
          switch (text.getAttribute("text-anchor")) {
            case "middle" -> x - width / 2;
            case "end" -> x - width;
            default -> x;
          };
      boxes.add(
          new Box(text.getTextContent(), left, y - 0.8 * size, left + width, y + 0.25 * size));
    }
    return boxes;
  }

  @Test
  void guides_show_code_that_is_compiled() throws IOException {
    List<String> snippets = new ArrayList<>();
    for (String source : List.of("ThirtyLines.java", "LawStudy.java")) {
      SNIPPET
          .matcher(Files.readString(Path.of("src/main/java/org/mentoring/study", source)))
          .results()
          .map(found -> found.group(1).stripIndent())
          .forEach(snippets::add);
    }
    // The last one as it is saved: in no package.
    snippets.add(
        Files.readString(Path.of("src/main/java/org/mentoring/study/Fortnight.java"))
            .replaceFirst("^package .*;\\n\\n", "")
            .stripTrailing());
    for (String guide : List.of("README.md", "README.ru.md")) {
      List<String> blocks =
          BLOCK
              .matcher(Files.readString(Path.of(guide)))
              .results()
              .map(block -> block.group(1))
              .toList();

      assertThat(blocks).as(guide).hasSize(3).allMatch(snippets::contains);
    }
  }
}
