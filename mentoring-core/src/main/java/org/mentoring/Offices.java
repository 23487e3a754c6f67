package org.mentoring;

import java.util.Set;
import org.mentoring.identity.Code;

/**
 * Which capacities are offices that have a say over others, whatever the definition calls for: the
 * one place that tells a centre's staff from the authorities. Over whom somebody in such an office
 * has it, {@link LookingAfter} tells.
 */
final class Offices {
  /** Over all centres and all towns of the region; what it tells of others counts for them. */
  static final Code OPERATOR = Code.of("REGIONAL_OPERATOR");

  /** Decides of its own municipality, or of the region by the operator's word. */
  static final Code COMMISSION = Code.of("JUVENILE_AFFAIRS_COMMISSION");

  /** An outside organisation runs mentorships only for the centre that it has agreed with. */
  static final Code OUTSIDE = Code.of("NGO");

  /**
   * The staff of centres that stands over what others recorded of whom their centre looks after.
   */
  private static final Set<Code> OF_CENTRES =
      Set.of(
          Code.of("COORDINATOR"),
          Code.of("CENTRE_HEAD"),
          Code.of("MENTORING_CENTRE"),
          Code.of("CHILDRENS_RESIDENTIAL_CENTRE"));

  private Offices() {}

  /** Whether one acts for a centre in this capacity, and never for more than one. */
  static boolean isStaffOfCentres(Code capacity) {
    return OF_CENTRES.contains(capacity) || capacity.equals(OUTSIDE);
  }

  /** Whether an office stands over what others recorded, and merges and erases. */
  static boolean isOverRecords(Code capacity) {
    return OF_CENTRES.contains(capacity) || capacity.equals(OPERATOR);
  }

  /** Whether an office stands over children whom it is near to. */
  static boolean isOverChildren(Code capacity) {
    return isOverRecords(capacity) || isStaffOfCentres(capacity) || capacity.equals(COMMISSION);
  }
}
