package io.sluice.simulator.chat;

import java.util.List;

/**
 * The content of one message.
 *
 * @param text the texts of its parts, joined
 * @param pictures a description of each picture
 */
public record TurnContent(String text, List<String> pictures) {
  /** Copies the list. */
  public TurnContent {
    pictures = List.copyOf(pictures);
  }
}
