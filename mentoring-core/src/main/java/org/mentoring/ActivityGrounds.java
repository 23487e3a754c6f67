package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
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
 * registers and the positions that rest on them, as those in a bank on the decision about each.
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

  /**
   * Why nobody is entered in a register or takes a position: no decision of those that open it is
   * on record.
   */
  Optional<Finding> undecided(ParticipantId about, Fact fact, LocalDate from) {
    return opened(fact)
        .filter(opened -> !opened.by().isEmpty() && !isOpen(opened, about, from, null))
        .map(
            opened ->
                Workplace.refusal(
                        opened.isPosition()
                            ? "command.position-undecided"
                            : "command.register-undecided",
                        fact.kind(),
                        opened.by().get(0).citation())
                    .with(opened.parameter(), Parameter.code(opened.what()))
                    .with("kinds", Parameter.codes(opened.kinds())));
  }

  /** What would have no ground any more if a record were taken back. */
  List<Finding> restingOn(ActivityTerms terms, Activity wrong) {
    List<Finding> findings = new ArrayList<>();
    if (subjects(wrong).stream().anyMatch(about -> bearsRecord(wrong, about))) {
      findings.add(ActivityCheck.refusal("command.activity-rested-on", terms));
    }
    if (wrong.about() instanceof About.OfParticipant of) {
      borne(wrong, of.participant())
          .forEach(
              opened ->
                  findings.add(
                      ActivityCheck.refusal(
                              opened.isPosition()
                                  ? "command.activity-bears-position"
                                  : "command.activity-bears-entry",
                              terms)
                          .with(opened.parameter(), Parameter.code(opened.what()))));
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

  /** What was opened by a record, and by no other on record. */
  private List<Opened> borne(Activity wrong, ParticipantId who) {
    List<Opened> borne = new ArrayList<>();
    for (KnownFact known :
        workplace.mentoring().dossier(who, workplace.today(), workplace.now()).facts()) {
      Opened opened = opened(known.fact()).orElse(null);
      LocalDate from = known.validity().from();
      if (opened != null
          && opened.isOpenedBy(wrong)
          && !wrong.on().isAfter(from)
          && !isOpen(opened, who, from, wrong.id())
          && !borne.contains(opened)) {
        borne.add(opened);
      }
    }
    return borne;
  }

  /** Whom a record is about, and who came to it. */
  private static List<About> subjects(Activity wrong) {
    List<About> subjects = new ArrayList<>(List.of(wrong.about()));
    if (wrong.happened() instanceof Happened.EventHeld event) {
      event.attended().forEach(each -> subjects.add(About.participant(each)));
    }
    return subjects;
  }

  private Optional<Opened> opened(Fact fact) {
    if (fact instanceof Fact.RegisterEntry entry) {
      return Optional.of(
          new Opened(entry.register(), null, by(terms -> entry.register().equals(terms.enters()))));
    }
    return fact instanceof Fact.PositionHeld held
        ? Optional.of(
            new Opened(
                Code.of(held.position().name()),
                ActivityTerms.item(held.position()),
                by(terms -> terms.opens().contains(held.position()))))
        : Optional.empty();
  }

  private List<ActivityTerms> by(Predicate<ActivityTerms> opens) {
    return workplace.definition().activities().stream().filter(opens).toList();
  }

  /**
   * What a fact gives that records may have to open first.
   *
   * @param what the register, or the position
   * @param item that the record names; null for a register, which any of its kinds opens
   * @param by the kinds that open it; none if it is free
   */
  private record Opened(Code what, @Nullable String item, List<ActivityTerms> by) {
    boolean isPosition() {
      return item != null;
    }

    String parameter() {
      return isPosition() ? "position" : "register";
    }

    SortedSet<Code> kinds() {
      return by.stream().map(ActivityTerms::kind).collect(Collectors.toCollection(TreeSet::new));
    }

    boolean isOpenedBy(Activity activity) {
      return kinds().contains(activity.kind())
          && (item == null || item.equals(OrderedRecords.item(activity.happened())));
    }
  }

  private boolean isOpen(
      Opened opened, ParticipantId who, LocalDate on, @Nullable ActivityId without) {
    return known(About.participant(who))
        .filter(opened::isOpenedBy)
        .anyMatch(each -> !each.on().isAfter(on) && !each.id().equals(without));
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
