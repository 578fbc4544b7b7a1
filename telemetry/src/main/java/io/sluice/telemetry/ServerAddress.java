package io.sluice.telemetry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a server listens.
 *
 * @param host its name in lower case, or its address
 * @param port the port that the URL names, or the one its scheme implies
 */
public record ServerAddress(String host, int port) {

  /** Refuses null. */
  public ServerAddress {
    Objects.requireNonNull(host, "host");
  }

  /** The address in a URL by http or https; empty if it is none, as the name of a file. */
  public static Optional<ServerAddress> of(String endpoint) {
    URI url;
    try {
      url = new URI(endpoint);
    } catch (URISyntaxException noUrl) {
      return Optional.empty();
    }
    String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    boolean http = scheme.equals("http") || scheme.equals("https");
    if (!http || url.getHost() == null) {
      return Optional.empty();
    }
    int implied = scheme.equals("https") ? 443 : 80;
    int port = url.getPort() < 0 ? implied : url.getPort();
    return Optional.of(new ServerAddress(url.getHost().toLowerCase(Locale.ROOT), port));
  }
}
