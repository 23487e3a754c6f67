package org.mentoring.study;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.mentoring.text.Language;

/** The study's page and pictures in one language, made of its numbers alone. */
final class StudyPage {
  private static final String WAITING = "waiting-days-median";
  private static final String LONGEST = "waiting-days-tenth-longest";
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
    for (String variant : List.of(LawStudy.WITHOUT, LawStudy.variant(30), LawStudy.variant(90))) {
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
        .with(in("five large places", "пять крупных мест"), ranges("matched-percent-large"))
        .with(in("all other places", "все остальные места"), ranges("matched-percent-small"))
        .svg();
  }

  private String text() {
    return in(english(), russian()).stripTrailing() + "\n";
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

  private String table() {
    StringBuilder rows = new StringBuilder();
    for (String variant : variants()) {
      rows.append("| ")
          .append(
              String.join(
                  " | ",
                  name(variant),
                  told(results.range(variant, WAITING)),
                  told(results.range(variant, LONGEST)),
                  told(results.range(variant, "pairs")),
                  told(results.range(variant, "matched-percent-large")),
                  told(results.range(variant, "matched-percent-small"))))
          .append(" |\n");
    }
    return rows.toString();
  }

  private String differences() {
    StringBuilder rows = new StringBuilder();
    for (int days : LawStudy.REGISTER_DAYS) {
      String variant = LawStudy.variant(days);
      rows.append("| ")
          .append(
              String.join(
                  " | ",
                  name(variant),
                  told(results.difference(variant, LawStudy.WITHOUT, WAITING)),
                  told(results.difference(variant, LawStudy.WITHOUT, "pairs")),
                  told(results.difference(variant, LawStudy.WITHOUT, "matched-percent-large")),
                  told(results.difference(variant, LawStudy.WITHOUT, "matched-percent-small"))))
          .append(" |\n");
    }
    return rows.toString();
  }

  /** What a variant adds to the median of waiting. */
  private Results.Range later(int days) {
    return results.difference(LawStudy.variant(days), LawStudy.WITHOUT, WAITING);
  }

  /** How many points fewer are matched in the large or the small places. */
  private Results.Range lost(int days, String places) {
    return results.difference(
        LawStudy.WITHOUT, LawStudy.variant(days), "matched-percent-" + places);
  }

  /** What a month instead of a week adds to a figure of waiting. */
  private Results.Range month(int quick, String figure) {
    return results.difference(LawStudy.variant(30), LawStudy.variant(quick), figure);
  }

  /** In how many runs it adds anything. */
  private long longerByMonth(int quick, String figure) {
    return results.differences(LawStudy.variant(30), LawStudy.variant(quick), figure).stream()
        .filter(days -> days > 0)
        .count();
  }

  /** In how many runs the small places lose more than the large ones. */
  private long smallLoseMore(int days) {
    String variant = LawStudy.variant(days);
    List<Double> large = results.differences(LawStudy.WITHOUT, variant, "matched-percent-large");
    List<Double> small = results.differences(LawStudy.WITHOUT, variant, "matched-percent-small");
    return IntStream.range(0, small.size()).filter(run -> small.get(run) > large.get(run)).count();
  }

  private String english() {
    int quick = LawStudy.REGISTER_DAYS.get(0);
    int slow = LawStudy.REGISTER_DAYS.get(LawStudy.REGISTER_DAYS.size() - 1);
    return String.format(
        Locale.ROOT,
        """
        # What the law of 2025 does to waiting

        *Generated by `LawStudy` from [results.csv](results.csv); the commands are [below](#do-it-again).*

        Since 5 February 2025 a mentor of registered minors in Russia has to stand in a federal register, by decision of the
        ministry, and the commission appoints the mentor with the consent of the parents and of the child (120-FZ, article 8.2: L1 to L3).
        The Tyumen programme of 2020 asked for none of that. How much longer does a child wait?

        ## The finding

        **The first step costs most, and it is not the register's.** Even with a register that takes only %d days, a child waits **%s days** longer than
        without the law (in brackets: from the 5th to the 95th hundredth of the runs; of ten it leaves out the lowest and the highest). The commission's appointment and the consents of parents and child, 14 days on average each, are
        seen to side by side, but all of them have to be there; and pairs form in rounds, once a month: whoever misses a round waits for the next.

        **A register that takes a month instead of a week adds little for most, and much for those who wait longest.** The median is %s days longer, in %d of %d runs at all: mentors
        stand in line while the children's own papers are collected. But the longest tenth waits **%s days** more, longer in %d of %d runs.
        When it takes two or three months, it is the register that everybody waits for: %d days make the wait **%s days** longer than without the law.

        **A slow register costs the small places more.** Where few mentors live, one who comes late leaves nobody else: with %d days, matched are **%s points** fewer in the large places, and
        **%s points** fewer in all others, which lose more than the large ones in %d of %d runs; with %d days they do so in %d. So whoever would shorten the wait looks at the commissions and at
        the rounds first (more rounds are not tried here), and keeps the register below a month for the sake of those who wait longest and of the small places.

        ![How long mentees wait](pictures/waiting.svg)

        | law of 2025 | median wait, days | the longest tenth waits at least, days | pairs | matched in large places, %% | in all others, %% |
        |---|---:|---:|---:|---:|---:|
        %s
        What the law adds, run by run with the same people and the same luck:

        | law of 2025 | median wait, days | pairs | matched in large places, points | in all others, points |
        |---|---:|---:|---:|---:|
        %s
        ![How many pairs have begun](pictures/pairs.svg)

        Points: the median of the runs; whiskers and bands: from the 5th to the 95th hundredth of them.

        ![Who gets a mentor at all](pictures/places.svg)

        ## What was simulated

        - %d mentees and %d mentors of an invented region (`SyntheticRegion`) in the 26 municipalities of the programme, who come over six months
          from %s on; %s months; a matching every month, with the programme's events "Choice of a mentor" after it; %d runs of each variant, seeds 1 to %d.
        - The same programme, `tyumen-2020`, with and without the pack `ru-120fz-2025`. All that is decided the library decides, under rules `%s`.
        - People behave as `Behaviour.published()` says: 43 %% of pairs reach six months (EEPM); what is not published is a choice, such as
          14 days on average until a requirement is met. How long the register takes is not known: that is why it is varied. Reports are left out, for
          they do not bear on when a pair begins.

        ## What it does not tell

        How long the ministry and the commissions really take; whether mentors give up because of it (here nobody does so more than before); what
        the law is good for, which is the safety of children and not speed. The wait is that of those who got a mentor: who still waits at the end is in the shares
        of the last picture alone. So the law looks cheaper than it is: the slower the register, the more children are left out of the wait that is told.
        The region is invented, so the figures compare variants and predict no place. Runs differ by luck, and the brackets tell how much single runs do: they
        are not how surely the median is known. Ten runs show a difference that nine or ten of them share, and hardly one that fewer do.
        The numbers were made under the rules named above. Since then a simulated mentor who leaves takes no other mentees while further pairs run: made
        anew, pairs and shares would be somewhat lower in all variants.

        ## Do it again

        ```sh
        ./mvnw -q -B -DskipTests -pl examples/scenario-study -am package && java -jar examples/scenario-study/target/mentoring-study.jar examples/scenario-study
        ```

        It writes this page, its Russian twin, the pictures and the numbers into the folder named last.
        """,
        quick,
        told(later(quick)),
        told(month(quick, WAITING)),
        longerByMonth(quick, WAITING),
        results.runs(),
        told(month(quick, LONGEST)),
        longerByMonth(quick, LONGEST),
        results.runs(),
        slow,
        told(later(slow)),
        slow,
        told(lost(slow, "large")),
        told(lost(slow, "small")),
        smallLoseMore(slow),
        results.runs(),
        quick,
        smallLoseMore(quick),
        table(),
        differences(),
        results.mentees(),
        results.mentors(),
        LawStudy.START,
        length(),
        results.runs(),
        results.runs(),
        results.rules().substring(0, Math.min(8, results.rules().length())));
  }

  private String length() {
    int months = java.time.Period.parse(results.time()).getMonths();
    return Integer.toString(months);
  }

  private String russian() {
    int quick = LawStudy.REGISTER_DAYS.get(0);
    int slow = LawStudy.REGISTER_DAYS.get(LawStudy.REGISTER_DAYS.size() - 1);
    return String.format(
        Locale.ROOT,
        """
        # Что закон 2025 года делает с ожиданием

        *Создано программой `LawStudy` из [results.csv](results.csv); команды — [ниже](#как-повторить).*

        С 5 февраля 2025 года наставник состоящего на учёте несовершеннолетнего должен быть в федеральном реестре по решению министерства, а назначает
        его комиссия с согласия родителей и самого ребёнка (120-ФЗ, статья 8.2: L1–L3). Тюменская программа 2020 года ничего этого не требовала.
        Насколько дольше ждёт ребёнок?

        ## Что найдено

        **Дороже всего первый шаг, и это не реестр.** Даже если реестр работает всего %d дн., ребёнок ждёт на **%s дн.** дольше, чем без закона (в скобках — от 5-й до 95-й
        сотой доли прогонов; из десяти выпадают самый низкий и самый высокий). Назначение комиссии и согласия родителей и ребёнка, в среднем по 14 дней, получают одновременно, но нужны все; а пары складываются
        по кругам, раз в месяц: кто опоздал к одному, ждёт следующего.

        **Реестр, который работает месяц, а не неделю, большинству добавляет мало, а тем, кто ждёт дольше всех, — много.** Медиана длиннее на %s дн., причём длиннее вообще в %d прогонах из %d:
        наставники стоят в очереди, пока собирают бумаги самих детей. Но самая долгая десятая часть ждёт на **%s дн.** дольше, и так в %d прогонах из %d.
        Когда реестр работает два-три месяца, все ждут именно его: %d дней делают ожидание на **%s дн.** дольше, чем без закона.

        **Медленный реестр обходится малым местам дороже.** Где наставников мало, опоздавшего некем заменить: при %d днях наставника получают в крупных местах на **%s** пункта меньше, во всех остальных —
        на **%s**; остальные теряют больше крупных в %d прогонах из %d, а при %d днях — в %d. Поэтому кто хочет, чтобы ждали меньше, пусть сначала посмотрит на комиссии и на круги (чаще круги здесь
        не пробовали), а реестр держит короче месяца ради тех, кто ждёт дольше всех, и ради малых мест.

        ![Сколько подопечные ждут](pictures/waiting.ru.svg)

        | закон 2025 года | медиана ожидания, дней | самая долгая десятая часть ждёт не меньше, дней | пар | получили в крупных местах, %% | во всех остальных, %% |
        |---|---:|---:|---:|---:|---:|
        %s
        Что добавляет закон, прогон за прогоном, с теми же людьми и той же удачей:

        | закон 2025 года | медиана ожидания, дней | пар | получили в крупных местах, пунктов | во всех остальных, пунктов |
        |---|---:|---:|---:|---:|
        %s
        ![Сколько пар началось](pictures/pairs.ru.svg)

        Точки — медиана прогонов; отрезки и полосы — от 5-й до 95-й сотой доли их.

        ![Кто вообще получает наставника](pictures/places.ru.svg)

        ## Что моделировалось

        - %d подопечных и %d наставников выдуманного региона (`SyntheticRegion`) в 26 муниципальных образованиях программы приходят за шесть
          месяцев начиная с %s; %s мес.; подбор раз в месяц, после него — события программы «Выбор наставника»; %d прогонов каждого варианта, зёрна 1–%d.
        - Та же программа, `tyumen-2020`, с пакетом `ru-120fz-2025` и без него. Всё, что решается, решает библиотека, по правилам `%s`.
        - Люди ведут себя, как сказано в `Behaviour.published()`: шести месяцев достигают 43 %% пар (EEPM); что не опубликовано — выбор, например
          14 дней в среднем на каждое недостающее требование. Сколько работает реестр, неизвестно, поэтому это и меняется. Отчёты опущены: от
          них не зависит, когда пара начнётся.

        ## Чего исследование не говорит

        Сколько времени на самом деле нужно министерству и комиссиям; уходят ли из-за этого наставники (здесь — не чаще прежнего); чем закон хорош: он о
        безопасности детей, а не о скорости. Ожидание — тех, кто дождался: кто ждёт и в конце, виден только в долях последнего рисунка.
        Поэтому закон кажется дешевле, чем он есть: чем медленнее реестр, тем больше детей выпадает из названного ожидания.
        Регион выдуман, поэтому цифры сравнивают варианты и не предсказывают ни одного места. Прогоны различаются удачей, и скобки говорят, как сильно различаются отдельные прогоны,
        а не как точно известна медиана. Десять прогонов показывают различие, которое есть в девяти или десяти из них, и едва ли то, которое есть в меньшем числе.
        Числа получены по правилам, названным выше. С тех пор наставник, который в моделировании уходит, не берёт новых подопечных, пока идут другие его пары: если
        получить числа заново, пар и долей во всех вариантах станет несколько меньше.

        ## Как повторить

        ```sh
        ./mvnw -q -B -DskipTests -pl examples/scenario-study -am package && java -jar examples/scenario-study/target/mentoring-study.jar examples/scenario-study
        ```

        Команда пишет эту страницу, её английского двойника, рисунки и числа в папку, названную последней.
        """,
        quick,
        told(later(quick)),
        told(month(quick, WAITING)),
        longerByMonth(quick, WAITING),
        results.runs(),
        told(month(quick, LONGEST)),
        longerByMonth(quick, LONGEST),
        results.runs(),
        slow,
        told(later(slow)),
        slow,
        told(lost(slow, "large")),
        told(lost(slow, "small")),
        smallLoseMore(slow),
        results.runs(),
        quick,
        smallLoseMore(quick),
        table(),
        differences(),
        results.mentees(),
        results.mentors(),
        LawStudy.START,
        length(),
        results.runs(),
        results.runs(),
        results.rules().substring(0, Math.min(8, results.rules().length())));
  }
}
