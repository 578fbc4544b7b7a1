package io.sluice.cli.serve;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamOptions;

/**
 * A transport whose requests are awaited and sent again as the settings of its endpoint say.
 * Closing it closes the other. Thread-safe.
 */
final class TunedTransport implements ChatTransport {
  private final ChatTransport transport;
  private final StreamOptions settings;

  TunedTransport(ChatTransport transport, StreamOptions settings) {
    this.transport = transport;
    this.settings = settings;
  }

  @Override
  public ChatStream stream(ChatRequest request, StreamOptions options) {
    StreamOptions.Builder tuned =
        options.toBuilder().timeouts(settings.timeouts()).retries(settings.retries());
    if (settings.usage() == StreamOptions.UsageReport.NOT_ASKED_FOR) {
      tuned.withoutUsage();
    }
    if (settings.form() == StreamOptions.Form.WHOLE) {
      tuned.whole();
    }
    return transport.stream(request, tuned.build());
  }

  @Override
  public String endpoint() {
    return transport.endpoint();
  }

  @Override
  public String dialect() {
    return transport.dialect();
  }

  @Override
  public void close() {
    transport.close();
  }
}
