package io.sluice.simulator.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON into maps, lists, strings, numbers and booleans, and null into {@link #NULL}. It uses
 * only the parser: the first use of an object mapper would cost more than the rest of the start.
 */
public final class ParsedJson {
  /** Stands for null, which a map of values cannot hold. */
  public static final Object NULL = new Object();

  private static final JsonFactory JSON = new JsonFactory();

  private ParsedJson() {}

  /**
   * Reads a text that must be one JSON object; its fields keep their order.
   *
   * @param utf8 UTF-8
   * @throws BrokenJson if it is not JSON, no object, or more than one
   */
  public static Map<String, Object> object(byte[] utf8) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), utf8)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new BrokenJson("the body must be a JSON object, like {\"model\": …}");
      }
      Map<String, Object> object = object(parser);
      if (parser.nextToken() != null) {
        throw new BrokenJson("the body goes on after its JSON object; send one object");
      }
      return object;
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new BrokenJson(
          "the body is not valid JSON, at line "
              + (at == null ? 1 : at.getLineNr())
              + ", column "
              + (at == null ? 1 : at.getColumnNr()));
    }
  }

  private static Map<String, Object> object(JsonParser parser) {
    var object = new LinkedHashMap<String, Object>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, value(parser));
    }
    return object;
  }

  private static List<Object> array(JsonParser parser) {
    var array = new ArrayList<Object>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> NULL;
      case VALUE_STRING -> parser.getString();
      default -> parser.getNumberValue();
    };
  }
}
