package org.mentoring.testkit.invariant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

  private final Mentoring mentoring;
  private final Stores stores;

  PublicTexts(Mentoring mentoring, Stores stores) {
    this.mentoring = mentoring;
    this.stores = stores;
  }

  void look(LocalDate asOf, List<String> pages, Collection<Breach> found) {
    PublicReport report = mentoring.reports().publicReport(asOf);
    // Who won an award is named with consent: the rest of the page names nobody.
    Set<String> winners = new HashSet<>();
    report.awards().awards().forEach(award -> winners.add(award.winner().text()));
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put("public report", report.toString());
    for (int i = 0; i < pages.size(); i++) {
      texts.put("page " + (i + 1), pages.get(i));
    }
    for (MatchProposal each : proposals()) {
      texts.put("figures of " + each.id(), mentoring.publicFigures(each).toString());
    }
    for (ParticipantId person : stores.participants().ids(ParticipantKind.PERSON)) {
      List<String> marks = marks(person);
      texts.forEach(
          (where, text) -> {
            if (marks.stream().anyMatch(mark -> stands(mark, text, winners))) {
              found.add(
                  new Breach(
                      Invariant.NOTHING_PERSONAL_IN_PUBLIC, person.value(), "stands in " + where));
            }
          });
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

  /** The id, the names and the birth dates that were ever on record. */
  private List<String> marks(ParticipantId person) {
    List<String> marks = new ArrayList<>(List.of(person.value()));
    for (FactEntry entry : stores.participants().history(person)) {
      if (entry instanceof FactEntry.Recorded recorded) {
        if (recorded.fact() instanceof Fact.PersonName name) {
          marks.add(name.given() + " " + name.family());
          marks.add(name.family());
        } else if (recorded.fact() instanceof Fact.Birth birth) {
          marks.add(birth.date().toString());
        }
      }
    }
    return marks;
  }

  private static boolean stands(String mark, String text, Set<String> winners) {
    if (mark.length() < SHORTEST || winners.stream().anyMatch(name -> name.contains(mark))) {
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
