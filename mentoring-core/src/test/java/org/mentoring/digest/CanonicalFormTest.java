package org.mentoring.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mentoring.identity.Code;

class CanonicalFormTest {
  record Pair(String left, String right) {}

  @Property
  boolean texts_cannot_pretend_to_be_structure(
      @ForAll String a, @ForAll String b, @ForAll String c, @ForAll String d) {
    boolean same = a.equals(c) && b.equals(d);
    return CanonicalForm.of(new Pair(a, b)).equals(CanonicalForm.of(new Pair(c, d))) == same;
  }

  @Test
  void a_quote_inside_a_text_does_not_end_it() {
    assertThat(CanonicalForm.of(new Pair("x\",right=\"y", "z")))
        .isNotEqualTo(CanonicalForm.of(new Pair("x", "y\",right=\"z")));
  }

  @Test
  void sorted_sets_have_one_text_whatever_the_order_of_insertion() {
    assertThat(CanonicalForm.of(new TreeSet<>(List.of("b", "a")))).isEqualTo("[\"a\",\"b\",]");
  }

  @Test
  void what_has_no_order_of_its_own_is_refused() {
    assertThatThrownBy(() -> CanonicalForm.of(new HashSet<>(Set.of("a"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CanonicalForm.of(Map.of("a", 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CanonicalForm.of(1.5)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_digest_is_that_of_the_utf_8_text() {
    assertThat(CanonicalForm.sha256OfText(""))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void a_visit_finds_values_at_any_depth() {
    Set<Code> found = new HashSet<>();
    CanonicalForm.visit(
        List.of(List.of(Code.of("A")), Map.of("k", Code.of("B"))), Code.class, found::add);

    assertThat(found).containsExactlyInAnyOrder(Code.of("A"), Code.of("B"));
  }
}
