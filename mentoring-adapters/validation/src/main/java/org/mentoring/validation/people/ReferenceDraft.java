package org.mentoring.validation.people;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An external reference as a form or a file tells it, unchecked.
 *
 * @param system short name of the host's system, spelt as an id
 * @param value the key there, 1 to 200 characters
 */
// A draft may lack what its constraint then asks for: both annotations are meant.
@SuppressWarnings("MultipleNullnessAnnotations")
public record ReferenceDraft(
    @NotNull(message = "{people.reference-malformed}")
        @Pattern(regexp = ParticipantDraft.ID, message = "{people.reference-malformed}")
        @Nullable String system,
    @NotNull(message = "{people.reference-malformed}")
        @Pattern(
            regexp = "(?U)(?=.*\\S)[^\\p{Cntrl}]{1,200}",
            message = "{people.reference-malformed}")
        @Nullable String value) {
  /** Redacted. */
  @Override
  public String toString() {
    return "ReferenceDraft[…]";
  }
}
