package org.mentoring.text;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mentoring.failure.MentoringException;

/**
 * Renders one pattern. The syntax is a part of ICU's; a broken pattern is a bug of a bundle and is
 * told as such.
 */
final class MessagePattern {
  private final String pattern;
  private final Map<String, Value> values;
  private final Language language;

  private MessagePattern(String pattern, Map<String, Value> values, Language language) {
    this.pattern = pattern;
    this.values = values;
    this.language = language;
  }

  static String render(String pattern, Map<String, Value> values, Language language) {
    return new MessagePattern(pattern, values, language).render();
  }

  private String render() {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (c == '{') {
        int end = closing(pattern, at);
        out.append(argument(pattern.substring(at + 1, end)));
        at = end + 1;
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  private String argument(String inside) {
    int comma = inside.indexOf(',');
    if (comma < 0) {
      return value(inside.strip()).text();
    }
    Value value = value(inside.substring(0, comma).strip());
    String rest = inside.substring(comma + 1).strip();
    Long number = value.number();
    if (!rest.startsWith("plural,") || number == null) {
      throw broken("only 'plural' of a number is known");
    }
    Map<String, String> forms = forms(rest.substring("plural,".length()));
    String form = forms.get(PluralForm.of(number, language).name().toLowerCase(Locale.ROOT));
    if (form == null) {
      form = forms.get("other");
    }
    if (form == null) {
      throw broken("no form for " + number);
    }
    return render(form.replace("#", value.text()), values, language);
  }

  private Map<String, String> forms(String text) {
    Map<String, String> forms = new TreeMap<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      if (open < 0) {
        break;
      }
      int end = closing(text, open);
      forms.put(text.substring(at, open).strip(), text.substring(open + 1, end));
      at = end + 1;
    }
    return forms;
  }

  private int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    throw broken("a brace is not closed");
  }

  private Value value(String name) {
    Value value = values.get(name);
    if (value == null) {
      throw broken("no value for '" + name + "'");
    }
    return value;
  }

  private MentoringException broken(String why) {
    return new MentoringException(
        "message.broken",
        Map.of("pattern", pattern, "why", why),
        "Mend the pattern in the bundle.");
  }
}
