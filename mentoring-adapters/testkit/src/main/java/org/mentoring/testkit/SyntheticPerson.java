package org.mentoring.testkit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.identity.Code;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.participant.WeeklyWindow;
import org.mentoring.time.Validity;
import org.mentoring.validation.people.FactInput;

/**
 * Invents one person. Each has a stream of random numbers of its own, so that nobody depends on the
 * others.
 */
final class SyntheticPerson {
  private static final List<String> INTERESTS =
      List.of(
          "футбол",
          "шахматы",
          "музыка",
          "рисование",
          "программирование",
          "фотография",
          "робототехника",
          "туризм",
          "волонтёрство",
          "кулинария",
          "театр",
          "животные",
          "авто",
          "история",
          "танцы",
          "борьба");
  private static final List<String> NEEDS =
      List.of(
          "учёба",
          "общение",
          "профессия",
          "спорт",
          "досуг",
          "поддержка",
          "уверенность",
          "отношения в семье");
  private static final Code COMMISSION = Code.of("JUVENILE_AFFAIRS_COMMISSION");
  private static final Code CENTRE = Code.of("MENTORING_CENTRE");
  private static final Code OPERATOR = Code.of("REGIONAL_OPERATOR");
  private static final Code PARTICIPATION = Code.of("PARTICIPATION");

  private final SplittableRandom random;
  private final LocalDate asOf;
  private final Gaps gaps;
  private final List<FactInput> facts = new ArrayList<>();
  private LocalDate day;

  SyntheticPerson(SplittableRandom random, LocalDate asOf, Gaps gaps) {
    this.random = random;
    this.asOf = asOf;
    this.gaps = gaps;
    this.day = asOf.minusDays(20 + random.nextInt(40));
  }

  boolean happens(int ofHundred) {
    return random.nextInt(100) < ofHundred;
  }

  int upTo(int bound) {
    return random.nextInt(bound);
  }

  List<FactInput> mentee(String municipality) {
    born(happens(gaps.wrongAge()) ? (happens(50) ? 9 : 18) : 11 + upTo(7));
    add(new Fact.PositionHeld(Position.MENTEE, null));
    add(new Fact.Trait(Attribute.MUNICIPALITY, municipality));
    boolean family = happens(gaps.selfRegistered());
    add(new Fact.Application(Position.MENTEE, family ? Fact.WayIn.FAMILY : Fact.WayIn.COMMISSION));
    if (!family) {
      add(new Fact.Referral(COMMISSION));
    }
    registers();
    menteePath();
    wishes(true);
    return List.copyOf(facts);
  }

  List<FactInput> mentor(String municipality) {
    born(happens(gaps.underageMentor()) ? 17 : 19 + upTo(45));
    add(new Fact.PositionHeld(Position.MENTOR, null));
    add(new Fact.Trait(Attribute.MUNICIPALITY, municipality));
    add(
        new Fact.Application(
            Position.MENTOR, happens(70) ? Fact.WayIn.SELF : Fact.WayIn.INVITATION));
    boolean departmental = happens(gaps.departmental());
    add(
        new Fact.Affiliation(
            Code.of(departmental ? "DEPARTMENTAL_INSTITUTION" : "INFORMAL_COMMUNITY")));
    clearance();
    add(new Fact.DocumentHandedIn(Code.of("APPLICATION_FORM")));
    if (!happens(gaps.incompleteDocuments())) {
      add(new Fact.DocumentHandedIn(Code.of("PASSPORT")));
    }
    mentorPath();
    int draw = upTo(100);
    int capacity =
        draw < gaps.threeMentees() ? 3 : draw < gaps.threeMentees() + gaps.twoMentees() ? 2 : 1;
    add(new Fact.MentoringCapacity(capacity));
    if (happens(60)) {
      add(new Fact.Commitment(Period.ofMonths(happens(50) ? 12 : 6)));
    }
    wishes(false);
    return List.copyOf(facts);
  }

  /** What the second registration tells: who it is and where, and nothing of the path. */
  List<FactInput> registeredAgain(List<FactInput> first) {
    return first.stream()
        .filter(
            input ->
                input.fact() instanceof Fact.Birth
                    || input.fact() instanceof Fact.PositionHeld
                    || input.fact() instanceof Fact.Trait
                    || input.fact() instanceof Fact.Interest)
        .toList();
  }

  private void registers() {
    if (happens(gaps.noRegister())) {
      return;
    }
    boolean one = happens(gaps.onlyOneRegister());
    boolean commission = !one || happens(50);
    if (commission) {
      add(new Fact.PreventiveRegistration(Code.of("COMMISSION")));
    }
    if (!one || !commission) {
      add(new Fact.PreventiveRegistration(Code.of("SCHOOL")));
    }
    add(new Fact.Circumstance(Code.of("AT_RISK")));
    if (happens(25)) {
      add(new Fact.Circumstance(Code.of("DIFFICULT_LIFE_SITUATION")));
    }
    if (happens(4)) {
      add(new Fact.Circumstance(Code.of("FOSTER_FAMILY")));
    }
  }

  private void menteePath() {
    later();
    if (!happens(gaps.noCommissionDecision())) {
      boolean refused = happens(gaps.negativeCommissionDecision());
      Fact.Outcome outcome = refused ? Fact.Outcome.NEGATIVE : Fact.Outcome.POSITIVE;
      add(new Fact.AuthorityDecision(COMMISSION, PARTICIPATION, outcome));
      add(new Fact.BackgroundProfile(COMMISSION));
    }
    later();
    if (!happens(gaps.noFamilyMeeting())) {
      add(new Fact.FamilyMeeting(CENTRE));
    }
    if (!happens(gaps.noConsent())) {
      @Nullable LocalDate withdrawn =
          happens(gaps.withdrawnConsent()) ? between(day.plusDays(1), asOf) : null;
      Fact consent = new Fact.Consent(Fact.ConsentGiver.GUARDIAN, null, CENTRE, PARTICIPATION);
      facts.add(new FactInput(consent, Validity.between(day, day.plusYears(1)), withdrawn));
    }
  }

  private void mentorPath() {
    later();
    if (!happens(gaps.noInterview())) {
      Fact.Mode mode = happens(85) ? Fact.Mode.IN_PERSON : Fact.Mode.ONLINE;
      add(new Fact.Interview(Code.of("CENTRE_HEAD"), mode, Fact.Outcome.POSITIVE));
    }
    later();
    training();
    later();
    boolean failed = happens(gaps.standardNotMet());
    add(
        new Fact.SelectionAssessment(
            "mentor-selection", failed ? Fact.Outcome.NEGATIVE : Fact.Outcome.POSITIVE));
  }

  private void training() {
    if (happens(gaps.noTraining())) {
      return;
    }
    boolean partial = happens(gaps.partialTraining());
    if (partial || happens(70)) {
      add(training(partial ? 360 : 480));
    } else {
      add(training(240));
      later();
      add(training(240));
    }
  }

  private static Fact training(int minutes) {
    return new Fact.Training(
        Fact.TrainingKind.INITIAL, null, minutes, Fact.Mode.IN_PERSON, OPERATOR);
  }

  private void clearance() {
    if (happens(gaps.noClearance())) {
      return;
    }
    int age = happens(gaps.expiredClearance()) ? 366 + upTo(200) : 20 + upTo(300);
    LocalDate issued = asOf.minusDays(age);
    Fact certificate =
        new Fact.ClearanceCertificate(Code.of("CRIMINAL_RECORD"), issued, Fact.Outcome.POSITIVE);
    facts.add(FactInput.of(certificate, Validity.between(issued, issued.plusYears(1))));
  }

  private void wishes(boolean asks) {
    some(INTERESTS, 2 + upTo(4)).forEach(topic -> add(new Fact.Interest(topic)));
    some(NEEDS, 1 + upTo(3))
        .forEach(topic -> add(asks ? new Fact.Need(topic) : new Fact.Offer(topic)));
    TreeSet<DayOfWeek> days = new TreeSet<>();
    int wanted = 1 + upTo(4);
    while (days.size() < wanted) {
      days.add(DayOfWeek.of(1 + upTo(7)));
    }
    List<WeeklyWindow> windows = new ArrayList<>();
    for (DayOfWeek each : days) {
      boolean weekend = each == DayOfWeek.SATURDAY || each == DayOfWeek.SUNDAY;
      int from = (weekend ? 10 + upTo(4) : 14 + upTo(4)) * 60;
      windows.add(new WeeklyWindow(each, from, from + 60 * (2 + upTo(3))));
    }
    add(new Fact.Availability(windows));
  }

  private SortedSet<String> some(List<String> all, int wanted) {
    TreeSet<String> chosen = new TreeSet<>();
    while (chosen.size() < wanted) {
      chosen.add(all.get(upTo(all.size())));
    }
    return chosen;
  }

  private void born(int age) {
    LocalDate birthday = asOf.minusYears(age).minusDays(1 + upTo(364));
    facts.add(FactInput.from(new Fact.Birth(birthday), birthday));
  }

  private void later() {
    LocalDate next = day.plusDays(1 + upTo(8));
    day = next.isAfter(asOf) ? asOf : next;
  }

  private static LocalDate earlier(LocalDate first, LocalDate second) {
    return first.isBefore(second) ? first : second;
  }

  private LocalDate between(LocalDate first, LocalDate last) {
    int days = (int) Math.max(1, last.toEpochDay() - first.toEpochDay());
    return earlier(first.plusDays(upTo(days)), last);
  }

  private void add(Fact fact) {
    facts.add(FactInput.from(fact, day));
  }
}
