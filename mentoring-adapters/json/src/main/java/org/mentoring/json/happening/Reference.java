package org.mentoring.json.happening;

import org.mentoring.failure.Place;

/**
 * A handle in a file, which stands for something.
 *
 * @param thing for what
 * @param handle as written
 * @param place where it stands
 */
record Reference(Thing thing, String handle, Place place) {}
