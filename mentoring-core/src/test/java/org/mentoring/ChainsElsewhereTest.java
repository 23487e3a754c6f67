package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.HEAD;
import static org.mentoring.SmallProgramme.COORDINATOR;

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
  private static final Code AS_CENTRE = Code.of("CENTRE");
  private static final Code ON_DEMAND = Code.of("ON_DEMAND");
  private static final Code PARTICIPATION = Code.of("PARTICIPATION");
  private static final Code POSITIONS = Code.of("POSITIONS");
  private static final Actor ELSEWHERE = Actor.coordinator("z", "elsewhere");
  private static final Actor OFFICE = new Actor("z", Code.of("SPECIALIST"), "elsewhere");
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

  @Test
  void nor_does_it_where_centres_stand_in_for_each_other_by_agreement() {
    everyChain(underModels(), false);
  }
}
