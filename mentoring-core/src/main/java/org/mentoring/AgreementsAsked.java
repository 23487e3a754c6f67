package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Agreement;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.Proposed;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.MentorshipTerms.Stage;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.Requirement;

/**
 * Who has to agree to a mentorship: each mentor and each mentee for itself, every other party for
 * each mentee; a guardian only for a mentee who is, on the day of the assignment, below the age
 * below which the definition asks for the guardian's consent, or of no age where it asks for none,
 * with its packs or without them: a pack that asks for a consent of small children frees nobody.
 * For a mentor the guardian agrees where its consent is asked for, and the mentor is known to be
 * that young.
 */
final class AgreementsAsked {
  private static final Code GUARDIAN = Code.of("GUARDIAN");

  private final MentorshipTerms terms;
  private final SortedSet<Pledge> asked = new TreeSet<>();

  private record Pledge(Code party, ParticipantId forWhom) implements Comparable<Pledge> {
    @Override
    public int compareTo(Pledge other) {
      int order = party.compareTo(other.party);
      return order != 0 ? order : forWhom.compareTo(other.forWhom);
    }
  }

  private AgreementsAsked(MentorshipTerms terms) {
    this.terms = terms;
  }

  /** A party agrees; the last of them makes the mentorship agreed. */
  static List<? extends Mentorship> agree(
      Workplace workplace, MentorshipChange change, Code party, ParticipantId forWhomever) {
    ParticipantId forWhom = named(workplace, change.record(), forWhomever);
    Optional<AgreementsAsked> asked = of(workplace, change.practice(), change.record());
    asked.ifPresent(
        all -> change.refuse(all.refusing(party, forWhom, change.record().agreements())));
    if (!new ActorStanding(workplace, change.by()).mayAgree(change.record(), party, forWhom)) {
      change.refuse(
          Workplace.refusal("mentorship.agrees-for-another", "agreed-by")
              .with("party", Parameter.code(party))
              .with("participant", Parties.named(forWhom)));
    }
    change.refuse(change.path().mayRecord(Stage.AGREEMENT, party));
    boolean last = asked.map(all -> all.givenWith(party, forWhom, change.record())).orElse(true);
    if (last) {
      change.stage(Stage.AGREEMENT, party);
    }
    change.mayBegin();
    return change.in(
        Mentorship.NotBegun.class,
        open -> {
          Mentorship.NotBegun next = open.agree(party, forWhom, change.actWithoutSteps());
          return last && next instanceof Proposed proposed
              ? List.of(next, proposed.allAgreed(change.act()))
              : List.of(next);
        });
  }

  /**
   * Who has not agreed and has to by the rules of the day on which mentoring begins: a rule may
   * have come since all others did.
   */
  static List<Finding> lackingAtStart(
      Workplace workplace, Practice practice, Particulars mentorship) {
    return mentorship.state() == MentorshipState.AGREED
        ? of(workplace, practice, mentorship)
            .map(asked -> asked.lacking(mentorship.agreements()))
            .orElse(List.of())
        : List.of();
  }

  private List<Finding> lacking(List<Agreement> agreements) {
    return open(agreements).stream()
        .map(
            pledge ->
                Workplace.refusal("mentorship.not-agreed", "agreed-by", terms.citation())
                    .with("party", Parameter.code(pledge.party()))
                    .with("participant", Parties.named(pledge.forWhom())))
        .toList();
  }

  private SortedSet<Pledge> open(List<Agreement> agreements) {
    SortedSet<Pledge> open = new TreeSet<>(asked);
    agreements.forEach(each -> open.remove(new Pledge(each.party(), each.participant())));
    return open;
  }

  /** The id by which the mentorship names a party. */
  private static ParticipantId named(
      Workplace workplace, Particulars mentorship, ParticipantId party) {
    MergedParties merged = new MergedParties(workplace.mentoring(), workplace.now());
    return Stream.concat(mentorship.mentors().stream(), mentorship.mentees().stream())
        .filter(each -> merged.same(each, party))
        .findFirst()
        .orElse(party);
  }

  /** What is asked; empty where the definition does not say how mentorships run. */
  static Optional<AgreementsAsked> of(
      Workplace workplace, Practice practice, Particulars mentorship) {
    return Optional.ofNullable(practice.mentorship())
        .map(terms -> of(workplace, practice, terms, mentorship));
  }

  /**
   * The capacities of those who had not agreed, of each mentor and mentee, as if the terms asked
   * for these.
   */
  static SortedSet<Code> lacking(
      Workplace workplace,
      Practice practice,
      SortedSet<Code> by,
      Particulars mentorship,
      Citation citation) {
    MentorshipTerms terms =
        new MentorshipTerms(List.of(), by, null, List.of(), List.of(), null, citation);
    SortedSet<Code> lacking = new TreeSet<>();
    of(workplace, practice, terms, mentorship)
        .open(mentorship.agreements())
        .forEach(pledge -> lacking.add(pledge.party()));
    return lacking;
  }

  private static AgreementsAsked of(
      Workplace workplace, Practice practice, MentorshipTerms terms, Particulars mentorship) {
    AgreementsAsked asked = new AgreementsAsked(terms);
    LocalDate day = mentorship.changes().get(0).on();
    for (Code party : terms.agreedBy()) {
      boolean guardians = party.equals(GUARDIAN);
      boolean mentors = party.value().equals(Position.MENTOR.name());
      for (ParticipantId id : mentors ? mentorship.mentors() : mentorship.mentees()) {
        if (!guardians || hasGuardian(workplace, practice, id, day)) {
          asked.asked.add(new Pledge(party, id));
        }
      }
      if (guardians) {
        mentorship.mentors().stream()
            .filter(id -> isChild(workplace, practice, id, day))
            .forEach(id -> asked.asked.add(new Pledge(party, id)));
      }
    }
    return asked;
  }

  /** Whether anybody in a mentorship is, on a day, of an age at which a guardian is asked. */
  static boolean hasGuardian(
      Workplace workplace, Practice practice, Particulars mentorship, LocalDate day) {
    return mentorship.mentees().stream().anyMatch(id -> hasGuardian(workplace, practice, id, day))
        || mentorship.mentors().stream().anyMatch(id -> isChild(workplace, practice, id, day));
  }

  private static boolean hasGuardian(
      Workplace workplace, Practice practice, ParticipantId mentee, LocalDate day) {
    Dossier dossier = workplace.mentoring().dossier(mentee, day, workplace.now());
    return hasGuardian(practice, dossier, day)
        || workplace
            .eligibility()
            .woven()
            .bare()
            .practice(practice.id())
            .filter(bare -> hasGuardian(bare, dossier, day))
            .isPresent();
  }

  private static boolean hasGuardian(Practice practice, Dossier mentee, LocalDate day) {
    Optional<LocalDate> birth = mentee.birthDate();
    List<Requirement.ConsentGiven> consents = consents(practice, Position.MENTEE);
    return birth.isEmpty()
        || (consents.isEmpty() && !mentee.ofAge())
        || consents.stream()
            .anyMatch(
                consent ->
                    consent.belowAge() == null
                        || day.isBefore(birth.get().plusYears(consent.belowAge())));
  }

  /** Most mentors are grown: a child in this seat is who is known to be one. */
  private static boolean isChild(
      Workplace workplace, Practice practice, ParticipantId mentor, LocalDate day) {
    List<Requirement.ConsentGiven> consents = consents(practice, Position.MENTOR);
    if (consents.isEmpty()) {
      return false;
    }
    Dossier dossier = workplace.mentoring().dossier(mentor, day, workplace.now());
    Optional<LocalDate> birth = dossier.birthDate();
    return birth.isPresent()
        && consents.stream()
            .anyMatch(
                consent ->
                    consent.belowAge() == null
                        ? !dossier.ofAge()
                        : day.isBefore(birth.get().plusYears(consent.belowAge())));
  }

  private static List<Requirement.ConsentGiven> consents(Practice practice, Position position) {
    return practice.party(position).map(PartyTerms::requirements).orElse(List.of()).stream()
        .filter(Requirement.ConsentGiven.class::isInstance)
        .map(Requirement.ConsentGiven.class::cast)
        .filter(consent -> consent.by() == Fact.ConsentGiver.GUARDIAN)
        .toList();
  }

  /** Whether nobody has to agree. */
  boolean none() {
    return asked.isEmpty();
  }

  /** Whether one more agreement is the last that is asked. */
  boolean givenWith(Code party, ParticipantId forWhom, Particulars mentorship) {
    SortedSet<Pledge> open = open(mentorship.agreements());
    return open.remove(new Pledge(party, forWhom)) && open.isEmpty();
  }

  /** Whether only somebody who leaves keeps a proposed mentorship from being agreed. */
  static boolean allGivenWithout(
      ParticipantId leaving, Workplace workplace, Practice practice, Particulars mentorship) {
    if (mentorship.state() != MentorshipState.PROPOSED || !mentorship.isIn(leaving)) {
      return false;
    }
    Optional<AgreementsAsked> all = of(workplace, practice, mentorship);
    if (all.isEmpty()) {
      return false;
    }
    SortedSet<Pledge> open = all.get().open(mentorship.agreements());
    open.removeIf(pledge -> pledge.forWhom().equals(leaving));
    return open.isEmpty();
  }

  /** What stands in the way of recording one more. */
  List<Finding> refusing(Code party, ParticipantId forWhom, List<Agreement> agreements) {
    List<Finding> findings = new ArrayList<>();
    if (!terms.agreedBy().contains(party)) {
      findings.add(
          Workplace.refusal("mentorship.party-not-asked", "agreed-by", terms.citation())
              .with("allowed", Parameter.codes(terms.agreedBy())));
    } else if (!asked.contains(new Pledge(party, forWhom))) {
      findings.add(
          Workplace.refusal("mentorship.agrees-for-nobody", "agreed-by", terms.citation())
              .with("party", Parameter.code(party))
              .with("participant", Parties.named(forWhom)));
    }
    if (agreements.stream()
        .anyMatch(each -> each.party().equals(party) && each.participant().equals(forWhom))) {
      findings.add(
          Workplace.refusal("mentorship.agreed-already", "agreed-by", terms.citation())
              .with("party", Parameter.code(party))
              .with("participant", Parties.named(forWhom)));
    }
    return findings;
  }
}
