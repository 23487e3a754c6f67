package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.Practice;
import org.mentoring.spi.Places;
import org.mentoring.spi.Places.Place;

/**
 * The places of mentors as the store keeps them, so that no two commands at once take the last one:
 * one for each mentee of a mentor, within a practice that bounds its mentors' places, and over all
 * practices where the mentor said how many mentees are enough. Where nothing bounds, none is taken.
 * Both people are named as the registration that is kept.
 */
final class PlacesTaken {
  /** The scope of what a mentor said, which holds over all practices. */
  static final String EVERYWHERE = "*";

  private final Workplace workplace;
  private final Places places;
  private final LocalDate on;

  PlacesTaken(Workplace workplace, LocalDate on) {
    this.workplace = workplace;
    this.places = workplace.stores().places();
    this.on = on;
  }

  /**
   * Takes the places of a new mentorship that nobody has kept yet.
   *
   * @return the first mentor who has none left because another command was quicker; nothing is
   *     taken then
   */
  Optional<ParticipantId> take(
      MentorshipId id,
      Practice practice,
      List<Parties.Party> mentors,
      List<Parties.Party> mentees) {
    for (Parties.Party mentor : mentors) {
      Dossier dossier = mentor.dossier();
      takeMissing(dossier);
      SortedMap<String, Integer> bounds = bounds(practice, dossier);
      for (Parties.Party mentee : mentees) {
        for (String scope : bounds.keySet()) {
          Place first =
              new Place(dossier.participant(), scope, 1, id, mentee.dossier().participant());
          if (!taken(first, bounds.get(scope))) {
            places.release(id);
            return Optional.of(mentor.id());
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Follows what a command made of a mentorship: gives back what one that has ended had, and what
   * those had who left it.
   */
  void changed(Particulars before, Particulars after) {
    boolean sameParties =
        before.mentors().equals(after.mentors()) && before.mentees().equals(after.mentees());
    if (before.state().open() && (!after.state().open() || !sameParties)) {
      SortedSet<ParticipantId> mentors = new TreeSet<>(before.mentors());
      mentors.addAll(after.mentors());
      renew(List.of(after), mentors);
    }
  }

  /**
   * Gives the places of a participant who was registered twice to the registration that is kept.
   */
  void merged(ParticipantId kept) {
    List<Particulars> open = open(kept);
    SortedSet<ParticipantId> mentors = new TreeSet<>();
    open.forEach(each -> mentors.addAll(each.mentors()));
    renew(open, mentors);
  }

  private void renew(List<Particulars> mentorships, SortedSet<ParticipantId> mentors) {
    mentorships.forEach(each -> places.release(each.id()));
    SortedSet<ParticipantId> keepers = new TreeSet<>();
    mentors.forEach(each -> keepers.add(workplace.mentoring().keeper(each)));
    for (ParticipantId keeper : keepers) {
      if (!open(keeper).isEmpty()) {
        takeMissing(workplace.mentoring().dossier(keeper, on));
      }
    }
  }

  /**
   * Takes what open mentorships have no place for: they were made when nothing bounded the mentor,
   * or stand behind another one with the same mentee. They are there, so no bound refuses them.
   */
  private void takeMissing(Dossier mentor) {
    for (Particulars each : open(mentor.participant())) {
      if (keepers(each.mentors()).contains(mentor.participant())) {
        Optional<Practice> practice = workplace.definition().practice(each.practice());
        for (String scope :
            practice.map(found -> bounds(found, mentor)).orElseGet(TreeMap::new).keySet()) {
          for (ParticipantId mentee : keepers(each.mentees())) {
            taken(new Place(mentor.participant(), scope, 1, each.id(), mentee), Integer.MAX_VALUE);
          }
        }
      }
    }
  }

  /** Takes the lowest number that is free, unless the mentee has a place; false if none is. */
  private boolean taken(Place wanted, int bound) {
    SortedSet<Integer> numbers = new TreeSet<>();
    for (Place each : places.of(wanted.mentor())) {
      if (each.scope().equals(wanted.scope())) {
        if (each.mentee().equals(wanted.mentee())) {
          return true;
        }
        numbers.add(each.number());
      }
    }
    for (int number = 1; number <= bound; number++) {
      if (!numbers.contains(number)
          && places.take(
              new Place(
                  wanted.mentor(), wanted.scope(), number, wanted.mentorship(), wanted.mentee()))) {
        return true;
      }
    }
    return false;
  }

  /** How many places there are, by scope. */
  private static SortedMap<String, Integer> bounds(Practice practice, Dossier mentor) {
    SortedMap<String, Integer> bounds = new TreeMap<>();
    MatchingPlan plan = practice.matching();
    if (plan != null) {
      bounds.put(practice.id(), MatchPool.places(plan, mentor));
    }
    OptionalInt said =
        mentor
            .current(Fact.MentoringCapacity.class)
            .mapToInt(Fact.MentoringCapacity::mentees)
            .min();
    said.ifPresent(most -> bounds.put(EVERYWHERE, most));
    return bounds;
  }

  private List<Particulars> open(ParticipantId participant) {
    SortedMap<MentorshipId, Particulars> open = new TreeMap<>();
    for (ParticipantId each : workplace.mentoring().registrations(participant, workplace.now())) {
      for (Particulars found : workplace.stores().mentorships().of(each)) {
        if (found.state().open()) {
          open.put(found.id(), found);
        }
      }
    }
    return new ArrayList<>(open.values());
  }

  private SortedSet<ParticipantId> keepers(SortedSet<ParticipantId> ids) {
    return new MergedParties(workplace.mentoring(), workplace.now()).kept(ids);
  }
}
