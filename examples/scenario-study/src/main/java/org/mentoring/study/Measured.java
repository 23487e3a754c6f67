package org.mentoring.study;

import java.util.List;

/**
 * One number of one run of the study.
 *
 * @param variant which scenario
 * @param seed of the run
 * @param figure what it is: a figure of the simulation, or one that is made of several
 * @param month as {@code 2025-03}; empty where it is of the whole time
 * @param value the number
 */
record Measured(String variant, long seed, String figure, String month, double value) {
  static final String COLUMNS = "variant,seed,figure,month,value";

  static Measured parse(String line) {
    List<String> cells = List.of(line.split(",", -1));
    return new Measured(
        cells.get(0),
        Long.parseLong(cells.get(1)),
        cells.get(2),
        cells.get(3),
        Double.parseDouble(cells.get(4)));
  }
}
