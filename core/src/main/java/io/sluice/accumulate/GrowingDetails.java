package io.sluice.accumulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Folds arrays of objects that arrive in parts, where {@code index} says which parts belong
 * together, as in OpenRouter's {@code reasoning_details}: servers accept a signature only with the
 * complete text it was made for. An object without an index is complete. Mutable; for one thread at
 * a time.
 */
final class GrowingDetails implements FieldAccumulator {
  private static final String INDEX = "\"index\"";
  private static final String TYPE = "\"type\"";

  private final List<GrowingObject> details = new ArrayList<>();
  private final Map<String, GrowingObject> indexed = new HashMap<>();
  private final LastValue other = new LastValue();

  @Override
  public void add(String json, RetainedSize size) {
    String value = json.strip();
    if (value.startsWith("[")) {
      JsonScan.elements(value, element -> addDetail(element, size));
    } else {
      other.add(value, size);
    }
  }

  private void addDetail(String detail, RetainedSize size) {
    String key = detail.startsWith("{") ? key(detail) : "";
    GrowingObject known = key.isEmpty() ? null : indexed.get(key);
    if (known == null) {
      known = GrowingObject.ofStrings();
      details.add(known);
      if (!key.isEmpty()) {
        indexed.put(key, known);
      }
    }
    known.add(detail, size);
  }

  /** Consists of index and type, since a text and an encrypted detail may share an index. */
  private static String key(String detail) {
    var said = new HashMap<String, String>();
    JsonScan.members(detail, said::put);
    String index = said.getOrDefault(INDEX, "null");
    return index.equals("null") ? "" : index + said.getOrDefault(TYPE, "");
  }

  @Override
  public String result() {
    if (details.isEmpty()) {
      return other.result();
    }
    var array = new StringJoiner(",", "[", "]");
    details.forEach(detail -> array.add(detail.result()));
    return array.toString();
  }
}
