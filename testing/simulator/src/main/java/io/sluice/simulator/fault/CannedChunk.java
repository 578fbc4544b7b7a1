package io.sluice.simulator.fault;

/** Fixed chunks that do not come from a model. */
final class CannedChunk {

  private CannedChunk() {}

  /**
   * The JSON of a chunk with one choice.
   *
   * @param delta JSON
   * @param finish JSON
   */
  static String json(long choice, String delta, String finish) {
    return "{\"id\":\"chatcmpl-fault\",\"object\":\"chat.completion.chunk\",\"created\":1,"
        + "\"model\":\"sluice-offline\",\"choices\":[{\"index\":"
        + choice
        + ",\"delta\":"
        + delta
        + ",\"finish_reason\":"
        + finish
        + "}]}";
  }

  static String text(long choice, String text) {
    return json(choice, "{\"content\":\"" + text + "\"}", "null");
  }
}
