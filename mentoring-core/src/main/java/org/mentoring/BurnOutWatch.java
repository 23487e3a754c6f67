package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.PairKey;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StateChange;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.Position;
import org.mentoring.programme.BurnOutSign;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.Requirement;
import org.mentoring.spi.BurnOutCase;

/** Measures what a definition watches of those who hold positions; the rules judge it. */
final class BurnOutWatch {
  private final Workplace workplace;
  private final LocalDate asOf;
  private final Instant knownAt;
  private final ObligationQueries.Reading due;
  private final List<Dossier> dossiers = new ArrayList<>();

  BurnOutWatch(
      Workplace workplace, ObligationQueries obligations, LocalDate asOf, Instant knownAt) {
    this.workplace = workplace;
    this.asOf = asOf;
    this.knownAt = knownAt;
    this.due = obligations.reading(asOf, knownAt);
    for (ParticipantId id : workplace.stores().participants().ids()) {
      if (workplace.mentoring().keeper(id, knownAt).equals(id)) {
        dossiers.add(workplace.mentoring().dossier(id, asOf, knownAt));
      }
    }
  }

  /** Whom a sign is found of, by id. */
  SortedMap<ParticipantId, List<Finding>> found() {
    SortedMap<ParticipantId, List<Finding>> found = new TreeMap<>();
    for (Practice practice : workplace.definition().practices()) {
      for (PartyTerms party : practice.parties()) {
        if (!party.burnOut().isEmpty()) {
          for (Dossier dossier : dossiers) {
            since(dossier, practice, party.position())
                .ifPresent(since -> add(found, practice, party, dossier, since));
          }
        }
      }
    }
    return found;
  }

  private void add(
      SortedMap<ParticipantId, List<Finding>> found,
      Practice practice,
      PartyTerms party,
      Dossier dossier,
      LocalDate since) {
    List<BurnOutCase.Measure> measures =
        party.burnOut().stream()
            .map(sign -> measure(sign, practice, party.position(), dossier, since))
            .toList();
    List<Finding> findings =
        workplace
            .rules()
            .risks()
            .burnOut(new BurnOutCase(dossier.participant(), party.position(), measures));
    if (!findings.isEmpty()) {
      SortedSet<Finding> all = new TreeSet<>(found.getOrDefault(dossier.participant(), List.of()));
      all.addAll(findings);
      found.put(dossier.participant(), List.copyOf(all));
    }
  }

  /**
   * Since when somebody holds a position on the day, if so. Whoever mentors holds the seat of a
   * mentor, whatever position is on record: children who mentor children hold that of a mentee.
   */
  private Optional<LocalDate> since(Dossier dossier, Practice practice, Position position) {
    return Stream.concat(
            held(dossier, practice, position),
            position == Position.MENTOR ? mentors(dossier.participant(), practice) : Stream.empty())
        .min(Comparator.naturalOrder());
  }

  /** The beginnings of the mentorships of a practice in which somebody mentors on the day. */
  private Stream<LocalDate> mentors(ParticipantId who, Practice practice) {
    SortedSet<ParticipantId> registrations = workplace.mentoring().registrations(who, knownAt);
    return registrations.stream()
        .flatMap(id -> workplace.stores().mentorships().of(id).stream())
        .filter(each -> each.practice().equals(practice.id()))
        .filter(each -> each.stateOn(asOf).filter(MentorshipState::open).isPresent())
        .filter(
            each -> each.withPartiesOn(asOf).mentors().stream().anyMatch(registrations::contains))
        .flatMap(
            each ->
                each.changes().stream()
                    .filter(change -> change.to() == MentorshipState.ACTIVE)
                    .map(StateChange::on)
                    .filter(on -> !on.isAfter(asOf)));
  }

  private Stream<LocalDate> held(Dossier dossier, Practice practice, Position position) {
    return dossier.facts().stream()
        .filter(known -> known.validity().contains(asOf))
        .filter(
            known ->
                known.fact() instanceof Fact.PositionHeld held
                    && held.position() == position
                    && (held.practice() == null
                        ? own(practice, position)
                        : held.practice().equals(practice.id())))
        .map((KnownFact known) -> known.validity().from());
  }

  /**
   * Whether a seat that is held for no named practice is one of this practice: of all that watch it
   * those that ask their own party for it, and all if none does. Others are held by mentoring
   * there.
   */
  private boolean own(Practice practice, Position position) {
    return asked(practice, position)
        || workplace.definition().practices().stream().noneMatch(each -> asked(each, position));
  }

  private static boolean asked(Practice practice, Position position) {
    return practice
        .party(position)
        .filter(party -> !party.burnOut().isEmpty())
        .filter(
            party ->
                party.requirements().stream()
                    .anyMatch(
                        each ->
                            each instanceof Requirement.HoldsPosition held
                                && held.position() == position))
        .isPresent();
  }

  private BurnOutCase.Measure measure(
      BurnOutSign sign, Practice practice, Position position, Dossier dossier, LocalDate since) {
    ParticipantId who = dossier.participant();
    long most = sign.moreThan() == null ? 0 : sign.moreThan();
    return switch (sign.sign()) {
      case LOAD -> new BurnOutCase.Measure(sign, load(position, who), most);
      case OVERDUE_DUTIES -> new BurnOutCase.Measure(sign, overdue(practice, position, who), most);
      case OWN_ANSWER ->
          new BurnOutCase.Measure(sign, ownAnswer(Objects.requireNonNull(sign.kind()), who), most);
      case UNRECOGNISED -> {
        LocalDate from =
            last(Objects.requireNonNull(sign.kind()), who)
                .map(Activity::on)
                .filter(since::isBefore)
                .orElse(since);
        yield new BurnOutCase.Measure(
            sign,
            ChronoUnit.DAYS.between(from, asOf),
            ChronoUnit.DAYS.between(from, from.plus(Objects.requireNonNull(sign.longerThan()))));
      }
    };
  }

  private long load(Position position, ParticipantId who) {
    if (position == Position.MENTOR) {
      return workplace
          .mentoring()
          .running()
          .standing(List.of(who), asOf, knownAt)
          .pairs(null)
          .stream()
          .filter(pair -> pair.mentor().equals(who))
          .map(PairKey::mentee)
          .distinct()
          .count();
    }
    String attribute = position.name().toLowerCase(Locale.ROOT);
    return dossiers.stream()
        .filter(
            dossier ->
                dossier
                    .current(Fact.Trait.class)
                    .anyMatch(
                        trait ->
                            trait.attribute().name().equals(attribute)
                                && trait.value().equals(who.value())))
        .count();
  }

  /**
   * What the person owes itself: of a mentor, what mentors owe in open mentorships; of others, what
   * those in their position owe for the centres that they belong to.
   */
  private long overdue(Practice practice, Position position, ParticipantId who) {
    List<Obligation> all = new ArrayList<>(due.of(who));
    for (Particulars each : workplace.stores().mentorships().of(who)) {
      if (each.practice().equals(practice.id())
          && each.withPartiesOn(asOf).mentors().contains(who)) {
        all.addAll(due.of(each));
      }
    }
    if (position != Position.MENTOR) {
      new Attachments(workplace.mentoring())
          .centresOf(who, asOf, knownAt)
          .forEach(centre -> all.addAll(due.of(centre)));
    }
    Code owing = Code.of(position.name());
    return all.stream()
        .filter(each -> each.state() == ObligationState.OVERDUE)
        .filter(each -> each.window().cadence().by().equals(owing))
        .count();
  }

  private long ownAnswer(Code kind, ParticipantId who) {
    return last(kind, who)
        .map(Activity::happened)
        .filter(Happened.Entry.class::isInstance)
        .map(happened -> ((Happened.Entry) happened).number())
        .orElse(0L);
  }

  private Optional<Activity> last(Code kind, ParticipantId who) {
    return workplace.mentoring().activities().of(About.participant(who), knownAt).stream()
        .filter(each -> each.kind().equals(kind) && !each.on().isAfter(asOf))
        .reduce((earlier, later) -> later);
  }
}
