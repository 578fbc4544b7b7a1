package io.sluice.simulator.fault;

/** Chunks no model has said. */
final class CannedChunk {

  private CannedChunk() {}

  /**
   * A chunk of one choice.
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
