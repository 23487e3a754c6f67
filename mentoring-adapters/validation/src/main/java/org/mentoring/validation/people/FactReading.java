package org.mentoring.validation.people;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.failure.InvalidValue;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.WeeklyWindow;
import org.mentoring.time.Validity;

/**
 * Reads one draft of a fact and keeps every fault. There is a fact exactly if there are no faults.
 */
final class FactReading {
  private static final Pattern PERIOD =
      Pattern.compile("P(?=\\d)(\\d{1,3}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?");
  private static final Pattern HUGE = Pattern.compile("-?(\\d{19,}|\\d+([.,]\\d+)?[eE][+-]?\\d+)");

  private static final ThreadLocal<@Nullable Map<FactDraft, FactReading>> KEPT =
      new ThreadLocal<>();

  /** The codes of core's constructors, told in terms of files. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "number.range", "people.out-of-range",
          "text.length", "people.text-length",
          "list.empty", "people.value-missing",
          "period.notPositive", "people.period-not-positive");

  private final List<Fault> faults = new ArrayList<>();
  private @Nullable FactInput input;

  private FactReading() {}

  static FactReading of(FactDraft draft) {
    Map<FactDraft, FactReading> kept = KEPT.get();
    return kept == null ? read(draft) : kept.computeIfAbsent(draft, FactReading::read);
  }

  /**
   * Does some work that reads the same drafts again and again: constraints on a fact, constraints
   * on a person, and who asks for the facts in the end. This thread keeps its readings meanwhile.
   */
  static <T> T keeping(Supplier<T> work) {
    KEPT.set(new IdentityHashMap<>());
    try {
      return work.get();
    } finally {
      KEPT.remove();
    }
  }

  private static FactReading read(FactDraft draft) {
    FactReading reading = new FactReading();
    reading.fill(draft);
    return reading;
  }

  private static boolean isControl(int character) {
    return character < ' '
        || character == 0x7F
        || character == 0x2028
        || character == 0x2029
        || character >= 0xFFFE;
  }

  List<Fault> faults() {
    return Collections.unmodifiableList(faults);
  }

  @Nullable FactInput input() {
    return input;
  }

  private void fill(FactDraft draft) {
    Fact fact = fact(draft);
    LocalDate from = draft.from() == null ? startOf(fact) : date("from", draft.from());
    LocalDate until = draft.until() == null ? null : date("until", draft.until());
    LocalDate withdrawn = draft.withdrawn() == null ? null : date("withdrawn", draft.withdrawn());
    if (from == null && draft.from() == null && !startsByItself(draft.kind())) {
      faults.add(Fault.of("people.from-missing", "from", null));
    }
    if (from != null && until != null && !until.isAfter(from)) {
      faults.add(Fault.of("people.validity-empty", "until", draft.until()));
    }
    if (draft.withdrawn() != null && draft.kind() != null && !draft.kind().equals("consent")) {
      faults.add(Fault.of("people.withdrawn-not-consent", "withdrawn", draft.withdrawn()));
    }
    if (from != null && withdrawn != null && withdrawn.isBefore(from)) {
      faults.add(Fault.of("people.withdrawn-before-consent", "withdrawn", draft.withdrawn()));
    }
    if (faults.isEmpty() && fact != null && from != null) {
      input = new FactInput(fact, new Validity(from, until), withdrawn);
    }
  }

  private static boolean startsByItself(@Nullable String kind) {
    return "birth".equals(kind) || "clearance-certificate".equals(kind);
  }

  private static @Nullable LocalDate startOf(@Nullable Fact fact) {
    if (fact instanceof Fact.Birth birth) {
      return birth.date();
    }
    return fact instanceof Fact.ClearanceCertificate certificate ? certificate.issuedOn() : null;
  }

  private @Nullable Fact fact(FactDraft draft) {
    String kind = draft.kind();
    if (kind == null) {
      faults.add(Fault.of("people.fact-kind-missing", "kind", null));
      return null;
    }
    Optional<FactShape> known = FactShape.of(kind);
    if (known.isEmpty()) {
      faults.add(
          Fault.unknown("people.fact-kind-unknown", "kind", kind, FactShape.byKind().keySet()));
      return null;
    }
    FactShape shape = known.get();
    for (String name : draft.values().keySet()) {
      if (shape.component(name).isEmpty()) {
        List<String> names = shape.components().stream().map(FactShape.Component::name).toList();
        faults.add(Fault.unknown("people.value-unknown", name, name, names));
      }
    }
    int before = faults.size();
    List<@Nullable Object> values = new ArrayList<>();
    for (FactShape.Component component : shape.components()) {
      values.add(value(shape, component, draft.values().get(component.name())));
    }
    if (faults.size() > before) {
      return null;
    }
    try {
      return shape.create(values);
    } catch (InvalidValue refused) {
      faults.add(refused(shape, draft, refused));
      return null;
    }
  }

  /**
   * Core's constructors name the value after its kind; with one value or one number there is no
   * doubt which is meant.
   */
  private static Fault refused(FactShape shape, FactDraft draft, InvalidValue refused) {
    String what = refused.attributes().getOrDefault("what", "");
    String last = what.substring(what.lastIndexOf('.') + 1);
    String property =
        shape
            .component(last)
            .map(FactShape.Component::name)
            .orElse(shape.components().get(0).name());
    String code = REFUSED.getOrDefault(refused.code(), "people.value-refused");
    if (code.equals("people.value-missing")) {
      return Fault.missing(property);
    }
    return Fault.of(
        code,
        property,
        draft.values().get(property),
        refused.attributes().getOrDefault("allowed", ""));
  }

  private @Nullable Object value(
      FactShape shape, FactShape.Component component, @Nullable Object raw) {
    String name = component.name();
    if (raw == null || (raw instanceof String text && text.isBlank())) {
      if (!component.optional()) {
        faults.add(Fault.missing(name));
      }
      return null;
    }
    if (component.form() == FactShape.Form.NUMBER) {
      return number(name, raw);
    }
    if (component.form() == FactShape.Form.WINDOWS) {
      return windows(name, raw);
    }
    if (!(raw instanceof String text)) {
      faults.add(Fault.of("people.not-text", name, raw));
      return null;
    }
    if (text.chars().anyMatch(FactReading::isControl)) {
      faults.add(Fault.of("people.control-character", name, text));
      return null;
    }
    return switch (component.form()) {
      case TEXT -> text;
      case CODE -> spelt("people.code-malformed", name, text, () -> Code.of(text));
      case PARTICIPANT -> spelt("people.id-malformed", name, text, () -> ParticipantId.of(text));
      case ATTRIBUTE -> spelt("people.attribute-malformed", name, text, () -> Attribute.of(text));
      case DATE -> date(name, text);
      case PERIOD -> period(name, text);
      case CONSTANT -> constant(shape, component, text);
      case NUMBER, WINDOWS -> throw new IllegalStateException("read above");
    };
  }

  private @Nullable Object constant(FactShape shape, FactShape.Component component, String text) {
    if (!component.constants().contains(text)) {
      faults.add(
          Fault.of(
              "people.choice-unknown",
              component.name(),
              text,
              String.join(", ", component.constants())));
      return null;
    }
    return shape.constant(component, text);
  }

  private <T> @Nullable T spelt(String code, String name, String text, Supplier<T> parse) {
    try {
      return parse.get();
    } catch (InvalidValue malformed) {
      faults.add(Fault.of(code, name, text, malformed.attributes().getOrDefault("allowed", "")));
      return null;
    }
  }

  private @Nullable Integer number(String name, Object raw) {
    if (raw instanceof Long number) {
      if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
        faults.add(Fault.of("people.number-huge", name, raw));
        return null;
      }
      return number.intValue();
    }
    if (raw instanceof Integer number) {
      return number;
    }
    // A table hands over as text what is too long for a number; a short number in quotes is a text.
    boolean huge = HUGE.matcher(raw.toString()).matches();
    faults.add(Fault.of(huge ? "people.number-huge" : "people.not-whole-number", name, raw));
    return null;
  }

  private @Nullable Object windows(String name, Object raw) {
    if (!(raw instanceof List<?> list)) {
      faults.add(Fault.of("people.not-list", name, raw));
      return null;
    }
    if (list.isEmpty()) {
      faults.add(Fault.missing(name));
      return null;
    }
    List<WeeklyWindow> windows = new ArrayList<>();
    for (Object each : list) {
      Optional<WeeklyWindow> window =
          each instanceof String text ? WindowText.parse(text) : Optional.<WeeklyWindow>empty();
      if (window.isPresent()) {
        windows.add(window.get());
      } else {
        boolean crossed = each instanceof String text && WindowText.spelt(text);
        faults.add(
            Fault.of(crossed ? "people.window-crossed" : "people.window-malformed", name, each));
      }
    }
    return windows;
  }

  private @Nullable Period period(String name, String text) {
    if (!PERIOD.matcher(text).matches()) {
      faults.add(Fault.of("people.period-malformed", name, text));
      return null;
    }
    try {
      return Period.parse(text);
    } catch (DateTimeParseException e) {
      faults.add(Fault.of("people.period-malformed", name, text));
      return null;
    }
  }

  private @Nullable LocalDate date(String name, String text) {
    DayReading day = DayReading.of(name, text);
    if (day.fault() != null) {
      faults.add(day.fault());
    }
    return day.day();
  }
}
