package io.sluice.simulator.model;

import java.util.List;

/**
 * A kind of text, and the words of a prompt that ask for it.
 *
 * @param cues in lower case; a cue may be several words, and after {@code =} the whole prompt
 */
record Section(String name, Layout layout, List<String> cues) {

  /** What the line breaks of the source mean. */
  enum Layout {
    /** Lines flow; a blank line parts paragraphs. */
    PROSE,
    /** Lines are lines. */
    LINES,
    /** Lines are lines and each has its place: the second of one page never leads into a third. */
    COUNTED
  }

  boolean askedFor(Prompt prompt) {
    return cues.stream().anyMatch(prompt::mentions);
  }
}
