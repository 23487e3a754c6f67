package org.mentoring.validation.people;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.participant.Fact;

/** Jakarta Validation calls this class; it is public because Jakarta requires that. Thread-safe. */
public final class ParticipantDraftValidator
    implements ConstraintValidator<FactsOfOnePerson, ParticipantDraft> {
  /** For Jakarta Validation. */
  public ParticipantDraftValidator() {}

  @Override
  public boolean isValid(@Nullable ParticipantDraft draft, ConstraintValidatorContext context) {
    return draft == null || Fault.none(faults(draft), context);
  }

  private static List<Fault> faults(ParticipantDraft draft) {
    List<Fault> faults = new ArrayList<>();
    List<@Nullable FactInput> facts = new ArrayList<>();
    for (FactDraft each : draft.facts()) {
      facts.add(FactReading.of(each).input());
    }
    LocalDate born = null;
    int birthAt = 0;
    Map<FactInput, Integer> seen = new HashMap<>();
    for (int i = 0; i < facts.size(); i++) {
      FactInput input = facts.get(i);
      if (input == null) {
        continue;
      }
      if (input.fact() instanceof Fact.Birth birth) {
        if (born != null) {
          faults.add(new Fault("people.born-twice", property(i), Map.of()));
        }
        born = birth.date();
        birthAt = i;
      }
      if (input.fact() instanceof Fact.Exclusion exclusion
          && exclusion.other().value().equals(draft.id())) {
        faults.add(new Fault("people.excludes-oneself", property(i), Map.of()));
      }
      if (tiesTo(input.fact(), draft.id())) {
        faults.add(
            new Fault("people.tied-to-oneself", property(i), Map.of("kind", input.fact().kind())));
      }
      if (seen.put(input, i) != null) {
        faults.add(
            new Fault("people.fact-twice", property(i), Map.of("kind", input.fact().kind())));
      }
    }
    if (born != null) {
      faults.addAll(beforeBirth(facts, born, birthAt));
    }
    return faults;
  }

  private static boolean tiesTo(Fact fact, @Nullable String id) {
    return (fact instanceof Fact.Sibling sibling && sibling.other().value().equals(id))
        || (fact instanceof Fact.Guardian guardian && guardian.guardian().value().equals(id))
        || (fact instanceof Fact.MentoredBy mentored && mentored.mentor().value().equals(id))
        || (fact instanceof Fact.FormerMentor former && former.mentor().value().equals(id))
        || (fact instanceof Fact.AttachedTo attached && attached.organisation().value().equals(id))
        || (fact instanceof Fact.Member member && member.member().value().equals(id))
        || (fact instanceof Fact.Agreement agreement && agreement.with().value().equals(id));
  }

  /** Several facts before the birth are one wrong birth date rather than as many wrong facts. */
  private static List<Fault> beforeBirth(
      List<@Nullable FactInput> facts, LocalDate born, int birthAt) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      FactInput input = facts.get(i);
      if (input != null && input.validity().from().isBefore(born)) {
        faults.add(
            new Fault("people.before-birth", property(i), Map.of("kind", input.fact().kind())));
      }
    }
    return faults.size() < 2
        ? faults
        : List.of(
            new Fault(
                "people.before-birth-many",
                property(birthAt),
                Map.of("count", Integer.toString(faults.size()))));
  }

  private static String property(int fact) {
    return "facts[" + fact + "]";
  }
}
