package org.mentoring.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.mentoring.DecisionRecords;
import org.mentoring.Mentoring;
import org.mentoring.WhatIf;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.Foreseen;
import org.mentoring.decision.Replayed;
import org.mentoring.decision.StoredDecision;
import org.mentoring.identity.Actor;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.Version;
import org.mentoring.rules.DroolsRules;
import org.mentoring.text.Language;

/** What may happen after a decision, and must not change it. */
class ReplayPropertiesTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final Actor SOMEBODY = Actor.coordinator("c-2", "centre-2");
  private static final List<String> PROGRAMMES = List.of("tyumen-2020", "irkutsk-2017");

  @AfterContainer
  static void close() {
    RULES.close();
  }

  private static Corpus corpus(Random random) {
    return Corpus.of("0.1.0", PROGRAMMES.get(random.nextInt(PROGRAMMES.size())));
  }

  private static DecisionRecords records(Corpus corpus) {
    return Mentoring.of(corpus.definition())
        .rules(RULES)
        .stores(corpus.stores())
        .build()
        .decisions();
  }

  private static List<StoredDecision> decisions(Corpus corpus) {
    return corpus.stores().decisions().list(null, 1_000).items();
  }

  @Property(tries = 12)
  void whatever_arrives_later_by_whatever_clock_changes_no_decision(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 120) int changes) {
    Corpus corpus = corpus(random);
    List<ParticipantId> people = corpus.stores().participants().ids();
    List<Instant> instants =
        decisions(corpus).stream().map(each -> each.decision().question().knownAt()).toList();
    for (int i = 0; i < changes; i++) {
      Instant at =
          instants
              .get(random.nextInt(instants.size()))
              .plus(Duration.ofDays(random.nextInt(3) - 1L));
      ParticipantId person = people.get(random.nextInt(people.size()));
      if (random.nextInt(10) == 0) {
        merge(corpus, person, people.get(random.nextInt(people.size())), at);
      } else {
        learn(corpus, person, at, i, random);
      }
    }
    Replayed.Some replayed = records(corpus).replayAll(null, 1_000);
    assertThat(replayed.items()).isEmpty();
    assertThat(replayed.counts().identical()).isEqualTo(instants.size());
  }

  /** As another instance would write it, whose clock may be behind. */
  private static void learn(
      Corpus corpus, ParticipantId person, Instant at, int number, Random random) {
    List<FactEntry> history = corpus.stores().participants().history(person);
    if (!history.isEmpty()
        && random.nextBoolean()
        && history.get(random.nextInt(history.size())) instanceof FactEntry.Recorded wrong) {
      corpus
          .stores()
          .participants()
          .append(new FactEntry.Retracted(wrong.id(), person, at, SOMEBODY, "made up"));
      return;
    }
    List<PartyTerms> parties =
        corpus.definition().practices().stream()
            .flatMap(practice -> practice.parties().stream())
            .toList();
    PartyTerms party = parties.get(random.nextInt(parties.size()));
    Answers answers = new Answers(party, LocalDate.of(2020, 9, 1));
    for (Requirement asked : party.requirements()) {
      List<Answers.Said> said =
          random.nextBoolean() ? answers.good(asked) : answers.bad(asked, random.nextBoolean());
      for (int i = 0; i < said.size(); i++) {
        corpus
            .stores()
            .participants()
            .append(
                new FactEntry.Recorded(
                    FactId.of("late-" + number + "-" + asked.id() + "-" + i),
                    person,
                    said.get(i).fact(),
                    said.get(i).validity(),
                    at,
                    SOMEBODY,
                    null,
                    null));
      }
    }
  }

  private static void merge(
      Corpus corpus, ParticipantId kept, ParticipantId duplicate, Instant at) {
    Participant keeper = corpus.stores().participants().find(kept).orElseThrow();
    Participant other = corpus.stores().participants().find(duplicate).orElseThrow();
    if (!kept.equals(duplicate)
        && keeper.mergedInto() == null
        && other.mergedInto() == null
        && keeper.kind() == other.kind()) {
      corpus.stores().participants().update(other.mergedInto(kept));
      corpus
          .stores()
          .participants()
          .append(new FactEntry.Merged(kept, duplicate, at, SOMEBODY, "made up"));
    }
  }

  @Property(tries = 10)
  void whoever_is_erased_takes_their_decisions_along_and_no_others(@ForAll Random random) {
    Corpus corpus = corpus(random);
    TreeSet<ParticipantId> gone = new TreeSet<>();
    for (ParticipantId person : corpus.stores().participants().ids()) {
      if (random.nextInt(5) == 0) {
        gone.add(person);
        corpus.stores().decisions().forget(person);
        corpus.stores().participants().erase(person);
      }
    }
    DecisionRecords records = records(corpus);
    for (StoredDecision each : decisions(corpus)) {
      TreeSet<ParticipantId> restsOn = new TreeSet<>();
      each.parts().stream().map(DossierPart.Reference::participant).forEach(restsOn::add);
      restsOn.retainAll(gone);
      assertThat(records.replay(each.id()))
          .isEqualTo(
              restsOn.isEmpty()
                  ? new Replayed.Identical(each.id())
                  : new Replayed.Erased(each.id(), restsOn));
    }
  }

  /** As far apart as zones are, two in which some days have no midnight, and one of odd minutes. */
  private static final List<String> SIX_ZONES =
      List.of(
          "Pacific/Kiritimati",
          "Pacific/Pago_Pago",
          "America/Sao_Paulo",
          "Africa/Cairo",
          "Asia/Kathmandu",
          "Europe/Moscow");

  @Example
  void the_machines_language_and_zone_change_no_decision() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String language : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist")) {
        Locale.setDefault(Locale.forLanguageTag(language));
        for (String place : language.equals("tr-TR") ? SIX_ZONES : SIX_ZONES.subList(0, 2)) {
          TimeZone.setDefault(TimeZone.getTimeZone(place));
          assertThat(records(Corpus.of("0.1.0", "tyumen-2020")).replayAll(null, 1_000).items())
              .isEmpty();
        }
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Example
  void under_the_same_definition_nothing_would_be_decided_otherwise() {
    for (String programme : PROGRAMMES) {
      Corpus corpus = Corpus.of("0.1.0", programme);
      Foreseen.Some some = records(corpus).whatIf(corpus.definition()).stored(null, 1_000);
      assertThat(some.items()).isEmpty();
      assertThat(some.counts().same())
          .isEqualTo(some.counts().all())
          .isEqualTo(decisions(corpus).size());
    }
  }

  @Example
  void another_version_is_foreseen_and_explained_in_both_languages() {
    Corpus corpus = Corpus.of("0.1.0", "tyumen-2020");
    WhatIf whatIf =
        records(corpus).whatIf(BuiltInProgrammes.read("tyumen-2020", Version.parse("1.0.0")));
    List<Foreseen.Otherwise> otherwise = new ArrayList<>();
    for (Foreseen each : whatIf.stored(null, 1_000).items()) {
      otherwise.add((Foreseen.Otherwise) each);
    }
    assertThat(otherwise).isNotEmpty();
    for (Foreseen.Otherwise each : otherwise) {
      assertThat(each.after().basis().definitionHash())
          .isNotEqualTo(each.before().basis().definitionHash());
      for (Language language : Language.values()) {
        WhatIf.Explained both = whatIf.explain(each, language);
        assertThat(both.before()).isNotBlank().doesNotContain("{");
        assertThat(both.after()).isNotBlank().doesNotContain("{");
        if (each.verdictChanged()) {
          assertThat(both.after()).isNotEqualTo(both.before());
        }
      }
    }
    assertThat(records(corpus).list(null, 1_000).items()).hasSize(decisions(corpus).size());
  }
}
