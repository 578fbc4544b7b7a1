package io.sluice.simulator.chat;

import java.util.List;

/**
 * The messages of a request.
 *
 * @param prompt the text of the last user message
 * @param texts the text of each message, in order
 * @param results what tools answered after the last message of the assistant, if nothing follows
 * @param pictures a description of each picture of the last user message
 */
public record Dialogue(
    String prompt, List<String> texts, List<ToolResult> results, List<String> pictures) {
  /** Copies the lists. */
  public Dialogue {
    texts = List.copyOf(texts);
    results = List.copyOf(results);
    pictures = List.copyOf(pictures);
  }

  /** The answer of a tool that was called. */
  public record ToolResult(String tool, String text) {}
}
