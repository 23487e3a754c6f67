package org.mentoring.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.mentoring.Mentoring;
import org.mentoring.Progress;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Outcome;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.Place;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Participant;
import org.mentoring.validation.people.FactInput;
import org.mentoring.validation.people.ParticipantInput;

/**
 * Brings people into a running programme, one command at a time. Who cannot be recorded as a whole
 * is left out: a person without a withdrawal or an exclusion that the file holds would be another
 * person.
 *
 * @param mentoring the programme with its people
 * @param registered how many were registered, duplicates counted
 * @param duplicates who turned out to be known already
 * @param refusals what the programme refused to take
 */
record Intake(
    Mentoring mentoring, int registered, List<Duplicate> duplicates, List<Refusal> refusals) {
  private static final String REASON = "the same external reference";

  /**
   * Takes people in.
   *
   * @param opening opens the programme without people; asked again if somebody has to be left out
   */
  static Intake of(
      Supplier<Mentoring> opening, List<ParticipantInput> people, Actor by, Progress progress) {
    Recording first = new Recording(opening.get(), by);
    first.all(people, Set.of(), progress);
    if (first.refusals.isEmpty()) {
      return first.intake();
    }
    Set<Place> leftOut = new HashSet<>();
    first.refusals.forEach(refusal -> leftOut.add(refusal.place()));
    first.mentoring.close();
    Recording second = new Recording(opening.get(), by);
    second.all(people, leftOut, progress);
    second.refusals.addAll(0, first.refusals);
    return second.intake();
  }

  /**
   * Somebody who turned out to be known already.
   *
   * @param place where it stands in the source
   * @param duplicate the id there
   * @param kept whom it was merged into
   */
  record Duplicate(Place place, ParticipantId duplicate, ParticipantId kept) {}

  /**
   * What the programme refused to take.
   *
   * @param place where the person stands in the source
   * @param decision why
   */
  record Refusal(Place place, Decision decision) {}

  private static final class Recording {
    private final Mentoring mentoring;
    private final Actor by;
    private final List<Duplicate> duplicates = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private int registered;

    Recording(Mentoring mentoring, Actor by) {
      this.mentoring = mentoring;
      this.by = by;
    }

    Intake intake() {
      return new Intake(mentoring, registered, List.copyOf(duplicates), List.copyOf(refusals));
    }

    void all(List<ParticipantInput> people, Set<Place> leftOut, Progress progress) {
      long done = 0;
      for (ParticipantInput person : people) {
        if (!leftOut.contains(person.place())) {
          one(person);
        }
        done++;
        if (done % 100 == 0 || done == people.size()) {
          progress.reached(done, people.size());
        }
      }
    }

    private void one(ParticipantInput person) {
      Set<ParticipantId> known = new TreeSet<>();
      SortedSet<ExternalReference> free = new TreeSet<>();
      for (ExternalReference reference : person.references()) {
        Optional<Participant> other = mentoring.participant(reference);
        other.ifPresentOrElse(each -> known.add(keeper(each)), () -> free.add(reference));
      }
      if (refuses(person, mentoring.register(by, person.id(), person.kind(), free))) {
        return;
      }
      registered++;
      boolean whole = true;
      for (FactInput fact : person.facts()) {
        whole &= recorded(person, fact);
      }
      if (whole) {
        known.forEach(kept -> merge(person, kept));
      }
    }

    private boolean recorded(ParticipantInput person, FactInput input) {
      Outcome<FactId> outcome = mentoring.record(by, person.id(), input.fact(), input.validity());
      if (refuses(person, outcome)) {
        return false;
      }
      java.time.LocalDate withdrawn = input.withdrawn();
      return withdrawn == null
          || !refuses(person, mentoring.withdrawConsent(by, outcome.orElseThrow(), withdrawn));
    }

    private void merge(ParticipantInput person, ParticipantId kept) {
      ParticipantId duplicate = keeper(participant(person.id()));
      if (!duplicate.equals(kept)
          && !refuses(person, mentoring.merge(by, kept, duplicate, REASON))) {
        duplicates.add(new Duplicate(person.place(), duplicate, kept));
      }
    }

    private ParticipantId keeper(Participant participant) {
      Participant current = participant;
      ParticipantId next = current.mergedInto();
      while (next != null) {
        current = participant(next);
        next = current.mergedInto();
      }
      return current.id();
    }

    private Participant participant(ParticipantId id) {
      return mentoring
          .participant(id)
          .orElseThrow(
              () ->
                  new MentoringException(
                      "participant.unknown",
                      java.util.Map.of("participant", id.value()),
                      "Register the participant first."));
    }

    private boolean refuses(ParticipantInput person, Outcome<?> outcome) {
      Optional<Decision> decision = outcome.refused();
      decision.ifPresent(refusal -> refusals.add(new Refusal(person.place(), refusal)));
      return decision.isPresent();
    }
  }
}
