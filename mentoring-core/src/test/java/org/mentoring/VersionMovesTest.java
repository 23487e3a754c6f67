package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.MENTOR;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Foreseen;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.JournalEntry;
import org.mentoring.memory.InMemoryProgrammes;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.PinnedVersion;
import org.mentoring.mentorship.VersionMoved;
import org.mentoring.obligation.ObligationPage;
import org.mentoring.participant.Fact;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.RulePack;
import org.mentoring.programme.Version;
import org.mentoring.spi.Programmes;
import org.mentoring.spi.Stores;
import org.mentoring.spi.SystemSources;

/** Each mentorship is judged by the version that it was assigned under, until somebody moves it. */
class VersionMovesTest {
  private static final String UNKNOWN = "mentorship.version-unknown";
  private static final Version ONE = Version.parse("1.0.0");
  private static final Version TWO = Version.parse("2.0.0");
  private static final ProgrammeDefinition FIRST = version(SmallMentorships.definition(), ONE);

  /** Mentors need twice the training, and the path has lost its first meeting. */
  private static final ProgrammeDefinition SECOND =
      version(with(SmallMentorships.definition(), VersionMovesTest::stricter), TWO);

  private final Stores stores = InMemoryStores.create();
  private final SmallMentorships before = new SmallMentorships(FIRST, stores);
  private final ParticipantId mentor = before.mentor("mentor");
  private final ParticipantId mentee = before.mentee("mentee");

  private SmallMentorships under(ProgrammeDefinition current, ProgrammeDefinition... earlier) {
    return under(stores, current, earlier);
  }

  /** Without what the store has kept of definitions, as before it kept any. */
  private SmallMentorships forgetful(ProgrammeDefinition current, ProgrammeDefinition... earlier) {
    return under(holding(new InMemoryProgrammes()), current, earlier);
  }

  private Stores holding(Programmes programmes) {
    return new Stores(
        stores.participants(),
        stores.proposals(),
        stores.selectionEvents(),
        stores.mentorships(),
        stores.activities(),
        stores.incidents(),
        stores.waivers(),
        stores.decisions(),
        stores.commands(),
        stores.journal(),
        stores.outbox(),
        stores.places(),
        stores.identities(),
        stores.erasures(),
        programmes,
        stores.work());
  }

  private SmallMentorships under(
      Stores over, ProgrammeDefinition current, ProgrammeDefinition... earlier) {
    SmallMentorships small =
        new SmallMentorships(
            current,
            over,
            builder -> builder.identifiers(SystemSources.identifiers()).earlier(earlier));
    small.programme.now.set(before.programme.now.get().plusSeconds(1));
    return small;
  }

  static ProgrammeDefinition version(ProgrammeDefinition base, Version version) {
    return changed(base, version, base.practices());
  }

  private static ProgrammeDefinition with(
      ProgrammeDefinition base, UnaryOperator<Practice> change) {
    return changed(base, base.version(), base.practices().stream().map(change).toList());
  }

  static ProgrammeDefinition changed(
      ProgrammeDefinition base, Version version, List<Practice> practices) {
    return new ProgrammeDefinition(
        base.id(),
        version,
        base.title(),
        base.source(),
        base.zone(),
        base.under(),
        base.phases(),
        base.vocabulary(),
        base.scales(),
        base.neighbours(),
        base.places(),
        base.attributes(),
        base.standards(),
        practices,
        base.centre(),
        base.targets(),
        base.records(),
        base.activities(),
        base.incidents(),
        base.calendars(),
        base.waivers(),
        base.privacy());
  }

  private static Practice stricter(Practice practice) {
    return practice(
        practice,
        practice.id(),
        practice.parties().stream().map(VersionMovesTest::moreTraining).toList(),
        practice.mentorship());
  }

  private static Practice practice(
      Practice base, String id, List<PartyTerms> parties, @Nullable MentorshipTerms terms) {
    return new Practice(
        id,
        base.title(),
        base.format(),
        base.arrangements(),
        base.mutual(),
        base.circlesForbidden(),
        parties,
        base.matching(),
        terms,
        List.of(SmallWaivers.due("FOLLOW_UP_REPORT")),
        base.completion(),
        base.citation());
  }

  private static PartyTerms moreTraining(PartyTerms party) {
    return new PartyTerms(
        party.position(),
        party.kinds(),
        party.requirements().stream()
            .map(
                each ->
                    each instanceof Requirement.TrainingDone training
                        ? new Requirement.TrainingDone(
                            training.id(), training.citation(), training.purpose(), 960, null, null)
                        : each)
            .toList(),
        party.path(),
        party.citation());
  }

  @Test
  void a_new_mentorship_is_pinned_to_the_current_version() {
    MentorshipId id = before.assign(mentor, mentee).orElseThrow().id();

    assertThat(before.now(id).particulars().pinned())
        .isEqualTo(new PinnedVersion("small", ONE, FIRST.hash()));
    assertThat(Mentorship.restore(before.now(id).snapshot())).isEqualTo(before.now(id));
  }

  @Test
  void under_a_new_version_it_goes_on_by_its_own() {
    MentorshipId id = before.agreed(mentor, mentee);
    before.step(MENTOR, id, "first-meeting").orElseThrow();
    SmallMentorships after = under(SECOND, FIRST);

    assertThat(SmallProgramme.codes(after.assign(mentor, after.mentee("other"))))
        .contains("mentorship.party-not-eligible");
    assertThat(after.commands().start(COORDINATOR, id, after.today()).orElseThrow().state())
        .isEqualTo(MentorshipState.ACTIVE);
    after.days(40);
    assertThat(after.mentoring.oversight().obligations(id, after.today())).isEmpty();
    assertThat(after.mentoring.oversight().completion(id, after.today()).basis().version())
        .isEqualTo("1.0.0");
    assertThat(after.stores.decisions().restingOn(mentor))
        .allSatisfy(
            each ->
                assertThat(Objects.requireNonNull(each.decision()).basis().version())
                    .isIn("1.0.0", "2.0.0"));
  }

  @Test
  void what_is_due_of_others_is_told_beside_one_whose_version_is_not_known() {
    MentorshipId unknown = before.active(mentor, mentee);
    SmallMentorships after = forgetful(SECOND);
    ParticipantId trained = after.mentor("mentor-2");
    after.programme.fact(
        trained,
        new Fact.Training(
            Fact.TrainingKind.INITIAL,
            null,
            960,
            Fact.Mode.IN_PERSON,
            Code.of("REGIONAL_OPERATOR")));
    MentorshipId known = after.active(trained, after.mentee("mentee-2"));
    after.days(100);
    Oversight oversight = after.mentoring.oversight();

    List<MentorshipId> judged = new ArrayList<>();
    List<MentorshipId> notJudged = new ArrayList<>();
    String next = null;
    do {
      ObligationPage page = oversight.due(after.today(), Set.of(), next, 1);
      assertThat(page.items().size() + page.notJudged().size()).isLessThanOrEqualTo(1);
      page.items().forEach(each -> judged.add(each.window().mentorship()));
      page.notJudged().forEach(each -> notJudged.add(each.mentorship()));
      assertThat(page.notJudged())
          .allSatisfy(each -> assertThat(each.finding().code()).isEqualTo(UNKNOWN));
      next = page.next();
    } while (next != null);

    assertThat(notJudged).containsExactly(unknown);
    assertThat(judged).isNotEmpty().containsOnly(known);
    assertThat(oversight.atRisk(after.today(), null, 10).items())
        .filteredOn(each -> each.mentorship().equals(unknown))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.findings()).extracting(Finding::code).containsExactly(UNKNOWN);
              assertThat(each.findings().get(0).effect()).isEqualTo(Effect.ASKS_REVIEW);
            });
  }

  @Test
  void what_another_version_would_mean_is_foreseen_for_mentorships_that_are_not_pinned_to_it() {
    MentorshipId id = before.active(mentor, mentee);
    before.mentoring.decisions().keepCompletion(COORDINATOR, id, before.today()).orElseThrow();

    WhatIf moved = before.mentoring.decisions().whatIf(SECOND);

    assertThat(moved.stored(null, 100).items())
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(((Foreseen.Otherwise) each).after().basis().version())
                    .isEqualTo("2.0.0"));
    assertThat(before.mentoring.decisions().whatIf(FIRST).stored(null, 100).items()).isEmpty();
  }

  @Test
  void pinned_to_a_version_that_is_not_known_it_is_left_alone_by_name() {
    MentorshipId id = before.active(mentor, mentee);
    SmallMentorships after = forgetful(SECOND);
    LocalDate today = after.today();

    List<Outcome<?>> outcomes =
        List.of(
            after.commands().pause(COORDINATOR, id, "ill", today),
            after
                .mentoring
                .activities()
                .record(
                    COORDINATOR,
                    Code.of("FOLLOW_UP_REPORT"),
                    About.mentorship(id),
                    today,
                    new Happened.Entry(null, new TreeSet<>(), 1),
                    null),
            after
                .mentoring
                .waivers()
                .waive(
                    COORDINATOR, "LENGTH", null, id, "why", today, today.plus(Period.ofDays(3))));

    for (Outcome<?> each : outcomes) {
      assertThat(SmallProgramme.codes(each)).containsExactly("mentorship.version-unknown");
      assertThat(each.refused().orElseThrow().findings().get(0).parameters().get("version"))
          .isEqualTo(Parameter.term("1.0.0"));
    }
    assertThatThrownBy(() -> after.mentoring.oversight().completion(id, today))
        .isInstanceOfSatisfying(
            MentoringException.class,
            e -> {
              assertThat(e.code()).isEqualTo("mentorship.version-unknown");
              assertThat(e.attributes()).containsEntry("version", "1.0.0");
            });
    assertThatThrownBy(() -> after.mentoring.oversight().obligations(id, today))
        .isInstanceOf(MentoringException.class);
    assertThatThrownBy(() -> after.mentoring.oversight().risks(id, today))
        .isInstanceOf(MentoringException.class);
  }

  @Test
  void the_store_knows_the_version_that_the_host_no_longer_has() {
    MentorshipId id = before.active(mentor, mentee);
    SmallMentorships after = under(SECOND);
    after.days(40);

    assertThat(after.mentoring.oversight().obligations(id, after.today())).isEmpty();
    assertThat(after.mentoring.oversight().completion(id, after.today()).basis().version())
        .isEqualTo("1.0.0");
    after.commands().pause(COORDINATOR, id, "ill", after.today()).orElseThrow();
    after.commands().resume(COORDINATOR, id, "well", after.today()).orElseThrow();
    assertThat(
            after
                .commands()
                .moveTo(COORDINATOR, id, TWO, "new rules", after.today())
                .orElseThrow()
                .before())
        .isNotNull();
    assertThat(
            after
                .commands()
                .moveTo(COORDINATOR, id, ONE, "a mistake", after.today())
                .orElseThrow()
                .to())
        .isEqualTo(PinnedVersion.of(FIRST));
  }

  @Test
  void what_the_store_holds_under_another_hash_than_its_own_is_not_taken_for_the_version() {
    MentorshipId id = before.active(mentor, mentee);
    Programmes exchanged = always(SECOND);

    assertThat(
            SmallProgramme.codes(
                under(holding(exchanged), version(SECOND, Version.parse("3.0.0")))
                    .commands()
                    .pause(COORDINATOR, id, "ill", before.today())))
        .containsExactly("mentorship.version-unknown");
  }

  /** Gives one definition whatever is asked for. */
  private static Programmes always(ProgrammeDefinition always) {
    return new Programmes() {
      private final Programmes kept = new InMemoryProgrammes();

      @Override
      public void lock() {
        kept.lock();
      }

      @Override
      public boolean keep(ProgrammeDefinition definition) {
        return kept.keep(definition);
      }

      @Override
      public boolean holds(String hash) {
        return kept.holds(hash);
      }

      @Override
      public Optional<ProgrammeDefinition> find(String hash) {
        return Optional.of(always);
      }

      @Override
      public List<String> hashes() {
        return kept.hashes();
      }

      @Override
      public void takeUp(InForce next) {
        kept.takeUp(next);
      }

      @Override
      public Optional<InForce> inForce() {
        return kept.inForce();
      }

      @Override
      public List<InForce> takenUp() {
        return kept.takenUp();
      }
    };
  }

  @Test
  void each_version_is_put_on_record_when_it_comes_into_force() {
    before.active(mentor, mentee);
    SmallMentorships after = under(SECOND);
    after.mentee("another");
    before.mentee("by-the-old-instance");
    after.mentee("by-the-new-one");
    under(FIRST).mentee("back");

    assertThat(stores.programmes().hashes()).containsExactlyInAnyOrder(FIRST.hash(), SECOND.hash());
    assertThat(stores.programmes().takenUp())
        .extracting(Programmes.InForce::hash)
        .containsExactly(FIRST.hash(), SECOND.hash(), FIRST.hash());
    assertThat(stores.journal().unsealed(null, 1_000).items())
        .filteredOn(each -> each.subjectKind().equals(Code.of("DEFINITION")))
        .extracting(each -> each.kind().value(), JournalEntry::content)
        .containsExactly(
            tuple("DEFINITION_KEPT", FIRST.hash()),
            tuple("DEFINITION_IN_FORCE", FIRST.hash()),
            tuple("DEFINITION_KEPT", SECOND.hash()),
            tuple("DEFINITION_IN_FORCE", SECOND.hash()),
            tuple("DEFINITION_IN_FORCE", FIRST.hash()));
  }

  @Test
  void a_changed_definition_of_the_same_number_is_another_version() {
    MentorshipId id = before.active(mentor, mentee);
    ProgrammeDefinition edited = version(SECOND, ONE);

    assertThat(
            SmallProgramme.codes(
                forgetful(edited).commands().pause(COORDINATOR, id, "ill", before.today())))
        .containsExactly("mentorship.version-unknown");
    assertThat(
            forgetful(edited, FIRST)
                .commands()
                .pause(COORDINATOR, id, "ill", before.today())
                .accepted())
        .isPresent();
  }

  @Test
  void moving_it_is_told_in_its_history_with_what_changes() {
    MentorshipId id = before.active(mentor, mentee);
    SmallMentorships after = under(SECOND, FIRST);
    after.days(40);

    VersionMove move =
        after.commands().moveTo(COORDINATOR, id, null, "new rules", after.today()).orElseThrow();

    assertThat(move.from()).isEqualTo(PinnedVersion.of(FIRST));
    assertThat(move.to()).isEqualTo(PinnedVersion.of(SECOND));
    assertThat(move.changes()).isTrue();
    VersionMove.Standing old = Objects.requireNonNull(move.before());
    assertThat(Objects.requireNonNull(old.parties().get(mentor)).eligible()).isTrue();
    assertThat(Objects.requireNonNull(move.after().parties().get(mentor)).eligible()).isFalse();
    assertThat(old.obligations()).isEmpty();
    assertThat(move.after().obligations()).isNotEmpty();
    assertThat(old.completion().basis().version()).isEqualTo("1.0.0");
    assertThat(move.after().completion().basis().version()).isEqualTo("2.0.0");
    Mentorship now = after.now(id);
    assertThat(now.particulars().pinned()).isEqualTo(PinnedVersion.of(SECOND));
    assertThat(now.particulars().moves())
        .extracting(VersionMoved::reason, VersionMoved::by)
        .containsExactly(tuple("new rules", COORDINATOR));
    assertThat(Mentorship.restore(now.snapshot())).isEqualTo(now);
    assertThat(now.particulars().knownAt(before.programme.now.get()).orElseThrow().pinned())
        .isEqualTo(PinnedVersion.of(FIRST));
    after.commands().pause(COORDINATOR, id, "ill", after.today()).orElseThrow();
    assertThat(
            SmallProgramme.codes(after.commands().resume(COORDINATOR, id, "well", after.today())))
        .contains("mentorship.party-not-eligible");
    after.commands().moveTo(COORDINATOR, id, ONE, "a mistake", after.today()).orElseThrow();
    after.commands().resume(COORDINATOR, id, "well", after.today()).orElseThrow();
    assertThat(Mentorship.restore(after.now(id).snapshot())).isEqualTo(after.now(id));
  }

  @Test
  void a_move_out_of_an_unknown_version_has_nothing_to_compare_with() {
    MentorshipId id = before.active(mentor, mentee);
    SmallMentorships after = forgetful(SECOND);

    VersionMove move =
        after.commands().moveTo(COORDINATOR, id, TWO, "new rules", after.today()).orElseThrow();

    assertThat(move.before()).isNull();
    assertThat(move.changes()).isTrue();
    assertThat(after.commands().pause(COORDINATOR, id, "ill", after.today()).accepted())
        .isPresent();
  }

  @Test
  void a_move_that_means_nothing_there_is_refused_and_changes_nothing() {
    MentorshipId id = before.active(mentor, mentee);
    MentorshipTerms terms = SmallMentorships.mentorshipTerms();
    MentorshipTerms shorter =
        new MentorshipTerms(
            terms.path().stream()
                .filter(step -> !step.id().equals("first-meeting"))
                .map(VersionMovesTest::withoutMeeting)
                .toList(),
            terms.agreedBy(),
            terms.longestPause(),
            terms.silences(),
            terms.ladder(),
            terms.rematch(),
            Citation.CHOICE);
    SmallMentorships after =
        under(
            version(with(FIRST, each -> practice(each, each.id(), each.parties(), shorter)), TWO),
            FIRST,
            version(
                with(FIRST, each -> practice(each, "others", each.parties(), terms)),
                Version.parse("3.0.0")));
    Mentorship unmoved = after.now(id);

    assertThat(SmallProgramme.codes(moved(after, id, "2.0.0")))
        .containsExactly("mentorship.version-steps");
    assertThat(SmallProgramme.codes(moved(after, id, "3.0.0")))
        .containsExactly("mentorship.version-practice");
    assertThat(SmallProgramme.codes(moved(after, id, "1.0.0")))
        .containsExactly("mentorship.version-same");
    assertThat(SmallProgramme.codes(moved(after, id, "4.0.0")))
        .containsExactly("mentorship.version-unknown");
    assertThat(SmallProgramme.codes(moved(after, MentorshipId.of("none"), "1.0.0")))
        .containsExactly("command.mentorship-unknown");
    assertThat(after.now(id)).isEqualTo(unmoved);
  }

  private static MentorshipTerms.MentorshipStep withoutMeeting(
      MentorshipTerms.MentorshipStep step) {
    return step.id().equals("start")
        ? new MentorshipTerms.MentorshipStep(
            step.id(),
            step.stage(),
            new TreeSet<>(List.of("agreement")),
            step.owner(),
            step.title(),
            step.citation())
        : step;
  }

  private static Outcome<VersionMove> moved(
      SmallMentorships small, MentorshipId id, String version) {
    return small
        .commands()
        .moveTo(COORDINATOR, id, Version.parse(version), "new rules", small.today());
  }

  @Test
  void a_mentorship_that_has_ended_stays_where_it_is() {
    MentorshipId id = before.assign(mentor, mentee).orElseThrow().id();
    before.commands().withdraw(COORDINATOR, id, "moved away", before.today()).orElseThrow();

    assertThat(SmallProgramme.codes(moved(under(SECOND, FIRST), id, "2.0.0")))
        .containsExactly("mentorship.version-ended");
  }

  @Test
  void earlier_versions_are_of_the_same_programme() {
    assertThatThrownBy(() -> Mentoring.of(SECOND).earlier(BusyProgramme.definition()))
        .isInstanceOfSatisfying(
            MentoringException.class, e -> assertThat(e.code()).isEqualTo("programme.other"));
  }

  @Test
  void nobody_moves_a_mentorship_from_under_a_law_to_a_version_from_before_it() {
    RulePack law =
        SmallPacks.law(
            SmallPacks.asks(
                "passport",
                SmallMentorships.TODAY.plusYears(1),
                SmallPacks.documents("law-passport", "PASSPORT")));
    ProgrammeDefinition underLaw = version(FIRST, TWO).withPacks(List.of(law));
    SmallMentorships small = under(underLaw, FIRST);
    MentorshipId id = small.assign(mentor, mentee).orElseThrow().id();

    assertThat(SmallProgramme.codes(triesTo(small, id, ONE)))
        .containsExactly("mentorship.version-packs");

    // Who runs the programme has done without the pack.
    SmallMentorships without = under(version(FIRST, Version.parse("3.0.0")), underLaw, FIRST);
    assertThat(SmallProgramme.codes(triesTo(without, id, ONE)))
        .containsExactly("mentorship.version-packs");
    assertThat(triesTo(without, id, null).accepted()).isPresent();
  }

  private static Outcome<VersionMove> triesTo(
      SmallMentorships small, MentorshipId id, @Nullable Version version) {
    return small.commands().moveTo(COORDINATOR, id, version, "why", small.today());
  }
}
