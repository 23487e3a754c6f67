package org.mentoring.runtime;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;
import org.mentoring.identity.FactId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.programme.Version;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;
import org.mentoring.text.Value;

/**
 * A pack of an embedder's own rules, compiled and loaded: named, versioned and hashed, in a rule
 * base of its own. It reads cases and adds findings under its own codes, {@code own.<pack>.…}; it
 * sees nothing of the library's rules, of their findings or of other packs, and can take nothing
 * away from them.
 *
 * <p>Rules are program code with the rights of the whole program. What is refused when they are
 * loaded keeps honest authors from mistakes; it holds no attacker. Load only what trusted authors
 * wrote.
 *
 * <p>Loading takes a second or more; load once and hand it to {@link RuntimeRules}, which closes
 * it. Thread-safe.
 */
public final class OwnRules implements AutoCloseable {
  /** So many rules may fire in one case, unless the pack says otherwise. */
  public static final int FIRING_LIMIT = 10_000;

  /** What is put before own rules, and how it is read: raised when an outcome could change. */
  private static final String READ_AS = "own-rules@1";

  private final String name;
  private final Version version;
  private final String hash;
  private final SortedMap<String, RuleTerms> terms;
  private final Map<Language, SortedMap<String, String>> texts;
  private final OwnSession session;

  private OwnRules(
      Builder from, String hash, SortedMap<String, RuleTerms> terms, Compiled compiled) {
    this.name = from.name;
    this.version = from.version;
    this.hash = hash;
    this.terms = Collections.unmodifiableSortedMap(terms);
    Map<Language, SortedMap<String, String>> copies = new EnumMap<>(Language.class);
    from.texts.forEach((language, all) -> copies.put(language, new TreeMap<>(all)));
    this.texts = copies;
    this.session = new OwnSession(name, this.terms, from.limit, compiled::load);
  }

  /**
   * A pack to be loaded.
   *
   * @param name 1 to 32 lower case letters and digits, starting with a letter; its files say {@code
   *     package own.<name>}
   * @param version three numbers with dots
   */
  public static Builder named(String name, String version) {
    return new Builder(name, Version.parse(version));
  }

  /** The pack's name. */
  public String name() {
    return name;
  }

  /** The pack's version. */
  public Version version() {
    return version;
  }

  /**
   * SHA-256 over name, version and files, 64 hexadecimal digits. Line ends and texts for people do
   * not count: they decide nothing.
   */
  public String hash() {
    return hash;
  }

  /**
   * How decisions name it: {@code own.<name>@<version>+} and the first twelve digits of the hash.
   */
  public String id() {
    return "own." + name + "@" + version + "+" + hash.substring(0, 12);
  }

  /** The codes of its rules. */
  public SortedSet<String> codes() {
    SortedSet<String> codes = new TreeSet<>();
    terms.values().forEach(rule -> codes.add(rule.code()));
    return Collections.unmodifiableSortedSet(codes);
  }

  /** Its texts for people, for {@link Messages#with}. */
  public SortedMap<String, String> texts(Language language) {
    return Collections.unmodifiableSortedMap(texts.getOrDefault(language, new TreeMap<>()));
  }

  /** What it finds beside the library's rules. */
  List<Finding> findings(EligibilityCase question) {
    Dossier dossier = question.dossier();
    List<Object> before = new ArrayList<>();
    IdentityHashMap<Fact, List<FactId>> ids = new IdentityHashMap<>();
    before.add(
        new PartyCase(
            dossier.asOf(),
            question.practice().id(),
            question.party().position(),
            dossier.kind(),
            dossier
                .birthDate()
                .map(born -> Period.between(born, dossier.asOf()).getYears())
                .orElse(null)));
    for (KnownFact known : dossier.facts()) {
      if (!(known.fact() instanceof Fact.Birth) && !(known.fact() instanceof Fact.PersonName)) {
        LocalDate from = known.validity().from();
        boolean current = known.validity().contains(dossier.asOf());
        before.add(new Held(known.fact(), from, known.validity().until(), current));
        if (current) {
          before.add(known.fact());
        }
        ids.computeIfAbsent(known.fact(), fact -> new ArrayList<>()).add(known.id());
      }
    }
    return session.run(before).stream().map(found -> finding(found, ids)).toList();
  }

  private Finding finding(OwnFinding found, IdentityHashMap<Fact, List<FactId>> ids) {
    RuleTerms rule = terms.get(found.code());
    if (rule == null) {
      throw session.failed("?", "a code of no rule");
    }
    List<FactId> facts = new ArrayList<>();
    for (Fact fact : found.facts()) {
      List<FactId> known = ids.get(fact);
      if (known == null) {
        throw session.failed(found.code(), "a fact of no dossier");
      }
      facts.addAll(known);
    }
    return new Finding(
        rule.code(), rule.code(), rule.source(), rule.effect(), facts, found.parameters());
  }

  @Override
  public void close() {
    session.close();
  }

  /** Collects what belongs to a pack. For one thread. */
  public static final class Builder {
    private final String name;
    private final Version version;
    private final SortedMap<String, Source> files = new TreeMap<>();
    private final Map<Language, SortedMap<String, String>> texts = new EnumMap<>(Language.class);
    private final SortedSet<String> tables = new TreeSet<>();
    private int limit = FIRING_LIMIT;

    private Builder(String name, Version version) {
      Invariants.holds(
          name.matches("[a-z][a-z0-9]{0,31}"),
          "own-rules.pack-name",
          "name",
          "1 to 32 lower case letters and digits, starting with a letter");
      this.name = name;
      this.version = version;
    }

    /**
     * Adds a file of rules.
     *
     * @param file its name, told with what is wrong
     * @param text the file's content, up to 200,000 characters, with brackets up to 12 deep
     */
    public Builder drl(String file, String text) {
      Invariants.present("drl", file, text);
      files.put(file, new Source(file, text.replace("\r\n", "\n"), false));
      tables.remove(file);
      return this;
    }

    /**
     * Adds a table of rules as CSV. The first row tells what each column is: {@code RULE}, {@code
     * SOURCE}, {@code EFFECT}, any number of {@code CONDITION}, {@code VALUE} and {@code ON}. The
     * second holds the pattern, {@code name = expression} or variable that the cells below are put
     * into, as {@code $param}; an empty cell leaves it out. Each further row is a rule; rows may
     * share a code.
     *
     * @param file its name, told with what is wrong
     * @param text the file's content; it and the rules made of it up to 200,000 characters
     */
    public Builder table(String file, String text) {
      Invariants.present("table", file, text);
      drl(file, text);
      tables.add(file);
      return this;
    }

    /**
     * Adds texts for people: {@code finding.<code>} for each rule, {@code remedy.<code>} for each
     * that delays or asks for review, in both languages. They are written as the library's own, see
     * {@link Messages}.
     */
    public Builder texts(Language language, Map<String, String> further) {
      Invariants.present("texts", language, further);
      texts.computeIfAbsent(language, each -> new TreeMap<>()).putAll(further);
      return this;
    }

    /**
     * So many rules may fire in one case before it is given up as endless.
     *
     * @param most 1 to 1,000,000
     */
    public Builder firingLimit(int most) {
      Invariants.range("firingLimit", most, 1, 1_000_000);
      limit = most;
      return this;
    }

    /**
     * Compiles and loads the pack.
     *
     * @throws InvalidOwnRules with everything that is wrong, each with file and line
     */
    public OwnRules load() {
      List<Problem> problems = new ArrayList<>();
      String own = "own." + name;
      DrlReading reading = new DrlReading(own, problems);
      List<ReadFile> read = new ArrayList<>();
      for (Source file : files.values()) {
        boolean table = tables.contains(file.name());
        if (FileBounds.hold(file, problems)) {
          read.add(
              reading.read(
                  table ? DecisionTable.rules(own, file.name(), file.text(), problems) : file));
        }
      }
      if (reading.terms().isEmpty() && problems.isEmpty()) {
        problems.add(Problem.of("own-rules.empty", Place.of(name)));
      }
      boolean all =
          read.size() == files.size() && read.stream().noneMatch(file -> file.rules().isEmpty());
      texts(reading, all, problems);
      List<String> sound = read.stream().filter(ReadFile::hasSound).map(ReadFile::sound).toList();
      if (sound.isEmpty()) {
        throw new InvalidOwnRules(problems.stream().distinct().toList());
      }
      Compiled compiled = Compiled.of(own, sound);
      if (!compiled.faults().isEmpty() || !compiled.notAllowed().isEmpty()) {
        List<Problem> found = new ArrayList<>();
        read.forEach(file -> oneByOne(own, file, found));
        problems.addAll(found.isEmpty() ? together(compiled) : found);
      }
      if (!problems.isEmpty()) {
        throw new InvalidOwnRules(problems.stream().distinct().toList());
      }
      return new OwnRules(this, hash(), reading.terms(), compiled);
    }

    private String hash() {
      List<String> parts = new ArrayList<>(List.of(READ_AS, name, version.toString()));
      for (Source file : files.values()) {
        parts.add(file.name());
        parts.add(file.text());
      }
      return CanonicalForm.sha256(parts);
    }

    /** For many faults the engine names neither rule nor line, so each rule is compiled alone. */
    private static void oneByOne(String own, ReadFile file, List<Problem> found) {
      for (ReadFile.Rule rule : file.rules()) {
        if (rule.sound()) {
          Compiled alone = Compiled.of(own, List.of(file.only(rule)));
          for (Compiled.Fault fault : alone.faults()) {
            int line =
                fault.line() > rule.first() && fault.line() <= rule.last()
                    ? fault.line()
                    : rule.first();
            found.add(
                new Problem(
                    "own-rules.compile",
                    DrlReading.at(file.source().name(), line),
                    Map.of("rule", rule.name(), "found", fault.words())));
          }
          for (String used : alone.notAllowed()) {
            found.add(
                new Problem(
                    "own-rules.reference",
                    DrlReading.at(file.source().name(), rule.first()),
                    Map.of("rule", rule.name(), "found", used)));
          }
        }
      }
    }

    /** Each compiles alone, and not together. */
    private List<Problem> together(Compiled compiled) {
      return compiled.faults().stream()
          .map(
              fault ->
                  new Problem(
                      "own-rules.compile",
                      Place.of(name),
                      Map.of("rule", "own." + name, "found", fault.words())))
          .toList();
    }

    /**
     * @param all whether the rules of all files are known: else it is not, which texts are foreign
     */
    private void texts(DrlReading reading, boolean all, List<Problem> problems) {
      for (Language language : Language.values()) {
        SortedMap<String, String> given = texts.getOrDefault(language, new TreeMap<>());
        String source = "texts_" + language.name().toLowerCase(Locale.ROOT);
        SortedSet<String> foreign = new TreeSet<>(given.keySet());
        for (Map.Entry<String, RuleTerms> each : reading.terms().entrySet()) {
          RuleTerms rule = each.getValue();
          String told = "finding." + rule.code();
          String advised = "remedy." + rule.code();
          foreign.remove(told);
          foreign.remove(advised);
          SortedSet<String> values = reading.values().getOrDefault(each.getKey(), new TreeSet<>());
          text(told, true, values, given, language, source, problems);
          text(
              advised,
              rule.effect() == Effect.DELAYS || rule.effect() == Effect.ASKS_REVIEW,
              values,
              given,
              language,
              source,
              problems);
        }
        if (all) {
          for (String key : foreign) {
            problems.add(Problem.of("own-rules.text-foreign", new Place(source, 0, 0, key)));
          }
        }
      }
    }

    private static void text(
        String key,
        boolean needed,
        SortedSet<String> values,
        SortedMap<String, String> given,
        Language language,
        String source,
        List<Problem> problems) {
      Place place = new Place(source, 0, 0, key);
      String text = given.get(key);
      if (text == null || text.isBlank()) {
        if (needed || text != null) {
          problems.add(Problem.of("own-rules.text-missing", place));
        }
        return;
      }
      Messages messages = Messages.of(language).with(given);
      try {
        // One of each form that words take after a number.
        for (long number : new long[] {1, 2, 5}) {
          Map<String, Value> sample = new TreeMap<>();
          sample.put("requirement", Value.of(key));
          values.forEach(each -> sample.put(each, Value.of(number)));
          messages.render(key, sample);
        }
      } catch (MentoringException e) {
        problems.add(
            new Problem(
                "own-rules.text-broken",
                place,
                Map.of(
                    "found",
                    e.attributes().getOrDefault("why", ""),
                    "allowed",
                    values.toString())));
      }
    }
  }
}
