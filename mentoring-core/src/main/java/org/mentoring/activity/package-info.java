/** What people do in a programme: plans, reports, meetings, check-ins, events, referrals. */
@NullMarked
package org.mentoring.activity;

import org.jspecify.annotations.NullMarked;
