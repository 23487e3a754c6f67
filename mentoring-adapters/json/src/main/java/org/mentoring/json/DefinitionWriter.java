package org.mentoring.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.mentoring.failure.MentoringException;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.internal.binding.DraftWriter;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.validation.definition.DraftedDefinitions;

/**
 * Writes programme definitions. Equal definitions give equal texts, and a text reads back to a
 * definition with the same hash. Stateless and thread-safe.
 */
public final class DefinitionWriter {
  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter()
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"));

  private DefinitionWriter() {}

  /**
   * The definition as a text that ends with a line feed.
   *
   * @throws MentoringException {@code yaml.missing} if YAML is asked for and its library is not
   *     there
   */
  public static String write(ProgrammeDefinition definition, DocumentFormat format) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = generator(out, format)) {
      new DraftWriter(generator).write(DraftedDefinitions.draftOf(definition));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    String text = out.toString();
    return text.endsWith("\n") ? text : text + "\n";
  }

  private static JsonGenerator generator(StringWriter out, DocumentFormat format)
      throws IOException {
    if (format == DocumentFormat.JSON) {
      return new JsonFactory().createGenerator(out).setPrettyPrinter(PRETTY.createInstance());
    }
    try {
      return YamlGenerators.create(out);
    } catch (NoClassDefFoundError e) {
      throw new MentoringException(
          "yaml.missing",
          Map.of("needed", "com.fasterxml.jackson.dataformat:jackson-dataformat-yaml"),
          "Add jackson-dataformat-yaml to the class path, or write the document as JSON.");
    }
  }
}
