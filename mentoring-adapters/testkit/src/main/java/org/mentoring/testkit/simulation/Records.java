package org.mentoring.testkit.simulation;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.ActivityTerms.Shape;
import org.mentoring.programme.RecordTerms;

/** Puts on record what people did, in the shape that the definition gives to its kind. */
final class Records {
  private static final Note NOTE = Note.of("simulated");
  private static final int MINUTES = 90;

  private final Life life;
  private final SimulatedCentres centres;

  /** How many of a kind were recorded about the same, for records whose items follow each other. */
  private final Map<List<Object>, Integer> items = new HashMap<>();

  Records(Life life, SimulatedCentres centres) {
    this.life = life;
    this.centres = centres;
  }

  /**
   * What a record is about and who came.
   *
   * @param pair the pair; null where it is the centre's
   * @param centre the centre that runs it
   * @param came who came, where it is an event
   * @param party whose part it is, where it is one, or with whom a check-in is
   * @param month for which a plan is
   * @param item up to which item of an ordered record; null: one
   */
  record Matter(
      @Nullable Pair pair,
      ParticipantId centre,
      SortedSet<ParticipantId> came,
      @Nullable Code party,
      @Nullable YearMonth month,
      @Nullable String item) {
    static Matter of(Pair pair) {
      SortedSet<ParticipantId> both = new TreeSet<>(List.of(pair.mentee().id()));
      both.add(pair.mentor().id());
      return new Matter(pair, pair.centre(), both, null, null, null);
    }

    static Matter of(ParticipantId centre, Collection<ParticipantId> came) {
      return new Matter(null, centre, new TreeSet<>(came), null, null, null);
    }

    Matter part(@Nullable Code of) {
      return new Matter(pair, centre, came, of, month, item);
    }

    Matter month(YearMonth of) {
      return new Matter(pair, centre, came, party, of, item);
    }

    Matter upTo(@Nullable String of) {
      return new Matter(pair, centre, came, party, month, of);
    }
  }

  /** Whether the definition knows the kind. */
  boolean knows(Code kind) {
    return life.scenario().definition().activity(kind).isPresent();
  }

  /** The first kind of a shape that is about mentorships and that staff or parties record. */
  Optional<Code> kindOf(Shape shape) {
    return life.scenario().definition().activities().stream()
        .filter(terms -> terms.shape() == shape)
        .filter(terms -> terms.about() == ActivityTerms.About.MENTORSHIP)
        .map(ActivityTerms::kind)
        .findFirst();
  }

  /** Records one of a kind; a kind that the definition does not declare is refused by it. */
  void record(Code kind, @Nullable Code by, Matter matter) {
    ActivityTerms terms = life.scenario().definition().activity(kind).orElse(null);
    if (terms == null) {
      put(Staff.of(Staff.COORDINATOR, matter.centre()), kind, about(null, matter), report(), null);
      return;
    }
    Actor actor = actor(terms, by, matter);
    About about = about(terms, matter);
    Note note = terms.note() == null ? null : NOTE;
    String last = matter.item();
    String item = item(terms, about);
    put(actor, kind, about, happened(terms, matter, item), note);
    while (last != null && item != null && !item.equals(last)) {
      item = item(terms, about);
      put(actor, kind, about, happened(terms, matter, item), note);
    }
  }

  /** What it rests on first, then it, then what answers it. */
  void recordAnswered(Code kind, Matter matter) {
    ActivityTerms terms = life.scenario().definition().activity(kind).orElse(null);
    if (terms == null) {
      return;
    }
    terms.restsOn().forEach(before -> record(before, null, matter));
    record(kind, null, matter);
    life.scenario().definition().activities().stream()
        .filter(each -> kind.equals(each.answers()) && each.note() == null)
        .findFirst()
        .ifPresent(
            answer -> {
              items.remove(List.of(answer.kind(), about(answer, matter)));
              record(answer.kind(), null, matter);
            });
  }

  private void put(Actor by, Code kind, About about, Happened happened, @Nullable Note note) {
    life.tried(life.mentoring().activities().record(by, kind, about, life.today(), happened, note));
  }

  /** Whoever owes it, if it may record it; else the first office that may, else a party. */
  private static Actor actor(ActivityTerms terms, @Nullable Code owing, Matter matter) {
    Code capacity = Staff.COORDINATOR;
    if (!terms.by().isEmpty()) {
      capacity =
          owing != null && terms.by().contains(owing)
              ? owing
              : terms.by().stream()
                  .filter(each -> !Staff.isParty(each))
                  .findFirst()
                  .orElse(terms.by().first());
    }
    Pair pair = matter.pair();
    return pair != null && Staff.isParty(capacity)
        ? Staff.party(capacity, pair)
        : Staff.of(capacity, matter.centre());
  }

  private static About about(@Nullable ActivityTerms terms, Matter matter) {
    Pair pair = matter.pair();
    ActivityTerms.About about = terms == null ? ActivityTerms.About.MENTORSHIP : terms.about();
    return switch (about) {
      case PROGRAMME -> About.programme();
      case MENTORSHIP ->
          pair == null ? About.participant(matter.centre()) : About.mentorship(pair.id());
      // What happens at a centre is the centre's, what somebody does is the mentee's.
      case PARTICIPANT ->
          About.participant(
              pair == null || (terms != null && terms.shape() == Shape.EVENT)
                  ? matter.centre()
                  : pair.mentee().id());
    };
  }

  private Happened happened(ActivityTerms terms, Matter matter, @Nullable String item) {
    Fact.Mode asked = terms.mode();
    Fact.Mode mode = asked == null ? Fact.Mode.IN_PERSON : asked;
    Code party = matter.party();
    return switch (terms.shape()) {
      case MONTHLY_PLAN -> plan(matter);
      case REPORT -> report();
      case MEETING -> Happened.Meeting.held(mode, MINUTES);
      case CHECK_IN ->
          new Happened.CheckIn(
              new TreeSet<>(List.of(party == null ? Code.of("MENTEE") : party)),
              new TreeSet<>(),
              false);
      case EVENT -> {
        SortedSet<ParticipantId> with = new TreeSet<>();
        ParticipantId neighbour = centres.neighbour(matter.centre());
        if (terms.joint() && neighbour != null) {
          with.add(neighbour);
        }
        yield new Happened.EventHeld(mode, matter.came(), with, item);
      }
      case SERVICE_REFERRAL -> new Happened.ServiceReferral(centres.partner(matter.centre()));
      case PART -> new Happened.PartGiven(party == null ? Code.of("MENTEE") : party);
      case ENTRY -> new Happened.Entry(item, new TreeSet<>(), 1);
    };
  }

  private static Happened report() {
    return new Happened.MentorReport(NOTE, null, null);
  }

  private Happened plan(Matter matter) {
    YearMonth month = matter.month();
    Code event =
        life.scenario().definition().activities().stream()
            .filter(terms -> terms.shape() == Shape.EVENT)
            .map(ActivityTerms::kind)
            .findFirst()
            .orElse(Code.of("MEETING"));
    return new Happened.MonthlyPlan(
        month == null ? YearMonth.from(life.today()) : month, List.of(event));
  }

  private @Nullable String item(ActivityTerms terms, About about) {
    String record = terms.record();
    if (record == null) {
      return null;
    }
    List<RecordTerms.Item> all =
        life.scenario().definition().records().stream()
            .filter(each -> each.id().equals(record))
            .findFirst()
            .map(RecordTerms::items)
            .orElse(List.of());
    if (all.isEmpty()) {
      return null;
    }
    int number = items.merge(List.of(terms.kind(), about), 1, Integer::sum) - 1;
    return all.get(number % all.size()).id();
  }
}
