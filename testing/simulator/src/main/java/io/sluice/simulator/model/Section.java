package io.sluice.simulator.model;

import java.util.List;

/**
 * A kind of text, and the words of a prompt that select it.
 *
 * @param cues in lower case; a cue may be several words, and after {@code =} the whole prompt
 */
record Section(String name, Layout layout, List<String> cues) {

  /** The meaning of line breaks in the source. */
  enum Layout {
    /** Line breaks are blanks; a blank line separates paragraphs. */
    PROSE,
    /** Line breaks are kept. */
    LINES,
    /**
     * Line breaks are kept and numbered within the page, so that the second line of one page is
     * never followed by the fourth of another.
     */
    COUNTED
  }

  boolean askedFor(Prompt prompt) {
    return cues.stream().anyMatch(prompt::mentions);
  }
}
