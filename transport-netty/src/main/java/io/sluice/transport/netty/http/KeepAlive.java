package io.sluice.transport.netty.http;

import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the Keep-Alive field, in which servers announce how long they keep an idle connection (RFC
 * 2068, 19.7.1.1).
 */
public final class KeepAlive {

  private static final Pattern TIMEOUT = Pattern.compile("(?i)\\btimeout\\s*=\\s*(\\d{1,6})");

  private KeepAlive() {}

  /** Returns how long the server keeps an idle connection; empty if it does not say. */
  public static Optional<Duration> limit(HttpHeaders headers) {
    Matcher timeout = TIMEOUT.matcher(headers.get("Keep-Alive", ""));
    return timeout.find()
        ? Optional.of(Duration.ofSeconds(Long.parseLong(timeout.group(1))))
        : Optional.empty();
  }
}
