package io.sluice.dialects.anthropic;

import io.sluice.json.ErrorJson;
import io.sluice.json.JsonObject;
import java.util.Locale;

/** Events that are none of Anthropic's: those of gateways, of servers behind them, of tomorrow. */
final class UnknownEvent {

  private UnknownEvent() {}

  /**
   * Whether an event tells that the answer has failed. One without a type does so in any shape that
   * errors have; one with a type only if it holds an {@code error}, or is called so.
   */
  static boolean isError(String type, JsonObject event, String json) {
    boolean may = type.isEmpty() || event.value("error").isPresent() || isCalledSo(type);
    return may && ErrorJson.read(json).isPresent();
  }

  private static boolean isCalledSo(String type) {
    String word = type.toLowerCase(Locale.ROOT);
    return word.endsWith("error") || word.endsWith("exception");
  }
}
