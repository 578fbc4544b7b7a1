package io.sluice.json;

import io.sluice.chat.Json;
import io.sluice.stream.Delta;
import io.sluice.stream.Irregularity.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonToken;

/** Reads fragments of tool calls. Mutable; for one thread at a time. */
final class ToolCallReader {

  /** Stands for a missing index, until {@link ToolCallIndexes} finds it. */
  static final int UNKNOWN_INDEX = -2;

  private final PayloadParser parser;
  private final Draft draft;
  private final Numbers numbers;
  private String id = "";
  private String name = "";
  private String arguments = "";
  private int index;
  private Map<String, Json> other = Map.of();

  ToolCallReader(PayloadParser parser, Draft draft) {
    this.parser = parser;
    this.draft = draft;
    this.numbers = new Numbers(parser, draft);
  }

  /** Reads {@code tool_calls}: an array, or from some servers a single call. */
  void readAll(DeltaReader.Source source) {
    switch (parser.currentToken()) {
      case START_ARRAY -> {
        int position = 0;
        while (parser.next() != JsonToken.END_ARRAY) {
          readOne(source == DeltaReader.Source.MESSAGE ? position : UNKNOWN_INDEX);
          position++;
        }
      }
      case VALUE_NULL -> {}
      default -> {
        draft.irregular(Kind.UNEXPECTED_TYPE);
        readOne(0);
      }
    }
  }

  /** Reads the {@code function_call} of the interface before tools. */
  void readFunctionCall() {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      begin(Delta.ToolCall.FUNCTION_CALL);
      function();
      add();
    } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
      draft.irregular(Kind.UNEXPECTED_TYPE);
      parser.skipValue();
    }
  }

  private void readOne(int assumed) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      draft.irregular(Kind.UNEXPECTED_TYPE);
      parser.skipValue();
      return;
    }
    begin(assumed);
    while (parser.nextMember()) {
      String member = parser.currentName();
      int mark = parser.position();
      parser.next();
      call(member, mark);
    }
    if (index == UNKNOWN_INDEX) {
      draft.irregular(Kind.TOOL_CALL_WITHOUT_INDEX);
    }
    add();
  }

  private void call(String member, int mark) {
    switch (member) {
      case "index" -> index = index(numbers.read(index));
      case "id" -> id = text(member, mark);
      case "type" -> type(member, mark);
      case "function" -> {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          function();
        } else {
          keep(member, mark);
        }
      }
      default -> keep(member, mark);
    }
  }

  /** A negative number counts as no index. */
  private int index(long said) {
    return said < 0 ? index : Bounds.toolCall(said, index);
  }

  private void function() {
    while (parser.nextMember()) {
      String member = parser.currentName();
      int mark = parser.position();
      parser.next();
      switch (member) {
        case "name" -> name = text(member, mark);
        case "arguments" -> arguments = arguments(mark);
        default -> keep(member, mark);
      }
    }
  }

  /** Arguments are a string that holds JSON; some servers send the JSON itself. */
  private String arguments(int mark) {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getString();
      case VALUE_NULL -> "";
      default -> parser.json(mark).text();
    };
  }

  private void type(String member, int mark) {
    boolean known =
        parser.currentToken() == JsonToken.VALUE_STRING
            && (parser.getStringLength() == 0 || parser.getString().equals("function"));
    if (!known) {
      keep(member, mark);
    }
  }

  private String text(String member, int mark) {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      draft.irregular(Kind.UNEXPECTED_TYPE);
      keep(member, mark);
    }
    return "";
  }

  private void keep(String member, int mark) {
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      other = other.isEmpty() ? new LinkedHashMap<>() : other;
      other.put(member, parser.json(mark));
    }
  }

  private void begin(int assumed) {
    index = assumed;
    id = "";
    name = "";
    arguments = "";
    other = Map.of();
  }

  private void add() {
    draft.add(new Delta.ToolCall(DeltaReader.CHOICE, index, id, name, arguments, other));
  }
}
