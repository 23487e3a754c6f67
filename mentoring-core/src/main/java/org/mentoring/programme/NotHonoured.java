package org.mentoring.programme;

import java.util.List;
import java.util.Map;
import org.mentoring.identity.Citation;
import org.mentoring.text.LocalizedText;
import org.mentoring.text.Messages;
import org.mentoring.text.Value;

/**
 * Something that a definition says and that this version does not act on yet. Nothing of a
 * definition is ignored silently: what is not acted on is said by name, with its source.
 *
 * @param code {@code not-honoured.cadence} and so on; the message's key is {@code problem.<code>}
 * @param path where the part stands in a file of the definition, as {@code
 *     practices[0].cadences[1]}
 * @param what the part's name, a code or words of the definition
 * @param citation where the part comes from
 */
public record NotHonoured(String code, String path, What what, Citation citation) {
  /** The name of a part. */
  public sealed interface What {
    /** A code or constant, named by the message bundles. */
    record Named(String code) implements What {}

    /** Words of the definition. */
    record Titled(LocalizedText title) implements What {}

    /** An id that reads the same in every language. */
    record Plain(String text) implements What {}
  }

  /** Everything in a definition that is not acted on yet, in the definition's order. */
  public static List<NotHonoured> in(ProgrammeDefinition definition) {
    NotHonouredParts parts = new NotHonouredParts(definition);
    parts.programme();
    return parts.all();
  }

  /** The sentence for people. */
  public String text(Messages messages) {
    return messages.render(
        "problem." + code,
        Map.of("what", Value.of(name(messages)), "cite", Value.of(citation.source())));
  }

  private String name(Messages messages) {
    if (what instanceof What.Named named) {
      return messages.nameOf(named.code());
    }
    return what instanceof What.Titled titled
        ? titled.title().in(messages.language())
        : ((What.Plain) what).text();
  }
}
