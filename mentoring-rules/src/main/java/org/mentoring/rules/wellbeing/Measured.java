package org.mentoring.rules.wellbeing;

import java.util.List;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Position;
import org.mentoring.programme.BurnOutSign;
import org.mentoring.rules.finding.Found;
import org.mentoring.rules.internal.RulesSession;
import org.mentoring.spi.BurnOutCase;

/**
 * How much there is of a sign of burn-out.
 *
 * @param who somebody in a position
 * @param position which
 * @param sign what is looked at
 * @param value how much there is
 * @param bound more than that is found
 */
public record Measured(
    ParticipantId who, Position position, BurnOutSign sign, long value, long bound) {
  /** Every sign that is found, sorted. */
  public static List<Finding> findings(RulesSession session, BurnOutCase question) {
    List<Object> facts =
        question.measures().stream()
            .<Object>map(
                measure ->
                    new Measured(
                        question.participant(),
                        question.position(),
                        measure.sign(),
                        measure.value(),
                        measure.bound()))
            .toList();
    return session.run(facts, Finding.class).stream().distinct().sorted().toList();
  }

  /** Who, why and what helps. */
  public Finding found(String code) {
    return Finding.of(code, sign.sign().name(), sign.citation(), Effect.ASKS_REVIEW)
        .with("who", Found.termForStaff(who.value()))
        .with("position", Found.codeForStaff(position))
        .with("sign", Found.code(sign.sign()))
        .with("measured", Found.countForStaff(value))
        .with("bound", Parameter.count(bound))
        .with("helps", Parameter.codes(sign.helps()));
  }
}
