package org.mentoring.publication;

import org.mentoring.text.LocalizedText;

/**
 * How far one benchmark is met, for a public page.
 *
 * @param title how people call it; its code where nobody gave it a title
 * @param told whether the figures are told; 0 stands there if not
 * @param met cases that meet it
 * @param due cases whose time has come
 */
public record PublicBenchmark(LocalizedText title, boolean told, int met, int due) {}
