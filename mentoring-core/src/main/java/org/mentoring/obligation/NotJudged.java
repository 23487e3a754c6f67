package org.mentoring.obligation;

import org.mentoring.decision.Finding;
import org.mentoring.identity.MentorshipId;

/**
 * A mentorship that cannot be judged here: it is pinned to a version of its programme that is not
 * known. What is due in it goes on all the same, so somebody has to look.
 *
 * @param mentorship its id
 * @param finding why, with what mends it
 */
public record NotJudged(MentorshipId mentorship, Finding finding) {}
