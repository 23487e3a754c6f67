package org.mentoring.benchmarks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoring.criterion.Attribute;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.WeeklyWindow;

/**
 * The criteria of {@link SyntheticPairs} written out by hand over primitive columns and bit sets, a
 * pair after the other, cheap conditions first, the first that fails ends it. It can do nothing but
 * these criteria: that is what being general costs.
 */
final class ColumnPairs {
  private static final Attribute COMPETENCE = Attribute.of("competence");
  private static final Attribute ASKED = Attribute.of("asked");
  private static final int YEAR = 12 * 32;
  private static final int SLOT = 30;
  private static final int WEEK_WORDS = (7 * 1_440 / SLOT + 63) / 64;

  private final Side mentees;
  private final Side mentors;
  private final Barred excluded;
  private final Barred circles;
  private final Barred former;
  private final Barred siblings;
  private final int[][] kilometres;
  private final boolean[][] near;

  ColumnPairs(
      List<ObjectPairs.Person> mentees, List<ObjectPairs.Person> mentors, PairTables tables) {
    Map<String, Integer> ids = new HashMap<>();
    this.mentees = new Side(mentees, ids);
    this.mentors = new Side(mentors, ids);
    Map<ParticipantId, Integer> numbers = new HashMap<>();
    for (int mentor = 0; mentor < mentors.size(); mentor++) {
      numbers.put(mentors.get(mentor).id(), mentor);
    }
    excluded = new Barred(mentees.size(), mentors.size());
    circles = new Barred(mentees.size(), mentors.size());
    former = new Barred(mentees.size(), mentors.size());
    siblings = new Barred(mentees.size(), mentors.size());
    Map<ParticipantId, Integer> menteeNumbers = new HashMap<>();
    for (int mentee = 0; mentee < mentees.size(); mentee++) {
      ObjectPairs.Person person = mentees.get(mentee);
      menteeNumbers.put(person.id(), mentee);
      excluded.set(mentee, person.excluded(), numbers);
      circles.set(mentee, tables.below(person.id()), numbers);
      former.set(mentee, tables.former(person.id()), numbers);
      siblings.set(mentee, tables.mentorsOfSiblings(person.id()), numbers);
    }
    for (int mentor = 0; mentor < mentors.size(); mentor++) {
      for (ParticipantId other : mentors.get(mentor).excluded()) {
        Integer mentee = menteeNumbers.get(other);
        if (mentee != null) {
          excluded.set(mentee, Set.of(mentors.get(mentor).id()), numbers);
        }
      }
    }
    Set<String> districts = new HashSet<>();
    mentees.forEach(each -> districts.addAll(each.values(PairTables.DISTRICT)));
    mentors.forEach(each -> districts.addAll(each.values(PairTables.DISTRICT)));
    kilometres = new int[ids.size()][ids.size()];
    near = new boolean[ids.size()][ids.size()];
    for (String one : districts) {
      for (String other : districts) {
        kilometres[number(ids, one)][number(ids, other)] = tables.kilometres(one, other);
        near[number(ids, one)][number(ids, other)] = tables.near(one).contains(other);
      }
    }
  }

  private static int number(Map<String, Integer> ids, String value) {
    return ids.getOrDefault(value, -1);
  }

  /** The score, or -1 where the pair is not possible. */
  int evaluate(int mentee, int mentor) {
    Side own = mentees;
    Side their = mentors;
    int gap = own.births[mentee] - their.births[mentor];
    int steps = their.levels[mentor] - own.levels[mentee];
    boolean sameGroup = own.groups[mentee] == their.groups[mentor];
    if (own.people[mentee] == their.people[mentor]
        || own.municipalities[mentee] != their.municipalities[mentor]
        || gap < 5 * YEAR
        || gap >= 61 * YEAR
        || own.organisations[mentee] == their.organisations[mentor]
        || steps < -3
        || (sameGroup && gap < 8 * YEAR)
        || (own.wishes[mentee] != 0 && (own.wishes[mentee] & their.genders[mentor]) == 0)
        || (their.wishes[mentor] != 0 && (their.wishes[mentor] & own.genders[mentee]) == 0)) {
      return -1;
    }
    int served = own.services[mentee] - their.services[mentor];
    if (served < 3 * YEAR || served >= 41 * YEAR) {
      return -1;
    }
    int languages = Long.bitCount(own.languages[mentee] & their.languages[mentor]);
    int needsMet = Long.bitCount(own.needs[mentee] & their.offers[mentor]);
    int far = kilometres[own.districts[mentee]][their.districts[mentor]];
    if (languages == 0
        || needsMet == 0
        || far > 60
        || excluded.has(mentee, mentor)
        || circles.has(mentee, mentor)) {
      return -1;
    }
    int minutes = sharedMinutes(mentee, mentor);
    if (minutes < 30) {
      return -1;
    }
    int interests = Long.bitCount(own.interests[mentee] & their.interests[mentor]);
    return score(mentee, mentor, gap, steps, served, languages, needsMet, far, minutes, interests);
  }

  private int score(
      int mentee,
      int mentor,
      int gap,
      int steps,
      int served,
      int languages,
      int needsMet,
      int far,
      int minutes,
      int interests) {
    Side own = mentees;
    Side their = mentors;
    int wanted = Long.bitCount(own.interests[mentee]);
    int needs = Long.bitCount(own.needs[mentee]);
    int back = Long.bitCount(own.offers[mentee] & their.needs[mentor]);
    int backNeeds = Long.bitCount(their.needs[mentor]);
    int score = 40 * needsMet / needs;
    if (interests > 0) {
      score += 40 * interests / wanted;
    }
    if (interests >= 3) {
      score += 10 * interests / wanted;
    }
    if (back > 0) {
      score += 10 * back / backNeeds;
      // The lesser share of the two.
      score += needsMet * backNeeds <= back * needs ? 15 * needsMet / needs : 15 * back / backNeeds;
    }
    if (minutes >= 60) {
      score += 20 * Math.min(minutes, 600) / 600;
    }
    if (languages >= 2) {
      score += 5 * languages / Long.bitCount(own.languages[mentee]);
    }
    if (gap < 26 * YEAR) {
      score += 8;
    }
    if (steps >= 2) {
      score += 12;
    }
    if (own.groups[mentee] == their.groups[mentor]) {
      score += 6;
    }
    score += 3;
    if (steps == 1 || steps == 2) {
      score += 7;
    } else if (interests >= 2) {
      score += 7 * interests / wanted;
    }
    if (far <= 50) {
      score += 20 * Math.min(46, 51 - far) / 46;
    }
    if (near[own.districts[mentee]][their.districts[mentor]]) {
      score += 5;
    }
    if (former.has(mentee, mentor)) {
      score += 30;
    }
    if (siblings.has(mentee, mentor)) {
      score += 10;
    }
    if (served >= 15 * YEAR) {
      score += 4;
    }
    if (own.asks[mentee] && steps >= 1) {
      score += 9;
    }
    if (own.genders[mentee] == their.genders[mentor]) {
      score += 2;
    }
    return score;
  }

  private int sharedMinutes(int mentee, int mentor) {
    int slots = 0;
    int left = mentee * WEEK_WORDS;
    int right = mentor * WEEK_WORDS;
    for (int word = 0; word < WEEK_WORDS; word++) {
      slots += Long.bitCount(mentees.freeTime[left + word] & mentors.freeTime[right + word]);
    }
    return slots * SLOT;
  }

  /** Pairs as a matrix of bits. */
  private static final class Barred {
    private final int words;
    private final long[] bits;

    Barred(int mentees, int mentors) {
      words = (mentors + 63) / 64;
      bits = new long[mentees * words];
    }

    void set(int mentee, Set<ParticipantId> mentors, Map<ParticipantId, Integer> numbers) {
      for (ParticipantId id : mentors) {
        Integer mentor = numbers.get(id);
        if (mentor != null) {
          bits[mentee * words + mentor / 64] |= 1L << mentor;
        }
      }
    }

    boolean has(int mentee, int mentor) {
      return (bits[mentee * words + mentor / 64] & 1L << mentor) != 0;
    }
  }

  /** The columns of one side. */
  private static final class Side {
    private final Map<String, Integer> ids;
    final int[] people;
    final int[] births;
    final int[] services;
    final int[] levels;
    final int[] municipalities;
    final int[] organisations;
    final int[] groups;
    final int[] districts;
    final long[] languages;
    final long[] interests;
    final long[] needs;
    final long[] offers;
    final long[] genders;
    final long[] wishes;
    final boolean[] asks;
    final long[] freeTime;

    Side(List<ObjectPairs.Person> all, Map<String, Integer> ids) {
      this.ids = ids;
      int size = all.size();
      people = new int[size];
      births = new int[size];
      services = new int[size];
      levels = new int[size];
      municipalities = new int[size];
      organisations = new int[size];
      groups = new int[size];
      districts = new int[size];
      languages = new long[size];
      interests = new long[size];
      needs = new long[size];
      offers = new long[size];
      genders = new long[size];
      wishes = new long[size];
      asks = new boolean[size];
      freeTime = new long[size * WEEK_WORDS];
      for (int k = 0; k < size; k++) {
        read(k, all.get(k));
      }
    }

    private void read(int k, ObjectPairs.Person person) {
      people[k] = id(person.id().value());
      births[k] = packed(person.birth());
      services[k] = packed(person.service());
      levels[k] = person.levels().getOrDefault(COMPETENCE, 0);
      municipalities[k] = one(person, Attribute.MUNICIPALITY);
      organisations[k] = one(person, Attribute.ORGANISATION);
      groups[k] = one(person, Attribute.GROUP);
      districts[k] = one(person, PairTables.DISTRICT);
      languages[k] = bits(person.values(Attribute.LANGUAGES));
      interests[k] = bits(person.values(Attribute.INTERESTS));
      needs[k] = bits(person.values(Attribute.NEEDS));
      offers[k] = bits(person.values(Attribute.OFFERS));
      genders[k] = bits(person.values(Attribute.GENDER));
      wishes[k] = bits(person.wishes());
      asks[k] = person.values(ASKED).contains(COMPETENCE.name());
      for (WeeklyWindow window : person.windows()) {
        int day = (window.day().getValue() - 1) * 1_440;
        for (int minute = window.from(); minute < window.until(); minute += SLOT) {
          int slot = (day + minute) / SLOT;
          freeTime[k * WEEK_WORDS + slot / 64] |= 1L << slot;
        }
      }
    }

    private int one(ObjectPairs.Person person, Attribute attribute) {
      return id(person.values(attribute).iterator().next());
    }

    private int id(String value) {
      Integer next = ids.size();
      Integer known = ids.putIfAbsent(value, next);
      return known == null ? next : known;
    }

    /** Values end in their number, which is below 64; of words, the first letter does. */
    private static long bits(Collection<String> values) {
      long bits = 0;
      for (String value : values) {
        String digits = value.replaceAll("\\D", "");
        bits |= 1L << (digits.isEmpty() ? value.charAt(0) : Integer.parseInt(digits));
      }
      return bits;
    }

    private static int packed(LocalDate date) {
      return date.getYear() * YEAR + date.getMonthValue() * 32 + date.getDayOfMonth();
    }
  }
}
