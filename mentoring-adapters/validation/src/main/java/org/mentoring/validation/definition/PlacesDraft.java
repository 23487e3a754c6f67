package org.mentoring.validation.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.Places;
import org.mentoring.validation.constraint.AttributeText;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.CitationText;
import org.mentoring.validation.constraint.FilledText;
import org.mentoring.validation.constraint.Required;

/** A draft of {@link Places}. */
@Becomes(Places.class)
public record PlacesDraft(
    @Required @AttributeText @Nullable String attribute,
    @Required @NotEmpty @Nullable List<@Valid Point> points,
    @Required @CitationText @Nullable String cite) {
  /** Where one value lies, in degrees. */
  @Becomes(Places.Point.class)
  public record Point(
      @Required @FilledText @Size(max = 200) @Nullable String value,
      @Required @Min(-90) @Max(90) @Nullable BigDecimal latitude,
      @Required @Min(-180) @Max(180) @Nullable BigDecimal longitude) {}
}
