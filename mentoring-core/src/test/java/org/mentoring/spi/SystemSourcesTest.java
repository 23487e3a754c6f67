package org.mentoring.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SystemSourcesTest {
  private static final int MANY = 20_000;

  private final Identifiers identifiers = SystemSources.identifiers();

  @Test
  void what_is_only_ever_added_has_ids_in_the_order_in_which_they_were_given() {
    List<Supplier<String>> added =
        List.of(
            () -> identifiers.newCommand().value(),
            () -> identifiers.newDecision().value(),
            () -> identifiers.newEvent().value(),
            () -> identifiers.newFact().value(),
            () -> identifiers.newActivity().value());

    List<String> given =
        IntStream.range(0, MANY).mapToObj(each -> added.get(each % added.size()).get()).toList();

    assertThat(given).isSorted().doesNotHaveDuplicates();
    assertThat(given).allMatch(each -> UUID.fromString(each).version() == 7);
    assertThat(given).allMatch(each -> UUID.fromString(each).variant() == 2);
  }

  @Test
  void ids_that_begin_with_the_time_begin_with_that_of_now() {
    long before = Instant.now().toEpochMilli();
    long told = UUID.fromString(identifiers.newDecision().value()).getMostSignificantBits() >>> 16;

    assertThat(told).isBetween(before, Instant.now().toEpochMilli());
  }

  @Test
  void no_id_is_given_twice_to_several_who_ask_at_once() {
    List<String> given =
        IntStream.range(0, MANY)
            .parallel()
            .mapToObj(each -> identifiers.newEvent().value())
            .toList();

    assertThat(given).doesNotHaveDuplicates();
  }

  @Test
  void the_id_of_a_person_or_of_what_concerns_one_does_not_tell_since_when_it_is_there() {
    assertThat(
            Stream.of(
                identifiers.newParticipant().value(),
                identifiers.newProposal().value(),
                identifiers.newSelectionEvent().value(),
                identifiers.newMentorship().value(),
                identifiers.newIncident().value(),
                identifiers.newWaiver().value()))
        .allMatch(each -> UUID.fromString(each).version() == 4);
  }
}
