package org.mentoring.json.happening;

import static org.mentoring.json.happening.Field.may;
import static org.mentoring.json.happening.Field.need;

import java.util.List;
import java.util.Set;
import org.mentoring.identity.FactId;
import org.mentoring.json.happening.Field.Form;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.validation.people.FactInput;
import org.mentoring.validation.people.ParticipantInput;

/** What happens to people before anybody is brought together. */
final class PeopleVerbs {
  /** Holds a {@link ParticipantInput} where a person of the file's own list is registered. */
  static final String PERSON = "person";

  static final Verb REGISTER =
      Verb.of(
          "register",
          PeopleVerbs::register,
          need("who", Thing.PARTICIPANT),
          may("kind", ParticipantKind.class));

  static final Verb RECORD =
      Verb.naming(
          Thing.FACT,
          "record",
          given -> {
            FactInput fact = given.fact("fact");
            return Answer.of(
                given
                    .mentoring()
                    .record(given.by(), given.participant("who"), fact.fact(), fact.validity()));
          },
          need("who", Thing.PARTICIPANT),
          need("fact", Form.FACT));

  static final Verb WITHDRAW_CONSENT =
      Verb.of(
          "withdraw-consent",
          given ->
              Answer.of(
                  given
                      .mentoring()
                      .withdrawConsent(given.by(), given.id("consent", FactId.class), given.on())),
          need("consent", Thing.FACT));

  private static final Verb CORRECT =
      Verb.naming(
          Thing.FACT,
          "correct",
          given -> {
            FactInput right = given.fact("fact");
            return Answer.of(
                given
                    .mentoring()
                    .correct(
                        given.by(),
                        given.id("wrong", FactId.class),
                        right.fact(),
                        right.validity(),
                        given.text("reason")));
          },
          need("wrong", Thing.FACT),
          need("fact", Form.FACT),
          need("reason", Form.REASON));

  private static final Verb RETRACT =
      Verb.of(
          "retract",
          given ->
              Answer.of(
                  given
                      .mentoring()
                      .retract(given.by(), given.id("wrong", FactId.class), given.text("reason"))),
          need("wrong", Thing.FACT),
          need("reason", Form.REASON));

  private static final Verb MERGE =
      Verb.of(
          "merge",
          given ->
              Answer.of(
                  given
                      .mentoring()
                      .merge(
                          given.by(),
                          given.participant("kept"),
                          given.participant("duplicate"),
                          given.text("reason"))),
          need("kept", Thing.PARTICIPANT),
          need("duplicate", Thing.PARTICIPANT),
          need("reason", Form.REASON));

  static final Verb DECIDE =
      Verb.of(
          "decide",
          given ->
              Expected.of(
                  given,
                  given
                      .mentoring()
                      .decide(
                          given.participant("who"),
                          given.text("practice"),
                          given.constant("position", Position.class),
                          given.on())),
          Expected.with(
              need("who", Thing.PARTICIPANT),
              need("practice", Form.PRACTICE),
              need("position", Position.class)));

  private static final Verb PATH_STEP =
      Verb.naming(
          Thing.FACT,
          "path-step",
          given ->
              Answer.of(
                  given
                      .mentoring()
                      .recordStep(
                          given.by(),
                          given.participant("who"),
                          given.find("practice", String.class),
                          given.constant("position", Position.class),
                          given.text("step"),
                          given.on())),
          need("who", Thing.PARTICIPANT),
          may("practice", Form.PART),
          need("position", Position.class),
          need("step", Form.PART));

  private static final Verb DECIDE_CENTRE =
      Verb.of(
          "decide-centre",
          given ->
              Expected.of(
                  given, given.mentoring().decideCentre(given.participant("centre"), given.on())),
          Expected.with(need("centre", Thing.PARTICIPANT)));

  private PeopleVerbs() {}

  static List<Verb> all() {
    return List.of(
        REGISTER,
        RECORD,
        CORRECT,
        RETRACT,
        WITHDRAW_CONSENT,
        MERGE,
        DECIDE,
        PATH_STEP,
        DECIDE_CENTRE);
  }

  private static Answer register(Given given) {
    ParticipantInput person = given.find(PERSON, ParticipantInput.class);
    ParticipantKind kind =
        person == null
            ? given.constant("kind", ParticipantKind.class, ParticipantKind.PERSON)
            : person.kind();
    return Answer.of(
        given
            .mentoring()
            .register(
                given.by(),
                given.participant("who"),
                kind,
                person == null ? Set.of() : person.references()));
  }
}
