package io.sluice.simulator.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value that was made for a schema, with what could have stood in its places. Immutable. */
public sealed interface Sample {

  /** The plain value: maps, lists, strings, numbers, booleans and the null of JSON. */
  Object value();

  /** An object; the fields keep their order. */
  record ObjectSample(Map<String, Sample> fields) implements Sample {
    /** Copies the members. */
    public ObjectSample {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public Object value() {
      var values = new LinkedHashMap<String, Object>();
      fields.forEach((name, sample) -> values.put(name, sample.value()));
      return values;
    }
  }

  /** An array. */
  record ArraySample(List<Sample> items) implements Sample {
    /** Copies the elements. */
    public ArraySample {
      items = List.copyOf(items);
    }

    @Override
    public Object value() {
      return new ArrayList<>(items.stream().map(Sample::value).toList());
    }
  }

  /**
   * A value that was chosen as a whole.
   *
   * @param chosen the index of the value among the candidates
   * @param candidates at least one
   */
  record ValueSample(int chosen, List<Candidate> candidates) implements Sample {
    /** Copies the candidates. */
    public ValueSample {
      candidates = List.copyOf(candidates);
    }

    @Override
    public Object value() {
      return candidates.get(chosen).value();
    }
  }
}
