package io.sluice.json.tree;

import io.sluice.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** Reads one text, by Jackson. The parser refuses deep nesting, so that recursion has a bound. */
final class TreeReader {

  /** Keeps neither names nor buffers from one text to the next. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private final JsonParser parser;

  private TreeReader(JsonParser parser) {
    this.parser = parser;
  }

  static JsonTree read(String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      JsonTree tree = new TreeReader(parser).next();
      if (parser.nextToken() != null) {
        throw new MalformedJsonException("more than one JSON value");
      }
      return tree;
    } catch (StreamConstraintsException exceeded) {
      throw new MalformedJsonException(
          "JSON nested deeper than 500, or with a number or a name that is too long");
    } catch (JacksonException unreadable) {
      throw new MalformedJsonException("malformed JSON");
    }
  }

  private JsonTree next() {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new MalformedJsonException("JSON that ends too early");
    }
    return value(token);
  }

  private JsonTree value(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> new JsonTree.Members(members());
      case START_ARRAY -> new JsonTree.Elements(elements());
      case VALUE_STRING -> new JsonTree.Text(parser.getString());
      case VALUE_NULL -> JsonTree.Literal.NULL;
      default -> new JsonTree.Literal(parser.getString());
    };
  }

  private Map<String, JsonTree> members() {
    Map<String, JsonTree> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      members.put(name, next());
    }
    return members;
  }

  private List<JsonTree> elements() {
    List<JsonTree> elements = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == null) {
        throw new MalformedJsonException("JSON that ends too early");
      }
      elements.add(value(token));
    }
    return elements;
  }
}
