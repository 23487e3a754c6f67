package org.mentoring.spi;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.incident.Incident;
import org.mentoring.mentorship.Particulars;
import org.mentoring.programme.IncidentProcedure;

/**
 * One incident for the rules.
 *
 * @param procedure the documented algorithm that it follows
 * @param incident what is on record of it; what happened after the day is left out by the rules
 * @param mentorship which it is about; null if none
 * @param reportedOn the day of the report in the programme's zone
 * @param asOf the day that is decided about
 */
public record IncidentCase(
    IncidentProcedure procedure,
    Incident incident,
    @Nullable Particulars mentorship,
    LocalDate reportedOn,
    LocalDate asOf) {}
