package org.mentoring;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.PackChange;
import org.mentoring.programme.PackRule;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.RulePack;
import org.mentoring.text.LocalizedText;

/** Rule packs for {@link SmallProgramme}. */
final class SmallPacks {
  static final Citation LAW = Citation.of("L2");
  static final LocalDate FROM = LocalDate.of(2025, 2, 5);

  private SmallPacks() {}

  static RulePack pack(String id, RulePack.Layer layer, PackRule... rules) {
    return new RulePack(
        id, "1", layer, new LocalizedText(id, "пакет"), null, List.of(), List.of(rules));
  }

  static RulePack law(PackRule... rules) {
    return pack("law", RulePack.Layer.FEDERAL_LAW, rules);
  }

  static PackRule rule(String code, @Nullable LocalDate from, PackChange change) {
    return new PackRule(code, from, null, change, LAW);
  }

  static PackRule asks(String code, @Nullable LocalDate from, Requirement requirement) {
    return rule(
        code,
        from,
        new PackChange.RequirementAdded(
            Position.MENTOR, new TreeSet<>(), new TreeSet<>(), null, requirement));
  }

  static PackRule restates(String code, Requirement requirement) {
    return rule(code, null, new PackChange.RequirementRestated(new TreeSet<>(), requirement));
  }

  static PackRule never(String... names) {
    return rule("never", null, new PackChange.NeverWaived(new TreeSet<>(List.of(names))));
  }

  static Requirement training(String id, int minutes, Fact.@Nullable Mode mode) {
    return new Requirement.TrainingDone(id, LAW, Fact.TrainingKind.INITIAL, minutes, mode, null);
  }

  static Requirement documents(String id, String... kinds) {
    TreeSet<Code> codes = new TreeSet<>();
    for (String kind : kinds) {
      codes.add(Code.of(kind));
    }
    return new Requirement.Documents(id, LAW, codes);
  }
}
