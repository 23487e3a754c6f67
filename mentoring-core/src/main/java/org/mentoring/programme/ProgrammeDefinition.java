package org.mentoring.programme;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.digest.OmittedIfAbsent;
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
    Privacy privacy) {
  /**
   * Copies; refuses broken references between the parts with {@link
   * org.mentoring.failure.InvalidDefinition}.
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

  /** The codes that the definition names itself: its vocabulary and its kinds of activity. */
  public List<VocabularyTerm> words() {
    return Stream.concat(
            vocabulary.stream(),
            activities.stream().map(terms -> new VocabularyTerm(terms.kind(), terms.title())))
        .toList();
  }

  /** What the programme says of a kind of activity, if it says anything. */
  public Optional<ActivityTerms> activity(org.mentoring.identity.Code kind) {
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
