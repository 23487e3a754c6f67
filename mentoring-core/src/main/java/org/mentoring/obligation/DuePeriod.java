package org.mentoring.obligation;

import java.time.LocalDate;

/**
 * A period of a series: all days are inclusive.
 *
 * @param number of the period in its series, from 1; periods that ask for nothing keep theirs
 * @param from the first day of the period; the series' start where that lies in the period
 * @param last the last day of the period
 * @param opens the first day on which the obligation can be met: that of the period; what is due
 *     before the period begins can be met from the first day of the period before
 * @param due the last day in time
 * @param deadline the last day of the grace; the day it is due where there is none
 * @param cutOff whether the series ends before it falls due, so that nothing is asked
 */
public record DuePeriod(
    int number,
    LocalDate from,
    LocalDate last,
    LocalDate opens,
    LocalDate due,
    LocalDate deadline,
    boolean cutOff) {}
