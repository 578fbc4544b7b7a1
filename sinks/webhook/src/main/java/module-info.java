/** Posts the result of a stream to a URL. */
@SuppressWarnings("requires-automatic") // Guice names no module
module io.sluice.sinks.webhook {
  requires transitive io.sluice.core;
  requires transitive java.net.http;
  requires static com.google.guice;
  requires static org.jspecify;

  exports io.sluice.sinks.webhook;

  provides io.sluice.plugin.Plugin with
      io.sluice.sinks.webhook.WebhookPlugin;
}
