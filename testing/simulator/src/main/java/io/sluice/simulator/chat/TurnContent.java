package io.sluice.simulator.chat;

import java.util.List;

/**
 * The content of one message.
 *
 * @param text the texts of its parts, joined
 * @param pictures a description of each picture
 */
public record MessageContent(String text, List<String> pictures) {
  /** Copies the list. */
  public MessageContent {
    pictures = List.copyOf(pictures);
  }
}
