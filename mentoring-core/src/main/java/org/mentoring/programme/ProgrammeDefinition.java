package org.mentoring.programme;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.identity.Code;
import org.mentoring.text.LocalizedText;

/**
 * Everything that a programme asks, as data. Immutable and thread-safe. Two definitions with the
 * same content have the same {@link #hash()}, whatever file format they were read from.
 *
 * @param id lower case with hyphens, as {@code tyumen-2020}
 * @param version changes whenever the content does
 * @param title how people call it
 * @param source the original that it was written from; null if it has none
 * @param zone in which days begin and end
 * @param under rule packs laid over it, as {@code ru-work-with-minors@2020}
 * @param phases dated phases, by date
 * @param vocabulary codes declared beyond the built-in ones
 * @param scales ordered attributes
 * @param neighbours which values of attributes are neighbours
 * @param places where values of attributes lie
 * @param attributes further attributes that participants may have
 * @param standards selection standards
 * @param practices at least one
 * @param centre what is asked of centres; null if nothing is
 * @param targets figures to be reached
 * @param records general records that the programme keeps
 * @param activities kinds of activity that are kept on record, beyond the built-in ones
 * @param incidents documented algorithms for incidents
 * @param calendars days on which some obligations rest
 * @param waivers who may waive what; null: nobody may waive anything
 * @param retention how long data of people is kept; null: without an end
 * @param privacy what leaves for public pages
 * @param packs rule packs that lie over it, by their layers and names
 */
public record ProgrammeDefinition(
    String id,
    Version version,
    LocalizedText title,
    @Nullable String source,
    ZoneId zone,
    List<String> under,
    List<Phase> phases,
    List<VocabularyTerm> vocabulary,
    List<Scale> scales,
    @OmittedIfAbsent List<Neighbours> neighbours,
    @OmittedIfAbsent List<Places> places,
    List<Attribute> attributes,
    List<SelectionStandard> standards,
    List<Practice> practices,
    @Nullable CentreTerms centre,
    List<Target> targets,
    List<RecordTerms> records,
    @OmittedIfAbsent List<ActivityTerms> activities,
    @OmittedIfAbsent List<IncidentProcedure> incidents,
    @OmittedIfAbsent List<DayCalendar> calendars,
    @OmittedIfAbsent @Nullable WaiverTerms waivers,
    @OmittedIfAbsent @Nullable RetentionTerms retention,
    Privacy privacy,
    @OmittedIfAbsent List<RulePack> packs) {
  /**
   * Copies; refuses broken references between the parts, and packs that would loosen what it or
   * another pack asks, with {@link org.mentoring.failure.InvalidDefinition}.
   */
  public ProgrammeDefinition {
    under = List.copyOf(under);
    phases = List.copyOf(phases);
    vocabulary = List.copyOf(vocabulary);
    scales = List.copyOf(scales);
    neighbours = List.copyOf(neighbours);
    places = List.copyOf(places);
    attributes = List.copyOf(attributes);
    standards = List.copyOf(standards);
    practices = List.copyOf(practices);
    targets = List.copyOf(targets);
    records = List.copyOf(records);
    activities = List.copyOf(activities);
    incidents = List.copyOf(incidents);
    calendars = List.copyOf(calendars);
    DefinitionCheck.refuseBrokenReferences(
        new DefinitionCheck.Parts(
            id,
            vocabulary,
            new Yardsticks(scales, neighbours, places),
            attributes,
            standards,
            phases,
            practices,
            centre,
            records,
            activities,
            incidents,
            calendars,
            waivers,
            retention,
            java.util.Arrays.asList(
                phases,
                standards,
                practices,
                centre,
                targets,
                records,
                activities,
                incidents,
                waivers,
                retention)));
    packs = packs.stream().distinct().sorted().toList();
    if (!packs.isEmpty()) {
      Weaving.refuseMisfits(
          new ProgrammeDefinition(
              id,
              version,
              title,
              source,
              zone,
              under,
              phases,
              vocabulary,
              scales,
              neighbours,
              places,
              attributes,
              standards,
              practices,
              centre,
              targets,
              records,
              activities,
              incidents,
              calendars,
              waivers,
              retention,
              privacy),
          packs);
    }
  }

  /** A definition without packs over it. */
  public ProgrammeDefinition(
      String id,
      Version version,
      LocalizedText title,
      @Nullable String source,
      ZoneId zone,
      List<String> under,
      List<Phase> phases,
      List<VocabularyTerm> vocabulary,
      List<Scale> scales,
      List<Neighbours> neighbours,
      List<Places> places,
      List<Attribute> attributes,
      List<SelectionStandard> standards,
      List<Practice> practices,
      @Nullable CentreTerms centre,
      List<Target> targets,
      List<RecordTerms> records,
      List<ActivityTerms> activities,
      List<IncidentProcedure> incidents,
      List<DayCalendar> calendars,
      @Nullable WaiverTerms waivers,
      @Nullable RetentionTerms retention,
      Privacy privacy) {
    this(
        id,
        version,
        title,
        source,
        zone,
        under,
        phases,
        vocabulary,
        scales,
        neighbours,
        places,
        attributes,
        standards,
        practices,
        centre,
        targets,
        records,
        activities,
        incidents,
        calendars,
        waivers,
        retention,
        privacy,
        List.of());
  }

  /** A definition that keeps data of people without an end. */
  public ProgrammeDefinition(
      String id,
      Version version,
      LocalizedText title,
      @Nullable String source,
      ZoneId zone,
      List<String> under,
      List<Phase> phases,
      List<VocabularyTerm> vocabulary,
      List<Scale> scales,
      List<Neighbours> neighbours,
      List<Places> places,
      List<Attribute> attributes,
      List<SelectionStandard> standards,
      List<Practice> practices,
      @Nullable CentreTerms centre,
      List<Target> targets,
      List<RecordTerms> records,
      List<ActivityTerms> activities,
      List<IncidentProcedure> incidents,
      List<DayCalendar> calendars,
      @Nullable WaiverTerms waivers,
      Privacy privacy) {
    this(
        id,
        version,
        title,
        source,
        zone,
        under,
        phases,
        vocabulary,
        scales,
        neighbours,
        places,
        attributes,
        standards,
        practices,
        centre,
        targets,
        records,
        activities,
        incidents,
        calendars,
        waivers,
        null,
        privacy);
  }

  /** A definition that says nothing about activities, incidents, calendars and waivers. */
  public ProgrammeDefinition(
      String id,
      Version version,
      LocalizedText title,
      @Nullable String source,
      ZoneId zone,
      List<String> under,
      List<Phase> phases,
      List<VocabularyTerm> vocabulary,
      List<Scale> scales,
      List<Neighbours> neighbours,
      List<Places> places,
      List<Attribute> attributes,
      List<SelectionStandard> standards,
      List<Practice> practices,
      @Nullable CentreTerms centre,
      List<Target> targets,
      List<RecordTerms> records,
      Privacy privacy) {
    this(
        id,
        version,
        title,
        source,
        zone,
        under,
        phases,
        vocabulary,
        scales,
        neighbours,
        places,
        attributes,
        standards,
        practices,
        centre,
        targets,
        records,
        List.of(),
        List.of(),
        List.of(),
        null,
        privacy);
  }

  /**
   * The same definition with further packs over it; one that lies over it already stays as it is.
   *
   * @throws org.mentoring.failure.InvalidDefinition if a pack would loosen what it or another pack
   *     asks, or does not fit it
   */
  public ProgrammeDefinition withPacks(Collection<RulePack> further) {
    List<RulePack> all = new ArrayList<>(packs);
    all.addAll(further);
    return over(all);
  }

  /** The same definition without any pack over it. */
  public ProgrammeDefinition withoutPacks() {
    return packs.isEmpty() ? this : over(List.of());
  }

  private ProgrammeDefinition over(List<RulePack> all) {
    return new ProgrammeDefinition(
        id,
        version,
        title,
        source,
        zone,
        under,
        phases,
        vocabulary,
        scales,
        neighbours,
        places,
        attributes,
        standards,
        practices,
        centre,
        targets,
        records,
        activities,
        incidents,
        calendars,
        waivers,
        retention,
        privacy,
        all);
  }

  /**
   * What is asked on a day: this definition, and woven into it the rules of its packs that are in
   * force. Its hash is another one; whatever is decided by it names the hash of this.
   */
  public ProgrammeDefinition on(LocalDate day) {
    return packs.isEmpty() ? this : Weaving.of(withoutPacks(), Weaving.inForce(packs, day));
  }

  /**
   * The rules of its packs that are in force on a day, as {@code eepm-4@1.0.0/agreement}, by layers
   * and names.
   */
  public List<String> rulesOn(LocalDate day) {
    return Weaving.inForce(packs, day).stream()
        .map(each -> each.pack().name() + "/" + each.rule().code())
        .toList();
  }

  ProgrammeDefinition woven(
      List<VocabularyTerm> words,
      List<Practice> asked,
      @Nullable CentreTerms ofCentres,
      @Nullable WaiverTerms bounds) {
    return new ProgrammeDefinition(
        id,
        version,
        title,
        source,
        zone,
        under,
        phases,
        words,
        scales,
        neighbours,
        places,
        attributes,
        standards,
        asked,
        ofCentres,
        targets,
        records,
        activities,
        incidents,
        calendars,
        bounds,
        retention,
        privacy);
  }

  /**
   * The codes that the definition names itself: its vocabulary, its kinds of activity, and what the
   * packs over it declare besides.
   */
  public List<VocabularyTerm> words() {
    List<VocabularyTerm> own =
        Stream.concat(
                vocabulary.stream(),
                activities.stream().map(terms -> new VocabularyTerm(terms.kind(), terms.title())))
            .toList();
    if (packs.isEmpty()) {
      return own;
    }
    SortedMap<Code, VocabularyTerm> further = new TreeMap<>();
    packs.forEach(
        pack -> pack.vocabulary().forEach(term -> further.putIfAbsent(term.code(), term)));
    own.forEach(term -> further.remove(term.code()));
    return Stream.concat(own.stream(), further.values().stream()).toList();
  }

  /** What the programme says of a kind of activity, if it says anything. */
  public Optional<ActivityTerms> activity(Code kind) {
    return activities.stream().filter(terms -> terms.kind().equals(kind)).findFirst();
  }

  /** The practice with this id, if there is one. */
  public Optional<Practice> practice(String practiceId) {
    return practices.stream().filter(practice -> practice.id().equals(practiceId)).findFirst();
  }

  /** The standard with this id, if there is one. */
  public Optional<SelectionStandard> standard(String standardId) {
    return standards.stream().filter(standard -> standard.id().equals(standardId)).findFirst();
  }

  /** What criteria compare values of attributes by. */
  public Yardsticks yardsticks() {
    return new Yardsticks(scales, neighbours, places);
  }

  /**
   * The values that attributes may have, as {@code trait} requirements restrict them: what at least
   * one of them allows. An attribute that is not there may have any.
   */
  public SortedMap<Attribute, SortedSet<String>> allowedValues() {
    return AllowedValues.of(practices);
  }

  /** SHA-256 over the canonical form of the content, 64 hexadecimal digits. */
  public String hash() {
    return CanonicalForm.sha256(this);
  }

  @Override
  public String toString() {
    return "ProgrammeDefinition[" + id + "@" + version + "]";
  }
}
