package io.sluice.tokens.prompt;

/**
 * A text that is counted together with those around it.
 *
 * @param part the part of the prompt that it belongs to
 * @param text the text
 */
record Segment(String part, String text) {

  /** This text behind another, with an empty line between the two. */
  Segment apart() {
    return new Segment(part, "\n\n" + text);
  }
}
