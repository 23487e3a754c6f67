package org.mentoring.rules;

import static org.mentoring.rules.Cases.CITED;
import static org.mentoring.rules.Cases.codes;
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
import org.mentoring.spi.EligibilityCase;
import org.mentoring.time.Validity;

/**
 * Each kind of requirement with a few facts that are about it, nearly about it or no longer so, and
 * all small dossiers that can be put together of those.
 */
final class SmallCases {
  private static final Code HEAD = Code.of("CENTRE_HEAD");
  private static final Code OPERATOR = Code.of("REGIONAL_OPERATOR");
  private static final Code CENTRE = Code.of("MENTORING_CENTRE");
  private static final Code COMMISSION = Code.of("JUVENILE_AFFAIRS_COMMISSION");
  private static final Code TAKING_PART = Code.of("PARTICIPATION");
  private static final Code OTHERWISE = Code.of("PUBLICATION");
  private static final Code RECORD = Code.of("CRIMINAL_RECORD");
  private static final Code HEALTH = Code.of("HEALTH");

  private static final LocalDate LONG_AGO = LocalDate.of(2019, 6, 1);

  private final List<Group> groups = new ArrayList<>();

  private SmallCases() {}

  /**
   * Requirements of one party, and the facts that dossiers are put together of.
   *
   * @param name as it stands in the file
   * @param most so many facts at most in one dossier
   */
  record Group(
      String name,
      List<Requirement> required,
      Set<Arrangement> arrangements,
      int most,
      List<Named> facts) {
    /** All dossiers: every choice of facts, the same one also twice. */
    List<Small> cases() {
      List<Small> all = new ArrayList<>();
      choose(new ArrayList<>(), 0, all);
      return all;
    }

    private void choose(List<Named> chosen, int from, List<Small> all) {
      all.add(small(chosen));
      for (int i = from; i < facts.size() && chosen.size() < most; i++) {
        chosen.add(facts.get(i));
        choose(chosen, i, all);
        chosen.remove(chosen.size() - 1);
      }
    }

    private Small small(List<Named> chosen) {
      Cases.Facts all = Cases.facts();
      for (Named each : chosen) {
        all = all.and(each.fact(), each.validity());
      }
      return new Small(
          String.join(" + ", chosen.stream().map(Named::name).toList()),
          Cases.of(required, all.known(), arrangements));
    }
  }

  /** A fact, named shortly. */
  record Named(String name, Fact fact, Validity validity) {}

  /** A dossier, named by its facts, and what is asked. */
  record Small(String name, EligibilityCase question) {}

  /** Facts of one group. */
  private static final class Facts {
    private final List<Named> all = new ArrayList<>();

    /** It holds, and nothing ends it. */
    Facts now(String name, Fact fact) {
      return in(name, fact, Validity.from(Cases.EARLIER));
    }

    /** It began after those that hold now. */
    Facts later(String name, Fact fact) {
      return in(name + " later", fact, Validity.from(Cases.LATER));
    }

    /** It has ended. */
    Facts ended(String name, Fact fact) {
      return in(name + " ended", fact, Validity.between(Cases.EARLIER, LocalDate.of(2020, 8, 1)));
    }

    /** It had ended before those began that hold now. */
    Facts over(String name, Fact fact) {
      return in(name + " over", fact, Validity.between(LONG_AGO, LocalDate.of(2020, 1, 1)));
    }

    /** It began after those that hold now, and has ended: the latest, and of no weight. */
    Facts lately(String name, Fact fact) {
      return in(
          name + " later, ended", fact, Validity.between(Cases.LATER, LocalDate.of(2020, 8, 1)));
    }

    Facts in(String name, Fact fact, Validity validity) {
      all.add(new Named(name, fact, validity));
      return this;
    }
  }

  static List<Group> groups() {
    SmallCases cases = new SmallCases();
    cases.person();
    cases.cameIn();
    cases.mentorsCameIn();
    cases.paper();
    cases.training();
    cases.order();
    cases.consent();
    cases.decided();
    cases.selection();
    cases.standing();
    return List.copyOf(cases.groups);
  }

  private void add(String name, int most, Facts facts, Requirement... required) {
    add(name, most, facts, Set.of(Arrangement.INDIVIDUAL), required);
  }

  private void add(
      String name, int most, Facts facts, Set<Arrangement> arrangements, Requirement... required) {
    groups.add(new Group(name, List.of(required), arrangements, most, List.copyOf(facts.all)));
  }

  private void person() {
    Facts births =
        new Facts()
            .now("1995", new Fact.Birth(LocalDate.of(1995, 5, 5)))
            .later("1995", new Fact.Birth(LocalDate.of(1995, 5, 5)))
            .ended("1995", new Fact.Birth(LocalDate.of(1995, 5, 5)))
            .now("2005", new Fact.Birth(LocalDate.of(2005, 5, 5)))
            .later("2005", new Fact.Birth(LocalDate.of(2005, 5, 5)))
            .now("1960", new Fact.Birth(LocalDate.of(1960, 5, 5)))
            .later("1960", new Fact.Birth(LocalDate.of(1960, 5, 5)))
            .now("18 today", new Fact.Birth(LocalDate.of(2002, 9, 1)))
            .now("18 tomorrow", new Fact.Birth(LocalDate.of(2002, 9, 2)))
            .now("30 today", new Fact.Birth(LocalDate.of(1990, 9, 1)))
            .now("30 tomorrow", new Fact.Birth(LocalDate.of(1990, 9, 2)));
    add("age 18 to 29", 2, births, RuleCatalogue.ADULT);
    add("age from 18", 1, births, new Requirement.Age("age", CITED, 18, null));
    add("age below 30", 1, births, new Requirement.Age("age", CITED, null, 30));

    Facts endedBirths = new Facts();
    for (int year : List.of(2005, 1960)) {
      Fact birth = new Fact.Birth(LocalDate.of(year, 5, 5));
      String name = Integer.toString(year);
      endedBirths.now(name, birth).ended(name, birth).lately(name, birth);
    }
    add("age 18 to 29, of births that ended", 2, endedBirths, RuleCatalogue.ADULT);

    Fact risk = new Fact.Circumstance(Code.of("AT_RISK"));
    Fact school = new Fact.PreventiveRegistration(Code.of("SCHOOL"));
    Fact employer = new Fact.Referral(Code.of("EMPLOYER"));
    add(
        "circumstance",
        3,
        new Facts()
            .now("at risk", risk)
            .ended("at risk", risk)
            .now("other circumstance", new Fact.Circumstance(OTHERWISE))
            .now("school register", school)
            .ended("school register", school)
            .now("other register", new Fact.PreventiveRegistration(OTHERWISE))
            .now("employer referred", employer)
            .ended("employer referred", employer)
            .now("centre referred", new Fact.Referral(CENTRE)),
        RuleCatalogue.AT_RISK);

    Fact community = new Fact.Affiliation(Code.of("INFORMAL_COMMUNITY"));
    Fact department = new Fact.Affiliation(Code.of("DEPARTMENTAL_INSTITUTION"));
    Facts affiliations =
        new Facts()
            .now("community", community)
            .ended("community", community)
            .now("department", department)
            .ended("department", department)
            .now("elsewhere", new Fact.Affiliation(OTHERWISE))
            .ended("elsewhere", new Fact.Affiliation(OTHERWISE));
    add("affiliation", 2, affiliations, RuleCatalogue.FROM);
    add(
        "affiliation, any but one",
        2,
        affiliations,
        new Requirement.AffiliationFits(
            "affiliation", CITED, codes(), codes("DEPARTMENTAL_INSTITUTION")));
    add(
        "affiliation, one alone",
        2,
        affiliations,
        new Requirement.AffiliationFits(
            "affiliation", CITED, codes("INFORMAL_COMMUNITY"), codes()));
  }

  private void cameIn() {
    Fact family = new Fact.Application(Position.MENTEE, WayIn.FAMILY);
    Fact invited = new Fact.Application(Position.MENTEE, WayIn.INVITATION);
    Fact asMentor = new Fact.Application(Position.MENTOR, WayIn.FAMILY);
    Fact referred = new Fact.Referral(COMMISSION);
    Fact noWay = new Fact.Referral(Code.of("EMPLOYER"));
    Fact school = new Fact.PreventiveRegistration(Code.of("SCHOOL"));
    Facts ways =
        new Facts()
            .now("school register", school)
            .ended("school register", school)
            .now("other register", new Fact.PreventiveRegistration(OTHERWISE))
            .now("family applied", family)
            .ended("family applied", family)
            .now("invited", invited)
            .ended("invited", invited)
            .now("commission referred", referred)
            .ended("commission referred", referred)
            .now("employer referred", noWay);
    add("registration of families", 3, ways, RuleCatalogue.REGISTERED);
    add(
        "registration of who was referred",
        2,
        ways,
        new Requirement.Registration(
            "registration", CITED, codes("SCHOOL"), set(List.of(WayIn.COMMISSION))));
    add(
        "registration of who was referred, that ended",
        3,
        new Facts()
            .ended("school register", school)
            .now("family applied", family)
            .ended("family applied", family)
            .now("commission referred", referred)
            .ended("commission referred", referred)
            .now("employer referred", noWay),
        new Requirement.Registration(
            "registration", CITED, codes("SCHOOL"), set(List.of(WayIn.COMMISSION))));
    add(
        "registration of all",
        2,
        ways,
        new Requirement.Registration(
            "registration", CITED, codes("SCHOOL"), set(List.<WayIn>of())));

    Facts intakes =
        new Facts()
            .now("family applied", family)
            .ended("family applied", family)
            .now("invited", invited)
            .ended("invited", invited)
            .now("as mentor", asMentor)
            .ended("as mentor", asMentor)
            .now("commission referred", referred)
            .ended("commission referred", referred)
            .now("employer referred", noWay)
            .ended("employer referred", noWay);
    add("intake of mentees", 2, intakes, RuleCatalogue.CAME);
    add(
        "intake of mentees by family",
        2,
        intakes,
        new Requirement.Intake("intake", CITED, Position.MENTEE, set(List.of(WayIn.FAMILY))));
    add(
        "intake of mentors",
        2,
        intakes,
        new Requirement.Intake(
            "intake", CITED, Position.MENTOR, set(List.of(WayIn.FAMILY, WayIn.COMMISSION))));
  }

  private void mentorsCameIn() {
    Fact referred = new Fact.Referral(COMMISSION);
    Fact family = new Fact.Application(Position.MENTOR, WayIn.FAMILY);
    Fact invited = new Fact.Application(Position.MENTOR, WayIn.INVITATION);
    add(
        "intake of mentors who applied",
        2,
        new Facts()
            .now("as mentor", family)
            .ended("as mentor", family)
            .now("as invited mentor", invited)
            .now("commission referred", referred)
            .ended("commission referred", referred),
        new Requirement.Intake(
            "intake", CITED, Position.MENTOR, set(List.of(WayIn.FAMILY, WayIn.COMMISSION))));
  }

  private void paper() {
    Facts certificates =
        new Facts()
            .now("clear", certificate(RECORD, "2020-02-01", Outcome.POSITIVE))
            .now("entries", certificate(RECORD, "2020-02-01", Outcome.NEGATIVE))
            .now("unclear", certificate(RECORD, "2020-02-01", Outcome.INCONCLUSIVE))
            .now("clear in June", certificate(RECORD, "2020-06-01", Outcome.POSITIVE))
            .now("entries in June", certificate(RECORD, "2020-06-01", Outcome.NEGATIVE))
            .now("unclear in June", certificate(RECORD, "2020-06-01", Outcome.INCONCLUSIVE))
            .now("clear of old", certificate(RECORD, "2019-03-01", Outcome.POSITIVE))
            .now("entries of old", certificate(RECORD, "2019-03-01", Outcome.NEGATIVE))
            .now("unclear of old", certificate(RECORD, "2019-03-01", Outcome.INCONCLUSIVE))
            .now("clear until today", certificate(RECORD, "2019-09-01", Outcome.POSITIVE))
            .now("clear until tomorrow", certificate(RECORD, "2019-09-02", Outcome.POSITIVE))
            .now("of today", certificate(RECORD, "2020-09-01", Outcome.POSITIVE))
            .now("of tomorrow", certificate(RECORD, "2020-09-02", Outcome.POSITIVE))
            .now("entries long ago", certificate(RECORD, "2018-03-01", Outcome.NEGATIVE))
            .now("health", certificate(HEALTH, "2020-02-01", Outcome.POSITIVE))
            .now("health entries that day", certificate(HEALTH, "2020-02-01", Outcome.NEGATIVE))
            .now("health of tomorrow", certificate(HEALTH, "2020-09-02", Outcome.POSITIVE))
            .now("health entries", certificate(HEALTH, "2020-06-01", Outcome.NEGATIVE));
    add("clearance", 3, certificates, RuleCatalogue.CLEAR);
    Facts ended =
        new Facts()
            .ended("clear", certificate(RECORD, "2020-02-01", Outcome.POSITIVE))
            .ended("entries", certificate(RECORD, "2020-02-01", Outcome.NEGATIVE))
            .ended("unclear", certificate(RECORD, "2020-02-01", Outcome.INCONCLUSIVE))
            .now("clear", certificate(RECORD, "2020-02-01", Outcome.POSITIVE))
            .now("entries", certificate(RECORD, "2020-02-01", Outcome.NEGATIVE))
            .now("unclear", certificate(RECORD, "2020-02-01", Outcome.INCONCLUSIVE))
            .ended("clear in June", certificate(RECORD, "2020-06-01", Outcome.POSITIVE))
            .ended("entries in June", certificate(RECORD, "2020-06-01", Outcome.NEGATIVE))
            .ended("unclear in June", certificate(RECORD, "2020-06-01", Outcome.INCONCLUSIVE))
            .ended("clear again", certificate(RECORD, "2020-02-01", Outcome.POSITIVE));
    add("clearance that ended early", 3, ended, RuleCatalogue.CLEAR);
    add(
        "clearance beside unclear ones of another kind",
        2,
        new Facts()
            .now("unclear", certificate(RECORD, "2020-02-01", Outcome.INCONCLUSIVE))
            .now("clear", certificate(RECORD, "2020-02-01", Outcome.POSITIVE))
            .now("health unclear", certificate(HEALTH, "2020-02-01", Outcome.INCONCLUSIVE)),
        RuleCatalogue.CLEAR);
    add(
        "clearance of two kinds",
        2,
        certificates,
        new Requirement.Clearance(
            "clearance", CITED, codes("CRIMINAL_RECORD", "HEALTH"), Period.ofYears(1)));
    Facts aged =
        new Facts()
            .now("2010", new Fact.Birth(LocalDate.of(2010, 5, 5)))
            .now("1990", new Fact.Birth(LocalDate.of(1990, 5, 5)))
            .now("14 today", new Fact.Birth(LocalDate.of(2006, 9, 1)))
            .now("14 tomorrow", new Fact.Birth(LocalDate.of(2006, 9, 2)))
            .now("clear", certificate(RECORD, "2020-02-01", Outcome.POSITIVE))
            .now("entries", certificate(RECORD, "2020-02-01", Outcome.NEGATIVE))
            .now("unclear", certificate(RECORD, "2020-02-01", Outcome.INCONCLUSIVE))
            .now("clear of old", certificate(RECORD, "2019-03-01", Outcome.POSITIVE))
            .now("of tomorrow", certificate(RECORD, "2020-09-02", Outcome.POSITIVE));
    add(
        "clearance from 14",
        2,
        aged,
        new Requirement.Clearance(
            "clearance", CITED, codes("CRIMINAL_RECORD"), Period.ofYears(1), 14));

    Fact form = new Fact.DocumentHandedIn(Code.of("APPLICATION_FORM"));
    Fact passport = new Fact.DocumentHandedIn(Code.of("PASSPORT"));
    add(
        "documents",
        3,
        new Facts()
            .now("form", form)
            .ended("form", form)
            .now("passport", passport)
            .ended("passport", passport)
            .over("passport", passport)
            .now("other", new Fact.DocumentHandedIn(OTHERWISE))
            .ended("other", new Fact.DocumentHandedIn(OTHERWISE)),
        RuleCatalogue.PAPERS);
  }

  private void training() {
    Facts done =
        new Facts()
            .now("6 h", trained(360, Mode.IN_PERSON, OPERATOR))
            .now("2 h", trained(120, Mode.IN_PERSON, OPERATOR))
            .now("7 h 59", trained(479, Mode.IN_PERSON, OPERATOR))
            .now("8 h", trained(480, Mode.IN_PERSON, OPERATOR))
            .now("2 h online", trained(120, Mode.ONLINE, OPERATOR))
            .now("8 h online", trained(480, Mode.ONLINE, OPERATOR))
            .now("2 h of others", trained(120, Mode.IN_PERSON, CENTRE))
            .now("8 h of others", trained(480, Mode.IN_PERSON, CENTRE))
            .now("8 h of others online", trained(480, Mode.ONLINE, CENTRE))
            .ended("8 h", trained(480, Mode.IN_PERSON, OPERATOR))
            .ended("2 h", trained(120, Mode.IN_PERSON, OPERATOR))
            .ended("8 h online", trained(480, Mode.ONLINE, OPERATOR))
            .ended("8 h of others", trained(480, Mode.IN_PERSON, CENTRE))
            .now("8 h in service", inService(Mode.IN_PERSON, OPERATOR))
            .ended("8 h in service", inService(Mode.IN_PERSON, OPERATOR))
            .now("8 h in service online", inService(Mode.ONLINE, OPERATOR))
            .now("8 h in service of others", inService(Mode.IN_PERSON, CENTRE));
    add("training", 2, done, RuleCatalogue.TRAINED);
    add(
        "training by anybody",
        2,
        done,
        new Requirement.TrainingDone(
            "training", CITED, TrainingKind.INITIAL, 480, Mode.IN_PERSON, null));
    add(
        "training in any mode",
        2,
        done,
        new Requirement.TrainingDone("training", CITED, TrainingKind.INITIAL, 480, null, OPERATOR));
    add(
        "training however",
        2,
        done,
        new Requirement.TrainingDone("training", CITED, TrainingKind.INITIAL, 480, null, null));

    Facts courses =
        new Facts()
            .now("course", course("PREPARATION"))
            .ended("course", course("PREPARATION"))
            .over("course", course("PREPARATION"))
            .now("other course", course("PUBLICATION"))
            .ended("other course", course("PUBLICATION"))
            .now("no course", trained(480, Mode.IN_PERSON, OPERATOR));
    add("course", 2, courses, RuleCatalogue.COURSE);
    Set<Arrangement> groups = Set.of(Arrangement.GROUP);
    Set<Arrangement> both = Set.of(Arrangement.INDIVIDUAL, Arrangement.GROUP);
    add(
        "course for groups, which alone are offered",
        2,
        courses,
        groups,
        RuleCatalogue.GROUP_COURSE);
    add("course for groups, which are offered too", 2, courses, both, RuleCatalogue.GROUP_COURSE);
    add("course for all, where groups are offered too", 2, courses, both, RuleCatalogue.COURSE);
  }

  private void order() {
    Fact form = new Fact.DocumentHandedIn(Code.of("APPLICATION_FORM"));
    Fact passport = new Fact.DocumentHandedIn(Code.of("PASSPORT"));
    Fact eight = trained(480, Mode.IN_PERSON, OPERATOR);
    Facts steps =
        new Facts()
            .now("trained", eight)
            .later("trained", eight)
            .ended("trained", eight)
            .now("form", form)
            .now("passport", passport)
            .later("passport", passport);
    add("order", 4, steps, RuleCatalogue.FIRST_VETTED, RuleCatalogue.TRAINED, RuleCatalogue.PAPERS);
    add(
        "order at once",
        4,
        steps,
        RuleCatalogue.VETTED_BEFORE,
        RuleCatalogue.TRAINED,
        RuleCatalogue.PAPERS);
    add(
        "order of some others",
        3,
        steps,
        new Requirement.MetAfter(
            "b-order", CITED, "documents", set(List.of("training")), Cases.TITLE),
        RuleCatalogue.FIRST_VETTED,
        RuleCatalogue.TRAINED,
        RuleCatalogue.PAPERS);
  }

  private void consent() {
    Fact given = new Fact.Consent(ConsentGiver.GUARDIAN, null, CENTRE, TAKING_PART);
    Fact toOperator = new Fact.Consent(ConsentGiver.GUARDIAN, null, OPERATOR, TAKING_PART);
    Fact ofChild = new Fact.Consent(ConsentGiver.CHILD, null, CENTRE, TAKING_PART);
    Fact forOther = new Fact.Consent(ConsentGiver.GUARDIAN, null, CENTRE, OTHERWISE);
    Fact first = new Fact.ConsentWithdrawal(FactId.of("f-01"));
    Fact second = new Fact.ConsentWithdrawal(FactId.of("f-02"));
    Facts consents =
        new Facts()
            .now("consent", given)
            .later("consent", given)
            .ended("consent", given)
            .over("consent", given)
            .now("to operator", toOperator)
            .later("to operator", toOperator)
            .ended("to operator", toOperator)
            .now("of child", ofChild)
            .now("for other", forOther)
            .now("first withdrawn", first)
            .later("first withdrawn", first)
            .in("first withdrawn in May", first, Validity.from(LocalDate.of(2020, 5, 1)))
            .later("second withdrawn", second);
    add("consent", 3, consents, RuleCatalogue.AGREED);
    Facts withdrawals =
        new Facts()
            .now("consent", given)
            .later("consent", given)
            .ended("consent", given)
            .in("consent in May", given, Validity.from(LocalDate.of(2020, 5, 1)))
            .in("consent a day before", given, Validity.from(Cases.LATER.minusDays(1)))
            .in(
                "consent a day before, ended",
                given,
                Validity.between(Cases.LATER.minusDays(1), LocalDate.of(2020, 8, 1)))
            .in(
                "consent in May, ended",
                given,
                Validity.between(LocalDate.of(2020, 5, 1), LocalDate.of(2020, 8, 1)))
            .later("of child", ofChild)
            .later("first withdrawn", first)
            .in("first withdrawn in May", first, Validity.from(LocalDate.of(2020, 5, 1)))
            .later("second withdrawn", second)
            .in("second withdrawn in May", second, Validity.from(LocalDate.of(2020, 5, 1)));
    add("consent withdrawn", 3, withdrawals, RuleCatalogue.AGREED);
    Facts kept =
        new Facts()
            .now("consent", given)
            .in("consent a day before", given, Validity.from(Cases.LATER.minusDays(1)))
            .in(
                "consent in May, ended",
                given,
                Validity.between(LocalDate.of(2020, 5, 1), LocalDate.of(2020, 8, 1)))
            .later("of child", ofChild)
            .later("first withdrawn", first);
    add("consent withdrawn, and another one kept", 4, kept, RuleCatalogue.AGREED);
    Facts over =
        new Facts()
            .over("consent", given)
            .ended("consent", given)
            .in(
                "consent in May, ended",
                given,
                Validity.between(LocalDate.of(2020, 5, 1), LocalDate.of(2020, 8, 1)))
            .now("first withdrawn", first)
            .in("first withdrawn a day later", first, Validity.from(Cases.EARLIER.plusDays(1)))
            .in("first withdrawn in May", first, Validity.from(LocalDate.of(2020, 5, 1)))
            .now("second withdrawn", second);
    add("consent over", 4, over, RuleCatalogue.AGREED);
    Requirement operator =
        new Requirement.ConsentGiven(
            "consent-2", CITED, ConsentGiver.GUARDIAN, OPERATOR, TAKING_PART, null, 18);
    add("consent of two bodies", 2, consents, RuleCatalogue.AGREED, operator);
    Facts aged =
        new Facts()
            .now("consent", given)
            .ended("consent", given)
            .now("to operator", toOperator)
            .now("first withdrawn", first)
            .later("consent", given)
            .now("2010", new Fact.Birth(LocalDate.of(2010, 5, 5)))
            .now("1990", new Fact.Birth(LocalDate.of(1990, 5, 5)))
            .now("18 today", new Fact.Birth(LocalDate.of(2002, 9, 1)))
            .now("18 tomorrow", new Fact.Birth(LocalDate.of(2002, 9, 2)))
            .now("14 today", new Fact.Birth(LocalDate.of(2006, 9, 1)))
            .now("14 tomorrow", new Fact.Birth(LocalDate.of(2006, 9, 2)));
    add("consent below 18", 2, aged, RuleCatalogue.AGREED);
    Facts contradicted =
        new Facts()
            .now("consent", given)
            .later("first withdrawn", first)
            .now("2010", new Fact.Birth(LocalDate.of(2010, 5, 5)))
            .now("1990", new Fact.Birth(LocalDate.of(1990, 5, 5)));
    add("consent contradicted, below 18", 4, contradicted, RuleCatalogue.AGREED);
    add(
        "consent from 14 to 17",
        2,
        aged,
        new Requirement.ConsentGiven(
            "consent", CITED, ConsentGiver.GUARDIAN, CENTRE, TAKING_PART, 14, 18));
  }

  private void decided() {
    Facts decisions = new Facts();
    for (Outcome outcome : Outcome.values()) {
      Fact decided = new Fact.AuthorityDecision(COMMISSION, TAKING_PART, outcome);
      decisions
          .now(outcome.name(), decided)
          .later(outcome.name(), decided)
          .ended(outcome.name(), decided);
    }
    Fact elsewhere = new Fact.AuthorityDecision(CENTRE, TAKING_PART, Outcome.POSITIVE);
    decisions
        .now("of centre", elsewhere)
        .later("of centre", elsewhere)
        .ended("of centre", elsewhere)
        .later("other matter", new Fact.AuthorityDecision(COMMISSION, OTHERWISE, Outcome.NEGATIVE))
        .later(
            "other matter of centre",
            new Fact.AuthorityDecision(CENTRE, OTHERWISE, Outcome.POSITIVE));
    add("decision", 3, decisions, RuleCatalogue.DECIDED);
    add(
        "decision of two bodies",
        2,
        decisions,
        RuleCatalogue.DECIDED,
        new Requirement.DecisionOf("decision-2", CITED, CENTRE, TAKING_PART));
    add(
        "decision of another body in another matter",
        2,
        decisions,
        RuleCatalogue.DECIDED,
        new Requirement.DecisionOf("decision-2", CITED, CENTRE, OTHERWISE));

    Facts superseded = new Facts();
    for (Outcome outcome : Outcome.values()) {
      Fact decided = new Fact.AuthorityDecision(COMMISSION, TAKING_PART, outcome);
      superseded.now(outcome.name(), decided).lately(outcome.name(), decided);
    }
    add("decision before others that ended", 3, superseded, RuleCatalogue.DECIDED);
    Fact ofOperator = new Fact.AuthorityDecision(OPERATOR, TAKING_PART, Outcome.POSITIVE);
    add(
        "decision of three bodies",
        2,
        new Facts()
            .now("of centre", elsewhere)
            .lately("of centre", elsewhere)
            .later("of operator", ofOperator)
            .later(
                "NEGATIVE", new Fact.AuthorityDecision(COMMISSION, TAKING_PART, Outcome.NEGATIVE))
            .later(
                "POSITIVE in other matter",
                new Fact.AuthorityDecision(COMMISSION, OTHERWISE, Outcome.POSITIVE)),
        RuleCatalogue.DECIDED);

    Facts profiles = new Facts();
    Facts meetings = new Facts();
    Facts latelyProfiled = new Facts();
    Facts latelyMet = new Facts();
    for (Code body : List.of(COMMISSION, CENTRE, OPERATOR)) {
      String name = body.value().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
      Fact profile = new Fact.BackgroundProfile(body);
      profiles.now(name, profile).later(name, profile).ended(name, profile);
      Fact met = new Fact.FamilyMeeting(body);
      meetings.now(name, met).later(name, met).ended(name, met);
      latelyProfiled.now(name, profile).lately(name, profile);
      latelyMet.now(name, met).lately(name, met);
    }
    add("profile", 2, profiles, RuleCatalogue.PROFILE);
    add(
        "profile of two bodies",
        2,
        profiles,
        RuleCatalogue.PROFILE,
        new Requirement.ProfilePrepared("profile-2", CITED, CENTRE));
    add("profile before others that ended", 2, latelyProfiled, RuleCatalogue.PROFILE);
    add("family meeting", 2, meetings, RuleCatalogue.FAMILY);
    add("family meeting before others that ended", 2, latelyMet, RuleCatalogue.FAMILY);
    add(
        "family meeting of two bodies",
        2,
        meetings,
        RuleCatalogue.FAMILY,
        new Requirement.FamilyMet("family-2", CITED, OPERATOR));
  }

  private void selection() {
    Facts interviews = new Facts();
    Facts assessments = new Facts();
    Facts references = new Facts();
    Facts latelyTalked = new Facts();
    Facts latelyAssessed = new Facts();
    for (Outcome outcome : Outcome.values()) {
      String name = outcome.name();
      Fact talk = new Fact.Interview(HEAD, Mode.IN_PERSON, outcome);
      interviews
          .now(name, talk)
          .later(name, talk)
          .ended(name, talk)
          .later(name + " online", new Fact.Interview(HEAD, Mode.ONLINE, outcome))
          .later(name + " of others", new Fact.Interview(CENTRE, Mode.IN_PERSON, outcome));
      Fact assessed = new Fact.SelectionAssessment(Cases.APPROVED, outcome);
      assessments
          .now(name, assessed)
          .later(name, assessed)
          .ended(name, assessed)
          .later(name + " of draft", new Fact.SelectionAssessment(Cases.DRAFT, outcome));
      latelyTalked.now(name, talk).lately(name, talk);
      latelyAssessed.now(name, assessed).lately(name, assessed);
      references
          .now(name, new Fact.ReferenceChecked(outcome))
          .ended(name, new Fact.ReferenceChecked(outcome));
    }
    add("interview in person", 3, interviews, RuleCatalogue.TALK);
    add(
        "interview however",
        2,
        interviews,
        new Requirement.InterviewPassed("interview", CITED, HEAD, null));
    add("interview before others that ended", 3, latelyTalked, RuleCatalogue.TALK);
    add(
        "interview however, of one day and another",
        3,
        new Facts()
            .now("POSITIVE", new Fact.Interview(HEAD, Mode.IN_PERSON, Outcome.POSITIVE))
            .now("NEGATIVE online", new Fact.Interview(HEAD, Mode.ONLINE, Outcome.NEGATIVE))
            .now("INCONCLUSIVE", new Fact.Interview(HEAD, Mode.IN_PERSON, Outcome.INCONCLUSIVE))
            .later("POSITIVE online", new Fact.Interview(HEAD, Mode.ONLINE, Outcome.POSITIVE))
            .later("NEGATIVE", new Fact.Interview(HEAD, Mode.IN_PERSON, Outcome.NEGATIVE)),
        new Requirement.InterviewPassed("interview", CITED, HEAD, null));
    add("standard", 3, assessments, RuleCatalogue.STANDARD);
    add("standard before others that ended", 3, latelyAssessed, RuleCatalogue.STANDARD);
    for (String standard : List.of(Cases.DRAFT, Cases.OF_TODAY, Cases.OF_TOMORROW)) {
      add(
          "standard " + standard,
          1,
          assessments,
          new Requirement.StandardMet("standard", CITED, standard));
    }
    add("references", 3, references, RuleCatalogue.REFERENCES);

    Facts promises =
        new Facts()
            .now("year", new Fact.Commitment(Period.ofYears(1)))
            .later("year", new Fact.Commitment(Period.ofYears(1)))
            .ended("year", new Fact.Commitment(Period.ofYears(1)))
            .now("nine months", new Fact.Commitment(Period.ofMonths(9)))
            .now("half a year", new Fact.Commitment(Period.ofMonths(6)))
            .later("half a year", new Fact.Commitment(Period.ofMonths(6)))
            .ended("half a year", new Fact.Commitment(Period.ofMonths(6)));
    add("commitment", 3, promises, RuleCatalogue.PROMISE);
    add(
        "commitment before others that ended",
        2,
        new Facts()
            .now("half a year", new Fact.Commitment(Period.ofMonths(6)))
            .lately("half a year", new Fact.Commitment(Period.ofMonths(6)))
            .lately("year", new Fact.Commitment(Period.ofYears(1))),
        RuleCatalogue.PROMISE);
  }

  private void standing() {
    Fact entry = new Fact.RegisterEntry(Code.of("SCHOOL"));
    add(
        "register",
        2,
        new Facts()
            .now("entered", entry)
            .ended("entered", entry)
            .over("entered", entry)
            .now("elsewhere", new Fact.RegisterEntry(OTHERWISE))
            .ended("elsewhere", new Fact.RegisterEntry(OTHERWISE)),
        RuleCatalogue.LISTED);

    Facts traits =
        new Facts()
            .now("Ишим", new Fact.Trait(Attribute.MUNICIPALITY, "Ишим"))
            .ended("Ишим", new Fact.Trait(Attribute.MUNICIPALITY, "Ишим"))
            .now("Омск", new Fact.Trait(Attribute.MUNICIPALITY, "Омск"))
            .ended("Омск", new Fact.Trait(Attribute.MUNICIPALITY, "Омск"))
            .now("other", new Fact.Trait(Attribute.of("service-length"), "Ишим"))
            .ended("other", new Fact.Trait(Attribute.of("service-length"), "Ишим"));
    add("trait", 2, traits, RuleCatalogue.LIVES);
    add(
        "trait of any value",
        2,
        traits,
        new Requirement.TraitKnown("trait", CITED, "municipality", set(List.<String>of())));

    Fact everywhere = new Fact.PositionHeld(Position.TUTOR, null);
    Fact here = new Fact.PositionHeld(Position.TUTOR, "main");
    Fact elsewhere = new Fact.PositionHeld(Position.TUTOR, "other");
    Fact another = new Fact.PositionHeld(Position.MENTOR, "main");
    add(
        "position",
        3,
        new Facts()
            .now("everywhere", everywhere)
            .ended("everywhere", everywhere)
            .now("here", here)
            .ended("here", here)
            .now("elsewhere", elsewhere)
            .ended("elsewhere", elsewhere)
            .now("another", another)
            .ended("another", another),
        RuleCatalogue.POSITION);

    Fact one = new Fact.Member(ParticipantId.of("one"), Position.TEACHER);
    Fact other = new Fact.Member(ParticipantId.of("other"), Position.TEACHER);
    add(
        "members",
        3,
        new Facts()
            .now("one", one)
            .later("one", one)
            .now("other", other)
            .ended("other", other)
            .now("third", new Fact.Member(ParticipantId.of("third"), Position.TEACHER))
            .now("parent", new Fact.Member(ParticipantId.of("parent"), Position.GUARDIAN)),
        RuleCatalogue.TEACHERS);

    Fact vouched = new Fact.Attestation(HEALTH, HEAD);
    Fact byOthers = new Fact.Attestation(HEALTH, CENTRE);
    Fact forOthers = new Fact.Attestation(OTHERWISE, HEAD);
    Facts attested =
        new Facts()
            .now("vouched", vouched)
            .later("vouched", vouched)
            .ended("vouched", vouched)
            .in("until today", vouched, Validity.from(LocalDate.of(2020, 3, 1)))
            .in("until tomorrow", vouched, Validity.from(LocalDate.of(2020, 3, 2)))
            .now("by others", byOthers)
            .later("by others", byOthers)
            .ended("by others", byOthers)
            .now("for others", forOthers)
            .later("for others", forOthers);
    add("attestation for six months", 2, attested, RuleCatalogue.VOUCHED);
    add(
        "attestation for ever",
        2,
        attested,
        new Requirement.AttestationGiven("attestation", CITED, HEALTH, HEAD, null, Cases.TITLE));
  }

  private static Fact certificate(Code kind, String issued, Outcome outcome) {
    return new Fact.ClearanceCertificate(kind, LocalDate.parse(issued), outcome);
  }

  private static Fact trained(int minutes, Mode mode, Code by) {
    return new Fact.Training(TrainingKind.INITIAL, null, minutes, mode, by);
  }

  private static Fact inService(Mode mode, Code by) {
    return new Fact.Training(TrainingKind.IN_SERVICE, null, 480, mode, by);
  }

  private static Fact course(String name) {
    return new Fact.Training(TrainingKind.PREPARATION, Code.of(name), 60, Mode.ONLINE, CENTRE);
  }
}
