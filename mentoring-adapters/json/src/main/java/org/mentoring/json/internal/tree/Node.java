package org.mentoring.json.internal.tree;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoring.failure.Place;

/**
 * A value of a document and where it stands. No {@code toString} shows a value: it may be personal.
 */
public sealed interface Node {
  /** Where the value begins. */
  Place place();

  /** An object: members in their order. */
  record ObjectNode(Place place, Map<String, Member> members) implements Node {
    /** Copies, keeping the order. */
    public ObjectNode {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public String toString() {
      return "{…}";
    }
  }

  /** A member of an object. */
  record Member(Place keyPlace, Node value) {}

  /** A list. */
  record ListNode(Place place, List<Node> values) implements Node {
    /** Copies. */
    public ListNode {
      values = List.copyOf(values);
    }

    @Override
    public String toString() {
      return "[…]";
    }
  }

  /** A text. */
  record TextNode(Place place, String text) implements Node {
    @Override
    public String toString() {
      return "\"…\"";
    }
  }

  /** A number as it is written, without an exponent and within the limit of digits. */
  record NumberNode(Place place, String literal) implements Node {
    @Override
    public String toString() {
      return "number";
    }
  }

  /** True or false. */
  record TruthNode(Place place, boolean value) implements Node {}

  /** An explicit null, or a key of YAML without a value. */
  record NullNode(Place place) implements Node {}

  /** A value whose fault has been told already. */
  record BrokenNode(Place place) implements Node {}
}
