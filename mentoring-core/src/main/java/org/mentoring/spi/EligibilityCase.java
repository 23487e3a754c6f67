package org.mentoring.spi;

import org.mentoring.participant.Dossier;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;

/**
 * One case for the eligibility rules.
 *
 * @param definition the programme
 * @param practice one of its practices
 * @param party the party's terms in the practice
 * @param dossier what is known about the party
 */
public record EligibilityCase(
    ProgrammeDefinition definition, Practice practice, PartyTerms party, Dossier dossier) {}
