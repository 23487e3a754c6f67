package org.mentoring.programme;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;
import org.mentoring.identity.Code;
import org.mentoring.text.Vocabulary;

/** The references between the parts of a pack, as far as a pack alone tells. */
final class PackCheck {
  private final FoundProblems found;
  private final List<VocabularyTerm> vocabulary;
  private final List<PackRule> rules;

  private PackCheck(String pack, List<VocabularyTerm> vocabulary, List<PackRule> rules) {
    this.found = new FoundProblems(pack);
    this.vocabulary = vocabulary;
    this.rules = rules;
  }

  static void refuseBrokenReferences(
      String pack, List<VocabularyTerm> vocabulary, List<PackRule> rules) {
    PackCheck check = new PackCheck(pack, vocabulary, rules);
    check.all();
    if (!check.found.all().isEmpty()) {
      throw new InvalidDefinition(check.found.all());
    }
  }

  private void all() {
    found.once("vocabulary", vocabulary.stream().map(term -> term.code().value()), "vocabulary:");
    found.once("rules", rules.stream().map(PackRule::code), "rule:");
    codes();
  }

  private void codes() {
    SortedSet<Code> declared = new TreeSet<>();
    vocabulary.forEach(term -> declared.add(term.code()));
    SortedSet<Code> used = new TreeSet<>();
    CanonicalForm.visit(rules, Code.class, used::add);
    for (Code code : used) {
      if (!declared.contains(code) && !Vocabulary.isBuiltIn(code)) {
        found.add(
            "code.unknown",
            "code:" + code,
            Map.of("found", code.value(), "maybe", Vocabulary.nearest(code, declared)));
      }
    }
  }

  /** A problem of a rule that is laid over a definition. */
  static Problem problem(String code, LaidRule at, Map<String, String> parameters) {
    Place place = at.place();
    return new Problem(code, place, parameters);
  }
}
