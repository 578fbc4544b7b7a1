package io.sluice.tokens.prompt;

/** The tools that the tests of prompts ask for. */
final class Tools {

  static final String BOOK =
      """
      {"name": "book_table", "description": " Books a table.\\n\\n  Ask first. ", "parameters": {
        "type": "object", "title": "Booking", "required": ["place"], "properties": {
          "place": {"type": "string", "title": "Place", "description": "Where to eat"},
          "people": {"type": "integer", "minimum": 1, "maximum": 12},
          "when": {"description": "The day",
            "anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
          "seats": {"type": "array", "items": {"$ref": "#/$defs/Seat"}},
          "mood": {"type": "string", "enum": ["calm", "loud"], "default": "calm"}},
        "$defs": {"Seat": {"type": "object", "required": ["row"], "properties": {
          "row": {"type": "string"}, "n": {"type": "integer", "title": "Seat"}}}}}}""";

  static final String BYE = "{\"name\": \"bye\"}";

  static final String ADD =
      """
      {"name": "add", "description": "Adds.", "parameters": {"type": "object",
        "properties": {"a": {"type": "number"}, "b": {"type": ["number", "null"]},
          "tags": {"type": "array", "items": {"type": "string"}}},
        "required": ["a", "b"]}}""";

  private Tools() {}

  /** Tools in the shape of the chat completions API. */
  static String chat(String... functions) {
    return list(functions, "{\"type\": \"function\", \"function\": ", "}");
  }

  /** Tools in the shape of the Responses API. */
  static String responses(String... functions) {
    String[] flat = new String[functions.length];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = functions[i].strip().substring(1);
    }
    return list(flat, "{\"type\": \"function\", ", "");
  }

  private static String list(String[] functions, String before, String behind) {
    var tools = new StringBuilder("[");
    for (String function : functions) {
      tools.append(tools.length() > 1 ? "," : "").append(before).append(function).append(behind);
    }
    return tools.append(']').toString();
  }
}
