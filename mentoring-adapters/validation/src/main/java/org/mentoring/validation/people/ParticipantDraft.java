package org.mentoring.validation.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A participant as a form or a file tells it, unchecked. A portal can bind it to its forms and say
 * {@code @Valid}; readers of files fill it in and hand it to {@link PeopleIntake}.
 *
 * @param id opaque id, 1 to 64 of letters, digits and {@code . _ : -}
 * @param kind name of a {@link org.mentoring.participant.ParticipantKind}; absent for a person
 * @param references how the host's systems know the participant
 * @param facts at most 2,000
 */
// A draft may lack what its constraint then asks for: both annotations are meant.
@SuppressWarnings("MultipleNullnessAnnotations")
@FactsOfOnePerson
public record ParticipantDraft(
    @NotNull(message = "{people.id-missing}")
        @Pattern(regexp = ID, message = "{people.id-malformed}")
        @Nullable String id,
    @Pattern(regexp = "PERSON|FAMILY|ORGANISATION|GROUP", message = "{people.kind-unknown}")
        @Nullable String kind,
    @Size(max = 100, message = "{people.too-many}") List<@Valid ReferenceDraft> references,
    @Size(max = 2_000, message = "{people.too-many}") List<@Valid FactDraft> facts) {
  static final String ID = "[A-Za-z0-9][A-Za-z0-9._:-]{0,63}";

  /** Copies. */
  public ParticipantDraft {
    references = List.copyOf(references);
    facts = List.copyOf(facts);
  }

  /** The draft that reads as this participant. */
  public static ParticipantDraft of(ParticipantInput input) {
    return new ParticipantDraft(
        input.id().value(),
        input.kind().name(),
        input.references().stream()
            .map(each -> new ReferenceDraft(each.system(), each.value()))
            .toList(),
        input.facts().stream().map(FactDraft::of).toList());
  }

  /** Redacted: the numbers alone. */
  @Override
  public String toString() {
    return "ParticipantDraft[references=" + references.size() + ", facts=" + facts.size() + "]";
  }
}
