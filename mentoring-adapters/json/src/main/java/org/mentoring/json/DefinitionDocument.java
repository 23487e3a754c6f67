package org.mentoring.json;

import java.util.List;
import java.util.Optional;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;
import org.mentoring.programme.NotHonoured;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.validation.Checked;
import org.mentoring.validation.Locations;

/**
 * A document that was read: its definition or its problems, and where its parts stand. Immutable.
 */
public final class DefinitionDocument {
  private final Checked<ProgrammeDefinition> checked;
  private final Locations locations;

  DefinitionDocument(Checked<ProgrammeDefinition> checked, Locations locations) {
    this.checked = checked;
    this.locations = locations;
  }

  /** The definition, if the document has no problems. */
  public Optional<ProgrammeDefinition> definition() {
    return checked.value();
  }

  /** All problems, by place; none if there is a definition. */
  public List<Problem> problems() {
    return checked.problems();
  }

  /** Where a part that is not acted on yet stands. */
  public Place placeOf(NotHonoured part) {
    return locations.placeOf(part.path());
  }
}
