package io.sluice.json;

import io.sluice.chat.Json;
import io.sluice.chat.ToolCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and writes the tool calls of a message, in a request or an answer. */
final class ToolCallJson {

  private static final Set<String> FUNCTION = Set.of("name", "arguments");

  private ToolCallJson() {}

  /** Writes the members of a call. */
  static void write(JsonWriter text, ToolCall call) {
    var members = new Members(text, call.other().keySet());
    members.write("id", (out, name) -> out.field(name, call.id()));
    members.write("type", (out, name) -> out.field(name, "function"));
    members.write("function", (out, name) -> out.object(name, inner -> writeFunction(inner, call)));
    call.other().forEach(text::field);
  }

  /** Writes the members of the function that is called. */
  static void writeFunction(JsonWriter text, ToolCall call) {
    text.field("name", call.name()).field("arguments", call.arguments());
  }

  /** The calls, if there are any and all of them fit the model. */
  static Optional<List<ToolCall>> readAll(List<JsonValue> calls) {
    List<ToolCall> read =
        calls.stream()
            .flatMap(call -> call.object().stream())
            .flatMap(call -> read(call).stream())
            .toList();
    boolean all = !read.isEmpty() && read.size() == calls.size();
    return all ? Optional.of(read) : Optional.empty();
  }

  /** The call of a {@code function_call}, if it fits the model. */
  static Optional<ToolCall> readFunction(JsonObject function) {
    return function(function).map(call -> ToolCall.of("", call.name(), call.arguments()));
  }

  private static Optional<ToolCall> read(JsonObject call) {
    boolean fits =
        call.string("id").isPresent() && call.string("type").filter("function"::equals).isPresent();
    Map<String, Json> rest = new LinkedHashMap<>(call.members());
    rest.keySet().removeAll(Set.of("id", "type", "function"));
    return call.object("function")
        .filter(function -> fits)
        .flatMap(ToolCallJson::function)
        .map(
            function ->
                new ToolCall(
                    call.string("id").orElseThrow(), function.name(), function.arguments(), rest));
  }

  private static Optional<ToolCall> function(JsonObject function) {
    Optional<String> name = function.string("name");
    Optional<String> arguments = function.string("arguments");
    boolean fits = function.members().keySet().equals(FUNCTION);
    return fits && name.isPresent() && arguments.isPresent()
        ? Optional.of(ToolCall.of("", name.get(), arguments.get()))
        : Optional.empty();
  }
}
