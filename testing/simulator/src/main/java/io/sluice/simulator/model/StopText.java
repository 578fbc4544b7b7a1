package io.sluice.simulator.model;

import java.util.List;

/**
 * Looks for stop texts in an answer, across its tokens, and holds back what may be the beginning of
 * one. Mutable, one answer; holds no more than the longest stop text.
 */
final class StopText {
  private final List<String> stops;
  private String held = "";
  private boolean met;

  StopText(List<String> stops) {
    this.stops = stops;
  }

  /** What of the text so far can be told. */
  String add(String token) {
    String text = held + token;
    int stop = stops.stream().mapToInt(text::indexOf).filter(at -> at >= 0).min().orElse(-1);
    met = stop >= 0;
    int tell = met ? stop : beginning(text);
    held = met ? "" : text.substring(tell);
    return text.substring(0, tell);
  }

  /** Whether a stop text has been met; nothing is to be added then. */
  boolean met() {
    return met;
  }

  /** What was held back for a stop text that did not come. */
  String rest() {
    String rest = held;
    held = "";
    return rest;
  }

  /** Where the longest end of the text that begins a stop text starts. */
  private int beginning(String text) {
    for (int at = 0; at < text.length(); at++) {
      String end = text.substring(at);
      if (stops.stream().anyMatch(stop -> stop.startsWith(end))) {
        return at;
      }
    }
    return text.length();
  }
}
