package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Question;
import org.mentoring.decision.Sensitivity;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.Ties;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.History;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Identifiers;
import org.mentoring.spi.Participants;
import org.mentoring.time.Validity;

/** Commands about participants and their facts. A unit of work makes each check and write one. */
final class Registration {
  static final Code REGISTER = Code.of("REGISTER_PARTICIPANT");
  static final Code RECORD = Code.of("RECORD_FACT");
  static final Code CORRECT = Code.of("CORRECT_FACT");
  static final Code RETRACT = Code.of("RETRACT_FACT");
  static final Code MERGE = Code.of("MERGE_PARTICIPANTS");

  private static final Set<String> NOT_ONES_OWN =
      Set.of(
          "command.own-record-in-office",
          "command.not-yours-to-record",
          "command.consent-of-another");

  private final Mentoring mentoring;
  private final FactCheck check;
  private final PathSteps steps;
  private final Eligibility eligibility;
  private final Participants participants;
  private final Identifiers identifiers;
  private final IdentityClaims claims;
  private final ErasedPeople erased;

  Registration(
      Mentoring mentoring,
      ProgrammeDefinition definition,
      Eligibility eligibility,
      Participants participants,
      ErasedPeople erased,
      Identifiers identifiers,
      IdentityClaims claims) {
    this.mentoring = mentoring;
    this.check = new FactCheck(definition);
    this.steps = new PathSteps(mentoring, definition);
    this.eligibility = eligibility;
    this.participants = participants;
    this.identifiers = identifiers;
    this.claims = claims;
    this.erased = erased;
  }

  Outcome<ParticipantId> register(
      Actor by,
      @Nullable ParticipantId wanted,
      ParticipantKind kind,
      Collection<ExternalReference> references) {
    Invariants.present("register", by, kind, references);
    ParticipantId id = wanted == null ? identifiers.newParticipant() : wanted;
    List<Finding> findings = new ArrayList<>();
    if (participants.find(id).isPresent()) {
      findings.add(refusal("command.participant-exists", "participant"));
    }
    for (ExternalReference reference : new TreeSet<>(references)) {
      participants
          .find(reference)
          .ifPresent(
              other ->
                  findings.add(
                      refusal("command.reference-taken", "reference:" + reference.system())
                          .with("system", Parameter.term(reference.system()))
                          .with(
                              "other",
                              new Parameter.TermId(other.id().value(), Sensitivity.STAFF_ONLY))));
    }
    // Of which town a commission is, or that it is one for all, is for others to tell.
    if (by.capacity().equals(Offices.COMMISSION) && by.organisation().equals(id.value())) {
      findings.add(refusal("command.own-commission", "participant"));
    }
    if (!findings.isEmpty()) {
      return refused(REGISTER, id, findings);
    }
    try {
      participants.add(Participant.of(id, kind, references));
    } catch (MentoringException e) {
      return takenMeanwhile(id, e);
    }
    return new Outcome.Accepted<>(id);
  }

  /** Another instance over the same store was quicker: that is a refusal, not a fault. */
  private Outcome<ParticipantId> takenMeanwhile(ParticipantId id, MentoringException failure) {
    return switch (failure.code()) {
      case "participant.exists" ->
          refused(REGISTER, id, List.of(refusal("command.participant-exists", "participant")));
      case "reference.exists" -> {
        String system = failure.attributes().getOrDefault("system", "");
        String other = failure.attributes().getOrDefault("other", "");
        yield refused(
            REGISTER,
            id,
            List.of(
                refusal("command.reference-taken", "reference:" + system)
                    .with("system", Parameter.term(system))
                    .with("other", new Parameter.TermId(other, Sensitivity.STAFF_ONLY))));
      }
      default -> throw failure;
    };
  }

  Outcome<FactId> record(Actor by, ParticipantId about, Fact fact, Validity validity) {
    return append(RECORD, by, about, fact, validity, null, null);
  }

  Outcome<FactId> correct(Actor by, FactId wrong, Fact fact, Validity validity, String reason) {
    String why = Mentoring.reason(reason);
    Optional<ParticipantId> about = participants.about(wrong);
    if (about.isEmpty()) {
      throw unknownFact(wrong);
    }
    mentoring.lock(List.of(about.get()));
    if (isSuperseded(about.get(), wrong)) {
      return refused(
          CORRECT,
          about.get(),
          List.of(refusal("command.fact-superseded", "fact").on(List.of(wrong))));
    }
    if (!isOfKind(about.get(), wrong, fact)) {
      return refused(
          CORRECT,
          about.get(),
          List.of(refusal("command.other-kind", fact.kind()).on(List.of(wrong))));
    }
    if (anothers(by, about.get(), wrong).isEmpty() && isConsentOfAnother(by, about.get(), wrong)) {
      return refused(CORRECT, about.get(), List.of(consentOfAnother(fact).on(List.of(wrong))));
    }
    return append(CORRECT, by, about.get(), fact, validity, wrong, why);
  }

  Outcome<FactId> retract(Actor by, FactId wrong, String reason) {
    Invariants.present("retract", by, wrong);
    String why = Mentoring.reason(reason);
    ParticipantId about = participants.about(wrong).orElseThrow(() -> unknownFact(wrong));
    mentoring.lock(List.of(about));
    if (isSuperseded(about, wrong)) {
      return refused(
          RETRACT, about, List.of(refusal("command.fact-superseded", "fact").on(List.of(wrong))));
    }
    Optional<Finding> anothers = anothers(by, about, wrong);
    if (anothers.isPresent()) {
      return refused(RETRACT, about, List.of(anothers.get()));
    }
    if (isConsentOfAnother(by, about, wrong)) {
      return refused(
          RETRACT,
          about,
          List.of(refusal("command.consent-of-another", "fact").on(List.of(wrong))));
    }
    Optional<Finding> notYours = rights(by).toTakeBack(about, wrong);
    if (notYours.isPresent()) {
      return refused(RETRACT, about, List.of(notYours.get()));
    }
    ParticipantId keeper = keeper(about);
    List<KnownFact> before = history(keeper, mentoring.now()).facts();
    participants.append(new FactEntry.Retracted(wrong, about, mentoring.now(), by, why));
    // To take something back claims nothing new.
    claimed(keeper, before, wrong, null);
    return new Outcome.Accepted<>(wrong);
  }

  Outcome<FactId> withdrawConsent(Actor by, FactId consent, LocalDate from) {
    ParticipantId about = participants.about(consent).orElseThrow(() -> unknownFact(consent));
    return append(
        RECORD, by, about, new Fact.ConsentWithdrawal(consent), Validity.from(from), null, null);
  }

  Outcome<ParticipantId> merge(
      Actor by, ParticipantId kept, ParticipantId duplicate, String reason) {
    Invariants.present("merge", by, kept, duplicate);
    String why = Mentoring.reason(reason);
    List<Finding> findings = new ArrayList<>();
    Participant keeper = participants.find(kept).orElse(null);
    Participant other = participants.find(duplicate).orElse(null);
    if (keeper == null || other == null) {
      findings.add(refusal("command.participant-unknown", keeper == null ? "kept" : "duplicate"));
    } else {
      findings.addAll(erased.refusals("participant", List.of(kept, duplicate)));
      if (kept.equals(duplicate)) {
        findings.add(refusal("command.merge-self", "duplicate"));
      }
      if (keeper.mergedInto() != null || isMerged(other, kept)) {
        findings.add(
            refusal("command.merged-already", keeper.mergedInto() != null ? "kept" : "duplicate"));
      }
      if (keeper.kind() != other.kind()) {
        findings.add(
            refusal("command.merge-kinds", "duplicate")
                .with("kept", Parameter.code(keeper.kind()))
                .with("duplicate", Parameter.code(other.kind())));
      }
      if (findings.isEmpty()) {
        findings.addAll(
            mentoring
                .running()
                .forbiddingMerge(
                    registrations(kept, mentoring.now()),
                    registrations(duplicate, mentoring.now())));
        rights(by).toMerge(kept, duplicate).ifPresent(findings::add);
      }
    }
    if (!findings.isEmpty() || other == null) {
      return refused(MERGE, kept, findings);
    }
    // In this order a fault between the two leaves both apart, and the same command mends it.
    if (other.mergedInto() == null) {
      participants.update(other.mergedInto(kept));
    }
    participants.append(new FactEntry.Merged(kept, duplicate, mentoring.now(), by, why));
    claimed(kept, history(kept, mentoring.now()).facts(), null, null);
    return new Outcome.Accepted<>(kept);
  }

  /**
   * Claims who somebody is as a fact goes or comes.
   *
   * @return who is registered as the same person already
   */
  private Optional<ParticipantId> claimed(
      ParticipantId keeper, List<KnownFact> before, @Nullable FactId goes, @Nullable Fact comes) {
    List<Fact> after = new ArrayList<>();
    for (KnownFact known : history(keeper, mentoring.now()).facts()) {
      if (!known.id().equals(goes)) {
        after.add(known.fact());
      }
    }
    if (comes != null) {
      after.add(comes);
    }
    return claims.claim(
        keeper,
        registrations(keeper, mentoring.now()),
        before.stream().map(KnownFact::fact).toList(),
        after);
  }

  private boolean isMerged(Participant duplicate, ParticipantId kept) {
    ParticipantId into = duplicate.mergedInto();
    return into != null
        && (!into.equals(kept)
            || history(kept, mentoring.now()).duplicates().contains(duplicate.id()));
  }

  /** Who a participant is now, after all merges. */
  ParticipantId keeper(ParticipantId id) {
    return keeper(known(id), mentoring.now()).id();
  }

  /** Who a participant is, after all merges that were known at an instant. */
  ParticipantId keeper(ParticipantId id, Instant knownAt) {
    return keeper(known(id), knownAt).id();
  }

  /** All registrations of a participant, as far as was known at an instant. */
  SortedSet<ParticipantId> registrations(ParticipantId id, Instant knownAt) {
    ParticipantId kept = keeper(known(id), knownAt).id();
    SortedSet<ParticipantId> all = history(kept, knownAt).duplicates();
    all.add(kept);
    return all;
  }

  Dossier dossier(ParticipantId id, LocalDate asOf, Instant knownAt) {
    Participant participant = known(id);
    Participant keeper = keeper(participant, knownAt);
    return dossier(history(keeper.id(), knownAt), keeper.kind(), asOf, knownAt);
  }

  private Dossier dossier(History history, ParticipantKind kind, LocalDate asOf, Instant knownAt) {
    Dossier dossier = history.dossier(kind, asOf, knownAt);
    List<KnownFact> facts = dossier.facts().stream().map(fact -> current(fact, knownAt)).toList();
    return new Dossier(dossier.participant(), kind, facts, asOf, knownAt);
  }

  /** Who is tied to a duplicate is tied to the participant that it was merged into. */
  private KnownFact current(KnownFact known, Instant knownAt) {
    return other(known.fact())
        .flatMap(participants::find)
        .map(other -> tiedTo(known.fact(), keeper(other, knownAt).id()))
        .map(fact -> new KnownFact(known.id(), fact, known.validity(), known.recordedAt()))
        .orElse(known);
  }

  /** Whom a fact ties its participant to. */
  private static Optional<ParticipantId> other(Fact fact) {
    if (fact instanceof Fact.Exclusion exclusion) {
      return Optional.of(exclusion.other());
    } else if (fact instanceof Fact.Sibling sibling) {
      return Optional.of(sibling.other());
    } else if (fact instanceof Fact.Guardian guardian) {
      return Optional.of(guardian.guardian());
    } else if (fact instanceof Fact.MentoredBy mentored) {
      return Optional.of(mentored.mentor());
    } else if (fact instanceof Fact.FormerMentor former) {
      return Optional.of(former.mentor());
    } else if (fact instanceof Fact.AttachedTo attached) {
      return Optional.of(attached.organisation());
    } else if (fact instanceof Fact.Agreement agreement) {
      return Optional.of(agreement.with());
    } else if (fact instanceof Fact.Member member) {
      return Optional.of(member.member());
    }
    return Optional.empty();
  }

  private static Fact tiedTo(Fact fact, ParticipantId other) {
    if (fact instanceof Fact.Exclusion) {
      return new Fact.Exclusion(other);
    } else if (fact instanceof Fact.Sibling) {
      return new Fact.Sibling(other);
    } else if (fact instanceof Fact.Guardian) {
      return new Fact.Guardian(other);
    } else if (fact instanceof Fact.AttachedTo attached) {
      return new Fact.AttachedTo(other, attached.as());
    } else if (fact instanceof Fact.Agreement agreement) {
      return new Fact.Agreement(other, agreement.matter());
    } else if (fact instanceof Fact.Member member) {
      return new Fact.Member(other, member.as());
    }
    return fact instanceof Fact.MentoredBy
        ? new Fact.MentoredBy(other)
        : new Fact.FormerMentor(other);
  }

  /** How everybody known is tied to others. */
  Ties ties(LocalDate asOf, Instant knownAt) {
    List<Dossier> dossiers = new ArrayList<>();
    for (ParticipantId id : participants.ids()) {
      Participant participant = known(id);
      if (keeper(participant, knownAt).id().equals(id)) {
        dossiers.add(dossier(history(id, knownAt), participant.kind(), asOf, knownAt));
      }
    }
    return Ties.of(dossiers);
  }

  /** The dossier of somebody who seeks a position, under its own id and no merged one. */
  Optional<Dossier> seeker(
      Practice practice, Position position, ParticipantId id, LocalDate asOf, Instant knownAt) {
    return participants
        .find(id)
        .filter(participant -> keeper(participant, knownAt).id().equals(id))
        .map(participant -> dossier(id, asOf, knownAt))
        .filter(dossier -> seeks(dossier, practice, position));
  }

  List<Dossier> dossiers(Practice practice, Position position, LocalDate asOf, Instant knownAt) {
    Map<ParticipantId, History> histories = new HashMap<>();
    Set<ParticipantId> duplicates = new HashSet<>();
    List<ParticipantId> ids = participants.ids();
    List<UnreadableRecords.Row> unreadable = new ArrayList<>();
    for (ParticipantId id : ids) {
      try {
        History history = history(id, knownAt);
        histories.put(id, history);
        duplicates.addAll(history.duplicates());
      } catch (UnreadableRecords e) {
        unreadable.addAll(e.rows());
      }
    }
    // Nobody is left out in silence: what cannot be read may forbid a pair, or ask for it.
    if (!unreadable.isEmpty()) {
      throw new UnreadableRecords(unreadable);
    }
    List<Dossier> dossiers = new ArrayList<>();
    for (ParticipantId id : ids) {
      History history = histories.get(id);
      if (history != null && !duplicates.contains(id)) {
        Dossier dossier = dossier(history, known(id).kind(), asOf, knownAt);
        if (seeks(dossier, practice, position)) {
          dossiers.add(dossier);
        }
      }
    }
    return dossiers;
  }

  /** Who was referred to the programme seeks a mentor, though nobody applied in its name. */
  private static boolean seeks(Dossier dossier, Practice practice, Position position) {
    boolean referred =
        position == Position.MENTEE && dossier.current(Fact.Referral.class).findAny().isPresent();
    return referred
        || dossier
            .current(Fact.Application.class)
            .anyMatch(application -> application.position() == position)
        || dossier
            .current(Fact.PositionHeld.class)
            .anyMatch(
                held ->
                    held.position() == position
                        && (held.practice() == null || practice.id().equals(held.practice())));
  }

  private Outcome<FactId> append(
      Code matter,
      Actor by,
      ParticipantId about,
      Fact fact,
      Validity validity,
      @Nullable FactId corrects,
      @Nullable String reason) {
    Invariants.present("command", by, about, fact, validity);
    mentoring.lock(List.of(about));
    List<Finding> findings = new ArrayList<>(check.findings(fact, validity, mentoring.today()));
    ownRecord(by, about, fact).ifPresent(findings::add);
    if (corrects != null) {
      anothers(by, about, corrects)
          .filter(finding -> !findings.contains(finding))
          .ifPresent(findings::add);
    }
    Participant participant = participants.find(about).orElse(null);
    if (participant == null) {
      findings.add(refusal("command.participant-unknown", "participant"));
      return refused(matter, about, findings);
    }
    findings.addAll(erased.refusals("participant", List.of(about)));
    Participant keeper = keeper(participant, mentoring.now());
    if (fact instanceof Fact.ConsentWithdrawal withdrawal
        && !isConsentOf(keeper.id(), withdrawal.consent())) {
      findings.add(
          refusal("command.consent-unknown", fact.kind()).on(List.of(withdrawal.consent())));
    }
    if (fact instanceof Fact.ConsentWithdrawal withdrawal) {
      // What of a consent that is not one's to give is not one's to take back either.
      anothers(by, keeper.id(), withdrawal.consent())
          .filter(each -> each.code().equals("command.own-record-in-office"))
          .ifPresent(findings::add);
    }
    // What is not one's own to record has been told already.
    if (findings.stream().noneMatch(each -> each.code().equals("command.not-yours-to-record"))
        && (fact instanceof Fact.ConsentWithdrawal withdrawal
            ? isWithdrawnByAnother(by, keeper.id(), withdrawal)
            : isConsentOfAnother(by, keeper.id(), fact))) {
      findings.add(consentOfAnother(fact));
    }
    if (findings.stream().noneMatch(each -> NOT_ONES_OWN.contains(each.code()))) {
      (corrects == null
              ? rights(by).toRecord(keeper.id(), fact)
              : rights(by).toTakeBack(about, corrects))
          .ifPresent(findings::add);
      rights(by).toName(keeper.id(), fact, validity.from()).ifPresent(findings::add);
      if (findings.isEmpty()) {
        rights(by).overChild(keeper.id(), fact, corrects).ifPresent(findings::add);
        rights(by).toAttest(keeper.id(), fact).ifPresent(findings::add);
      }
    }
    if (fact instanceof Fact.StepRecorded step) {
      findings.addAll(steps.findings(by, keeper.id(), step, validity.from(), corrects != null));
    }
    new ActivityGrounds(mentoring.workplace(), mentoring.activities())
        .undecided(keeper.id(), fact, validity.from())
        .ifPresent(findings::add);
    if (fact instanceof Fact.Member member) {
      notMember(keeper, member).ifPresent(findings::add);
    }
    Optional<ParticipantId> other = other(fact);
    if (other.isPresent() && isSame(other.get(), keeper.id())) {
      findings.add(
          refusal(
              fact instanceof Fact.Exclusion ? "command.excludes-self" : "command.tied-to-self",
              fact.kind()));
    }
    if (fact instanceof Fact.Consent consent
        && consent.by() == Fact.ConsentGiver.GUARDIAN
        && consent.giver() != null
        && isSame(consent.giver(), keeper.id())) {
      findings.add(refusal("command.giver-is-child", fact.kind()));
    }
    if (!findings.isEmpty()) {
      return refused(matter, about, findings);
    }
    if (keeper.kind() == ParticipantKind.PERSON && claims.concerns(fact)) {
      Optional<ParticipantId> registered =
          claimed(keeper.id(), history(keeper.id(), mentoring.now()).facts(), corrects, fact);
      if (registered.isPresent()) {
        return refused(
            matter,
            about,
            List.of(
                refusal("command.registered-already", fact.kind())
                    .with(
                        "other",
                        new Parameter.TermId(registered.get().value(), Sensitivity.STAFF_ONLY))));
      }
    }
    FactId id = identifiers.newFact();
    participants.append(
        new FactEntry.Recorded(
            id, keeper.id(), fact, validity, mentoring.now(), by, corrects, reason));
    return new Outcome.Accepted<>(id);
  }

  /** Persons belong to others, and others to no person. */
  private Optional<Finding> notMember(Participant party, Fact.Member member) {
    Optional<Participant> person = participants.find(member.member());
    if (person.isEmpty()) {
      return Optional.of(refusal("command.participant-unknown", "member"));
    }
    return party.kind() == ParticipantKind.PERSON || person.get().kind() != ParticipantKind.PERSON
        ? Optional.of(
            refusal("command.no-member", member.kind())
                .with("found", Parameter.code(party.kind()))
                .with("member", Parameter.code(person.get().kind())))
        : Optional.empty();
  }

  private boolean isConsentOfAnother(Actor by, ParticipantId about, FactId fact) {
    Instant now = mentoring.now();
    ParticipantId keeper = keeper(known(about), now).id();
    return history(keeper, now).facts().stream()
        .filter(known -> known.id().equals(fact))
        .anyMatch(known -> isConsentOfAnother(by, keeper, known.fact()));
  }

  /** Parties give and take back only a consent of their own, or of their child. */
  private boolean isConsentOfAnother(Actor by, ParticipantId about, Fact fact) {
    if (fact instanceof Fact.ConsentWithdrawal withdrawal) {
      History history = history(about, mentoring.now());
      return fact(history, history.successor(withdrawal.consent()))
          .filter(consent -> isConsentOfAnother(by, about, consent))
          .isPresent();
    }
    return fact instanceof Fact.Consent consent && rights(by).toConsent(about, consent).isPresent();
  }

  private boolean isWithdrawnByAnother(
      Actor by, ParticipantId about, Fact.ConsentWithdrawal withdrawal) {
    History history = history(about, mentoring.now());
    FactId consent = history.successor(withdrawal.consent());
    return fact(history, consent)
        .filter(Fact.Consent.class::isInstance)
        .flatMap(found -> rights(by).toWithdraw(about, consent, (Fact.Consent) found))
        .isPresent();
  }

  private static Finding consentOfAnother(Fact fact) {
    return refusal("command.consent-of-another", fact.kind());
  }

  private boolean isOfKind(ParticipantId about, FactId fact, Fact other) {
    Instant now = mentoring.now();
    return history(keeper(known(about), now).id(), now).facts().stream()
        .anyMatch(known -> known.id().equals(fact) && known.fact().kind().equals(other.kind()));
  }

  /**
   * Without this a barring certificate or a withdrawal of consent could be taken back by anybody.
   */
  private Optional<Finding> anothers(Actor by, ParticipantId about, FactId wrong) {
    Instant now = mentoring.now();
    History history = history(keeper(known(about), now).id(), now);
    Optional<Fact> fact = fact(history, wrong);
    if (fact.isPresent() && fact.get() instanceof Fact.ConsentWithdrawal withdrawal) {
      fact = fact(history, history.successor(withdrawal.consent()));
    }
    return fact.flatMap(found -> ownRecord(by, about, found));
  }

  /** Neither as a party nor in an office does anybody attest oneself. */
  private Optional<Finding> ownRecord(Actor by, ParticipantId about, Fact fact) {
    return OwnRecords.refusal(by, fact)
        .or(() -> new ActorStanding(mentoring.workplace(), by).refusalOfOwn(about, fact));
  }

  private FactRights rights(Actor by) {
    return new FactRights(mentoring.workplace(), by);
  }

  private static Optional<Fact> fact(History history, FactId id) {
    return history.facts().stream()
        .filter(known -> known.id().equals(id))
        .findFirst()
        .map(KnownFact::fact);
  }

  private boolean isSuperseded(ParticipantId about, FactId fact) {
    Instant now = mentoring.now();
    return history(keeper(known(about), now).id(), now).isSuperseded(fact);
  }

  private boolean isSame(ParticipantId id, ParticipantId keeper) {
    return id.equals(keeper)
        || participants
            .find(id)
            .map(found -> keeper(found, mentoring.now()).id().equals(keeper))
            .orElse(false);
  }

  private boolean isConsentOf(ParticipantId participant, FactId consent) {
    History history = history(participant, mentoring.now());
    FactId current = history.successor(consent);
    return history.facts().stream()
        .anyMatch(known -> known.id().equals(current) && known.fact() instanceof Fact.Consent);
  }

  private Participant keeper(Participant participant, Instant knownAt) {
    Participant current = participant;
    ParticipantId next = current.mergedInto();
    while (next != null) {
      if (!history(next, knownAt).duplicates().contains(current.id())) {
        return current;
      }
      current = known(next);
      next = current.mergedInto();
    }
    return current;
  }

  /** Who was merged into a participant, as was known at an instant. */
  SortedSet<ParticipantId> duplicates(ParticipantId keeper, Instant knownAt) {
    return new TreeSet<>(history(keeper, knownAt).duplicates());
  }

  private History history(ParticipantId id, Instant knownAt) {
    return History.of(id, knownAt, mentoring::counted);
  }

  private Participant known(ParticipantId id) {
    return participants
        .find(id)
        .orElseThrow(
            () ->
                new MentoringException(
                    "participant.unknown",
                    Map.of("participant", id.value()),
                    "Register the participant first."));
  }

  private static MentoringException unknownFact(FactId fact) {
    return new MentoringException(
        "fact.unknown",
        Map.of("fact", fact.value()),
        "Use the id that recording the fact answered with.");
  }

  private <T> Outcome<T> refused(Code matter, ParticipantId about, List<Finding> findings) {
    Question question = new Question(matter, about, null, null, mentoring.today(), mentoring.now());
    return new Outcome.Refused<>(
        Decision.of(question, findings, List.of(), eligibility.basisWithoutDossier()));
  }

  private static Finding refusal(String code, String requirement) {
    return Finding.of(code, requirement, Citation.CHOICE, Effect.REFUSES);
  }
}
