package org.mentoring;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.programme.WaiverTerms;
import org.mentoring.text.Spelling;
import org.mentoring.waiver.Waiver;

/**
 * Requirements that an authority waives, for a reason and for a time. What a participant need not
 * meet for a while is told in each decision that it changed; what a definition marks nobody can
 * waive. Thread-safe.
 */
public final class WaiverCommands {
  private static final Code WAIVE = Code.of("WAIVE");
  private static final Code REVOKE = Code.of("REVOKE_WAIVER");
  private static final int MOST_WORDS = 500;

  private final Workplace workplace;
  private final WaivableNames names;

  WaiverCommands(Workplace workplace) {
    this.workplace = workplace;
    this.names = new WaivableNames(workplace.definition());
  }

  /**
   * Waives a requirement from a day to the day before another. It counts from the moment when it is
   * recorded: a decision with an earlier {@code knownAt} does not know of it.
   *
   * <p>Refused if the definition lets nobody waive, or not in this capacity; for what nobody can
   * waive; for a name that is neither a requirement nor anything due or asked for; for no end after
   * the beginning or one too late; for an unknown participant or mentorship; without a reason; and
   * if the same is waived already on some of these days. Nobody waives for oneself, for one's own
   * child, for a mentorship that one is or was a party of, or for whom one is in an open mentorship
   * with; nor for a mentorship that another centre runs, or for whom others look after. All that is
   * wrong is told at once.
   *
   * @param requirement the id of a requirement; or what is due or asked for at a completion, as
   *     {@code MENTOR_REPORT}, {@code SUMMING_UP.GUARDIAN} or {@code LENGTH}
   * @param participant for whom; null where it is for a mentorship
   * @param mentorship for which; null where it is for a participant
   * @param reason 1 to 500 characters
   * @param from the first day
   * @param until the first day after
   */
  public Outcome<WaiverId> waive(
      Actor by,
      String requirement,
      @Nullable ParticipantId participant,
      @Nullable MentorshipId mentorship,
      String reason,
      LocalDate from,
      LocalDate until) {
    Arguments.given(
        "by", by, "requirement", requirement, "reason", reason, "from", from, "until", until);
    Invariants.present("waive", by, requirement, reason, from, until);
    return workplace.command(
        WAIVE,
        by,
        Arrays.asList(requirement, participant, mentorship),
        () -> decide(by, requirement, participant, mentorship, reason, from, until));
  }

  private Outcome<WaiverId> decide(
      Actor by,
      String requirement,
      @Nullable ParticipantId participant,
      @Nullable MentorshipId mentorship,
      String reason,
      LocalDate from,
      LocalDate until) {
    lock(participant, mentorship);
    Optional<Particulars> pinned =
        Optional.ofNullable(mentorship).flatMap(workplace.stores().mentorships()::find);
    Optional<Finding> unknown = pinned.flatMap(workplace::unknownVersion);
    if (unknown.isPresent()) {
      return workplace.refused(
          WAIVE, subject(by, participant, mentorship), null, List.of(unknown.get()));
    }
    Mentoring judging =
        pinned.map(workplace::judging).orElse(workplace).on(workplace.today()).mentoring();
    if (judging != workplace.mentoring()) {
      return judging.waivers().waive(by, requirement, participant, mentorship, reason, from, until);
    }
    List<Finding> findings = new ArrayList<>();
    authority(by).ifPresent(findings::add);
    reason(reason).ifPresent(findings::add);
    length(from, until).ifPresent(findings::add);
    ParticipantId kept = null;
    Particulars found = null;
    if ((participant == null) == (mentorship == null)) {
      findings.add(refusal("waiver.subject", "subject"));
    } else if (participant != null) {
      if (workplace.stores().participants().find(participant).isEmpty()) {
        findings.add(refusal("command.participant-unknown", "participant"));
      } else {
        findings.addAll(workplace.erased().refusals("participant", List.of(participant)));
        kept = workplace.mentoring().keeper(participant);
      }
    } else if (mentorship != null) {
      found = workplace.stores().mentorships().find(mentorship).orElse(null);
      if (found == null) {
        findings.add(refusal("command.mentorship-unknown", "mentorship"));
      }
    }
    forOneself(by, kept, found).ifPresent(findings::add);
    ofOthers(by, kept, found).ifPresent(findings::add);
    boolean forMentorship = mentorship != null;
    name(requirement, found == null ? null : found.practice(), forMentorship)
        .ifPresent(findings::add);
    overlap(requirement, kept, found, from, until).ifPresent(findings::add);
    if (!findings.isEmpty()) {
      return workplace.refused(WAIVE, subject(by, participant, mentorship), null, findings);
    }
    Waiver waiver =
        new Waiver(
            workplace.identifiers().newWaiver(),
            requirement,
            kept,
            mentorship,
            by.capacity(),
            reason,
            from,
            until,
            by,
            workplace.now());
    workplace.stores().waivers().save(waiver);
    return new Outcome.Accepted<>(waiver.id());
  }

  /**
   * Takes a waiver back. What was decided before rests on it still, also a completion; from now on
   * it does not count for any day of what is not decided yet.
   *
   * <p>Refused if there is no such waiver, if it was taken back before, in a capacity that cannot
   * waive, without a reason, and to whom it could not be waived by: for oneself or one's own, and
   * of others.
   *
   * @param reason 1 to 500 characters
   */
  public Outcome<WaiverId> revoke(Actor by, WaiverId id, String reason) {
    Arguments.given("by", by, "id", id, "reason", reason);
    Invariants.present("revoke", by, id, reason);
    return workplace.command(REVOKE, by, List.of(id), () -> decide(by, id, reason));
  }

  private Outcome<WaiverId> decide(Actor by, WaiverId id, String reason) {
    workplace
        .stores()
        .waivers()
        .find(id)
        .ifPresent(seen -> lock(seen.participant(), seen.mentorship()));
    List<Finding> findings = new ArrayList<>();
    authority(by).ifPresent(findings::add);
    reason(reason).ifPresent(findings::add);
    Waiver waiver = workplace.stores().waivers().find(id).orElse(null);
    if (waiver == null) {
      findings.add(refusal("waiver.unknown", "waiver"));
    } else {
      if (waiver.revokedAt() != null) {
        findings.add(refusal("waiver.revoked-already", waiver.requirement()));
      }
      forOneself(by, waiver.participant(), mentorship(waiver)).ifPresent(findings::add);
      ofOthers(by, waiver.participant(), mentorship(waiver)).ifPresent(findings::add);
    }
    if (!findings.isEmpty() || waiver == null) {
      return workplace.refused(REVOKE, id.value(), null, findings);
    }
    workplace.stores().waivers().save(waiver.revoked(by, reason, workplace.now()));
    return new Outcome.Accepted<>(id);
  }

  /** What is decided about them rests on their waivers. */
  private void lock(@Nullable ParticipantId participant, @Nullable MentorshipId mentorship) {
    if (participant != null) {
      workplace.mentoring().lock(List.of(participant));
    }
    if (mentorship != null) {
      MentorshipChange.locked(workplace, mentorship);
    }
  }

  /** The waiver with this id, if there is one. */
  public Optional<Waiver> find(WaiverId id) {
    Arguments.given("id", id);
    return workplace.stores().waivers().find(id);
  }

  /** All waivers of a participant, taken back or not, by id. */
  public List<Waiver> of(ParticipantId participant) {
    Arguments.given("participant", participant);
    return workplace.stores().waivers().of(participant);
  }

  /** All waivers of a mentorship, taken back or not, by id. */
  public List<Waiver> of(MentorshipId mentorship) {
    Arguments.given("mentorship", mentorship);
    return workplace.stores().waivers().of(mentorship);
  }

  private Optional<Finding> authority(Actor by) {
    WaiverTerms terms = workplace.definition().waivers();
    if (terms == null) {
      return Optional.of(Workplace.refusal("waiver.nobody", "waivers"));
    }
    return terms.authorities().contains(by.capacity())
        ? Optional.empty()
        : Optional.of(
            refusal("waiver.without-authority", "waivers")
                .with("authorities", Parameter.codes(terms.authorities())));
  }

  /** Judgement is another's: of what is asked of oneself, or of those one is or was paired with. */
  private Optional<Finding> forOneself(
      Actor by, @Nullable ParticipantId participant, @Nullable Particulars mentorship) {
    ActorStanding standing = new ActorStanding(workplace, by);
    boolean own =
        mentorship == null
            ? participant != null && (standing.isOwn(participant) || standing.hasPart(participant))
            : standing.isOnRecord(mentorship);
    return own ? Optional.of(refusal("waiver.for-oneself", "waivers")) : Optional.empty();
  }

  /** What others run, or whom they look after, they judge of. */
  private Optional<Finding> ofOthers(
      Actor by, @Nullable ParticipantId participant, @Nullable Particulars mentorship) {
    ActorStanding standing = new ActorStanding(workplace, by);
    LookingAfter after = new LookingAfter(workplace, by, standing);
    boolean others;
    if (mentorship != null) {
      Optional<Finding> otherCentre = MentorshipChange.otherCentre(workplace, by, mentorship);
      if (otherCentre.isPresent()) {
        return otherCentre;
      }
      SortedSet<ParticipantId> homes = new TreeSet<>();
      Optional.ofNullable(mentorship.centre()).ifPresent(homes::add);
      others =
          !mentorship.mentees().isEmpty()
              && mentorship.mentees().stream()
                  .allMatch(each -> after.isOfOtherMunicipality(each, homes));
    } else if (participant == null) {
      others = false;
    } else {
      // An authority over the region takes nobody in: it is near to all who are not of others.
      others =
          Offices.isStaffOfCentres(by.capacity())
              ? !after.isNear(participant)
              : after.isOfOtherCentreOrTown(participant);
    }
    return others
        ? Optional.of(
            refusal("waiver.not-over-person", "waivers")
                .with("organisation", Parameter.term(by.organisation())))
        : Optional.empty();
  }

  private @Nullable Particulars mentorship(Waiver waiver) {
    return Optional.ofNullable(waiver.mentorship())
        .flatMap(workplace.stores().mentorships()::find)
        .orElse(null);
  }

  private Optional<Finding> name(
      String requirement, @Nullable String practice, boolean forMentorship) {
    SortedSet<String> known =
        forMentorship ? names.ofMentorships(practice) : names.ofParticipants();
    if (!known.contains(requirement)) {
      Finding unknown = refusal("waiver.requirement-unknown", "waivers");
      return Optional.of(
          unknown.with(
              "maybe", Parameter.term(String.join(", ", Spelling.nearest(requirement, known, 3)))));
    }
    WaiverTerms terms = workplace.definition().waivers();
    return terms == null || names.waivable(requirement, terms)
        ? Optional.empty()
        : Optional.of(
            Workplace.refusal(
                    "waiver.never", requirement, names.source(requirement).orElse(terms.citation()))
                .with("requirement", Parameter.term(requirement)));
  }

  private Optional<Finding> length(LocalDate from, LocalDate until) {
    if (!until.isAfter(from)) {
      return Optional.of(refusal("waiver.end-before-beginning", "until"));
    }
    WaiverTerms terms = workplace.definition().waivers();
    Period longest = terms == null ? null : terms.longest();
    return longest == null || !until.isAfter(from.plus(longest))
        ? Optional.empty()
        : Optional.of(
            refusal("waiver.too-long", "until").with("latest", Parameter.day(from.plus(longest))));
  }

  private Optional<Finding> reason(String reason) {
    return reason.isBlank() || reason.length() > MOST_WORDS
        ? Optional.of(refusal("waiver.reason", "reason"))
        : Optional.empty();
  }

  private Optional<Finding> overlap(
      String requirement,
      @Nullable ParticipantId participant,
      @Nullable Particulars mentorship,
      LocalDate from,
      LocalDate until) {
    List<Waiver> there = List.of();
    if (participant != null) {
      there =
          workplace.mentoring().registrations(participant, workplace.now()).stream()
              .flatMap(each -> workplace.stores().waivers().of(each).stream())
              .toList();
    } else if (mentorship != null) {
      there = workplace.stores().waivers().of(mentorship.id());
    }
    return there.stream()
        .filter(waiver -> waiver.requirement().equals(requirement))
        .filter(waiver -> waiver.overlaps(from, until))
        .findFirst()
        .map(
            waiver ->
                refusal("waiver.overlaps", requirement)
                    .with("requirement", Parameter.term(requirement))
                    .with("from", Parameter.day(waiver.from()).as(Sensitivity.ABOUT_PARTY))
                    .with("until", Parameter.day(waiver.until()).as(Sensitivity.ABOUT_PARTY)));
  }

  private Finding refusal(String code, String about) {
    WaiverTerms terms = workplace.definition().waivers();
    return Workplace.refusal(code, about, terms == null ? Citation.CHOICE : terms.citation());
  }

  private static String subject(
      Actor by, @Nullable ParticipantId participant, @Nullable MentorshipId mentorship) {
    if (participant != null) {
      return participant.value();
    }
    return mentorship == null ? by.id() : mentorship.value();
  }
}
