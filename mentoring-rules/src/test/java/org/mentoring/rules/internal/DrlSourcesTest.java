package org.mentoring.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The count of rules is only as good as what counts them. */
class DrlSourcesTest {

  @Test
  void rules_are_found_however_they_are_named_and_after_comments_too() {
    assertThat(
            DrlSources.ruleNames(
                """
                /* rule "in a block"
                   rule "and its second line" */
                package a.b;
                // rule "in a line"
                rule "first" when then end
                # rule "of old"
                rule 'second'
                when then end
                rule third.one when then end
                """))
        .containsExactly("a.b: first", "a.b: second", "a.b: third.one");
  }
}
