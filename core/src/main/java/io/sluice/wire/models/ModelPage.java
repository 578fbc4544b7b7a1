package io.sluice.wire.models;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One page of a server's list of models.
 *
 * @param models the models in the server's order
 * @param next what asks for the next page; empty after the last one
 */
public record ModelPage(List<ListedModel> models, Optional<String> next) {

  /**
   * The members that hold the list: of OpenAI and most others, and of servers of their own kind.
   */
  private static final List<String> LISTS = List.of("data", "models");

  private static final List<String> NAMES = List.of("id", "name", "model");

  /** Copies the list. */
  public ModelPage {
    models = List.copyOf(models);
    Objects.requireNonNull(next, "next");
  }

  /**
   * Reads the shapes that are in use: an array, or an object with an array {@code data} or {@code
   * models}, of strings or of objects with an {@code id}, a {@code name} or a {@code model}. What
   * has no name is left out. An object with {@code has_more} names the next page by its {@code
   * last_id}, or else by its last model.
   *
   * @throws IllegalArgumentException if it is no list; a {@link MalformedJsonException} if it is no
   *     JSON
   */
  public static ModelPage read(String body) {
    JsonValue value = JsonValue.read(body);
    List<JsonValue> elements =
        value
            .elements()
            .or(() -> value.object().flatMap(ModelPage::elements))
            .orElseThrow(() -> new IllegalArgumentException("no list of models"));
    List<ListedModel> models = new ArrayList<>();
    elements.forEach(element -> model(element).ifPresent(models::add));
    return new ModelPage(models, value.object().flatMap(page -> next(page, models)));
  }

  /** Some servers without any model write null for the list. */
  private static Optional<List<JsonValue>> elements(JsonObject page) {
    boolean empty = LISTS.stream().anyMatch(name -> isNull(page, name));
    return LISTS.stream()
        .flatMap(name -> page.elements(name).stream())
        .findFirst()
        .or(() -> empty ? Optional.of(List.of()) : Optional.empty());
  }

  private static boolean isNull(JsonObject page, String name) {
    return page.members().containsKey(name) && page.value(name).isEmpty();
  }

  private static Optional<ListedModel> model(JsonValue element) {
    if (element.string().isPresent()) {
      return element
          .string()
          .filter(name -> !name.isBlank())
          .map(name -> new ListedModel(name, JsonWriter.json(json -> json.field("id", name))));
    }
    Json json = element.json();
    return element.object().stream()
        .flatMap(object -> NAMES.stream().map(object::string))
        .flatMap(Optional::stream)
        .filter(name -> !name.isBlank())
        .findFirst()
        .map(name -> new ListedModel(name, json));
  }

  private static Optional<String> next(JsonObject page, List<ListedModel> models) {
    boolean more = page.flag("has_more").orElse(false) && !models.isEmpty();
    Stream<String> last =
        models.stream().skip(Math.max(0, models.size() - 1)).map(ListedModel::name);
    return more ? page.string("last_id").or(last::findFirst) : Optional.empty();
  }
}
