package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.programme.ActivityTerms;

/**
 * What records rest on: other records about the same, on their day or before; and the entries in
 * registers that rest on them, as those in a bank on the decision about each.
 */
final class ActivityGrounds {
  private final Workplace workplace;
  private final ActivityCommands activities;

  ActivityGrounds(Workplace workplace, ActivityCommands activities) {
    this.workplace = workplace;
    this.activities = activities;
  }

  /** What forbids a further record: nothing that it rests on, or as many as there may be. */
  List<Finding> findings(ActivityTerms terms, About about, LocalDate on) {
    List<Finding> findings = new ArrayList<>();
    for (Code kind : terms.restsOn()) {
      if (!isOnRecord(Set.of(kind), about, on, null)) {
        findings.add(
            ActivityCheck.refusal("command.activity-ground-missing", terms)
                .with("kind", Parameter.code(kind)));
      }
    }
    Integer most = terms.most();
    if (most != null && count(terms.kind(), about) >= most) {
      findings.add(
          ActivityCheck.refusal("command.activity-most", terms)
              .with("most", Parameter.count(most)));
    }
    return findings;
  }

  /** Why nobody is entered in a register: no decision of those that open it is on record. */
  Optional<Finding> undecided(ParticipantId about, Fact fact, LocalDate from) {
    if (!(fact instanceof Fact.RegisterEntry entry)) {
      return Optional.empty();
    }
    List<ActivityTerms> opening = opening(entry.register());
    Set<Code> kinds = kinds(opening);
    return kinds.isEmpty() || isOnRecord(kinds, About.participant(about), from, null)
        ? Optional.empty()
        : Optional.of(
            Workplace.refusal("command.register-undecided", fact.kind(), opening.get(0).citation())
                .with("register", Parameter.code(entry.register()))
                .with("kinds", Parameter.codes(kinds)));
  }

  /** What would have no ground any more if a record were taken back. */
  List<Finding> restingOn(ActivityTerms terms, Activity wrong) {
    List<Finding> findings = new ArrayList<>();
    if (subjects(wrong).stream().anyMatch(about -> bearsRecord(wrong, about))) {
      findings.add(ActivityCheck.refusal("command.activity-rested-on", terms));
    }
    Code register = terms.enters();
    if (register != null
        && wrong.about() instanceof About.OfParticipant of
        && bearsEntry(register, wrong, of.participant())) {
      findings.add(
          ActivityCheck.refusal("command.activity-bears-entry", terms)
              .with("register", Parameter.code(register)));
    }
    return findings;
  }

  private boolean bearsRecord(Activity wrong, About about) {
    return activities.of(about).stream()
        .filter(
            each ->
                workplace
                    .definition()
                    .activity(each.kind())
                    .filter(terms -> terms.restsOn().contains(wrong.kind()))
                    .isPresent())
        .anyMatch(
            each ->
                !wrong.on().isAfter(each.on())
                    && !isOnRecord(Set.of(wrong.kind()), about, each.on(), wrong.id()));
  }

  private boolean bearsEntry(Code register, Activity wrong, ParticipantId who) {
    return workplace.mentoring().dossier(who, workplace.today(), workplace.now()).facts().stream()
        .filter(
            known ->
                known.fact() instanceof Fact.RegisterEntry entry
                    && entry.register().equals(register))
        .map(KnownFact::validity)
        .anyMatch(
            when ->
                !wrong.on().isAfter(when.from())
                    && !isOnRecord(
                        kinds(opening(register)), About.participant(who), when.from(), wrong.id()));
  }

  /** Whom a record is about, and who came to it. */
  private static List<About> subjects(Activity wrong) {
    List<About> subjects = new ArrayList<>(List.of(wrong.about()));
    if (wrong.happened() instanceof Happened.EventHeld event) {
      event.attended().forEach(each -> subjects.add(About.participant(each)));
    }
    return subjects;
  }

  private List<ActivityTerms> opening(Code register) {
    return workplace.definition().activities().stream()
        .filter(terms -> register.equals(terms.enters()))
        .toList();
  }

  private static Set<Code> kinds(List<ActivityTerms> opening) {
    return opening.stream().map(ActivityTerms::kind).collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isOnRecord(
      Set<Code> kinds, About about, LocalDate on, @Nullable ActivityId without) {
    return known(about)
        .filter(each -> kinds.contains(each.kind()))
        .anyMatch(each -> !each.on().isAfter(on) && !each.id().equals(without));
  }

  private long count(Code kind, About about) {
    return activities.of(about).stream().filter(each -> each.kind().equals(kind)).count();
  }

  private Stream<Activity> known(About about) {
    Stream<Activity> own = activities.of(about).stream();
    return about instanceof About.OfParticipant of
        ? Stream.concat(own, activities.attendedBy(of.participant(), workplace.now()).stream())
        : own;
  }
}
