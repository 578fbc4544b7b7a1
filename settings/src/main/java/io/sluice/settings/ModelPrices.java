package io.sluice.settings;

import io.sluice.chat.Prices;
import java.util.Objects;

/**
 * The prices of one model.
 *
 * @param model its name, as the file has it
 * @param prices the prices of a million tokens
 * @param place the file and the line
 */
public record ModelPrices(String model, Prices prices, String place) {
  /** Refuses null. */
  public ModelPrices {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(prices, "prices");
    Objects.requireNonNull(place, "place");
  }
}
