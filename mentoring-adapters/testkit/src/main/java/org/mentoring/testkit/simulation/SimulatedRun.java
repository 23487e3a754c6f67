package org.mentoring.testkit.simulation;

import java.time.LocalDate;
import org.mentoring.Mentoring;
import org.mentoring.spi.Stores;

/**
 * A simulated time that has been lived: its figures, and the programme with all that is on record,
 * as it stands on the last day. Usable as long as the simulation that ran it is open.
 *
 * @param figures what came of it
 * @param mentoring the programme
 * @param stores what it kept
 * @param lastDay the last simulated day
 */
public record SimulatedRun(
    Figures figures, Mentoring mentoring, Stores stores, LocalDate lastDay) {}
