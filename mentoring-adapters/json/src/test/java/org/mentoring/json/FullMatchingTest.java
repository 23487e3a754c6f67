package org.mentoring.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Term;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.Citation;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.internal.prebuilt.PrebuiltDefinition;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.MatchingPlan.CoordinatorLoad;
import org.mentoring.programme.MatchingPlan.EventTerms;
import org.mentoring.programme.MatchingPlan.GroupTerms;
import org.mentoring.programme.MatchingPlan.RematchTerms;
import org.mentoring.programme.MatchingPlan.Share;
import org.mentoring.programme.MatchingPlan.TeamTerms;
import org.mentoring.programme.MatchingPlan.TogetherTerms;
import org.mentoring.programme.MatchingPlan.WaitingTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;

/** Everything that can be said of matching beside criteria. */
class FullMatchingTest {
  private static final byte[] DOCUMENT = document();
  private static DefinitionReader reader;

  @BeforeContainer
  static void open() {
    reader = DefinitionReader.open();
  }

  @AfterContainer
  static void close() {
    reader.close();
  }

  static byte[] document() {
    try (InputStream in = FullMatchingTest.class.getResourceAsStream("full-matching.yaml")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ProgrammeDefinition whole() {
    return reader.read("full-matching.yaml", DOCUMENT, DocumentFormat.YAML);
  }

  private static MatchingPlan plan(String practice) {
    return Objects.requireNonNull(whole().practice(practice).orElseThrow().matching());
  }

  private static Citation cited(int number) {
    return Citation.of("E-" + number);
  }

  @Example
  void groups_and_teams_have_sizes_and_shares_loads_and_families_are_kept() {
    MatchingPlan plan = plan("evening-groups");

    assertThat(plan.disruptionPrice()).isEqualTo(OptionalInt.of(25));
    assertThat(plan.rematch()).isEqualTo(new RematchTerms(25, cited(4)));
    assertThat(plan.waiting()).isEqualTo(new WaitingTerms(cited(5)));
    assertThat(plan.group()).isEqualTo(new GroupTerms(3, 8, true, cited(6)));
    assertThat(plan.team()).isEqualTo(new TeamTerms(1, 2, cited(7)));
    assertThat(plan.shares())
        .containsExactly(
            new Share(Attribute.MUNICIPALITY, "Абатский район", 4, cited(8)),
            new Share(Attribute.MUNICIPALITY, "Викуловский район", 2, cited(8)));
    assertThat(plan.coordinatorLoad())
        .isEqualTo(new CoordinatorLoad(40, Attribute.of("curator"), cited(9)));
    assertThat(plan.together()).isEqualTo(new TogetherTerms(Attribute.of("family"), cited(10)));
  }

  @Example
  void a_stable_plan_says_who_proposes_and_whom_each_mentee_meets() {
    MatchingPlan plan = plan("tandems");

    assertThat(plan.policy()).isEqualTo(MatchingPlan.Policy.STABLE);
    assertThat(plan.proposer()).isEqualTo(Term.Side.MENTOR);
    assertThat(plan.event()).isEqualTo(new EventTerms(12, 3, cited(13)));
  }

  @Example
  void what_a_plan_leaves_open_has_a_default() {
    MatchingPlan plan = plan("tandems");

    assertThat(plan.coordinatorLoad())
        .isEqualTo(new CoordinatorLoad(20, Attribute.COORDINATOR, cited(15)));
    assertThat(plan.rematch()).isEqualTo(new RematchTerms(null, cited(14)));
    assertThat(plan.disruptionPrice()).isEmpty();
    assertThat(plan("evening-groups").proposer()).isEqualTo(Term.Side.MENTEE);
  }

  @Example
  void a_plan_that_uses_none_of_them_has_the_canonical_form_that_it_had_without_them() {
    MatchingPlan plan =
        new MatchingPlan(
            MatchingPlan.Policy.OPTIMAL,
            new MatchingPlan.CapacityTerms(1, 3, Citation.CHOICE),
            new EventTerms(10, Citation.of("S2-06")),
            List.of(),
            List.of(),
            Citation.CHOICE);

    assertThat(CanonicalForm.of(plan))
        .isEqualTo(
            "MatchingPlan(policy=OPTIMAL,"
                + "capacity=CapacityTerms(usual=1,most=3,citation=Citation(source=\"choice\",),),"
                + "event=EventTerms(pairs=10,citation=Citation(source=\"S2-06\",),),"
                + "criteria=[],emphases=[],citation=Citation(source=\"choice\",),)");
  }

  @Example
  void the_example_survives_both_formats_and_its_prebuilt_form() {
    ProgrammeDefinition whole = whole();

    for (DocumentFormat format : DocumentFormat.values()) {
      assertThat(again(whole, format)).isEqualTo(whole);
      assertThat(again(whole, format).hash()).isEqualTo(whole.hash());
    }
    assertThat(prebuilt(whole)).isEqualTo(whole);
  }

  @Property(tries = 150)
  void any_plan_survives_both_formats_and_its_prebuilt_form(@ForAll("plans") MatchingPlan plan) {
    ProgrammeDefinition definition = with(plan);

    assertThat(again(definition, DocumentFormat.JSON)).isEqualTo(definition);
    assertThat(again(definition, DocumentFormat.YAML)).isEqualTo(definition);
    assertThat(prebuilt(definition)).isEqualTo(definition);
  }

  @Property(tries = 150)
  void two_plans_have_the_same_hash_only_if_they_say_the_same(
      @ForAll("plans") MatchingPlan one, @ForAll("plans") MatchingPlan other) {
    assertThat(with(one).hash().equals(with(other).hash())).isEqualTo(one.equals(other));
  }

  @Provide
  Arbitrary<MatchingPlan> plans() {
    Arbitrary<EventTerms> events =
        Combinators.combine(
                Arbitraries.integers().between(1, 10_000),
                Arbitraries.integers().between(1, 50).injectNull(0.3))
            .as((pairs, candidates) -> new EventTerms(pairs, candidates, cited(13)));
    Arbitrary<GroupTerms> groups =
        Combinators.combine(
                Arbitraries.integers().between(1, 500),
                Arbitraries.integers().between(500, 1_000),
                Arbitraries.of(true, false))
            .as((least, most, orNone) -> new GroupTerms(least, most, orNone, cited(6)));
    Arbitrary<RematchTerms> rematches =
        Arbitraries.integers()
            .between(0, 1_000_000)
            .injectNull(0.3)
            .map(price -> new RematchTerms(price, cited(4)));
    Arbitrary<List<Share>> shares =
        Combinators.combine(
                Arbitraries.strings().alpha().numeric().withChars(" \"\\:,=а").ofMaxLength(12),
                Arbitraries.integers().between(1, 1_000_000))
            .as((value, least) -> new Share(Attribute.GROUP, "-" + value, least, cited(8)))
            .list()
            .uniqueElements(Share::value)
            .ofMaxSize(3);
    Arbitrary<Attribute> attributes = Arbitraries.of("coordinator", "family").map(Attribute::of);
    Arbitrary<CoordinatorLoad> loads =
        Combinators.combine(Arbitraries.integers().between(1, 1_000_000), attributes)
            .as((most, attribute) -> new CoordinatorLoad(most, attribute, cited(9)));
    return Combinators.combine(
            Arbitraries.of(Term.Side.class).injectNull(0.5),
            events.injectNull(0.3),
            groups.injectNull(0.3),
            rematches.injectNull(0.3),
            shares,
            loads.injectNull(0.3),
            attributes.injectNull(0.3),
            Arbitraries.of(true, false))
        .as(
            (proposing, event, group, rematch, share, load, family, waiting) ->
                new MatchingPlan(
                    MatchingPlan.Policy.STABLE,
                    proposing,
                    new MatchingPlan.CapacityTerms(1, 1_000, Citation.CHOICE),
                    event,
                    List.of(),
                    List.of(),
                    rematch,
                    waiting ? new WaitingTerms(cited(5)) : null,
                    group,
                    waiting ? new TeamTerms(1, 2, cited(7)) : null,
                    share,
                    load,
                    family == null ? null : new TogetherTerms(family, cited(10)),
                    cited(2)));
  }

  private static ProgrammeDefinition again(ProgrammeDefinition definition, DocumentFormat format) {
    String text = DefinitionWriter.write(definition, format);
    return reader.read("again", text.getBytes(StandardCharsets.UTF_8), format);
  }

  private static ProgrammeDefinition prebuilt(ProgrammeDefinition definition) {
    byte[] form = PrebuiltDefinition.of(DOCUMENT, definition).getBytes(StandardCharsets.UTF_8);
    return PrebuiltDefinition.read(form, DOCUMENT).orElseThrow();
  }

  private static ProgrammeDefinition with(MatchingPlan plan) {
    ProgrammeDefinition base = whole();
    Practice groups = base.practice("evening-groups").orElseThrow();
    return new ProgrammeDefinition(
        base.id(),
        base.version(),
        base.title(),
        base.source(),
        base.zone(),
        base.under(),
        base.phases(),
        base.vocabulary(),
        base.scales(),
        base.attributes(),
        base.standards(),
        List.of(
            new Practice(
                groups.id(),
                groups.title(),
                groups.format(),
                groups.arrangements(),
                groups.mutual(),
                groups.circlesForbidden(),
                groups.parties(),
                plan,
                groups.cadences(),
                groups.completion(),
                groups.citation())),
        base.centre(),
        base.targets(),
        base.records(),
        base.privacy());
  }
}
