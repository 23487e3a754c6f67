package org.mentoring;

import static org.mentoring.SmallProgramme.COORDINATOR;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.IncidentView;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.text.Language;
import org.mentoring.text.LocalizedText;

/**
 * Who may do what with a child: each cell of the table in the README is asked of the library. To
 * renew the README after a right was changed: run with -Drights.write=true, which fails once, and
 * look at what changed.
 */
class WhoMayDoWhatTest {
  private static final Path README = Path.of("README.md");
  private static final Code HEADING = Code.of("CENTRE_HEAD");
  private static final String UNKNOWN = "command.incident-unknown";

  /**
   * What refuses somebody, and not what is tried: a blank for another reason would prove nothing.
   */
  private static final Set<String> OF_RIGHTS =
      Set.of(
          "command.activity-not-capacity",
          "command.consent-of-another",
          "command.fact-not-yours",
          "command.for-staff",
          "command.incident-involved",
          "command.incident-no-office",
          UNKNOWN,
          "command.not-near-to-attest",
          "command.not-over-child",
          "command.not-over-organisation",
          "command.not-own-dossier",
          "command.not-yours-to-merge",
          "command.not-yours-to-record",
          "command.own-record-in-office",
          "erasure.by-party",
          "erasure.not-over-person",
          "mentorship.asks-for-another",
          "mentorship.looked-after-elsewhere",
          "mentorship.not-owner",
          "mentorship.not-running",
          "mentorship.other-centre",
          "mentorship.party-in-office",
          "waiver.for-oneself",
          "waiver.not-over-person",
          "waiver.without-authority");

  /** Who tries it: what one is to the child, in whichever of these offices. */
  private record Relation(LocalizedText name, List<Actor> actors) {}

  /** What is tried, and the codes of its refusal; none if it was let through. */
  private interface Attempt {
    List<String> by(Actor actor);
  }

  /** A kind of command, and where it is tried. */
  private record Matter(LocalizedText name, Function<SmallTown, Attempt> in) {}

  private static LocalizedText text(String en, String ru) {
    return new LocalizedText(en, ru);
  }

  private static Relation staff(String en, String ru, String organisation) {
    return new Relation(
        text(en, ru),
        List.of(Actor.coordinator("x-1", organisation), new Actor("x-1", HEADING, organisation)));
  }

  private static Relation inOffice(String en, String ru, String id) {
    return new Relation(
        text(en, ru),
        List.of(
            Actor.coordinator(id, COORDINATOR.organisation()),
            new Actor(id, HEADING, COORDINATOR.organisation())));
  }

  private static Relation one(String en, String ru, String id, Code capacity, String organisation) {
    return new Relation(text(en, ru), List.of(new Actor(id, capacity, organisation)));
  }

  private static List<Relation> offices() {
    return offices(
        staff("its centre", "свой центр", "centre-1"),
        staff("another centre of its town", "другой центр того же города", "neighbour"));
  }

  private static List<Relation> offices(Relation first, Relation second) {
    Code commission = SmallTown.COMMISSION;
    return List.of(
        first,
        second,
        staff("a centre of another town", "центр другого города", "elsewhere"),
        staff("a centre nobody registered", "центр, которого нет на учёте", "nowhere"),
        one("a school", "школа", "p-1", SmallTown.SPECIALIST, "school-4"),
        one(
            "the operator",
            "оператор",
            SmallTown.OPERATOR.id(),
            SmallTown.OPERATING,
            SmallTown.OPERATOR.organisation()),
        one(
            "commission of its town",
            "КДН своего города",
            "k-2",
            commission,
            "commission-of-Tyumen"),
        one("commission of the region", "КДН региона", "k-3", commission, "commission-of-region"),
        one(
            "commission of another town",
            "КДН другого города",
            "k-4",
            commission,
            "commission-of-Tobolsk"),
        one(
            "commission nobody registered",
            "КДН, которой нет на учёте",
            "k-5",
            commission,
            "commission-of-nowhere"));
  }

  private static List<Relation> family(ParticipantId child) {
    Code guardian = SmallMentorships.GUARDIAN;
    return List.of(
        one("its guardian on record", "представитель на учёте", "mother", guardian, "home"),
        one("who says to be it", "назвавшийся им", "nobody", guardian, "home"),
        one("the child itself", "сам ребёнок", child.value(), SmallMentorships.MENTEE, "home"),
        inOffice("its guardian in an office", "представитель на должности", "mother"));
  }

  private static List<Relation> paired() {
    return List.of(
        staff("a centre it was with before", "прежний центр", "before"),
        one("its mentor", "наставник", "oak", SmallMentorships.AS_MENTOR, "home"),
        inOffice("its mentor in an office", "наставник на должности", "oak"));
  }

  private static Matter fact(String en, String ru, ParticipantId child, Fact fact) {
    return matter(en, ru, town -> by -> town.records(by, child, fact));
  }

  private interface Asked {
    Outcome<?> by(Actor actor);
  }

  private static Matter matter(String en, String ru, Function<SmallTown, Asked> asked) {
    return new Matter(
        text(en, ru),
        town -> {
          Asked command = asked.apply(town);
          return actor ->
              command
                  .by(actor)
                  .refused()
                  .map(decision -> decision.findings().stream().map(Finding::code).toList())
                  .orElse(List.of());
        });
  }

  /** What is told, taken back and done of one child. */
  private static List<Matter> ofChild(ParticipantId child) {
    List<Matter> all = new ArrayList<>();
    all.add(
        fact(
            "names a guardian",
            "называет законного представителя",
            child,
            new Fact.Guardian(ParticipantId.of("friend"))));
    all.add(
        fact(
            "records a guardian's consent",
            "записывает согласие представителя",
            child,
            SmallTown.consentOfGuardian()));
    all.add(
        matter(
            "withdraws it",
            "отзывает его",
            town ->
                by -> town.mentoring.withdrawConsent(by, town.consent(child), town.small.today())));
    all.add(
        fact(
            "attaches the child to another centre",
            "прикрепляет к другому центру",
            child,
            new Fact.AttachedTo(ParticipantId.of("elsewhere"), SmallTown.AS_CENTRE)));
    all.add(
        fact(
            "tells another town",
            "называет другой город",
            child,
            new Fact.Trait(Attribute.MUNICIPALITY, "Tobolsk")));
    all.add(
        fact(
            "tells another date of birth",
            "называет другую дату рождения",
            child,
            new Fact.Birth(SmallProgramme.TODAY.minusYears(15))));
    all.add(
        fact(
            "keeps somebody away",
            "исключает кого-то",
            child,
            new Fact.Exclusion(ParticipantId.of("fir"))));
    all.add(
        matter(
            "takes back what its centre recorded",
            "отменяет записанное её центром",
            town -> by -> town.mentoring.retract(by, town.exclusion(child), "a mistake")));
    all.add(
        fact(
            "attests what admits",
            "подтверждает то, что допускает",
            child,
            SmallTown.certificate()));
    all.add(
        matter(
            "grants what the commission of its town refused",
            "разрешает то, в чём отказала КДН его города",
            town -> {
              town.refuses(child);
              return by -> town.records(by, child, SmallTown.decision(Fact.Outcome.POSITIVE));
            }));
    all.add(fact("tells an interest", "называет интерес", child, new Fact.Interest("chess")));
    all.add(
        matter(
            "records what was done for it",
            "записывает сделанное для ребёнка",
            town ->
                by ->
                    town.mentoring
                        .activities()
                        .record(
                            by,
                            SmallTown.ROUTE_STEP,
                            About.participant(child),
                            town.small.today(),
                            new Happened.Entry(null, new TreeSet<>(), 1),
                            null)));
    all.add(
        matter(
            "waives a requirement",
            "отменяет требование",
            town ->
                by ->
                    town.mentoring
                        .waivers()
                        .waive(
                            by,
                            "mentor-training",
                            child,
                            null,
                            "why",
                            town.small.today(),
                            town.small.today().plusDays(30))));
    all.add(
        matter(
            "merges two registrations",
            "объединяет две карточки",
            town -> by -> town.mentoring.merge(by, child, SmallTown.twin(child), "one child")));
    return all;
  }

  /** A report of anybody, and who of those it is told to may do something about it. */
  private static List<Matter> ofIncident(ParticipantId child) {
    return List.of(
        matter(
            "reports an incident",
            "сообщает о происшествии",
            town -> by -> town.reports(by, child)),
        new Matter(
            text("reads it whole", "читает сообщение целиком"),
            town -> {
              IncidentId id = town.reported(child);
              return actor -> reads(town, actor, id) ? List.of() : List.of(UNKNOWN);
            }),
        matter(
            "entrusts it to the centre's head",
            "поручает его руководителю центра",
            town -> {
              IncidentId id = town.reported(child);
              return by ->
                  town.mentoring
                      .incidents()
                      .entrust(by, id, SmallMentorships.HEAD, town.small.today());
            }));
  }

  private static boolean reads(SmallTown town, Actor actor, IncidentId id) {
    return town.mentoring.incidents().open(actor).stream()
        .anyMatch(view -> view instanceof IncidentView.Full full && full.id().equals(id));
  }

  private static List<Matter> ofPair() {
    return List.of(
        matter(
            "pauses the pair",
            "приостанавливает пару",
            town -> by -> town.small.commands().pause(by, town.pair, "why", town.small.today())),
        matter(
            "ends it early", "завершает её досрочно", town -> by -> endsEarly(town, by, town.pair)),
        matter(
            "takes a rung of the ladder",
            "применяет меру лестницы",
            town ->
                by ->
                    town.small
                        .commands()
                        .escalate(by, town.pair, "warning", "why", town.small.today())));
  }

  /** For a reason that is open to all, each in the own name and staff in the guardian's. */
  private static Outcome<?> endsEarly(SmallTown town, Actor by, MentorshipId pair) {
    boolean party =
        Set.of(SmallMentorships.AS_MENTOR, SmallMentorships.MENTEE).contains(by.capacity());
    return town.small
        .commands()
        .endEarly(
            by,
            pair,
            SmallMentorships.MOVED,
            party ? by.capacity() : SmallMentorships.GUARDIAN,
            "why",
            town.small.today());
  }

  /** What is done with a child that is in no pair. */
  private static List<Matter> ofUnpaired(ParticipantId child) {
    return joined(
        List.of(
            matter(
                "assigns a pair",
                "назначает пару",
                town ->
                    by ->
                        town.small
                            .commands()
                            .assign(by, town.small.terms(ParticipantId.of("fir"), child)))),
        ofKnown(child));
  }

  private static List<Matter> ofKnown(ParticipantId child) {
    return List.of(
        matter(
            "erases all that is known",
            "стирает все данные",
            town ->
                by ->
                    town.mentoring
                        .erasure()
                        .erase(by, child, Code.of("ON_DEMAND"), town.small.today())));
  }

  private static List<Matter> ofOrganisation() {
    ParticipantId fresh = ParticipantId.of("fresh");
    return List.of(
        fact(
            "tells where it is at home",
            "называет её город",
            fresh,
            new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen")),
        fact(
            "tells that it is a centre",
            "записывает, что она — центр",
            fresh,
            new Fact.PositionHeld(Position.CENTRE, null)),
        fact(
            "attaches it to the child's centre",
            "прикрепляет её к центру ребёнка",
            fresh,
            new Fact.AttachedTo(ParticipantId.of("centre-1"), SmallTown.AS_CENTRE)));
  }

  private static String head(Language language, List<Relation> relations) {
    StringBuilder table = new StringBuilder();
    table.append('|');
    relations.forEach(each -> table.append(" | ").append(each.name().in(language)));
    table.append(" |\n|---").append("|:-:".repeat(relations.size())).append("|\n");
    return table.toString();
  }

  /** A child, or an organisation, and who tries what with it. */
  private record Block(LocalizedText title, List<Relation> relations, List<Matter> matters) {}

  private static final List<Block> BLOCKS = blocks();

  private static List<Block> blocks() {
    ParticipantId paired = ParticipantId.of("paired");
    ParticipantId brought = ParticipantId.of("brought");
    ParticipantId over = ParticipantId.of("over");
    ParticipantId townless = ParticipantId.of("townless");
    ParticipantId familys = ParticipantId.of("familys");
    List<Relation> ofItsTown =
        offices(
            staff("a centre of its town", "центр его города", "centre-1"),
            staff("another one", "ещё один", "neighbour"));
    return List.of(
        new Block(
            text("A child in a pair of its centre", "Ребёнок в паре своего центра"),
            joined(offices(), paired(), family(paired)),
            joined(ofChild(paired), ofIncident(paired), ofPair())),
        new Block(
            text(
                "A child that the centre has only brought in",
                "Ребёнок, которого центр только привёл"),
            joined(offices(), family(brought)),
            joined(ofChild(brought), ofIncident(brought), ofUnpaired(brought))),
        new Block(
            text(
                "A child that the centre has brought in and whose town nobody told",
                "Ребёнок, которого центр привёл и чьего города никто не назвал"),
            joined(offices(), family(townless)),
            joined(ofChild(townless), ofIncident(townless), ofKnown(townless))),
        new Block(
            text(
                "A child that its family brought and no centre has taken in yet",
                "Ребёнок, которого привела семья и за которого ещё не взялся ни один центр"),
            joined(ofItsTown, family(familys)),
            joined(ofChild(familys), ofIncident(familys), ofUnpaired(familys))),
        new Block(
            text("A child whose last pair is over", "Ребёнок, чья последняя пара завершена"),
            joined(offices(), paired(), family(over)),
            joined(ofChild(over), ofIncident(over), ofUnpaired(over))),
        new Block(
            text("Another organisation", "Другая организация"),
            joined(offices(), List.of(staff("it itself", "она сама", "fresh"))),
            ofOrganisation()));
  }

  @SafeVarargs
  private static <T> List<T> joined(List<T>... parts) {
    List<T> all = new ArrayList<>();
    for (List<T> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  /** Who of them may, in the order of the relations. */
  private static List<Boolean> asked(Block block, Matter matter, SoftAssertions assertions) {
    List<Boolean> found = new ArrayList<>();
    Attempt attempt = null;
    for (Relation relation : block.relations()) {
      boolean may = false;
      for (Actor actor : relation.actors()) {
        // What is refused changes nothing, so that the next one may try it in the same town.
        if (attempt == null) {
          attempt = matter.in().apply(new SmallTown());
        }
        List<String> refused = may ? List.of() : attempt.by(actor);
        if (!may && refused.isEmpty()) {
          may = true;
          attempt = null;
        } else if (!may) {
          assertions
              .assertThat(refused)
              .as(block.title() + ": " + matter.name() + " by " + actor)
              .containsAnyElementsOf(OF_RIGHTS);
        }
      }
      found.add(may);
    }
    return found;
  }

  private static String whole(Language language, Map<Matter, List<Boolean>> found) {
    StringBuilder whole = new StringBuilder();
    for (Block block : BLOCKS) {
      whole.append("**").append(block.title().in(language)).append("**\n\n");
      whole.append(head(language, block.relations()));
      for (Matter matter : block.matters()) {
        whole.append("| ").append(matter.name().in(language));
        found.getOrDefault(matter, List.of()).forEach(may -> whole.append(may ? " | x" : " | "));
        whole.append(" |\n");
      }
      whole.append('\n');
    }
    return whole.toString();
  }

  @Test
  void the_readme_tells_who_may_do_what() throws IOException {
    SoftAssertions assertions = new SoftAssertions();
    Map<Matter, List<Boolean>> found = new HashMap<>();
    BLOCKS.forEach(
        block -> block.matters().forEach(each -> found.put(each, asked(block, each, assertions))));
    found.forEach(
        (matter, may) -> assertions.assertThat(may).as(matter.name().toString()).contains(true));
    for (Language language : Language.values()) {
      ReadmeBlock block = new ReadmeBlock(README, "who-may-do-what-" + language);
      String told = whole(language, found);
      assertions.assertThat(block.renewed(told)).isEqualTo(told);
    }
    assertions.assertAll();
  }
}
