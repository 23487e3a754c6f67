package org.mentoring.choosing;

import java.util.Map;
import org.mentoring.choosing.ChoosingOutcome.ChosenPair;
import org.mentoring.choosing.ChoosingOutcome.StillOpen;
import org.mentoring.text.Audience;
import org.mentoring.text.Messages;
import org.mentoring.text.Value;

/**
 * Tells what came of an event. A coordinator reads which wish of each came true; a party reads
 * nothing of the other's ranking, so not whether somebody named it either; the public reads nothing
 * (S2-17). Immutable and thread-safe.
 */
public final class ChoosingRenderer {
  private final Messages messages;
  private final Audience audience;

  private ChoosingRenderer(Messages messages, Audience audience) {
    this.messages = messages;
    this.audience = audience;
  }

  /** A renderer for one language and audience. */
  public static ChoosingRenderer of(Messages messages, Audience audience) {
    return new ChoosingRenderer(messages, audience);
  }

  /** How a pair came about; empty for the public. */
  public String text(ChosenPair chosen) {
    Integer menteeRank = chosen.menteeRank();
    Integer mentorRank = chosen.mentorRank();
    if (audience == Audience.PUBLIC) {
      return "";
    } else if (menteeRank == null || mentorRank == null) {
      boolean erased = chosen.explanation().criteria().isEmpty();
      return messages.render(erased ? "choosing.pair.erased" : "choosing.pair.locked");
    } else if (audience == Audience.PARTY) {
      return messages.render("choosing.pair.party");
    }
    return messages.render(
        "choosing.pair",
        Map.of(
            "mentee", Value.of(menteeRank + 1L),
            "mentor", Value.of(mentorRank + 1L)));
  }

  /** Why somebody stays open; empty for the public. */
  public String text(StillOpen open) {
    if (audience == Audience.PUBLIC) {
      return "";
    } else if (audience == Audience.PARTY) {
      return messages.render("choosing.open.party");
    }
    return messages.render(
        "choosing.open." + open.reason(),
        Map.of("named", Value.of(open.named()), "mutual", Value.of(open.mutual())));
  }
}
