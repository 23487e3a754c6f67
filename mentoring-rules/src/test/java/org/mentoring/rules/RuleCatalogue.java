package org.mentoring.rules;

import static org.mentoring.rules.Cases.CITED;
import static org.mentoring.rules.Cases.codes;
import static org.mentoring.rules.Cases.facts;
import static org.mentoring.rules.Cases.set;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mentoring.criterion.Attribute;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Fact.ConsentGiver;
import org.mentoring.participant.Fact.Mode;
import org.mentoring.participant.Fact.Outcome;
import org.mentoring.participant.Fact.TrainingKind;
import org.mentoring.participant.Fact.WayIn;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Requirement;
import org.mentoring.rules.Cases.Facts;
import org.mentoring.spi.EligibilityCase;

/** For each eligibility rule a case that it fires on, and one that it does not fire on. */
final class RuleCatalogue {
  /**
   * One rule's two cases.
   *
   * @param code the rule's name
   * @param firing it finds something
   * @param silent it finds nothing, though the requirement is the same
   */
  record Entry(String code, EligibilityCase firing, EligibilityCase silent) {
    @Override
    public String toString() {
      return code;
    }
  }

  private static final Code HEAD = Code.of("CENTRE_HEAD");
  private static final Code OPERATOR = Code.of("REGIONAL_OPERATOR");
  private static final Code CENTRE = Code.of("MENTORING_CENTRE");
  private static final Code COMMISSION = Code.of("JUVENILE_AFFAIRS_COMMISSION");
  private static final Code TAKING_PART = Code.of("PARTICIPATION");
  private static final Code RECORD = Code.of("CRIMINAL_RECORD");

  static final Requirement ADULT = new Requirement.Age("age", CITED, 18, 30);
  static final Requirement AT_RISK =
      new Requirement.CircumstanceHolds(
          "circumstance", CITED, codes("AT_RISK"), codes("SCHOOL"), codes("EMPLOYER"));
  static final Requirement REGISTERED =
      new Requirement.Registration(
          "registration", CITED, codes("SCHOOL"), set(List.of(WayIn.FAMILY)));
  static final Requirement CAME =
      new Requirement.Intake(
          "intake", CITED, Position.MENTEE, set(List.of(WayIn.COMMISSION, WayIn.FAMILY)));
  static final Requirement FROM =
      new Requirement.AffiliationFits(
          "affiliation", CITED, codes("INFORMAL_COMMUNITY"), codes("DEPARTMENTAL_INSTITUTION"));
  static final Requirement CLEAR =
      new Requirement.Clearance("clearance", CITED, codes("CRIMINAL_RECORD"), Period.ofYears(1));
  static final Requirement PAPERS =
      new Requirement.Documents("documents", CITED, codes("APPLICATION_FORM", "PASSPORT"));
  static final Requirement TALK =
      new Requirement.InterviewPassed("interview", CITED, HEAD, Mode.IN_PERSON);
  static final Requirement TRAINED =
      new Requirement.TrainingDone(
          "training", CITED, TrainingKind.INITIAL, 480, Mode.IN_PERSON, OPERATOR);
  static final Requirement COURSE =
      new Requirement.CoursePassed("course", CITED, Code.of("PREPARATION"), null);
  static final Requirement GROUP_COURSE =
      new Requirement.CoursePassed("course", CITED, Code.of("PREPARATION"), Arrangement.GROUP);
  static final Requirement AGREED =
      new Requirement.ConsentGiven(
          "consent", CITED, ConsentGiver.GUARDIAN, CENTRE, TAKING_PART, null, 18);
  static final Requirement DECIDED =
      new Requirement.DecisionOf("decision", CITED, COMMISSION, TAKING_PART);
  static final Requirement PROFILE = new Requirement.ProfilePrepared("profile", CITED, COMMISSION);
  static final Requirement FAMILY = new Requirement.FamilyMet("family", CITED, CENTRE);
  static final Requirement STANDARD =
      new Requirement.StandardMet("standard", CITED, Cases.APPROVED);
  static final Requirement DRAFT = new Requirement.StandardMet("standard", CITED, Cases.DRAFT);
  static final Requirement LISTED =
      new Requirement.InRegister("register", CITED, Code.of("SCHOOL"));
  static final Requirement LIVES =
      new Requirement.TraitKnown("trait", CITED, "municipality", set(List.of("Ишим", "Тобольск")));
  static final Requirement PROMISE =
      new Requirement.CommitmentMade("commitment", CITED, Period.ofMonths(9));
  static final Requirement REFERENCES = new Requirement.ReferencesGood("references", CITED, 2);
  static final Requirement POSITION =
      new Requirement.HoldsPosition("position", CITED, Position.TUTOR);
  static final Requirement TEACHERS =
      new Requirement.HasMembers("members", CITED, Position.TEACHER, 2);
  static final Requirement VOUCHED =
      new Requirement.AttestationGiven(
          "attestation", CITED, Code.of("HEALTH"), HEAD, Period.ofMonths(6), Cases.TITLE);

  static final Requirement FIRST_VETTED =
      new Requirement.MetAfter(
          "a-order", CITED, "training", set(List.of("documents")), Cases.TITLE);

  static final Requirement VETTED_BEFORE =
      new Requirement.DoneAfter(
          "a-order", CITED, "training", set(List.of("documents")), Cases.TITLE);
  static final Requirement VETTED_BEFORE_COURSE =
      new Requirement.DoneAfter("a-order", CITED, "course", set(List.of("documents")), Cases.TITLE);

  private final List<Entry> entries = new ArrayList<>();

  private RuleCatalogue() {}

  static List<Entry> entries() {
    RuleCatalogue catalogue = new RuleCatalogue();
    catalogue.person();
    catalogue.paper();
    catalogue.training();
    catalogue.order();
    catalogue.consent();
    catalogue.decision();
    catalogue.selection();
    catalogue.standing();
    return List.copyOf(catalogue.entries);
  }

  private void add(String code, Requirement requirement, Facts firing, Facts silent) {
    entries.add(new Entry(code, Cases.of(requirement, firing), Cases.of(requirement, silent)));
  }

  private void person() {
    Facts grown = facts().and(born(1995));
    Facts child = facts().and(born(2005));
    add("age.unknown", ADULT, facts(), grown);
    add("age.contradictory", ADULT, grown.and(born(1996)), grown.and(born(1995)));
    add("age.too-young", ADULT, child, grown);
    add("age.too-old", ADULT, facts().and(born(1960)), grown);
    Facts risk = facts().and(new Fact.Circumstance(Code.of("AT_RISK")));
    Facts school = facts().and(new Fact.PreventiveRegistration(Code.of("SCHOOL")));
    add("circumstance.none", AT_RISK, facts(), school);
    add(
        "circumstance.ended",
        AT_RISK,
        facts().ended(new Fact.Referral(Code.of("EMPLOYER"))),
        risk.ended(new Fact.Circumstance(Code.of("AT_RISK"))));
    Facts family = facts().and(new Fact.Application(Position.MENTEE, WayIn.FAMILY));
    Facts referred = facts().and(new Fact.Referral(COMMISSION));
    add("registration.missing", REGISTERED, family, referred);
    Fact registered = new Fact.PreventiveRegistration(Code.of("SCHOOL"));
    add("registration.ended", REGISTERED, family.ended(registered), family.and(registered));
    add("intake.missing", CAME, facts(), referred);
    Fact applied = new Fact.Application(Position.MENTEE, WayIn.FAMILY);
    add("intake.ended", CAME, facts().ended(applied), referred.ended(applied));
    add(
        "intake.other-way",
        CAME,
        facts().and(new Fact.Application(Position.MENTEE, WayIn.INVITATION)),
        family);
    Fact community = new Fact.Affiliation(Code.of("INFORMAL_COMMUNITY"));
    add("affiliation.missing", FROM, facts(), facts().and(community));
    add("affiliation.ended", FROM, facts().ended(community), facts().and(community));
    Fact department = new Fact.Affiliation(Code.of("DEPARTMENTAL_INSTITUTION"));
    add(
        "affiliation.barred",
        FROM,
        facts().and(community).and(department),
        facts().and(community).ended(department));
  }

  private void paper() {
    Facts clear = facts().and(certificate(2020, Outcome.POSITIVE));
    add("clearance.missing", CLEAR, facts(), clear);
    add("clearance.expired", CLEAR, facts().and(certificate(2019, Outcome.POSITIVE)), clear);
    add(
        "clearance.issued-later",
        CLEAR,
        facts()
            .and(
                new Fact.ClearanceCertificate(RECORD, LocalDate.of(2020, 10, 1), Outcome.POSITIVE)),
        clear);
    add(
        "clearance.entries-found",
        CLEAR,
        clear.and(
            new Fact.ClearanceCertificate(RECORD, LocalDate.of(2020, 6, 1), Outcome.NEGATIVE)),
        clear.and(certificate(2019, Outcome.NEGATIVE)));
    add(
        "clearance.inconclusive",
        CLEAR,
        facts().and(certificate(2020, Outcome.INCONCLUSIVE)),
        clear.and(certificate(2019, Outcome.INCONCLUSIVE)));
    add(
        "clearance.contradicted",
        CLEAR,
        facts().and(certificate(2020, Outcome.NEGATIVE)).and(certificate(2020, Outcome.POSITIVE)),
        clear.and(certificate(2020, Outcome.POSITIVE)));
    Facts form = facts().and(new Fact.DocumentHandedIn(Code.of("APPLICATION_FORM")));
    Fact passport = new Fact.DocumentHandedIn(Code.of("PASSPORT"));
    add("documents.missing", PAPERS, form, form.and(passport));
    add("documents.ended", PAPERS, form.ended(passport), form.and(passport));
  }

  private void training() {
    Facts six = facts().and(training(360, Mode.IN_PERSON, OPERATOR));
    Facts eight = six.and(training(120, Mode.IN_PERSON, OPERATOR));
    add("training.hours-short", TRAINED, six, eight);
    Fact online = training(120, Mode.ONLINE, OPERATOR);
    add("training.other-mode", TRAINED, six.and(online), eight.and(online));
    Fact others = training(120, Mode.IN_PERSON, CENTRE);
    add("training.other-trainer", TRAINED, six.and(others), eight.and(others));
    Fact counted = training(120, Mode.IN_PERSON, OPERATOR);
    add("training.ended", TRAINED, six.ended(counted), eight.ended(counted));
    Fact course =
        new Fact.Training(
            TrainingKind.PREPARATION, Code.of("PREPARATION"), 60, Mode.ONLINE, CENTRE);
    add("course.missing", COURSE, facts(), facts().and(course));
    add("course.ended", COURSE, facts().ended(course), facts().and(course));
    Set<Arrangement> both = Set.of(Arrangement.INDIVIDUAL, Arrangement.GROUP);
    entries.add(
        new Entry(
            "course.missing-for-arrangement",
            Cases.of(List.of(GROUP_COURSE), List.of(), both),
            Cases.of(List.of(GROUP_COURSE), List.of(), Set.of(Arrangement.GROUP))));
  }

  private void order() {
    Facts trained = facts().and(training(480, Mode.IN_PERSON, OPERATOR));
    Fact form = new Fact.DocumentHandedIn(Code.of("APPLICATION_FORM"));
    Fact passport = new Fact.DocumentHandedIn(Code.of("PASSPORT"));
    Facts early = trained.and(form).later(passport);
    Set<Arrangement> one = Set.of(Arrangement.INDIVIDUAL);
    List<Requirement> asked = List.of(FIRST_VETTED, TRAINED, PAPERS);
    entries.add(
        new Entry(
            "order.too-early",
            Cases.of(asked, early.known(), one),
            Cases.of(asked, early.later(training(480, Mode.IN_PERSON, OPERATOR)).known(), one)));
    List<Requirement> atOnce = List.of(VETTED_BEFORE, TRAINED, PAPERS);
    entries.add(
        new Entry(
            "order.early",
            Cases.of(atOnce, early.known(), one),
            Cases.of(atOnce, early.later(training(480, Mode.IN_PERSON, OPERATOR)).known(), one)));
    entries.add(
        new Entry(
            "order.early-unfinished",
            Cases.of(atOnce, trained.and(form).known(), one),
            Cases.of(atOnce, facts().and(form).known(), one)));
    Facts passed =
        facts()
            .and(
                new Fact.Training(
                    TrainingKind.PREPARATION, Code.of("PREPARATION"), 60, Mode.ONLINE, CENTRE));
    List<Requirement> ofGroups = List.of(VETTED_BEFORE_COURSE, GROUP_COURSE, PAPERS);
    entries.add(
        new Entry(
            "order.early-for-arrangement",
            Cases.of(ofGroups, passed.known(), Set.of(Arrangement.INDIVIDUAL, Arrangement.GROUP)),
            Cases.of(ofGroups, passed.known(), Set.of(Arrangement.GROUP))));
  }

  private void consent() {
    Fact given = new Fact.Consent(ConsentGiver.GUARDIAN, null, CENTRE, TAKING_PART);
    Fact withdrawn = new Fact.ConsentWithdrawal(FactId.of("f-01"));
    add("consent.missing", AGREED, facts(), facts().and(born(1990)));
    add(
        "consent.withdrawn",
        AGREED,
        facts().and(given).later(withdrawn),
        facts().and(given).and(withdrawn).later(given));
    add(
        "consent.contradicted",
        AGREED,
        facts().and(given).later(withdrawn).and(given),
        facts().and(given).and(withdrawn).later(given));
    Fact toOthers = new Fact.Consent(ConsentGiver.GUARDIAN, null, OPERATOR, TAKING_PART);
    add("consent.other", AGREED, facts().and(toOthers), facts().and(toOthers).and(given));
    add("consent.expired", AGREED, facts().ended(given), facts().ended(given).and(given));
  }

  private void decision() {
    Fact yes = new Fact.AuthorityDecision(COMMISSION, TAKING_PART, Outcome.POSITIVE);
    Fact no = new Fact.AuthorityDecision(COMMISSION, TAKING_PART, Outcome.NEGATIVE);
    Fact open = new Fact.AuthorityDecision(COMMISSION, TAKING_PART, Outcome.INCONCLUSIVE);
    add("decision.missing", DECIDED, facts(), facts().and(yes));
    add("decision.ended", DECIDED, facts().ended(yes), facts().and(yes));
    add("decision.negative", DECIDED, facts().and(yes).later(no), facts().and(no).later(yes));
    add("decision.deferred", DECIDED, facts().and(no).later(open), facts().and(open).later(yes));
    add(
        "decision.contradicted",
        DECIDED,
        facts().and(no).and(yes),
        facts().and(no).and(yes).later(yes));
    Fact elsewhere = new Fact.AuthorityDecision(CENTRE, TAKING_PART, Outcome.POSITIVE);
    add(
        "decision.other-authority",
        DECIDED,
        facts().and(elsewhere),
        facts().and(elsewhere).and(yes));
    Fact profile = new Fact.BackgroundProfile(COMMISSION);
    Fact others = new Fact.BackgroundProfile(CENTRE);
    add("profile.other-body", PROFILE, facts().and(others), facts().and(others).and(profile));
    add("profile.missing", PROFILE, facts(), facts().and(profile));
    add("profile.ended", PROFILE, facts().ended(profile), facts().and(profile));
    Fact met = new Fact.FamilyMeeting(CENTRE);
    Fact metElsewhere = new Fact.FamilyMeeting(COMMISSION);
    add(
        "family-meeting.other-body",
        FAMILY,
        facts().and(metElsewhere),
        facts().and(metElsewhere).and(met));
    add("family-meeting.missing", FAMILY, facts(), facts().and(met));
    add("family-meeting.ended", FAMILY, facts().ended(met), facts().and(met));
  }

  private void selection() {
    Fact passed = new Fact.Interview(HEAD, Mode.IN_PERSON, Outcome.POSITIVE);
    Fact failed = new Fact.Interview(HEAD, Mode.IN_PERSON, Outcome.NEGATIVE);
    Fact unclear = new Fact.Interview(HEAD, Mode.IN_PERSON, Outcome.INCONCLUSIVE);
    Fact others = new Fact.Interview(CENTRE, Mode.IN_PERSON, Outcome.POSITIVE);
    Fact online = new Fact.Interview(HEAD, Mode.ONLINE, Outcome.POSITIVE);
    Facts good = facts().and(passed);
    add("interview.missing", TALK, facts(), good);
    add("interview.wrong-interviewer", TALK, facts().and(others), good.and(others));
    add("interview.wrong-mode", TALK, facts().and(online), good.and(online));
    add("interview.ended", TALK, facts().ended(passed), good);
    add("interview.failed", TALK, good.later(failed), facts().and(failed).later(passed));
    add("interview.inconclusive", TALK, good.later(unclear), facts().and(unclear).later(passed));
    add(
        "interview.contradicted",
        TALK,
        facts().and(failed).and(passed),
        good.and(failed).later(passed));
    Fact met = new Fact.SelectionAssessment(Cases.APPROVED, Outcome.POSITIVE);
    Fact missed = new Fact.SelectionAssessment(Cases.APPROVED, Outcome.NEGATIVE);
    Fact between = new Fact.SelectionAssessment(Cases.APPROVED, Outcome.INCONCLUSIVE);
    Facts fit = facts().and(met);
    entries.add(
        new Entry("standard.not-approved", Cases.of(DRAFT, facts()), Cases.of(STANDARD, facts())));
    add("standard.missing", STANDARD, facts(), fit);
    add("standard.ended", STANDARD, facts().ended(met), fit);
    add("standard.not-met", STANDARD, fit.later(missed), facts().and(missed).later(met));
    add("standard.inconclusive", STANDARD, fit.later(between), facts().and(between).later(met));
    add(
        "standard.contradicted",
        STANDARD,
        facts().and(missed).and(met),
        fit.and(missed).later(met));
    Fact good1 = new Fact.ReferenceChecked(Outcome.POSITIVE);
    Facts two = facts().and(good1).and(good1);
    add("references.too-few", REFERENCES, facts().and(good1), two);
    add("references.bad", REFERENCES, two.and(new Fact.ReferenceChecked(Outcome.NEGATIVE)), two);
    Fact vague = new Fact.ReferenceChecked(Outcome.INCONCLUSIVE);
    add("references.inconclusive", REFERENCES, facts().and(good1).and(vague), two.and(vague));
    Fact year = new Fact.Commitment(Period.ofYears(1));
    Fact half = new Fact.Commitment(Period.ofMonths(6));
    add("commitment.missing", PROMISE, facts(), facts().and(year));
    add("commitment.ended", PROMISE, facts().ended(year), facts().and(year));
    add("commitment.too-short", PROMISE, facts().and(half), facts().and(half).and(year));
  }

  private void standing() {
    Fact entry = new Fact.RegisterEntry(Code.of("SCHOOL"));
    add("register.missing", LISTED, facts(), facts().and(entry));
    add("register.ended", LISTED, facts().ended(entry), facts().and(entry));
    Fact ishim = new Fact.Trait(Attribute.MUNICIPALITY, "Ишим");
    Fact omsk = new Fact.Trait(Attribute.MUNICIPALITY, "Омск");
    add("trait.missing", LIVES, facts(), facts().and(ishim));
    add("trait.ended", LIVES, facts().ended(ishim), facts().and(ishim));
    add("trait.not-allowed", LIVES, facts().and(omsk), facts().ended(omsk).and(ishim));
    Fact everywhere = new Fact.PositionHeld(Position.TUTOR, null);
    Fact here = new Fact.PositionHeld(Position.TUTOR, "main");
    Fact elsewhere = new Fact.PositionHeld(Position.TUTOR, "other");
    Fact one = new Fact.Member(ParticipantId.of("one"), Position.TEACHER);
    Fact other = new Fact.Member(ParticipantId.of("other"), Position.TEACHER);
    Fact parent = new Fact.Member(ParticipantId.of("other"), Position.GUARDIAN);
    add(
        "members.too-few",
        TEACHERS,
        facts().and(one).and(one).and(parent).ended(other),
        facts().and(one).and(other));
    add("position.missing", POSITION, facts(), facts().and(everywhere));
    add(
        "position.other-practice",
        POSITION,
        facts().and(elsewhere),
        facts().and(elsewhere).and(here));
    add("position.ended", POSITION, facts().ended(here), facts().ended(here).and(everywhere));
    Fact vouched = new Fact.Attestation(Code.of("HEALTH"), HEAD);
    Fact byOthers = new Fact.Attestation(Code.of("HEALTH"), CENTRE);
    add("attestation.missing", VOUCHED, facts(), facts().later(vouched));
    add(
        "attestation.other-voucher",
        VOUCHED,
        facts().later(byOthers),
        facts().later(byOthers).later(vouched));
    add("attestation.expired", VOUCHED, facts().and(vouched), facts().and(vouched).later(vouched));
  }

  private static Fact born(int year) {
    return new Fact.Birth(LocalDate.of(year, 5, 5));
  }

  private static Fact certificate(int year, Outcome outcome) {
    return new Fact.ClearanceCertificate(RECORD, LocalDate.of(year, 2, 1), outcome);
  }

  private static Fact training(int minutes, Mode mode, Code by) {
    return new Fact.Training(TrainingKind.INITIAL, null, minutes, mode, by);
  }
}
