package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.HEAD;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.codes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Fact.ConsentGiver;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.OrganisationalModel;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/** Nobody comes to decide of a child by several steps of which each alone looks harmless. */
class ChainsElsewhereTest {
  private static final String NOT_OVER = "command.not-over-child";
  private static final Code AS_CENTRE = Code.of("CENTRE");
  private static final Code ON_DEMAND = Code.of("ON_DEMAND");
  private static final Code PARTICIPATION = Code.of("PARTICIPATION");
  private static final Code POSITIONS = Code.of("POSITIONS");
  private static final Actor ELSEWHERE = Actor.coordinator("z", "elsewhere");
  private static final Actor OFFICE = new Actor("z", Code.of("SPECIALIST"), "elsewhere");
  private static final Actor SECOND_JOB = new Actor("z", Code.of("TEACHER"), "school-9");
  private static final Actor OPERATOR =
      new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator-1");

  /** One try: a centre, a child that it brought in, one without a town and one that it attached. */
  private static final class Town {
    private final SmallMentorships small;
    private final Mentoring mentoring;
    private final ParticipantId centre = ParticipantId.of("centre-1");
    private final ParticipantId own = ParticipantId.of("elsewhere");
    private final ParticipantId twin = ParticipantId.of("twin");
    private final ParticipantId friend;
    private final ParticipantId mother;
    private final ParticipantId elm;
    private final List<ParticipantId> children = new ArrayList<>();
    private final Map<ParticipantId, FactId> exclusions = new LinkedHashMap<>();

    Town(ProgrammeDefinition definition, boolean registered) {
      small = new SmallMentorships(definition);
      mentoring = small.mentoring;
      mentoring
          .register(COORDINATOR, centre, ParticipantKind.ORGANISATION, List.of())
          .orElseThrow();
      if (registered) {
        small.programme.fact(centre, new Fact.PositionHeld(Position.CENTRE, null));
      }
      friend = small.programme.person("friend");
      mother = small.programme.person("mother");
      elm = small.mentor("elm");
      ParticipantId oak = small.mentor("oak");
      children.add(small.mentee("brought"));
      ParticipantId nowhere = small.programme.person("nowhere");
      small.programme.fact(nowhere, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
      children.add(nowhere);
      ParticipantId attached = small.mentee("attached");
      small.programme.fact(attached, new Fact.AttachedTo(centre, AS_CENTRE));
      children.add(attached);
      for (ParticipantId each : children) {
        small.programme.fact(each, new Fact.Guardian(mother));
        exclusions.put(each, small.programme.fact(each, new Fact.Exclusion(oak)));
      }
      small.programme.later();
    }

    void organisation(ParticipantId id) {
      mentoring.register(ELSEWHERE, id, ParticipantKind.ORGANISATION, List.of());
    }

    Outcome<FactId> records(Actor by, ParticipantId about, Fact fact) {
      return mentoring.record(by, about, fact, Validity.from(small.today()));
    }

    /** Each thing that looks harmless, of itself, of the centre, of children and of a twin. */
    Map<String, Runnable> commands() {
      Map<String, Runnable> all = new LinkedHashMap<>();
      all.put("register", () -> organisation(own));
      for (ParticipantId each : List.of(own, centre)) {
        ParticipantId other = each.equals(own) ? centre : own;
        for (Fact fact :
            List.of(
                new Fact.PositionHeld(Position.CENTRE, null),
                new Fact.Application(Position.CENTRE, Fact.WayIn.SELF),
                new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen"),
                new Fact.AttachedTo(other, AS_CENTRE),
                new Fact.Agreement(other, POSITIONS))) {
          all.put(fact.kind() + " of " + each, () -> records(ELSEWHERE, each, fact));
        }
        all.put(
            "merge into " + each,
            () -> mentoring.merge(ELSEWHERE, each, other, "one and the same"));
      }
      all.put(
          "twin",
          () -> {
            mentoring.register(ELSEWHERE, twin, ParticipantKind.PERSON, List.of());
            records(ELSEWHERE, twin, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
            records(ELSEWHERE, twin, new Fact.AttachedTo(own, AS_CENTRE));
            records(ELSEWHERE, twin, new Fact.Guardian(friend));
          });
      ofChildren(all, "merge twin", each -> mentoring.merge(ELSEWHERE, each, twin, "one child"));
      ofChildren(all, "into twin", each -> mentoring.merge(ELSEWHERE, twin, each, "one child"));
      ofChildren(all, "merge mother", each -> mentoring.merge(ELSEWHERE, mother, friend, "one"));
      ofChildren(
          all,
          "keeps the mother away",
          each -> records(ELSEWHERE, each, new Fact.Exclusion(mother)));
      ofChildren(all, "interest", each -> records(ELSEWHERE, each, new Fact.Interest("chess")));
      ofChildren(
          all,
          "office attaches",
          each -> records(OFFICE, each, new Fact.AttachedTo(own, AS_CENTRE)));
      ofChildren(
          all,
          "office tells the town",
          each -> records(OFFICE, each, new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen")));
      all.put(
          "second job tells the town",
          () -> records(SECOND_JOB, own, new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen")));
      ofChildren(all, "assign", this::assign);
      return all;
    }

    private void ofChildren(
        Map<String, Runnable> all, String name, Consumer<ParticipantId> command) {
      all.put(name, () -> children.forEach(command));
    }

    private void assign(ParticipantId child) {
      small.commands().assign(ELSEWHERE, small.terms(elm, child).at(own));
    }

    /** What the staff of elsewhere, and whom it would have as guardian, decide of the children. */
    List<String> decided() {
      List<String> decided = new ArrayList<>();
      for (ParticipantId child : children) {
        for (Actor by : List.of(ELSEWHERE, new Actor("z", HEAD.capacity(), "elsewhere"))) {
          String who = by.capacity() + " of " + child + ": ";
          for (Fact fact :
              List.of(
                  new Fact.Guardian(friend),
                  new Fact.Consent(
                      ConsentGiver.GUARDIAN, null, SmallProgramme.CENTRE, PARTICIPATION),
                  new Fact.AttachedTo(own, AS_CENTRE))) {
            records(by, child, fact).accepted().ifPresent(id -> decided.add(who + fact.kind()));
          }
          mentoring
              .retract(by, exclusions.get(child), "a mistake")
              .accepted()
              .ifPresent(id -> decided.add(who + "retracts"));
        }
        if (speaks("friend", child)) {
          decided.add("friend speaks for " + child);
        }
        if (!speaks("mother", child)) {
          decided.add("mother no longer speaks for " + child);
        }
      }
      for (ParticipantId child : children) {
        mentoring
            .erasure()
            .erase(ELSEWHERE, child, ON_DEMAND, small.today())
            .accepted()
            .ifPresent(act -> decided.add("erases " + child));
      }
      return decided;
    }

    private boolean speaks(String guardian, ParticipantId child) {
      Actor by = new Actor(guardian, Code.of("GUARDIAN"), "home");
      return records(by, child, new Fact.Interest("tennis")).accepted().isPresent();
    }
  }

  private static ProgrammeDefinition underModels() {
    return SmallMentorships.definition(
        false,
        SmallMentorships.mentorshipTerms(),
        new CentreTerms(
            new TreeSet<>(),
            0,
            List.of(),
            List.of(),
            List.of(model("own", null), model("outside", POSITIONS)),
            List.of(),
            Citation.of("S1-01")));
  }

  private static OrganisationalModel model(String id, @Nullable Code agreement) {
    return new OrganisationalModel(
        id, new LocalizedText(id, id), agreement, new TreeSet<>(), Citation.of("S1-01"));
  }

  private static void everyChain(ProgrammeDefinition definition, boolean registered) {
    List<String> names = List.copyOf(new Town(definition, registered).commands().keySet());
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (boolean known : List.of(true, false)) {
      for (String first : names) {
        for (String second : names) {
          Town town = new Town(definition, registered);
          if (known) {
            town.organisation(town.own);
          }
          Map<String, Runnable> commands = town.commands();
          commands.getOrDefault(first, () -> {}).run();
          town.small.programme.later();
          commands.getOrDefault(second, () -> {}).run();
          town.small.programme.later();
          List<String> decided = town.decided();
          if (!decided.isEmpty()) {
            found.put((known ? "register, " : "") + first + ", " + second, decided);
          }
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void no_chain_of_harmless_commands_gives_others_a_say_over_a_child(boolean registered) {
    everyChain(SmallMentorships.definition(), registered);
  }

  private static Town town() {
    return new Town(SmallMentorships.definition(), true);
  }

  private static ParticipantId at(Town town, String id, String municipality) {
    ParticipantId organisation = ParticipantId.of(id);
    town.organisation(organisation);
    town.records(OPERATOR, organisation, new Fact.PositionHeld(Position.CENTRE, null));
    town.records(OPERATOR, organisation, new Fact.Trait(Attribute.MUNICIPALITY, municipality));
    return organisation;
  }

  private static ParticipantId ofFamily(Town town, String id, @Nullable String municipality) {
    ParticipantId child = town.small.programme.person(id);
    Actor mother = new Actor("m", Code.of("GUARDIAN"), "home");
    town.records(mother, child, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY))
        .orElseThrow();
    if (municipality != null) {
      town.records(mother, child, new Fact.Trait(Attribute.MUNICIPALITY, municipality))
          .orElseThrow();
    }
    town.small.programme.later();
    return child;
  }

  @Test
  void whom_the_family_has_told_of_is_for_the_centres_of_its_town_and_not_for_whoever_is_first() {
    Town town = town();
    at(town, "c-tobolsk", "Tobolsk");
    ParticipantId child = ofFamily(town, "kid", "Tobolsk");
    Fact guardian = new Fact.Guardian(town.friend);

    town.records(ELSEWHERE, child, new Fact.Interest("chess")).orElseThrow();
    town.small.programme.later();
    town.organisation(town.own);
    for (Actor each : List.of(ELSEWHERE, COORDINATOR)) {
      assertThat(codes(town.records(each, child, guardian))).containsExactly(NOT_OVER);
    }
    assertThat(codes(town.records(ELSEWHERE, child, new Fact.AttachedTo(town.own, AS_CENTRE))))
        .containsExactly(NOT_OVER);
    Actor tobolsk = Actor.coordinator("t", "c-tobolsk");
    assertThat(town.records(tobolsk, child, guardian).accepted()).isPresent();
  }

  @Test
  void whom_the_family_has_told_of_is_for_the_centre_that_takes_it_up_if_its_town_has_none() {
    for (boolean told : List.of(true, false)) {
      Town town = town();
      // What the centre tells of itself neither helps nor hinders it.
      if (told) {
        town.records(COORDINATOR, town.centre, new Fact.Trait(Attribute.MUNICIPALITY, "Tobolsk"));
      }
      ParticipantId child = ofFamily(town, "kid", "Tobolsk");
      Fact guardian = new Fact.Guardian(town.friend);

      assertThat(town.records(COORDINATOR, child, guardian).accepted()).isPresent();
      town.small.programme.later();
      assertThat(codes(town.records(ELSEWHERE, child, guardian))).containsExactly(NOT_OVER);
    }
  }

  @Test
  void what_the_operator_recorded_is_taken_back_by_the_operator_or_who_looks_after_the_person() {
    Town town = town();
    Fact negative =
        new Fact.ClearanceCertificate(
            Code.of("CRIMINAL_RECORD"), town.small.today(), Fact.Outcome.NEGATIVE);
    ParticipantId ash = town.small.programme.person("ash");
    FactId barring = town.records(OPERATOR, ash, negative).orElseThrow();
    town.small.programme.later();
    town.organisation(town.own);

    town.records(ELSEWHERE, ash, new Fact.Interest("chess")).orElseThrow();
    assertThat(codes(town.mentoring.retract(ELSEWHERE, barring, "wrong")))
        .containsExactly("command.fact-not-yours");
    assertThat(codes(town.mentoring.erasure().erase(ELSEWHERE, ash, ON_DEMAND, town.small.today())))
        .containsExactly("erasure.not-over-person");
    assertThat(town.mentoring.retract(OPERATOR, barring, "wrong").accepted()).isPresent();
  }

  @Test
  void what_a_centre_is_only_its_own_staff_and_the_operator_take_back_and_attach() {
    Town town = town();
    town.organisation(town.own);
    FactId position =
        town.records(COORDINATOR, town.centre, new Fact.Interest("chess")).orElseThrow();
    Fact attached = new Fact.AttachedTo(town.own, AS_CENTRE);

    assertThat(codes(town.records(ELSEWHERE, town.centre, attached)))
        .containsExactly("command.not-over-organisation");
    assertThat(codes(town.mentoring.retract(ELSEWHERE, position, "wrong")))
        .containsExactly("command.fact-not-yours");
    assertThat(
            codes(
                town.mentoring
                    .erasure()
                    .erase(ELSEWHERE, town.centre, ON_DEMAND, town.small.today())))
        .containsExactly("erasure.not-over-person");
    assertThat(codes(town.mentoring.merge(ELSEWHERE, town.own, town.centre, "one")))
        .containsExactly("command.not-yours-to-merge");
    assertThat(codes(town.mentoring.merge(COORDINATOR, town.centre, town.own, "one")))
        .containsExactly("command.not-yours-to-merge");
    assertThat(town.mentoring.retract(HEAD, position, "wrong").accepted()).isPresent();
    assertThat(town.mentoring.merge(OPERATOR, town.centre, town.own, "one").accepted()).isPresent();
  }

  @Test
  void a_commission_that_nobody_registered_is_not_near_to_a_child_of_a_centre_either() {
    Town town = town();
    ParticipantId child = town.small.mentee("kid");
    town.records(OPERATOR, child, new Fact.AttachedTo(town.centre, AS_CENTRE)).orElseThrow();
    FactId exclusion = town.records(COORDINATOR, child, new Fact.Exclusion(town.elm)).orElseThrow();
    Actor commission = new Actor("k", Code.of("JUVENILE_AFFAIRS_COMMISSION"), "commission");

    assertThat(codes(town.records(commission, child, new Fact.Guardian(town.friend))))
        .containsExactly(NOT_OVER);
    assertThat(codes(town.mentoring.retract(commission, exclusion, "wrong")))
        .containsExactly("command.fact-not-yours");
    town.organisation(ParticipantId.of("commission"));
    assertThat(codes(town.records(commission, child, new Fact.Guardian(town.friend))))
        .containsExactly(NOT_OVER);
    town.records(
            OPERATOR,
            ParticipantId.of("commission"),
            new Fact.Trait(Attribute.ORGANISATION, "Commission of the region"))
        .orElseThrow();
    assertThat(town.records(commission, child, new Fact.Guardian(town.friend)).accepted())
        .isPresent();
  }

  @Test
  void no_commission_comes_nearer_by_telling_where_it_or_a_childs_centre_is_at_home() {
    Town town = town();
    ParticipantId child = town.children.get(2);
    ParticipantId commission = ParticipantId.of("commission");
    town.organisation(commission);
    town.records(OPERATOR, commission, new Fact.Trait(Attribute.MUNICIPALITY, "Tobolsk"))
        .orElseThrow();
    Actor own = new Actor("k", Code.of("JUVENILE_AFFAIRS_COMMISSION"), "commission");
    Fact tobolsk = new Fact.Trait(Attribute.MUNICIPALITY, "Tobolsk");

    assertThat(codes(town.records(own, town.centre, tobolsk)))
        .containsExactly("command.not-over-organisation");
    assertThat(codes(town.records(own, child, new Fact.Guardian(town.friend))))
        .containsExactly(NOT_OVER);
  }

  @Test
  void a_mother_is_kept_away_by_no_office_that_has_told_its_own_town() {
    Town town = town();
    ParticipantId child = town.children.get(0);
    town.organisation(town.own);
    town.records(ELSEWHERE, town.own, new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen"))
        .orElseThrow();
    town.records(ELSEWHERE, town.mother, new Fact.Exclusion(child)).orElseThrow();

    assertThat(town.speaks("mother", child)).isTrue();
  }

  @Test
  void what_the_centre_that_brought_a_child_in_recorded_holds_where_the_child_goes_on() {
    Town town = town();
    ParticipantId child = town.children.get(0);
    town.organisation(town.own);
    town.records(COORDINATOR, child, new Fact.Exclusion(town.mother)).orElseThrow();
    town.small.days(1);
    town.records(COORDINATOR, child, new Fact.AttachedTo(town.own, AS_CENTRE)).orElseThrow();
    town.small.programme.later();

    assertThat(town.speaks("mother", child)).isFalse();
  }

  @Test
  void nor_does_it_where_centres_stand_in_for_each_other_by_agreement() {
    everyChain(underModels(), false);
  }

  @Test
  void what_others_told_to_have_agreed_on_with_a_centre_silences_no_mother() {
    Town town = new Town(underModels(), false);
    ParticipantId child = town.children.get(2);
    town.organisation(town.own);
    town.records(ELSEWHERE, town.own, new Fact.PositionHeld(Position.CENTRE, null)).orElseThrow();
    town.records(ELSEWHERE, town.centre, new Fact.Agreement(town.own, POSITIONS)).orElseThrow();
    town.records(ELSEWHERE, town.mother, new Fact.Exclusion(child)).orElseThrow();

    assertThat(town.speaks("mother", child)).isTrue();
  }
}
