package org.mentoring.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Attribute;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.time.Validity;

class LikelyDuplicateTest {
  private static final LocalDate TODAY = LocalDate.of(2020, 10, 1);

  private static Dossier dossier(String id, LocalDate born, String municipality, Fact... further) {
    List<Fact> facts = new ArrayList<>(List.of(further));
    facts.add(new Fact.Birth(born));
    facts.add(new Fact.Trait(Attribute.MUNICIPALITY, municipality));
    List<KnownFact> known = new ArrayList<>();
    for (Fact fact : facts) {
      known.add(
          new KnownFact(
              FactId.of(id + "-" + known.size()),
              fact,
              Validity.from(TODAY.minusYears(1)),
              Instant.EPOCH));
    }
    return new Dossier(ParticipantId.of(id), ParticipantKind.PERSON, known, TODAY, Instant.EPOCH);
  }

  @Test
  void the_same_birthday_town_and_interest_are_worth_a_look() {
    LocalDate born = LocalDate.of(2006, 2, 28);

    assertThat(
            LikelyDuplicate.among(
                List.of(
                    dossier("c", born, "Ишим", new Fact.Interest("chess")),
                    dossier(
                        "a", born, "Ишим", new Fact.Interest("chess"), new Fact.Interest("music")),
                    dossier("b", born, "Ишим", new Fact.Interest("hiking")),
                    dossier("d", born, "Тобольск", new Fact.Interest("chess")),
                    dossier("e", born.plusDays(1), "Ишим", new Fact.Interest("chess")))))
        .containsExactly(new LikelyDuplicate(ParticipantId.of("a"), ParticipantId.of("c")));
  }

  @Test
  void names_decide_where_both_are_kept_whatever_their_spelling() {
    LocalDate born = LocalDate.of(2006, 2, 28);

    assertThat(
            LikelyDuplicate.among(
                List.of(
                    dossier("a", born, "Ишим", new Fact.PersonName("Пётр", "Семёнов")),
                    dossier("b", born, "Ишим", new Fact.PersonName("ПЕТР ", "Семенов")),
                    dossier("twin", born, "Ишим", new Fact.PersonName("Анна", "Семёнова")))))
        .containsExactly(new LikelyDuplicate(ParticipantId.of("a"), ParticipantId.of("b")));
  }
}
