package io.sluice.simulator.request;

import io.sluice.simulator.json.BrokenJson;
import io.sluice.simulator.json.ParsedJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of an object of a request by name and type; null counts as absent.
 *
 * @param path the place of the object, as errors write it; empty for the request itself
 */
public record RequestFields(String path, Map<String, Object> values) {

  /**
   * The fields of a request's body.
   *
   * @param body UTF-8
   * @throws InvalidRequest if it is not one JSON object
   */
  public static RequestFields of(byte[] body) {
    try {
      return new RequestFields("", ParsedJson.object(body));
    } catch (BrokenJson broken) {
      throw InvalidRequest.plain("", String.valueOf(broken.getMessage()));
    }
  }

  /** The place of a field, as errors write it. */
  public String place(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** The value of a field; empty for null. */
  public Optional<Object> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> value != ParsedJson.NULL);
  }

  /** A text. */
  public Optional<String> text(String name) {
    return typed(name, String.class, "a string");
  }

  /** A text that must be there. */
  public String neededText(String name) {
    return text(name).orElseThrow(() -> InvalidRequest.missing(place(name)));
  }

  /** A text that must be one of these words. */
  public Optional<String> word(String name, List<String> supported) {
    Optional<String> word = text(name);
    if (word.isPresent() && !supported.contains(word.get())) {
      throw InvalidRequest.value(place(name), word.get(), supported);
    }
    return word;
  }

  /**
   * An array.
   *
   * @param expected what errors say should be there, with its article
   */
  public Optional<List<?>> array(String name, String expected) {
    return typed(name, List.class, expected).map(list -> (List<?>) list);
  }

  /** An array of texts; empty if it is absent. */
  public List<String> texts(String name) {
    var texts = new ArrayList<String>();
    for (Object element : array(name, "an array of strings").orElse(List.of())) {
      if (!(element instanceof String text)) {
        throw InvalidRequest.type(place(name), "an array of strings", element);
      }
      texts.add(text);
    }
    return texts;
  }

  /** Texts that end an answer: one, or an array of them. An empty one ends nothing. */
  public List<String> stops(String name) {
    Object given = value(name).orElse(List.of());
    var stops = new ArrayList<String>();
    for (Object text : given instanceof List<?> list ? list : List.of(given)) {
      if (!(text instanceof String stop)) {
        throw InvalidRequest.type(place(name), "one of a string or array of strings", text);
      }
      if (!stop.isEmpty()) {
        stops.add(stop);
      }
    }
    return stops;
  }

  /** An array of objects, each with its place. */
  public Optional<List<RequestFields>> objects(String name) {
    return array(name, "an array of objects")
        .map(
            elements -> {
              var objects = new ArrayList<RequestFields>();
              for (Object element : elements) {
                objects.add(object(place(name) + "[" + objects.size() + "]", element));
              }
              return objects;
            });
  }

  /** An object with its place. */
  public Optional<RequestFields> object(String name) {
    return value(name).map(value -> object(place(name), value));
  }

  /** An object that must be there. */
  public RequestFields neededObject(String name) {
    return object(name).orElseThrow(() -> InvalidRequest.missing(place(name)));
  }

  /** A flag; false if it is absent. */
  public boolean flag(String name) {
    return typed(name, Boolean.class, "a boolean").orElse(false);
  }

  /** A number from {@code least} to {@code most}. */
  public Optional<Double> decimal(String name, int least, int most) {
    Optional<Number> given = typed(name, Number.class, "a decimal");
    given.ifPresent(number -> bounds(name, "decimal", number, least, most));
    return given.map(Number::doubleValue);
  }

  /** A whole number from {@code least} to {@code most}. */
  public Optional<Long> whole(String name, long least, long most) {
    Optional<Number> given = typed(name, Number.class, "an integer");
    given.ifPresent(
        number -> {
          if (number.doubleValue() != Math.rint(number.doubleValue())) {
            throw InvalidRequest.type(place(name), "an integer", number);
          }
          bounds(name, "integer", number, least, most);
        });
    return given.map(Number::longValue);
  }

  private void bounds(String name, String kind, Number number, long least, long most) {
    // An exact number would be as long as a client cares to write it.
    boolean low = number.doubleValue() < least;
    boolean high = number.doubleValue() > most;
    if (low || high) {
      throw InvalidRequest.bound(
          place(name),
          kind + (low ? "_below_min_value" : "_above_max_value"),
          kind + (low ? " below minimum value" : " above maximum value"),
          "a value %s %d, but got %s instead."
              .formatted(low ? ">=" : "<=", low ? least : most, shown(number)));
    }
  }

  private static String shown(Number number) {
    String text = number.toString();
    return text.length() > 30 || !Double.isFinite(number.doubleValue())
        ? text
        : new BigDecimal(text).stripTrailingZeros().toPlainString();
  }

  private <T> Optional<T> typed(String name, Class<T> type, String expected) {
    Optional<Object> value = value(name);
    if (value.isPresent() && !type.isInstance(value.get())) {
      throw InvalidRequest.type(place(name), expected, value.get());
    }
    return value.map(type::cast);
  }

  /** The fields of a value that must be an object. */
  @SuppressWarnings("unchecked") // ParsedJson's maps have string keys
  public static RequestFields object(String place, Object value) {
    if (!(value instanceof Map)) {
      throw InvalidRequest.type(place, "an object", value);
    }
    return new RequestFields(place, (Map<String, Object>) value);
  }
}
