package org.mentoring.validation.people;

import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.InvalidInput;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;
import org.mentoring.identity.Code;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.text.Spelling;
import org.mentoring.text.Vocabulary;
import org.mentoring.validation.DraftValidator;

/**
 * Checks drafts of people and makes them ready for core. Everything that is wrong with a person is
 * told at once, with its place and without its value; who has no fault is accepted, whatever is
 * wrong with the others. Where one id or one external reference stands at two people, both are left
 * out: nobody can tell which one is meant. Immutable and thread-safe.
 */
public final class PeopleIntake {
  private final Expectations expectations;

  private PeopleIntake(Expectations expectations) {
    this.expectations = expectations;
  }

  /** An intake that expects this. */
  public static PeopleIntake with(Expectations expectations) {
    return new PeopleIntake(expectations);
  }

  /** Checks all drafts of one source. */
  public PeopleImport take(List<LocatedDraft> drafts) {
    Set<Integer> alike = new HashSet<>();
    List<Problem> problems = new ArrayList<>(alike(drafts, alike));
    List<ParticipantInput> accepted = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      LocatedDraft draft = drafts.get(i);
      List<Problem> own = new ArrayList<>(draft.problems());
      List<@Nullable FactInput> facts = FactReading.keeping(() -> read(draft, own));
      if (own.isEmpty() && !alike.contains(i)) {
        accepted.add(input(draft, facts));
      }
      problems.addAll(own);
    }
    return new PeopleImport(accepted, problems, drafts.size());
  }

  private List<@Nullable FactInput> read(LocatedDraft draft, List<Problem> own) {
    for (ConstraintViolation<ParticipantDraft> violation :
        Opened.VALIDATOR.violations(draft.draft())) {
      if (!draft.told().contains(violation.getPropertyPath().toString())) {
        own.add(problem(violation, draft));
      }
    }
    List<@Nullable FactInput> facts = new ArrayList<>();
    draft.draft().facts().forEach(each -> facts.add(FactReading.of(each).input()));
    unexpected(facts, draft, own);
    return facts;
  }

  /**
   * What is wrong with a day that a reader applies to several facts, so that it is told once and
   * where it stands.
   *
   * @param text as {@code 2020-09-01}
   * @param place where it stands
   */
  public static Optional<Problem> faultOfDay(String text, Place place) {
    return Optional.ofNullable(DayReading.of("", text).fault())
        .map(fault -> new Problem(fault.code(), place, fault.parameters()));
  }

  /**
   * Refuses people whom a reader would not read again as they are, so that writers of files never
   * drop or change anything in silence.
   *
   * @throws InvalidInput with the place and, where it is told, the fault of each of them
   */
  public static void requireReadable(Collection<ParticipantInput> people) {
    List<Problem> problems = new ArrayList<>();
    List<ParticipantInput> written = new ArrayList<>();
    List<LocatedDraft> drafts = new ArrayList<>();
    for (ParticipantInput person : people) {
      List<String> strange =
          person.facts().stream()
              .map(input -> input.fact().kind())
              .filter(kind -> FactShape.of(kind).isEmpty())
              .toList();
      strange.forEach(
          kind ->
              problems.add(
                  new Problem("people.not-for-files", person.place(), Map.of("kind", kind))));
      if (strange.isEmpty()) {
        written.add(person);
        drafts.add(LocatedDraft.of(ParticipantDraft.of(person), person.place()));
      }
    }
    PeopleImport again = with(Expectations.none()).take(drafts);
    problems.addAll(again.problems());
    if (again.problems().isEmpty()) {
      for (int i = 0; i < written.size(); i++) {
        if (!written.get(i).equals(again.accepted().get(i))) {
          problems.add(Problem.of("people.not-writable", written.get(i).place()));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
  }

  private static ParticipantInput input(LocatedDraft located, List<@Nullable FactInput> read) {
    ParticipantDraft draft = located.draft();
    List<FactInput> facts = new ArrayList<>();
    for (FactInput fact : read) {
      if (fact == null) {
        throw new IllegalStateException("a fact without faults was not read");
      }
      facts.add(fact);
    }
    SortedSet<ExternalReference> references = new TreeSet<>();
    for (ReferenceDraft reference : draft.references()) {
      references.add(
          new ExternalReference(present(reference.system()), present(reference.value())));
    }
    String kind = draft.kind();
    return new ParticipantInput(
        ParticipantId.of(present(draft.id())),
        kind == null ? ParticipantKind.PERSON : ParticipantKind.valueOf(kind),
        references,
        facts,
        located.place());
  }

  private static String present(@Nullable String checked) {
    if (checked == null) {
      throw new IllegalStateException("a value that was found present is absent");
    }
    return checked;
  }

  private static Problem problem(
      ConstraintViolation<ParticipantDraft> violation, LocatedDraft draft) {
    String template = violation.getMessageTemplate();
    String code = template.substring(1, template.length() - 1);
    Fault fault = payload(violation.unwrap(HibernateConstraintViolation.class));
    Place place = draft.places().apply(violation.getPropertyPath().toString());
    return new Problem(
        code,
        place,
        fault == null
            ? Map.of("found", ValueShape.of(violation.getInvalidValue()))
            : fault.parameters());
  }

  private static @Nullable Fault payload(HibernateConstraintViolation<?> violation) {
    return violation.getDynamicPayload(Fault.class);
  }

  private void unexpected(
      List<@Nullable FactInput> facts, LocatedDraft draft, List<Problem> problems) {
    for (int i = 0; i < facts.size(); i++) {
      FactInput input = facts.get(i);
      if (input == null) {
        continue;
      }
      Place place = draft.places().apply("facts[" + i + "]");
      SortedSet<Code> codes = expectations.codes();
      if (codes != null) {
        CanonicalForm.visit(
            input.fact(), Code.class, code -> unknownCode(code, codes, place, problems));
      }
      if (input.fact() instanceof Fact.Trait trait) {
        unknownValue(trait.attribute(), trait.value(), place, problems);
      }
      if (input.fact() instanceof Fact.Wish wish) {
        unknownValue(wish.attribute(), wish.value(), place, problems);
      }
      if (expectations.bornBy() != null
          && input.fact() instanceof Fact.Birth birth
          && birth.date().isAfter(expectations.bornBy())) {
        // The same wrong birth date makes facts lie before it.
        problems.removeIf(problem -> problem.code().startsWith("people.before-birth"));
        problems.add(
            new Problem(
                "people.born-later",
                place,
                Map.of("found", "shape:DATE", "allowed", "" + expectations.bornBy())));
      }
    }
  }

  private static void unknownCode(
      Code code, SortedSet<Code> declared, Place place, List<Problem> problems) {
    if (!declared.contains(code) && !Vocabulary.isBuiltIn(code)) {
      String alike = Vocabulary.nearest(code, declared);
      problems.add(
          new Problem(
              "people.code-unknown",
              place,
              Map.of("found", ValueShape.of(code.value()), "maybe", alike)));
    }
  }

  private void unknownValue(
      Attribute attribute, String value, Place place, List<Problem> problems) {
    SortedSet<Attribute> attributes = expectations.attributes();
    if (attributes != null) {
      unknownAttribute(attribute, attributes, place, problems);
    }
    SortedSet<String> allowed = expectations.traits().get(attribute);
    if (allowed != null && !allowed.contains(value)) {
      problems.add(
          new Problem(
              "people.trait-unknown",
              place,
              Map.of(
                  "attribute", attribute.name(),
                  "found", ValueShape.of(value),
                  "maybe", String.join(", ", Spelling.alike(value, allowed, 3)))));
    }
  }

  private static void unknownAttribute(
      Attribute attribute, SortedSet<Attribute> declared, Place place, List<Problem> problems) {
    if (!declared.contains(attribute) && !Attribute.BUILT_IN.contains(attribute)) {
      SortedSet<Attribute> known = new TreeSet<>(declared);
      known.addAll(Attribute.BUILT_IN);
      problems.add(
          new Problem(
              "people.attribute-unknown",
              place,
              Map.of(
                  "found", ValueShape.of(attribute.name()),
                  "allowed",
                      known.stream().map(Attribute::name).collect(Collectors.joining(", ")))));
    }
  }

  /** What is the same at several people; who they are goes into {@code alike}. */
  private static List<Problem> alike(List<LocatedDraft> drafts, Set<Integer> alike) {
    Map<String, List<Integer>> ids = new LinkedHashMap<>();
    Map<ReferenceDraft, Set<Integer>> references = new HashMap<>();
    for (int i = 0; i < drafts.size(); i++) {
      ParticipantDraft draft = drafts.get(i).draft();
      if (draft.id() != null && !draft.id().isBlank()) {
        ids.computeIfAbsent(draft.id(), id -> new ArrayList<>()).add(i);
      }
      for (ReferenceDraft reference : draft.references()) {
        if (reference.system() != null && reference.value() != null) {
          references.computeIfAbsent(reference, each -> new TreeSet<>()).add(i);
        }
      }
    }
    List<Problem> problems = new ArrayList<>();
    ids.values()
        .forEach(
            where ->
                tellAlike("people.id-twice", "id", drafts, List.copyOf(where), alike, problems));
    references
        .values()
        .forEach(
            where ->
                tellAlike(
                    "people.reference-twice",
                    "references",
                    drafts,
                    List.copyOf(where),
                    alike,
                    problems));
    return problems;
  }

  private static void tellAlike(
      String code,
      String path,
      List<LocatedDraft> drafts,
      List<Integer> where,
      Set<Integer> alike,
      List<Problem> all) {
    if (where.size() < 2) {
      return;
    }
    for (int i : where) {
      alike.add(i);
      String others =
          where.stream()
              .filter(other -> other != i)
              .map(other -> Integer.toString(drafts.get(other).place().line()))
              .collect(Collectors.joining(", "));
      all.add(new Problem(code, drafts.get(i).places().apply(path), Map.of("others", others)));
    }
  }

  /** Opened with the first person and kept: opening takes longer than checking thousands. */
  private static final class Opened {
    static final DraftValidator VALIDATOR = DraftValidator.open();
  }
}
