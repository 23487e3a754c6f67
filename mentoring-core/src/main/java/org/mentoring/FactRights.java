package org.mentoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Fact.ConsentGiver;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.ParticipantKind;

/**
 * In whose dossier somebody may write, and whose facts one may correct or take back. What protects
 * a child from somebody is worth nothing if that one can take it away.
 */
final class FactRights {
  /** Offices that stand over what others recorded of whom their own centre looks after. */
  private static final Set<Code> OVER =
      Set.of(
          Code.of("COORDINATOR"),
          Code.of("CENTRE_HEAD"),
          Code.of("MENTORING_CENTRE"),
          Code.of("CHILDRENS_RESIDENTIAL_CENTRE"),
          Code.of("REGIONAL_OPERATOR"));

  /** Decides of its own municipality, or of the whole region if others told of it, and no town. */
  static final Code COMMISSION = Code.of("JUVENILE_AFFAIRS_COMMISSION");

  /** Whether an office stands over what others recorded. */
  static boolean isOver(Code capacity) {
    return OVER.contains(capacity);
  }

  private final Workplace workplace;
  private final Actor by;
  private final ActorStanding standing;
  private final LookingAfter after;

  FactRights(Workplace workplace, Actor by) {
    this.workplace = workplace;
    this.by = by;
    this.standing = new ActorStanding(workplace, by);
    this.after = new LookingAfter(workplace, by, standing);
  }

  /**
   * Why a fact is not recorded in somebody's dossier: parties tell only of themselves, guardians of
   * their child. Whose consent is given or withdrawn by whom is asked by {@link #toConsent}.
   */
  Optional<Finding> toRecord(ParticipantId about, Fact fact) {
    return !OwnRecords.isParty(by.capacity())
            || fact instanceof Fact.Consent
            || fact instanceof Fact.ConsentWithdrawal
            || isFor(about)
            || standing.guardianship().brings(about, fact)
        ? Optional.empty()
        : Optional.of(refusal("command.not-own-dossier", fact.kind()));
  }

  /**
   * Why a consent is neither given nor taken back. Parties give and take back their own, guardians
   * that of their child's guardian; who is on record also whatever else was consented to for the
   * child.
   */
  Optional<Finding> toConsent(ParticipantId about, Fact.Consent consent) {
    if (!OwnRecords.isParty(by.capacity())) {
      return Optional.empty();
    }
    Guardianship guardianship = standing.guardianship();
    ParticipantId giver = consent.giver();
    boolean mine;
    if (OwnRecords.isGuardian(by.capacity())) {
      mine =
          guardianship.consentsFor(about)
              && (consent.by() == ConsentGiver.GUARDIAN || guardianship.isOnRecord(about));
    } else if (consent.by() == ConsentGiver.GUARDIAN) {
      mine = giver != null && standing.is(giver) && guardianship.isOnRecord(about);
    } else {
      boolean oneself = consent.by() == ConsentGiver.SELF || consent.by() == ConsentGiver.CHILD;
      mine = isRegistered() && standing.is(giver == null || oneself ? about : giver);
    }
    return mine
        ? Optional.empty()
        : Optional.of(Workplace.refusal("command.consent-of-another", consent.kind()));
  }

  /**
   * Why a consent is not withdrawn. That only keeps harm away, so that a guardian on record
   * withdraws it also when it is kept from the child, one by word also in a group what it gave
   * itself, and who has come of age what a guardian gave.
   */
  Optional<Finding> toWithdraw(ParticipantId about, FactId id, Fact.Consent consent) {
    Guardianship guardianship = standing.guardianship();
    boolean oneself =
        OwnRecords.isParty(by.capacity()) && standing.is(about) && guardianship.isOfAge(about);
    return oneself || guardianship.protects(about) || guardianship.takesBackOwn(about, id, consent)
        ? Optional.empty()
        : toConsent(about, consent);
  }

  /**
   * Why a consent does not name somebody as the guardian who gave it: on its day nobody is on
   * record as that. A guardian gives its own, and tells of no other one's.
   */
  Optional<Finding> toName(ParticipantId about, Fact fact, LocalDate on) {
    if (!(fact instanceof Fact.Consent consent)
        || consent.by() != ConsentGiver.GUARDIAN
        || consent.giver() == null
        || standing.same(consent.giver(), about)) {
      return Optional.empty();
    }
    Guardianship guardianship = standing.guardianship();
    if (!guardianship.isOnRecord(about, consent.giver(), on)) {
      return Optional.of(
          Workplace.refusal("command.names-guardian", fact.kind())
              .with("participant", Parties.named(consent.giver()))
              .with("day", Parameter.day(on)));
    }
    return OwnRecords.isParty(by.capacity()) && !guardianship.is(about, consent.giver())
        ? Optional.of(Workplace.refusal("command.consent-of-another", fact.kind()))
        : Optional.empty();
  }

  /**
   * Why somebody does not tell what gives others a say over a child, moves it elsewhere or makes it
   * of age: that is for those who stand over it. Parties tell once where they live and when they
   * were born, and mend what they told.
   *
   * @param corrects what it takes the place of; null if nothing
   */
  Optional<Finding> overChild(ParticipantId about, Fact fact, @Nullable FactId corrects) {
    if (isOrganisation(about)) {
      return givesOwnStanding(about, fact)
          ? Optional.of(refusal("command.not-over-organisation", fact.kind()))
          : Optional.empty();
    }
    boolean party = OwnRecords.isParty(by.capacity());
    // Whoever is or was in a mentorship with somebody does not move it in an office either.
    boolean inPart = !party && !standing.is(about) && isOneOrMore(about) && hasPart(about);
    boolean may = true;
    if (fact instanceof Fact.AttachedTo attached && attached.as().equals(Attachments.CENTRE)) {
      may =
          !party
              && !inPart
              && (standsOver(about) || (after.nowOrLast(about).isEmpty() && after.isNear(about)));
    } else if (isMunicipality(fact)) {
      boolean first = corrects != null || !hasMunicipality(about);
      may = party ? first : !inPart && (standsOver(about) || (first && after.isNear(about)));
    } else if (fact instanceof Fact.Birth) {
      boolean first = corrects != null || !hasBirth(about);
      may = party ? first : !inPart && (standsOver(about) || (first && mayTellBirth(about)));
    } else if (party || !isOneOrMore(about)) {
      return Optional.empty();
    } else if (fact instanceof Fact.Guardian guardian) {
      if (inPart || standing.is(guardian.guardian())) {
        return Optional.of(refusal("command.own-record-in-office", fact.kind()));
      }
      may = standsOver(about);
    } else if (fact instanceof Fact.Consent consent) {
      may = !isOfChild(about, consent) || mayConsent(about, consent);
    } else if (fact instanceof Fact.ConsentWithdrawal withdrawal) {
      FactEntry.Recorded given = recorded(about, withdrawal.consent()).orElse(null);
      may =
          given == null
              || !(given.fact() instanceof Fact.Consent consent)
              || !isOfChild(about, consent)
              || by.organisation().equals(given.by().organisation())
              || mayConsent(about, consent);
    }
    return may ? Optional.empty() : Optional.of(refusal("command.not-over-child", fact.kind()));
  }

  /**
   * Why somebody does not attest what outdoes a record that bars a person: that is for who stands
   * over the person, and for the office that the fact names as the one that did it, if it is no
   * commission of another town. What bars, anybody tells; of whom others look after or brought in,
   * nothing else.
   */
  Optional<Finding> toAttest(ParticipantId about, Fact fact) {
    boolean may =
        OwnRecords.isParty(by.capacity())
            || !isOneOrMore(about)
            || !OwnRecords.admits(fact)
            || standsOver(about)
            || (!isOfOthersToAttest(about, fact)
                && (!OwnRecords.isBarred(barringByOthers(about), fact)
                    || (isOfAnotherOffice(fact)
                        && !(by.capacity().equals(COMMISSION) && after.isOfOthers(about)))));
    return may ? Optional.empty() : Optional.of(refusal("command.not-near-to-attest", fact.kind()));
  }

  /** What an outside organisation did itself, it tells also of whom a centre brought in. */
  private boolean isOfOthersToAttest(ParticipantId about, Fact fact) {
    boolean own =
        !ActorStanding.isStaffOfCentres(by.capacity())
            || by.capacity().equals(ActorStanding.OUTSIDE)
            || fact instanceof Fact.Attestation;
    return (own && OwnRecords.names(fact, by.capacity()))
        ? after.isElsewhere(after.nowOrLast(about))
        : after.isTakenElsewhere(about);
  }

  private boolean isOfAnotherOffice(Fact fact) {
    return !isOver(by.capacity())
        && !ActorStanding.isStaffOfCentres(by.capacity())
        && OwnRecords.names(fact, by.capacity());
  }

  /** What a commission decided itself, it may decide anew. */
  private List<Fact> barringByOthers(ParticipantId about) {
    return workplace.mentoring().dossier(about, workplace.today(), workplace.now()).facts().stream()
        .filter(
            known ->
                !by.capacity().equals(COMMISSION)
                    || recorded(about, known.id())
                        .map(FactEntry.Recorded::by)
                        .filter(author -> author.organisation().equals(by.organisation()))
                        .filter(author -> author.capacity().equals(by.capacity()))
                        .isEmpty())
        .map(KnownFact::fact)
        .toList();
  }

  /** Whether a consent protects a child; of whom no birth is on record, it may be one. */
  private boolean isOfChild(ParticipantId about, Fact.Consent consent) {
    return consent.by() == ConsentGiver.GUARDIAN
        || consent.by() == ConsentGiver.CHILD
        || (consent.by() == ConsentGiver.SELF
            && !workplace.mentoring().dossier(about, workplace.today(), workplace.now()).ofAge());
  }

  /**
   * To whom a consent is given, it may put it on record: an outside organisation also of a child
   * that a centre has brought in, for it is asked before the two agree.
   */
  private boolean mayConsent(ParticipantId about, Fact.Consent consent) {
    return standsOver(about)
        || (consent.with().equals(by.capacity())
            && (isOver(by.capacity()) ? after.isNear(about) : !after.isOfOthers(about)));
  }

  /**
   * Whether what is on record of an organisation would give a say over children to those who record
   * it: what it is to a centre is told by that centre, and where it is at home is told once.
   */
  private boolean givesOwnStanding(ParticipantId about, Fact fact) {
    if (after.isOperator()) {
      return false;
    }
    boolean party = OwnRecords.isParty(by.capacity());
    ParticipantId own = ParticipantId.of(by.organisation());
    if (fact instanceof Fact.AttachedTo attached && attached.as().equals(Attachments.CENTRE)) {
      return party
          || !standing.same(own, attached.organisation())
          || standing.isCentre(about)
          || standing.wantsToBeCentre(about)
          || !(isOver(by.capacity()) || ActorStanding.isStaffOfCentres(by.capacity()));
    } else if (fact instanceof Fact.Agreement agreement && standing.isForModels(agreement)) {
      // A centre's own people stand in for nobody, so that they may tell with whom it has agreed.
      boolean withOwn =
          standing.same(own, agreement.with())
              && standing.isCentre(own)
              && !standing.isCentre(about);
      return party || !(standing.same(own, about) || withOwn);
    }
    if (ActorStanding.isOfCentre(fact)) {
      return !(party || mayStandOver(by.capacity()) || standing.same(own, about));
    }
    return isMunicipality(fact)
        && (party
            || hasMunicipality(about)
            || !(mayStandOver(by.capacity()) || standing.same(own, about)));
  }

  /**
   * A commission refers children of whom a centre has told where they live; one that nobody
   * registered, as where the host registers no organisations, only until a centre looks after them.
   */
  private boolean mayTellBirth(ParticipantId about) {
    if (after.isKnownToNoOther(about)) {
      return true;
    }
    boolean registered = after.isTold(ParticipantId.of(by.organisation()));
    return by.capacity().equals(COMMISSION)
        && (registered ? !after.isOfOthers(about) : after.nowOrLast(about).isEmpty());
  }

  private boolean hasBirth(ParticipantId about) {
    return isKnown(about)
        && workplace
            .mentoring()
            .dossier(about, workplace.today(), workplace.now())
            .birthDate()
            .isPresent();
  }

  private boolean hasMunicipality(ParticipantId about) {
    return !new IncidentReading(workplace).municipalities(about).isEmpty();
  }

  static boolean isMunicipality(Fact fact) {
    return fact instanceof Fact.Trait trait && trait.attribute().equals(Attribute.MUNICIPALITY);
  }

  boolean standsOver(ParticipantId about) {
    return mayStandOver(by.capacity()) && after.isNear(about);
  }

  /** Whether an office stands over children whom it is near to. */
  static boolean mayStandOver(Code capacity) {
    return isOver(capacity)
        || ActorStanding.isStaffOfCentres(capacity)
        || capacity.equals(COMMISSION);
  }

  private boolean isOneOrMore(ParticipantId about) {
    return isKnown(about) && !isOrganisation(about);
  }

  private boolean isKnown(ParticipantId about) {
    return workplace.stores().participants().find(about).isPresent();
  }

  private boolean isOrganisation(ParticipantId about) {
    return workplace
        .stores()
        .participants()
        .find(about)
        .filter(found -> found.kind() == ParticipantKind.ORGANISATION)
        .isPresent();
  }

  private boolean isRegistered() {
    return isKnown(ParticipantId.of(by.id()));
  }

  /** Whether it is the actor itself, or the child that it speaks for. */
  boolean isFor(ParticipantId about) {
    return standing.is(about) || standing.guardianship().speaksFor(about);
  }

  /** Why a fact is neither corrected nor taken back. */
  Optional<Finding> toTakeBack(ParticipantId about, FactId wrong) {
    FactEntry.Recorded recorded = recorded(about, wrong).orElse(null);
    if (recorded == null) {
      return Optional.empty();
    }
    Fact fact = recorded.fact();
    boolean mine =
        OwnRecords.isParty(by.capacity())
            ? isAuthor(recorded.by()) && toRecord(about, fact).isEmpty()
            : !hasPart(about)
                && (fact instanceof Fact.Guardian
                    ? standsOver(about)
                    : isOver(about, recorded.by()));
    boolean barred = fact instanceof Fact.Exclusion exclusion && standing.is(exclusion.other());
    boolean ofOwnOrganisation =
        isMunicipality(fact)
            && isOrganisation(about)
            && !after.isOperator()
            && standing.same(ParticipantId.of(by.organisation()), about);
    return mine && !barred && !ofOwnOrganisation
        ? Optional.empty()
        : Optional.of(refusal("command.fact-not-yours", fact.kind()).on(List.of(wrong)));
  }

  /**
   * Why two registrations are not merged: with them their facts and exclusions become others, and
   * who looks after the one looks after both. Two organisations the operator alone makes one.
   */
  Optional<Finding> toMerge(ParticipantId kept, ParticipantId duplicate) {
    boolean mayMerge =
        isOrganisation(kept)
            ? after.isOperator()
            : isOver(by.capacity()) && after.isNear(kept) && after.isNear(duplicate);
    return mayMerge && !hasPart(kept) && !hasPart(duplicate)
        ? Optional.empty()
        : Optional.of(refusal("command.not-yours-to-merge", "participant"));
  }

  /**
   * Why somebody's data is not erased: that is for those who stand over the person, and have no
   * part in what goes with it. What cannot be read tells of no part and of no place: where no
   * mentorship tells it and other centres are on record, the operator alone erases.
   *
   * @param mentorships all that there were
   */
  Optional<Finding> toErase(SortedSet<ParticipantId> registrations, List<Particulars> mentorships) {
    SortedSet<ParticipantId> homes = new TreeSet<>();
    registrations.forEach(each -> homes.addAll(readable(() -> after.now(each))));
    if (homes.isEmpty()) {
      // Between two pairs somebody is still of the centre that ran the last one.
      homes.addAll(LookingAfter.last(mentorships));
    }
    SortedSet<ParticipantId> places = new TreeSet<>(homes);
    places.addAll(registrations);
    boolean mayErase =
        isOver(by.capacity())
            && !registrations.contains(ParticipantId.of(by.id()))
            && registrations.stream().noneMatch(each -> holds(() -> isOfOtherOrganisation(each)))
            && registrations.stream().noneMatch(each -> holds(() -> hasPart(each)))
            && !holds(() -> after.isElsewhere(homes))
            && (!homes.isEmpty() || mayBeOwn(registrations.first()))
            && !holds(() -> new IncidentReading(workplace).ofOtherMunicipality(by, places));
    return mayErase
        ? Optional.empty()
        : Optional.of(refusal("erasure.not-over-person", "participant"));
  }

  private boolean mayBeOwn(ParticipantId about) {
    try {
      return after.isOwn(about);
    } catch (UnreadableRecords e) {
      return after.isOperator() || isAloneHere();
    }
  }

  private boolean isAloneHere() {
    try {
      return new Centres(workplace)
          .ids(workplace.today(), workplace.now())
          .noneMatch(standing::isOfOtherCentre);
    } catch (UnreadableRecords e) {
      return false;
    }
  }

  private boolean isOfOtherOrganisation(ParticipantId about) {
    return isOrganisation(about) && !after.isOverOrganisation(about);
  }

  private static SortedSet<ParticipantId> readable(Supplier<SortedSet<ParticipantId>> reading) {
    try {
      return reading.get();
    } catch (UnreadableRecords e) {
      return new TreeSet<>();
    }
  }

  private static boolean holds(BooleanSupplier reading) {
    try {
      return reading.getAsBoolean();
    } catch (UnreadableRecords e) {
      return false;
    }
  }

  private Finding refusal(String code, String requirement) {
    return Workplace.refusal(code, requirement).with("capacity", Parameter.code(by.capacity()));
  }

  private boolean isAuthor(Actor author) {
    return OwnRecords.isParty(author.capacity())
        && (author.id().equals(by.id()) || standing.is(ParticipantId.of(author.id())));
  }

  /** Whether it is the actor's own dossier, or that of another party of a mentorship of its own. */
  boolean hasPart(ParticipantId about) {
    return standing
            .refusalInOffice(new TreeSet<>(), new TreeSet<>(Set.of(about)), List.of())
            .isPresent()
        || after.mentorships(about).stream()
            .anyMatch(each -> standing.refusalInOffice(each).isPresent());
  }

  /** Whether the actor stands in an office over what another one recorded of somebody. */
  boolean isOver(ParticipantId about, Actor author) {
    if (by.organisation().equals(author.organisation()) && !OwnRecords.isParty(author.capacity())) {
      return true;
    }
    boolean colleague = by.capacity().equals(COMMISSION) && author.capacity().equals(COMMISSION);
    if (!OVER.contains(by.capacity()) && !colleague) {
      return false;
    }
    if (isOrganisation(about)) {
      return after.isOverOrganisation(about);
    }
    SortedSet<ParticipantId> homes = after.nowOrLast(about);
    ParticipantId organisation = ParticipantId.of(author.organisation());
    if (!OwnRecords.isParty(author.capacity())
        && (ActorStanding.isStaffOfCentres(author.capacity()) || standing.isCentre(organisation))) {
      homes.add(organisation);
    }
    if (homes.isEmpty()) {
      // What the operator has told of whom nobody looks after is not for whoever comes next.
      return author.capacity().equals(LookingAfter.OPERATOR)
          ? after.isOwn(about)
          : after.isNear(about);
    }
    return !after.isElsewhere(homes) && !after.isOfOtherMunicipality(about, after.nowOrLast(about));
  }

  /** Whether the actor is of the staff of a centre, and others look after somebody. */
  boolean isElsewhere(ParticipantId about) {
    return after.isElsewhere(after.now(about));
  }

  /** The same of whom others look after, or did last. */
  boolean wasElsewhere(ParticipantId about) {
    return after.isElsewhere(after.nowOrLast(about));
  }

  private Optional<FactEntry.Recorded> recorded(ParticipantId about, FactId fact) {
    return workplace.mentoring().registrations(about, workplace.now()).stream()
        .flatMap(each -> workplace.stores().participants().history(each).stream())
        .filter(FactEntry.Recorded.class::isInstance)
        .map(FactEntry.Recorded.class::cast)
        .filter(each -> each.id().equals(fact))
        .findFirst();
  }
}
