package io.sluice.sinks.micrometer.plugin;

/**
 * Where Prometheus reads.
 *
 * @param host the name or address of the interface
 * @param port the port; 0 for any that is free
 */
record ScrapeAddress(String host, int port) {

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
