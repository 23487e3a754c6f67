package org.mentoring.publication;

import org.mentoring.text.LocalizedText;

/**
 * An award and who won it (S2-16), for a public page.
 *
 * @param award the award, as the definition calls it
 * @param year in which it was given
 * @param winner by a name that may be published
 * @param certificate whether a certificate was handed over with it
 * @param gift whether a gift was handed over with it
 */
public record PublicAward(
    LocalizedText award, int year, PublicName winner, boolean certificate, boolean gift) {}
