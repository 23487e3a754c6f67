package org.mentoring.study;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mentoring.testkit.simulation.Difference;
import org.mentoring.text.Language;

/** The study's page and pictures in one language, made of its numbers alone. */
final class StudyPage {
  private static final String WAITING = "waiting-days-median";
  private static final String LONGEST = "waiting-days-tenth-longest";
  private static final String SOON = "matched-within-90-days-percent";
  private static final String LARGE = "matched-percent-large";
  private static final String SMALL = "matched-percent-small";
  private static final int NONE = 0;
  private static final int WEEK = 7;
  private static final int MONTH = 30;
  private static final int SLOW = 90;
  private static final Map<Language, List<String>> MONTHS =
      Map.of(
          Language.EN,
          List.of(
              "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
          Language.RU,
          List.of(
              "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"));

  private final Results results;
  private final Language language;

  private StudyPage(Results results, Language language) {
    this.results = results;
    this.language = language;
  }

  /** All files by name. */
  static Map<String, String> files(Results results) {
    Map<String, String> files = new LinkedHashMap<>();
    for (Language language : List.of(Language.EN, Language.RU)) {
      StudyPage page = new StudyPage(results, language);
      String suffix = LawStudy.suffix(language);
      files.put("STUDY" + suffix + ".md", page.text());
      files.put("pictures/waiting" + suffix + ".svg", page.waiting());
      files.put("pictures/pairs" + suffix + ".svg", page.pairs());
      files.put("pictures/places" + suffix + ".svg", page.places());
    }
    return files;
  }

  private String in(String english, String russian) {
    return language == Language.EN ? english : russian;
  }

  private static List<String> variants() {
    List<String> variants = new ArrayList<>(List.of(LawStudy.WITHOUT));
    LawStudy.REGISTER_DAYS.forEach(days -> variants.add(LawStudy.variant(days)));
    return variants;
  }

  private List<String> categories() {
    List<String> names = new ArrayList<>(List.of(in("without the law", "без закона")));
    LawStudy.REGISTER_DAYS.forEach(days -> names.add(days + in(" days", " дн.")));
    return names;
  }

  private List<Results.Range> ranges(String figure) {
    return variants().stream().map(variant -> results.range(variant, figure)).toList();
  }

  private String axis() {
    return in(
        "law of 2025, by the days that entry in the federal register takes on average",
        "закон 2025 года, по среднему числу дней до включения в федеральный реестр");
  }

  private String waiting() {
    return new Chart(
            in("How long mentees wait for a mentor", "Сколько подопечные ждут наставника"),
            axis(),
            in(
                "days from arrival to assignment, median of those who got one",
                "дней от прихода до закрепления, медиана по получившим наставника"),
            categories(),
            false)
        .with(in("median", "медиана"), ranges(WAITING))
        .svg();
  }

  private String pairs() {
    Set<String> months = results.byMonth(LawStudy.WITHOUT, "pairs").keySet();
    Chart chart =
        new Chart(
            in("How many pairs have begun", "Сколько пар началось"),
            in("by the end of the month, 2025", "к концу месяца, 2025 год"),
            in("pairs", "пар"),
            months.stream().map(this::month).toList(),
            true);
    for (String variant :
        List.of(LawStudy.WITHOUT, LawStudy.variant(MONTH), LawStudy.variant(SLOW))) {
      chart.with(
          legend(variant),
          months.stream().map(month -> results.range(variant, "pairs", month)).toList());
    }
    return chart.svg();
  }

  private String month(String yearMonth) {
    return MONTHS
        .getOrDefault(language, List.of())
        .get(YearMonth.parse(yearMonth).getMonthValue() - 1);
  }

  private String name(String variant) {
    return categories().get(variants().indexOf(variant));
  }

  private String legend(String variant) {
    return variant.equals(LawStudy.WITHOUT)
        ? name(variant)
        : in("law, register ", "закон, реестр ") + name(variant);
  }

  private String places() {
    return new Chart(
            in(
                "Who gets a mentor at all, in large places and in small ones",
                "Кто вообще получает наставника: крупные и малые места"),
            axis(),
            in("per cent of the mentees who came", "процентов пришедших подопечных"),
            categories(),
            false)
        .with(in("five large places", "пять крупных мест"), ranges(LARGE))
        .with(in("all other places", "все остальные места"), ranges(SMALL))
        .svg();
  }

  private String text() {
    return String.format(Locale.ROOT, in(english(), russian()), numbers()).stripTrailing() + "\n";
  }

  private String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
    return language == Language.RU ? text.replace('.', ',') : text;
  }

  private String told(Results.Range range) {
    return number(range.middle())
        + in(" (", " (от ")
        + number(range.low())
        + in(" to ", " до ")
        + number(range.high())
        + ")";
  }

  /** With the bounds that hold the median. */
  private String told(Difference difference) {
    return told(
        new Results.Range(difference.low(), difference.spread().middle(), difference.high()));
  }

  private static String shortly(String hash) {
    return hash.substring(0, Math.min(8, hash.length()));
  }

  private String row(String variant, List<String> cells) {
    return "| " + name(variant) + " | " + String.join(" | ", cells) + " |\n";
  }

  private String table() {
    StringBuilder rows = new StringBuilder();
    for (String variant : variants()) {
      rows.append(
          row(
              variant,
              Stream.of(
                      WAITING,
                      LONGEST,
                      "matched-within-60-days-percent",
                      SOON,
                      "pairs",
                      LARGE,
                      SMALL)
                  .map(figure -> told(results.range(variant, figure)))
                  .toList()));
    }
    return rows.toString();
  }

  private String differences() {
    StringBuilder rows = new StringBuilder();
    for (int days : LawStudy.REGISTER_DAYS) {
      String variant = LawStudy.variant(days);
      List<String> cells = new ArrayList<>();
      for (String figure : List.of(WAITING, SOON, "pairs", LARGE, SMALL)) {
        cells.add(told(results.difference(variant, LawStudy.WITHOUT, figure)));
      }
      cells.add(told(Difference.of(smallBeyondLarge(days))));
      rows.append(row(variant, cells));
    }
    return rows.toString();
  }

  /** What a variant adds to the median of waiting. */
  private Difference later(int days) {
    return results.difference(LawStudy.variant(days), LawStudy.WITHOUT, WAITING);
  }

  /** How many points fewer a variant has of a share. */
  private Difference lost(int days, String share) {
    return results.difference(LawStudy.WITHOUT, LawStudy.variant(days), share);
  }

  /** What a month instead of a week adds to a figure of waiting. */
  private List<Double> monthBeyondWeek(String figure) {
    return results.differences(LawStudy.variant(MONTH), LawStudy.variant(WEEK), figure);
  }

  /** By how many points more the small places lose than the large ones. */
  private List<Double> smallBeyondLarge(int days) {
    String variant = LawStudy.variant(days);
    List<Double> large = results.differences(LawStudy.WITHOUT, variant, LARGE);
    List<Double> small = results.differences(LawStudy.WITHOUT, variant, SMALL);
    return IntStream.range(0, small.size())
        .mapToObj(run -> small.get(run) - large.get(run))
        .toList();
  }

  private static long above(List<Double> differences) {
    return differences.stream().filter(each -> each > 0).count();
  }

  private boolean smallLoseMore() {
    return Difference.of(smallBeyondLarge(SLOW)).low() > 0;
  }

  private String confidence() {
    return number(100 * later(NONE).confidence());
  }

  /** What the text names, in its order, which is the same in both languages. */
  private Object[] numbers() {
    return new Object[] {
      told(later(NONE)),
      told(later(WEEK)),
      told(later(MONTH)),
      results.runs(),
      confidence(),
      told(Difference.of(monthBeyondWeek(WAITING))),
      above(monthBeyondWeek(WAITING)),
      results.runs(),
      told(Difference.of(monthBeyondWeek(LONGEST))),
      above(monthBeyondWeek(LONGEST)),
      results.runs(),
      SLOW,
      told(later(SLOW)),
      told(lost(SLOW, SOON)),
      SLOW,
      told(lost(WEEK, SOON)),
      smallLoseMore()
          ? in(
              "**A register of "
                  + SLOW
                  + " days costs the small places more**, for where few mentors live, one who comes late leaves nobody else.",
              "**Реестр в "
                  + SLOW
                  + " дней обходится малым местам дороже**: где наставников мало, опоздавшего некем заменить.")
          : in(
              "**Whether a register of "
                  + SLOW
                  + " days costs the small places more, these runs do not show.**",
              "**Обходится ли реестр в "
                  + SLOW
                  + " дней малым местам дороже, эти прогоны не показывают.**"),
      SLOW,
      told(lost(SLOW, LARGE)),
      told(lost(SLOW, SMALL)),
      told(Difference.of(smallBeyondLarge(SLOW))),
      above(smallBeyondLarge(SLOW)),
      results.runs(),
      told(Difference.of(smallBeyondLarge(WEEK))),
      above(smallBeyondLarge(WEEK)),
      smallLoseMore() ? in(" and of the small places", " и ради малых мест") : "",
      table(),
      differences(),
      confidence(),
      results.restsOn("mentees"),
      results.restsOn("mentors"),
      LawStudy.START,
      length(),
      results.runs(),
      results.runs(),
      shortly(results.restsOn("rules"))
    };
  }

  private static String english() {
    return """
        # What the law of 2025 does to waiting

        *Generated by `LawStudy` from [results.csv](results.csv); the commands are [below](#do-it-again).*

        Since 5 February 2025 a mentor of registered minors in Russia has to stand in a federal register, by decision of the
        ministry, and the commission appoints the mentor with the consent of the parents and of the child (120-FZ, article 8.2: L1 to L3).
        The Tyumen programme of 2020 asked for none of that. How much longer does a child wait?

        ## The finding

        **Most of the longer wait is not the register's.** If the register took no time at all, a child would wait **%s days** longer than without the law; with a
        week it waits %s, with a month %s days longer (the median of %d runs; in brackets where that median lies with a confidence of %s %%). The commission's appointment and the consents of parents
        and child, 14 days on average each, are seen to side by side, but all of them have to be there; and pairs form in rounds, once a month: whoever misses a round waits for the next.

        **A month instead of a week bears hardest on those who wait longest.** It makes the median %s days longer, in %d of %d runs, for mentors stand in line while the children's own papers are
        collected; but the longest tenth waits **%s days** more, longer in %d of %d runs. When it takes two or three months, it is the register that everybody waits for: %d days make
        the wait **%s days** longer than without the law.

        **Those days are of the children who got a mentor.** Of all who came, **%s points** fewer have one within 90 days where the register takes %d days, and %s points fewer where it takes a week.

        %s With %d days, matched are **%s points** fewer in the large places, and **%s points** fewer in all others: these lose %s points more, in %d of %d runs. With a week it is %s points, in %d runs.

        So whoever would shorten the wait looks at the commissions and at the rounds first (more rounds are not tried here), and keeps the register below a month for the sake of those who wait longest%s.

        ![How long mentees wait](pictures/waiting.svg)

        | law of 2025 | median wait, days | the longest tenth waits at least, days | mentor within 60 days, %% | within 90 days, %% | pairs | matched in large places, %% | in all others, %% |
        |---|---:|---:|---:|---:|---:|---:|---:|
        %s
        The median of the runs; in brackets from their 5th to their 95th hundredth, where nine of ten lie. What the law adds, run by run with the same people and the same luck:

        | law of 2025 | median wait, days | mentor within 90 days, points | pairs | matched in large places, points | in all others, points | others lose more, points |
        |---|---:|---:|---:|---:|---:|---:|
        %s
        In this table the brackets tell where the median lies with a confidence of %s %%, by the sign test; where they hold 0, these runs do not show that the law makes a difference. Of so many brackets one or two
        may miss by chance.

        ![How many pairs have begun](pictures/pairs.svg)

        Points: the median of the runs; whiskers and bands: from the 5th to the 95th hundredth of them, nine runs of ten.

        ![Who gets a mentor at all](pictures/places.svg)

        ## What was simulated

        - %s mentees and %s mentors of an invented region (`SyntheticRegion`) in the 26 municipalities of the programme, who come over six months
          from %s on; %s months; a matching every month, with the programme's events "Choice of a mentor" after it; %d runs of each variant, seeds 1 to %d.
        - The same programme, `tyumen-2020`, with and without the pack `ru-120fz-2025`. All that is decided the library decides, under rules `%s`.
        - People behave as `Behaviour.published()` says: 43 %% of pairs reach six months (EEPM); what is not published is a choice, such as
          14 days on average until a requirement is met. How long the register takes is not known: that is why it is varied. Reports are left out, for
          they do not bear on when a pair begins.

        ## What it does not tell

        How long the ministry and the commissions really take; whether mentors give up because of it (here nobody does so more than before); what
        the law is good for, which is the safety of children and not speed. The median and the longest tenth are of those who got a mentor, and so make the law look cheaper than it is: the slower
        the register, the more children are left out of them. The shares within 60 and 90 days leave nobody out.
        The region is invented, so the figures compare variants and predict no place. Runs differ by luck; how far the assumptions are right no run tells.

        ## Do it again

        ```sh
        ./mvnw -q -B -DskipTests -pl examples/scenario-study -am package && java -jar examples/scenario-study/target/mentoring-study.jar examples/scenario-study
        ```

        It writes this page, its Russian twin, the pictures and the numbers into the folder named last.
        """;
  }

  private String length() {
    return Long.toString(
        ChronoUnit.MONTHS.between(
            LocalDate.parse(results.restsOn("from")), LocalDate.parse(results.restsOn("until"))));
  }

  private static String russian() {
    return """
        # Что закон 2025 года делает с ожиданием

        *Создано программой `LawStudy` из [results.csv](results.csv); команды — [ниже](#как-повторить).*

        С 5 февраля 2025 года наставник состоящего на учёте несовершеннолетнего должен быть в федеральном реестре по решению министерства, а назначает
        его комиссия с согласия родителей и самого ребёнка (120-ФЗ, статья 8.2: L1–L3). Тюменская программа 2020 года ничего этого не требовала.
        Насколько дольше ждёт ребёнок?

        ## Что найдено

        **Большая часть лишнего ожидания — не из-за реестра.** Если бы реестр не занимал времени вовсе, ребёнок ждал бы на **%s дн.** дольше, чем без закона; когда реестр работает неделю — на
        %s, когда месяц — на %s дн. (медиана %d прогонов; в скобках — где эта медиана лежит с надёжностью %s %%). Назначение комиссии и согласия родителей и ребёнка, в среднем
        по 14 дней, получают одновременно, но нужны все; а пары складываются по кругам, раз в месяц: кто опоздал к одному, ждёт следующего.

        **Месяц вместо недели тяжелее всего для тех, кто ждёт дольше всех.** Медиана становится длиннее на %s дн., и так в %d прогонах из %d: наставники стоят в очереди, пока собирают бумаги самих
        детей; но самая долгая десятая часть ждёт на **%s дн.** дольше, и так в %d прогонах из %d. Когда реестр работает два-три месяца, все ждут именно его: %d дней делают
        ожидание на **%s дн.** дольше, чем без закона.

        **Эти дни — тех детей, кто дождался.** Из всех пришедших наставника через 90 дней имеют на **%s** пункта меньше, если реестр работает %d дней, и на %s пункта меньше, если неделю.

        %s При %d днях наставника получают в крупных местах на **%s** пункта меньше, во всех остальных — на **%s**: остальные теряют на %s пункта больше, и так в %d прогонах из %d. При неделе — на %s пункта, в %d прогонах.

        Поэтому кто хочет, чтобы ждали меньше, пусть сначала посмотрит на комиссии и на круги (чаще круги здесь не пробовали), а реестр держит короче месяца ради тех, кто ждёт дольше всех%s.

        ![Сколько подопечные ждут](pictures/waiting.ru.svg)

        | закон 2025 года | медиана ожидания, дней | самая долгая десятая часть ждёт не меньше, дней | наставник за 60 дней, %% | за 90 дней, %% | пар | получили в крупных местах, %% | во всех остальных, %% |
        |---|---:|---:|---:|---:|---:|---:|---:|
        %s
        Медиана прогонов; в скобках — от 5-й до 95-й сотой доли их: там лежат девять из десяти. Что добавляет закон, прогон за прогоном, с теми же людьми и той же удачей:

        | закон 2025 года | медиана ожидания, дней | наставник за 90 дней, пунктов | пар | получили в крупных местах, пунктов | во всех остальных, пунктов | остальные теряют больше, пунктов |
        |---|---:|---:|---:|---:|---:|---:|
        %s
        В этой таблице скобки говорят, где лежит медиана с надёжностью %s %%, по критерию знаков; где в них попадает 0, эти прогоны не показывают, что закон что-то меняет. Из стольких скобок одна-две могут
        промахнуться случайно.

        ![Сколько пар началось](pictures/pairs.ru.svg)

        Точки — медиана прогонов; отрезки и полосы — от 5-й до 95-й сотой доли их, девять прогонов из десяти.

        ![Кто вообще получает наставника](pictures/places.ru.svg)

        ## Что моделировалось

        - %s подопечных и %s наставников выдуманного региона (`SyntheticRegion`) в 26 муниципальных образованиях программы приходят за шесть
          месяцев начиная с %s; %s мес.; подбор раз в месяц, после него — события программы «Выбор наставника»; %d прогонов каждого варианта, зёрна 1–%d.
        - Та же программа, `tyumen-2020`, с пакетом `ru-120fz-2025` и без него. Всё, что решается, решает библиотека, по правилам `%s`.
        - Люди ведут себя, как сказано в `Behaviour.published()`: шести месяцев достигают 43 %% пар (EEPM); что не опубликовано — выбор, например
          14 дней в среднем на каждое недостающее требование. Сколько работает реестр, неизвестно, поэтому это и меняется. Отчёты опущены: от
          них не зависит, когда пара начнётся.

        ## Чего исследование не говорит

        Сколько времени на самом деле нужно министерству и комиссиям; уходят ли из-за этого наставники (здесь — не чаще прежнего); чем закон хорош: он о
        безопасности детей, а не о скорости. Медиана и самая долгая десятая часть — тех, кто дождался, и потому закон кажется дешевле, чем он есть: чем медленнее реестр, тем больше детей
        выпадает из них. Доли за 60 и 90 дней не оставляют за скобками никого.
        Регион выдуман, поэтому цифры сравнивают варианты и не предсказывают ни одного места. Прогоны различаются удачей; насколько верны допущения, не говорит ни один прогон.

        ## Как повторить

        ```sh
        ./mvnw -q -B -DskipTests -pl examples/scenario-study -am package && java -jar examples/scenario-study/target/mentoring-study.jar examples/scenario-study
        ```

        Команда пишет эту страницу, её английского двойника, рисунки и числа в папку, названную последней.
        """;
  }
}
