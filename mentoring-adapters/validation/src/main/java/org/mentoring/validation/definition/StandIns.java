package org.mentoring.validation.definition;

import java.lang.reflect.RecordComponent;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Citation;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.MentoringFormat;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.Privacy;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Version;
import org.mentoring.text.LocalizedText;

/**
 * Harmless values for the faulty ones of records that hold others, so that the references inside of
 * them are checked in the same go. A definition with stand-ins is never handed out.
 */
final class StandIns {
  private static final Set<Class<?>> HOLDERS =
      Set.of(
          ProgrammeDefinition.class,
          Practice.class,
          PartyTerms.class,
          MatchingPlan.class,
          MentorshipTerms.class,
          CompletionTerms.class,
          CentreTerms.class);

  private static final Map<String, Object> VALUES =
      Map.ofEntries(
          Map.entry("id", "-"),
          Map.entry("version", new Version(0, 0, 0)),
          Map.entry("title", new LocalizedText("-", "-")),
          Map.entry("zone", ZoneOffset.UTC),
          Map.entry("privacy", new Privacy(new TreeSet<>(), 1, Citation.CHOICE)),
          Map.entry("format", MentoringFormat.TRADITIONAL),
          Map.entry("arrangements", new TreeSet<>(Arrays.asList(Arrangement.values()))),
          Map.entry("kinds", new TreeSet<>(Arrays.asList(ParticipantKind.values()))),
          // These allow whatever else the plan says: one fault is not told as two.
          Map.entry("policy", MatchingPlan.Policy.STABLE),
          Map.entry("capacity", new MatchingPlan.CapacityTerms(1, 1_000, Citation.CHOICE)),
          Map.entry("citation", Citation.CHOICE));

  private StandIns() {}

  /** A value for a component of a record that holds others; null for all other records. */
  static @Nullable Object of(Class<?> record, RecordComponent component) {
    return HOLDERS.contains(record) ? VALUES.get(component.getName()) : null;
  }
}
