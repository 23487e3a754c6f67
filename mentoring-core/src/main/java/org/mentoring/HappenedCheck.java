package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Position;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.RecordTerms;

/**
 * What forbids a record by what it holds. The mentorship and all participants that it names are
 * there.
 */
final class HappenedCheck {
  /** The built-in kind of activity whose parts are those of exit interviews. */
  private static final Code EXIT_INTERVIEW = Code.of("EXIT_INTERVIEW");

  private static final Code MENTOR = Code.of("MENTOR");

  private static final Code GUARDIAN = Code.of("GUARDIAN");

  private final Workplace workplace;
  private final ActivityCommands activities;
  private final Attachments attachments;
  private final OrderedRecords orders;
  private final AnsweredRecords answers;
  private final ActivityGrounds grounds;

  HappenedCheck(Workplace workplace, ActivityCommands activities) {
    this.workplace = workplace;
    this.activities = activities;
    this.attachments = new Attachments(workplace.mentoring());
    this.orders = new OrderedRecords(workplace, activities);
    this.answers = new AnsweredRecords(workplace.definition(), activities);
    this.grounds = new ActivityGrounds(workplace, activities);
  }

  List<Finding> findings(
      Actor by, ActivityTerms terms, About about, LocalDate on, Happened happened) {
    List<Finding> findings = new ArrayList<>(ofShape(by, terms, about, on, happened));
    findings.addAll(grounds.findings(terms, about, on));
    return findings;
  }

  private List<Finding> ofShape(
      Actor by, ActivityTerms terms, About about, LocalDate on, Happened happened) {
    if (happened instanceof Happened.MonthlyPlan plan) {
      return plan(terms, about, on, plan);
    } else if (happened instanceof Happened.Meeting meeting) {
      return meeting(terms, meeting);
    } else if (happened instanceof Happened.EventHeld event) {
      return event(terms, about, on, event);
    } else if (happened instanceof Happened.ServiceReferral referral) {
      return referral(terms, about, on, referral);
    } else if (happened instanceof Happened.PartGiven part) {
      return part(by, terms, about, on, part);
    } else if (happened instanceof Happened.Entry entry) {
      List<Finding> findings = new ArrayList<>(orders.findings(terms, about, on, entry.item()));
      Surveys.beyondAsked(terms, record(workplace, terms).orElse(null), entry, activities.of(about))
          .ifPresent(findings::add);
      answers.missing(terms, about, on, entry.item()).ifPresent(findings::add);
      return findings;
    }
    return List.of();
  }

  List<Finding> restingOn(ActivityTerms terms, Activity wrong) {
    List<Finding> findings = new ArrayList<>(orders.restingOn(terms, wrong));
    if (findings.isEmpty()) {
      answers.restingOn(terms, wrong).ifPresent(findings::add);
    }
    if (findings.isEmpty()) {
      findings.addAll(grounds.restingOn(terms, wrong));
    }
    return findings;
  }

  private List<Finding> plan(
      ActivityTerms terms, About about, LocalDate on, Happened.MonthlyPlan plan) {
    List<Finding> findings = new ArrayList<>();
    if (plan.month().isBefore(YearMonth.from(on))) {
      findings.add(
          ActivityCheck.refusal("command.activity-month-over", terms)
              .with("month", Parameter.term(plan.month().toString())));
    }
    boolean planned =
        same(terms, about)
            .anyMatch(
                each ->
                    each.happened() instanceof Happened.MonthlyPlan other
                        && other.month().equals(plan.month()));
    if (planned) {
      findings.add(
          ActivityCheck.refusal("command.activity-month-planned", terms)
              .with("month", Parameter.term(plan.month().toString())));
    }
    return findings;
  }

  private static List<Finding> meeting(ActivityTerms terms, Happened.Meeting meeting) {
    boolean held = meeting.outcome() == Happened.MeetingOutcome.HELD;
    boolean told = meeting.mode() != null;
    return held == told && (held || meeting.minutes() == 0)
        ? List.of()
        : List.of(ActivityCheck.refusal("command.activity-meeting", terms));
  }

  private List<Finding> event(
      ActivityTerms terms, About about, LocalDate on, Happened.EventHeld event) {
    List<Finding> findings = new ArrayList<>(orders.findings(terms, about, on, event.item()));
    answers.missing(terms, about, on, event.item()).ifPresent(findings::add);
    ParticipantId holder = about instanceof About.OfParticipant of ? of.participant() : null;
    if (holder != null && !ActivityCheck.isOrganisation(workplace, holder)) {
      findings.add(ActivityCheck.refusal("command.activity-holder", terms));
    }
    for (ParticipantId other : event.jointWith()) {
      if (!attachments.isCentre(other, on, workplace.now())) {
        findings.add(
            ActivityCheck.refusal("command.activity-not-a-centre", terms)
                .with("centre", id(other)));
      }
    }
    if (terms.joint()) {
      ParticipantId centre = holder == null ? centre(about) : holder;
      boolean together =
          centre != null
              && event.jointWith().stream()
                  .anyMatch(other -> attachments.areNeighbours(centre, other, on, workplace.now()));
      if (!together) {
        findings.add(ActivityCheck.refusal("command.activity-alone", terms));
      }
    }
    Integer most = terms.mostPairs();
    if (most != null) {
      int pairs = pairs(event.attended(), on);
      if (pairs > most) {
        findings.add(
            ActivityCheck.refusal("command.activity-pairs", terms)
                .with("pairs", Parameter.count(pairs))
                .with("most", Parameter.count(most)));
      }
    }
    return findings;
  }

  /** Mentorships that take part, and each mentee who has none yet for one. */
  private int pairs(SortedSet<ParticipantId> attended, LocalDate on) {
    SortedSet<MentorshipId> mentorships = new TreeSet<>();
    int alone = 0;
    for (ParticipantId each : attended) {
      List<MentorshipId> open =
          workplace.mentoring().registrations(each, workplace.now()).stream()
              .flatMap(id -> workplace.stores().mentorships().of(id).stream())
              .filter(
                  mentorship -> mentorship.stateOn(on).filter(state -> state.open()).isPresent())
              .map(Particulars::id)
              .toList();
      mentorships.addAll(open);
      if (open.isEmpty() && isMentee(each, on)) {
        alone++;
      }
    }
    return mentorships.size() + alone;
  }

  private boolean isMentee(ParticipantId id, LocalDate on) {
    return workplace.definition().practices().stream()
        .anyMatch(
            practice ->
                workplace
                    .mentoring()
                    .seeker(
                        practice,
                        Position.MENTEE,
                        workplace.mentoring().keeper(id),
                        on,
                        workplace.now())
                    .isPresent());
  }

  private List<Finding> referral(
      ActivityTerms terms, About about, LocalDate on, Happened.ServiceReferral referral) {
    Instant now = workplace.now();
    SortedSet<ParticipantId> centres = new TreeSet<>();
    ParticipantId run = centre(about);
    if (run != null) {
      centres.add(run);
    }
    if (about instanceof About.OfParticipant of) {
      centres.addAll(attachments.centresOf(of.participant(), on, now));
    } else if (about instanceof About.OfMentorship of && run == null) {
      mentorship(of.mentorship())
          .mentees()
          .forEach(mentee -> centres.addAll(attachments.centresOf(mentee, on, now)));
    }
    if (centres.isEmpty()) {
      return List.of(ActivityCheck.refusal("command.activity-centre-unknown", terms));
    }
    return centres.stream()
            .anyMatch(centre -> attachments.isPartner(referral.partner(), centre, on, now))
        ? List.of()
        : List.of(
            ActivityCheck.refusal("command.activity-not-a-partner", terms)
                .with("partner", id(referral.partner())));
  }

  private List<Finding> part(
      Actor by, ActivityTerms terms, About about, LocalDate on, Happened.PartGiven part) {
    List<Finding> findings = new ArrayList<>();
    ParticipantId whose = part.of();
    if (about instanceof About.OfMentorship of) {
      Particulars mentorship = mentorship(of.mentorship()).withPartiesOn(on);
      SortedSet<Code> parties = parties(mentorship, terms);
      if (!parties.contains(part.party())) {
        findings.add(
            ActivityCheck.refusal("command.activity-party", terms)
                .with("party", Parameter.code(part.party()))
                .with("allowed", Parameter.codes(parties)));
      }
      if (whose != null && !isOneOf(mentorship, part.party(), whose)) {
        findings.add(
            ActivityCheck.refusal("command.activity-part-whose", terms)
                .with("party", Parameter.code(part.party()))
                .with("participant", id(whose)));
      } else if (whose == null
          && CompletionTerms.isOfMentee(by.capacity())
          && mentorship.mentees().size() > 1) {
        // Staff may record what all of a group did; one child or guardian speaks for no other.
        findings.add(
            ActivityCheck.refusal("command.activity-part-unnamed", terms)
                .with("party", Parameter.code(part.party())));
      }
    }
    if (OwnRecords.isParty(by.capacity())
        && (!by.capacity().equals(part.party()) || isOfAnother(by, about, on, whose))) {
      findings.add(
          ActivityCheck.refusal("command.activity-part-of-another", terms)
              .with("party", Parameter.code(part.party())));
    }
    long given =
        same(terms, about)
            .filter(
                each ->
                    each.happened() instanceof Happened.PartGiven other
                        && other.gives(part)
                        && (other.of() != null || isPartOf(each, other, whose, on)))
            .count();
    // A part that bears a completion is taken back only after a right one has come in its place.
    if (given > (wasCompleted(about) ? 1 : 0)) {
      findings.add(
          ActivityCheck.refusal("command.activity-part-given", terms)
              .with("party", Parameter.code(part.party())));
    }
    return findings;
  }

  private boolean wasCompleted(About about) {
    if (!(about instanceof About.OfMentorship of)) {
      return false;
    }
    Closure closure = mentorship(of.mentorship()).closure();
    return closure != null && closure.kind() == Closure.Kind.COMPLETED;
  }

  /**
   * A part that names nobody is neither that of a mentor who stayed if one recorded it who left
   * since, nor that of a child of a group who had no consents on its day.
   */
  private boolean isPartOf(
      Activity given, Happened.PartGiven part, @Nullable ParticipantId whose, LocalDate on) {
    if (!(given.about() instanceof About.OfMentorship of)) {
      return true;
    }
    Particulars mentorship = mentorship(of.mentorship()).withPartiesOn(on);
    ActorStanding standing = new ActorStanding(workplace, given.by());
    if (given.by().capacity().equals(part.party())
        && mentorship.leavings().stream()
            .anyMatch(left -> left.asMentor() && standing.is(left.participant()))) {
      return false;
    }
    return whose == null
        || !CompletionTerms.isOfMentee(part.party())
        || mentorship.mentees().size() == 1
        || workplace
            .definition()
            .practice(mentorship.practice())
            .map(
                practice ->
                    new ConsentDays(workplace)
                        .missing(
                            practice,
                            workplace.mentoring().dossier(whose, given.on(), workplace.now()))
                        .isEmpty())
            .orElse(true);
  }

  /** A mentor gives its own part; a mentee or its guardian that of the mentee. */
  private boolean isOneOf(Particulars mentorship, Code party, ParticipantId whose) {
    MergedParties merged = new MergedParties(workplace.mentoring(), workplace.now());
    SortedSet<ParticipantId> side =
        CompletionTerms.isOfMentee(party)
            ? mentorship.mentees()
            : party.equals(MENTOR) ? mentorship.mentors() : new TreeSet<>();
    return side.stream().anyMatch(each -> merged.same(each, whose));
  }

  private boolean isOfAnother(Actor by, About about, LocalDate on, @Nullable ParticipantId whose) {
    ActorStanding standing = new ActorStanding(workplace, by);
    if (!by.capacity().equals(GUARDIAN)) {
      return whose != null && !standing.is(whose);
    }
    Guardianship guardianship = standing.guardianship();
    if (about instanceof About.OfMentorship of) {
      // Of what was a group on that day a word alone tells nothing, though one child be left.
      Particulars then = mentorship(of.mentorship()).withPartiesOn(on);
      return whose == null
          ? guardianship.speaksForOneOf(then) && !guardianship.speaksForMenteeOf(then)
          : !guardianship.speaksFor(whose, then);
    }
    return whose != null && !guardianship.speaksFor(whose);
  }

  private SortedSet<Code> parties(Particulars mentorship, ActivityTerms terms) {
    Optional<CompletionTerms> completion =
        workplace.definition().practice(mentorship.practice()).map(Practice::completion);
    if (terms.kind().equals(EXIT_INTERVIEW)) {
      return new TreeSet<>(completion.map(CompletionTerms::exitInterviews).orElse(List.of()));
    }
    return completion.map(CompletionTerms::jointBy).orElse(new TreeSet<>());
  }

  private java.util.stream.Stream<Activity> same(ActivityTerms terms, About about) {
    return activities.of(about).stream().filter(each -> each.kind().equals(terms.kind()));
  }

  private Particulars mentorship(MentorshipId id) {
    return workplace.stores().mentorships().find(id).orElseThrow();
  }

  private @Nullable ParticipantId centre(About about) {
    return about instanceof About.OfMentorship of ? mentorship(of.mentorship()).centre() : null;
  }

  private static Parameter id(ParticipantId id) {
    return new Parameter.TermId(id.value(), Sensitivity.STAFF_ONLY);
  }

  /** The general record whose items a kind names, if it names one. */
  static Optional<RecordTerms> record(Workplace workplace, ActivityTerms terms) {
    return workplace.definition().records().stream()
        .filter(each -> each.id().equals(terms.record()))
        .findFirst();
  }
}
