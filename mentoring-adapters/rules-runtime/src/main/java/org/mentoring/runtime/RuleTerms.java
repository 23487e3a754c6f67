package org.mentoring.runtime;

import org.mentoring.decision.Effect;
import org.mentoring.failure.Place;
import org.mentoring.identity.Citation;

/**
 * What stands beside a rule.
 *
 * @param code of what it finds; the rules of one table may share it
 * @param source where it comes from
 * @param effect what it does to the verdict
 * @param place where it stands
 */
record RuleTerms(String code, Citation source, Effect effect, Place place) {}
