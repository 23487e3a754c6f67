package org.mentoring.jdbc.harness;

import static org.mentoring.jdbc.harness.ProofProgramme.COORDINATOR;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mentoring.Mentoring;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.identity.WaiverId;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.participant.Fact;
import org.mentoring.spi.Stores;

/** Who and what there is while random commands are given, and what they choose from. */
final class RandomWorld {
  private static final Code MENTOR = Code.of("MENTOR");
  private static final byte[] IDENTITY_KEY =
      "a key of the random lives".getBytes(StandardCharsets.US_ASCII);

  final ProofProgramme programme;
  final Mentoring mentoring;
  final List<ParticipantId> mentors = new ArrayList<>();
  final List<ParticipantId> mentees = new ArrayList<>();
  final List<FactId> facts = new ArrayList<>();
  final List<FactId> consents = new ArrayList<>();
  final List<ProposalId> proposals = new ArrayList<>();
  final List<SelectionEventId> events = new ArrayList<>();
  final List<MentorshipId> mentorships = new ArrayList<>();
  final List<ActivityId> activities = new ArrayList<>();
  final List<IncidentId> incidents = new ArrayList<>();
  final List<WaiverId> waivers = new ArrayList<>();

  RandomWorld(Stores stores) {
    programme =
        new ProofProgramme(
            stores, new SequentialIdentifiers(), builder -> builder.identityKey(IDENTITY_KEY));
    mentoring = programme.mentoring;
    mentors.add(programme.mentor("mentor-1", 1));
    mentors.add(programme.mentor("mentor-2", 2));
    for (int i = 1; i <= 3; i++) {
      mentees.add(programme.mentee("mentee-" + i));
    }
    for (ParticipantId mentee : mentees) {
      mentoring.dossier(mentee, programme.today()).facts().stream()
          .filter(known -> known.fact() instanceof Fact.Consent)
          .forEach(known -> consents.add(known.id()));
    }
  }

  Outcome<ActivityId> recorded(Actor by, String kind, About about, Happened happened) {
    Outcome<ActivityId> recorded =
        mentoring
            .activities()
            .record(by, Code.of(kind), about, programme.today(), happened, Note.of("a note"));
    recorded.accepted().ifPresent(activities::add);
    return recorded;
  }

  static Actor actor(Step step) {
    return step.how() % 5 == 0 ? new Actor("mentor-1", MENTOR, "centre-1") : COORDINATOR;
  }

  ParticipantId person(int number) {
    int index = number % (mentors.size() + mentees.size());
    return index < mentors.size() ? mentors.get(index) : mentees.get(index - mentors.size());
  }

  static <T> T at(List<T> some, int number) {
    return some.get(number % some.size());
  }

  static <T> Optional<T> pick(List<T> some, int number) {
    return some.isEmpty() ? Optional.empty() : Optional.of(at(some, number));
  }
}
