package org.mentoring.publication;

import org.jspecify.annotations.Nullable;
import org.mentoring.text.LocalizedText;

/**
 * How far one benchmark is met, for a public page.
 *
 * @param code of the benchmark
 * @param title how people call it; null where it is called by its code
 * @param told whether the figures are told; 0 stands there if not
 * @param met cases that meet it
 * @param due cases whose time has come
 */
public record PublicBenchmark(
    String code, @Nullable LocalizedText title, boolean told, int met, int due) {}
