package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StateChange;
import org.mentoring.obligation.ObligationState;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.ActivityTerms.Shape;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.VocabularyTerm;
import org.mentoring.text.Spelling;
import org.mentoring.text.Vocabulary;

/** What forbids that an activity is recorded: as the definition declares its kind, and by whom. */
final class ActivityCheck {
  private static final Code MENTOR = Code.of("MENTOR");

  /** Whoever hears one of these need not be told to be a stranger as well. */
  private static final Set<String> TELLING =
      Set.of("mentorship.other-centre", "mentorship.party-in-office", "command.activity-capacity");

  /** Who has left a pair is asked afterwards, and most of all where it ended early. */
  private static final Set<MentorshipState> EXIT_INTERVIEWS =
      Set.of(
          MentorshipState.ACTIVE,
          MentorshipState.PAUSED,
          MentorshipState.CLOSING,
          MentorshipState.CLOSED,
          MentorshipState.IN_FOLLOW_UP,
          MentorshipState.ENDED);

  private final Workplace workplace;
  private final HappenedCheck details;
  private final ConsentCheck consents;
  private final UnwaivableCheck unwaivable;

  ActivityCheck(Workplace workplace, ActivityCommands activities) {
    this.workplace = workplace;
    this.details = new HappenedCheck(workplace, activities);
    this.consents = new ConsentCheck(workplace);
    this.unwaivable = new UnwaivableCheck(workplace);
  }

  List<Finding> findings(Actor by, Code kind, About about, LocalDate on, Happened happened) {
    List<Finding> findings = new ArrayList<>();
    if (on.isAfter(workplace.today())) {
      findings.add(
          Workplace.refusal("command.in-future", kind.value())
              .with("today", Parameter.day(workplace.today())));
    }
    boolean known = known(about, happened, kind, findings);
    unknownWords(happened).ifPresent(finding -> findings.add(finding(finding, kind)));
    ActivityTerms terms = workplace.definition().activity(kind).orElse(null);
    if (terms == null) {
      findings.add(undeclared(kind));
      return findings;
    }
    if (shape(happened) != terms.shape()) {
      findings.add(
          refusal("command.activity-shape", terms)
              .with("expected", Parameter.code(terms.shape()))
              .with("found", Parameter.code(shape(happened))));
    }
    if (sort(about) != terms.about()) {
      findings.add(
          refusal("command.activity-about", terms).with("expected", Parameter.code(terms.about())));
    }
    if (!terms.by().isEmpty() && !terms.by().contains(by.capacity())) {
      findings.add(
          refusal("command.activity-capacity", terms)
              .with("capacity", Parameter.code(by.capacity()))
              .with("allowed", Parameter.codes(terms.by())));
    }
    mode(happened, terms).ifPresent(findings::add);
    new PhaseCheck(workplace.definition()).activity(kind, on).ifPresent(findings::add);
    if (!known) {
      return findings;
    }
    otherCentre(by, about, happened).ifPresent(findings::add);
    new ActorStanding(workplace, by).refusalOfOwn(kind, about, happened).ifPresent(findings::add);
    if (about instanceof About.OfParticipant of
        && OwnRecords.isParty(by.capacity())
        && !isOrganisation(workplace, of.participant())
        && !new FactRights(workplace, by).isFor(of.participant())) {
      findings.add(
          refusal("command.not-own-dossier", terms)
              .with("capacity", Parameter.code(by.capacity())));
    }
    if (about instanceof About.OfMentorship of) {
      Particulars mentorship = workplace.stores().mentorships().find(of.mentorship()).orElseThrow();
      practice(mentorship, terms).ifPresent(findings::add);
      state(mentorship, on, terms).ifPresent(findings::add);
      new ActorStanding(workplace, by).refusalInOffice(mentorship).ifPresent(findings::add);
      if (by.capacity().equals(MENTOR) && !isMentor(by, mentorship.withPartiesOn(on))) {
        findings.add(refusal("command.activity-not-its-mentor", terms));
      } else if (findings.stream().noneMatch(each -> TELLING.contains(each.code()))
          && isStranger(by, terms, mentorship.withPartiesOn(on))) {
        findings.add(refusal("command.activity-stranger", terms));
      }
    }
    if (shape(happened) == terms.shape() && sort(about) == terms.about()) {
      findings.addAll(details.findings(by, terms, about, on, happened));
      findings.addAll(consents.findings(kind, about, on, happened));
      findings.addAll(new PublicationConsent(workplace).missing(terms, about, on));
      findings.addAll(unwaivable.findings(about, on, happened));
    }
    return findings;
  }

  /**
   * Whether a party is none of this mentorship; where the definition does not say who records it,
   * also whether an office has nothing to do with it.
   */
  private boolean isStranger(Actor by, ActivityTerms terms, Particulars mentorship) {
    boolean asked = OwnRecords.isParty(by.capacity()) || terms.by().isEmpty();
    return asked && !new RestingRights(workplace).records(by, mentorship);
  }

  /** A decision that has to tell its reasons tells none. */
  Optional<Finding> reasons(Code kind, @Nullable Note note) {
    return workplace
        .definition()
        .activity(kind)
        .filter(terms -> terms.note() == ActivityTerms.NoteAsked.REASONS && note == null)
        .map(terms -> refusal("command.activity-reasons", terms));
  }

  /** What would be out of its order if a record were taken back. */
  List<Finding> restingOn(Activity wrong) {
    return workplace
        .definition()
        .activity(wrong.kind())
        .map(terms -> details.restingOn(terms, wrong))
        .orElse(List.of());
  }

  /**
   * A centre's own records, those of its mentorships and of whom it looks after, did last or
   * brought in, are not made by another centre.
   */
  private Optional<Finding> otherCentre(Actor by, About about, Happened happened) {
    // An event that both hold may be put on record by either.
    if (happened instanceof Happened.EventHeld event
        && event.jointWith().stream().anyMatch(each -> each.value().equals(by.organisation()))) {
      return Optional.empty();
    }
    if (about instanceof About.OfMentorship of) {
      return MentorshipChange.otherCentre(
          workplace, by, workplace.stores().mentorships().find(of.mentorship()).orElseThrow());
    }
    return about instanceof About.OfParticipant of
            && new FactRights(workplace, by).isOfAnotherCentre(of.participant())
        ? MentorshipChange.otherCentre(by, true)
        : Optional.empty();
  }

  /** What one party has put on record is not for another to remove: it may be about that other. */
  Optional<Finding> ofAnother(Actor by, Activity wrong) {
    if (by.equals(wrong.by())) {
      return Optional.empty();
    }
    Optional<Finding> otherCentre = otherCentre(by, wrong.about(), wrong.happened());
    if (otherCentre.isPresent()) {
      return otherCentre;
    }
    ActivityTerms terms = workplace.definition().activity(wrong.kind()).orElse(null);
    boolean records = terms == null || terms.by().isEmpty() || terms.by().contains(by.capacity());
    ActorStanding standing = new ActorStanding(workplace, by);
    boolean own =
        standing.isParty(wrong.about()) || standing.isOwn(wrong.about(), wrong.happened());
    boolean stranger = terms != null && isStranger(by, terms, wrong);
    if (records && !own && !stranger) {
      return Optional.empty();
    }
    return Optional.of(
        terms == null
            ? Workplace.refusal("command.activity-not-yours", wrong.kind().value())
            : refusal("command.activity-not-yours", terms));
  }

  /**
   * Where the definition does not say who records it, also whom another one's record is none of.
   */
  private boolean isStranger(Actor by, ActivityTerms terms, Activity wrong) {
    if (wrong.about() instanceof About.OfMentorship of) {
      return isStranger(
          by, terms, workplace.stores().mentorships().find(of.mentorship()).orElseThrow());
    }
    return wrong.about() instanceof About.OfParticipant of
        && terms.by().isEmpty()
        && !new FactRights(workplace, by).isOver(of.participant(), wrong.by());
  }

  private Finding undeclared(Code kind) {
    List<String> declared =
        workplace.definition().activities().stream().map(each -> each.kind().value()).toList();
    if (declared.isEmpty()) {
      return Workplace.refusal("command.activities-undeclared", kind.value());
    }
    return Workplace.refusal("command.activity-undeclared", kind.value())
        .with("kind", Parameter.code(kind))
        .with(
            "nearest",
            Parameter.term(String.join(", ", Spelling.nearest(kind.value(), declared, 5))));
  }

  /** Whether everything that the record names is there. */
  private boolean known(About about, Happened happened, Code kind, List<Finding> findings) {
    boolean known = true;
    if (about instanceof About.OfMentorship of
        && workplace.stores().mentorships().find(of.mentorship()).isEmpty()) {
      findings.add(Workplace.refusal("command.mentorship-unknown", kind.value()));
      known = false;
    }
    SortedSet<ParticipantId> named = new TreeSet<>();
    if (about instanceof About.OfParticipant of) {
      named.add(of.participant());
    }
    CanonicalForm.visit(happened, ParticipantId.class, named::add);
    for (ParticipantId each : named) {
      if (workplace.stores().participants().find(each).isEmpty()) {
        findings.add(
            Workplace.refusal("command.participant-unknown", kind.value())
                .with("participant", new Parameter.TermId(each.value(), Sensitivity.STAFF_ONLY)));
        known = false;
      }
    }
    List<Finding> erased = workplace.erased().found(kind.value(), named);
    findings.addAll(erased);
    return known && erased.isEmpty();
  }

  private Optional<SortedSet<Code>> unknownWords(Happened happened) {
    ProgrammeDefinition definition = workplace.definition();
    SortedSet<Code> unknown = new TreeSet<>();
    CanonicalForm.visit(
        happened,
        Code.class,
        code -> {
          if (!Vocabulary.isBuiltIn(code)
              && definition.words().stream().map(VocabularyTerm::code).noneMatch(code::equals)) {
            unknown.add(code);
          }
        });
    return unknown.isEmpty() ? Optional.empty() : Optional.of(unknown);
  }

  private static Finding finding(SortedSet<Code> unknown, Code kind) {
    return Workplace.refusal("command.code-unknown", kind.value())
        .with("codes", Parameter.codes(unknown));
  }

  private static Optional<Finding> mode(Happened happened, ActivityTerms terms) {
    Fact.Mode asked = terms.mode();
    Fact.Mode found = null;
    if (happened instanceof Happened.EventHeld event) {
      found = event.mode();
    } else if (happened instanceof Happened.Meeting meeting) {
      found = meeting.mode();
    }
    return asked == null || found == null || asked == found
        ? Optional.empty()
        : Optional.of(
            refusal("command.activity-mode", terms)
                .with("expected", Parameter.code(asked))
                .with("found", Parameter.code(found)));
  }

  private static Optional<Finding> practice(Particulars mentorship, ActivityTerms terms) {
    List<String> practices = terms.practices();
    return practices.isEmpty() || practices.contains(mentorship.practice())
        ? Optional.empty()
        : Optional.of(
            refusal("command.activity-practice", terms)
                .with("found", Parameter.term(mentorship.practice()))
                .with("allowed", Parameter.term(String.join(", ", practices))));
  }

  private Optional<Finding> state(Particulars mentorship, LocalDate on, ActivityTerms terms) {
    Set<MentorshipState> found = EnumSet.noneOf(MentorshipState.class);
    // On the day of a change both states count: what was done in the morning stays done.
    mentorship.stateOn(on.minusDays(1)).ifPresent(found::add);
    mentorship.changes().stream()
        .filter(change -> change.on().equals(on))
        .map(StateChange::to)
        .forEach(found::add);
    if (found.isEmpty()) {
      return Optional.of(refusal("command.activity-before-mentorship", terms));
    }
    Set<MentorshipState> allowed = states(mentorship, terms);
    if (found.stream().anyMatch(allowed::contains) || makesUpFor(mentorship, on, terms)) {
      return Optional.empty();
    }
    return Optional.of(
        refusal("command.activity-state", terms)
            .with("found", codes(found))
            .with("allowed", codes(allowed)));
  }

  /** A report tells what was before, so one that is missing may come in after the end too. */
  private boolean makesUpFor(Particulars mentorship, LocalDate on, ActivityTerms terms) {
    return terms.shape() == Shape.REPORT
        && mentorship.stateOn(on).filter(state -> !state.open()).isPresent()
        && workplace.definition().practice(mentorship.practice()).stream()
            .flatMap(practice -> practice.cadences().stream())
            .anyMatch(cadence -> cadence.due().equals(terms.kind()))
        && workplace.mentoring().oversight().obligations(mentorship.id(), on).stream()
            .filter(obligation -> obligation.window().cadence().due().equals(terms.kind()))
            .anyMatch(obligation -> obligation.state() == ObligationState.OVERDUE);
  }

  /** In which states a mentorship takes a record of a kind. */
  private Set<MentorshipState> states(Particulars mentorship, ActivityTerms terms) {
    Practice practice = workplace.definition().practice(mentorship.practice()).orElse(null);
    boolean whileItRuns = true;
    Set<MentorshipState> states = EnumSet.noneOf(MentorshipState.class);
    if (practice != null
        && practice.completion() != null
        && practice.completion().followUp().stream()
            .anyMatch(cadence -> cadence.due().equals(terms.kind()))) {
      states.add(MentorshipState.IN_FOLLOW_UP);
      whileItRuns =
          practice.cadences().stream().anyMatch(cadence -> cadence.due().equals(terms.kind()));
    }
    if (whileItRuns) {
      states.addAll(
          switch (terms.shape()) {
            // The plan for the first month may be made before mentoring begins.
            case MONTHLY_PLAN ->
                EnumSet.of(MentorshipState.AGREED, MentorshipState.ACTIVE, MentorshipState.CLOSING);
            // A report tells what was before, so it may come in when mentoring rests or ends.
            case REPORT, CHECK_IN ->
                EnumSet.of(MentorshipState.ACTIVE, MentorshipState.PAUSED, MentorshipState.CLOSING);
            // Until the completion is decided, mentoring goes on and so does what is due.
            case MEETING, SERVICE_REFERRAL ->
                EnumSet.of(MentorshipState.ACTIVE, MentorshipState.CLOSING);
            case EVENT ->
                EnumSet.of(MentorshipState.AGREED, MentorshipState.ACTIVE, MentorshipState.CLOSING);
            case PART ->
                terms.kind().equals(CompletionTerms.EXIT_INTERVIEW)
                    ? EnumSet.copyOf(EXIT_INTERVIEWS)
                    : EnumSet.of(MentorshipState.ACTIVE, MentorshipState.CLOSING);
            case ENTRY ->
                EnumSet.of(
                    MentorshipState.AGREED,
                    MentorshipState.ACTIVE,
                    MentorshipState.PAUSED,
                    MentorshipState.CLOSING,
                    MentorshipState.IN_FOLLOW_UP);
          });
    }
    return states;
  }

  private boolean isMentor(Actor by, Particulars mentorship) {
    ParticipantId actor = ParticipantId.of(by.id());
    return workplace.stores().participants().find(actor).isPresent()
        && mentorship.mentors().stream()
            .map(workplace.mentoring()::keeper)
            .anyMatch(workplace.mentoring().keeper(actor)::equals);
  }

  private static Parameter codes(Set<MentorshipState> states) {
    return Parameter.codes(states.stream().map(state -> Code.of(state.name())).toList());
  }

  private static Shape shape(Happened happened) {
    if (happened instanceof Happened.MonthlyPlan) {
      return Shape.MONTHLY_PLAN;
    } else if (happened instanceof Happened.MentorReport) {
      return Shape.REPORT;
    } else if (happened instanceof Happened.Meeting) {
      return Shape.MEETING;
    } else if (happened instanceof Happened.CheckIn) {
      return Shape.CHECK_IN;
    } else if (happened instanceof Happened.EventHeld) {
      return Shape.EVENT;
    } else if (happened instanceof Happened.ServiceReferral) {
      return Shape.SERVICE_REFERRAL;
    }
    return happened instanceof Happened.PartGiven ? Shape.PART : Shape.ENTRY;
  }

  private static ActivityTerms.About sort(About about) {
    if (about instanceof About.OfMentorship) {
      return ActivityTerms.About.MENTORSHIP;
    }
    return about instanceof About.OfParticipant
        ? ActivityTerms.About.PARTICIPANT
        : ActivityTerms.About.PROGRAMME;
  }

  static boolean isOrganisation(Workplace workplace, ParticipantId id) {
    return workplace
        .stores()
        .participants()
        .find(id)
        .filter(found -> found.kind() == ParticipantKind.ORGANISATION)
        .isPresent();
  }

  static Finding refusal(String code, ActivityTerms terms) {
    return refusal(code, terms, terms.citation());
  }

  static Finding refusal(String code, ActivityTerms terms, Citation citation) {
    return Workplace.refusal(code, terms.kind().value(), citation);
  }
}
