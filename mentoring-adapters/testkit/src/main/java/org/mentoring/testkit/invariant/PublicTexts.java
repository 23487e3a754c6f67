package org.mentoring.testkit.invariant;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.publication.PublicReport;
import org.mentoring.spi.Page;
import org.mentoring.spi.Stores;

/** Looks for people in what is for the public. */
final class PublicTexts {
  private static final int PAGE = 1_000;
  private static final int SHORTEST = 3;

  /** A number of fewer digits stands in any text: a key that is one tells nobody apart. */
  private static final int SHORTEST_NUMBER = 6;

  /** As days of birth are written in Russia and England; months are in the case that they have. */
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT),
          DateTimeFormatter.ofPattern("d.MM.uuuu", Locale.ROOT),
          DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag("ru")),
          DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));

  private final Mentoring mentoring;
  private final Stores stores;

  PublicTexts(Mentoring mentoring, Stores stores) {
    this.mentoring = mentoring;
    this.stores = stores;
  }

  void look(LocalDate asOf, List<String> pages, Collection<Breach> found) {
    PublicReport report = mentoring.reports().publicReport(asOf);
    // Who won an award is named with consent: the rest of the page names nobody.
    List<Set<String>> winners = new ArrayList<>();
    report.awards().awards().stream()
        .map(award -> Set.copyOf(WordsOfText.words(award.winner().text())))
        .forEach(winners::add);
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put("public report", report.toString());
    for (int i = 0; i < pages.size(); i++) {
      texts.put("page " + (i + 1), pages.get(i));
    }
    for (MatchProposal each : proposals()) {
      texts.put("figures of " + each.id(), mentoring.publicFigures(each).toString());
    }
    List<Published> published = new ArrayList<>();
    texts.forEach(
        (where, text) -> published.add(new Published(where, folded(text), new WordsOfText(text))));
    for (ParticipantKind kind : ParticipantKind.values()) {
      // What organisations are called is no secret.
      if (kind == ParticipantKind.ORGANISATION) {
        continue;
      }
      for (ParticipantId party : stores.participants().ids(kind)) {
        Marks marks = marks(party);
        for (Published each : published) {
          if (marks.exact().stream().anyMatch(mark -> stands(mark, each.text()))
              || isNamed(marks, each.words(), winners)) {
            found.add(
                new Breach(
                    Invariant.NOTHING_PERSONAL_IN_PUBLIC,
                    party.value(),
                    "stands in " + each.where()));
          }
        }
      }
    }
  }

  private List<MatchProposal> proposals() {
    List<MatchProposal> all = new ArrayList<>();
    @Nullable ProposalId after = null;
    do {
      Page<MatchProposal> page = stores.proposals().list(after, PAGE);
      page.items().stream()
          .filter(each -> each.definitionHash().equals(mentoring.definition().hash()))
          .forEach(all::add);
      String next = page.next();
      after = next == null ? null : ProposalId.of(next);
    } while (after != null);
    return all;
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private record Published(String where, String text, WordsOfText words) {}

  /** By what somebody is known: as it is written but for capitals, and names by their words. */
  private record Marks(Set<String> exact, List<Fact.PersonName> names) {}

  /** The id, keys in other systems, and the names and birth dates that were ever on record. */
  private Marks marks(ParticipantId party) {
    Set<String> exact = new TreeSet<>();
    List<Fact.PersonName> names = new ArrayList<>();
    exact.add(folded(party.value()));
    stores
        .participants()
        .find(party)
        .ifPresent(found -> found.references().forEach(each -> exact.add(folded(each.value()))));
    for (FactEntry entry : stores.participants().history(party)) {
      if (entry instanceof FactEntry.Recorded recorded) {
        if (recorded.fact() instanceof Fact.PersonName name) {
          names.add(name);
        } else if (recorded.fact() instanceof Fact.Birth birth) {
          DATES.forEach(form -> exact.add(folded(form.format(birth.date()))));
        }
      }
    }
    return new Marks(exact, names);
  }

  private static boolean isNamed(Marks marks, WordsOfText text, List<Set<String>> winners) {
    for (Fact.PersonName name : marks.names()) {
      List<String> whole = WordsOfText.words(name.given() + " " + name.family());
      List<String> family = WordsOfText.words(name.family());
      boolean tells = String.join("", family).length() >= SHORTEST;
      if ((text.holds(whole) && !isOfOne(winners, whole))
          || (tells && text.holdsCapitalised(family) && !isOfOne(winners, family))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfOne(List<Set<String>> winners, List<String> words) {
    return winners.stream().anyMatch(each -> each.containsAll(words));
  }

  private static boolean stands(String mark, String text) {
    boolean word = mark.codePoints().anyMatch(Character::isLetter);
    long digits = mark.codePoints().filter(Character::isDigit).count();
    if (word ? mark.length() < SHORTEST : digits < SHORTEST_NUMBER) {
      return false;
    }
    int at = text.indexOf(mark);
    while (at >= 0) {
      // Part of a longer word is another word.
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      int end = at + mark.length();
      boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (begins && ends) {
        return true;
      }
      at = text.indexOf(mark, at + 1);
    }
    return false;
  }
}
