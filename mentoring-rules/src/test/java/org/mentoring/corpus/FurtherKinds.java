package org.mentoring.corpus;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mentoring.identity.Citation;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;

/** Kinds of requirement that no built-in definition of a mentoring programme asks for. */
final class FurtherKinds {
  private FurtherKinds() {}

  /** With a practice that asks for the kinds that the definition does not. */
  static ProgrammeDefinition with(ProgrammeDefinition plain) {
    Practice like = plain.practices().get(0);
    PartyTerms mentee = like.party(Position.MENTEE).orElseThrow();
    PartyTerms mentor =
        new PartyTerms(
            Position.MENTOR,
            new TreeSet<>(Set.of(ParticipantKind.PERSON)),
            List.of(
                new Requirement.CommitmentMade("commitment", Citation.CHOICE, Period.ofYears(1)),
                new Requirement.ReferencesGood("references", Citation.CHOICE, 2),
                new Requirement.HoldsPosition("tutor", Citation.CHOICE, Position.TUTOR)),
            List.of(),
            Citation.CHOICE);
    Practice further =
        new Practice(
            "further-kinds",
            like.title(),
            like.format(),
            like.arrangements(),
            false,
            false,
            List.of(
                new PartyTerms(
                    Position.MENTEE, mentee.kinds(), List.of(), List.of(), Citation.CHOICE),
                mentor),
            null,
            List.of(),
            null,
            Citation.CHOICE);
    List<Practice> practices = new ArrayList<>(plain.practices());
    practices.add(further);
    return new ProgrammeDefinition(
        plain.id(),
        plain.version(),
        plain.title(),
        plain.source(),
        plain.zone(),
        plain.under(),
        plain.phases(),
        plain.vocabulary(),
        plain.scales(),
        plain.neighbours(),
        plain.places(),
        plain.attributes(),
        plain.standards(),
        practices,
        plain.centre(),
        plain.targets(),
        plain.records(),
        plain.activities(),
        plain.incidents(),
        plain.calendars(),
        plain.waivers(),
        plain.privacy());
  }
}
