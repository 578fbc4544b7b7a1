package io.sluice.simulator.json;

/** Thrown for a text that is not one JSON object; the message says why, without the text. */
public final class BrokenJson extends RuntimeException {
  private static final long serialVersionUID = 1;

  BrokenJson(String message) {
    super(message);
  }
}
