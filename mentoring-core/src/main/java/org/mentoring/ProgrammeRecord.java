package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;

/** Everything that reports are counted from, read once: what is known now, up to a day. */
final class ProgrammeRecord {
  private static final int PAGE = 1_000;

  private final Workplace workplace;
  private final LocalDate asOf;
  private final MergedParties merged;
  private final List<Particulars> mentorships;
  private final Map<MentorshipId, Particulars> byId = new HashMap<>();
  private final List<Activity> activities;
  private final Map<ParticipantId, Dossier> organisations = new java.util.TreeMap<>();

  private ProgrammeRecord(Workplace workplace, LocalDate asOf) {
    this.workplace = workplace;
    this.asOf = asOf;
    this.merged = new MergedParties(workplace.mentoring(), workplace.now());
    this.mentorships =
        readMentorships(workplace).stream().map((Particulars each) -> merged.kept(each)).toList();
    mentorships.forEach(each -> byId.put(each.id(), each));
    this.activities =
        readActivities(workplace, asOf).stream().map((Activity each) -> merged.kept(each)).toList();
    for (ParticipantId id : workplace.stores().participants().ids()) {
      Participant participant = workplace.stores().participants().find(id).orElseThrow();
      if (participant.kind() == ParticipantKind.ORGANISATION && participant.mergedInto() == null) {
        organisations.put(id, workplace.mentoring().dossier(id, asOf));
      }
    }
  }

  static ProgrammeRecord of(Workplace workplace, LocalDate asOf) {
    return new ProgrammeRecord(workplace, asOf);
  }

  LocalDate asOf() {
    return asOf;
  }

  /** All, by id. */
  List<Particulars> mentorships() {
    return mentorships;
  }

  /** Those of a centre, by id. */
  List<Particulars> mentorshipsOf(ParticipantId centre) {
    return mentorships.stream().filter(each -> centre.equals(each.centre())).toList();
  }

  /** All that were done by the day and not taken back, by subject and then as they became known. */
  List<Activity> activities() {
    return activities;
  }

  /** Who holds the position of a centre on the day, by id. */
  SortedSet<ParticipantId> centres() {
    SortedSet<ParticipantId> centres = new TreeSet<>();
    organisations.forEach(
        (id, dossier) -> {
          if (dossier
              .current(Fact.PositionHeld.class)
              .anyMatch(held -> held.position() == Position.CENTRE)) {
            centres.add(id);
          }
        });
    return centres;
  }

  /** Organisations that stand by a centre as its partners on the day. */
  int partnersOf(ParticipantId centre) {
    return Math.toIntExact(
        organisations.values().stream()
            .filter(
                dossier ->
                    dossier
                        .current(Fact.AttachedTo.class)
                        .anyMatch(
                            tie ->
                                tie.organisation().equals(centre)
                                    && tie.as().value().equals("PARTNER")))
            .count());
  }

  /** The centre that an activity belongs to, if it belongs to one. */
  Optional<ParticipantId> centreOf(Activity activity) {
    About about = activity.about();
    if (about instanceof About.OfMentorship of) {
      return Optional.ofNullable(byId.get(of.mentorship())).map(Particulars::centre);
    }
    if (about instanceof About.OfParticipant of) {
      return organisations.containsKey(of.participant())
          ? Optional.of(of.participant())
          : centreOf(of.participant(), activity.on());
    }
    return Optional.empty();
  }

  /** The only centre that a person belongs to on a day. */
  private Optional<ParticipantId> centreOf(ParticipantId person, LocalDate day) {
    List<ParticipantId> centres =
        workplace
            .mentoring()
            .dossier(person, day)
            .current(Fact.AttachedTo.class)
            .filter(tie -> tie.as().value().equals("CENTRE"))
            .map(Fact.AttachedTo::organisation)
            .distinct()
            .toList();
    return centres.size() == 1 ? Optional.of(centres.get(0)) : Optional.empty();
  }

  /** Where an activity belongs to, if that is known and only one. */
  Optional<String> municipalityOf(Activity activity) {
    About about = activity.about();
    if (about instanceof About.OfMentorship of) {
      return Optional.ofNullable(byId.get(of.mentorship())).flatMap(this::municipalityOf);
    }
    if (about instanceof About.OfParticipant of) {
      return municipalityOf(of.participant(), activity.on());
    }
    return Optional.empty();
  }

  /**
   * Where a mentorship belongs to: where its mentees lived when it was proposed, if that is one
   * place; else where its centre is.
   */
  Optional<String> municipalityOf(Particulars mentorship) {
    LocalDate day = mentorship.changes().get(0).on();
    Set<String> places = new HashSet<>();
    for (ParticipantId mentee : mentorship.withAllParties().mentees()) {
      places.add(municipalityOf(mentee, day).orElse(""));
    }
    if (places.size() == 1 && !places.contains("")) {
      return places.stream().findFirst();
    }
    ParticipantId centre = mentorship.centre();
    return centre == null ? Optional.empty() : municipalityOf(centre, day);
  }

  /** Where a participant is on a day, if that is known and only one. */
  Optional<String> municipalityOf(ParticipantId participant, LocalDate day) {
    return workplace.mentoring().dossier(participant, day).municipality();
  }

  private static List<Particulars> readMentorships(Workplace workplace) {
    List<Particulars> all = new ArrayList<>();
    @Nullable MentorshipId after = null;
    while (true) {
      Page<Particulars> page =
          workplace.stores().mentorships().list(Mentorships.Which.all(), after, PAGE);
      all.addAll(page.items());
      if (page.next() == null || page.items().isEmpty()) {
        return List.copyOf(all);
      }
      after = Objects.requireNonNull(page.items().get(page.items().size() - 1)).id();
    }
  }

  private static List<Activity> readActivities(Workplace workplace, LocalDate asOf) {
    List<Activity> all = new ArrayList<>();
    for (About about : workplace.stores().activities().subjects()) {
      List<ActivityEntry> entries = workplace.stores().activities().history(about);
      Set<ActivityId> retracted = new HashSet<>();
      for (ActivityEntry entry : entries) {
        if (entry instanceof ActivityEntry.Retracted wrong) {
          retracted.add(wrong.activity());
        }
      }
      for (ActivityEntry entry : entries) {
        if (entry instanceof ActivityEntry.Recorded recorded
            && !retracted.contains(recorded.activity().id())
            && !recorded.activity().on().isAfter(asOf)) {
          all.add(recorded.activity());
        }
      }
    }
    return List.copyOf(all);
  }
}
