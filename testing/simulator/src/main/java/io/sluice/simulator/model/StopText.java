package io.sluice.simulator.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds stop texts in an answer, also across tokens, and holds back a possible beginning of one.
 * Mutable, one answer; holds no more than the longest stop text.
 */
final class StopText {
  private final List<String> stops;
  private String held = "";
  private String found = "";

  StopText(List<String> stops) {
    this.stops = stops;
  }

  /** Adds a token and returns the text that can be passed on now. */
  String add(String token) {
    String text = held + token;
    found =
        stops.stream().filter(text::contains).min(Comparator.comparing(text::indexOf)).orElse("");
    int tell = met() ? text.indexOf(found) : beginning(text);
    held = met() ? "" : text.substring(tell);
    return text.substring(0, tell);
  }

  /** Whether a stop text was found; add nothing after that. */
  boolean met() {
    return !found.isEmpty();
  }

  /** The stop text that was found; empty if none was. */
  Optional<String> found() {
    return Optional.of(found).filter(text -> !text.isEmpty());
  }

  /** The text held back for a stop text that was not completed. */
  String rest() {
    String rest = held;
    held = "";
    return rest;
  }

  /** The start of the longest end of the text that begins a stop text. */
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
