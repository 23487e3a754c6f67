package org.mentoring.participant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoring.identity.ParticipantId;

/**
 * Two registrations that may be of one person: born on the same day, living in the same
 * municipality, and of the same name or, where a name is not kept, with a common interest, need or
 * offer. Only a person can tell; the library never merges by itself.
 *
 * @param first the lesser id
 * @param second the greater id
 */
public record LikelyDuplicate(ParticipantId first, ParticipantId second) {
  /** All likely duplicates among the dossiers, by id. */
  public static List<LikelyDuplicate> among(Collection<Dossier> dossiers) {
    Map<Home, List<Dossier>> byHome = new HashMap<>();
    for (Dossier dossier : dossiers) {
      Optional<LocalDate> born = dossier.birthDate();
      Optional<String> municipality = dossier.municipality();
      if (born.isPresent() && municipality.isPresent()) {
        byHome
            .computeIfAbsent(new Home(born.get(), municipality.get()), home -> new ArrayList<>())
            .add(dossier);
      }
    }
    List<LikelyDuplicate> found = new ArrayList<>();
    for (List<Dossier> neighbours : byHome.values()) {
      neighbours.sort(Comparator.comparing(Dossier::participant));
      for (int i = 0; i < neighbours.size(); i++) {
        for (int j = i + 1; j < neighbours.size(); j++) {
          Dossier first = neighbours.get(i);
          Dossier second = neighbours.get(j);
          if (!first.participant().equals(second.participant()) && alike(first, second)) {
            found.add(new LikelyDuplicate(first.participant(), second.participant()));
          }
        }
      }
    }
    found.sort(Comparator.comparing(LikelyDuplicate::first).thenComparing(LikelyDuplicate::second));
    return List.copyOf(found);
  }

  private static boolean alike(Dossier first, Dossier second) {
    Set<String> names = names(first);
    Set<String> otherNames = names(second);
    if (!names.isEmpty() && !otherNames.isEmpty()) {
      return names.stream().anyMatch(otherNames::contains);
    }
    Set<String> topics = topics(first);
    return topics(second).stream().anyMatch(topics::contains);
  }

  private static Set<String> names(Dossier dossier) {
    return dossier
        .current(Fact.PersonName.class)
        .map(Fact.PersonName::normalised)
        .collect(Collectors.toSet());
  }

  private static Set<String> topics(Dossier dossier) {
    Set<String> topics = new HashSet<>();
    dossier
        .current(Fact.Interest.class)
        .forEach(interest -> topics.add("interest " + interest.topic()));
    dossier.current(Fact.Need.class).forEach(need -> topics.add("need " + need.topic()));
    dossier.current(Fact.Offer.class).forEach(offer -> topics.add("offer " + offer.topic()));
    return topics;
  }

  private record Home(LocalDate born, String municipality) {}
}
