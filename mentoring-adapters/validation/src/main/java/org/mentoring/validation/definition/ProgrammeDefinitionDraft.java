package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.validation.constraint.AttributeText;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.PackText;
import org.mentoring.validation.constraint.PartId;
import org.mentoring.validation.constraint.Required;
import org.mentoring.validation.constraint.VersionText;

/** A draft of a {@link ProgrammeDefinition}. */
@Becomes(ProgrammeDefinition.class)
public record ProgrammeDefinitionDraft(
    @Required @PartId @Nullable String id,
    @Required @VersionText @Nullable String version,
    @Required @Valid @Nullable TextDraft title,
    @Size(max = 200) @Nullable String source,
    @Required @Nullable String zone,
    @Nullable List<@PackText String> under,
    @Nullable List<@Valid PhaseDraft> phases,
    @Nullable List<@Valid VocabularyDraft> vocabulary,
    @Nullable List<@Valid ScaleDraft> scales,
    @Nullable List<@Valid NeighboursDraft> neighbours,
    @Nullable List<@Valid PlacesDraft> places,
    @Nullable List<@AttributeText String> attributes,
    @Nullable List<@Valid StandardDraft> standards,
    @Required @NotEmpty @Nullable List<@Valid PracticeDraft> practices,
    @Valid @Nullable CentreDraft centre,
    @Nullable List<@Valid TargetDraft> targets,
    @Nullable List<@Valid RecordDraft> records,
    @Nullable List<@Valid ActivityDraft> activities,
    @Nullable List<@Valid IncidentDraft> incidents,
    @Nullable List<@Valid CalendarDraft> calendars,
    @Valid @Nullable WaiverDraft waivers,
    @Valid @Nullable RetentionDraft retention,
    @Required @Valid @Nullable PrivacyDraft privacy,
    @Nullable List<@Valid RulePackDraft> packs) {}
