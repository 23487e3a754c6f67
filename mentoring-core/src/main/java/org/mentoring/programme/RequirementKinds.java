package org.mentoring.programme;

import static java.util.Map.entry;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The kinds of requirement by their stable name and semantic version. */
public final class RequirementKinds {
  private static final Map<Class<?>, String> NAMES =
      Map.<Class<?>, String>ofEntries(
          entry(Requirement.Age.class, "age@1"),
          entry(Requirement.CircumstanceHolds.class, "circumstance@1"),
          entry(Requirement.Registration.class, "registration@1"),
          entry(Requirement.Intake.class, "intake@1"),
          entry(Requirement.AffiliationFits.class, "affiliation@1"),
          entry(Requirement.Clearance.class, "clearance@1"),
          entry(Requirement.Documents.class, "documents@1"),
          entry(Requirement.InterviewPassed.class, "interview@1"),
          entry(Requirement.TrainingDone.class, "training@1"),
          entry(Requirement.CoursePassed.class, "course@1"),
          entry(Requirement.ConsentGiven.class, "consent@1"),
          entry(Requirement.DecisionOf.class, "decision@1"),
          entry(Requirement.ProfilePrepared.class, "profile@1"),
          entry(Requirement.FamilyMet.class, "family-meeting@1"),
          entry(Requirement.StandardMet.class, "standard@1"),
          entry(Requirement.InRegister.class, "register@1"),
          entry(Requirement.TraitKnown.class, "trait@1"),
          entry(Requirement.CommitmentMade.class, "commitment@1"),
          entry(Requirement.ReferencesGood.class, "references@1"),
          entry(Requirement.HoldsPosition.class, "position@1"),
          entry(Requirement.HasMembers.class, "members@1"),
          entry(Requirement.AttestationGiven.class, "attestation@1"),
          entry(Requirement.MetAfter.class, "order@1"),
          entry(Requirement.DoneAfter.class, "order@2"),
          entry(Requirement.Extension.class, "extension@1"));

  /** Those that are met by dated evidence, so that one can be said to be met after another. */
  private static final Set<Class<?>> DATED =
      Set.of(
          Requirement.Clearance.class,
          Requirement.Documents.class,
          Requirement.InterviewPassed.class,
          Requirement.TrainingDone.class,
          Requirement.CoursePassed.class,
          Requirement.DecisionOf.class,
          Requirement.ProfilePrepared.class,
          Requirement.FamilyMet.class,
          Requirement.StandardMet.class,
          Requirement.InRegister.class,
          Requirement.ReferencesGood.class,
          Requirement.AttestationGiven.class);

  private RequirementKinds() {}

  /** Whether an order may name the requirement: its evidence tells the day on which it was met. */
  public static boolean isDated(Requirement requirement) {
    return DATED.contains(requirement.getClass());
  }

  /** All kinds, as {@code training@1}, sorted. */
  public static SortedSet<String> all() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(NAMES.values()));
  }

  static String nameOf(Class<?> type) {
    String name = NAMES.get(type);
    if (name == null) {
      throw new IllegalStateException("not a requirement: " + type.getName());
    }
    return name;
  }
}
