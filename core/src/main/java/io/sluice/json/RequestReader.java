package io.sluice.json;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Tool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Takes the modelled fields out of a request's members and leaves the rest. Used once. */
final class RequestReader {

  private final JsonObject request;
  private final Map<String, Json> rest;
  private final ChatRequest.Builder builder;

  RequestReader(JsonObject request) {
    this.request = request;
    this.rest = new LinkedHashMap<>(request.members());
    this.builder = ChatRequest.builder(request.string("model").orElse(""));
  }

  ChatRequest request() {
    request.string("model").ifPresent(model -> rest.remove("model"));
    messages().ifPresent(found -> found.forEach(builder::message));
    number("temperature", builder::temperature);
    number("top_p", builder::topP);
    whole(MaxTokensName.of(request.string("model").orElse("")), builder::maxTokens);
    whole("n", builder::choices);
    OptionalLong seed = request.wholeNumber("seed");
    seed.ifPresent(
        value -> {
          builder.seed(value);
          rest.remove("seed");
        });
    all("stop", JsonValue::string).ifPresent(found -> found.forEach(builder::stop));
    all("tools", RequestReader::tool).ifPresent(found -> found.forEach(builder::tool));
    rest.forEach(builder::with);
    return builder.build();
  }

  private Optional<List<Message>> messages() {
    return all("messages", value -> value.object().flatMap(MessageJson::spoken));
  }

  private void number(String name, DoubleConsumer field) {
    request.number(name).ifPresent(value -> taken(name, () -> field.accept(value)));
  }

  private void whole(String name, IntConsumer field) {
    request
        .wholeNumber(name)
        .ifPresent(
            value -> {
              if (value == (int) value) {
                taken(name, () -> field.accept((int) value));
              }
            });
  }

  /**
   * A value that the model refuses, such as a negative temperature, is left for the server to
   * refuse.
   */
  private void taken(String name, Runnable field) {
    try {
      field.run();
      rest.remove(name);
    } catch (IllegalArgumentException outOfRange) {
      // It stays among the unmodelled fields.
    }
  }

  /** The elements of an array, if all of them fit; otherwise the array is left as it is. */
  private <T> Optional<List<T>> all(String name, Function<JsonValue, Optional<T>> reading) {
    Optional<List<JsonValue>> elements = request.elements(name);
    if (elements.isEmpty() || elements.get().isEmpty()) {
      return Optional.empty();
    }
    List<T> read = elements.get().stream().map(reading).flatMap(Optional::stream).toList();
    if (read.size() < elements.get().size()) {
      return Optional.empty();
    }
    rest.remove(name);
    return Optional.of(read);
  }

  private static Optional<Tool> tool(JsonValue value) {
    Optional<JsonObject> function = value.object().flatMap(tool -> tool.object("function"));
    boolean fits =
        value
                .object()
                .filter(tool -> tool.members().keySet().equals(Set.of("type", "function")))
                .flatMap(tool -> tool.string("type"))
                .filter("function"::equals)
                .isPresent()
            && function.filter(RequestReader::fits).isPresent();
    return fits ? function.map(RequestReader::tool) : Optional.empty();
  }

  private static boolean fits(JsonObject function) {
    return Set.of("name", "description", "parameters").containsAll(function.members().keySet())
        && function.string("name").isPresent()
        && function.value("parameters").isPresent()
        && (!function.members().containsKey("description")
            || function.string("description").filter(words -> !words.isEmpty()).isPresent());
  }

  private static Tool tool(JsonObject function) {
    return new Tool(
        function.string("name").orElseThrow(),
        function.string("description").orElse(""),
        function.value("parameters").orElseThrow().json());
  }
}
