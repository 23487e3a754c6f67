package org.mentoring.programme;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.text.LocalizedText;

/**
 * A kind of activity that a programme keeps on record.
 *
 * @param kind its code, as {@code MENTOR_REPORT}
 * @param shape what such a record holds
 * @param about what it is about
 * @param by capacities that may record it; empty: any
 * @param mode it must have been held so; null: any
 * @param record the id of a general record whose items an event or an entry of it names, in their
 *     order if the record is ordered: as the zone where the event is held; null for none
 * @param mostPairs how many mentorships may take part in one event, 1 to 1,000; null: any number
 * @param joint whether another centre that is a neighbour must take part
 * @param title how people call it
 * @param citation where it comes from
 * @param consent the purpose of a consent, as {@code PUBLICATION}, without which it is put on
 *     record of no child and of nobody of whose position nothing personal is published; null: it
 *     needs none
 * @param answers the kind of activity, about the same and of the same record, whose record it
 *     answers, item by item and each once, as a decision answers a request; null: it answers none
 * @param note what its note must hold; null: it may do without
 * @param most how many such records there may be about one thing, 1 to 1,000, as one choice of a
 *     tandem; null: any number
 * @param restsOn kinds of activity about the same, or that the participant attended, of each of
 *     which one is on record on its day or before
 * @param enters the register that only a record of this kind opens to the participant: nobody is
 *     entered there without one on that day or before; null: it opens none
 * @param opens positions that only a record of this kind opens to the participant, by the item of
 *     its record that is called like the position ({@link #item}): nobody takes one of them without
 *     such a record on that day or before. Positions that no kind opens are taken freely
 * @param practices ids of the practices whose mentorships it may be about; empty: of any
 */
public record ActivityTerms(
    Code kind,
    Shape shape,
    About about,
    SortedSet<Code> by,
    Fact.@Nullable Mode mode,
    @Nullable String record,
    @Nullable Integer mostPairs,
    boolean joint,
    LocalizedText title,
    Citation citation,
    @OmittedIfAbsent @Nullable Code consent,
    @OmittedIfAbsent @Nullable Code answers,
    @OmittedIfAbsent @Nullable NoteAsked note,
    @OmittedIfAbsent @Nullable Integer most,
    @OmittedIfAbsent List<Code> restsOn,
    @OmittedIfAbsent @Nullable Code enters,
    @OmittedIfAbsent List<Position> opens,
    @OmittedIfAbsent List<String> practices) {
  /** What a note must hold. */
  public enum NoteAsked {
    /** Why it was decided so. */
    REASONS
  }

  /** What the record of an activity holds. */
  public enum Shape {
    /** A plan for a month. */
    MONTHLY_PLAN,
    /** A report in free form. */
    REPORT,
    /** A meeting, held or missed. */
    MEETING,
    /** A contact with parties on standard topics. */
    CHECK_IN,
    /** An event with those who came. */
    EVENT,
    /** A referral to a partner's free classes. */
    SERVICE_REFERRAL,
    /** What one party gives to a joint act, as its part of the summing-up. */
    PART,
    /** Anything else: that it happened, and which item of a record it is. */
    ENTRY
  }

  /** What an activity is about. */
  public enum About {
    /** A mentorship. */
    MENTORSHIP,
    /** A participant: a person, or an organisation such as a centre. */
    PARTICIPANT,
    /** The whole programme. */
    PROGRAMME
  }

  /** Refuses a number out of range; sorts and copies. */
  public ActivityTerms {
    by = Invariants.sorted(by);
    if (mostPairs != null) {
      Invariants.range("most-pairs", mostPairs, 1, 1_000);
    }
    if (most != null) {
      Invariants.range("most", most, 1, 1_000);
    }
    restsOn = List.copyOf(restsOn);
    opens = opens.stream().distinct().sorted().toList();
    practices = practices.stream().distinct().sorted().toList();
  }

  /** The item of a record by which a position is opened, as {@code tutor} for {@code TUTOR}. */
  public static String item(Position position) {
    return position.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A kind of activity that opens no position and is of every practice. */
  public ActivityTerms(
      Code kind,
      Shape shape,
      About about,
      SortedSet<Code> by,
      Fact.@Nullable Mode mode,
      @Nullable String record,
      @Nullable Integer mostPairs,
      boolean joint,
      LocalizedText title,
      Citation citation,
      @Nullable Code consent,
      @Nullable Code answers,
      @Nullable NoteAsked note,
      @Nullable Integer most,
      List<Code> restsOn,
      @Nullable Code enters) {
    this(
        kind, shape, about, by, mode, record, mostPairs, joint, title, citation, consent, answers,
        note, most, restsOn, enters, List.of(), List.of());
  }

  /** A kind of activity that rests on no other, is recorded at will and opens no register. */
  public ActivityTerms(
      Code kind,
      Shape shape,
      About about,
      SortedSet<Code> by,
      Fact.@Nullable Mode mode,
      @Nullable String record,
      @Nullable Integer mostPairs,
      boolean joint,
      LocalizedText title,
      Citation citation,
      @Nullable Code consent,
      @Nullable Code answers,
      @Nullable NoteAsked note) {
    this(
        kind, shape, about, by, mode, record, mostPairs, joint, title, citation, consent, answers,
        note, null, List.of(), null);
  }

  /** A kind of activity that answers no other and may do without a note. */
  public ActivityTerms(
      Code kind,
      Shape shape,
      About about,
      SortedSet<Code> by,
      Fact.@Nullable Mode mode,
      @Nullable String record,
      @Nullable Integer mostPairs,
      boolean joint,
      LocalizedText title,
      Citation citation,
      @Nullable Code consent) {
    this(
        kind, shape, about, by, mode, record, mostPairs, joint, title, citation, consent, null,
        null);
  }

  /** A kind of activity that needs no consent of its own. */
  public ActivityTerms(
      Code kind,
      Shape shape,
      About about,
      SortedSet<Code> by,
      Fact.@Nullable Mode mode,
      @Nullable String record,
      @Nullable Integer mostPairs,
      boolean joint,
      LocalizedText title,
      Citation citation) {
    this(kind, shape, about, by, mode, record, mostPairs, joint, title, citation, null);
  }
}
