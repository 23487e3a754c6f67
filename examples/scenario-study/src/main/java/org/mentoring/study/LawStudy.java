package org.mentoring.study;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mentoring.Progress;
import org.mentoring.json.BuiltInPacks;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.testkit.SyntheticRegion;
import org.mentoring.testkit.simulation.Behaviour;
import org.mentoring.testkit.simulation.Figures;
import org.mentoring.testkit.simulation.Habit;
import org.mentoring.testkit.simulation.Population;
import org.mentoring.testkit.simulation.ProgressBar;
import org.mentoring.testkit.simulation.Scenario;
import org.mentoring.testkit.simulation.Study;
import org.mentoring.testkit.simulation.StudyResult;
import org.mentoring.text.Language;

/**
 * What the law of 2025 does to waiting in the Tyumen programme: the same people with the same luck,
 * without the pack of that law and with it, the federal register taking no time at all up to three
 * months.
 */
public final class LawStudy {
  static final LocalDate START = LocalDate.of(2025, 3, 3);
  static final List<Integer> REGISTER_DAYS = List.of(0, 7, 30, 60, 90);
  static final String WITHOUT = "without";

  /** The places that draw more people, by name. */
  private static final List<String> LARGE =
      List.of(
          "Город Ишим", "Город Тобольск", "Город Тюмень", "Город Ялуторовск", "Тюменский район");

  private final int mentees;
  private final int mentors;
  private final int runs;
  private final Period time;

  private LawStudy(int mentees, int mentors, int runs, Period time) {
    this.mentees = mentees;
    this.mentors = mentors;
    this.runs = runs;
    this.time = time;
  }

  /** As it stands on the page. */
  static LawStudy whole() {
    return new LawStudy(100, 130, 20, Period.ofMonths(9));
  }

  /** As small as it can be, for a test. */
  static LawStudy small() {
    return new LawStudy(30, 39, 1, Period.ofMonths(3));
  }

  /** Simulates, and writes numbers, pages and pictures into the folder that is named first. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : ".");
    Results results = whole().simulated(variant -> new ProgressBar(System.err, variant));
    Files.writeString(folder.resolve("results.csv"), results.csv(), StandardCharsets.UTF_8);
    write(results, folder);
  }

  static void write(Results results, Path folder) throws IOException {
    Files.createDirectories(folder.resolve("pictures"));
    for (Map.Entry<String, String> file : StudyPage.files(results).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
    }
  }

  Results simulated(Function<String, Progress> ofVariant) {
    List<Measured> measured = new ArrayList<>();
    Map<String, String> restsOn = new LinkedHashMap<>();
    restsOn.put("mentees", Integer.toString(mentees));
    restsOn.put("mentors", Integer.toString(mentors));
    restsOn.put("runs", Integer.toString(runs));
    for (Map.Entry<String, Scenario> variant : variants().entrySet()) {
      Progress progress = ofVariant.apply(variant.getKey());
      StudyResult result = Study.of(variant.getValue()).seeds(1, runs).telling(progress).run();
      Figures first = result.runs().get(0);
      if (variant.getKey().equals(WITHOUT)) {
        restsOn.put("from", first.from().toString());
        restsOn.put("until", first.until().toString());
        restsOn.put("programme", first.programme());
        restsOn.put("definition", first.definitionHash());
        restsOn.put("rules", first.rules());
      } else {
        restsOn.put("packs", String.join("+", first.packs()));
        restsOn.put("definition-with-packs", first.definitionHash());
      }
      result.runs().forEach(run -> measure(variant.getKey(), run, measured));
    }
    return new Results(restsOn, measured);
  }

  // variants
  private Map<String, Scenario> variants() {
    ProgrammeDefinition without = BuiltInProgrammes.read("tyumen-2020");
    ProgrammeDefinition with = without.withPacks(List.of(BuiltInPacks.read("ru-120fz-2025")));
    SyntheticRegion region = SyntheticRegion.standard().sized(mentees, mentors);
    // What becomes of a pair does not matter here, only when it begins: so nobody writes reports.
    Behaviour behaviour =
        Behaviour.published()
            .with(Habit.DUTY_LATE, 0, "left out")
            .with(Habit.DUTY_MISSED, 1, "left out");
    Scenario scenario =
        Scenario.of(without, START)
            .with(Population.of(region, Period.ofMonths(6)))
            .with(behaviour)
            .lasting(time);
    Map<String, Scenario> variants = new LinkedHashMap<>();
    variants.put(WITHOUT, scenario);
    for (int days : REGISTER_DAYS) {
      Behaviour register =
          behaviour
              .meeting("law-mentor-register", days, "varied")
              .meeting("law-entry-approved", days, "varied");
      variants.put(variant(days), scenario.under(with).with(register));
    }
    return variants;
  }

  // end

  static String variant(int registerDays) {
    return "register-" + registerDays;
  }

  private static void measure(String variant, Figures run, List<Measured> measured) {
    for (String code :
        List.of(
            "pairs",
            "matched-percent",
            "waiting-days-median",
            "waiting-days-tenth-longest",
            "matched-within-60-days-percent",
            "matched-within-90-days-percent",
            "mentees-waiting")) {
      run.found(code)
          .ifPresent(value -> add(measured, variant, run, code, "", value.doubleValue()));
    }
    Map<YearMonth, BigDecimal> months = run.byMonth("pairs");
    months.forEach(
        (month, pairs) ->
            add(measured, variant, run, "pairs", month.toString(), pairs.doubleValue()));
    add(measured, variant, run, "matched-percent-large", "", matched(run, true));
    add(measured, variant, run, "matched-percent-small", "", matched(run, false));
  }

  private static void add(
      List<Measured> measured,
      String variant,
      Figures run,
      String figure,
      String month,
      double value) {
    measured.add(new Measured(variant, run.seed(), figure, month, Math.round(value * 100) / 100.0));
  }

  /** Of all mentees of the large places, or of all others, the share that ever had a pair. */
  private static double matched(Figures run, boolean large) {
    double mentees = 0;
    double matched = 0;
    Map<String, BigDecimal> shares = run.byMunicipality("matched-percent");
    for (Map.Entry<String, BigDecimal> town : run.byMunicipality("mentees").entrySet()) {
      if (LARGE.contains(town.getKey()) == large) {
        double people = town.getValue().doubleValue();
        mentees += people;
        matched += people * shares.getOrDefault(town.getKey(), BigDecimal.ZERO).doubleValue() / 100;
      }
    }
    return mentees == 0 ? 0 : 100 * matched / mentees;
  }

  /** In which language a page is written. */
  static String suffix(Language language) {
    return language == Language.RU ? ".ru" : "";
  }
}
