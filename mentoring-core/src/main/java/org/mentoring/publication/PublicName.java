package org.mentoring.publication;

import java.util.List;
import java.util.Optional;
import org.mentoring.criterion.Attribute;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.programme.Privacy;

/**
 * A name that may stand on a public page: an organisation's, or that of somebody of age who
 * consented to it. A child has none (S2-17): there is no way to make one. Immutable and
 * thread-safe.
 */
public final class PublicName implements Comparable<PublicName> {
  private final String text;

  private PublicName(String text) {
    this.text = text;
  }

  /**
   * The name under which a winner may be published on the day of the dossier.
   *
   * <ul>
   *   <li>Of an organisation: its only value of the attribute {@code organisation}.
   *   <li>Of a person: given and family name, if both the person's age is known to be 18 or more
   *       and the person's own consent to {@code PUBLICATION} stands; never if the person holds,
   *       applied for or was referred to a position of which nothing personal is published.
   * </ul>
   *
   * @param winner what is known of the winner
   * @param privacy positions of whom nothing personal is published
   * @return empty where it may not be published, or is not known
   */
  public static Optional<PublicName> of(Dossier winner, Privacy privacy) {
    return winner.kind() == ParticipantKind.ORGANISATION
        ? organisation(winner)
        : person(winner, privacy);
  }

  private static Optional<PublicName> organisation(Dossier winner) {
    List<String> names =
        winner
            .current(Fact.Trait.class)
            .filter(trait -> trait.attribute().equals(Attribute.ORGANISATION))
            .map(Fact.Trait::value)
            .distinct()
            .toList();
    return names.size() == 1 ? Optional.of(new PublicName(names.get(0))) : Optional.empty();
  }

  private static Optional<PublicName> person(Dossier winner, Privacy privacy) {
    boolean may =
        winner.kind() == ParticipantKind.PERSON
            && winner.ofAge()
            && !privacy.covers(winner)
            && consented(winner);
    List<Fact.PersonName> names = winner.current(Fact.PersonName.class).distinct().toList();
    return may && names.size() == 1
        ? Optional.of(new PublicName(names.get(0).given() + " " + names.get(0).family()))
        : Optional.empty();
  }

  private static boolean consented(Dossier winner) {
    List<org.mentoring.identity.FactId> withdrawn =
        winner.current(Fact.ConsentWithdrawal.class).map(Fact.ConsentWithdrawal::consent).toList();
    return winner.facts().stream()
        .filter(known -> known.validity().contains(winner.asOf()))
        .filter(known -> !withdrawn.contains(known.id()))
        .anyMatch(
            known ->
                known.fact() instanceof Fact.Consent consent
                    && consent.by() == Fact.ConsentGiver.SELF
                    && consent.purpose().value().equals("PUBLICATION"));
  }

  /** The name. */
  public String text() {
    return text;
  }

  @Override
  public int compareTo(PublicName other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicName that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Redacted: a name that may be published belongs on its page, and not into logs. */
  @Override
  public String toString() {
    return "PublicName[…]";
  }
}
