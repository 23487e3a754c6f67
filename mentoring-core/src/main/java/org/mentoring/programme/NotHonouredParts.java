package org.mentoring.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.programme.NotHonoured.What;
import org.mentoring.text.LocalizedText;

/**
 * Walks a definition and notes what this version does not act on. A part leaves this list when its
 * engine arrives.
 */
final class NotHonouredParts {
  /** Kept already: requirements read the entries of registers. */
  private static final Code REGISTER = Code.of("REGISTER");

  private final List<NotHonoured> all = new ArrayList<>();
  private final Map<Code, LocalizedText> declared = new HashMap<>();

  NotHonouredParts(Collection<VocabularyTerm> vocabulary) {
    vocabulary.forEach(term -> declared.put(term.code(), term.title()));
  }

  List<NotHonoured> all() {
    return List.copyOf(all);
  }

  void programme(ProgrammeDefinition definition) {
    for (int i = 0; i < definition.under().size(); i++) {
      note("pack", "under[" + i + "]", new What.Plain(definition.under().get(i)), Citation.CHOICE);
    }
    for (int i = 0; i < definition.phases().size(); i++) {
      Phase phase = definition.phases().get(i);
      note("phase", "phases[" + i + "]", new What.Titled(phase.title()), phase.citation());
    }
    for (int i = 0; i < definition.practices().size(); i++) {
      practice(definition.practices().get(i), "practices[" + i + "]");
    }
    CentreTerms centre = definition.centre();
    if (centre != null) {
      centre(centre);
    }
    for (int i = 0; i < definition.targets().size(); i++) {
      Target target = definition.targets().get(i);
      String path = "targets[" + i + "].figures.";
      target
          .figures()
          .forEach(
              (figure, number) -> note("target", path + figure, named(figure), target.citation()));
    }
    for (int i = 0; i < definition.records().size(); i++) {
      RecordTerms terms = definition.records().get(i);
      if (!terms.kind().equals(REGISTER)) {
        note("record", "records[" + i + "]", new What.Titled(terms.title()), terms.citation());
      }
    }
  }

  private void practice(Practice practice, String path) {
    What title = new What.Titled(practice.title());
    if (practice.mutual()) {
      note("mutual", path + ".mutual", title, practice.citation());
    }
    MatchingPlan plan = practice.matching();
    if (plan != null) {
      together(practice, plan, path, title);
    }
    cadences("cadence", path + ".cadences", practice.cadences());
    CompletionTerms completion = practice.completion();
    if (completion != null) {
      note("completion", path + ".completion", title, completion.citation());
      cadences("follow-up", path + ".completion.follow-up", completion.followUp());
    }
  }

  /** What each part of a plan can do, but not all of them at once. */
  private void together(Practice practice, MatchingPlan plan, String path, What title) {
    boolean bounds =
        plan.group() != null
            || plan.team() != null
            || !plan.shares().isEmpty()
            || plan.coordinatorLoad() != null
            || plan.together() != null;
    if (bounds && plan.policy() != MatchingPlan.Policy.OPTIMAL) {
      note(
          "with-bounds",
          path + ".matching.policy",
          new What.Named(plan.policy().name()),
          plan.citation());
    }
    if (bounds && practice.circlesForbidden()) {
      note("with-bounds", path + ".circles-forbidden", title, practice.citation());
    }
    MatchingPlan.EventTerms event = plan.event();
    if (event != null && (bounds || practice.circlesForbidden())) {
      note("event-with-bounds", path + ".matching.event", title, event.citation());
    }
  }

  private void centre(CentreTerms centre) {
    if (centre.partnersAtLeast() > 0) {
      note(
          "centre",
          "centre.partners-at-least",
          named(Code.of("PARTNER_ORGANISATION")),
          centre.citation());
    }
    for (Code document : centre.documents()) {
      note("centre", "centre.documents", named(document), centre.citation());
    }
    cadences("centre", "centre.cadences", centre.cadences());
  }

  private void cadences(String code, String path, List<Cadence> cadences) {
    for (int i = 0; i < cadences.size(); i++) {
      note(code, path + "[" + i + "]", named(cadences.get(i).due()), cadences.get(i).citation());
    }
  }

  private What named(Code code) {
    LocalizedText title = declared.get(code);
    return title == null ? new What.Named(code.value()) : new What.Titled(title);
  }

  private void note(String code, String path, What what, Citation citation) {
    all.add(new NotHonoured("not-honoured." + code, path, what, citation));
  }
}
