package io.sluice.server.runs;

import io.sluice.chat.ChatRequest;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.server.http.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One request that is answered in several ways at once.
 *
 * @param labels what the caller names each way
 * @param orders an order for each way, in the same order
 */
public record ComparisonOrder(List<String> labels, List<RunOrder> orders) {

  private static final int FEWEST = 2;
  private static final int MOST = 8;
  private static final int LONGEST_LABEL = 200;

  /** Copies the lists. */
  public ComparisonOrder {
    labels = List.copyOf(labels);
    orders = List.copyOf(orders);
  }

  /**
   * Reads an order, whose runs all say that they are of this comparison.
   *
   * @throws Refusal if it is none
   */
  public static ComparisonOrder parse(String body, String id) {
    JsonObject order = RunOrder.object(body);
    ChatRequest request = RunOrder.request(order);
    List<JsonValue> variants = order.elements("variants").orElse(List.of());
    if (variants.size() < FEWEST || variants.size() > MOST) {
      throw Refusal.badRequest(
          "the body has " + variants.size() + " 'variants'; send " + FEWEST + " to " + MOST);
    }
    List<String> labels = new ArrayList<>();
    List<RunOrder> orders = new ArrayList<>();
    for (JsonValue each : variants) {
      JsonObject variant =
          each.object().orElseThrow(() -> Refusal.badRequest("a variant is no JSON object"));
      String label = label(variant, labels.size() + 1);
      labels.add(label);
      orders.add(order(request, variant, Map.of("comparison", id, "label", label)));
    }
    return new ComparisonOrder(labels, orders);
  }

  private static RunOrder order(
      ChatRequest request, JsonObject variant, Map<String, String> attributes) {
    ChatRequest.Builder own = request.toBuilder();
    variant.string("model").ifPresent(own::model);
    OptionalDouble temperature = variant.number("temperature");
    try {
      temperature.ifPresent(own::temperature);
    } catch (IllegalArgumentException outOfRange) {
      throw Refusal.badRequest(String.valueOf(outOfRange.getMessage()));
    }
    return new RunOrder(
        variant.string("endpoint"),
        own.build(),
        RunOrder.form(variant.flag("stream")),
        attributes,
        Optional.empty());
  }

  private static String label(JsonObject variant, int number) {
    String label = variant.string("label").orElse(String.valueOf(number));
    if (label.length() > LONGEST_LABEL) {
      throw Refusal.badRequest("the label of variant " + number + " is longer than 200");
    }
    return label;
  }
}
