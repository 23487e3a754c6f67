package org.mentoring.rules.completion;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.WaiverTerms;
import org.mentoring.rules.completion.ClosingFact.What;
import org.mentoring.rules.internal.RulesSession;
import org.mentoring.spi.CompletionCase;

/** Puts the question whether a mentorship is complete before the rules. */
public final class ClosingFacts {
  private ClosingFacts() {}

  /** What is missing, sorted. */
  public static List<Finding> missing(RulesSession session, CompletionCase question) {
    CompletionTerms terms = question.practice().completion();
    if (terms == null) {
      // Silence of the definition is no consent to close whatever is there.
      return List.of(
          Finding.of(
              "completion.no-terms",
              "completion",
              question.practice().citation(),
              Effect.ASKS_REVIEW));
    }
    return session.run(of(question, terms), Finding.class).stream().distinct().sorted().toList();
  }

  private static List<Object> of(CompletionCase question, CompletionTerms terms) {
    Particulars mentorship = question.mentorship();
    Closure closure = mentorship.closure();
    boolean closed = closure != null && !closure.on().isAfter(question.asOf());
    LocalDate day = closure != null && closed ? closure.on() : question.asOf();
    LocalDate started = mentorship.startedOn();
    boolean early = closure != null && closed && closure.kind() != Closure.Kind.COMPLETED;
    List<Object> facts = new ArrayList<>();
    facts.add(
        new ClosingFact.Run(
            day,
            mentorship.stateOn(day).orElse(MentorshipState.PROPOSED),
            started == null ? LocalDate.MAX : started,
            mentorship.daysRun(day),
            early,
            closure != null && closure.asCompleted(),
            terms.citation()));
    List<ClosingFact.Asked> asked = asked(question, terms, day);
    facts.addAll(asked);
    Set<Code> kinds = asked.stream().map(ClosingFact.Asked::kind).collect(Collectors.toSet());
    for (Activity activity : question.activities()) {
      // Most of what happened, as reports, is not asked for and would only make the rules slow.
      if (!kinds.contains(activity.kind())) {
        continue;
      }
      SortedSet<ParticipantId> reached = Reached.by(activity, mentorship);
      if (!reached.isEmpty()) {
        facts.add(
            new ClosingFact.Done(
                activity.kind(), activity.on(), party(activity.happened()), reached));
      }
    }
    question.incidents().stream()
        .filter(incident -> !incident.on().isAfter(day))
        .filter(incident -> incident.closedOn() == null || incident.closedOn().isAfter(day))
        .forEach(incident -> facts.add(new ClosingFact.OpenIncident(incident.id())));
    WaiverTerms waivers = question.definition().waivers();
    question.waivers().stream()
        .filter(waiver -> waivers != null && waivers.authorities().contains(waiver.authority()))
        .filter(waiver -> mentorship.id().equals(waiver.mentorship()))
        .forEach(
            waiver ->
                facts.add(
                    new ClosingFact.Waived(
                        waiver.requirement(), waiver.authority(), waiver.until())));
    return facts;
  }

  private static List<ClosingFact.Asked> asked(
      CompletionCase question, CompletionTerms terms, LocalDate day) {
    List<ClosingFact.Asked> asked = new ArrayList<>();
    for (Code kind : terms.requires()) {
      for (ParticipantId mentee : question.mentorship().mentees()) {
        asked.add(asked(question, terms, What.ACTIVITY, kind, null, mentee, 0));
      }
    }
    for (Code party : terms.jointBy()) {
      for (ParticipantId mentee : givers(question.mentorship(), party)) {
        asked.add(asked(question, terms, What.PART, CompletionTerms.SUMMING_UP, party, mentee, 0));
      }
    }
    for (Code party : terms.exitInterviews()) {
      for (ParticipantId mentee : givers(question.mentorship(), party)) {
        asked.add(
            asked(
                question,
                terms,
                What.EXIT_INTERVIEW,
                CompletionTerms.EXIT_INTERVIEW,
                party,
                mentee,
                0));
      }
    }
    for (Code kind : terms.answered()) {
      for (ParticipantId mentee : question.mentorship().mentees()) {
        open(question, kind, mentee, day)
            .forEach(
                (item, open) ->
                    asked.add(answer(question, terms, kind, mentee, item, Math.max(0, open))));
      }
    }
    if (terms.atLeast() != null) {
      LocalDate from = question.mentorship().startedOn();
      LocalDate counted = from == null ? question.asOf() : from;
      long days = ChronoUnit.DAYS.between(counted, counted.plus(terms.atLeast()));
      asked.add(asked(question, terms, What.LENGTH, CompletionTerms.LENGTH, null, null, days));
    }
    question.definition().phases().stream()
        .filter(phase -> phase.id().equals(terms.afterPhase()))
        .map(phase -> phase.when().until())
        .filter(Objects::nonNull)
        .map(over -> ChronoUnit.DAYS.between(day, over))
        .forEach(
            days ->
                asked.add(
                    asked(question, terms, What.PHASE, CompletionTerms.PHASE, null, null, days)));
    return asked;
  }

  /**
   * How many of a kind about a mentee are not answered, by item; with no item where none is. What
   * was asked and answered before this mentorship began was for an earlier one.
   */
  private static SortedMap<String, Long> open(
      CompletionCase question, Code kind, ParticipantId mentee, LocalDate day) {
    Set<Code> answers =
        question.definition().activities().stream()
            .filter(terms -> kind.equals(terms.answers()))
            .map(ActivityTerms::kind)
            .collect(Collectors.toSet());
    LocalDate started = question.mentorship().startedOn();
    SortedMap<String, Long> atStart = new TreeMap<>();
    SortedMap<String, Long> open = new TreeMap<>();
    boolean any = false;
    for (Activity activity : question.activities()) {
      boolean asked = activity.kind().equals(kind);
      if ((asked || answers.contains(activity.kind()))
          && !activity.on().isAfter(day)
          && activity.about().equals(About.participant(mentee))) {
        String item = item(activity.happened());
        long more = asked ? 1 : -1;
        if (started == null || !activity.on().isBefore(started)) {
          any |= asked;
        } else {
          atStart.merge(item, more, Long::sum);
        }
        open.merge(item, more, Long::sum);
      }
    }
    if (!any && atStart.values().stream().noneMatch(count -> count > 0)) {
      return new TreeMap<>(Map.of("", 0L));
    }
    open.values().removeIf(count -> count <= 0);
    return open;
  }

  private static String item(Happened happened) {
    String item =
        happened instanceof Happened.Entry entry
            ? entry.item()
            : happened instanceof Happened.EventHeld event ? event.item() : null;
    return item == null ? "" : item;
  }

  private static ClosingFact.Asked answer(
      CompletionCase question,
      CompletionTerms terms,
      Code kind,
      ParticipantId mentee,
      String item,
      long open) {
    ClosingFact.Asked plain = asked(question, terms, What.ANSWER, kind, null, mentee, open);
    return item.isEmpty()
        ? plain
        : new ClosingFact.Asked(
            plain.what(),
            plain.item() + "." + item,
            kind,
            null,
            mentee,
            open,
            plain.waivable(),
            plain.citation());
  }

  /** Each mentee gives its own part, and each mentee's guardian; of others one part is enough. */
  private static List<@Nullable ParticipantId> givers(Particulars mentorship, Code party) {
    return CompletionTerms.isOfMentee(party)
        ? new ArrayList<>(mentorship.mentees())
        : Collections.singletonList(null);
  }

  private static ClosingFact.Asked asked(
      CompletionCase question,
      CompletionTerms terms,
      What what,
      Code kind,
      @Nullable Code party,
      @Nullable ParticipantId mentee,
      long days) {
    WaiverTerms waivers = question.definition().waivers();
    String item = CompletionTerms.item(kind, party);
    boolean waivable =
        waivers != null
            && waivers.mayBeWaived(item)
            && waivers.mayBeWaived(kind.value())
            && (party == null || waivers.mayBeWaived(party.value()));
    return new ClosingFact.Asked(
        what, item, kind, party, mentee, days, waivable, terms.citationOf(item));
  }

  private static @Nullable Code party(Happened happened) {
    return happened instanceof Happened.PartGiven part ? part.party() : null;
  }
}
