package io.sluice.simulator.json;

/**
 * JSON that is already written, for a place in other JSON.
 *
 * @param text valid JSON
 */
public record WrittenJson(String text) {

  /** The JSON. */
  @Override
  public String toString() {
    return text;
  }
}
