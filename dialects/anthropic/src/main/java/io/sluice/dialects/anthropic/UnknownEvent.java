package io.sluice.dialects.anthropic;

import io.sluice.json.ErrorJson;
import io.sluice.json.JsonObject;
import java.util.Locale;

/**
 * Classifies events that are not Anthropic's: those of gateways, of servers behind them, of later
 * versions.
 */
final class UnknownEvent {

  private UnknownEvent() {}

  /**
   * Whether an event reports that the answer failed. An event without a type does so with any known
   * form of an error; one with a type only if it also holds an {@code error}, or if its type is
   * named like one.
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
