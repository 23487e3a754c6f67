package org.mentoring.testkit.simulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;

/**
 * What came of a simulated run, in figures; the same scenario and seed give the same texts on every
 * machine. Nothing in it is about a person. Immutable and thread-safe.
 *
 * <table>
 * <caption>The figures</caption>
 * <tr><td>{@code mentees}, {@code mentors}</td><td>who came, without alumni who come back; also by
 * municipality</td></tr>
 * <tr><td>{@code pairs}</td><td>mentorships that began; also by municipality, and by month, summed
 * up to its end</td></tr>
 * <tr><td>{@code pairs-open}</td><td>that run at the end; also at the end of each month</td></tr>
 * <tr><td>{@code pairs-completed}, {@code pairs-ended-early}, {@code pairs-handed-over}, {@code
 * pairs-withdrawn}</td><td>how they ended, the early ones by reason as detail; what ended
 * earlier but counts as completed, as by agreement, is completed</td></tr>
 * <tr><td>{@code six-months-percent}</td><td>of the pairs that began half a year before the end or
 * earlier, those that lasted so long</td></tr>
 * <tr><td>{@code waiting-days-mean}, {@code waiting-days-median}, {@code
 * waiting-days-tenth-longest}</td><td>from the arrival of a mentee to the first assignment, of
 * those who were assigned; the median also by municipality</td></tr>
 * <tr><td>{@code matched-within-30-days-percent}, {@code -60-}, {@code -90-}</td><td>of the mentees
 * who came so many days before the end or earlier, those who were assigned within them: unlike the
 * days of waiting it leaves out nobody who still waits</td></tr>
 * <tr><td>{@code mentees-waiting}</td><td>who came, stayed and never were in a pair</td></tr>
 * <tr><td>{@code matched-percent}</td><td>of the mentees, those who ever were in a pair; also by
 * municipality</td></tr>
 * <tr><td>{@code matched-percent-least}, {@code matched-percent-most}, {@code
 * matched-gini}</td><td>how fair that is between municipalities: of the worst and of the best off,
 * and the Gini coefficient of all</td></tr>
 * <tr><td>{@code went-on}</td><td>mentees with a second pair</td></tr>
 * <tr><td>{@code alumni}, {@code alumni-returned}, {@code alumni-mentoring}</td><td>who completed,
 * who of them applied as mentors, who of these had a pair</td></tr>
 * <tr><td>{@code mentors-with-pair-percent}, {@code pairs-per-mentor}, {@code
 * pairs-per-mentor-most}</td><td>the load of mentors: the share that ever had a pair; of these the
 * mean and the greatest number of pairs</td></tr>
 * <tr><td>{@code duties}</td><td>what was due of pairs, of parties and of centres, by how it stands at the end, as detail: {@code
 * MENTOR_REPORT.OVERDUE}</td></tr>
 * <tr><td>{@code incidents}, {@code consents-withdrawn}</td><td>how many</td></tr>
 * <tr><td>{@code refused}</td><td>commands that the programme refused, by the code of the
 * finding</td></tr>
 * </table>
 *
 * @param programme the definition's id
 * @param version its version
 * @param definitionHash its content hash, with the packs over it
 * @param rules names the rules
 * @param packs the packs that lie over it, by name
 * @param practice the practice's id
 * @param from the first day
 * @param until the day after the last
 * @param seed of the run
 * @param behaviour how people behaved, with sources
 * @param figures by code, detail, month and municipality
 */
public record Figures(
    String programme,
    String version,
    String definitionHash,
    String rules,
    List<String> packs,
    String practice,
    LocalDate from,
    LocalDate until,
    long seed,
    Behaviour behaviour,
    List<Figure> figures) {
  static final String COLUMNS = "seed,figure,detail,month,municipality,value";

  private static final Set<String> COUNTS =
      Set.of(
          "mentees",
          "mentors",
          "pairs",
          "pairs-open",
          "pairs-completed",
          "pairs-ended-early",
          "pairs-handed-over",
          "pairs-withdrawn",
          "mentees-waiting",
          "went-on",
          "alumni",
          "alumni-returned",
          "alumni-mentoring",
          "incidents",
          "consents-withdrawn");
  private static final Set<String> AVERAGES =
      Set.of(
          "six-months-percent",
          "waiting-days-mean",
          "waiting-days-median",
          "waiting-days-tenth-longest",
          "matched-within-30-days-percent",
          "matched-within-60-days-percent",
          "matched-within-90-days-percent",
          "matched-percent",
          "matched-percent-least",
          "matched-percent-most",
          "matched-gini",
          "mentors-with-pair-percent",
          "pairs-per-mentor",
          "pairs-per-mentor-most");
  private static final Set<String> DETAILED = Set.of("pairs-ended-early", "duties", "refused");

  /** Sorts and copies. */
  public Figures {
    packs = List.copyOf(packs);
    figures = figures.stream().sorted().toList();
  }

  /**
   * A figure of the whole time and of all municipalities, if the run has it: counts may be 0 and
   * are always there, a mean, a median or a share is not where there was nothing to take it of.
   *
   * @throws org.mentoring.failure.InvalidValue where there is no figure of that code, or only by
   *     detail
   */
  public Optional<BigDecimal> found(String code) {
    Invariants.holds(
        COUNTS.contains(code) || AVERAGES.contains(code),
        "figures.code",
        "code",
        "one that the table of Figures names");
    return figure(code, null, null, null)
        .or(() -> COUNTS.contains(code) ? Optional.of(BigDecimal.ZERO) : Optional.empty());
  }

  /**
   * A figure of the whole time and of all municipalities that the run has.
   *
   * @throws org.mentoring.failure.InvalidValue where there is no figure of that code, or nothing to
   *     take it of: then {@link #found} is to be asked
   */
  public BigDecimal value(String code) {
    Optional<BigDecimal> value = found(code);
    Invariants.holds(
        value.isPresent(),
        "figures.absent",
        "code",
        "a figure that there was something to take of");
    return value.orElseThrow();
  }

  /** A figure of the whole time and of all municipalities, of one detail; 0 if it never was. */
  public BigDecimal value(String code, String detail) {
    Invariants.holds(DETAILED.contains(code), "figures.code", "code", "one that has details");
    return figure(code, detail, null, null).orElse(BigDecimal.ZERO);
  }

  /** A figure by month. */
  public SortedMap<YearMonth, BigDecimal> byMonth(String code) {
    SortedMap<YearMonth, BigDecimal> found = new TreeMap<>();
    for (Figure each : figures) {
      YearMonth month = each.month();
      if (each.code().equals(code) && month != null && each.municipality() == null) {
        found.put(month, each.value());
      }
    }
    return found;
  }

  /** A figure by municipality. */
  public SortedMap<String, BigDecimal> byMunicipality(String code) {
    SortedMap<String, BigDecimal> found = new TreeMap<>();
    for (Figure each : figures) {
      String municipality = each.municipality();
      if (each.code().equals(code) && municipality != null && each.month() == null) {
        found.put(municipality, each.value());
      }
    }
    return found;
  }

  private Optional<BigDecimal> figure(
      String code,
      @Nullable String detail,
      @Nullable YearMonth month,
      @Nullable String municipality) {
    Figure asked = new Figure(code, detail, month, municipality, BigDecimal.ZERO);
    return figures.stream()
        .filter(each -> each.compareTo(asked) == 0)
        .findFirst()
        .map(Figure::value);
  }

  /**
   * Tidy CSV: first a line after {@code #} with what the run rests on, then a line for each figure,
   * with the columns seed, figure, detail, month, municipality and value; UTF-8 when written, lines
   * end in a line feed.
   */
  public String csv() {
    StringBuilder text = new StringBuilder(head(Long.toString(seed)));
    lines(text);
    return text.toString();
  }

  /** What the run rests on, and the columns. */
  String head(String seeds) {
    return String.join(
            " ",
            "# programme=" + programme,
            "version=" + version,
            "definition=" + definitionHash,
            "rules=" + rules,
            "packs=" + String.join("+", packs),
            "practice=" + practice,
            "from=" + from,
            "until=" + until,
            "seeds=" + seeds)
        + "\n"
        + COLUMNS
        + "\n";
  }

  void lines(StringBuilder text) {
    for (Figure each : figures) {
      YearMonth month = each.month();
      List<String> cells = new ArrayList<>();
      cells.add(Long.toString(seed));
      cells.add(each.code());
      cells.add(quoted(each.detail()));
      cells.add(month == null ? "" : month.toString());
      cells.add(quoted(each.municipality()));
      cells.add(each.text());
      text.append(String.join(",", cells)).append('\n');
    }
  }

  private static String quoted(@Nullable String cell) {
    if (cell == null) {
      return "";
    }
    return cell.matches("[^\",\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** The same as JSON, with what the run rests on: definition, rules, time, seed and behaviour. */
  public String json() {
    return FiguresJson.of(this);
  }
}
