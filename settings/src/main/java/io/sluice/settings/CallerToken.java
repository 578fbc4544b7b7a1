package io.sluice.settings;

import java.util.List;
import java.util.OptionalInt;

/**
 * A token that callers of a server may show, as a file describes it: never the token itself.
 *
 * @param name to which runs and limits belong
 * @param sha256 the hash of the token, as it was written
 * @param perMinute how many requests a minute are granted; empty if there is no limit
 * @param endpoints the names of the endpoints that it is for; empty if it is for all
 * @param place the file and the line
 */
public record CallerToken(
    String name, String sha256, OptionalInt perMinute, List<String> endpoints, String place) {

  /** Copies the list. */
  public CallerToken {
    endpoints = List.copyOf(endpoints);
  }
}
