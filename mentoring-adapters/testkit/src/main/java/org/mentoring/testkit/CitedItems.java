package org.mentoring.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.DayCalendar;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.OrganisationalModel;
import org.mentoring.programme.PathStep;
import org.mentoring.programme.Phase;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RecordTerms;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.SelectionStandard;
import org.mentoring.programme.WaiverTerms;

/** The parts of a definition that carry one citation. */
final class CitedItems {
  private final Citation citation;
  private final @Nullable Integer only;

  CitedItems(Citation citation) {
    this(citation, null);
  }

  /**
   * One of them alone.
   *
   * @param only its place among those of the citation, from 0; null: all of them
   */
  CitedItems(Citation citation, @Nullable Integer only) {
    this.citation = citation;
    this.only = only;
  }

  /** The definition without them, and without what refers to them. */
  ProgrammeDefinition without(ProgrammeDefinition definition) {
    try {
      return new Removal(definition, false).left();
    } catch (InvalidDefinition needed) {
      // Something of another citation needs what they describe: it stays, and demands nothing.
      return new Removal(definition, true).left();
    }
  }

  /** All parts that carry the citation, by type and name, as they come in the definition. */
  static List<String> names(Citation citation, ProgrammeDefinition definition) {
    return parts(citation, definition).stream().map(RecordParts::name).toList();
  }

  private static List<Record> parts(Citation citation, ProgrammeDefinition definition) {
    List<Record> parts = new ArrayList<>();
    CanonicalForm.visit(
        definition,
        Record.class,
        part -> {
          if (citation.equals(RecordParts.citation(part))) {
            parts.add(part);
          }
        });
    return parts;
  }

  /** One attempt. */
  private final class Removal {
    private final ProgrammeDefinition definition;
    private final boolean describedStays;
    private final @Nullable Record chosen;
    private final Set<String> requirements = new HashSet<>();
    private final Set<String> standards = new HashSet<>();
    private final Set<String> criteria = new HashSet<>();
    private final Set<String> calendars = new HashSet<>();
    private final Set<String> records = new HashSet<>();
    private final Set<String> models = new HashSet<>();
    private final Set<String> phases = new HashSet<>();

    /** Kinds of activity that go, or stay and are emptied. */
    private final Set<Code> kinds = new HashSet<>();

    private final Map<String, SortedSet<String>> steps = new HashMap<>();

    /** What nothing asks for any more. */
    private final Set<String> demands = new HashSet<>();

    Removal(ProgrammeDefinition definition, boolean describedStays) {
      this.definition = definition;
      this.describedStays = describedStays;
      this.chosen = only == null ? null : parts(citation, definition).get(only);
      CanonicalForm.visit(definition, Record.class, this::note);
      // Which requirements go with their standard is known only now.
      CanonicalForm.visit(definition, Record.class, this::note);
      CanonicalForm.visit(definition, Record.class, part -> demanded(part, demands));
      Set<String> left = new HashSet<>();
      CanonicalForm.visit(
          definition,
          Record.class,
          part -> {
            if (!isMeant(part)) {
              demanded(part, left);
            }
          });
      demands.removeAll(left);
    }

    /** Two parts may be equal and yet stand at two places. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isMeant(Record part) {
      return chosen == null ? citation.equals(RecordParts.citation(part)) : part == chosen;
    }

    /** Names of what a part asks for beside requirements, as waivers bear them. */
    private static void demanded(Record part, Set<String> names) {
      if (part instanceof Cadence cadence) {
        names.add(cadence.due().value());
      } else if (part instanceof CompletionTerms completion) {
        names.addAll(completion.names());
      }
    }

    ProgrammeDefinition left() {
      return (ProgrammeDefinition) rebuilt(definition);
    }

    private void note(Record part) {
      if (part instanceof ActivityTerms terms && isMeant(terms)) {
        kinds.add(terms.kind());
      }
      if (!goes(part)) {
        return;
      }
      if (part instanceof Requirement requirement) {
        requirements.add(requirement.id());
      } else if (part instanceof SelectionStandard standard) {
        standards.add(standard.id());
      } else if (part instanceof org.mentoring.criterion.Criterion criterion) {
        criteria.add(criterion.id());
      } else if (part instanceof DayCalendar calendar) {
        calendars.add(calendar.id());
      } else if (part instanceof RecordTerms record) {
        records.add(record.id());
      } else if (part instanceof OrganisationalModel model) {
        models.add(model.id());
      } else if (part instanceof Phase phase) {
        phases.add(phase.id());
      } else if (part instanceof MentorshipTerms.MentorshipStep step) {
        steps.put(step.id(), step.after());
      }
    }

    /** Whether a part is left out, if it stands where something may be left out. */
    private boolean goes(Record part) {
      if (part instanceof Requirement.StandardMet met && standards.contains(met.standard())) {
        return true;
      }
      if (part instanceof Requirement.Order order
          && (requirements.contains(order.requirement())
              || requirements.containsAll(order.after()))) {
        return true;
      }
      if (part instanceof MatchingPlan.Emphasis emphasis
          && criteria.contains(emphasis.criterion())) {
        return true;
      }
      return isMeant(part)
          && !(part instanceof Practice)
          && !(describedStays && describes(part))
          && !hasPartsOfOthers(part);
    }

    private boolean describes(Record part) {
      return part instanceof ActivityTerms
          || part instanceof RecordTerms
          || part instanceof DayCalendar
          || part instanceof SelectionStandard;
    }

    private boolean hasPartsOfOthers(Record part) {
      List<Citation> others = new ArrayList<>();
      CanonicalForm.visit(
          part,
          Record.class,
          inside -> {
            Citation cited = RecordParts.citation(inside);
            if (cited != null && !cited.equals(citation)) {
              others.add(cited);
            }
          });
      return !others.isEmpty();
    }

    private Record rebuilt(Record part) {
      if (!RecordParts.holdsCitations(part)) {
        return part;
      }
      boolean emptied = isMeant(part) && !(describes(part) && !(part instanceof ActivityTerms));
      return pruned(RecordParts.rebuilt(part, emptied, this::goes, this::rebuilt));
    }

    private Record pruned(Record part) {
      if (part instanceof PathStep step) {
        return RecordParts.with(step, "needs", less(step.needs(), requirements));
      }
      if (part instanceof Requirement.Order order) {
        return RecordParts.with(part, "after", less(order.after(), requirements));
      }
      if (part instanceof MentorshipTerms.MentorshipStep step) {
        return RecordParts.with(step, "after", before(step.after()));
      }
      if (part instanceof WaiverTerms waivers) {
        return RecordParts.with(
            waivers, "never", less(less(waivers.never(), requirements), demands));
      }
      if (part instanceof ActivityTerms terms) {
        Record left =
            gone(terms.record(), records)
                ? RecordParts.with(RecordParts.with(terms, "record", null), "opens", List.of())
                : terms;
        if (!Collections.disjoint(terms.restsOn(), kinds)) {
          left =
              RecordParts.with(
                  left,
                  "restsOn",
                  terms.restsOn().stream().filter(kind -> !kinds.contains(kind)).toList());
        }
        Code answers = terms.answers();
        return answers != null && kinds.contains(answers)
            ? RecordParts.with(left, "answers", null)
            : left;
      }
      if (part instanceof CompletionTerms completion) {
        Record left =
            gone(completion.afterPhase(), phases)
                ? RecordParts.with(completion, "afterPhase", null)
                : completion;
        return completion.answered().stream().allMatch(this::isAnswered)
            ? left
            : RecordParts.with(
                left, "answered", completion.answered().stream().filter(this::isAnswered).toList());
      }
      if (part instanceof Cadence cadence && cadence.item() != null && withoutItems(cadence)) {
        return RecordParts.with(cadence, "item", null);
      }
      if (part instanceof Practice practice && !Collections.disjoint(practice.models(), models)) {
        return RecordParts.with(
            practice,
            "models",
            practice.models().stream().filter(model -> !models.contains(model)).toList());
      }
      if (part instanceof Cadence cadence && gone(cadence.skips(), calendars)) {
        return RecordParts.with(cadence, "skips", null);
      }
      return part;
    }

    /** Whether records of a kind are there, and others that answer them. */
    private boolean isAnswered(Code kind) {
      return !kinds.contains(kind)
          && definition.activities().stream()
              .anyMatch(terms -> kind.equals(terms.answers()) && !kinds.contains(terms.kind()));
    }

    /** Whether what is due names no item of a record any more. */
    private boolean withoutItems(Cadence cadence) {
      return kinds.contains(cadence.due())
          || definition
              .activity(cadence.due())
              .filter(terms -> gone(terms.record(), records))
              .isPresent();
    }

    private boolean gone(@Nullable String id, Set<String> ids) {
      return id != null && ids.contains(id);
    }

    private SortedSet<String> less(SortedSet<String> ids, Set<String> gone) {
      SortedSet<String> left = new TreeSet<>(ids);
      left.removeAll(gone);
      return left;
    }

    /** The steps before a missing one take its place. */
    private SortedSet<String> before(SortedSet<String> after) {
      SortedSet<String> left = new TreeSet<>();
      for (String id : after) {
        if (steps.containsKey(id)) {
          left.addAll(before(Objects.requireNonNull(steps.get(id))));
        } else {
          left.add(id);
        }
      }
      return left;
    }
  }
}
