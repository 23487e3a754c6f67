package org.mentoring.programme;

import org.mentoring.identity.Code;
import org.mentoring.text.LocalizedText;

/**
 * A code that the definition declares beyond the built-in ones.
 *
 * @param code the code
 * @param title how people call it
 */
public record VocabularyTerm(Code code, LocalizedText title) {}
